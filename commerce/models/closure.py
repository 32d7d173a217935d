from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class Closure(Orderable):
    """Days on which a shop is closed whatever its opening hours say; both days included."""

    shop = ParentalKey("commerce.ShopPage", on_delete=models.CASCADE, related_name="closures")
    start = models.DateField(_("du"))
    end = models.DateField(_("au"))
    reason = models.CharField(_("motif"), max_length=120, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("fermeture")
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gte=models.F("start")), name="closure_ends_after_start"),
        ]

    def clean(self) -> None:
        """Refuse a closure that ends before it starts."""
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("La fin est avant le début.")})

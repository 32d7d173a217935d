from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class PortalImage(AbstractImage):
    """A picture with what the law asks to keep beside it: who made it, and under which licence."""

    credit = models.CharField(_("crédit"), max_length=200, blank=True, help_text=_("Nom de l’auteur de la photo."))
    licence = models.CharField(
        _("licence"), max_length=120, blank=True, help_text=_("Par exemple « CC BY 4.0 » ou « Tous droits cédés ».")
    )

    admin_form_fields = (*Image.admin_form_fields, "credit", "licence")

    class Meta(AbstractImage.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")


class PortalRendition(AbstractRendition):
    """One size of a picture."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"),
        ]

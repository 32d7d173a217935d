from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from home.blocks import BodyBlock
from home.models.neighbourhood import LATITUDE, LONGITUDE
from portal.base.fields import PortalStreamField
from portal.base.models import BasePage


class EventIndexPage(BasePage):
    """The agenda."""

    template = "pages/event_index.html"
    parent_page_types = ["home.TerritoryPage"]
    subpage_types = ["home.EventPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("agenda")


class EventPage(BasePage):
    """Something that happens at a time and a place."""

    start = models.DateTimeField(_("début"))
    end = models.DateTimeField(_("fin"), null=True, blank=True)
    place = models.CharField(_("lieu"), max_length=160, blank=True)
    neighbourhood = models.ForeignKey(
        "home.NeighbourhoodPage",
        verbose_name=_("quartier"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True, validators=LATITUDE)
    longitude = models.FloatField(_("longitude"), null=True, blank=True, validators=LONGITUDE)
    body = PortalStreamField(BodyBlock(), verbose_name=_("contenu"), blank=True)

    template = "pages/event.html"
    parent_page_types = ["home.EventIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
        FieldPanel("place"),
        FieldPanel("neighbourhood"),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("événement")
        verbose_name_plural = _("événements")

    def clean(self) -> None:
        """Refuse an event that ends before it starts."""
        super().clean()
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("La fin est avant le début.")})

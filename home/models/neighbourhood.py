from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField

from home.blocks import PROSE_FEATURES
from portal.base.models import BasePage

LATITUDE = [MinValueValidator(-90), MaxValueValidator(90)]
LONGITUDE = [MinValueValidator(-180), MaxValueValidator(180)]


class NeighbourhoodPage(BasePage):
    """A quarter of a commune, or a commune of an intercommunalité. Nests once."""

    language_neutral = True

    code = models.CharField(
        _("code"),
        max_length=40,
        blank=True,
        help_text=_("Code INSEE ou code du quartier dans les données de la ville."),
    )
    outline = models.JSONField(_("contour"), null=True, blank=True, help_text=_("Géométrie GeoJSON, WGS84."))
    latitude = models.FloatField(_("latitude du centre"), null=True, blank=True, validators=LATITUDE)
    longitude = models.FloatField(_("longitude du centre"), null=True, blank=True, validators=LONGITUDE)
    introduction = RichTextField(_("présentation"), blank=True, features=PROSE_FEATURES)
    is_whole_town = models.BooleanField(
        _("toute la commune"),
        default=False,
        help_text=_("Accueille les adresses hors de tout contour ; caché tant qu’il est seul."),
    )

    template = "pages/neighbourhood.html"
    parent_page_types = ["home.TerritoryPage", "home.NeighbourhoodPage"]
    subpage_types = ["home.NeighbourhoodPage", "commerce.ShopPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    settings_panels = [
        *BasePage.settings_panels,
        FieldPanel("code"),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("outline"),
    ]

    class Meta:
        verbose_name = _("quartier")
        verbose_name_plural = _("quartiers")

    @classmethod
    def can_create_at(cls, parent) -> bool:
        """Refuse a third level: a sub-quarter holds shops, not quarters."""
        nested_twice = isinstance(parent.specific, cls) and isinstance(parent.get_parent().specific, cls)
        return not nested_twice and super().can_create_at(parent)


class Figure(models.Model):
    """The drawing of a page's ground (outlines and one dot an address), kept ready to print."""

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    data = models.JSONField()
    digest = models.CharField(max_length=64)
    built_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.page_id} {self.digest[:8]}"

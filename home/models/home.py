from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from home.blocks import BodyBlock
from portal.base.fields import PortalStreamField
from portal.base.models import BasePage


class TerritoryPage(BasePage):
    """The home of a commune or of an intercommunalité: one per installation and language."""

    class Kind(models.TextChoices):
        COMMUNE = "commune", _("commune")
        EPCI = "epci", _("intercommunalité")

    kind = models.CharField(_("type de territoire"), max_length=10, choices=Kind, default=Kind.COMMUNE)
    insee_code = models.CharField(
        _("code INSEE ou SIREN"), max_length=9, blank=True, help_text=_("Cinq chiffres d’une commune, neuf d’un EPCI.")
    )
    intro = models.CharField(_("phrase d’accueil"), max_length=160, blank=True)
    outline = models.JSONField(_("contour"), null=True, blank=True, help_text=_("Géométrie GeoJSON, WGS84."))
    body = PortalStreamField(BodyBlock(), verbose_name=_("contenu"), blank=True)

    template = "pages/home.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.NeighbourhoodPage",
        "home.NewsIndexPage",
        "home.EventIndexPage",
        "home.StandardPage",
    ]
    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("body")]
    settings_panels = [*BasePage.settings_panels, FieldPanel("kind"), FieldPanel("insee_code")]

    class Meta:
        verbose_name = _("accueil du territoire")

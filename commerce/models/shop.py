from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from commerce.models.category import ShopKind
from home.models.neighbourhood import LATITUDE, LONGITUDE
from portal.base.hours import Closing, timetable
from portal.base.models import BasePage
from portal.base.opening import describe, week_rows

five_digits = RegexValidator(r"^\d[0-9AB]\d{3}$", _("Cinq chiffres, par exemple 34172 ou 2A004."))


class ShopPage(BasePage):
    """Any local establishment with a public face: shop, artisan, producer, stall, service, association.

    Facts (hours, phone, position…) are language-neutral; only prose is in a language. ``provenance``
    keeps for each fact its source, licence, reference and date of confirmation, so that drafts and
    revisions carry it too: ``{"phone": {"source": "osm", "licence": "ODbL", "confirmed_on": "2014-04-01"}}``.
    """

    language_neutral = True

    class State(models.TextChoices):
        OPEN = "open", _("en activité")
        TEMPORARILY_CLOSED = "temporarily_closed", _("fermé temporairement")
        CLOSED = "closed", _("fermé définitivement")
        MOVED = "moved", _("a déménagé")

    class Precision(models.TextChoices):
        EXACT = "exact", _("exacte")
        STREET = "street", _("la rue")
        COMMUNE = "commune", _("la commune")

    kind = models.CharField(_("type"), max_length=12, choices=ShopKind, default=ShopKind.SHOP)
    category = models.ForeignKey(
        "commerce.Category", verbose_name=_("catégorie principale"), on_delete=models.PROTECT, related_name="shops"
    )
    categories = ParentalManyToManyField("commerce.Category", verbose_name=_("autres catégories"), blank=True)
    brand = models.CharField(_("enseigne"), max_length=120, blank=True)
    summary = models.CharField(_("en une phrase"), max_length=200, blank=True)
    products = models.CharField(_("on y trouve"), max_length=300, blank=True, help_text=_("Séparés par des virgules."))
    words = RichTextField(_("le mot du commerce"), blank=True, features=["bold", "italic"])

    street_address = models.CharField(_("numéro et rue"), max_length=160, blank=True)
    postcode = models.CharField(_("code postal"), max_length=5, blank=True)
    insee_code = models.CharField(_("code INSEE de la commune"), max_length=5, blank=True, validators=[five_digits])
    city = models.CharField(_("commune"), max_length=80, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True, validators=LATITUDE)
    longitude = models.FloatField(_("longitude"), null=True, blank=True, validators=LONGITUDE)
    position_precision = models.CharField(
        _("précision de la position"), max_length=8, choices=Precision, default=Precision.EXACT
    )

    phone = models.CharField(_("téléphone"), max_length=20, blank=True)
    email = models.EmailField(_("adresse électronique"), blank=True)
    website = models.URLField(_("site web"), blank=True)
    links = models.JSONField(_("autres liens"), default=list, blank=True)

    opening_hours = models.CharField(_("horaires"), max_length=1000, blank=True)
    services = models.JSONField(_("services"), default=list, blank=True)
    siret = models.CharField(_("SIRET"), max_length=14, blank=True)
    state = models.CharField(_("état"), max_length=20, choices=State, default=State.OPEN)
    state_since = models.DateField(_("depuis le"), null=True, blank=True)
    moved_to = models.ForeignKey(
        "self",
        verbose_name=_("nouvelle adresse"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="former_pages",
    )
    provenance = models.JSONField(default=dict, blank=True, editable=False)

    # Saving an import of 20,000 rows must not index each row in Wagtail's own search.
    search_auto_update = False
    template = "pages/shop.html"
    parent_page_types = ["home.NeighbourhoodPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("category"), FieldPanel("categories"), FieldPanel("kind")], heading=_("Activité")),
        MultiFieldPanel(
            [FieldPanel("opening_hours"), InlinePanel("closures", label=_("Fermeture"))], heading=_("Horaires")
        ),
        MultiFieldPanel([FieldPanel("phone"), FieldPanel("email"), FieldPanel("website")], heading=_("Contact")),
        MultiFieldPanel(
            [
                FieldPanel("street_address"),
                FieldRowPanel([FieldPanel("postcode"), FieldPanel("city"), FieldPanel("insee_code")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude"), FieldPanel("position_precision")]),
            ],
            heading=_("Adresse"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("summary"),
                FieldPanel("products"),
                FieldPanel("words"),
                InlinePanel("photos", label=_("Photo")),
            ],
            heading=_("Présentation"),
        ),
        MultiFieldPanel(
            [FieldPanel("state"), FieldPanel("state_since"), FieldPanel("moved_to"), FieldPanel("siret")],
            heading=_("État"),
        ),
    ]

    class Meta:
        verbose_name = _("commerce")
        verbose_name_plural = _("commerces")
        indexes = [models.Index(fields=["siret"], name="shop_siret")]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Hand the template whether the shop is open now, and its week."""
        context = super().get_context(request, *args, **kwargs)
        now = timezone.localtime()
        closings = [Closing(closure.start, closure.end, closure.reason) for closure in self.closures.all()]
        table = timetable(self.opening_hours, closings, today=now.date(), insee=self.insee_code)
        context["state"] = describe(table.state_at(now), now)
        context["week"] = week_rows(table, now.date())
        return context

    def clean(self) -> None:
        """Refuse half a position, and a move without a destination or to itself."""
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"latitude": _("Donnez la latitude et la longitude, ou aucune des deux.")})
        if self.state == self.State.MOVED and (not self.moved_to_id or self.moved_to_id == self.pk):
            raise ValidationError({"moved_to": _("Choisissez la page de la nouvelle adresse.")})


class ShopPhoto(Orderable):
    """A picture of the shop, in the order that the shop chose."""

    shop = ParentalKey("commerce.ShopPage", on_delete=models.CASCADE, related_name="photos")
    image = models.ForeignKey("base.PortalImage", verbose_name=_("photo"), on_delete=models.CASCADE, related_name="+")
    caption = models.CharField(_("légende"), max_length=160, blank=True)

    panels = [FieldPanel("image"), FieldPanel("caption")]

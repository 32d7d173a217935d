from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class ShopKind(models.TextChoices):
    """What sort of local establishment it is."""

    SHOP = "shop", _("commerce")
    ARTISAN = "artisan", _("artisan")
    PRODUCER = "producer", _("producteur")
    MARKET_STALL = "market_stall", _("étal de marché")
    ASSOCIATION = "association", _("association")
    SERVICE = "service", _("service")


class Category(models.Model):
    """What a shop is, in two levels, with the words that lead to it."""

    parent = models.ForeignKey(
        "self", verbose_name=_("famille"), null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    slug = models.SlugField(_("identifiant"), max_length=60, unique=True)
    name = models.CharField(_("nom"), max_length=80, help_text=_("Au singulier, comme sur la page : « Boulangerie »."))
    plural = models.CharField(_("nom au pluriel"), max_length=80, blank=True)
    translations = models.JSONField(_("traductions"), default=dict, blank=True)
    terms = models.TextField(_("mots de recherche"), blank=True, help_text=_("Séparés par des virgules."))
    osm_tags = models.JSONField(_("valeurs OpenStreetMap"), default=list, blank=True)
    naf_codes = models.JSONField(_("codes NAF"), default=list, blank=True)
    shop_kind = models.CharField(_("type d’adresse"), max_length=12, choices=ShopKind, default=ShopKind.SHOP)
    need = models.CharField(_("besoin"), max_length=80, blank=True, help_text=_("Titre de groupe : « Se nourrir »."))
    also_heading = models.CharField(
        _("titre des voisins"), max_length=80, blank=True, help_text=_("« Ils réparent aussi ».")
    )
    schema_type = models.CharField(_("type schema.org"), max_length=60, default="LocalBusiness")
    order = models.PositiveSmallIntegerField(_("ordre"), default=0)

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("catégorie")
        verbose_name_plural = _("catégories")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Keep two levels: a family has no family."""
        if self.parent and (self.parent.parent_id or self.parent_id == self.pk):
            raise ValidationError({"parent": _("Choisissez une famille : il n’y a que deux niveaux.")})

    def label(self, language: str | None = None) -> str:
        """Return the name in a language (ISO 639-1), in French where there is no translation."""
        translated = self.translations.get(language or get_language() or "", {})
        return translated.get("name") or self.name

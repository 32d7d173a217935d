from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

hex_colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Écrivez une couleur comme #0b4f6c."))


@register_setting(icon="view")
class TerritoryTheme(BaseGenericSetting):
    """How one recognises the town: its name, its logo and two colours, from which the palettes derive."""

    name = models.CharField(_("nom affiché"), max_length=120, default="Parvis")
    tagline = models.CharField(_("sous-titre"), max_length=120, blank=True, default="Commerces et artisans")
    logo = models.ForeignKey(
        "base.PortalImage", verbose_name=_("logo"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    aplat = models.CharField(
        _("couleur d’aplat"),
        max_length=7,
        default="#efc45a",
        validators=[hex_colour],
        help_text=_("Le fond auquel on reconnaît la ville : en-tête, cartes."),
    )
    trait = models.CharField(
        _("couleur de trait"),
        max_length=7,
        default="#0b4f6c",
        validators=[hex_colour],
        help_text=_("Ce qui agit et désigne : liens, boutons, points."),
    )
    owner_label = models.CharField(
        _("porteur du service"), max_length=160, blank=True, help_text=_("Par exemple « la Ville de Montpellier ».")
    )
    contact_email = models.EmailField(_("adresse de contact"), blank=True)
    tile_url = models.CharField(
        _("fond de carte"),
        max_length=255,
        blank=True,
        help_text=_("Adresse d’un serveur de tuiles, avec {z}, {x} et {y}. Vide : le plan du site seul."),
    )
    tile_credit = models.CharField(_("crédit du fond de carte"), max_length=160, blank=True)
    historical_notice = models.CharField(
        _("avertissement"), max_length=255, blank=True, help_text=_("Montré en haut de chaque page.")
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("tagline"), FieldPanel("logo"), FieldPanel("owner_label")],
            heading=_("Identité"),
        ),
        MultiFieldPanel([FieldPanel("aplat"), FieldPanel("trait")], heading=_("Couleurs")),
        MultiFieldPanel([FieldPanel("tile_url"), FieldPanel("tile_credit")], heading=_("Carte")),
        MultiFieldPanel([FieldPanel("contact_email"), FieldPanel("historical_notice")], heading=_("Messages")),
    ]

    class Meta:
        verbose_name = _("thème du territoire")


@register_setting(icon="clipboard-list")
class LegalSettings(BaseGenericSetting):
    """What the legal notice (LCEN, art. 6 III) and the accessibility statement (RGAA) must say."""

    class Accessibility(models.TextChoices):
        NONE = "non", _("non conforme")
        PARTIAL = "partial", _("partiellement conforme")
        FULL = "full", _("totalement conforme")

    publisher = models.TextField(_("éditeur"), blank=True, help_text=_("Nom, adresse et téléphone de la collectivité."))
    publication_director = models.CharField(_("directeur de la publication"), max_length=160, blank=True)
    host = models.TextField(_("hébergeur"), blank=True, help_text=_("Nom, adresse et téléphone."))
    dpo_email = models.EmailField(_("délégué à la protection des données"), blank=True)
    accessibility_status = models.CharField(
        _("conformité au RGAA"), max_length=10, choices=Accessibility, default=Accessibility.NONE
    )
    accessibility_note = models.TextField(_("ce qui n’est pas encore accessible"), blank=True)

    panels = [
        MultiFieldPanel(
            [FieldPanel("publisher"), FieldPanel("publication_director"), FieldPanel("host"), FieldPanel("dpo_email")],
            heading=_("Mentions légales"),
        ),
        MultiFieldPanel(
            [FieldPanel("accessibility_status"), FieldPanel("accessibility_note")], heading=_("Accessibilité")
        ),
    ]

    class Meta:
        verbose_name = _("mentions légales et accessibilité")

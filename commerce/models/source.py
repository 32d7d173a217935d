from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.TextChoices):
    """Where a fact comes from."""

    OSM = "osm", _("OpenStreetMap")
    SIRENE = "sirene", _("répertoire Sirene")
    EXPORT = "export", _("ancienne plateforme")
    MERCHANT = "merchant", _("le commerce")
    STAFF = "staff", _("la mairie")


class ShopSource(models.Model):
    """What a source calls a shop: the table by which an import finds it again."""

    shop = models.ForeignKey("commerce.ShopPage", on_delete=models.CASCADE, related_name="sources")
    source = models.CharField(max_length=10, choices=Source)
    reference = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "reference"], name="unique_source_reference")]

    def __str__(self) -> str:
        return f"{self.source}:{self.reference}"

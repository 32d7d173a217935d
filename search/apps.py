from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Documents, queries and engines. Knows documents, not shops."""

    name = "search"
    verbose_name = _("Recherche")

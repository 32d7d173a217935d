from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommerceConfig(AppConfig):
    """Shops, their categories and where their facts come from."""

    name = "commerce"
    verbose_name = _("Commerces")
    default_auto_field = "django.db.models.BigAutoField"

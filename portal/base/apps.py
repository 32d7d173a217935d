from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    """Theme, images, users and the small pure modules that every app stands on."""

    name = "portal.base"
    label = "base"
    verbose_name = _("Socle")
    default_auto_field = "django.db.models.BigAutoField"

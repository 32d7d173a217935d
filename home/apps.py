from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Territory, neighbourhoods, news, events and plain pages."""

    name = "home"
    verbose_name = _("Territoire")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to Wagtail."""
        from home import signals  # noqa: F401 - importing connects the receivers, once models are loaded

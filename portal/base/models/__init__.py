"""Models that every app may stand on."""

from .media import PortalImage, PortalRendition
from .pages import BasePage
from .theme import LegalSettings, TerritoryTheme
from .users import User

__all__ = ["BasePage", "LegalSettings", "PortalImage", "PortalRendition", "TerritoryTheme", "User"]

"""Page models of the territory."""

from .addresses import OldAddress
from .events import EventIndexPage, EventPage
from .home import TerritoryPage
from .neighbourhood import Figure, NeighbourhoodPage
from .news import NewsIndexPage, NewsPage
from .standard import StandardPage

__all__ = [
    "EventIndexPage",
    "EventPage",
    "Figure",
    "NeighbourhoodPage",
    "NewsIndexPage",
    "NewsPage",
    "OldAddress",
    "StandardPage",
    "TerritoryPage",
]

"""Opening hours: what people type, what OSM writes, and whether the door is open now. Plain Python."""

from .day import clock, echo, parse_day, typed
from .errors import HoursError
from .french import osm_from_french
from .grid import WeekGrid, grid_from_osm, grid_to_osm
from .intervals import DAY, WEEK, Interval
from .osm import normalise
from .state import OpenState
from .timetable import Closing, Timetable, timetable

__all__ = [
    "DAY",
    "WEEK",
    "Closing",
    "HoursError",
    "Interval",
    "OpenState",
    "Timetable",
    "WeekGrid",
    "clock",
    "echo",
    "grid_from_osm",
    "grid_to_osm",
    "normalise",
    "osm_from_french",
    "parse_day",
    "timetable",
    "typed",
]

"""The only place that calls the opening-hours library; its traps are answered here."""

import re
import unicodedata
from functools import lru_cache

from opening_hours import OpeningHours, validate

from .errors import HoursError
from .french import osm_from_french
from .grid import grid_from_osm, grid_to_osm

MAX_LENGTH = 1000
_QUOTED = re.compile(r'("[^"]*")')
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_FRENCH_DAYS = {"Lu": "Mo", "Ma": "Tu", "Me": "We", "Je": "Th", "Ve": "Fr", "Di": "Su"}
_FRENCH_DAY = re.compile(rf"\b(?:{'|'.join(_FRENCH_DAYS)})\b")
_HOUR = re.compile(r"\b(\d{1,2})h(\d{2})?\b")
# A comment without a state would count as open: « sur rendez-vous » is not an open door.
_BARE_COMMENT = re.compile(r'(^|;|\|\||:)(\s*)(?=")')
_NEVER = re.compile(r"\b(?:Feb (?:30|31)|(?:Apr|Jun|Sep|Nov) 31)\b|/0*[01](?!\d|:)")
_NOT_HOURS = "« {} » ne se lit pas comme des horaires. Écrivez par exemple Mo-Fr 09:00-12:30,14:00-19:00; Su off."


@lru_cache(maxsize=4096)
def parse(value: str) -> OpeningHours:
    """Return the library's object for a value of `normalise`, kept in memory. Raises HoursError."""
    if not validate(value):
        raise HoursError(_NOT_HOURS.format(value[:60]))
    return OpeningHours(value, country="FR")


def normalise(value: str, insee: str = "") -> str:
    """Return a checked OSM value in one spelling; "" for nothing said. Raises HoursError.

    French prose and spellings seen in real data are read; school holidays (SH) are refused, because the library
    evaluates them wrongly. `insee` is kept for rules that would depend on the commune.
    """
    text = _tidy(value)
    if not text:
        return ""
    if len(text) > MAX_LENGTH:
        raise HoursError("Ces horaires sont trop longs : mille caractères au plus.")
    _refuse_traps(text)
    try:
        checked = str(parse(_BARE_COMMENT.sub(r"\1\2unknown ", _outside_quotes(text))))
    except HoursError:
        french = osm_from_french(value)
        if french is None:
            raise
        return french
    grid = grid_from_osm(checked)
    overnight = grid is not None and any(end > 1440 for slots in grid.days for _, end in slots)
    # Nights are written again so that the evaluator does not cut them at midnight where the next day has a rule.
    return grid_to_osm(grid) if grid is not None and overnight else checked


def _tidy(value: str) -> str:
    """Return the value on one line, composed, without control characters, with plain dashes."""
    text = unicodedata.normalize("NFC", str(value))
    text = "".join(char if unicodedata.category(char)[0] != "C" else " " for char in text)
    return " ".join(_DASHES.sub("-", text).split()).rstrip("; ")


def _outside_quotes(text: str) -> str:
    """Return the value with French days and « 7h30 » in OSM spelling, comments untouched."""
    pieces = _QUOTED.split(text)
    for index in range(0, len(pieces), 2):
        piece = _HOUR.sub(lambda found: f"{int(found[1]):02d}:{found[2] or '00'}", pieces[index])
        pieces[index] = _FRENCH_DAY.sub(lambda found: _FRENCH_DAYS[found[0]], piece)
    return "".join(pieces)


def _refuse_traps(text: str) -> None:
    """Raise HoursError for what the library lets through and evaluates wrongly."""
    rules = _QUOTED.sub('""', text)
    if re.search(r"\bSH\b", rules):
        raise HoursError(
            "Les vacances scolaires (SH) ne sont pas comprises : écrivez les dates, par exemple Jul-Aug off."
        )
    if _NEVER.search(rules):
        raise HoursError(f"« {text[:60]} » contient une date ou un pas qui n’existe pas.")

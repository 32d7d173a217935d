"""What a person types for one day, and the echo of what was understood."""

import re
import unicodedata
from collections.abc import Iterable

from .errors import HoursError
from .intervals import DAY, Interval

MAX_TYPED = 200
MAX_SLOTS = 6
_CLOSED = frozenset({"", "-", "ferme", "fermee", "fermes", "closed", "off", "repos", "non", "rien", "neant", "x"})
_ALL_DAY = re.compile(r"(?:24 ?h?(?: ?/ ?| sur )24 ?h?|jour et nuit|toute la journee|non[ -]?stop 24h)")
_ON_REQUEST = re.compile(r"\b(?:sur )?(?:rdv|rendez[ -]?vous)\b")
# After « 12h » a space ends the hour (« 9-12h 14-19h »); after « 12 h » minutes may follow (« 12 h 30 »).
_TIME = (
    r"(?P<hour>\d{1,2})(?:(?:h|:|\.)(?P<tight>\d{2}(?!\d))|h| (?:heures?|h)(?: ?(?P<loose>\d{2})(?!\d| ?(?:h|:|\.)))?)"
    r"|(?P<digits>\d{3,4})(?!\d)|(?P<bare>\d{1,2})(?!\d)"
)
_TOKEN = re.compile(rf"{_TIME}|(?P<dash>-|a\b|au\b|jusqu'a\b)|(?P<join>[,;/+&|\n ]|et\b|puis\b|de\b|du\b)")


def parse_day(text: str) -> tuple[Interval, ...]:
    """Return the slots of a day as typed by a person, in minutes; an end over 1,440 is after midnight.

    Raises HoursError, and nothing else, with a sentence that says what to change.
    """
    shown = " ".join(str(text)[:MAX_TYPED].split())
    plain = plain_words(text)
    if len(plain) > MAX_TYPED:
        raise HoursError(
            "C’est trop long pour une journée. Écrivez seulement les horaires, par exemple 9h-12h30 14h-19h."
        )
    if plain.strip(" .") in _CLOSED:
        return ()
    if _ALL_DAY.fullmatch(plain):
        return ((0, DAY),)
    if _ON_REQUEST.search(plain):
        raise HoursError(
            "« Sur rendez-vous » n’est pas un horaire. "
            "Écrivez les heures où l’on peut venir, ou laissez la journée vide."
        )
    return _check(_slots(plain, shown))


def plain_words(text: str) -> str:
    """Return the text in lower case without accents, with one kind of space, dash and apostrophe."""
    decomposed = unicodedata.normalize("NFKD", str(text)[: MAX_TYPED + 50].casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    plain = re.sub(r"[\u2010-\u2015\u2212→]", "-", plain).replace("’", "'")
    plain = " ".join(re.sub(r"[\u200b-\u200f\u2060]", "", plain).split())
    plain = re.sub(r"\bmidi\b", "12h", plain)
    return re.sub(r"\bminuit\b", "24h", plain)


def _slots(plain: str, shown: str) -> list[Interval]:
    """Return the pairs of hours of a text, or raise the error that fits it."""
    words = _tokens(plain, shown)
    slots: list[Interval] = []
    while words:
        if len(words) < 3 or words[0] is None or words[1] is not None or words[2] is None:
            raise HoursError(f"« {shown} » n’est pas un horaire. Écrivez par exemple 9h-12h30 14h-19h.")
        slots.append(_slot(words[0], words[2]))
        words = words[3:]
    if not slots or len(slots) > MAX_SLOTS:
        raise HoursError(f"« {shown} » n’est pas un horaire. Écrivez par exemple 9h-12h30 14h-19h.")
    return slots


def _tokens(plain: str, shown: str) -> list[tuple[int, int] | None]:
    """Return hours as (hour, minute) and None for each dash; anything else is an error."""
    tokens: list[tuple[int, int] | None] = []
    position = 0
    while position < len(plain):
        found = _TOKEN.match(plain, position)
        if not found:
            raise HoursError(f"« {shown} » n’est pas un horaire. Écrivez par exemple 9h-12h30 14h-19h.")
        position = found.end()
        if found["dash"]:
            tokens.append(None)
        elif found["digits"]:
            tokens.append((int(found["digits"][:-2]), int(found["digits"][-2:])))
        elif not found["join"]:
            tokens.append((int(found["hour"] or found["bare"]), int(found["tight"] or found["loose"] or 0)))
    return tokens


def _slot(first: tuple[int, int], last: tuple[int, int]) -> Interval:
    """Return one slot in minutes, over midnight if it ends before it starts."""
    name = f"« {_short(first)}-{_short(last)} »"
    for hour, minute in (first, last):
        if hour > 24 or (hour == 24 and minute):
            raise HoursError(f"{name} n’est pas un horaire. Une journée s’arrête à 24h.")
        if minute > 59:
            raise HoursError(f"{name} n’est pas un horaire. Une heure a soixante minutes.")
    start, end = (first[0] * 60 + first[1]) % DAY, last[0] * 60 + last[1]
    if end == start:
        raise HoursError(f"{name} commence et finit à la même heure. Pour une journée entière, écrivez 24h/24.")
    return start, end if end > start else end + DAY


def _check(slots: list[Interval]) -> tuple[Interval, ...]:
    """Return the slots in order, asking where they overlap or look like a slip of the keyboard."""
    ordered = tuple(sorted(slots))
    for (start, end), (later, last) in zip(ordered, ordered[1:], strict=False):
        if later < end:
            raise HoursError(f"« {_typed(start, end)} » et « {_typed(later, last)} » se chevauchent.")
    start, end = ordered[-1]
    if len(ordered) > 1 and end - DAY >= ordered[0][0]:
        raise HoursError(
            f"« {_typed(start, end)} » rejoint l’ouverture du lendemain : est-ce une faute de frappe ? "
            "Si vous ne fermez jamais, écrivez 24h/24."
        )
    return ordered


def _short(time: tuple[int, int]) -> str:
    """Return an hour as people type it: 9h, 12h30."""
    return f"{time[0]}h{time[1]:02d}" if time[1] else f"{time[0]}h"


def _typed(start: int, end: int) -> str:
    """Return a slot as people type it: 9h-12h30."""
    return f"{_short(divmod(start, 60))}-{_short(divmod(_clock(end), 60))}"


def _clock(minute: int) -> int:
    """Return the minute of the clock on the wall, with 24 h for the midnight that ends a day."""
    return minute if minute <= DAY else minute - DAY


def typed(slots: Iterable[Interval]) -> str:
    """Return slots as a person would type them, for the field of a form: "9h-12h30 14h-19h"."""
    return " ".join("24h/24" if slot == (0, DAY) else _typed(*slot) for slot in slots)


def clock(minute: int) -> str:
    """Return an hour in French print: "19 h 30", with spaces that do not break."""
    hours, minutes = divmod(_clock(minute), 60)
    return f"{hours}\u00a0h\u00a0{minutes:02d}" if minutes else f"{hours}\u00a0h"


def echo(slots: Iterable[Interval]) -> str:
    """Return what was understood: « 6 h 30 – 13 h, 15 h 30 – 19 h 30 », « Fermé », « Jour et nuit »."""
    slots = tuple(slots)
    if slots == ((0, DAY),):
        return "Jour et nuit"
    return ", ".join(f"{clock(start)}\u00a0– {clock(end)}" for start, end in slots) or "Fermé"

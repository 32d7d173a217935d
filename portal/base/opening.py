"""The state of opening in words: the sentences that screens show, in the visitor's language."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .hours import DAY, OpenState, Timetable, clock
from .hours.intervals import Interval
from .hours.state import PARIS
from .text import typography

_WIDE = "\u00a0"


@dataclass(frozen=True)
class StateText:
    """A state as shown: the kind gives the mark, `word` is bold, `rest` follows it as it is."""

    kind: str
    word: str
    rest: str


@dataclass(frozen=True)
class WeekRow:
    """One row of the table of hours; no slots means closed."""

    name: str
    slots: tuple[str, ...]
    is_today: bool
    note: str = ""


def describe(state: OpenState, now: datetime) -> StateText:
    """Return the sentence of a state (BRIEF §6): « Ouvert » + « , ferme à 19 h 30 »."""
    today = now.astimezone(PARIS).date() if now.tzinfo else now.date()
    word, rest = _SENTENCES[state.kind](state, today)
    return StateText(state.kind, word, typography(rest))


def short_state(state: OpenState) -> StateText:
    """Return the state for a directory, without the next change."""
    if state.kind in {"open", "closing_soon"}:
        return StateText(state.kind, _("Ouvert"), "")
    if state.kind == "unknown":
        return StateText(state.kind, "", _("Horaires non connus"))
    return StateText(state.kind, _("Fermé"), "")


def _open(state: OpenState, today: date) -> tuple[str, str]:
    """Say that it is open, and until when."""
    if state.change is None:
        return _("Ouvert"), " " + _("toute la journée")
    return _("Ouvert"), _(", ferme %(when)s") % {"when": _when(_last_minute(state.change, today), today)}


def _closing_soon(state: OpenState, today: date) -> tuple[str, str]:
    """Say that it closes soon, and when."""
    when = _at(state.change) if state.change else ""
    return _("Ferme bientôt"), f", {when}" if when else ""


def _closed(state: OpenState, today: date) -> tuple[str, str]:
    """Say that it is closed, and when it opens."""
    if state.change is None:
        return _("Fermé"), ""
    return _("Fermé"), _(", ouvre %(when)s") % {"when": _when(state.change, today)}


def _closure(state: OpenState, today: date) -> tuple[str, str]:
    """Say until which day the closure lasts."""
    if state.until_date is None or state.until_date == date.max:
        return _("Fermé"), ""
    if state.until_date == today:
        return _("Fermé"), " " + _("aujourd’hui")
    return _("Fermé"), " " + _("jusqu’au %(day)s") % {"day": _day(state.until_date, today)}


def _gone(state: OpenState, today: date) -> tuple[str, str]:
    """Say since which month it is gone."""
    if state.until_date is None:
        return _("Fermé définitivement"), ""
    month = formats.date_format(state.until_date, "F Y")
    return _("Fermé définitivement"), " " + _("depuis %(month)s") % {"month": month}


def _unknown(state: OpenState, today: date) -> tuple[str, str]:
    """Say calmly that nobody knows; no word in bold."""
    return "", _("Horaires non connus")


_SENTENCES = {
    "open": _open,
    "closing_soon": _closing_soon,
    "closed": _closed,
    "closure": _closure,
    "gone": _gone,
    "unknown": _unknown,
}


def _last_minute(change: datetime, today: date) -> tuple[date, int]:
    """Return the day and minute of a closing; midnight belongs to the day that it ends."""
    if change.hour == change.minute == 0:
        return change.date() - timedelta(days=1), DAY
    return change.date(), change.hour * 60 + change.minute


def _when(moment: datetime | tuple[date, int], today: date) -> str:
    """Return « à 15 h 30 », « demain à 10 h », « jeudi à 9 h » within six days, else « le 12 janvier »."""
    if isinstance(moment, datetime):
        moment = moment.date(), moment.hour * 60 + moment.minute
    day, minute = moment
    gap = (day - today).days
    at = _("à %(time)s") % {"time": local_clock(minute)}
    if gap <= 0:
        return at
    if gap == 1:
        return _("demain %(at)s") % {"at": at}
    if gap < 7:
        return _("%(weekday)s %(at)s") % {"weekday": formats.date_format(day, "l"), "at": at}
    return _("le %(day)s") % {"day": _day(day, today)}


def _at(moment: datetime) -> str:
    """Return « à 17 h »; midnight is 24 h."""
    return _("à %(time)s") % {"time": local_clock((moment.hour * 60 + moment.minute) or DAY)}


def _day(day: date, today: date) -> str:
    """Return « 12 janvier », « 1er janvier », with the year when it is not clear by itself."""
    far = not timedelta(days=-60) < day - today < timedelta(days=300)
    if _french():
        number = "1er" if day.day == 1 else str(day.day)
        year = f" {day.year}" if far else ""
        return f"{number}{_WIDE}{formats.date_format(day, 'F')}{year}"
    return formats.date_format(day, "j F Y" if far else "j F")


def _french() -> bool:
    """Tell whether the page is in French."""
    return (get_language() or "fr").startswith("fr")


def local_clock(minute: int) -> str:
    """Return an hour as the language of the page prints it: « 19 h 30 », else 19:30."""
    if _french():
        return clock(minute)
    minute = minute if minute <= DAY else minute - DAY
    return f"{minute // 60:02d}:{minute % 60:02d}"


def local_slots(slots: tuple[Interval, ...]) -> tuple[str, ...]:
    """Return the slots of a day as shown in a table."""
    if slots == ((0, DAY),):
        return (_("Jour et nuit"),)
    return tuple(f"{local_clock(start)}{_WIDE}– {local_clock(end)}" for start, end in slots)


def week_rows(table: Timetable, today: date) -> list[WeekRow]:
    """Return Monday to Sunday of the week of `today`, dated changes of that week included."""
    if not table.known:
        return []
    monday = today - timedelta(days=today.weekday())
    return [_row(table, monday + timedelta(days=step), today) for step in range(7)]


def _row(table: Timetable, day: date, today: date) -> WeekRow:
    """Return one day; hours after midnight are shown on the evening that they belong to."""
    shown = list(table.day(day))
    tomorrow = table.day(day + timedelta(days=1))
    if shown and shown[0][0] == 0 and _night_before(table, day):
        shown = shown[1:]
    if shown and shown[-1][1] == DAY and shown[-1][0] > 0 and tomorrow and tomorrow[0][0] == 0 and tomorrow[0][1] < DAY:
        shown[-1] = (shown[-1][0], DAY + tomorrow[0][1])
    unknown = bool(table.hours(day)[1]) and not shown
    note = _("sur demande") if unknown else ""
    return WeekRow(formats.date_format(day, "l").capitalize(), local_slots(tuple(shown)), day == today, note)


def _night_before(table: Timetable, day: date) -> bool:
    """Tell whether the first slot of a day began the evening before."""
    before, first = table.day(day - timedelta(days=1)), table.day(day)[0]
    return bool(before) and before[-1][1] == DAY and before[-1][0] > 0 and first[1] < DAY

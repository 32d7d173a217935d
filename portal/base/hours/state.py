"""Open or closed at a moment, and when that changes."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from .intervals import DAY, Interval

if TYPE_CHECKING:
    from .timetable import Timetable

PARIS = ZoneInfo("Europe/Paris")
SOON = 30  # minutes; BRIEF: « Ferme bientôt »
HORIZON = 400  # days
Kind = Literal["open", "closing_soon", "closed", "closure", "unknown", "gone"]


@dataclass(frozen=True)
class OpenState:
    """The state at a moment; `change` is the next one, `until_date` the last day of a closure."""

    kind: Kind
    change: datetime | None = None
    until_date: date | None = None

    @property
    def api(self) -> Literal["open", "closed", "unknown"]:
        """Return the state in the three words of the public interface."""
        if self.kind in {"open", "closing_soon"}:
            return "open"
        return "unknown" if self.kind == "unknown" else "closed"


def state_at(table: "Timetable", when: datetime) -> OpenState:
    """Return the state of a timetable at a moment."""
    local = when.astimezone(PARIS) if when.tzinfo else when.replace(tzinfo=PARIS)
    today, minute = local.date(), local.hour * 60 + local.minute
    closing = table.closing(today)
    if closing:
        return OpenState("closure", _next_opening(table, today, minute), _last_day(table, today))
    if not table.known:
        return OpenState("unknown")
    opened, unknown = table.hours(today)
    if _inside(opened, minute):
        change = _end(table, 0, today, minute)
        left = DAY if change is None else _wall_minutes(change, today) - minute
        return OpenState("closing_soon" if left <= SOON else "open", change)
    if _inside(unknown, minute):
        return OpenState("unknown", _end(table, 1, today, minute))
    return OpenState("closed", _next_opening(table, today, minute))


def _inside(slots: tuple[Interval, ...], minute: int) -> bool:
    """Tell whether a minute is in one of the slots."""
    return any(start <= minute < end for start, end in slots)


def _wall_minutes(moment: datetime, today: date) -> int:
    """Return the minutes of the wall clock from today's midnight to a moment."""
    return (moment.date() - today).days * DAY + moment.hour * 60 + moment.minute


def _moment(day: date, minute: int) -> datetime:
    """Return a minute of a day as Paris time; 1,440 is the midnight after it."""
    if minute == DAY:
        day, minute = day + timedelta(days=1), 0
    return datetime.combine(day, time(minute // 60, minute % 60), PARIS)


def _end(table: "Timetable", part: int, today: date, minute: int) -> datetime | None:
    """Return when the slot that holds a minute ends, over midnights; None if it lasts eight days or more."""
    for step in range(8):
        day = today + timedelta(days=step)
        slot = next(((a, b) for a, b in table.hours(day)[part] if a <= minute < b), None)
        if slot is None:
            return _moment(day, 0)
        if slot[1] < DAY:
            return _moment(day, slot[1])
        minute = 0
    return None


def _next_opening(table: "Timetable", today: date, minute: int) -> datetime | None:
    """Return the next moment at which a slot starts, within the horizon."""
    for step in range(HORIZON if table.known else 0):
        day = today + timedelta(days=step)
        for start, _ in table.day(day):
            if step or start > minute:
                return _moment(day, start)
    return None


def _last_day(table: "Timetable", day: date) -> date:
    """Return the last day of the closures that follow each other from a day on."""
    last, closing = day, table.closing(day)
    while closing and closing.last < date.max:
        last = closing.last
        closing = table.closing(last + timedelta(days=1))
    return closing.last if closing else last

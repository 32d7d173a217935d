"""A shop's opening as minutes: a usual week, and the days of the next thirteen months that differ from it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from opening_hours import State

from .errors import HoursError
from .holidays import local_holidays, national_holidays
from .intervals import DAY, WEEK, Interval, clip, merge
from .osm import normalise, parse
from .state import OpenState, state_at

Slots = tuple[Interval, ...]
DayHours = tuple[Slots, Slots]  # open, unknown


@dataclass(frozen=True)
class Closing:
    """Days on which the shop is closed whatever its hours say; both days included."""

    first: date
    last: date
    reason: str = ""


@dataclass(frozen=True)
class Timetable:
    """Opening in local wall-clock minutes; Monday 0:00 is 0. `dated` lists days that differ: (open, unknown)."""

    known: bool = False
    week: Slots = ()
    week_unknown: Slots = ()
    dated: Mapping[date, DayHours] = field(default_factory=dict)
    closings: tuple[Closing, ...] = ()

    def hours(self, day: date) -> DayHours:
        """Return the open and unknown intervals of a day, within that day."""
        if day in self.dated:
            return self.dated[day]
        if self.closing(day):
            return (), ()
        first = day.weekday() * DAY
        return clip(self.week, first, first + DAY), clip(self.week_unknown, first, first + DAY)

    def day(self, day: date) -> Slots:
        """Return the open intervals of a day, within that day."""
        return self.hours(day)[0]

    def closing(self, day: date) -> Closing | None:
        """Return the closure in force on a day, the one that lasts longest."""
        found = [closing for closing in self.closings if closing.first <= day <= closing.last]
        return max(found, key=lambda closing: closing.last, default=None)

    def state_at(self, when: datetime) -> OpenState:
        """Return the state at a moment (aware: turned into Paris time; naive: taken as local)."""
        return state_at(self, when)

    def to_json(self) -> dict[str, Any]:
        """Return plain data that JSON can carry, for the search index."""
        return {
            "known": self.known,
            "week": [list(slot) for slot in self.week],
            "week_unknown": [list(slot) for slot in self.week_unknown],
            "dated": {day.isoformat(): [list(map(list, part)) for part in parts] for day, parts in self.dated.items()},
            "closings": [[one.first.isoformat(), one.last.isoformat(), one.reason] for one in self.closings],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Timetable":
        """Return the timetable that `to_json` wrote."""
        return cls(
            known=bool(data["known"]),
            week=_slots(data["week"]),
            week_unknown=_slots(data["week_unknown"]),
            dated={date.fromisoformat(day): (_slots(a), _slots(b)) for day, (a, b) in data["dated"].items()},
            closings=tuple(Closing(date.fromisoformat(a), date.fromisoformat(b), c) for a, b, c in data["closings"]),
        )


def _slots(rows: Iterable[Iterable[int]]) -> Slots:
    """Return rows of JSON as intervals."""
    return tuple((start, end) for start, end in rows)


def timetable(
    value: str, closings: Iterable[Closing] = (), *, today: date, insee: str = "", days: int = 400
) -> Timetable:
    """Return the timetable of an OSM value from `today` on. Hours that cannot be read are unknown, never an error."""
    closings = tuple(closings)
    try:
        usual = _usual(normalise(value, insee), today, insee, days)
    except HoursError:
        usual = Timetable()
    dated = dict(usual.dated)
    for closing in closings:
        last = min(closing.last, today + timedelta(days=days - 1))
        day = max(closing.first, today)
        while usual.known and day <= last:
            dated[day] = ((), ())
            day += timedelta(days=1)
    return Timetable(usual.known, usual.week, usual.week_unknown, dated, closings)


@lru_cache(maxsize=2048)
def _usual(value: str, today: date, insee: str, days: int) -> Timetable:
    """Return the timetable of a checked value without closures."""
    if not value:
        return Timetable()
    found = _evaluate(value, today, days)
    if "PH" in value and insee:
        _apply_local_holidays(found, value, insee)
    template = [_most_usual(found, weekday) for weekday in range(7)]
    dated = {day: hours for day, hours in found.items() if hours != template[day.weekday()]}
    return Timetable(True, _week(template, 0), _week(template, 1), dated)


def _evaluate(value: str, first: date, days: int) -> dict[date, DayHours]:
    """Return what the library says of each day, as minutes within the day."""
    origin = datetime(first.year, first.month, first.day)
    spans: dict[Any, list[Interval]] = {State.OPEN: [], State.UNKNOWN: [], State.CLOSED: []}
    for start, end, state, _ in parse(value).intervals(origin, origin + timedelta(days=days)):
        spans[state].append((_minutes(start - origin), _minutes(end - origin)))
    opened, unknown = _by_day(spans[State.OPEN], days), _by_day(spans[State.UNKNOWN], days)
    return {first + timedelta(days=index): (opened[index], unknown[index]) for index in range(days)}


def _minutes(gap: timedelta) -> int:
    """Return a gap in whole minutes."""
    return gap.days * DAY + gap.seconds // 60


def _by_day(spans: list[Interval], days: int) -> list[Slots]:
    """Return spans counted from the first midnight, cut at each midnight."""
    cut: list[list[Interval]] = [[] for _ in range(days)]
    for start, end in spans:
        for index in range(start // DAY, min(-(-end // DAY), days)):
            cut[index].append((max(start - index * DAY, 0), min(end - index * DAY, DAY)))
    return [merge(one) for one in cut]


def _apply_local_holidays(found: dict[date, DayHours], value: str, insee: str) -> None:
    """Give the holidays of the département the hours of the nearest national one on the same weekday."""
    years = {day.year for day in found}
    for year in years:
        for day in local_holidays(year, insee) & found.keys():
            like = [one for near in range(year - 7, year + 8) for one in national_holidays(near)]
            twin = min((one for one in like if one.weekday() == day.weekday()), key=lambda one: abs(one - day))
            found[day] = _evaluate(value, twin, 1)[twin]


def _most_usual(found: dict[date, DayHours], weekday: int) -> DayHours:
    """Return the commonest hours of a weekday, so that few days have to be listed; the first seen if two are equal."""
    counted = Counter(hours for day, hours in found.items() if day.weekday() == weekday)
    return counted.most_common(1)[0][0] if counted else ((), ())


def _week(template: list[DayHours], part: int) -> Slots:
    """Return one week of intervals from seven days, joined over midnight but not from Sunday to Monday."""
    shifted = [
        (weekday * DAY + start, weekday * DAY + end)
        for weekday, hours in enumerate(template)
        for start, end in hours[part]
    ]
    return clip(merge(shifted), 0, WEEK)

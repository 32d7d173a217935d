"""The week as one text field a day, and its OSM value: a round trip."""

import re
from dataclasses import dataclass

from .errors import HoursError
from .intervals import DAY, Interval, merge

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
Slots = tuple[Interval, ...]
_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)"
_SELECTOR = rf"{_DAY}(?:-{_DAY})?(?: ?, ?{_DAY}(?:-{_DAY})?)*"
_RULE = re.compile(
    rf"(?:(?P<days>{_SELECTOR})(?: +|$))?(?P<times>24/7|off|closed|\d\d?:\d\d-\d\d:\d\d(?: ?, ?\d\d?:\d\d-\d\d:\d\d)*)?"
)
# A comma followed by a day starts an additional rule only where times came before it.
_ADDITIONAL = re.compile(rf"(?<=\d\d:\d\d), *(?={_DAY})")


@dataclass(frozen=True)
class WeekGrid:
    """Seven days of slots from Monday, and those of public holidays; None when nothing was said of them."""

    days: tuple[Slots, Slots, Slots, Slots, Slots, Slots, Slots]
    holidays: Slots | None = None


def grid_from_osm(value: str) -> WeekGrid | None:
    """Return the grid of an OSM value, or None when the value says more than a grid can hold."""
    week: dict[str, Slots] = {}
    for index, rule in enumerate(value.strip().rstrip(";").split(";")):
        for part, piece in enumerate(_ADDITIONAL.split(rule)):
            read = _rule(piece.strip())
            if read is None or (part and any(day in week for day in read[0])):
                return None
            days, slots = read
            # "closed" alone after other rules closes everything, which nobody means: keep it as text.
            if len(days) == 7 and index and not slots:
                return None
            week.update(dict.fromkeys(days, slots))
    seven = tuple(week.get(day, ()) for day in DAYS)
    return WeekGrid(seven, week.get("PH"))  # type: ignore[arg-type]  # mypy does not count the seven names


def _rule(text: str) -> tuple[list[str], Slots] | None:
    """Return the days and slots of one rule, or None when it is more than that."""
    found = _RULE.fullmatch(text)
    if not text or not found or not found["times"]:
        return None
    days = _days(found["days"]) if found["days"] else list(DAYS)
    if not days or (found["times"] == "24/7" and found["days"]):
        return None
    if found["times"] in {"off", "closed"}:
        return days, ()
    if found["times"] == "24/7":
        return days, ((0, DAY),)
    slots = tuple(_slot(one) for one in found["times"].split(","))
    if any(end <= start or end > 2 * DAY or start >= DAY for start, end in slots) or merge(slots) != slots:
        return None
    return days, slots


def _days(selector: str) -> list[str]:
    """Return the days of a selector: "Mo-We,PH"; a range that ends before it starts goes over Sunday."""
    days: list[str] = []
    for part in selector.replace(" ", "").split(","):
        first, _, last = part.partition("-")
        if "PH" in (first, last):
            if last:
                return []
            days.append(first)
            continue
        start, end = DAYS.index(first), DAYS.index(last or first)
        days += [DAYS[step % 7] for step in range(start, (end if end >= start else end + 7) + 1)]
    return days


def _slot(text: str) -> Interval:
    """Return "18:00-02:00" in minutes."""
    first, last = (int(hour) * 60 + int(minute) for hour, minute in (t.split(":") for t in text.strip().split("-")))
    return first, last if last > first else last + DAY


def grid_to_osm(grid: WeekGrid) -> str:
    """Return the OSM value of a grid; "closed" for a week without slots. Raises HoursError on impossible slots."""
    for slots in (*grid.days, grid.holidays or ()):
        if any(not 0 <= start < DAY or not start < end <= start + DAY for start, end in slots):
            raise HoursError("Un créneau commence dans la journée et dure au plus vingt-quatre heures.")
    rules = _week_rules(grid.days)
    overnight = any(end > DAY for slots in grid.days for _, end in slots)
    # After ";" the evaluator cuts the night before at midnight; "," adds the day and keeps the night.
    value = (", " if overnight else "; ").join(rules) or "closed"
    if grid.holidays is None:
        return value
    return f"{value}; PH {_times(grid.holidays) if grid.holidays else 'closed'}"


def _week_rules(days: tuple[Slots, ...]) -> list[str]:
    """Return one rule for each different day, with the days that share it."""
    rules: dict[Slots, list[int]] = {}
    for number, slots in enumerate(days):
        if slots:
            rules.setdefault(slots, []).append(number)
    return [f"{_selector(numbers)} {_times(slots)}" for slots, numbers in rules.items()]


def _selector(numbers: list[int]) -> str:
    """Return days as "Mo-We,Sa"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",".join(DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}-{DAYS[run[-1]]}" for run in runs)


def _times(slots: Slots) -> str:
    """Return slots as "09:00-12:30,14:00-26:00"."""
    return ",".join(f"{a // 60:02d}:{a % 60:02d}-{b // 60:02d}:{b % 60:02d}" for a, b in slots)

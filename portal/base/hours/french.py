"""Opening hours written as French prose, as town halls and old exports have them."""

import re

from .day import parse_day, plain_words
from .errors import HoursError
from .grid import WeekGrid, grid_to_osm

_NAMES = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_SHORT = {name[:3]: number for number, name in enumerate(_NAMES)}
_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:lun|mar|mer|jeu|ven|sam|dim)\b\.?)s?"
_RANGE = rf"(?:du |le |les |tous les )?{_DAY}(?: ?(?:-|au|a) ?{_DAY})?"
_HEAD = re.compile(rf"{_RANGE}(?: ?(?:,|et|/|&) ?{_RANGE})*|tous les jours|7 ?(?:j|jours)? ?/ ?7(?: ?j)?")
_LIMIT = 2000


def osm_from_french(text: str) -> str | None:
    """Return the OSM value of hours such as « Du lundi au jeudi : de 9h à 12h », else None."""
    plain = " ".join(plain_words(part) for part in re.split(r"[\n\r|;]+", str(text)[:_LIMIT]))
    heads = list(_HEAD.finditer(plain))
    if not heads or plain[: heads[0].start()].strip(" :,.-"):
        return _every_day(plain)
    week: dict[int, tuple[tuple[int, int], ...]] = {}
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        hours = plain[head.end() : following.start() if following else len(plain)].strip(" :,.-")
        try:
            slots = parse_day(hours) if hours else None
        except HoursError:
            return None
        if slots is None:
            return None
        for day in _days(head.group()):
            week[day] = tuple(sorted({*week.get(day, ()), *slots}))
    return _value(week)


def _every_day(plain: str) -> str | None:
    """Return hours without a day, « 7h-20h », as hours of every day; words alone say nothing of the week."""
    if not any(char.isdigit() for char in plain):
        return None
    try:
        return _value(dict.fromkeys(range(7), parse_day(plain)))
    except HoursError:
        return None


def _days(head: str) -> list[int]:
    """Return the days, from Monday = 0, that the start of a line names."""
    names = re.findall(_DAY, head)
    if not names:
        return list(range(7))
    days: list[int] = []
    for part in re.split(r",|\bet\b|/|&", head):
        numbers = [_SHORT[name[:3]] for name in re.findall(_DAY, part)]
        if len(numbers) == 2:
            days += [step % 7 for step in range(numbers[0], numbers[0] + (numbers[1] - numbers[0]) % 7 + 1)]
        else:
            days += numbers
    return days


def _value(week: dict[int, tuple[tuple[int, int], ...]]) -> str | None:
    """Return the OSM value of a week, or None when two lines contradict each other."""
    for slots in week.values():
        if any(later[0] < earlier[1] for earlier, later in zip(slots, slots[1:], strict=False)):
            return None
    return grid_to_osm(WeekGrid(tuple(week.get(day, ()) for day in range(7))))  # type: ignore[arg-type]  # seven days

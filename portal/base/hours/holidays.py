"""Public holidays that only some départements have (the library knows the eleven national ones).

Source: Code du travail, articles L3134-13 (Alsace-Moselle) and L3422-2 (overseas, abolition of slavery).
"""

from datetime import date, timedelta

_ALSACE_MOSELLE = frozenset({"57", "67", "68"})
_ABOLITION = {  # département or collectivity: (month, day)
    "971": (5, 27),
    "972": (5, 22),
    "973": (6, 10),
    "974": (12, 20),
    "976": (4, 27),
    "977": (10, 9),
    "978": (5, 28),
}


def department(insee: str) -> str:
    """Return the département of a commune's INSEE code: two characters, three overseas."""
    return insee[:3] if insee.startswith(("97", "98")) else insee[:2]


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (Meeus, Jones and Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def local_holidays(year: int, insee: str) -> frozenset[date]:
    """Return the holidays of the commune's département that are not national ones; none without a code."""
    where = department(insee)
    if where in _ALSACE_MOSELLE:
        return frozenset({easter(year) - timedelta(days=2), date(year, 12, 26)})
    return frozenset({date(year, *_ABOLITION[where])}) if where in _ABOLITION else frozenset()


def national_holidays(year: int) -> frozenset[date]:
    """Return the eleven holidays of the whole country (Code du travail, article L3133-1)."""
    fixed = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
    moving = (1, 39, 50)
    return frozenset(date(year, *day) for day in fixed) | {easter(year) + timedelta(days=gap) for gap in moving}

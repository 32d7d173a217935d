"""Half-open intervals of minutes, and nothing else."""

from collections.abc import Iterable

Interval = tuple[int, int]
DAY = 24 * 60
WEEK = 7 * DAY


def merge(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return the intervals sorted, with those that touch or overlap joined."""
    joined: list[Interval] = []
    for start, end in sorted(intervals):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def clip(intervals: Iterable[Interval], first: int, last: int) -> tuple[Interval, ...]:
    """Return what lies between two minutes, counted from the first one."""
    return tuple(
        (max(start, first) - first, min(end, last) - first) for start, end in intervals if start < last and end > first
    )

"""The state of opening and the table of hours, from what the view hands over."""

from datetime import date, datetime

from django import template

from portal.base import opening
from portal.base.hours import OpenState, Timetable

register = template.Library()


@register.simple_tag
def opening_state(state: OpenState, now: datetime) -> opening.StateText:
    """Return the sentence of a state: {% opening_state state now as text %}{{ text.word }}{{ text.rest }}."""
    return opening.describe(state, now)


@register.simple_tag
def short_state(state: OpenState) -> opening.StateText:
    """Return the short state of a directory."""
    return opening.short_state(state)


@register.simple_tag
def week_rows(table: Timetable, today: date) -> list[opening.WeekRow]:
    """Return the seven rows of the table of hours."""
    return opening.week_rows(table, today)

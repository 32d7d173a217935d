"""French typography for text nodes; never for attributes, whose values are not read as prose."""

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from portal.base.text import format_distance, format_phone, typography

register = template.Library()


@register.filter
def fr(value: object) -> SafeString:
    """Return the text set in French typography, then escaped; HTML that is already safe is not text and stays."""
    if value is None:
        return SafeString("")
    return conditional_escape(value if isinstance(value, SafeString) else typography(str(value)))


@register.filter
def distance(metres: float | None) -> str:
    """Return « 620 m », or nothing without a distance."""
    return "" if metres is None else format_distance(metres)


@register.filter
def phone(e164: str) -> str:
    """Return a stored number as it is read in its country."""
    return format_phone(e164) if e164 else ""

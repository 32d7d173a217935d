"""Two content security policies: a strict one for the public, Wagtail's needs for the admin."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

# Wagtail's admin ships inline scripts and styles; images may be previews from memory.
ADMIN_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "frame-src": [SELF],
}


class PolicyMiddleware(CSPMiddleware):
    """Send the public policy everywhere except below the admin's address."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Loosen the directives that Wagtail's own screens need, for these screens alone."""
        if request.path_info.startswith(reverse("wagtailadmin_home")):
            response._csp_update = ADMIN_POLICY
        return super().process_response(request, response)

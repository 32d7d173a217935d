"""What concerns every request."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

Handler = Callable[[HttpRequest], HttpResponse]


def language_of_path(path: str) -> str:
    """Return the language code that starts the path, else the default language.

    ``/en/port-marianne/`` is ``en``; ``/english-books/`` is French.
    """
    first = path.lstrip("/").split("/", 1)[0]
    codes = {code for code, _ in settings.LANGUAGES}
    return first if first in codes and first != settings.LANGUAGE_CODE else settings.LANGUAGE_CODE


class LanguageFromPathMiddleware:
    """Take the language from the path alone.

    Django's ``LocaleMiddleware`` looks at headers and cookies and adds ``Vary: Accept-Language``:
    one cache entry per browser. Here one address is one page, in one language.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of_path(request.path_info)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

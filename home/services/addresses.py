"""Old addresses keep leading somewhere.

One row per renamed or moved page stands for the page and for everything below it. Wagtail's automatic
redirects write a row per descendant, which fails on SQLite at the 1,000 pages of a quarter, and know no
other language than French.
"""

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page

from home.models import OldAddress, TerritoryPage
from portal.base.http import language_of_path


def path_below_home(url_path: str) -> str | None:
    """Return a tree path (``url_path``) as the public sees it, without the home page's own slug.

    Returns None for a page that stands outside of every territory, or for the home page itself.
    """
    for home in TerritoryPage.objects.values_list("url_path", flat=True):
        if url_path.startswith(home) and url_path != home:
            return "/" + url_path.removeprefix(home)
    return None


def remember(page: Page, former_url_path: str) -> None:
    """Keep the former address of a page. An address that is taken again is nobody's old one any more."""
    former, present = path_below_home(former_url_path), path_below_home(page.url_path)
    if present:
        OldAddress.objects.filter(path=present).delete()
    if former and former != present and len(former) <= OldAddress._meta.get_field("path").max_length:
        OldAddress.objects.update_or_create(path=former, defaults={"page": page})


def resolve(request: HttpRequest) -> str | None:
    """Return where a request for an old address should go, or None.

    The longest prefix wins. What stood below the page is looked for below its new address, so that the
    shops of a renamed quarter need no row of their own; several renamings are followed one after the other.
    """
    language = language_of_path(request.path_info)
    prefix = "" if language == settings.LANGUAGE_CODE else f"/{language}"
    present = "/".join(["", *(part for part in request.path_info.removeprefix(prefix).split("/") if part), ""])
    seen = {present}
    for _renaming in range(8):
        old = OldAddress.objects.filter(path__in=_prefixes(present)).select_related("page").order_by("-path").first()
        if old is None:
            break
        target = path_below_home(old.page.url_path)
        if target is None or not old.page.live:
            return None
        present = target + present.removeprefix(old.path)
        if present in seen:
            return None
        seen.add(present)
    return prefix + present if len(seen) > 1 else None


def _prefixes(path: str) -> list[str]:
    """Return ``/a/``, ``/a/b/``… up to the path itself, at most as deep as addresses go."""
    parts = [part for part in path.split("/") if part][:8]
    return ["/" + "/".join(parts[: depth + 1]) + "/" for depth in range(len(parts))]

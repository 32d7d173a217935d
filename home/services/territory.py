"""Found a territory: its home page, its site, its neighbourhoods. Running it again changes nothing."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import shapely
from django.db import transaction
from wagtail.models import Locale, Page, Site

from home.models import EventIndexPage, NeighbourhoodPage, NewsIndexPage, TerritoryPage
from portal.base.geo import GeoError, Locator, centre_of, geometry_from_geojson
from portal.base.models import TerritoryTheme
from portal.base.text import clean_line, fold, readable_case, repair_mojibake, slug_for

P = TypeVar("P", bound=Page)
MAX_FILE_BYTES = 64 * 1024 * 1024


class TerritoryError(ValueError):
    """Something in what the operator gave; the message says where and how to mend it."""


@dataclass(frozen=True)
class Outline:
    """One neighbourhood as a file tells it."""

    name: str
    geometry: dict[str, Any]
    parent: str = ""
    code: str = ""


@dataclass
class Founded:
    """What ``found`` did."""

    territory: TerritoryPage
    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: int = 0


def read_outlines(path: Path, name_field: str, parent_field: str = "", code_field: str = "") -> list[Outline]:
    """Read neighbourhoods from a GeoJSON file.

    Raises ``TerritoryError`` with the number of the feature (from 1) and the fields that it does have.
    """
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise TerritoryError(f"{path.name} : plus de {MAX_FILE_BYTES // 2**20} Mo.")
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise TerritoryError(f"{path} : {error.strerror}.") from error
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise TerritoryError(f"{path.name} n’est pas un fichier GeoJSON lisible (JSON en UTF-8).") from error
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list):
        raise TerritoryError(f"{path.name} : il manque la liste « features » d’un GeoJSON.")
    return _trusted(
        [
            _outline(feature, f"{path.name}, objet {number}", name_field, parent_field, code_field)
            for number, feature in enumerate(features, start=1)
        ]
    )


def _trusted(outlines: list[Outline]) -> list[Outline]:
    """Join the rows of one neighbourhood drawn in parts, and drop a code that two of them share.

    Real files have both: a quarter with an exclave in two rows, a code typed twice.
    """
    parts: dict[tuple[str, str], list[Outline]] = {}
    for outline in outlines:
        parts.setdefault((fold(outline.parent), fold(outline.name)), []).append(outline)
    codes = Counter(rows[0].code for rows in parts.values())
    return [
        replace(rows[0], geometry=_union(rows), code=rows[0].code if codes[rows[0].code] == 1 else "")
        for rows in parts.values()
    ]


def _union(rows: list[Outline]) -> dict[str, Any]:
    if len(rows) == 1:
        return rows[0].geometry
    joined = shapely.union_all([geometry_from_geojson(row.geometry) for row in rows])
    return json.loads(shapely.to_geojson(joined))


def _outline(feature: Any, where: str, name_field: str, parent_field: str, code_field: str) -> Outline:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        raise TerritoryError(f"{where} : pas d’attributs.")
    for wanted in filter(None, (name_field, parent_field, code_field)):
        if wanted not in properties:
            raise TerritoryError(f"{where} : pas d’attribut « {wanted} ». Présents : {', '.join(properties)}.")
    name = readable_case(repair_mojibake(clean_line(properties[name_field], 120)))
    if not name:
        raise TerritoryError(f"{where} : l’attribut « {name_field} » est vide.")
    try:
        geometry_from_geojson(feature.get("geometry"))
    except GeoError as error:
        raise TerritoryError(f"{where} ({name}) : {error}") from error
    return Outline(
        name=name,
        geometry=feature["geometry"],
        parent=clean_line(properties.get(parent_field), 120) if parent_field else "",
        code=clean_line(properties.get(code_field), 40) if code_field else "",
    )


@transaction.atomic
def found(name: str, insee: str, levels: Iterable[Iterable[Outline]] = (), kind: str = "") -> Founded:
    """Create or complete the territory.

    ``levels`` holds the neighbourhoods, then the ones inside them. One of the second level goes below
    the one that its ``parent`` names (by name or code), else below the one that holds its centre.
    A territory without outlines gets one neighbourhood with its own name. What the officer has since
    written (title, introduction) is kept: only an outline that differs is renewed.
    """
    name = readable_case(clean_line(name, 120))
    if not name:
        raise TerritoryError("Donnez le nom du territoire.")
    territory = _territory(name, insee, kind)
    founded = Founded(territory)
    outer: list[NeighbourhoodPage] = []
    for depth, level in enumerate(levels):
        outlines = list(level)
        if depth == 0:
            outer = [_neighbourhood(founded, territory, outline) for outline in outlines]
            continue
        for outline, parent in _with_parents(outlines, outer):
            _neighbourhood(founded, parent, outline)
    if not NeighbourhoodPage.objects.descendant_of(territory).filter(is_whole_town=True).exists():
        _add(founded, territory, NeighbourhoodPage(title=territory.title, is_whole_town=True))
    for index in (NewsIndexPage(title="Actualités"), EventIndexPage(title="Agenda")):
        if not type(index).objects.child_of(territory).exists():
            index.show_in_menus = True
            _add(founded, territory, index)
    return founded


def _territory(name: str, insee: str, kind: str) -> TerritoryPage:
    """Return the home page of the installation, made and put on the default site where it is missing."""
    locale = Locale.get_default()
    territory = TerritoryPage.objects.filter(locale=locale).first()
    if territory and insee and territory.insee_code and territory.insee_code != insee:
        raise TerritoryError(
            f"Cette installation est déjà celle de {territory.title} ({territory.insee_code}) : une par territoire."
        )
    if territory is None:
        kind = kind or (TerritoryPage.Kind.EPCI if len(insee) == 9 else TerritoryPage.Kind.COMMUNE)
        territory = TerritoryPage(title=name, slug="territoire", insee_code=insee, kind=kind, locale=locale)
        Page.get_first_root_node().add_child(instance=territory)
        territory.save_revision().publish()
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    former = site.root_page.specific if site.root_page_id else None
    if former is None or former.pk != territory.pk:
        site.root_page, site.site_name = territory, territory.title
        site.save()
    if former is not None and type(former) is Page and not former.get_children().exists():
        former.delete()  # Wagtail's « Welcome » page
    theme = TerritoryTheme.load()
    if theme.name == TerritoryTheme._meta.get_field("name").default:
        theme.name = territory.title
        theme.save()
    return TerritoryPage.objects.get(pk=territory.pk)


def _with_parents(
    outlines: list[Outline], outer: list[NeighbourhoodPage]
) -> Iterator[tuple[Outline, NeighbourhoodPage]]:
    named = {fold(key): page for page in outer for key in (page.title, page.code) if key}
    locator = Locator({page.pk: page.outline for page in outer})
    by_id = {page.pk: page for page in outer}
    for outline in outlines:
        parent = named.get(fold(readable_case(outline.parent)))
        if parent is None:
            parent = by_id.get(locator.locate(centre_of(geometry_from_geojson(outline.geometry))))
        if parent is None:
            raise TerritoryError(f"{outline.name} n’est dans aucun des quartiers donnés.")
        yield outline, parent


def _neighbourhood(founded: Founded, parent: Page, outline: Outline) -> NeighbourhoodPage:
    """Return the neighbourhood of this outline below ``parent``, made where it is missing."""
    children = NeighbourhoodPage.objects.child_of(parent).filter(is_whole_town=False)
    # The code, where the town gives one, survives a new title; the slug survives a new spelling.
    known = (outline.code and children.filter(code=outline.code).first()) or children.filter(
        slug=slug_for(outline.name)
    ).first()
    if known is None:
        centre = centre_of(geometry_from_geojson(outline.geometry))
        page = NeighbourhoodPage(title=outline.name, code=outline.code, outline=outline.geometry)
        page.latitude, page.longitude = centre
        return _add(founded, parent, page)
    if known.outline == outline.geometry:
        founded.unchanged += 1
        return known
    known.outline = outline.geometry
    known.latitude, known.longitude = centre_of(geometry_from_geojson(outline.geometry))
    known.save_revision().publish()
    founded.updated.append(known.title)
    return known


def _add(founded: Founded, parent: Page, page: P) -> P:
    """Add a page below its parent, under a free slug, and publish it."""
    parent = Page.objects.get(pk=parent.pk)  # the tree's counters as they are now
    taken = set(parent.get_children().values_list("slug", flat=True))
    page.slug = slug_for(page.title, taken=taken)
    page.locale_id = parent.locale_id
    parent.add_child(instance=page)
    page.save_revision().publish()
    founded.created.append(page.title)
    return page

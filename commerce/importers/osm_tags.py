"""From OSM tags to our categories. Plain Python.

Values are those of the OSM wiki (Key:shop, Key:amenity, Key:craft, Key:office, Key:tourism). Every value
leads to a category or to a refusal with its reason; one never seen falls into a sensible family.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

TAXONOMY = Path(__file__).parent.parent / "taxonomy" / "categories.json"
#: In this order: a bakery that also has a café (``shop=bakery`` + ``amenity=cafe``) is a bakery.
KEYS = ("shop", "craft", "amenity", "healthcare", "office", "tourism", "leisure")
#: Where a value that nobody knows goes.
FAMILY_OF_KEY = {
    "shop": "autres-commerces",
    "craft": "artisans",
    "healthcare": "sante",
    "office": "services",
    "tourism": "hebergement",
    "amenity": "",
    "leisure": "",
}
NOT_A_SHOP = {
    "vacant": "local vide",
    "no": "pas un commerce",
    "disused": "local désaffecté",
    "abandoned": "local désaffecté",
}
#: Values that say that something is there without saying what.
VAGUE = {"yes", "unknown", "fixme", "other", "user defined"}
#: Retired keys that real files still carry as a bare value (``type`` columns).
VALUE_KEYS = ("shop", "amenity", "craft", "office", "healthcare", "tourism", "leisure")


@dataclass(frozen=True)
class Resolution:
    """What tags mean: a main category and further ones by slug, or why the row is not a shop."""

    category: str = ""
    further: tuple[str, ...] = field(default=())
    refusal: str = ""


@lru_cache(maxsize=1)
def taxonomy() -> list[dict[str, Any]]:
    """Return the families with their children, as the file has them."""
    return json.loads(TAXONOMY.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def category_of_tag() -> Mapping[str, str]:
    """Return the slug of the category of each known ``key=value``."""
    return {tag: child["slug"] for family in taxonomy() for child in family["children"] for tag in child["osm_tags"]}


def resolve(tags: Mapping[str, Any]) -> Resolution:
    """Return what an object's tags mean.

    Several values in one tag (``convenience;gas``) are one main category and further ones. Tags of a
    life cycle (``disused:shop``) and empty premises are refused with the reason.
    """
    known = category_of_tag()
    found: list[str] = []
    families: list[str] = []
    refusal = ""
    for key in KEYS:
        for value in _values(tags.get(key)):
            if value.lower() in NOT_A_SHOP:
                refusal = refusal or f"{key}={value} : {NOT_A_SHOP[value.lower()]}"
                continue
            slug = known.get(f"{key}={value}") or known.get(f"{key}={value.lower()}")
            if slug:
                found.append(slug)
            elif FAMILY_OF_KEY[key]:
                families.append(FAMILY_OF_KEY[key])
            else:
                refusal = refusal or f"{key}={value[:60]} : n’est pas une adresse ouverte au public"
    if refusal and not found:
        return Resolution(refusal=refusal)
    chosen = list(dict.fromkeys(found)) or list(dict.fromkeys(families))
    if not chosen:
        gone = next((key for key in tags if key.startswith(("disused:", "abandoned:", "was:")) and tags[key]), "")
        return Resolution(refusal=f"{gone} : n’existe plus" if gone else "aucune valeur shop, amenity, craft ou office")
    return Resolution(category=chosen[0], further=tuple(chosen[1:]))


def tags_of_bare_value(value: str) -> dict[str, str]:
    """Return the tag that a column of raw values without key means (``bakery`` → ``shop=bakery``).

    A value that no key knows is taken as a shop's, the most frequent key.
    """
    known = category_of_tag()
    parts = _values(value)
    for part in parts:
        for key in VALUE_KEYS:
            if f"{key}={part}" in known:
                return {key: value}
    return {"shop": value} if parts else {}


def _values(raw: Any) -> list[str]:
    return [part.strip().replace(" ", "_") for part in str(raw or "").split(";") if part.strip()]

"""From an OSM object, in the three shapes in which towns hold them, to a Record. Plain Python.

Raw tags; a portal's export (French ``type`` label beside the tags, empty strings); layers with a bare
``type`` value or with shop/amenity/office columns only.
"""

import hashlib
import re
from collections.abc import Callable
from typing import Any

from stdnum.fr import siret as siret_number

from commerce.importers.osm_tags import KEYS, Resolution, resolve, tags_of_bare_value, taxonomy
from commerce.importers.record import Record, Refused, Row
from portal.base.geo import GeoError, Point, centre_of, geometry_from_geojson, parse_point
from portal.base.hours import normalise
from portal.base.text import clean_line, clean_url, fold, normalise_phone, repair_mojibake

#: Layers of artisans carry no key at all.
FAMILY_OF_LAYER = {"artisans": "artisans"}
SERVICES = {
    "delivery": "delivery",
    "takeaway": "takeaway",
    "wheelchair": "wheelchair",
    "internet_access": "internet_access",
    "outdoor_seating": "outdoor_seating",
    "drive_through": "drive_through",
    "click_and_collect": "click_and_collect",
    "organic": "organic",
    "payment:credit_cards": "payment_cards",
    "payment:cards": "payment_cards",
    "payment:contactless": "payment_contactless",
    "payment:meal_voucher": "payment_meal_voucher",
}
YES = {"yes", "only", "wlan", "designated"}


def to_record(row: Row) -> Record | Refused:
    """Return the establishment that a row describes, or the reason why it is none."""
    tags = {str(key): _text(value) for key, value in row.properties.items()}
    tags = {key: value for key, value in tags.items() if value}
    meaning = _meaning(tags)
    if meaning.refusal:
        return Refused(row, meaning.refusal)
    try:
        point = _point(row.geometry)
    except (GeoError, ValueError) as error:
        return Refused(row, str(error))
    name = clean_line(tags.get("name") or tags.get("brand") or tags.get("operator"), 120)
    record = Record(
        row=row,
        reference=_reference(tags, name, point, meaning.category),
        name=name or _category_name(meaning.category),
        category=meaning.category,
        further=meaning.further,
        point=point,
        named=bool(name),
    )
    _facts(record, tags)
    return record


def _text(value: Any) -> str:
    if value is None or isinstance(value, dict | list):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return repair_mojibake(clean_line(value, 1000))


def _meaning(tags: dict[str, str]) -> Resolution:
    if not any(key in tags for key in KEYS):
        if tags.get("type"):
            return resolve(tags_of_bare_value(tags["type"]))
        if tags.get("couche") in FAMILY_OF_LAYER:
            return Resolution(category=FAMILY_OF_LAYER[tags["couche"]])
    return resolve(tags)


def _point(geometry: Any) -> Point:
    if not isinstance(geometry, dict):
        raise GeoError("pas de position")
    if geometry.get("type") != "Point":
        return centre_of(geometry_from_geojson(geometry))
    place = geometry.get("coordinates")
    if not isinstance(place, list) or len(place) < 2:
        raise GeoError("position illisible")
    return parse_point(place[1], place[0])


def _reference(tags: dict[str, str], name: str, point: Point, category: str) -> str:
    """Return ``node/12``, the bare number where the type is not told, or a mark drawn from the content."""
    raw = tags.get("osm_id") or tags.get("@id") or tags.get("id") or ""
    url = re.search(r"/(node|way|relation)/(\d+)", tags.get("osm_url", ""))
    if url:
        return f"{url[1]}/{url[2]}"
    if re.fullmatch(r"(node|way|relation)/\d+", raw) or re.fullmatch(r"-?\d+", raw):
        return raw
    content = f"{fold(name)}|{point.lat:.5f}|{point.lon:.5f}|{category}"
    return f"content/{hashlib.sha256(content.encode()).hexdigest()[:24]}"


def _category_name(slug: str) -> str:
    for family in taxonomy():
        for entry in (family, *family["children"]):
            if entry["slug"] == slug:
                return str(entry["name"])
    return slug


def _facts(record: Record, tags: dict[str, str]) -> None:
    """Put into the record what the tags say; what cannot be read becomes a warning, not a refusal."""
    street = " ".join(filter(None, (tags.get("addr:housenumber"), tags.get("addr:street"))))
    plain = {
        "street_address": (street if tags.get("addr:street") else "") or tags.get("address", ""),
        "city": tags.get("addr:city") or tags.get("com_nom", ""),
        "brand": tags.get("brand", ""),
    }
    for name, value in plain.items():
        if value:
            record.facts[name] = clean_line(value, 80 if name == "city" else 120)
    for name, pattern, raw in (
        ("postcode", r"\d{5}", tags.get("addr:postcode", "")),
        ("insee_code", r"\d[0-9AB]\d{3}", tags.get("com_insee", "")),
    ):
        if re.fullmatch(pattern, raw):
            record.facts[name] = raw
    _checked(record, "phone", tags.get("phone") or tags.get("contact:phone"), normalise_phone)
    _checked(record, "website", tags.get("website") or tags.get("contact:website") or tags.get("url"), _first_url)
    _checked(record, "email", tags.get("email") or tags.get("contact:email"), _email)
    _checked(record, "opening_hours", tags.get("opening_hours"), normalise)
    _checked(record, "siret", tags.get("siret") or tags.get("ref:FR:SIRET"), _siret)
    services = sorted({key for tag, key in SERVICES.items() if tags.get(tag, "").lower() in YES})
    if services:
        record.facts["services"] = services
    links = [{"kind": kind, "url": tags[kind]} for kind in ("facebook", "instagram") if _is_url(tags.get(kind))]
    if links:
        record.facts["links"] = links


def _checked(record: Record, name: str, raw: str | None, check: Callable[[str], str]) -> None:
    if not raw:
        return
    try:
        record.facts[name] = check(raw)
    except ValueError as error:
        record.warnings.append(f"{name} : {error}")


def _first_url(raw: str) -> str:
    return clean_url(raw.split(";")[0])


def _is_url(raw: str | None) -> bool:
    try:
        return bool(raw and clean_url(raw))
    except ValueError:
        return False


def _email(raw: str) -> str:
    first = raw.split(";")[0].strip()
    if len(first) > 254 or not re.fullmatch(r"[^@\s\"<>]+@[^@\s\"<>]+\.[A-Za-z]{2,}", first):
        raise ValueError(f"« {first[:60]} » n’est pas une adresse électronique.")
    return first


def _siret(raw: str) -> str:
    first = re.split(r"[;,]", raw)[0]
    if not siret_number.is_valid(first):
        raise ValueError(f"« {first[:20]} » n’est pas un SIRET.")
    return str(siret_number.compact(first))

"""Places on the ground, in WGS84 degrees and metres. No Django here."""

import math
from collections.abc import Hashable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

import shapely
import shapely.ops
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.strtree import STRtree

EARTH_RADIUS_M = 6_371_008.8  # mean radius, IUGG
METRES_PER_DEGREE = math.pi * EARTH_RADIUS_M / 180
Key = TypeVar("Key", bound=Hashable)


class GeoError(ValueError):
    """A geometry that cannot be used, said in a French sentence."""


class Point(NamedTuple):
    """A place: latitude and longitude in WGS84 degrees."""

    lat: float
    lon: float


def parse_point(lat: object, lon: object) -> Point:
    """Return a point from two numbers or their texts (a decimal comma is understood).

    Raises ``ValueError`` for what is not a number, is not finite or is out of range.
    """
    values = []
    for raw, limit, name in ((lat, 90.0, "latitude"), (lon, 180.0, "longitude")):
        try:
            value = float(str(raw).strip().replace(",", "."))
        except ValueError:
            raise ValueError(f"{name} : « {str(raw)[:40]} » n’est pas un nombre.") from None
        if not math.isfinite(value) or abs(value) > limit:
            raise ValueError(f"{name} : {str(raw)[:40]} est hors de la Terre (au plus {limit:.0f}).")
        values.append(value)
    return Point(*values)


def distance_m(a: Point, b: Point) -> float:
    """Return the great-circle distance in metres (haversine; within 0.5 % of the ellipsoid)."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(min(1.0, half)))


def bounding_box(centre: Point, radius_m: float) -> tuple[float, float, float, float]:
    """Return (south, west, north, east) degrees that hold the circle."""
    d_lat = radius_m / METRES_PER_DEGREE
    shrink = max(math.cos(math.radians(min(89.9, abs(centre.lat) + d_lat))), 1e-6)
    d_lon = min(180.0, d_lat / shrink)
    return (
        max(-90.0, centre.lat - d_lat),
        max(-180.0, centre.lon - d_lon),
        min(90.0, centre.lat + d_lat),
        min(180.0, centre.lon + d_lon),
    )


def geometry_from_geojson(value: Any) -> BaseGeometry:
    """Return a valid polygon or multipolygon from a GeoJSON geometry (RFC 7946).

    Self-crossing outlines, which town files do have, are mended. Raises ``GeoError``.
    """
    if not isinstance(value, dict) or value.get("type") not in {"Polygon", "MultiPolygon"}:
        raise GeoError("Un contour doit être un polygone GeoJSON.")
    try:
        geometry = shapely.force_2d(shape(value))
    except (ValueError, TypeError, IndexError, KeyError, AttributeError, shapely.errors.ShapelyError) as error:
        raise GeoError("Ce contour n’est pas un polygone lisible.") from error
    if not geometry.is_valid:
        geometry = shapely.make_valid(geometry)
    areas = [part for part in _parts(geometry) if part.geom_type == "Polygon" and part.area > 0]
    if not areas:
        raise GeoError("Ce contour n’enferme aucune surface.")
    west, south, east, north = geometry.bounds
    if not all(map(math.isfinite, geometry.bounds)) or west < -180 or east > 180 or south < -90 or north > 90:
        raise GeoError("Ce contour n’est pas en degrés WGS84 (longitude, latitude).")
    return areas[0] if len(areas) == 1 else shapely.MultiPolygon(areas)


def _parts(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the simple parts of a geometry, however nested."""
    if not hasattr(geometry, "geoms"):
        return [geometry]
    return [part for inner in geometry.geoms for part in _parts(inner)]


def centre_of(geometry: BaseGeometry) -> Point:
    """Return a point that is inside the geometry, near its middle."""
    middle = geometry.centroid if geometry.contains(geometry.centroid) else geometry.representative_point()
    return Point(middle.y, middle.x)


class Locator(Generic[Key]):
    """Tell in which outline a point lies.

    Outlines may nest: the smallest one that holds the point wins, so that a sub-quarter comes before
    its quarter. A point just outside all of them goes to the nearest within a tolerance, because
    register points at the edge of a commune are often a few metres off.
    """

    def __init__(self, outlines: Mapping[Key, Any]) -> None:
        """Take GeoJSON geometries by key. Raises ``GeoError`` for one that cannot be used."""
        read = sorted(
            ((geometry_from_geojson(value), key) for key, value in outlines.items()), key=lambda pair: pair[0].area
        )
        self._geometries = [geometry for geometry, _key in read]
        self._keys = [key for _geometry, key in read]
        self._tree = STRtree(self._geometries)

    def locate(self, point: Point, tolerance_m: float = 250.0) -> Key | None:
        """Return the key of the outline for a point, or None beyond ``tolerance_m`` metres of all."""
        spot = shapely.Point(point.lon, point.lat)
        inside = self._tree.query(spot, predicate="intersects")
        if len(inside):
            return self._keys[min(inside)]
        south, west, north, east = bounding_box(point, tolerance_m)
        near: list[tuple[float, int]] = []
        for index in self._tree.query(shapely.box(west, south, east, north)):
            edge = shapely.ops.nearest_points(self._geometries[index], spot)[0]
            near.append((distance_m(point, Point(edge.y, edge.x)), int(index)))
        best = min(near, default=None)
        return self._keys[best[1]] if best and best[0] <= tolerance_m else None

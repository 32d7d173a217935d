"""Places, distances, and which quarter a point is in."""

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from portal.base.geo import (
    GeoError,
    Locator,
    Point,
    bounding_box,
    centre_of,
    distance_m,
    geometry_from_geojson,
    parse_point,
)

latitudes = st.floats(min_value=-80, max_value=80)
longitudes = st.floats(min_value=-179, max_value=179)


def square(west: float, south: float, side: float) -> dict:
    ring = [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


@pytest.mark.parametrize("bad", ["nan", "inf", "-1e999", "", None, "quarante", 91])
def test_a_latitude_that_is_none_is_refused(bad):
    with pytest.raises(ValueError, match="latitude"):
        parse_point(bad, 3.87)


def test_a_decimal_comma_is_understood():
    assert parse_point("43,61", "3.87") == Point(43.61, 3.87)


def test_distance_between_two_known_places():
    # Notre-Dame de Paris to the Eiffel tower, 4.1 km on the map.
    assert distance_m(Point(48.85296, 2.34990), Point(48.85837, 2.29448)) == pytest.approx(4096, rel=0.01)


@given(latitudes, longitudes, st.floats(min_value=1, max_value=50_000))
def test_the_box_holds_the_circle(lat, lon, radius):
    centre = Point(lat, lon)
    south, west, north, east = bounding_box(centre, radius)
    assert distance_m(centre, Point(north, lon)) >= radius * 0.999
    assert distance_m(centre, Point(south, lon)) >= radius * 0.999
    if east < 180:
        assert distance_m(centre, Point(lat, east)) >= radius * 0.999
    if west > -180:
        assert distance_m(centre, Point(lat, west)) >= radius * 0.999


def test_the_smallest_outline_wins_and_the_edge_is_forgiving():
    locator = Locator({"quarter": square(3.8, 43.6, 0.02), "sub": square(3.8, 43.6, 0.01)})
    assert locator.locate(Point(43.605, 3.805)) == "sub"
    assert locator.locate(Point(43.615, 3.815)) == "quarter"
    just_outside = Point(43.605, 3.7985)  # about 120 m west of the edge
    assert locator.locate(just_outside) in {"quarter", "sub"}
    assert locator.locate(just_outside, tolerance_m=50) is None
    assert locator.locate(Point(48.0, 2.0)) is None


def test_without_any_outline_nothing_is_located():
    assert Locator({}).locate(Point(43.6, 3.87)) is None


def test_a_crossed_outline_is_mended_and_its_centre_is_inside():
    bow_tie = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}
    geometry = geometry_from_geojson(bow_tie)
    assert geometry.is_valid
    centre = centre_of(geometry)
    assert geometry.buffer(1e-9).contains_properly(shapely.Point(centre.lon, centre.lat))


@pytest.mark.parametrize(
    "bad",
    [
        None,
        {},
        {"type": "Point", "coordinates": [1, 2]},
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]},
        {"type": "Polygon", "coordinates": "x"},
        {
            "type": "Polygon",
            "coordinates": [[[7e5, 6e6], [8e5, 6e6], [8e5, 7e6], [7e5, 6e6]]],
        },
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [2, 2], [0, 0]]]},
    ],
)
def test_a_geometry_that_encloses_nothing_has_a_message(bad):
    with pytest.raises(GeoError):
        geometry_from_geojson(bad)

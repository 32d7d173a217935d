"""What a merchant types for one day."""

import pytest
from hours_strategies import days
from hypothesis import given
from hypothesis import strategies as st

from portal.base.hours import HoursError, WeekGrid, echo, grid_from_osm, grid_to_osm, osm_from_french, parse_day, typed

TWO_SLOTS = ((540, 750), (840, 1140))


@pytest.mark.parametrize(
    "text",
    [
        "9h-12h30 14h-19h",
        "9-12h30 / 14-19",
        "9h00 à 12h30 et 14h à 19h",
        "09:00-12:30,14:00-19:00",
        "de 9 h à 12 h 30 puis de 14 heures à 19 heures",
        "9 h – 12 h 30 14 h – 19 h",
        "0900-1230 1400-1900",
        "14h-19h 9h-12h30",
        "9.00-12.30; 14.00-19.00",
    ],
)
def test_people_write_the_same_day_in_many_ways(text):
    assert parse_day(text) == TWO_SLOTS


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("", ()),
        ("Fermé", ()),
        ("24h/24", ((0, 1440),)),
        ("de 9 h à midi", ((540, 720),)),
        ("9-12h 14-19h", ((540, 720), (840, 1140))),
        ("18h-1h", ((1080, 1500),)),
        ("18h-minuit", ((1080, 1440),)),
    ],
)
def test_a_day(text, slots):
    assert parse_day(text) == slots


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("9h-25h", "« 9h-25h » n’est pas un horaire. Une journée s’arrête à 24h."),
        ("9h-13h 12h-19h", "« 9h-13h » et « 12h-19h » se chevauchent."),
        ("sur rendez-vous", "« Sur rendez-vous » n’est pas un horaire."),
        ("9:00-18:00 18:00-9:00", "faute de frappe"),
        ("9h-9h", "24h/24"),
        ("bonjour", "« bonjour » n’est pas un horaire."),
    ],
)
def test_an_error_says_what_is_wrong(text, message):
    with pytest.raises(HoursError) as raised:
        parse_day(text)
    assert message in raised.value.message


@given(st.one_of(st.text(), st.text("0123456789h:-–,/ àaetdmin24.²\x00", max_size=40)))
def test_no_text_breaks_the_day_field_or_the_prose(text):
    try:
        slots = parse_day(text)
    except HoursError as error:
        assert error.message
    else:
        assert parse_day(typed(slots)) == slots
        assert echo(slots)
    found = osm_from_french(text)
    assert found is None or grid_from_osm(found) is not None


@given(st.tuples(*[days()] * 7), st.none() | days())
def test_a_grid_survives_its_osm_value(week, holidays):
    grid = WeekGrid(week, holidays)
    assert grid_from_osm(grid_to_osm(grid)) == grid


@pytest.mark.parametrize("value", ["Jul-Aug 10:00-12:00", "Mo[1] 10:00-12:00", "sunrise-sunset", 'Mo off "x"', "x", ""])
def test_a_richer_value_stays_text(value):
    assert grid_from_osm(value) is None


def test_hours_in_prose():
    prose = "Du Lundi au Mardi : de 09h00 à 12h00\nLe Jeudi : de 09h00 à 12h00 de 14h00 à 17h00"
    assert osm_from_french(prose) == "Mo-Tu 09:00-12:00; Th 09:00-12:00,14:00-17:00"
    assert osm_from_french("le meilleur pain") is None

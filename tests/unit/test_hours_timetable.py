"""The timetable says what the library says, minute by minute."""

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hours_strategies import days
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import OpeningHours, State

from portal.base.hours import Closing, HoursError, Timetable, WeekGrid, grid_to_osm, normalise, timetable
from portal.base.hours.holidays import local_holidays, national_holidays

TODAY = date(2026, 11, 24)
PARIS = ZoneInfo("Europe/Paris")
SAMPLES = (Path(__file__).parents[1] / "data/hours/opening_hours_reels.txt").read_text().splitlines()


def said_by_library(value, when):
    """Return the library's answer in our words."""
    state = OpeningHours(value, country="FR").state(when)[0]
    return {State.OPEN: "open", State.CLOSED: "closed", State.UNKNOWN: "unknown"}[state]


def said_by_table(table, when):
    """Return the answer of the intervals alone."""
    opened, unknown = table.hours(when.date())
    minute = when.hour * 60 + when.minute
    if any(start <= minute < end for start, end in opened):
        return "open"
    return "unknown" if any(start <= minute < end for start, end in unknown) else "closed"


@given(st.sampled_from(SAMPLES), st.integers(0, 400 * 1440 - 1))
def test_real_values_are_exact_to_the_minute(value, minute):
    value = normalise(value)
    when = datetime(2026, 11, 24) + timedelta(minutes=minute)
    table = timetable(value, today=TODAY)
    assert said_by_table(table, when) == said_by_library(value, when)
    assert Timetable.from_json(table.to_json()) == table


@given(st.tuples(*[days()] * 7), st.none() | days(), st.integers(0, 400 * 1440 - 1))
def test_any_grid_is_exact_to_the_minute(week, holidays, minute):
    value = grid_to_osm(WeekGrid(week, holidays))
    when = datetime(2026, 11, 24) + timedelta(minutes=minute)
    table = timetable(value, today=TODAY)
    value = normalise(value)
    assert said_by_table(table, when) == said_by_library(value, when)
    assert table.state_at(when).api == said_by_library(value, when)


@given(st.one_of(st.text(), st.text('MoTuSaPH0123456789:-;,|" \x00', max_size=40)))
def test_no_text_breaks_the_hours(text):
    try:
        value = normalise(text)
    except HoursError as error:
        assert error.message
    else:
        assert normalise(value) == value
    assert timetable(text, today=TODAY, days=30).state_at(datetime(2026, 11, 25, 12)).kind


@pytest.mark.parametrize("value", ["SH off", "Feb 30 off", "week 30-40/1", "Mo-Tr 17:00-20:00", "26:00-27:00", "12:00"])
def test_nonsense_is_refused(value):
    with pytest.raises(HoursError):
        normalise(value)


def test_spellings_of_real_data_are_read():
    assert normalise("Lu-Ve 07:00-19:30") == "Mo-Fr 07:00-19:30"
    assert normalise("7h-20h") == "07:00-20:00"
    assert normalise('Mo 09:00-12:00 || "sur rendez-vous"').endswith('|| 24/7 unknown "sur rendez-vous"')


def test_the_night_before_a_day_with_hours_is_not_cut():
    table = timetable("Fr-Sa 18:00-02:00; Su 09:00-12:00", today=TODAY)
    assert table.state_at(datetime(2026, 11, 29, 1, 0)).kind == "open"


def test_sunday_night_goes_on_on_monday():
    table = timetable("Su 20:00-26:00", today=TODAY)
    state = table.state_at(datetime(2026, 11, 29, 23, 0))
    assert (state.kind, state.change) == ("open", datetime(2026, 11, 30, 2, 0, tzinfo=PARIS))


def test_a_closure_wins_and_names_its_last_day():
    table = timetable("Mo-Su 09:00-18:00", [Closing(TODAY, date(2026, 11, 30))], today=TODAY)
    state = table.state_at(datetime(2026, 11, 25, 10, 0))
    assert (state.kind, state.until_date) == ("closure", date(2026, 11, 30))
    assert state.change == datetime(2026, 12, 1, 9, 0, tzinfo=PARIS)


def test_closures_that_follow_each_other_are_one():
    closings = [Closing(TODAY, date(2026, 11, 26)), Closing(date(2026, 11, 27), date(2026, 12, 2))]
    state = timetable("24/7", closings, today=TODAY).state_at(datetime(2026, 11, 25, 10, 0))
    assert state.until_date == date(2026, 12, 2)


def test_half_an_hour_before_the_end_it_closes_soon():
    table = timetable("Mo-Fr 09:00-17:00", today=TODAY)
    assert table.state_at(datetime(2026, 11, 24, 16, 29)).kind == "open"
    assert table.state_at(datetime(2026, 11, 24, 16, 30)).kind == "closing_soon"
    assert table.state_at(datetime(2026, 11, 24, 16, 40, tzinfo=PARIS)).change == datetime(
        2026, 11, 24, 17, tzinfo=PARIS
    )
    assert table.state_at(datetime(2026, 11, 24, 17, 0)).kind == "closed"


def test_hours_not_known_are_unknown():
    assert timetable("", today=TODAY).state_at(datetime(2026, 11, 24, 12)).kind == "unknown"
    assert timetable("24/7", today=TODAY).state_at(datetime(2026, 11, 24, 12)).change is None


@pytest.mark.parametrize(
    ("insee", "day"),
    [
        ("67482", date(2026, 12, 26)),
        ("68066", date(2027, 3, 26)),
        ("97411", date(2026, 12, 20)),
        ("97209", date(2027, 5, 22)),
    ],
)
def test_holidays_of_a_departement(insee, day):
    value = "Mo-Su 09:00-12:00; PH off"
    assert day in local_holidays(day.year, insee)
    assert timetable(value, today=TODAY, insee=insee).day(day) == ()
    assert timetable(value, today=TODAY, insee="34172").day(day) == ((540, 720),)


def test_national_holidays_are_those_of_the_library():
    value = OpeningHours("PH", country="FR")
    for year in range(2026, 2036):
        for day in national_holidays(year):
            assert value.is_open(datetime(day.year, day.month, day.day, 12))

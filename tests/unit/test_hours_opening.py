"""The sentences of BRIEF §6, word for word."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from portal.base.hours import Closing, OpenState, timetable
from portal.base.opening import describe, short_state, week_rows

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 24, 16, 40, tzinfo=PARIS)


def said(value, now=NOW, closings=()):
    """Return the sentence with plain spaces."""
    with translation.override("fr"):
        text = describe(timetable(value, closings, today=now.date()).state_at(now), now)
    return (text.word + text.rest).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("Tu 09:00-19:30", "Ouvert, ferme à 19 h 30"),
        ("24/7", "Ouvert toute la journée"),
        ("Tu 09:00-25:00", "Ouvert, ferme demain à 1 h"),
        ("Tu 09:00-24:00", "Ouvert, ferme à 24 h"),
        ("Tu 09:00-17:00", "Ferme bientôt, à 17 h"),
        ("Tu 18:30-20:00", "Fermé, ouvre à 18 h 30"),
        ("We 10:00-12:00", "Fermé, ouvre demain à 10 h"),
        ("Th 09:00-12:00", "Fermé, ouvre jeudi à 9 h"),
        ("2027 Jan 12 09:00-12:00", "Fermé, ouvre le 12 janvier"),
        ("closed", "Fermé"),
        ("", "Horaires non connus"),
    ],
)
def test_a_sentence(value, sentence):
    assert said(value) == sentence


def test_a_closure_and_an_end():
    assert said("24/7", closings=[Closing(NOW.date(), date(2026, 11, 30))]) == "Fermé jusqu’au 30 novembre"
    with translation.override("fr"):
        text = describe(OpenState("gone", until_date=date(2026, 10, 1)), NOW)
        assert text.word + text.rest == "Fermé définitivement depuis octobre 2026"
        assert short_state(OpenState("closing_soon")).word == "Ouvert"


def test_the_week_shows_a_night_on_its_evening():
    with translation.override("fr"):
        rows = week_rows(timetable("Sa 18:00-26:00", today=NOW.date()), NOW.date())
    assert [row.is_today for row in rows].index(True) == 1
    assert [slot.replace("\u00a0", " ") for slot in rows[5].slots] == ["18 h – 2 h"]
    assert rows[6].slots == ()


@given(st.text())
def test_the_typography_filter_lets_no_markup_through(text):
    shown = Template("{% load typography_tags %}{{ text|fr }}").render(Context({"text": text}))
    assert "<" not in shown
    assert ">" not in shown


def test_the_typography_filter_keeps_entities():
    shown = Template("{% load typography_tags %}{{ text|fr }}").render(Context({"text": "L'Aube & <fils> !"}))
    assert shown == "L’Aube &amp; &lt;fils&gt;\u202f!"

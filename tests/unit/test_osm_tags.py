"""Every OSM value leads to a category, or to a refusal with its reason."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.importers.osm_tags import KEYS, category_of_tag, resolve, tags_of_bare_value, taxonomy

DATA = Path(__file__).parent.parent / "data" / "osm"
TAGS = (DATA / "tags.txt").read_text(encoding="utf-8").splitlines()
BARE = (DATA / "bare_values.txt").read_text(encoding="utf-8").splitlines()
#: Of the 300 values of three real territories, the ones that say nothing more than « a shop » or « an office ».
IN_A_FAMILY_ONLY = {
    "office=yes",
    "shop=Antenniste, Electroménager, Audiovisuel, Alarme, Fumisterie, Ramonage.",
    "shop=Location_de_matériel_électroportatif,_nacel_élévatrice",
    "shop=delivery",
    "shop=unknown",
    "shop=weather_vane",
    "shop=yes",
}


def slugs() -> set[str]:
    return {f["slug"] for f in taxonomy()} | {c["slug"] for f in taxonomy() for c in f["children"]}


@pytest.mark.parametrize("tag", TAGS)
def test_every_value_of_three_territories_is_placed_or_refused(tag):
    found = resolve(dict([tag.split("=", 1)]))
    if tag in {"shop=vacant", "shop=no"}:
        assert found.refusal
        assert not found.category
        return
    assert found.category in slugs()
    families = {family["slug"] for family in taxonomy()}
    assert (found.category in families) == (tag in IN_A_FAMILY_ONLY)


@pytest.mark.parametrize("value", BARE)
def test_bare_values_find_their_key(value):
    found = resolve(tags_of_bare_value(value))
    assert found.category in slugs()
    assert found.category != "autres-commerces" or value == "yes"


def test_several_values_are_a_main_category_and_further_ones():
    found = resolve({"shop": "bakery;variety_store"})
    assert found.category == category_of_tag()["shop=bakery"]
    assert found.further == (category_of_tag()["shop=variety_store"],)


def test_values_never_seen_fall_into_a_family():
    assert resolve({"shop": "zeppelin_tuning"}).category == "autres-commerces"
    assert resolve({"craft": "zeppelin_builder"}).category == "artisans"
    assert resolve({"office": "zeppelin"}).category == "services"


@pytest.mark.parametrize("tags", [{}, {"amenity": "bench"}, {"disused:shop": "bakery"}, {"name": "X"}, {"shop": None}])
def test_what_is_no_shop_is_refused_with_a_reason(tags):
    found = resolve(tags)
    assert found.refusal
    assert not found.category


@given(st.dictionaries(st.sampled_from(KEYS), st.text(max_size=40)))
def test_any_value_gives_one_of_the_two(tags):
    found = resolve(tags)
    assert bool(found.category) != bool(found.refusal)


def test_no_tag_code_or_slug_stands_twice():
    children = [child for family in taxonomy() for child in family["children"]]
    tags = [tag for child in children for tag in child["osm_tags"]]
    codes = [code for child in children for code in child["naf_codes"]]
    names = [child["slug"] for child in children] + [family["slug"] for family in taxonomy()]
    for values in (tags, codes, names):
        assert len(values) == len(set(values))

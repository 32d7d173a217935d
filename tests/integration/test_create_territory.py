"""A new territory in one command."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from home.models import NeighbourhoodPage, TerritoryPage
from portal.base.models import TerritoryTheme

DATA = Path(__file__).parent.parent / "data" / "montpellier"
pytestmark = pytest.mark.django_db


def montpellier() -> None:
    call_command(
        "create_territory",
        name="MONTPELLIER",
        insee="34172",
        neighbourhoods=[DATA / "quartiers.geojson", DATA / "sous_quartiers.geojson"],
        name_field=["LIBQUART", "LIBSQUART"],
        code_field=["QUARTIER", "SQUARTMNO"],
        parent_field="QUARTIER",
        verbosity=0,
    )


def test_a_commune_with_quarters_and_sub_quarters():
    montpellier()
    territory = TerritoryPage.objects.get()
    assert territory.title == "Montpellier"
    assert Site.objects.get(is_default_site=True).root_page_id == territory.pk
    assert TerritoryTheme.load().name == "Montpellier"
    quarters = NeighbourhoodPage.objects.child_of(territory).filter(is_whole_town=False)
    assert quarters.count() == 7
    assert "Port Marianne" in quarters.values_list("title", flat=True)
    inner = [page for quarter in quarters for page in NeighbourhoodPage.objects.child_of(quarter)]
    assert len(inner) == 31
    antigone = NeighbourhoodPage.objects.get(title__iexact="antigone")
    assert "Centre" in antigone.get_parent().title
    assert antigone.url_path.startswith(territory.url_path)
    assert all(page.latitude and page.longitude for page in inner)
    assert not any(Page.find_problems())


def test_running_it_again_changes_nothing_and_keeps_what_the_officer_wrote():
    montpellier()
    mosson = NeighbourhoodPage.objects.child_of(TerritoryPage.objects.get()).get(title="Mosson")
    mosson.title, mosson.introduction = "La Mosson", "<p>Au bord de l’eau.</p>"
    mosson.save()
    before = list(Page.objects.order_by("path").values_list("path", "title", "slug", "numchild"))
    montpellier()
    assert list(Page.objects.order_by("path").values_list("path", "title", "slug", "numchild")) == before


def test_a_town_without_outlines_has_one_neighbourhood_with_its_name():
    call_command("create_territory", name="Nay", insee="64417", verbosity=0)
    only = NeighbourhoodPage.objects.get()
    assert only.title == "Nay"
    assert only.is_whole_town


def test_another_territory_in_the_same_installation_is_refused():
    call_command("create_territory", name="Nay", insee="64417", verbosity=0)
    with pytest.raises(CommandError, match="déjà celle de Nay"):
        call_command("create_territory", name="Pau", insee="64445", verbosity=0)


def test_communes_of_an_intercommunalite_are_its_neighbourhoods(tmp_path):
    path = tmp_path / "communes.geojson"
    square = {"type": "Polygon", "coordinates": [[[0, 47], [0.1, 47], [0.1, 47.1], [0, 47.1], [0, 47]]]}
    feature = {"type": "Feature", "properties": {"nom": "Courdemanche", "insee": "72103"}, "geometry": square}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    call_command(
        "create_territory",
        name="Loir-Lucé-Bercé",
        insee="200070373",
        neighbourhoods=[path],
        name_field=["nom"],
        code_field=["insee"],
        verbosity=0,
    )
    assert TerritoryPage.objects.get().kind == TerritoryPage.Kind.EPCI
    assert NeighbourhoodPage.objects.get(code="72103").title == "Courdemanche"


def test_two_rows_of_one_quarter_are_joined_and_a_code_typed_twice_is_not_trusted(tmp_path):
    def row(name: str, west: float) -> dict:
        ring = [[west, 43], [west + 0.1, 43], [west + 0.1, 43.1], [west, 43.1], [west, 43]]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        return {"type": "Feature", "properties": {"n": name, "c": "X"}, "geometry": geometry}

    path = tmp_path / "q.geojson"
    path.write_text(json.dumps({"features": [row("Bourg", 0), row("Gare", 0.2), row("Bourg", 0.4)]}))
    for _again in range(2):
        call_command(
            "create_territory",
            name="Nay",
            insee="64417",
            neighbourhoods=[path],
            name_field=["n"],
            code_field=["c"],
            verbosity=0,
        )
    pages = {page.title: page for page in NeighbourhoodPage.objects.filter(is_whole_town=False)}
    assert set(pages) == {"Bourg", "Gare"}
    assert pages["Bourg"].outline["type"] == "MultiPolygon"
    assert pages["Bourg"].code == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("not json", "GeoJSON lisible"),
        ('{"type": "FeatureCollection", "features": [', "GeoJSON lisible"),
        ('{"rows": []}', "features"),
        ('{"features": [{"properties": {"name": "A"}}]}', "objet 1"),
        ('{"features": [{"properties": {"LIB": "A"}, "geometry": {"type": "Point"}}]}', "objet 1 .*polygone"),
        ('{"features": [{"properties": {"LIB": ""}, "geometry": null}]}', "est vide"),
        ("[" * 100_000, "GeoJSON lisible"),
    ],
)
def test_a_file_that_is_wrong_is_told_with_its_row_and_nothing_is_made(tmp_path, text, message):
    path = tmp_path / "quartiers.geojson"
    path.write_text(text)
    before = Page.objects.count()
    with pytest.raises(CommandError, match=message):
        call_command("create_territory", name="Nay", insee="64417", neighbourhoods=[path], name_field=["LIB"])
    assert Page.objects.count() == before

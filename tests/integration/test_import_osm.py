"""OSM files become shops: planned, written in bulk, and never against staff."""

import gzip
import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page

from commerce.importers.plan import Plan
from commerce.models import ShopPage, ShopSource
from commerce.services import bulk
from commerce.services.importing import apply_plan, plan_import
from home.models import NeighbourhoodPage

pytestmark = pytest.mark.django_db


def feature(name: str | None, lon: float, lat: float, **tags) -> dict:
    return {
        "type": "Feature",
        "properties": {"name": name, **tags},
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
    }


@pytest.fixture
def town():
    call_command("create_territory", name="Nay", insee="64417", verbosity=0)
    return NeighbourhoodPage.objects.get()


@pytest.fixture
def write(tmp_path):
    def to_file(*features: dict, name: str = "osm.geojson") -> Path:
        path = tmp_path / name
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
        return path

    return to_file


def run(path: Path) -> Plan:
    plan = plan_import([path])
    apply_plan(plan)
    return plan


BAKERY = feature("L'Aube", 0.26, 43.18, osm_id="node/1", shop="bakery;pastry", phone="05 59 00 00 01")


def test_three_shapes_of_files_give_shops(town, write):
    raw = feature(
        "Raw", 0.26, 43.18, **{"@id": "way/7", "amenity": "cafe", "addr:street": "Rue", "addr:housenumber": "3"}
    )
    portal = feature("Portal", 0.27, 43.18, type="Boulangeries", osm_id=12, shop="bakery", amenity="", phone="")
    portal["properties"]["osm_url"] = "http://www.openstreetmap.org/browse/node/12"
    layer = feature("Layer", 0.28, 43.18, type="hairdresser", osm_id="node/13", siret="not a siret")
    bare = feature(None, 0.29, 43.18, couche="pharmacies", osm_id=None, amenity="pharmacy")
    run(write(raw, portal, layer, bare))
    shops = {shop.title: shop for shop in ShopPage.objects.select_related("category")}
    assert set(shops) == {"Raw", "Portal", "Layer", "Pharmacie"}
    assert shops["Raw"].street_address == "3 Rue"
    assert shops["Layer"].category.name == "Coiffeur"
    assert shops["Layer"].siret == ""
    assert set(ShopSource.objects.values_list("reference", flat=True)) >= {"way/7", "node/12", "node/13"}


def test_the_second_run_changes_nothing(town, write):
    path = write(BAKERY, feature(None, 0.2, 43.1, shop="books"))
    run(path)
    before = list(ShopPage.objects.order_by("pk").values())
    plan = run(path)
    assert plan.count("unchanged") == 2
    assert list(ShopPage.objects.order_by("pk").values()) == before


def test_a_dry_run_writes_nothing(town, write, tmp_path):
    report = tmp_path / "report.csv"
    call_command("import_shops", str(write(BAKERY)), source="osm", dry_run=True, report=report, verbosity=0)
    assert not ShopPage.objects.exists()
    assert "L'Aube" in report.read_text(encoding="utf-8-sig")


def test_bulk_pages_are_what_wagtail_would_have_made(town, write):
    run(write(BAKERY, feature("Second", 0.3, 43.2, shop="books")))
    assert not any(Page.find_problems())
    shop = ShopPage.objects.get(title="L'Aube")
    naive = ShopPage(title="L'Aube", slug="naive", category=shop.category, latitude=43.18, longitude=0.26)
    Page.objects.get(pk=town.pk).add_child(instance=naive)
    free = {"id", "page_ptr", "path", "slug", "url_path", "translation_key", "provenance", "phone"}
    free |= {"first_published_at", "last_published_at"}
    for field in ShopPage._meta.concrete_fields:
        if field.name not in free:
            assert getattr(shop, field.attname) == getattr(naive, field.attname), field.name
    assert shop.url_path == f"{town.url_path}l-aube/"
    assert shop.latest_revision is None
    assert Page.objects.get(pk=town.pk).numchild == 3
    assert [category.name for category in shop.categories.all()] == ["Pâtisserie"]
    assert shop.get_ancestors().last().pk == town.pk


def test_duplicates_of_overlapping_layers_are_one_shop_with_the_facts_of_both(town, write):
    twin = feature("l’aube", 0.26005, 43.18, osm_id="999", amenity="cafe", website="aube.example")
    plan = run(write(BAKERY, twin, BAKERY))
    assert plan.count("duplicate") == 2
    shop = ShopPage.objects.get()
    assert shop.website == "https://aube.example"
    assert "Café" in {category.name for category in shop.categories.all()}


def test_what_staff_wrote_or_emptied_is_kept_and_the_rest_follows_the_source(town, write):
    run(write(BAKERY))
    shop = ShopPage.objects.get()
    shop.phone, shop.title = "", "L’Aube de Nay"
    shop.save()
    moved = feature("L'Aube (nouveau)", 0.2605, 43.18, osm_id="node/1", shop="bakery", phone="05 59 00 00 02")
    moved["properties"]["website"] = "https://aube.example/"
    run(write(moved))
    shop.refresh_from_db()
    assert (shop.title, shop.phone) == ("L’Aube de Nay", "")
    assert shop.website == "https://aube.example/"
    assert shop.longitude == 0.2605


def test_a_page_that_staff_made_is_matched_by_siret_or_name_not_doubled(town, write):
    from commerce.services.categories import load_categories

    load_categories()
    category = ShopPage._meta.get_field("category").related_model.objects.get(osm_tags__0="shop=bakery")
    made = ShopPage(title="l’aube", category=category, latitude=43.18, longitude=0.2601, street_address="1 place")
    Page.objects.get(pk=town.pk).add_child(instance=made)
    run(write(BAKERY))
    shop = ShopPage.objects.get()
    assert (shop.street_address, shop.phone) == ("1 place", "+33559000001")
    assert run(write(BAKERY)).count("unchanged") == 1


@pytest.mark.parametrize("pending", ["draft", "scheduled"])
def test_an_import_is_in_every_revision_that_could_still_go_live(town, write, pending):
    run(write(BAKERY))
    shop = ShopPage.objects.get()
    shop.summary = "Pain au levain"
    if pending == "scheduled":
        shop.go_live_at = timezone.now() + timedelta(days=1)
        shop.save_revision(approved_go_live_at=shop.go_live_at)
    else:
        shop.save_revision()
    run(write(feature("L'Aube", 0.26, 43.18, osm_id="node/1", shop="bakery", phone="05 59 00 00 02")))
    revision = ShopPage.objects.get().latest_revision
    if pending == "scheduled":
        revision.approved_go_live_at = None
        revision.save()
    revision.publish()
    shop = ShopPage.objects.get()
    assert shop.phone == "+33559000002"
    assert shop.summary == "Pain au levain"


def test_an_import_killed_between_batches_ends_in_the_same_state(town, write, monkeypatch):
    monkeypatch.setattr(bulk, "BATCH", 2)
    path = write(*(feature(f"Shop {n}", 0.2 + n / 100, 43.18, osm_id=f"node/{n}", shop="books") for n in range(5)))

    def killed(label: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apply_plan(plan_import([path]), progress=killed)
    assert ShopPage.objects.count() == 2
    run(path)
    assert sorted(ShopPage.objects.values_list("title", flat=True)) == [f"Shop {n}" for n in range(5)]
    assert not any(Page.find_problems())
    assert plan_import([path]).count("unchanged") == 5


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"name;lat;lon\n", "JSON complet : ligne 1"),
        (b'{"type": "FeatureCollection", "features": [{"type"', "JSON complet"),
        (b'{"features": "x"}', "features"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"[" * 200_000, "trop de niveaux"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_and_nothing_is_written(town, tmp_path, content, message):
    path = tmp_path / "x.geojson"
    path.write_bytes(content)
    with pytest.raises(CommandError, match=message):
        call_command("import_shops", str(path), source="osm", verbosity=0)
    assert not ShopPage.objects.exists()


def test_an_archive_cut_short_is_said(town, tmp_path):
    path = tmp_path / "x.geojson.gz"
    path.write_bytes(gzip.compress(b'{"features": []}' * 1000)[:-20])
    with pytest.raises(CommandError, match="abîmée ou coupée"):
        call_command("import_shops", str(path), source="osm", verbosity=0)


def test_ugly_rows_are_refused_one_by_one_or_cleaned(town, write):
    rows = [
        feature("Vide", 0.2, 43.1, shop="vacant"),
        feature("Loin", 700000.0, 43.1, shop="books"),
        {"type": "Feature", "properties": {"shop": "books"}, "geometry": None},
        "not an object",
        feature("Cr\u00c3\u00a9dit\u0000\u202e <script>", 0.2, 43.1, osm_id="node/5", amenity="bank"),
        feature("X" * 5000, 0.21, 43.1, osm_id="node/6", shop="books", phone="no", website="javascript:x"),
    ]
    plan = run(write(*rows))
    assert [step.action for step in plan.steps] == ["refused"] * 4 + ["create"] * 2
    assert all(step.reason and "objet" in step.where for step in plan.steps if step.action == "refused")
    titles = sorted(ShopPage.objects.values_list("title", flat=True))
    assert titles[0] == "Crédit <script>"
    assert len(titles[1]) == 120
    assert "phone" in plan.steps[5].reason
    assert not ShopPage.objects.exclude(website="").exists()

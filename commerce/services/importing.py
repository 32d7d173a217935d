"""Import shops: read, match, plan, apply. The plan is complete before the first row is written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.models import Q

from commerce.importers import geojson, osm
from commerce.importers.plan import Known, Plan, Step, compare, fold_duplicates
from commerce.models import Category, ShopPage, ShopSource
from commerce.services import bulk
from commerce.services.categories import load_categories
from home.models import NeighbourhoodPage
from portal.base.geo import Locator, Point, distance_m
from portal.base.text import fold

#: A register's point at the edge of the commune may lie outside every outline by this much.
EDGE_TOLERANCE_M = 500.0
#: A shop that no source names is the record's if it has its name within this distance.
SAME_PLACE_M = 30.0
LICENCE = {"osm": "ODbL-1.0"}
Progress = Callable[[str, int, int], None]


def plan_import(files: list[Path], source: str = "osm") -> Plan:
    """Return what importing these files would do. Raises ``ReadError`` for a file that cannot be read."""
    plan = fold_duplicates(osm.to_record(row) for path in files for row in geojson.read(path))
    steps = [step for step in plan.steps if step.record]
    known = _known(source)
    by_siret, by_name = _unclaimed(source)
    for step in steps:
        shop = known.get(step.record.reference) or _match(step, by_siret, by_name)
        if shop is None:
            continue
        values, _provenance = bulk.facts_of(step, source, LICENCE[source])
        step.shop = shop.pk
        step.changes = compare(values, shop)
        claimed = step.record.reference in known
        step.action = "update" if step.changes or not claimed else "unchanged"
    return plan


FACTS = (
    *("title", "latitude", "longitude", "street_address", "postcode", "insee_code", "city", "brand", "phone"),
    *("email", "website", "links", "opening_hours", "services", "siret"),
)


def _values(**filters: Any) -> dict[int, Known]:
    shops = ShopPage.objects.filter(**filters).values("pk", "provenance", *FACTS).iterator(chunk_size=2000)
    return {row["pk"]: Known(row["pk"], {name: row[name] for name in FACTS}, row["provenance"]) for row in shops}


def _known(source: str) -> dict[str, Known]:
    shops = _values(sources__source=source)
    references = ShopSource.objects.filter(source=source).values_list("reference", "shop_id")
    return {reference: shops[pk] for reference, pk in references}


def _unclaimed(source: str) -> tuple[dict[str, Known], dict[str, list[Known]]]:
    """Return the shops that this source does not know yet, by SIRET and by folded name."""
    claimed = ShopSource.objects.filter(source=source).values("shop_id")
    shops = _unclaimed_rows(claimed)
    by_name: dict[str, list[Known]] = {}
    for shop in shops:
        by_name.setdefault(fold(shop.values["title"]), []).append(shop)
    return {shop.values["siret"]: shop for shop in shops if shop.values["siret"]}, by_name


def _unclaimed_rows(claimed: Any) -> list[Known]:
    pks = ShopPage.objects.filter(~Q(pk__in=claimed)).values("pk")
    return list(_values(pk__in=pks).values())


def _match(step: Step, by_siret: dict[str, Known], by_name: dict[str, list[Known]]) -> Known | None:
    record = step.record
    same = by_siret.pop(record.facts.get("siret", "-"), None)
    if same is not None or not record.named:
        return same
    for shop in by_name.get(fold(record.name), ()):
        lat, lon = shop.values["latitude"], shop.values["longitude"]
        if lat is not None and distance_m(record.point, Point(lat, lon)) <= SAME_PLACE_M:
            by_name[fold(record.name)].remove(shop)
            return shop
    return None


def apply_plan(plan: Plan, source: str = "osm", progress: Progress = lambda label, done, total: None) -> None:
    """Write a plan, batch by batch. Killed and run again, it ends in the same state."""
    load_categories()
    kinds = {category.slug: category for category in Category.objects.all()}
    outlines = {
        pk: outline
        for pk, outline in NeighbourhoodPage.objects.live().values_list("pk", "outline")
        if outline is not None
    }
    locator, elsewhere = Locator(outlines), bulk.whole_town().pk
    done, total = 0, plan.count("create")
    for batch in bulk.batches(plan.steps, "create"):
        places = {i: locator.locate(s.record.point, EDGE_TOLERANCE_M) or elsewhere for i, s in enumerate(batch)}
        done += bulk.create(batch, source, LICENCE[source], places, kinds)
        progress("créées", done, total)
    done, total = 0, plan.count("update")
    for batch in bulk.batches(plan.steps, "update"):
        done += bulk.update(batch, source, LICENCE[source])
        _claim(batch, source)
        progress("mises à jour", done, total)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _claim(batch: list[Step], source: str) -> None:
    """Remember what the source calls the shops that were matched by SIRET or by name."""
    ShopSource.objects.bulk_create(
        [ShopSource(shop_id=step.shop, source=source, reference=step.record.reference) for step in batch],
        ignore_conflicts=True,
    )

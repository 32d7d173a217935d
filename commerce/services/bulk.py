"""Write many shops at once and keep the tree sound.

``add_child`` and publish do 9 pages a second on a site of 20,000. Here paths are computed, pages and
their shop rows are inserted in bulk, and the parent's counter is written once. Each batch is a
transaction of its own: a killed import leaves whole batches, and the next run goes on from there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import router, transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from commerce.importers.plan import Step
from commerce.models import Category, ShopPage, ShopSource
from home.models import NeighbourhoodPage
from portal.base.text import slug_for

BATCH = 500


def batches(steps: Iterable[Step], key: str) -> Iterator[list[Step]]:
    """Group steps with one action into lists of at most ``BATCH``."""
    chosen = [step for step in steps if step.action == key]
    for start in range(0, len(chosen), BATCH):
        yield chosen[start : start + BATCH]


@transaction.atomic
def create(steps: list[Step], source: str, licence: str, places: dict[int, int], kinds: dict[str, Category]) -> int:
    """Create the shops of one batch.

    ``places`` gives the neighbourhood's key for the index of a step, ``kinds`` the category for a slug.
    Returns the number of pages made.
    """
    by_parent: dict[int, list[Step]] = defaultdict(list)
    for index, step in enumerate(steps):
        by_parent[places[index]].append(step)
    for parent_id in sorted(by_parent):
        parent = Page.objects.select_for_update().get(pk=parent_id)
        _create_below(parent, by_parent[parent_id], source, licence, kinds)
    return len(steps)


def _create_below(parent: Page, steps: list[Step], source: str, licence: str, kinds: dict[str, Category]) -> None:
    children = Page.objects.child_of(parent)
    taken = set(children.values_list("slug", flat=True))
    last = children.order_by("-path").values_list("path", flat=True).first()
    position = Page._str2int(last[-Page.steplen :]) if last else 0
    now = timezone.now()
    content_type = ContentType.objects.get_for_model(ShopPage)
    shops = []
    for offset, step in enumerate(steps, start=1):
        record = step.record
        slug = slug_for(record.name, taken=taken)
        taken.add(slug)
        values, provenance = facts_of(step, source, licence)
        shops.append(
            ShopPage(
                path=Page._get_path(parent.path, parent.depth + 1, position + offset),
                depth=parent.depth + 1,
                numchild=0,
                title=values.pop("title"),
                draft_title=record.name,
                slug=slug,
                url_path=f"{parent.url_path}{slug}/",
                translation_key=uuid4(),
                locale_id=parent.locale_id,
                content_type=content_type,
                live=True,
                has_unpublished_changes=False,
                first_published_at=now,
                last_published_at=now,
                category=kinds[record.category],
                kind=kinds[record.category].shop_kind,
                provenance=provenance,
                **values,
            )
        )
    _insert(shops)
    ShopSource.objects.bulk_create(
        ShopSource(shop_id=shop.pk, source=source, reference=step.record.reference)
        for shop, step in zip(shops, steps, strict=True)
    )
    further = ShopPage.categories.through
    further.objects.bulk_create(
        further(shoppage_id=shop.pk, category_id=kinds[slug].pk)
        for shop, step in zip(shops, steps, strict=True)
        for slug in step.record.further
    )
    parent.numchild = Page.objects.child_of(parent).count()
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild)


def _insert(shops: list[ShopPage]) -> None:
    """Insert the page rows, then the shop rows that point at them: two statements for a batch."""
    fields = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    pages = Page.objects.bulk_create([Page(**{name: getattr(shop, name) for name in fields}) for shop in shops])
    for shop, page in zip(shops, pages, strict=True):
        shop.pk = shop.page_ptr_id = shop.id = page.pk
    ShopPage._base_manager._insert(
        shops, fields=ShopPage._meta.local_concrete_fields, using=router.db_for_write(ShopPage)
    )


def facts_of(step: Step, source: str, licence: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what a record says by field, and where each fact comes from."""
    record = step.record
    values = {"title": record.name, "latitude": record.point.lat, "longitude": record.point.lon, **record.facts}
    return values, {name: origin_of(value, record.reference, source, licence) for name, value in values.items()}


def origin_of(value: Any, reference: str, source: str, licence: str) -> dict[str, Any]:
    """Return the provenance of one fact; ``value`` is what the source gave, by which an edit shows."""
    return {"source": source, "licence": licence, "reference": reference, "value": value, "confirmed_on": None}


@transaction.atomic
def update(steps: list[Step], source: str, licence: str) -> int:
    """Write the changed facts of one batch of shops, live and in every revision that could still go live."""
    shops = {shop.pk: shop for shop in ShopPage.objects.select_for_update().filter(pk__in=[s.shop for s in steps])}
    for step in steps:
        shop = shops[step.shop]
        former = {name: getattr(shop, name) for name in step.changes}
        for name, value in step.changes.items():
            setattr(shop, name, value)
            shop.provenance[name] = origin_of(value, step.record.reference, source, licence)
        if shop.draft_title == former.get("title"):
            shop.draft_title = shop.title
        for revision in pending_revisions(shop):
            _carry(revision, shop, former)
        # Page.save() would re-read the tree for a slug that has not changed.
        super(Page, shop).save(update_fields=[*step.changes, "provenance", "draft_title"])
    return len(steps)


def pending_revisions(shop: ShopPage) -> list[Revision]:
    """Return the revisions that may still replace the live page: draft, scheduled, in a workflow."""
    revisions = Revision.page_revisions.filter(object_id=str(shop.pk))
    pending = {revision.pk: revision for revision in revisions.filter(approved_go_live_at__isnull=False)}
    if shop.has_unpublished_changes and shop.latest_revision_id:
        pending.setdefault(shop.latest_revision_id, shop.latest_revision)
    state = shop.current_workflow_state
    if state and state.current_task_state:
        pending.setdefault(state.current_task_state.revision_id, state.current_task_state.revision)
    return list(pending.values())


def _carry(revision: Revision, shop: ShopPage, former: dict[str, Any]) -> None:
    """Write into a draft the facts that its author has not touched."""
    content = revision.content
    for name, value in former.items():
        if content.get(name) == value:
            content[name] = getattr(shop, name)
            content.setdefault("provenance", {})[name] = shop.provenance[name]
    revision.save(update_fields=["content"])


def whole_town() -> NeighbourhoodPage:
    """Return the neighbourhood for addresses outside of all outlines."""
    return NeighbourhoodPage.objects.get(is_whole_town=True)

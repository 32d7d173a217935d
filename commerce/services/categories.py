"""Put the taxonomy's categories into the database without undoing what the officer changed."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from commerce.importers.osm_tags import taxonomy
from commerce.models import Category

#: What the taxonomy decides. Names, words and order are the officer's once the category exists.
MAPPED = ("osm_tags", "naf_codes", "schema_type")


@dataclass
class Loaded:
    """How many categories were made, had their codes renewed, or stood already."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0


@transaction.atomic
def load_categories() -> Loaded:
    """Create the categories that are missing and renew the codes of the others."""
    loaded = Loaded()
    for position, family in enumerate(taxonomy()):
        parent = _put(loaded, family, None, position)
        for order, child in enumerate(family["children"]):
            _put(loaded, child, parent, order)
    return loaded


def _put(loaded: Loaded, entry: dict[str, Any], parent: Category | None, order: int) -> Category:
    values = {key: value for key, value in entry.items() if key not in {"slug", "children", "order"}}
    category, created = Category.objects.get_or_create(
        slug=entry["slug"], defaults={**values, "parent": parent, "order": order}
    )
    if created:
        loaded.created += 1
        return category
    changed = [name for name in MAPPED if name in values and getattr(category, name) != values[name]]
    for name in changed:
        setattr(category, name, values[name])
    if changed:
        category.save(update_fields=changed)
        loaded.updated += 1
    else:
        loaded.unchanged += 1
    return category

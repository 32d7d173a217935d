"""What an import would do, before it does anything. Plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from commerce.importers.record import Record, Refused
from portal.base.geo import distance_m
from portal.base.text import fold

#: Two rows of one name this near are one establishment seen by two layers.
SAME_PLACE_M = 30.0
Action = Literal["create", "update", "unchanged", "refused", "duplicate"]


@dataclass(frozen=True)
class Known:
    """A shop that the portal has, as far as matching and comparing need it."""

    pk: int
    values: dict[str, Any]
    provenance: dict[str, Any]


@dataclass
class Step:
    """What becomes of one row."""

    action: Action
    where: str
    name: str = ""
    reason: str = ""
    record: Record | None = None
    shop: int | None = None
    changes: dict[str, Any] = field(default_factory=dict)


@dataclass
class Plan:
    """All the steps, in the order of the files."""

    steps: list[Step] = field(default_factory=list)

    def count(self, action: Action) -> int:
        """Return how many rows have this outcome."""
        return sum(step.action == action for step in self.steps)


def fold_duplicates(items: Iterable[Record | Refused]) -> Plan:
    """Make one record of the rows of overlapping layers; the others are reported as duplicates.

    Two rows are one establishment if they have the same reference, or the same name within 30 m.
    The first row stays; the later ones lend it the facts and categories that it lacks.
    """
    plan = Plan()
    by_reference: dict[str, Record] = {}
    by_name: dict[str, list[Record]] = {}
    for item in items:
        if isinstance(item, Refused):
            plan.steps.append(Step("refused", item.row.where, reason=item.reason))
            continue
        first = by_reference.get(item.reference) or _near(item, by_name)
        if first is not None:
            for name, value in item.facts.items():
                first.facts.setdefault(name, value)
            more = (item.category, *item.further)
            first.further = tuple(dict.fromkeys(s for s in (*first.further, *more) if s != first.category))
            plan.steps.append(Step("duplicate", item.row.where, item.name, f"déjà lu : {first.row.where}"))
            continue
        by_reference[item.reference] = item
        if item.named:
            by_name.setdefault(fold(item.name), []).append(item)
        plan.steps.append(Step("create", item.row.where, item.name, "; ".join(item.warnings), item))
    return plan


def _near(record: Record, by_name: dict[str, list[Record]]) -> Record | None:
    if not record.named:
        return None
    twins = by_name.get(fold(record.name), ())
    return next((twin for twin in twins if distance_m(twin.point, record.point) <= SAME_PLACE_M), None)


def compare(wanted: dict[str, Any], known: Known) -> dict[str, Any]:
    """Return the fields to write: what the source says anew and nobody has edited since.

    A field belongs to the source as long as its value is the one that the source last gave
    (``provenance[field]["value"]``). A value that staff or a merchant wrote is kept, and so is one that
    they emptied.
    """
    changes = {}
    for name, value in wanted.items():
        origin = known.provenance.get(name)
        live = known.values.get(name)
        if live == value:
            continue
        untouched = origin["value"] == live if origin and "value" in origin else live in (None, "", [])
        if untouched and (origin or {}).get("value") != value:
            changes[name] = value
    return changes

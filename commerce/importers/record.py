"""What every importer gives: records, whatever the source looked like."""

from dataclasses import dataclass, field
from typing import Any

from portal.base.geo import Point


class ReadError(ValueError):
    """A file that cannot be read as a whole; the message says where and how to mend it."""


@dataclass(frozen=True)
class Row:
    """One object of a file, as it stands there. ``number`` counts from 1."""

    file: str
    number: int
    properties: dict[str, Any]
    geometry: Any

    @property
    def where(self) -> str:
        """Return the place to look at, for messages."""
        return f"{self.file}, objet {self.number}"


@dataclass
class Record:
    """One establishment, cleaned.

    ``facts`` holds values by the name of the shop's field; a fact that the source does not have is absent,
    never empty. ``reference`` is what the source calls it and stays the same from one run to the next.
    """

    row: Row
    reference: str
    name: str
    category: str
    point: Point
    named: bool = True
    further: tuple[str, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Refused:
    """A row that does not become a shop, and why."""

    row: Row
    reason: str

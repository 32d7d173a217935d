"""Model fields of the house."""

from typing import Any

from django.db import models
from wagtail.fields import StreamField


class PortalStreamField(StreamField):
    """A StreamField that migrations see as a plain ``JSONField``.

    Public code bases carry a hundred migrations of block noise, and a StreamField without blocks in
    the history erases every body at the first ``save()`` of a data migration. With a JSONField in the
    history, a historical model reads and writes the raw list of blocks untouched.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Describe the column, not the blocks."""
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, "django.db.models.JSONField", [], kwargs

    def clone(self) -> models.JSONField:
        """Return what stands for this field in a migration's state (Django clones through ``deconstruct``)."""
        _name, _path, args, kwargs = self.deconstruct()
        return models.JSONField(*args, **kwargs)

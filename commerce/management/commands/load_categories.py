"""``manage.py load_categories``: the categories and their words."""

from typing import Any

from django.core.management.base import BaseCommand

from commerce.services.categories import load_categories


class Command(BaseCommand):
    """Load the taxonomy; what the officer changed stays."""

    help = "Charge les catégories ; relancée, ne change rien à ce qui a été modifié à la main."

    def handle(self, **options: Any) -> None:
        """Load, then tell."""
        loaded = load_categories()
        self.stdout.write(
            f"Catégories : {loaded.created} créées, {loaded.updated} mises à jour, {loaded.unchanged} inchangées."
        )

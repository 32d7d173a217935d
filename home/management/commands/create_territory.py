"""``manage.py create_territory``: a new territory in one command."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from home.services.territory import TerritoryError, found, read_outlines


class Command(BaseCommand):
    """Found a territory, or complete it: running it again changes nothing."""

    help = "Crée le territoire, son site et ses quartiers ; relancée, ne change rien."

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the options as the documentation of operators does."""
        parser.add_argument("--name", required=True, help="nom de la commune ou de l’intercommunalité")
        parser.add_argument("--insee", required=True, help="code INSEE (5 caractères) ou SIREN d’un EPCI (9 chiffres)")
        parser.add_argument(
            "--neighbourhoods",
            action="append",
            default=[],
            type=Path,
            metavar="FICHIER.geojson",
            help="contours ; à répéter pour un second niveau",
        )
        parser.add_argument("--name-field", action="append", default=[], help="attribut du nom, un par fichier")
        parser.add_argument("--code-field", action="append", default=[], help="attribut du code, un par fichier")
        parser.add_argument("--parent-field", default="", help="attribut du second fichier : nom ou code du quartier")

    def handle(self, **options: Any) -> None:
        """Read the files, found the territory, tell what was done."""
        files, names, codes = options["neighbourhoods"], options["name_field"], options["code_field"]
        if len(files) > 2:
            raise CommandError("Deux niveaux de quartiers au plus.")
        if files and len(names) not in {1, len(files)}:
            raise CommandError("Donnez --name-field une fois, ou une fois par fichier.")
        try:
            levels = [
                read_outlines(
                    path,
                    names[min(index, len(names) - 1)],
                    options["parent_field"] if index else "",
                    codes[index] if index < len(codes) else "",
                )
                for index, path in enumerate(files)
            ]
            founded = found(options["name"], options["insee"], levels)
        except TerritoryError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{founded.territory.title} : {len(founded.created)} pages créées, "
            f"{len(founded.updated)} contours renouvelés, {founded.unchanged} inchangés."
        )

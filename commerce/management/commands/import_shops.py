"""``manage.py import_shops``: shops from files, planned before they are written."""

import csv
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from commerce.importers.plan import Plan
from commerce.importers.record import ReadError
from commerce.services.importing import apply_plan, plan_import
from home.models import NeighbourhoodPage

LABELS = {
    "create": "à créer",
    "update": "à mettre à jour",
    "unchanged": "inchangées",
    "duplicate": "en double",
    "refused": "refusées",
}


class Command(BaseCommand):
    """Plan, show the plan, apply it unless told not to."""

    help = "Importe des adresses ; relancée, ne change rien à ce qui est déjà là ou modifié à la main."

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the options as the documentation of operators does."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FICHIER")
        parser.add_argument("--source", choices=["osm"], required=True)
        parser.add_argument("--dry-run", action="store_true", help="montre le plan, n’écrit rien")
        parser.add_argument("--report", type=Path, help="fichier CSV, une ligne par objet lu")

    def handle(self, **options: Any) -> None:
        """Report what was read, then what was written."""
        if not NeighbourhoodPage.objects.filter(is_whole_town=True).exists():
            raise CommandError("Créez d’abord le territoire : manage.py create_territory --name … --insee …")
        try:
            plan = plan_import(options["files"], options["source"])
        except ReadError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(", ".join(f"{plan.count(action)} {label}" for action, label in LABELS.items()) + ".")
        if options["report"]:
            self._report(plan, options["report"])
        elif options["verbosity"] > 1:
            for step in plan.steps:
                self.stdout.write(f"{step.where} : {LABELS[step.action]} {step.name} {step.reason}")
        if options["dry_run"]:
            self.stdout.write("Rien n’a été écrit.")
            return
        apply_plan(plan, options["source"], lambda label, done, total: self.stdout.write(f"  {done}/{total} {label}"))

    def _report(self, plan: Plan, path: Path) -> None:
        with path.open("w", newline="", encoding="utf-8-sig") as stream:
            writer = csv.writer(stream, delimiter=";")
            writer.writerow(["objet", "suite", "nom", "raison", "champs"])
            for step in plan.steps:
                cells = [step.where, LABELS[step.action], step.name, step.reason, ", ".join(step.changes)]
                # A spreadsheet would run a cell that starts like a formula.
                writer.writerow([f"'{cell}" if cell[:1] in "=+-@" and cell else cell for cell in cells])

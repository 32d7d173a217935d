"""What a data migration may do to pages: nothing by accident."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from home.models import NewsPage, StandardPage
from portal.base.fields import PortalStreamField

BODY = [{"type": "heading", "value": "Les marchés de l’hiver", "id": "0b7e0e5e-0000-4000-8000-000000000001"}]


@pytest.mark.django_db
def test_a_page_saved_through_its_historical_model_keeps_its_body(territory):
    page = territory.add_child(instance=StandardPage(title="Marchés", body=BODY))
    state = MigrationExecutor(connection).loader.project_state()
    historical = state.apps.get_model("home", "StandardPage").objects.get(pk=page.pk)
    historical.title = "Marchés d’hiver"
    historical.save()
    now = StandardPage.objects.get(pk=page.pk)
    assert now.title == "Marchés d’hiver"
    assert list(now.body.raw_data) == BODY


def test_migrations_see_no_block():
    field = NewsPage._meta.get_field("body")
    assert isinstance(field, PortalStreamField)
    _name, path, args, kwargs = field.deconstruct()
    assert path == "django.db.models.JSONField"
    assert args == []
    assert "block_lookup" not in kwargs

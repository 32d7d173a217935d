"""Categories are loaded once, and stay the officer's."""

import pytest
from django.core.management import call_command

from commerce.models import Category

pytestmark = pytest.mark.django_db


def test_loading_twice_changes_nothing_and_keeps_the_officers_words():
    call_command("load_categories", verbosity=0)
    bakery = Category.objects.get(osm_tags__0="shop=bakery")
    assert bakery.parent.name == "Alimentation"
    assert bakery.terms
    assert bakery.label("en") == "Bakery"
    assert bakery.naf_codes == ["10.71C"]
    bakery.name, bakery.terms, bakery.osm_tags = "Boulangerie et fournil", "pain, levain", []
    bakery.save()
    before = Category.objects.count()
    call_command("load_categories", verbosity=0)
    bakery.refresh_from_db()
    assert (bakery.name, bakery.terms) == ("Boulangerie et fournil", "pain, levain")
    assert "shop=bakery" in bakery.osm_tags
    assert Category.objects.count() == before
    for category in Category.objects.select_related("parent"):
        category.full_clean()

"""Fixtures that every test may use."""

import pytest
from hypothesis import settings
from wagtail.models import Page, Site

from commerce.models import Category, ShopPage
from home.models import NeighbourhoodPage, TerritoryPage

# A slow machine is not a failing property: examples are bounded in number, not in time.
settings.register_profile("parvis", deadline=None)
settings.load_profile("parvis")


@pytest.fixture
def territory(db) -> TerritoryPage:
    """A commune without anything in it, served at the root of the default site."""
    page = Page.get_first_root_node().add_child(
        instance=TerritoryPage(title="Montpellier", slug="territoire", insee_code="34172")
    )
    site, _ = Site.objects.get_or_create(is_default_site=True, defaults={"hostname": "testserver", "root_page": page})
    site.root_page = page
    site.save()
    return page


@pytest.fixture
def neighbourhood(territory) -> NeighbourhoodPage:
    """A quarter of the territory."""
    return territory.add_child(instance=NeighbourhoodPage(title="Antigone", code="CEA"))


@pytest.fixture
def make_shop(neighbourhood):
    """Return a function that adds a shop to the quarter (or to ``parent``)."""

    def make(title: str = "L’Aube", category: str = "boulangerie", parent: Page | None = None, **fields) -> ShopPage:
        chosen, _ = Category.objects.get_or_create(slug=category, defaults={"name": category.capitalize()})
        return (parent or neighbourhood).add_child(instance=ShopPage(title=title, category=chosen, **fields))

    return make

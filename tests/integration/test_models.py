"""What the models refuse."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from commerce.models import Category, Closure, ShopPage
from home.models import EventPage, NeighbourhoodPage


def test_half_a_position_is_refused(make_shop):
    shop = make_shop(latitude=43.6, longitude=3.87)
    shop.longitude = None
    with pytest.raises(ValidationError) as refused:
        shop.full_clean()
    assert "latitude" in refused.value.message_dict


def test_a_move_needs_a_destination_that_is_not_itself(make_shop):
    shop, other = make_shop(), make_shop("Ailleurs")
    shop.state, shop.moved_to = ShopPage.State.MOVED, shop
    with pytest.raises(ValidationError) as refused:
        shop.full_clean()
    assert "moved_to" in refused.value.message_dict
    shop.moved_to = other
    shop.full_clean()


def test_neighbourhoods_nest_once(territory, neighbourhood):
    inner = neighbourhood.add_child(instance=NeighbourhoodPage(title="Le Nombre d’Or"))
    assert NeighbourhoodPage.can_create_at(territory)
    assert NeighbourhoodPage.can_create_at(neighbourhood)
    assert not NeighbourhoodPage.can_create_at(inner)


@pytest.mark.django_db
def test_categories_have_two_levels_and_a_name_in_each_language():
    food = Category.objects.create(slug="alimentation", name="Alimentation")
    bakery = Category.objects.create(
        slug="boulangerie", name="Boulangerie", parent=food, translations={"en": {"name": "Bakery"}}
    )
    assert bakery.label("en") == "Bakery"
    assert bakery.label("de") == bakery.label("fr") == "Boulangerie"
    with pytest.raises(ValidationError):
        Category(slug="levain", name="Levain", parent=bakery).full_clean()


def test_a_closure_ends_after_it_starts(make_shop):
    closure = Closure(shop=make_shop(), start=date(2026, 8, 20), end=date(2026, 8, 5))
    with pytest.raises(ValidationError):
        closure.clean()


def test_an_event_ends_after_it_starts(territory):
    start = timezone.now()
    event = EventPage(title="Marché", slug="marche", start=start, end=start - timedelta(hours=1))
    with pytest.raises(ValidationError):
        event.clean()

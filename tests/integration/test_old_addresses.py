"""A renamed or moved page is found under its old address, and all that stood below it."""

import pytest
from wagtail.models import Page

from home.models import NeighbourhoodPage, OldAddress


def rename(page: Page, slug: str) -> None:
    page = Page.objects.get(pk=page.pk).specific
    page.slug = slug
    page.save_revision().publish()


@pytest.fixture
def at_once(django_capture_on_commit_callbacks):
    """Wagtail tells of a new slug after the commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_renamed_quarter_leads_on_with_all_its_shops_in_one_row(client, neighbourhood, make_shop, at_once, prefix):
    shop = make_shop("Fournil")
    with at_once():
        rename(neighbourhood, "port-juvenal")
    assert OldAddress.objects.count() == 1
    for tail in ("", f"{shop.slug}/"):
        answer = client.get(f"{prefix}/antigone/{tail}?q=1")
        assert answer.status_code == 301
        assert answer.headers["Location"] == f"{prefix}/port-juvenal/{tail}?q=1"
    assert client.get("/port-juvenal/fournil/").status_code == 200


def test_two_renamings_are_one_redirect_and_a_name_taken_back_is_no_loop(client, neighbourhood, at_once):
    for slug in ("un", "deux", "antigone"):
        with at_once():
            rename(neighbourhood, slug)
    assert client.get("/antigone/").status_code == 200
    for old in ("/un/", "/deux/"):
        assert client.get(old).headers["Location"] == "/antigone/"


def test_a_moved_shop_is_found(client, territory, neighbourhood, make_shop, at_once):
    shop = make_shop("Fournil")
    other = territory.add_child(instance=NeighbourhoodPage(title="Gares"))
    with at_once():
        shop.move(other, pos="last-child")
    assert client.get("/antigone/fournil/").headers["Location"] == "/gares/fournil/"


def test_reordering_is_no_new_address(neighbourhood, make_shop, at_once):
    first, second = make_shop("Un bis"), make_shop("Deux bis")
    with at_once():
        Page.objects.get(pk=second.pk).move(Page.objects.get(pk=first.pk), pos="left")
    assert not OldAddress.objects.exists()


@pytest.mark.parametrize("path", ["/rien/", "/en/rien/", "/" + "a/" * 200, "/%00/", "/antigone%22/"])
def test_what_never_was_stays_not_found(client, neighbourhood, path):
    assert client.get(path).status_code in {301, 404}
    assert client.get(path, follow=True).status_code in {200, 404}


def test_a_page_that_is_no_longer_live_is_not_led_to(client, neighbourhood, at_once):
    with at_once():
        rename(neighbourhood, "ailleurs")
    Page.objects.get(pk=neighbourhood.pk).specific.unpublish()
    assert client.get("/antigone/").status_code == 404

"""Every kind of page answers, and hides what is not public."""

import pytest
from django.utils import timezone

from commerce.models import ShopPage
from home.models import EventIndexPage, EventPage, NewsIndexPage, NewsPage, StandardPage


@pytest.fixture
def pages(territory, neighbourhood, make_shop) -> dict[str, str]:
    news = territory.add_child(instance=NewsIndexPage(title="Actualités"))
    events = territory.add_child(instance=EventIndexPage(title="Agenda"))
    made = [
        territory,
        neighbourhood,
        make_shop("<b>L’Aube</b>", phone="+33467000001"),
        news,
        news.add_child(instance=NewsPage(title="Marchés", body=[{"type": "heading", "value": "Hiver"}])),
        events,
        events.add_child(instance=EventPage(title="Lecture", start=timezone.now(), place="Librairie")),
        territory.add_child(instance=StandardPage(title="Aide")),
    ]
    return {type(page).__name__: page.get_url() for page in made}


@pytest.mark.parametrize(
    "kind",
    [
        "TerritoryPage",
        "NeighbourhoodPage",
        "ShopPage",
        "NewsIndexPage",
        "NewsPage",
        "EventIndexPage",
        "EventPage",
        "StandardPage",
    ],
)
def test_a_page_answers_without_cookie(client, pages, kind):
    answer = client.get(pages[kind])
    assert answer.status_code == 200
    assert not answer.cookies
    html = answer.content.decode()
    assert html.count("<h1>") == 1
    assert '<html lang="fr">' in html


def test_names_are_escaped(client, pages):
    html = client.get(pages["ShopPage"]).content.decode()
    assert "<b>L’Aube" not in html
    assert "&lt;b&gt;L’Aube" in html
    assert "Horaires non connus" in html


def test_a_quarter_lists_its_shops_and_not_the_drafts(client, neighbourhood, make_shop):
    make_shop("Ouvert à tous")
    make_shop("Brouillon", live=False)
    html = client.get(neighbourhood.get_url()).content.decode()
    assert "Ouvert à tous" in html
    assert "Brouillon" not in html


def test_a_shop_that_closed_or_moved_says_so(client, make_shop):
    new = make_shop("Rue neuve")
    old = make_shop("Rue vieille", state=ShopPage.State.MOVED, moved_to=new)
    gone = make_shop("Fini", state=ShopPage.State.CLOSED)
    assert f'href="{new.get_url()}"' in client.get(old.get_url()).content.decode()
    assert "Fermé définitivement" in client.get(gone.get_url()).content.decode()


def test_a_shop_says_whether_it_is_open_and_shows_its_week(client, make_shop):
    html = client.get(make_shop("Jour et nuit", opening_hours="24/7").get_url()).content.decode()
    assert "<b>Ouvert</b>" in html
    week = client.get(make_shop("Le matin", opening_hours="Mo-Fr 09:00-12:30").get_url()).content.decode()
    assert week.count("<tr>") == 7
    assert week.count("aujourd’hui") == 1
    assert week.count("<td>Fermé</td>") == 2
    assert "Mo-Fr" not in week

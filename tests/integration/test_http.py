"""What every answer carries."""

import pytest

from portal.base.http import language_of_path


@pytest.mark.parametrize(
    ("path", "language"),
    [("/", "fr"), ("/en/", "en"), ("/en", "en"), ("/english-books/", "fr"), ("/fr/", "fr"), ("//en/", "en")],
)
def test_the_language_comes_from_the_path_alone(path, language):
    assert language_of_path(path) == language


@pytest.mark.django_db
def test_the_probe_answers_without_cookie_or_vary_on_language(client):
    answer = client.get("/sante/ready", headers={"accept-language": "de"})
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok"}
    assert not answer.cookies
    assert "Accept-Language" not in answer.headers.get("Vary", "")
    assert answer.headers["Content-Language"] == "fr"


@pytest.mark.django_db
def test_public_answers_allow_nothing_inline_and_nothing_from_elsewhere(client):
    policy = client.get("/sante/live").headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_admin_has_a_policy_of_its_own_and_speaks_french(admin_client):
    answer = admin_client.get("/admin/")
    assert answer.status_code == 200
    assert "'unsafe-inline'" in answer.headers["Content-Security-Policy"]
    assert "http:" not in answer.headers["Content-Security-Policy"]
    assert 'lang="fr"' in answer.content.decode()


@pytest.mark.django_db
def test_the_admin_is_closed_to_nobody(client):
    answer = client.get("/admin/")
    assert answer.status_code == 302
    assert "/admin/login/" in answer.headers["Location"]

"""Text from outside is cleaned once, and reads as French."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.base.text import (
    LANGUAGE_CODES,
    RESERVED,
    clean_line,
    clean_text,
    clean_url,
    fold,
    format_distance,
    format_phone,
    normalise_phone,
    readable_case,
    repair_mojibake,
    slug_for,
    typography,
)


@given(st.text())
def test_a_line_has_nothing_invisible_and_cleaning_twice_changes_nothing(text):
    line = clean_line(text)
    assert line == clean_line(line)
    assert not any(ord(c) < 32 or c in "\u202e\u200b\x7f" for c in line)
    assert len(line) <= 255


def test_prose_keeps_its_lines():
    assert clean_text("Ouvert\r\n\r\n\r\n\r\nle  mardi\x00\u202e") == "Ouvert\n\nle mardi"


@given(st.text(), st.integers(min_value=12, max_value=60))
def test_a_slug_is_short_ascii_and_never_a_fixed_address(title, cap):
    slug = slug_for(title, max_length=cap)
    assert 0 < len(slug) <= cap
    assert slug.isascii()
    assert slug not in RESERVED | LANGUAGE_CODES
    assert slug_for(title, max_length=cap, taken={slug}) != slug


def test_slugs():
    assert slug_for("L’Œuf à la coque") == "l-oeuf-a-la-coque"
    assert slug_for("Admin") == "admin-page"
    assert slug_for("En") == "en-page"
    assert slug_for("§§") == "page"
    assert slug_for("Le Bar", taken={"le-bar", "le-bar-2"}) == "le-bar-3"


def test_folding():
    assert fold("Hélène Œuf L’Été") == "helene oeuf l'ete"


@pytest.mark.parametrize(
    ("given_name", "readable"),
    [
        ("HOPITAUX-FACULTES", "Hopitaux-Facultes"),
        ("PLAN DES QUATRE SEIGNEURS", "Plan des Quatre Seigneurs"),
        ("CROIX D'ARGENT", "Croix d’Argent"),
        ("LES CEVENNES", "Les Cevennes"),
        ("LA CHARTRE-SUR-LE-LOIR", "La Chartre-sur-le-Loir"),
        ("Loir-Lucé-Bercé", "Loir-Lucé-Bercé"),
        ("Plan des 4 Seigneurs", "Plan des 4 Seigneurs"),
    ],
)
def test_capitals_become_readable_and_mixed_case_is_kept(given_name, readable):
    assert readable_case(given_name) == readable


def test_mojibake_is_repaired_and_good_text_kept():
    assert repair_mojibake("CrÃ©dit Mutuel") == "Crédit Mutuel"
    assert repair_mojibake("Lâ€™Aube") == "L’Aube"
    assert repair_mojibake("Crédit Mutuel, Â") == "Crédit Mutuel, Â"


@pytest.mark.parametrize(
    "raw", ["04 67 00 00 01", "+33 4 67 00 00 01", "0033467000001", "04.67.00.00.01; 06 00 00 00 00"]
)
def test_phones_are_stored_in_one_form(raw):
    assert normalise_phone(raw) == "+33467000001"


def test_phones_are_shown_as_one_reads_them():
    assert format_phone("+33467000001") == "04\u00a067\u00a000\u00a000\u00a001"


@given(st.text(max_size=60))
def test_a_phone_is_a_number_or_a_message(text):
    try:
        assert normalise_phone(text).startswith("+")
    except ValueError as refused:
        assert "téléphone" in str(refused)


@pytest.mark.parametrize(
    "bad", ["javascript:alert(1)", "data:text/html,x", "ftp://a.fr", "http://", "", "http://a b.fr"]
)
def test_dangerous_addresses_are_refused(bad):
    with pytest.raises(ValueError, match="adresse de site web"):
        clean_url(bad)


def test_a_bare_host_gets_its_scheme():
    assert clean_url("www.example.org/menu") == "https://www.example.org/menu"


@given(st.text(max_size=300))
def test_an_address_is_http_or_a_message(text):
    try:
        assert clean_url(text).startswith(("http://", "https://", "HTTP"))
    except ValueError as refused:
        assert "adresse de site web" in str(refused)


@pytest.mark.parametrize(
    ("metres", "said"), [(14, "14 m"), (624, "620 m"), (996, "1,0 km"), (1123, "1,1 km"), (12_400, "12 km")]
)
def test_distances(metres, said):
    assert format_distance(metres) == said.replace(" ", "\u00a0")


def test_french_typography():
    assert typography("Ouvert, ferme à 19 h 30 !") == "Ouvert, ferme à\u00a019\u00a0h\u00a030\u202f!"
    assert typography("L'aube : « oui »") == "L’aube\u00a0: «\u00a0oui\u00a0»"
    assert typography("le 14 novembre") == "le 14\u00a0novembre"


@given(st.text(max_size=80))
def test_typography_is_stable(text):
    assert typography(typography(text)) == typography(text)

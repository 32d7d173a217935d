"""Text at the door: cleaned once, folded for comparing, set as French typography asks. No Django here."""

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache
from urllib.parse import urlsplit

import phonenumbers

#: First segments of fixed addresses (docs/architecture.md §7): no page may take them.
RESERVED = frozenset(
    (
        "recherche commercants api donnees sante admin c static media documents carte theme flux mentions-legales "
        "accessibilite plan-du-site categories sitemap robots favicon"
    ).split()
)
LANGUAGE_CODES = frozenset(
    (
        "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv "
        "dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie "
        "ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv "
        "mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm "
        "rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts "
        "tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
    ).split()
)
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "’": "'", "ʼ": "'"})
_KEPT_CONTROLS = {"\n", "\t"}
_SMALL_WORDS = frozenset(("à au aux d de des du en et l la le les lès lez ou sous sur").split())
_NARROW, _WIDE = "\u202f", "\u00a0"


def _visible(text: str) -> str:
    """Drop control, format (bidirectional overrides, zero width), surrogate and private characters."""
    return "".join(c for c in text if c in _KEPT_CONTROLS or unicodedata.category(c)[0] != "C")


def clean_text(value: object, max_length: int = 10_000) -> str:
    """Return prose as NFC without invisible characters, lines kept, at most two line ends in a row."""
    text = _visible(unicodedata.normalize("NFC", str(value or "").replace("\r\n", "\n").replace("\r", "\n")))
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()[:max_length].rstrip()


def clean_line(value: object, max_length: int = 255) -> str:
    """Return one line of text: NFC, no invisible character, white space collapsed, cut at ``max_length``."""
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", str(value or "")))
    return re.sub(r" +", " ", _visible(text)).strip()[:max_length].rstrip()


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return the text in lower case without accents or ligatures, for comparing: « Hélène Œuf » → helene oeuf."""
    lowered = text.lower().translate(_LIGATURES)
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


def slug_for(title: str, max_length: int = 60, taken: Container[str] = (), reserved: Container[str] = RESERVED) -> str:
    """Return an ASCII slug that is never empty, reserved, a language code or in ``taken``.

    Slugs are capped because a ``url_path`` over 255 characters cannot be stored: two levels of
    neighbourhoods and a shop of 60 characters each stay below.
    """
    base = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")[:max_length].strip("-") or "page"
    if base in reserved or base in LANGUAGE_CODES:
        base = f"{base[: max_length - 5]}-page"
    slug, number = base, 1
    while slug in taken:
        number += 1
        ending = f"-{number}"
        slug = base[: max_length - len(ending)].rstrip("-") + ending
    return slug


def readable_case(name: str) -> str:
    """Return a name written in capitals in readable case; leave mixed case untouched.

    « HOPITAUX-FACULTES » → « Hopitaux-Facultes », « PLAN DES QUATRE SEIGNEURS » → « Plan des Quatre Seigneurs ».
    Accents that the source dropped cannot be guessed.
    """
    cleaned = clean_line(name)
    if not cleaned.isupper():
        return cleaned
    parts = re.split(r"([\s\-'’/]+)", cleaned.lower())
    words = [
        part
        if index % 2 or (index and part in _SMALL_WORDS and index + 1 < len(parts))
        else part[:1].upper() + part[1:]
        for index, part in enumerate(parts)
    ]
    text = "".join(words).replace("'", "’")
    return re.sub(r"\b([DL])’(?=\w)", lambda m: m[0].lower() if m.start() else m[0], text)


def repair_mojibake(text: str) -> str:
    """Return UTF-8 that was once read as Windows-1252 (« CrÃ©dit ») as it was meant; leave the rest as it is."""
    if not re.search(r"[ÃÂâ][\u0080-\u00bf\u2000-\u2122\u0152-\u017e\u0192\u02c6\u02dc]", text):
        return text
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text


def normalise_phone(value: str, region: str = "FR") -> str:
    """Return the first number of the text as E.164 (« 04 67 00 00 00 ; … » → +33467000000).

    Raises ``ValueError`` where there is no number that could exist.
    """
    first = re.split(r"[;,\n]|\s/\s|\bou\b", clean_line(value, 120))[0]
    try:
        number = phonenumbers.parse(first, region)
    except phonenumbers.NumberParseException:
        raise ValueError(f"« {clean_line(value, 40)} » n’est pas un numéro de téléphone.") from None
    if not phonenumbers.is_possible_number(number):
        raise ValueError(f"« {clean_line(value, 40)} » n’est pas un numéro de téléphone.")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def format_phone(e164: str, region: str = "FR") -> str:
    """Return an E.164 number as one reads it: « 04 67 00 00 00 » at home, international from abroad."""
    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return e164
    home = number.country_code == phonenumbers.country_code_for_region(region)
    style = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style).replace(" ", _WIDE)


def clean_url(value: str, max_length: int = 200) -> str:
    """Return a web address with its scheme. Raises ``ValueError`` for anything but http and https."""
    text = clean_line(value, max_length + 1)
    if text and "://" not in text and not re.match(r"^[a-z][a-z0-9+.-]*:(?!\d)", text, re.IGNORECASE):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        host, parts = "", urlsplit("")
    sane = parts.scheme in {"http", "https"} and "." in host.strip(".") and not parts.username
    if not sane or len(text) > max_length or re.search(r"[\s\"<>\\^`{|}]", text):
        raise ValueError(f"« {clean_line(value, 60)} » n’est pas une adresse de site web.")
    return text


def format_distance(metres: float) -> str:
    """Return a distance as one says it: « 620 m » to the ten metres, « 1,1 km » beyond a kilometre."""
    rounded = int(round(metres, -1)) if metres >= 20 else round(metres)
    if rounded < 1000:
        return f"{rounded}{_WIDE}m"
    kilometres = f"{metres / 1000:.1f}" if metres < 9_950 else f"{metres / 1000:.0f}"
    return f"{kilometres.replace('.', ',')}{_WIDE}km"


_TYPOGRAPHY: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"\s*([;!?])(?!\S)"), _NARROW + r"\1"),
    (re.compile(r"(?<=\S)\s+:(?!\S)"), _WIDE + ":"),
    (re.compile(r"«\s*"), "«" + _WIDE),
    (re.compile(r"\s*»"), _WIDE + "»"),
    (re.compile(r"(\d) (?=(?:h|m|km|min|€|%)(?:\W|$))"), r"\1" + _WIDE),
    (re.compile(r"(\bh) (?=\d)"), r"\1" + _WIDE),
    (re.compile(r"\b(à) (?=\d)"), r"\1" + _WIDE),
    (
        re.compile(
            r"(\d|\b1er) (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)"
        ),
        r"\1" + _WIDE,
    ),
)


def typography(text: str) -> str:
    """Return a text node set by the rules of French typography: spaces that do not break, curly apostrophes."""
    for pattern, replacement in _TYPOGRAPHY:
        text = pattern.sub(replacement, text)
    return text

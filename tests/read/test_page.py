"""Files and pages to articles: the main text, what the page states, and one sentence where there is no article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadInput
from bot.read.page import read_page

BODY = (
    "<p>Harbour pilots freed 31 sailors from a stranded barge late on Tuesday, the coast guard said in a statement.</p>"
    "<p>Two of them were taken to hospital with hypothermia, and the barge's owner said the cargo was safe.</p>"
    "<p>The rescue took six hours because of a falling tide and a strong wind from the north-west.</p>"
)
DATA = (
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Barge crew safe",'
    '"author": [{"name": "Ines Roth"}], "publisher": {"name": "Harbour Post"}, "datePublished": "2026-03-04T08:00:00Z",'
    '"dateModified": "2026-03-05", "isBasedOn": "Coast Wire", "url": "https://harbour.example/barge"}]}</script>'
)
HEAD = f'<!doctype html><html lang="en"><head><title>x</title>{DATA}</head>'
PAGE = f"{HEAD}<body><nav>Home</nav><article>{BODY}</article></body></html>"


def test_page_gives_text_and_what_it_states() -> None:
    page = read_page(PAGE.encode(), content_type="text/html; charset=utf-8")
    assert page.text.startswith("Harbour pilots freed 31 sailors")
    assert "Home" not in page.text
    assert (page.title, page.author, page.outlet) == ("Barge crew safe", "Ines Roth", "Harbour Post")
    assert page.published is not None
    assert page.modified is not None
    assert (page.published.edtf, page.modified.edtf) == ("2026-03-04", "2026-03-05")
    assert (page.origin, page.canonical, page.language) == ("Coast Wire", "https://harbour.example/barge", "en")


@pytest.mark.parametrize(
    "meta",
    [
        '<meta property="article:modified_time" content="2026-03-07T10:00:00Z">',
        '<meta content="2026-03-07" property="og:updated_time"/>',  # the other way round
        '<meta itemprop="dateModified" content="2026-03-07">',
    ],
)
def test_the_day_of_change_is_read_from_tags_too(meta: str) -> None:
    page = f"<!doctype html><html><head><title>x</title>{meta}</head><body><article>{BODY}</article></body></html>"
    modified = read_page(page.encode()).modified
    assert modified is not None
    assert modified.edtf == "2026-03-07"


@pytest.mark.parametrize(
    ("url", "is_front"),
    [
        ("https://harbour.example", True),  # bare
        ("https://harbour.example/#top", True),  # with a fragment
        ("https://harbour.example/?p=1234", False),  # an article by its number
        ("https://harbour.example/barge", False),  # an article
        ("", False),  # a file
    ],
)
def test_a_front_page_is_no_article(url: str, is_front: bool) -> None:
    if not is_front:
        assert read_page(PAGE.encode(), url=url).text
        return
    with pytest.raises(BadInput, match="front page"):
        read_page(PAGE.encode(), url=url)


@pytest.mark.parametrize(
    ("raw", "charset"),
    [
        (PAGE.replace("sailors", "sailörs").encode("windows-1252"), "utf-8"),  # another than is stated
        (PAGE.replace("sailors", "sailörs").encode(), "nonsense"),  # one that does not exist
        (PAGE.replace("sailors", "sailörs").encode(), "undefined"),  # names of codecs that are none of text
        (PAGE.replace("sailors", "sailörs").encode(), "punycode"),
        (PAGE.replace("sailors", "sailörs").encode(), "rot13"),
    ],
)
def test_a_wrong_charset_is_seen_through(raw: bytes, charset: str) -> None:
    assert "31 sailörs" in read_page(raw, content_type=f"text/html; charset={charset}").text


@pytest.mark.parametrize("old", ['[{"name": "Ines Roth"}]', '{"name": "Harbour Post"}', '"Barge crew safe"'])
def test_nested_data_costs_only_what_it_would_state(old: str) -> None:
    page = PAGE.replace(old, "[" * 900 + "1" + "]" * 900)
    assert page != PAGE
    assert read_page(page.encode(), content_type="text/html").text.startswith("Harbour pilots")


def test_broken_json_ld_costs_only_what_it_would_state() -> None:
    page = read_page(PAGE.replace('"headline"', "headline").encode(), content_type="text/html")
    assert page.text.startswith("Harbour pilots")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xef\xbb\xbfSeven saved", "Seven saved"),  # a byte order mark
        ("Sept sauvés à Nîmes".encode("windows-1252"), "Sept sauvés à Nîmes"),  # an old encoding
        ("Семь человек".encode("utf-16"), "Семь человек"),  # UTF-16 with its mark
        (b"# Seven saved\n\n*Harbour Post*", "# Seven saved\n\n*Harbour Post*"),  # Markdown stays as given
        (b"a < b and c > d", "a < b and c > d"),  # signs that are no tags
    ],
)
def test_text_is_given_back_as_it_stands(raw: bytes, text: str) -> None:
    assert read_page(raw).text == text


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("LIMA (AP) — A bridge fell.", "AP"),  # a dateline
        ("TUNIS, Dec 13 (Reuters) - A bridge fell.", "Reuters"),  # with its day
        ("By The Associated Press\n\nA bridge fell.", "AP"),  # a byline
        ("A bridge fell.\n\nSource: AFP", "AFP"),  # a line at the end
        ("A bridge fell.\n\n© 2025 Agence France-Presse", "AFP"),  # who holds the rights
        ("A bridge fell. This story was provided by the Press Trust of India.", "PTI"),  # a sentence
        ("A bridge fell, the Associated Press said, with reporting by AP.", ""),  # who is quoted or helped is no origin
        ("The AP (a party) — it fell.", ""),  # other letters in brackets
        ("Reuters moved its offices. Sources: two officials", ""),  # news of an agency
    ],
)
def test_agency_credit_is_the_origin(text: str, origin: str) -> None:
    assert read_page(text.encode()).origin == origin


def test_an_agency_as_author_is_the_origin() -> None:
    page = PAGE.replace('"isBasedOn": "Coast Wire", ', "").replace("Ines Roth", "The Associated Press")
    assert read_page(page.encode()).origin == "AP"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "note.txt is empty"),  # nothing
        (b" \n\t ", "note.txt is empty"),  # white space
        (b"%PDF-1.7 ...", "note.txt is a PDF"),  # a PDF
        (bytes(range(256)) * 40, "note.txt is not text"),  # binary
        (b"PK\x03\x04" + b"\x00" * 500, "note.txt is not text"),  # an archive
        (b"x" * 10_000_001, "note.txt is 10 MB long"),  # too long
        (b"<!doctype html><html><body><p>Welcome</p></body></html>", "holds no article"),  # a page without one
    ],
)
def test_what_is_no_article_is_told(raw: bytes, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        read_page(raw, "note.txt")


LOCKED = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
GERMAN = (
    "<p>Bei dem Unfall auf der Autobahn wurden nach Angaben der Polizei am Dienstagabend vier Menschen verletzt, "
    "darunter zwei Kinder, die mit einem Hubschrauber in eine Klinik geflogen wurden.</p><p>Die Strecke blieb bis zum "
    "Morgen in beiden Richtungen gesperrt, weil ein Lastwagen seine Ladung verloren hatte und ein Gutachter die "
    "Ursache klären sollte, wie ein Sprecher in der Nacht vor Ort den anwesenden Reportern sagte.</p>"
)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<form><input name="u"><input type="password"></form>', "a page to log in at"),  # a log-in page
        (f"{BODY[:130]}</p><p>Subscribe now to continue reading.</p>", "only the beginning"),  # a stub
        (f"{LOCKED}{BODY}", "only the beginning"),  # a stub by its own mark
        ('<video src="x.mp4"></video><p>Watch</p>', "a page with a video"),  # a film
        ("<noscript>Please enable JavaScript</noscript>", "runs scripts"),  # a page made by scripts
    ],
)
def test_pages_that_are_no_article_say_what_they_are(body: str, told: str) -> None:
    page = f"<!doctype html><html><head><title>x</title></head><body><main>{body}</main></body></html>"
    with pytest.raises(BadInput, match=told):
        read_page(page.encode(), "the link", content_type="text/html")


def test_another_language_is_read_and_told() -> None:
    assert read_page(f"<html><body><article>{GERMAN}</article></body></html>".encode()).foreign
    assert read_page(GERMAN.encode().replace(b"<p>", b"").replace(b"</p>", b"\n")).foreign
    assert not read_page(PAGE.encode()).foreign


def test_a_locked_page_that_is_shown_in_full_is_read() -> None:
    assert len(read_page(f"<html><body>{LOCKED}<article>{BODY * 6}</article></body></html>".encode()).text) > 1500


@given(st.binary(max_size=400) | st.text(max_size=300).map(lambda t: f"<html><body><p>{t}</p></body></html>".encode()))
def test_any_bytes_are_read_or_told(raw: bytes) -> None:
    try:
        text = read_page(raw).text
    except BadInput:
        return
    assert text.strip()

"""The bytes of a file or web page to an article: its main text and what the page states about it.

Main text and metadata come from trafilatura; JSON-LD (schema.org NewsArticle) adds what it leaves out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from bot.edtf import read_edtf
from bot.errors import BadInput
from bot.read.credits import find_credit, name_of_agency
from bot.read.page_kinds import SENTENCES, PageKind, find_kind, is_english, is_stub
from bot.reading import Page
from bot.values import PartialDate

LARGEST = 10_000_000
MOSTLY_TEXT = 0.02
SHORTEST_ARTICLE = 80
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p)\b", re.I | re.S
)
_JSON_LD = re.compile(r"<script[^>]{0,200}application/ld\+json[^>]{0,200}>(.*?)</script>", re.I | re.S)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,40})", re.I)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MODIFIED = re.compile(
    r"<meta\b(?=[^>]{0,300}(?:article:modified_time|og:updated_time|[\"']dateModified))"
    r"[^>]{0,300}?content=[\"']?(\d{4}-\d{2}-\d{2})",
    re.I,
)
_ARTICLE = ("NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "Report")


def read_page(raw: bytes, name: str = "the text", *, content_type: str = "", url: str = "") -> Page:
    """The article in a plain text, Markdown or HTML file; raises BadInput where there is none.

    `name` is how the complaint calls it; offsets of all readers refer to `Page.text`.
    """
    if len(raw) > LARGEST:
        raise BadInput(
            "{name} is {size} MB long, more than an article has (10 MB); give the article alone",
            name=name,
            size=len(raw) // 1_000_000,
        )
    text = read_bytes(raw, name, content_type)
    if not text.strip():
        raise BadInput("{name} is empty; give an article's text", name=name)
    if "html" in content_type or _HTML.match(text[:5000]):
        return _read_html(text, name, url)
    return Page(text, origin=find_credit(text), foreign=not is_english(text))


def read_bytes(raw: bytes, name: str, content_type: str = "") -> str:
    """Text in the encoding the bytes state, else UTF-8, else Windows-1252; raises BadInput for what is no text."""
    if raw[:4] == b"%PDF":
        raise BadInput("{name} is a PDF, which is not read; copy its text and paste that instead", name=name)
    for encoding in _encodings(raw, content_type):
        try:
            text = raw.decode(encoding)
        except (UnicodeError, LookupError):  # some of Python's codecs raise no UnicodeDecodeError
            continue
        if _is_text(text):
            return text.removeprefix("\ufeff")
    raise BadInput("{name} is not text in an encoding that can be told; save it as UTF-8 and try again", name=name)


def _encodings(raw: bytes, content_type: str) -> Iterator[str]:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        yield "utf-16"
    stated = re.search(r"charset=[\"']?([\w-]+)", content_type)
    if stated:
        yield stated[1]
    if meta := _CHARSET.search(raw[:4000]):
        yield meta[1].decode("ascii")
    yield from ("utf-8", "windows-1252")


def _is_text(text: str) -> bool:
    odd = sum(1 for char in text[:20_000] if (char < " " and char not in "\n\r\t\f\v") or char == "\ufffd")
    return odd <= MOSTLY_TEXT * min(len(text), 20_000) and "\x00" not in text[:20_000]


def _read_html(text: str, name: str, url: str) -> Page:
    if _is_front(url):
        raise BadInput(SENTENCES[PageKind.FRONT], name=name)
    from trafilatura import bare_extraction  # a second of imports that only pages need
    from trafilatura.settings import Document

    found = bare_extraction(text, url=url or None, with_metadata=True, include_comments=False, include_tables=True)
    body = (found.text or "").strip() if isinstance(found, Document) else ""
    if not isinstance(found, Document) or len(body) < SHORTEST_ARTICLE:
        raise BadInput(SENTENCES[find_kind(text)], name=name)
    if is_stub(text, body):
        raise BadInput(SENTENCES[PageKind.PAYWALL], name=name)
    stated = _article_data(text)
    language = found.language or _text(stated.get("inLanguage")) or _html_language(text)
    author = _names(stated.get("author")) or found.author or ""
    return Page(
        text=body,
        title=_text(stated.get("headline")) or found.title or "",
        author=author,
        outlet=_names(stated.get("publisher")) or found.sitename or "",
        language=language,
        canonical=_text(stated.get("url")) or found.url or "",
        origin=_names(stated.get("isBasedOn")) or find_credit(body) or name_of_agency(author),
        published=_day(_text(stated.get("datePublished"))) or _day(found.date or ""),
        modified=_day(_text(stated.get("dateModified"))) or _day_of(_MODIFIED.search(text)),
        foreign=not is_english(body),
    )


def _is_front(url: str) -> bool:
    """Whether a page stands at the bare address of its host; many outlets lead there from pages they took away."""
    parts = urlsplit(url)
    return bool(parts.netloc) and parts.path in ("", "/") and not parts.query


def _article_data(text: str) -> Mapping[str, Any]:
    """The page's first JSON-LD object that describes an article; {} if it has none that can be read."""
    for block in _JSON_LD.findall(text):
        try:
            data = json.loads(block)
        except (ValueError, RecursionError):  # pages often carry broken JSON-LD; the visible page still counts
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            if any(kind in _ARTICLE for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return node
    return {}


def _nodes(data: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph", []))


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _names(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, (_names(one) for one in value if not isinstance(one, list))))
    if isinstance(value, dict):
        return _text(value.get("name")) or _text(value.get("url"))
    return _text(value)


def _day(text: str) -> PartialDate | None:
    found = _DAY.match(text)
    try:
        return read_edtf(found[0]) if found else None
    except ValueError:  # a page may state a day that no calendar has
        return None


def _day_of(found: re.Match[str] | None) -> PartialDate | None:
    return _day(found[1]) if found else None


def _html_language(text: str) -> str:
    found = re.search(r"<html[^>]{0,300}\blang=[\"']?([\w-]{2,12})", text[:3000], re.I)
    return found[1] if found else ""

"""The bytes of a feed to its items: RSS and Atom through feedparser, JSON Feed 1.1, and sitemaps for news.

Sources: https://www.jsonfeed.org/version/1.1/ and https://www.sitemaps.org/protocol.html.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import islice
from typing import Any
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError, XMLParser, fromstring

from bot.edtf import read_edtf
from bot.errors import BadInput
from bot.reading import FeedItem
from bot.values import PartialDate

MOST_ITEMS = 1000
# What feedparser lets through of markup that it did not foresee, such as the end of a link that never began.
UNFORESEEN = (AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)\b")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def read_feed(raw: bytes, link: str) -> tuple[FeedItem, ...]:
    """The items of a feed, newest as the feed orders them, each id once, at most a thousand.

    Raises BadInput where the bytes are no feed. Entities of XML are never expanded.
    """
    head = raw.lstrip()[:2000]
    if head.startswith(b"{"):
        items = _json_items(raw, link)
    elif _SITEMAP.search(head):
        items = _sitemap_items(raw, link)
    else:
        items = _feed_items(raw, link)
    return tuple(islice(_once(items), MOST_ITEMS))


def _once(items: Iterable[FeedItem]) -> Iterator[FeedItem]:
    seen: set[str] = set()
    for item in items:
        if item.link and not {item.id, item.link} & seen:
            seen |= {item.id, item.link}
            yield item


def _feed_items(raw: bytes, link: str) -> Iterator[FeedItem]:
    import feedparser  # slow to import, and only feeds need it

    # As a file, never as bytes: feedparser takes bytes for the name of a file and would open it.
    try:
        parsed = feedparser.parse(BytesIO(raw), response_headers={"content-location": link}, sanitize_html=False)
    except UNFORESEEN:
        raise BadInput("{link} is a broken feed; tell the outlet, or watch another of its feeds", link=link) from None
    if not parsed.get("version") and not parsed.entries:
        raise BadInput("{link} is no RSS, Atom, JSON feed or news sitemap; check the address", link=link)
    for entry in parsed.entries:
        target = _join(link, str(entry.get("link", "")))
        when = entry.get("published_parsed") or entry.get("updated_parsed")
        day = f"{when.tm_year:04}-{when.tm_mon:02}-{when.tm_mday:02}" if when else ""
        yield _item(entry.get("id"), target, entry.get("title"), entry.get("summary"), day)


def _json_items(raw: bytes, link: str) -> Iterator[FeedItem]:
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise BadInput("{link} is broken JSON; tell the outlet, or watch another of its feeds", link=link) from None
    items = data.get("items") if isinstance(data, dict) else None
    if not isinstance(items, list):
        raise BadInput("{link} is JSON but no JSON feed; check the address", link=link)
    for one in items:
        if isinstance(one, Mapping):
            yield _json_item(one, link)


def _json_item(one: Mapping[str, Any], link: str) -> FeedItem:
    target = _join(link, str(one.get("url") or one.get("external_url") or ""))
    summary = one.get("summary") or one.get("content_text")
    return _item(one.get("id"), target, one.get("title"), summary, str(one.get("date_published") or ""))


def _sitemap_items(raw: bytes, link: str) -> Iterator[FeedItem]:
    root = _xml(raw, link)
    if _local(root) == "sitemapindex":
        parts = [_join(link, (one.text or "").strip()) for one in root.iter() if _local(one) == "loc"]
        raise BadInput("{link} only lists sitemaps; watch one of them: {parts}", link=link, parts=", ".join(parts[:3]))
    for node in root:
        found = {_local(child): (child.text or "").strip() for child in node.iter()}
        if target := found.get("loc"):
            day = found.get("publication_date") or found.get("lastmod", "")
            yield _item(target, _join(link, target), found.get("title"), "", day)


def _xml(raw: bytes, link: str) -> Element:
    # expat expands entities that a document declares, so a document that declares any is not read at all
    if _DECLARED.search(raw):
        raise BadInput("{link} declares XML entities, which are not read; watch another feed of the outlet", link=link)
    try:
        return fromstring(raw, parser=XMLParser())
    except (ParseError, ValueError, LookupError):
        raise BadInput("{link} is a broken sitemap; watch another feed of the outlet", link=link) from None


def _local(node: Element) -> str:
    return node.tag.rpartition("}")[2]


def _item(identity: object, link: str, title: object, summary: object, day: str) -> FeedItem:
    return FeedItem(str(identity or link), link, _plain(title), _plain(summary), _date(day))


def _join(link: str, target: str) -> str:
    """The whole address of a feed's item; "" for one that is no address, which costs this item and no other."""
    try:
        return urljoin(link, target)
    except ValueError:
        return ""


def _plain(text: object) -> str:
    return " ".join(_TAG.sub(" ", text).split())[:2000] if isinstance(text, str) else ""


def _date(text: str) -> PartialDate | None:
    found = _DAY.match(text)
    try:
        return read_edtf(found[0]) if found else None
    except ValueError:  # feeds carry days that no calendar has
        return None

"""Feeds of every make to items; what is broken is told, what declares entities is not read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadInput
from bot.read.feed import read_feed

LINK = "https://post.example/feed"
RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>
<item><title>Dam &amp; bridge</title><link>/a</link><guid>7</guid><description>&lt;p&gt;Six hurt&lt;/p&gt;</description>
<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate></item>
<item><title>Again</title><link>/b</link><guid>7</guid></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:1</id><title>Dam</title>
<link href="https://post.example/a"/><updated>2026-03-03T10:00:00Z</updated></entry></feed>"""
SITEMAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://post.example/a</loc>
<news:news><news:publication_date>2026-03-03</news:publication_date><news:title>Dam</news:title></news:news></url></urlset>"""
JSON = json.dumps(
    {"items": [{"id": 1, "url": "/a", "title": "Dam", "date_published": "2026-03-03T10:00:00Z"}, 5]}
).encode()


@pytest.mark.parametrize("raw", [RSS, ATOM, SITEMAP, JSON], ids=["rss", "atom", "sitemap", "json"])
def test_every_make_gives_link_title_and_day(raw: bytes) -> None:
    (item,) = read_feed(raw, LINK)
    assert item.link == "https://post.example/a"
    assert item.title.startswith("Dam")
    assert item.published is not None
    assert item.published.edtf == "2026-03-03"


def test_tags_and_doubled_ids_are_left_out() -> None:
    (item,) = read_feed(RSS, LINK)
    assert (item.title, item.summary) == ("Dam & bridge", "Six hurt")


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "is no RSS"),  # nothing
        (b"<html><body>Page not found</body></html>", "is no RSS"),  # a page
        (b"{broken", "is broken JSON"),  # JSON cut off
        (b'{"version": 1}', "is JSON but no JSON feed"),  # other JSON
        (b"<urlset><url>", "is a broken sitemap"),  # XML cut off
        (b'<!DOCTYPE x [<!ENTITY a "b">]><urlset></urlset>', "declares XML entities"),  # entities
    ],
)
def test_what_is_no_feed_is_told(raw: bytes, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        read_feed(raw, LINK)


def test_an_empty_feed_has_no_items() -> None:
    assert read_feed(b'<rss version="2.0"><channel><title>x</title></channel></rss>', LINK) == ()


def test_an_enormous_feed_is_cut() -> None:
    items = [{"id": number, "url": f"/{number}"} for number in range(5000)]
    assert len(read_feed(json.dumps({"items": items}).encode(), LINK)) == 1000


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_told(raw: bytes) -> None:
    try:
        read_feed(raw, LINK)
    except BadInput as error:
        told = str(error)
        assert LINK in told

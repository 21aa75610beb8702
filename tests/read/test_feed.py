"""Feeds of every make to items; what is broken is told, what declares entities is not read."""

from __future__ import annotations

import json
from pathlib import Path

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
        (b'<rss version="2.0"><channel><item><link>/a</item></link>', "is a broken feed"),  # RSS that crosses itself
        (b'<!DOCTYPE x [<!ENTITY a "b">]><urlset></urlset>', "declares XML entities"),  # entities
        (b"<sitemapindex><sitemap><loc>/news.xml</loc></sitemap></sitemapindex>", "post.example/news.xml"),  # an index
    ],
)
def test_what_is_no_feed_is_told(raw: bytes, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        read_feed(raw, LINK)


def test_no_file_of_this_machine_is_read_for_a_feed(tmp_path: Path) -> None:
    """Neither one whose name is all the feed holds, nor one that an entity of it points to."""
    secret = tmp_path / "secret.xml"
    secret.write_bytes(RSS)
    with pytest.raises(BadInput, match="is no RSS"):
        read_feed(str(secret).encode(), LINK)
    secret.write_bytes(b"do not tell")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    told = read_feed(RSS.replace(b"<rss", entity + b"<rss", 1).replace(b"Dam &amp;", b"Dam &x;"), LINK)
    assert not [one for one in told if "do not tell" in one.title]


def test_entities_that_grow_are_not_unfolded() -> None:
    grow = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 20}">' for n in range(1, 12))
    entities = f'<!DOCTYPE rss [<!ENTITY a0 "x">{grow}]>'.encode()
    told = read_feed(RSS.replace(b"<rss", entities + b"<rss", 1).replace(b"Dam &amp;", b"&a11;"), LINK)
    assert sum(len(one.title) for one in told) < 2000


@pytest.mark.parametrize(
    "raw",
    [
        JSON.replace(b'"items": [', b'"items": [{"id": 9, "url": "http://[::1"}, '),
        SITEMAP.replace(b"<url>", b"<url><loc>http://[::1</loc></url><url>", 1),
        RSS.replace(b"<item>", b"<item><link>http://[::1</link></item><item>", 1),
    ],
    ids=["json", "sitemap", "rss"],
)
def test_an_item_whose_link_is_none_costs_no_other(raw: bytes) -> None:
    assert "https://post.example/a" in [one.link for one in read_feed(raw, LINK)]


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

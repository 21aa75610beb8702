"""Watched feeds on a real server: new articles become sources once, and no bad feed or article stops the others."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.desk.tending import tend
from bot.desk.watching import list_watched, pause, poll, watch
from bot.record import Standing
from bot.store.claims import list_claims_of_source
from bot.store.sources import list_sources
from tests.web.conftest import reply
from tests.web.pages import Clock, Outlet, article, load_story, open_desk, open_outlet


def feed(*items: tuple[str, str, str]) -> bytes:
    """A JSON feed of (id, link, title)."""
    return json.dumps({"items": [{"id": one, "url": link, "title": title} for one, link, title in items]}).encode()


@asynccontextmanager
async def at_work(folder: Path) -> AsyncIterator[tuple[Desk, Outlet, Clock]]:
    """A desk with the story of the fire, and an outlet with an empty feed that is watched."""
    clock = Clock()
    async with open_outlet() as outlet, open_desk(folder / "desk.sqlite", clock) as desk:
        await load_story(desk, folder)
        await watch(desk, outlet.publish("/feed", feed(), kind="application/json"))
        yield desk, outlet, clock


async def sources_of(desk: Desk) -> list[str]:
    return sorted(one.url.rpartition("/")[2] for one in await list_sources(desk.store.reading) if one.url)


def publish_feed(outlet: Outlet, *paths: str, title: str = "Calder Mill fire") -> None:
    items = [(f"id-{path}", outlet.address + path, title) for path in paths]
    outlet.publish("/feed", feed(*items), kind="application/json")


async def test_new_articles_are_read_once_and_only_proposed(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, outlet, clock):
        outlet.publish("/one", article(injured="34"))
        publish_feed(outlet, "/one")
        report = await poll(desk)
        assert (report.asked, report.items, len(report.added), len(report.opened)) == (1, 1, 1, 1)
        claims = await list_claims_of_source(desk.store.reading, report.added[0].key)
        assert {one.written for one in claims} == {"12", "34"}
        assert {one.standing for one in claims} == {Standing.PROPOSED}
        assert len((await desk.claim_alerts()).alerts) == 1
        clock.pass_hours(1)
        again = await poll(desk)
        assert (again.asked, again.items, again.added) == (1, 0, ())
        assert outlet.asked["/one"] == 1


@pytest.mark.parametrize(
    ("items", "count"),
    [
        ([("1", "/one", "a"), ("2", "/one?utm_source=feed", "a")], 1),  # one article twice
        ([("1", "/one", "a"), ("1", "/two", "a")], 1),  # one id twice
        ([("1", "/one", "a"), ("2", "/two", "a")], 2),  # two articles
    ],
)
async def test_doubled_items_are_one(tmp_path: Path, items: list[tuple[str, str, str]], count: int) -> None:
    async with at_work(tmp_path) as (desk, outlet, _):
        rows = [(one, outlet.address + path, title) for one, path, title in items]
        outlet.publish("/feed", feed(*rows), kind="application/json")
        assert (await poll(desk)).items == count


async def test_ids_that_change_bring_nothing_new(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, outlet, clock):
        outlet.publish("/one", article())
        for number in range(3):
            rows = feed((f"run-{number}", f"{outlet.address}/one", "fire"))
            outlet.publish("/feed", rows, kind="application/json")
            clock.pass_hours(1)
            await poll(desk)
        assert outlet.asked["/one"] == 1


async def test_only_items_with_the_feeds_words_or_names_are_read(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, outlet, clock):
        await watch(desk, f"{outlet.address}/feed", words=("Fire at Calder Mill", "blaze"))
        outlet.publish("/one", article())
        rows = [("1", f"{outlet.address}/one", "A blaze in Halifax"), ("2", f"{outlet.address}/two", "Football")]
        outlet.publish("/feed", feed(*rows), kind="application/json")
        clock.pass_hours(1)
        await poll(desk)
        assert (outlet.asked["/one"], outlet.asked["/two"]) == (1, 0)
        (view,) = (await list_watched(desk)).feeds
        assert view.items == {"read": 1, "passed over": 1}


async def test_an_article_of_other_news_is_passed_over(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, outlet, _):
        other = "<html><body><article>" + "<p>The council of Ostrava opened a new library in the park.</p>" * 9
        outlet.publish("/one", other.encode())
        publish_feed(outlet, "/one")
        report = await poll(desk)
        assert (report.added, report.passed_over) == ((), 1)
        assert await sources_of(desk) == []


@pytest.mark.parametrize(
    "answer",
    [
        b"",  # hangs up
        reply(b"", status="500 Trouble"),  # in trouble
        reply(b"{broken", kind="application/json"),  # broken
        reply(b"<html>moved</html>"),  # no feed any more
        reply(b"x" * 11_000_000, kind="text/xml"),  # enormous
    ],
)
async def test_one_bad_feed_stops_no_other_and_says_why(tmp_path: Path, answer: bytes) -> None:
    async with at_work(tmp_path) as (desk, outlet, clock):
        await watch(desk, outlet.publish("/second", feed(), kind="application/json"))
        outlet.publish("/one", article())
        rows = feed(("1", f"{outlet.address}/one", "fire"))
        outlet.publish("/second", rows, kind="application/json")
        outlet.answers["/feed"] = answer
        report = await poll(desk)
        assert (report.asked, len(report.failed), len(report.added)) == (2, 1, 1)
        bad, good = (view.feed for view in (await list_watched(desk)).feeds)
        assert (bad.failures, good.failures) == (1, 0)
        assert str(bad.failure)
        assert bad.failed_at is not None
        assert good.succeeded_at is not None
        clock.pass_hours(0.3)
        assert (await poll(desk)).asked == 1  # the bad one waits twice as long, the good one is due
        outlet.publish("/feed", feed(), kind="application/json")
        clock.pass_hours(3)
        await poll(desk)
        assert [view.feed.failures for view in (await list_watched(desk)).feeds] == [0, 0]


async def test_an_article_that_cannot_be_had_is_tried_again_and_stops_no_other(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, outlet, clock):
        outlet.publish("/two", article())
        publish_feed(outlet, "/one", "/two")
        report = await poll(desk)
        assert (len(report.added), report.put_off) == (1, 1)
        outlet.publish("/one", article(injured="34", outlet="Gazette"))
        clock.pass_hours(1)
        assert len((await poll(desk)).added) == 1
        for _ in range(9):
            clock.pass_hours(24 * 9)
            await poll(desk)
        assert outlet.asked["/one"] == 2


async def test_an_article_whose_server_asks_to_wait_is_left_alone_until_then(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, outlet, clock):
        publish_feed(outlet, "/one")
        outlet.answers["/one"] = reply(b"", "Retry-After: 7200", status="429 Too Many Requests")
        assert (await poll(desk)).put_off == 1
        outlet.publish("/one", article(injured="34"))
        clock.pass_hours(1.9)
        await poll(desk)
        assert outlet.asked["/one"] == 1
        clock.pass_hours(0.2)
        assert len((await poll(desk)).added) == 1


async def test_a_paused_feed_is_left_alone(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, outlet, clock):
        await pause(desk, "1")
        clock.pass_hours(24)
        before = outlet.asked["/feed"]
        await poll(desk)
        assert outlet.asked["/feed"] == before
        await pause(desk, "1", off=False)
        await poll(desk)
        assert outlet.asked["/feed"] == before + 1


async def test_what_waited_at_a_stop_is_read_after_it(tmp_path: Path) -> None:
    """The feed was read and noted, then the desk stopped before it had read the articles."""
    async with at_work(tmp_path) as (desk, outlet, clock):
        publish_feed(outlet, "/one", "/two")
        outlet.answers["/one"] = outlet.answers["/two"] = b""
        assert (await poll(desk)).put_off == 2
        outlet.publish("/one", article(injured="34"))
        outlet.publish("/two", article(killed="14", outlet="Gazette"))
        clock.pass_hours(1)
        async with open_desk(tmp_path / "desk.sqlite", clock) as restarted:
            done = await tend(restarted)
            assert len(done.polled.added) == 2
            assert len(done.opened) == 2
            assert not (await tend(restarted)).opened
            assert len((await restarted.claim_alerts()).alerts) == 2
        assert await sources_of(desk) == ["one", "two"]

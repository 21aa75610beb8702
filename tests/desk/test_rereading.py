"""Links added and read again: what a page changes is told with before and after, everything else is kept in silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.desk.adding import AddReport
from bot.desk.fetching import fetch_paper
from bot.desk.keeping import show
from bot.desk.rereading import list_due, reread
from bot.screen import Screen
from bot.store.sources import list_sources
from bot.store.watching import find_reread
from bot.wording.language import ENGLISH
from bot.wording.watching import text_screen
from tests.web.conftest import reply
from tests.web.pages import Clock, Outlet, article, load_story, open_desk, open_outlet


async def add_link(desk: Desk, link: str) -> AddReport:
    return await desk.add(await desk.plan(await fetch_paper(desk, link)))


async def alerts_of(desk: Desk) -> list[str]:
    """The reasons of the alerts nobody was told yet."""
    told = await desk.claim_alerts()
    await desk.mark_delivered([one.id for one in told.alerts])
    return [str(one.view.discrepancy.comparison.why) for one in told.alerts]


@asynccontextmanager
async def at_work(
    folder: Path, behaviour: str = "fixed", *, alone: bool = False
) -> AsyncIterator[tuple[Desk, Outlet, str, Clock]]:
    """A desk that has added one page about the fire; `alone` = nobody else reports on it any more."""
    clock = Clock()
    async with open_outlet() as outlet, open_desk(folder / "desk.sqlite", clock) as desk:
        await load_story(desk, folder, behaviour=behaviour)
        link = outlet.publish("/fire", article())
        added = await add_link(desk, link)
        assert {one.written for one in added.recorded} == {"12", "31"}
        if alone:
            await desk.retract("base", "a test")
        assert not await alerts_of(desk)
        yield desk, outlet, added.source.key, clock


@pytest.mark.parametrize(
    ("behaviour", "alone", "change", "told"),
    [
        ("fixed", False, {"injured": "34"}, ("31", "34", "changed its page")),  # others still say 31
        ("fixed", True, {"injured": "34"}, ("injured 31", "injured 34")),  # nobody else says anything
        ("cumulative", True, {"killed": "15"}, ("killed 12", "killed 15")),  # a toll that may rise
        ("fixed", True, {"injured": "13"}, ("injured 31", "injured 13")),  # digits that changed places
        ("fixed", True, {"injured": "3.1"}, ("injured 31", "injured 3.1")),  # a point
    ],
)
async def test_an_edited_figure_is_told_once_with_before_and_after(
    tmp_path: Path, behaviour: str, alone: bool, change: dict[str, str], told: tuple[str, ...]
) -> None:
    async with at_work(tmp_path, behaviour, alone=alone) as (desk, outlet, source, clock):
        outlet.publish("/fire", article(**change))
        clock.pass_hours(48)
        done = await reread(desk)
        assert [one.changed for one in done.readings] == [True]
        (why,) = await alerts_of(desk)
        assert all(words in why for words in told), why
        await reread(desk, [source])
        assert not await alerts_of(desk)
        first, second = await show(desk, source, 1), await show(desk, source)
        assert (first.version.number, second.version.number) == (1, 2)
        assert set(change.values()) <= {second.text[one.start : one.end] for one in second.marks} | {"3.1"}


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", "changed its page without a word"),  # the figure alone
        ("Rain is expected.", "changed its page without a word"),  # other news beside it
        ("Correction: the number of injured was wrong in an earlier version of this story.", "“Correction: the numb"),
        ("Updated at 5pm with a new figure of the fire service.", "says so (“Updated at 5pm"),
    ],
)
async def test_an_edit_is_called_silent_only_where_the_page_says_nothing(tmp_path: Path, more: str, told: str) -> None:
    async with at_work(tmp_path, "cumulative", alone=True) as (desk, outlet, source, _):
        outlet.publish("/fire", article(killed="15", more=more))
        await reread(desk, [source])
        (why,) = await alerts_of(desk)
        assert told in why


async def test_a_statement_that_is_taken_out_is_told(tmp_path: Path) -> None:
    async with at_work(tmp_path, alone=True) as (desk, outlet, source, _):
        page = article().replace(b" and injured 31", b"")
        outlet.publish("/fire", page)
        await reread(desk, [source])
        (why,) = await alerts_of(desk)
        assert "no longer says so" in why


@pytest.mark.parametrize(
    "page",
    [
        article(more="The council will meet on Monday evening."),  # a new paragraph
        article().replace(b"brought tea and blankets", b"carried soup and bread"),  # other words
        article().replace(b"killed 12 people and injured 31", b"injured 31 and killed 12 people"),  # another order
        article().replace(b"Home", b"Home Sport"),  # what is not the article
        article(more="Updated at 5pm with a statement of the council."),  # it says that it was updated
    ],
)
async def test_what_touches_no_claim_is_kept_in_silence(tmp_path: Path, page: bytes) -> None:
    async with at_work(tmp_path) as (desk, outlet, source, _):
        outlet.publish("/fire", page)
        done = await reread(desk, [source])
        assert not done.opened
        assert not await alerts_of(desk)
        shown = await show(desk, source)
        assert len(shown.versions) == 1 + done.readings[0].changed


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Correction: an earlier version of this story misspelt the name of the owner.", "was corrected"),
        ("This article has been withdrawn while the paper looks into how it was reported.", "was withdrawn"),
    ],
)
async def test_a_notice_of_the_page_itself_is_told_once(tmp_path: Path, words: str, told: str) -> None:
    async with at_work(tmp_path) as (desk, outlet, source, _):
        outlet.publish("/fire", article(more=words))
        await reread(desk, [source])
        (why,) = await alerts_of(desk)
        assert told in why
        outlet.publish("/fire", article(more=f"{words} Rain is expected."))
        await reread(desk, [source])
        assert not await alerts_of(desk)


async def test_a_page_that_is_gone_for_good_is_told_once(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, outlet, source, clock):
        outlet.publish("/fire", b"", status="410 Gone")
        await reread(desk, [source])
        (why,) = await alerts_of(desk)
        assert "taken its page down" in why
        clock.pass_hours(24 * 60)
        assert not await list_due(desk)


@pytest.mark.parametrize(
    "answer",
    [
        reply(b"", status="404 Not Found"),  # not there
        reply(b"", status="503 Unavailable"),  # in trouble
        reply(b"", "Retry-After: 80000", status="429 Too Many Requests"),  # asked to wait most of a day
        b"",  # hangs up
        reply(b"<html><body>Please log in <input type=password></body></html>"),  # a page to log in at
    ],
)
async def test_a_page_that_cannot_be_had_is_unavailable_never_deleted(tmp_path: Path, answer: bytes) -> None:
    async with at_work(tmp_path) as (desk, outlet, source, clock):
        outlet.answers["/fire"] = answer
        clock.pass_hours(24)
        (first,) = (await reread(desk)).readings
        assert first.failure is not None
        held = await find_reread(desk.store.reading, source)
        assert held is not None
        since = held.unavailable_since
        assert since is not None
        assert held.next_at >= clock.at + (
            dt.timedelta(hours=22) if b"Retry-After" in answer else dt.timedelta(hours=1)
        )
        assert not await reread_due(desk)
        await reread(desk, [source])
        assert not await alerts_of(desk)
        again = await find_reread(desk.store.reading, source)
        assert again is not None
        assert (again.unavailable_since, again.failures) == (since, 2)
        outlet.publish("/fire", article())
        await reread(desk, [source])
        well = await find_reread(desk.store.reading, source)
        assert well is not None
        assert (well.unavailable_since, well.failures, well.failure) == (None, 0, None)


async def reread_due(desk: Desk) -> list[str]:
    return [one.key for one in await list_due(desk)]


async def test_readings_slow_down_with_age(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, _, source, clock):
        waits = []
        for _ in range(4):
            held = await find_reread(desk.store.reading, source)
            assert held is not None
            waits.append(held.next_at - clock.at)
            assert not await reread_due(desk)
            clock.at = held.next_at
            assert await reread_due(desk) == [source]
            await reread(desk)
        assert waits == sorted(waits)
        assert waits[0] < dt.timedelta(hours=10)
        assert waits[-1] > waits[0]


async def test_what_is_unchanged_is_not_sent_again(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, outlet, source, _):
        outlet.publish("/fire", article(more="Rain fell."), 'ETag: "two"')
        await reread(desk, [source])
        await reread(desk, [source])
        assert outlet.headers["/fire"]["if-none-match"] == '"two"'
        assert len((await show(desk, source)).versions) == 2


async def test_robots_txt_is_asked_and_obeyed(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, outlet, source, _):
        outlet.publish("/robots.txt", b"User-agent: *\nDisallow: /fire", kind="text/plain")
        asked = outlet.asked["/fire"]
        (one,) = (await reread(desk, [source])).readings
        assert "asks programs not to read" in str(one.failure)
        assert outlet.asked["/fire"] == asked


async def test_what_the_page_states_of_itself_is_recorded(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, _, key, _):
        source = (await desk.index()).sources[key]
        assert source.published is not None
        told = (source.outlet, source.title, source.author, source.language, source.published.edtf)
        assert told == ("Herald", "Blaze at Calder Mill", "Ada Moss", "en", "2031-05-03")


async def test_each_text_keeps_when_the_page_says_it_was_changed(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, outlet, source, _):
        dated = b'"datePublished": "2031-05-03", "dateModified": "2031-05-04T08:00:00Z"'
        outlet.publish("/fire", article(injured="34").replace(b'"datePublished": "2031-05-03"', dated))
        await reread(desk, [source])
        newest, first = await show(desk, source), await show(desk, source, 1)
        assert [one.modified.edtf if one.modified else "" for one in newest.versions] == ["", "2031-05-04"]
        told = "(the page says: changed 4 May 2031)"
        assert told in plain(text_screen(newest, ENGLISH))
        assert told in plain(text_screen(first, ENGLISH))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            b'"datePublished": "2031-05-03"',
            b'"datePublished": "2031-05-03", "dateModified": "2031-05-04"',
            "4 May 2031",
        ),
        (b'"headline": "Blaze at Calder Mill"', b'"headline": "31 hurt at Calder Mill"', "31 hurt at Calder Mill"),
    ],
)
async def test_another_headline_or_day_over_the_same_text_is_kept_in_silence(
    tmp_path: Path, old: bytes, new: bytes, shown: str
) -> None:
    async with at_work(tmp_path) as (desk, outlet, source, _):
        outlet.publish("/fire", article().replace(old, new))
        for _ in range(2):
            done = await reread(desk, [source])
            assert (done.opened, done.readings[0].failure) == ((), None)
            assert not await alerts_of(desk)
        newest, first = await show(desk, source), await show(desk, source, 1)
        assert [one.number for one in newest.versions] == [1, 2]
        assert len(newest.marks) == len(first.marks) == 2
        assert shown in plain(text_screen(newest, ENGLISH)).partition("other versions")[0]
        assert shown not in plain(text_screen(first, ENGLISH)).partition("other versions")[0]


async def test_a_page_that_leads_to_the_front_page_is_unavailable(tmp_path: Path) -> None:
    """Many outlets take a page away so: none of its claims was taken back by that."""
    async with at_work(tmp_path) as (desk, outlet, source, _):
        outlet.publish("/", article().replace(b"Calder Mill", b"Amber Lane").replace(b"12", b"3"))
        outlet.publish("/fire", b"", "Location: /", status="302 Found")
        (one,) = (await reread(desk, [source])).readings
        assert "front page" in str(one.failure)
        assert not await alerts_of(desk)


def plain(screen: Screen) -> str:
    return "\n".join("".join(span.text for span in one) for one in (*screen.support, *screen.body))


async def test_one_article_under_many_addresses_is_one_source(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, outlet, source, _):
        outlet.publish("/amp/fire", article(head=f'<link rel="canonical" href="{outlet.address}/fire">'))
        outlet.publish("/copied", article(outlet="Valley Wire", more="Read more on our site."))
        for link in ("/fire?utm_source=x", "/fire#top", "/amp/fire", "/copied"):
            again = await add_link(desk, outlet.address + link)
            assert (again.unchanged, again.source.key) == (True, source), link
        assert len(await list_sources(desk.store.reading)) == 2


async def test_a_copy_with_another_figure_is_a_source_that_derives_from_the_first(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, outlet, source, _):
        link = outlet.publish("/copied", article(outlet="Valley Wire", injured="34"))
        added = await add_link(desk, link)
        assert not added.unchanged
        assert added.source.origin == source
        assert len(await alerts_of(desk)) == 1


async def test_a_restart_reads_nothing_twice_and_loses_no_alert(tmp_path: Path) -> None:
    async with at_work(tmp_path) as (desk, outlet, source, clock):
        outlet.publish("/fire", article(injured="34"))
        await reread(desk, [source])
        async with open_desk(tmp_path / "desk.sqlite", clock) as restarted:
            assert await reread_due(restarted) == []
            await reread(restarted, [source])
            assert len((await show(restarted, source)).versions) == 2
            assert len(await alerts_of(restarted)) == 1
        assert not await alerts_of(desk)


async def test_claims_of_the_files_are_held_against_later_versions_only(tmp_path: Path) -> None:
    """A source whose claims somebody entered by hand: its first reading is what later ones are compared with."""
    clock = Clock()
    async with open_outlet() as outlet, open_desk(tmp_path / "desk.sqlite", clock) as desk:
        link = outlet.publish("/fire", article())
        await load_story(desk, tmp_path)
        story = tmp_path / "mill" / "story.toml"
        story.write_text(story.read_text().replace('outlet = "Base"', f'outlet = "Base"\nurl = "{link}"'))
        await desk.load(tmp_path / "mill")
        assert [one.changed for one in (await reread(desk)).readings] == [False]
        outlet.publish("/fire", article(injured="34"))
        done = await reread(desk, ["base"])
        assert [(one.before, one.after) for one in done.readings[0].report.changes] == [("31", "34")]  # type: ignore[union-attr]
        assert len(await alerts_of(desk)) == 1

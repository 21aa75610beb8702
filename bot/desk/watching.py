"""Watched feeds to new sources: asked in turn, filtered, read once; one bad feed or article never stops the others."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.desk.adding import add, plan
from bot.desk.fetching import check_status, read_fetched
from bot.desk.schedule import next_try
from bot.errors import BadInput, FetchFailed, NotFound, StetError
from bot.folding import fold
from bot.phrase import Phrase, phrase
from bot.record import Entity, Source
from bot.store.entities import list_entities, list_stories
from bot.store.lineage import list_by_keys
from bot.store.sources import SOURCES
from bot.store.watching import (
    Feed,
    Item,
    Reread,
    add_feed,
    add_items,
    get_feed,
    list_due_feeds,
    list_feeds,
    list_items,
    list_rereads,
    list_waiting,
    paused,
    put_feed,
    put_item,
    remove_feed,
)
from bot.web.addresses import check_link, same_article

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.reading import FeedItem
    from bot.store import Connection
    from bot.web.fetch import Fetched
    from bot.web.robots import Polite

UNCHANGED = 304
FEEDS_AT_ONCE = 20
ITEMS_AT_ONCE = 4
MOST_ATTEMPTS = 6
OLD = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class FeedView:
    """A watched feed and how many of its items stand how."""

    feed: Feed
    items: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class WatchAnswer:
    """Everything that is watched, and the sources that cannot be had at present or are gone."""

    feeds: tuple[FeedView, ...]
    unavailable: tuple[tuple[Source, Reread], ...] = ()


@dataclass(frozen=True, slots=True)
class PollReport:
    """What a round of the feeds brought: feeds asked and failed, items new, sources added, discrepancies opened."""

    asked: int = 0
    failed: tuple[Feed, ...] = ()
    items: int = 0
    added: tuple[Source, ...] = ()
    passed_over: int = 0
    put_off: int = 0
    opened: tuple[int, ...] = ()


async def watch(desk: Desk, link: str, story: str = "", words: Sequence[str] = ()) -> Feed:
    """Watch a feed for a story; asked once, so that a link that is no feed is told. Raises FetchFailed, BadInput."""
    from bot.read.feed import read_feed
    from bot.web.fetch import Fetcher

    web = desk.settings.web
    check_link(link, web.ports, web.allow_hosts)
    chosen = await _story(desk, story)
    async with Fetcher(web) as fetcher:
        got = await fetcher.get(link)
    check_status(got, link)
    await asyncio.to_thread(read_feed, got.body, link)
    async with desk.store.transaction(record=False) as tx:
        return await add_feed(tx, Feed(0, chosen, link, tuple(words), desk.now(), desk.by, desk.now()))


async def unwatch(desk: Desk, asked: str) -> Feed:
    """Watch a feed (number or link) no longer; the sources it brought stay. Raises NotFound."""
    async with desk.store.transaction(record=False) as tx:
        feed = await get_feed(tx, asked)
        await remove_feed(tx, feed.id)
    return feed


async def pause(desk: Desk, asked: str, *, off: bool = True) -> Feed:
    """Leave a feed alone for a while, or ask it again from now on. Raises NotFound."""
    async with desk.store.transaction(record=False) as tx:
        feed = paused(await get_feed(tx, asked), desk.now(), off=off)
        await put_feed(tx, feed)
    return feed


async def list_watched(desk: Desk) -> WatchAnswer:
    """Every watched feed with its last success and failure, and the sources that cannot be had."""
    db = desk.store.reading
    feeds = [
        FeedView(feed, Counter(one.state for one in await list_items(db, feed.id))) for feed in await list_feeds(db)
    ]
    failing = {one.source: one for one in await list_rereads(db) if one.failure}
    away = [(source, failing[source.key]) for source in await list_by_keys(db, SOURCES, failing)]
    return WatchAnswer(tuple(feeds), tuple(away))


async def poll(desk: Desk, asked: Sequence[str] = ()) -> PollReport:
    """Ask the feeds that are due, or those named, and read the new articles they tell of. Raises NotFound."""
    from bot.web.fetch import Fetcher
    from bot.web.robots import Polite

    db, web = desk.store.reading, desk.settings.web
    feeds = [await get_feed(db, one) for one in asked] or await list_due_feeds(db, desk.now())
    if not feeds and not await list_waiting(db, desk.now(), 1):
        return PollReport()
    async with Fetcher(web) as fetcher:
        return await poll_feeds(desk, feeds, Polite(fetcher, web.host_seconds))


async def poll_feeds(desk: Desk, feeds: Sequence[Feed], polite: Polite) -> PollReport:
    """Ask some feeds, then read every item that waits, also those left from before a restart."""
    room = asyncio.Semaphore(FEEDS_AT_ONCE)

    async def ask(feed: Feed) -> tuple[Feed, int]:
        async with room:
            return await _ask(desk, feed, polite)

    told = await asyncio.gather(*map(ask, feeds))
    report = PollReport(len(feeds), tuple(feed for feed, _ in told if feed.failure), sum(new for _, new in told))
    return await _read_items(desk, polite, report)


async def _ask(desk: Desk, feed: Feed, polite: Polite) -> tuple[Feed, int]:
    """The feed as it stands after it was asked, and how many new items it told of."""
    from bot.read.feed import read_feed

    try:
        got = await polite.get(feed.link, etag=feed.etag, last_modified=feed.last_modified)
        if got.status == UNCHANGED:
            return await _note(desk, _well(desk, feed)), 0
        if got.status != 200:
            return await _note(desk, _failed(desk, feed, _reason(got), got.retry_after)), 0
        items = await asyncio.to_thread(read_feed, got.body, feed.link)
    except StetError as error:
        return await _note(desk, _failed(desk, feed, error.reason)), 0
    well = replace(_well(desk, feed), etag=got.etag, last_modified=got.last_modified)
    wanted = await _wanted_words(desk, feed)
    rows = [_item(feed, one, wanted, desk.now()) for one in items]
    async with desk.store.transaction(record=False) as tx:
        new = await add_items(tx, rows, desk.now())
        await put_feed(tx, well)
    return well, new


async def _read_items(desk: Desk, polite: Polite, report: PollReport) -> PollReport:
    room = asyncio.Semaphore(ITEMS_AT_ONCE)
    feeds = {one.id: one for one in await list_feeds(desk.store.reading)}
    waiting = await list_waiting(desk.store.reading, desk.now())

    async def read(item: Item) -> tuple[str, Source | None, tuple[int, ...]]:
        async with room:
            return await _read_item(desk, feeds[item.feed], item, polite)

    done = await asyncio.gather(*map(read, waiting))
    states = Counter(state for state, _, _ in done)
    return replace(
        report,
        added=tuple(source for _, source, _ in done if source),
        passed_over=states["passed over"] + states["failed"],
        put_off=states["waiting"],
        opened=tuple(number for _, _, opened in done for number in opened),
    )


async def _read_item(desk: Desk, feed: Feed, item: Item, polite: Polite) -> tuple[str, Source | None, tuple[int, ...]]:
    """One article read and, if it speaks of the story, added; its state changes in the same transaction."""
    try:
        got = await polite.get(item.link)
        if got.status != 200:
            return await _put_off(desk, item, _reason(got), got.retry_after)
        paper = await read_fetched(got, item.link)
        planned = await plan(desk, paper, feed.story)
    except FetchFailed as error:
        return await _put_off(desk, item, error.reason)
    except StetError as error:
        return await _settle(desk, item, "failed", error.reason)
    if not planned.unchanged and not planned.touched and not any(one.sure for one in planned.proposals):
        return await _settle(desk, item, "passed over", phrase("it says nothing that is linked to the record"))

    async def write(tx: Connection, source: Source) -> None:
        await put_item(tx, replace(item, state="read", source=source.key, why=None))

    report = await add(desk, planned, along=[write], unseen=True)
    return "read", None if report.unchanged else report.source, report.opened


async def _put_off(
    desk: Desk, item: Item, why: Phrase, wait: int | None = None
) -> tuple[str, Source | None, tuple[int, ...]]:
    """What could not be had is tried again later, when its server asked to at the earliest, and not for ever."""
    attempts = item.attempts + 1
    usual = dt.timedelta(minutes=desk.settings.web.poll_minutes)
    later = replace(item, attempts=attempts, next_at=next_try(attempts, desk.now(), usual, wait))
    return await _settle(desk, later, "failed" if attempts >= MOST_ATTEMPTS else "waiting", why)


async def _settle(desk: Desk, item: Item, state: str, why: Phrase) -> tuple[str, Source | None, tuple[int, ...]]:
    async with desk.store.transaction(record=False) as tx:
        await put_item(tx, replace(item, state=state, why=why))
    return state, None, ()


def _item(feed: Feed, one: FeedItem, wanted: Sequence[str], now: dt.datetime) -> Item:
    item = Item(feed.id, same_article(one.link), one.id, one.link, one.title)
    day = one.published.end if one.published else None
    if day and now.date() - day > OLD:
        return replace(item, state="passed over", why=phrase("it is older than a week"))
    said = f" {fold(f'{one.title} {one.summary}')} "
    if wanted and not any(f" {word} " in said for word in wanted):
        return replace(item, state="passed over", why=phrase("it holds none of the feed's words"))
    return item


async def _wanted_words(desk: Desk, feed: Feed) -> list[str]:
    """The feed's words, folded; a name of the record stands for all names of its bearer."""
    if not feed.words:
        return []
    entities = await list_entities(desk.store.reading)
    # In a thread: every name of the record is looked at.
    return await asyncio.to_thread(_all_names, feed, entities)


def _all_names(feed: Feed, entities: Iterable[Entity]) -> list[str]:
    wanted = {fold(word) for word in feed.words}
    for entity in entities:
        names = {fold(name) for name in (entity.label, *(alias.name for alias in entity.aliases))}
        if entity.story == feed.story and names & wanted:
            wanted |= names
    return sorted(filter(None, wanted))


async def _story(desk: Desk, asked: str) -> str:
    stories = {one.key: one for one in await list_stories(desk.store.reading)}
    if asked:
        found = [key for key, one in stories.items() if asked.casefold() in (key.casefold(), one.title.casefold())]
        if not found:
            raise NotFound("there is no story {story!r} in the record", story=asked, near=tuple(stories)[:5])
        return found[0]
    if len(stories) != 1:
        raise BadInput(
            "say for which story: --story ID ({stories})", stories=", ".join(stories) or "none is loaded yet"
        )
    return next(iter(stories))


def _well(desk: Desk, feed: Feed) -> Feed:
    now = desk.now()
    usual = dt.timedelta(minutes=desk.settings.web.poll_minutes)
    return replace(feed, checked_at=now, succeeded_at=now, failure=None, failures=0, next_at=now + usual)


def _failed(desk: Desk, feed: Feed, why: Phrase, wait: int | None = None) -> Feed:
    now, failures = desk.now(), feed.failures + 1
    usual = dt.timedelta(minutes=desk.settings.web.poll_minutes)
    next_at = next_try(failures, now, usual, wait)
    return replace(feed, checked_at=now, failed_at=now, failure=why, failures=failures, next_at=next_at)


def _reason(got: Fetched) -> Phrase:
    try:
        check_status(got, got.link)
    except FetchFailed as error:
        return error.reason
    raise ValueError(f"{got.status} is no failure")


async def _note(desk: Desk, feed: Feed) -> Feed:
    async with desk.store.transaction(record=False) as tx:
        await put_feed(tx, feed)
    return feed

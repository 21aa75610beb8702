"""Feeds, their items and when each source is read again: rows to values and back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.errors import NotFound
from bot.phrase import Phrase
from bot.store.comparisons import phrase_cell, phrase_of
from bot.store.connection import Connection, Row


@dataclass(frozen=True, slots=True)
class Feed:
    """A watched feed of one story; `words` = keep only items that hold one of them; `failures` are those in a row."""

    id: int
    story: str
    link: str
    words: tuple[str, ...]
    next_at: dt.datetime
    by: str
    at: dt.datetime
    paused: bool = False
    etag: str = ""
    last_modified: str = ""
    checked_at: dt.datetime | None = None
    succeeded_at: dt.datetime | None = None
    failed_at: dt.datetime | None = None
    failure: Phrase | None = None
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """An article a feed told of; `state` is waiting, read, passed over or failed."""

    feed: int
    address: str
    id: str
    link: str
    title: str
    state: str = "waiting"
    why: Phrase | None = None
    source: str | None = None
    attempts: int = 0
    next_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Reread:
    """How reading a source again goes; `unavailable_since` while it cannot be had, `gone_at` once gone for good."""

    source: str
    next_at: dt.datetime
    etag: str = ""
    last_modified: str = ""
    checked_at: dt.datetime | None = None
    succeeded_at: dt.datetime | None = None
    failure: Phrase | None = None
    failures: int = 0
    unavailable_since: dt.datetime | None = None
    gone_at: dt.datetime | None = None


async def list_feeds(db: Connection) -> list[Feed]:
    """All watched feeds in the order they were added."""
    return [_feed(row) for row in await db.fetch("SELECT * FROM feed ORDER BY id")]


async def list_due_feeds(db: Connection, now: dt.datetime) -> list[Feed]:
    """The feeds that are to be asked now."""
    rows = await db.fetch("SELECT * FROM feed WHERE NOT paused AND next_at <= :now ORDER BY id", now=now.isoformat())
    return [_feed(row) for row in rows]


async def get_feed(db: Connection, asked: str) -> Feed:
    """The feed of a number or link. Raises NotFound."""
    feeds = await list_feeds(db)
    found = next((one for one in feeds if asked in (str(one.id), one.link)), None)
    if found is None:
        raise NotFound(
            "there is no watched feed {asked!r}; `stet watch list` numbers them",
            asked=asked,
            near=tuple(str(one.id) for one in feeds[:5]),
        )
    return found


async def add_feed(db: Connection, feed: Feed) -> Feed:
    """Watch a feed (its `id` is given here); one that is watched for the story already takes the new words."""
    row = await db.fetch_one(
        "INSERT INTO feed (story, link, words, next_at, by, at) VALUES (:story, :link, :words, :next, :by, :at) "
        "ON CONFLICT (story, link) DO UPDATE SET words = excluded.words RETURNING *",
        story=feed.story,
        link=feed.link,
        words=json.dumps(feed.words, ensure_ascii=False),
        next=feed.next_at.isoformat(),
        by=feed.by,
        at=feed.at.isoformat(),
    )
    assert row is not None
    return _feed(row)


async def put_feed(db: Connection, feed: Feed) -> None:
    """Write how a feed stands now."""
    await db.run(
        "UPDATE feed SET paused = :paused, etag = :etag, last_modified = :modified, next_at = :next, "
        "checked_at = :checked, succeeded_at = :succeeded, failed_at = :failed, failure = :failure, "
        "failures = :failures WHERE id = :id",
        id=feed.id,
        paused=int(feed.paused),
        etag=feed.etag,
        modified=feed.last_modified,
        next=feed.next_at.isoformat(),
        checked=_cell(feed.checked_at),
        succeeded=_cell(feed.succeeded_at),
        failed=_cell(feed.failed_at),
        failure=phrase_cell(feed.failure) if feed.failure else "",
        failures=feed.failures,
    )


async def remove_feed(db: Connection, id: int) -> None:
    """Watch a feed no longer; what was read of it stays."""
    await db.run("DELETE FROM feed WHERE id = :id", id=id)


async def add_items(db: Connection, items: Iterable[Item], now: dt.datetime) -> int:
    """Note items that this feed has not told of before, by address and by id; how many those were."""
    new = 0
    for one in items:
        row = await db.fetch_one(
            "INSERT INTO feed_item (feed, address, id, link, title, state, why, attempts, next_at) "
            "SELECT :feed, :address, :id, :link, :title, :state, :why, 0, :next WHERE NOT EXISTS "
            "(SELECT 1 FROM feed_item WHERE feed = :feed AND (address = :address OR id = :id)) RETURNING 1",
            feed=one.feed,
            address=one.address,
            id=one.id,
            link=one.link,
            title=one.title,
            state=one.state,
            why=phrase_cell(one.why) if one.why else "",
            next=now.isoformat(),
        )
        new += row is not None
    return new


async def list_waiting(db: Connection, now: dt.datetime, limit: int = 1000) -> list[Item]:
    """Items to be read now, of feeds that are not paused."""
    rows = await db.fetch(
        "SELECT i.* FROM feed_item i JOIN feed f ON f.id = i.feed AND NOT f.paused "
        "WHERE i.state = 'waiting' AND i.next_at <= :now ORDER BY i.next_at, i.feed LIMIT :limit",
        now=now.isoformat(),
        limit=limit,
    )
    return [_item(row) for row in rows]


async def list_items(db: Connection, feed: int) -> list[Item]:
    """Everything a feed has told of."""
    return [_item(row) for row in await db.fetch("SELECT * FROM feed_item WHERE feed = :feed", feed=feed)]


async def put_item(db: Connection, item: Item) -> None:
    """Write what became of an item."""
    await db.run(
        "UPDATE feed_item SET state = :state, why = :why, source = :source, attempts = :attempts, "
        "next_at = coalesce(:next, next_at) WHERE feed = :feed AND address = :address",
        feed=item.feed,
        address=item.address,
        state=item.state,
        why=phrase_cell(item.why) if item.why else "",
        source=item.source,
        attempts=item.attempts,
        next=_cell(item.next_at),
    )


async def list_due_sources(db: Connection, now: dt.datetime, limit: int = 10_000) -> list[str]:
    """The keys of sources with a link and live claims that are to be read again; those never read come first."""
    rows = await db.fetch(
        "SELECT s.key FROM source_version s LEFT JOIN reread r ON r.source = s.key WHERE s.ended_at IS NULL "
        "AND s.url <> '' AND r.gone_at IS NULL AND coalesce(r.next_at, '') <= :now AND EXISTS "
        "(SELECT 1 FROM claim_version c WHERE c.source = s.key AND c.ended_at IS NULL) "
        "ORDER BY coalesce(r.next_at, ''), s.version LIMIT :limit",
        now=now.isoformat(),
        limit=limit,
    )
    return [row["key"] for row in rows]


async def find_reread(db: Connection, source: str) -> Reread | None:
    """How reading a source again goes; None if it was never tried."""
    row = await db.fetch_one("SELECT * FROM reread WHERE source = :source", source=source)
    return _reread(row) if row else None


async def list_rereads(db: Connection) -> list[Reread]:
    """How reading goes of every source that is read again."""
    return [_reread(row) for row in await db.fetch("SELECT * FROM reread ORDER BY source")]


async def put_rereads(db: Connection, rows: Sequence[Reread]) -> None:
    """Write how reading some sources went."""
    await db.run_many(
        "INSERT OR REPLACE INTO reread (source, etag, last_modified, next_at, checked_at, succeeded_at, failure, "
        "failures, unavailable_since, gone_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                one.source,
                one.etag,
                one.last_modified,
                one.next_at.isoformat(),
                _cell(one.checked_at),
                _cell(one.succeeded_at),
                phrase_cell(one.failure) if one.failure else "",
                one.failures,
                _cell(one.unavailable_since),
                _cell(one.gone_at),
            )
            for one in rows
        ),
    )


def paused(feed: Feed, now: dt.datetime, *, off: bool) -> Feed:
    """The feed paused, or watched again from now on."""
    return replace(feed, paused=off, next_at=now)


def _feed(row: Row) -> Feed:
    return Feed(
        id=row["id"],
        story=row["story"],
        link=row["link"],
        words=tuple(json.loads(row["words"])),
        next_at=dt.datetime.fromisoformat(row["next_at"]),
        by=row["by"],
        at=dt.datetime.fromisoformat(row["at"]),
        paused=bool(row["paused"]),
        etag=row["etag"],
        last_modified=row["last_modified"],
        checked_at=_time(row["checked_at"]),
        succeeded_at=_time(row["succeeded_at"]),
        failed_at=_time(row["failed_at"]),
        failure=phrase_of(row["failure"]) if row["failure"] else None,
        failures=row["failures"],
    )


def _item(row: Row) -> Item:
    return Item(
        feed=row["feed"],
        address=row["address"],
        id=row["id"],
        link=row["link"],
        title=row["title"],
        state=row["state"],
        why=phrase_of(row["why"]) if row["why"] else None,
        source=row["source"],
        attempts=row["attempts"],
        next_at=_time(row["next_at"]),
    )


def _reread(row: Row) -> Reread:
    return Reread(
        source=row["source"],
        next_at=dt.datetime.fromisoformat(row["next_at"]),
        etag=row["etag"],
        last_modified=row["last_modified"],
        checked_at=_time(row["checked_at"]),
        succeeded_at=_time(row["succeeded_at"]),
        failure=phrase_of(row["failure"]) if row["failure"] else None,
        failures=row["failures"],
        unavailable_since=_time(row["unavailable_since"]),
        gone_at=_time(row["gone_at"]),
    )


def _cell(time: dt.datetime | None) -> str | None:
    return time.isoformat() if time else None


def _time(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None

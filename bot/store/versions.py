"""Which texts a source has had, where it stands, and what it is like: rows beside the sources, to values and back."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.errors import NotFound
from bot.store.connection import Connection, Row
from bot.store.lineage import Stamp
from bot.store.stored import date_cell, date_of
from bot.values import PartialDate


@dataclass(frozen=True, slots=True)
class PageVersion:
    """One text of a source. `raw` "" = it was pasted; `notice` and `modified` = what the page says of its changes."""

    source: str
    number: int
    text: str
    raw: str = ""
    content_type: str = ""
    link: str = ""
    title: str = ""
    notice: str = ""
    by: str = ""
    at: dt.datetime | None = None
    pruned_at: dt.datetime | None = None
    modified: PartialDate | None = None


async def list_versions(db: Connection, source: str) -> list[PageVersion]:
    """The texts of a source, oldest first; also those whose content was pruned."""
    rows = await db.fetch("SELECT * FROM page_version WHERE source = :source ORDER BY number", source=source)
    return [_version(row) for row in rows]


async def list_kept(db: Connection, sources: Iterable[str]) -> set[str]:
    """Those of some sources of which a text is kept."""
    rows = await db.fetch(
        "SELECT DISTINCT v.source FROM json_each(:sources) AS j CROSS JOIN page_version v ON v.source = j.value "
        "WHERE v.pruned_at IS NULL",
        sources=json.dumps(list(sources)),
    )
    return {row["source"] for row in rows}


async def list_all_versions(db: Connection) -> list[PageVersion]:
    """Every text that was ever kept and not pruned, oldest first."""
    return [_version(row) for row in await db.fetch("SELECT * FROM page_version WHERE pruned_at IS NULL ORDER BY at")]


async def get_version(db: Connection, source: str, number: int | None = None) -> PageVersion:
    """One text of a source, the newest unless numbered. Raises NotFound."""
    versions = await list_versions(db, source)
    found = versions if number is None else [one for one in versions if one.number == number]
    if not found:
        numbers = tuple(str(one.number) for one in versions)
        raise NotFound("no such text of this source was kept", near=numbers)
    return found[-1]


async def add_version(db: Connection, version: PageVersion, stamp: Stamp) -> int:
    """Note a new text of a source under the next number, which is returned; the caller has put its content."""
    row = await db.fetch_one(
        "SELECT coalesce(max(number), 0) + 1 AS next FROM page_version WHERE source = :source", source=version.source
    )
    number = int(row["next"]) if row else 1
    await db.run(
        "INSERT INTO page_version (source, number, text_sha256, raw_sha256, content_type, link, title, notice, by, at, "
        "modified) "
        "VALUES (:source, :number, :text, :raw, :content_type, :link, :title, :notice, :by, :at, :modified)",
        source=version.source,
        number=number,
        text=version.text,
        raw=version.raw,
        content_type=version.content_type,
        link=version.link,
        title=version.title,
        notice=version.notice,
        by=stamp.by,
        at=stamp.at.isoformat(),
        modified=date_cell(version.modified),
    )
    return number


async def mark_pruned(db: Connection, versions: Iterable[PageVersion], stamp: Stamp) -> None:
    """The content of these texts is kept no more."""
    await db.run_many(
        "UPDATE page_version SET pruned_at = ? WHERE source = ? AND number = ?",
        ((stamp.at.isoformat(), one.source, one.number) for one in versions),
    )


async def list_live_evidence(db: Connection) -> set[str]:
    """The texts (by hash) that live claims were read from: these are never pruned."""
    rows = await db.fetch("SELECT DISTINCT page_version AS text FROM claim_version WHERE ended_at IS NULL")
    return {row["text"] for row in rows if row["text"]}


async def find_by_text(db: Connection, text: str) -> str | None:
    """The live source one of whose texts has this hash."""
    row = await db.fetch_one(
        "SELECT v.source FROM page_version v JOIN source_version s ON s.key = v.source AND s.ended_at IS NULL "
        "WHERE v.text_sha256 = :text ORDER BY v.at LIMIT 1",
        text=text,
    )
    return str(row["source"]) if row else None


async def find_by_address(db: Connection, addresses: Sequence[str]) -> str | None:
    """The live source that was seen at one of these addresses."""
    row = await db.fetch_one(
        "SELECT a.source FROM json_each(:addresses) AS j CROSS JOIN address a ON a.address = j.value "
        "JOIN source_version s ON s.key = a.source AND s.ended_at IS NULL LIMIT 1",
        addresses=json.dumps(list(addresses)),
    )
    return str(row["source"]) if row else None


async def add_addresses(db: Connection, source: str, addresses: Iterable[tuple[str, str]]) -> None:
    """Note where a source was seen: (address without what does not change the article, link as it was given)."""
    await db.run_many(
        "INSERT OR IGNORE INTO address (address, source, link) VALUES (?, ?, ?)",
        ((address, source, link) for address, link in addresses),
    )


async def put_likeness(db: Connection, source: str, story: str, sketch: Sequence[int]) -> None:
    """What the newest text of a source is like."""
    await db.run(
        "INSERT OR REPLACE INTO likeness (source, story, sketch) VALUES (:source, :story, :sketch)",
        source=source,
        story=story,
        sketch=json.dumps(list(sketch)),
    )


async def list_likeness(db: Connection, story: str) -> dict[str, list[int]]:
    """What the newest texts of a story's live sources are like."""
    rows = await db.fetch(
        "SELECT l.source, l.sketch FROM likeness l JOIN source_version s ON s.key = l.source AND s.ended_at IS NULL "
        "WHERE l.story = :story",
        story=story,
    )
    # In a thread, like all that is made of many rows.
    return await asyncio.to_thread(lambda: {row["source"]: json.loads(row["sketch"]) for row in rows})


def _version(row: Row) -> PageVersion:
    return PageVersion(
        source=row["source"],
        number=row["number"],
        text=row["text_sha256"],
        raw=row["raw_sha256"],
        content_type=row["content_type"],
        link=row["link"],
        title=row["title"],
        notice=row["notice"],
        by=row["by"],
        at=dt.datetime.fromisoformat(row["at"]),
        pruned_at=dt.datetime.fromisoformat(row["pruned_at"]) if row["pruned_at"] else None,
        modified=date_of(row["modified"]),
    )

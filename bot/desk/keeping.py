"""Texts of sources kept in versions: written with the claims read from them, shown with these marked, pruned by age."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.desk.fetching import Paper
from bot.errors import BadInput, NotFound
from bot.read.likeness import read_sketch
from bot.read.notices import find_notices
from bot.record import Claim, Source, local_id
from bot.store import Connection, Store
from bot.store.claims import list_claims_of_source
from bot.store.lineage import Stamp
from bot.store.pages import sha256_of
from bot.store.versions import (
    PageVersion,
    add_addresses,
    add_version,
    get_version,
    list_all_versions,
    list_live_evidence,
    list_versions,
    mark_pruned,
    put_likeness,
)
from bot.store.watching import Reread, find_reread, put_rereads

if TYPE_CHECKING:
    from bot.desk import Desk

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim in the text it was read from."""

    start: int
    end: int
    claim: Claim
    property: str


@dataclass(frozen=True, slots=True)
class ShowAnswer:
    """A text of a source as it stood; `marks` are the claims read from it, live or not, in the order of the text."""

    source: Source
    version: PageVersion
    versions: tuple[PageVersion, ...]
    text: str
    marks: tuple[Mark, ...]
    reread: Reread | None = None


@dataclass(frozen=True, slots=True)
class PruneReport:
    """What pruning removed: texts by source, and the bytes they took on disk; `kept` is what is left."""

    removed: tuple[PageVersion, ...]
    bytes: int
    kept: int


async def put_texts(store: Store, paper: Paper) -> None:
    """Put a paper's text and raw bytes beside the record: before the transaction that refers to them."""
    await store.pages.put([one for one in (_encoded(paper.article.text), paper.raw) if one])


async def note_version(tx: Connection, source: Source, paper: Paper, stamp: Stamp) -> int:
    """Note a paper as the newest text of a source, and where it stands; the number of the version."""
    text = paper.article.text
    notices, sketch = await asyncio.to_thread(lambda: (find_notices(text), read_sketch(text)))
    number = await add_version(
        tx,
        PageVersion(
            source.key,
            0,
            text=sha256_of(_encoded(text)),
            raw=sha256_of(paper.raw) if paper.raw else "",
            content_type=paper.content_type,
            link=paper.link,
            title=paper.article.title,
            notice=notices[0].words if notices else "",
            modified=paper.modified,
        ),
        stamp,
    )
    await add_addresses(tx, source.key, paper.addresses)
    await put_likeness(tx, source.key, source.story, sketch)
    return number


async def note_reading(tx: Connection, source: Source, paper: Paper, now: dt.datetime, next_at: dt.datetime) -> None:
    """Note that a source was read from its link just now."""
    if paper.link:
        row = Reread(source.key, next_at, paper.etag, paper.last_modified, checked_at=now, succeeded_at=now)
        await put_rereads(tx, [row])


async def get_text(store: Store, version: PageVersion) -> str:
    """The text of a version. Raises NotFound once it was pruned."""
    content = await store.pages.get(version.text)
    if content is None:
        raise NotFound(
            "the text of version {number} of {source} is no longer kept",
            number=version.number,
            source=local_id(version.source),
        )
    return content.decode("utf-8", "replace")


async def show(desk: Desk, asked: str, number: int | None = None) -> ShowAnswer:
    """A source's text as it stood, the newest unless numbered. Raises NotFound."""
    source = await find_named(desk, asked)
    db = desk.store.reading
    versions = await list_versions(db, source.key)
    if not versions:
        raise NotFound(
            "no text of {source} was kept: it came with the story's files; `stet reread {id}` reads it from its link",
            source=source.label,
            id=local_id(source.key),
        )
    version = await get_version(db, source.key, number)
    text = await get_text(desk.store, version)
    claims = await list_claims_of_source(db, source.key, live=False)
    facts = (await desk.index()).facts
    marks = [
        Mark(one.evidence.start, one.evidence.end, one, facts[one.fact].property if one.fact in facts else "")
        for one in _once(claims)
        if one.evidence.version == version.text and one.evidence.start is not None and one.evidence.end is not None
    ]
    marks.sort(key=lambda mark: (mark.start, mark.end))
    return ShowAnswer(source, version, tuple(versions), text, tuple(marks), await find_reread(db, source.key))


async def find_named(desk: Desk, asked: str) -> Source:
    """The source of an id, link, outlet or title. Raises NotFound with the nearest, BadInput where several fit."""
    from bot.web.addresses import same_article

    sources = list((await desk.index()).sources.values())
    folded = asked.strip().casefold()
    address = same_article(asked) if folded.startswith(("http://", "https://")) else None
    for one in sources:
        names = (one.key, local_id(one.key), one.url)
        if folded in (name.casefold() for name in names if name) or (
            address and one.url and same_article(one.url) == address
        ):
            return one
    called = [one for one in sources if folded in (one.label.casefold(), one.title.casefold())]
    if len(called) == 1:
        return called[0]
    if called:
        several = ", ".join(local_id(one.key) for one in called[:5])
        raise BadInput("{asked!r} may be {several}; give the id", asked=asked[:80], several=several)
    near = tuple(local_id(one.key) for one in sources if folded and folded in f"{one.key} {one.label}".casefold())
    raise NotFound("there is no source {asked!r} in the record", asked=asked, near=near[:5])


async def prune(desk: Desk) -> PruneReport:
    """Drop texts that are too old or take too much room; never one that live claims were read from, nor the newest."""
    stamp, web = desk.stamp(), desk.settings.web
    sizes = await desk.store.pages.sizes()
    async with desk.store.transaction(record=False) as tx:
        versions = await list_all_versions(tx)
        evidence = await list_live_evidence(tx)
        newest = {one.source: one.number for one in sorted(versions, key=lambda one: one.number)}
        free = [one for one in versions if one.text not in evidence and newest[one.source] != one.number]
        oldest = stamp.at - dt.timedelta(days=web.keep_days)
        removed = [one for one in free if one.at and one.at < oldest]
        removed += _too_many(versions, free, removed, sizes, web.keep_megabytes * MEGABYTE)
        await mark_pruned(tx, removed, stamp)
        # Only what was noted is dropped: another process may just be putting the text of a source it is adding.
        names = _names(removed) - _names(await list_all_versions(tx))
        await desk.store.pages.drop(sorted(names))
    gone = sum(sizes.get(name, 0) for name in names)
    return PruneReport(tuple(removed), gone, sum(sizes.values()) - gone)


def _too_many(
    versions: Sequence[PageVersion],
    free: Sequence[PageVersion],
    removed: Sequence[PageVersion],
    sizes: dict[str, int],
    room: int,
) -> list[PageVersion]:
    """The oldest free texts that must go as well for the rest to fit into the room there is."""
    kept = [one for one in versions if one not in removed]
    more: list[PageVersion] = []
    for one in (one for one in free if one not in removed):
        if sum(sizes.get(name, 0) for name in _names(kept)) <= room:
            break
        kept.remove(one)
        more.append(one)
    return more


def _names(versions: Iterable[PageVersion]) -> set[str]:
    return {name for one in versions for name in (one.text, one.raw) if name}


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """A claim that was changed since has several rows; the last one counts."""
    return list({one.key: one for one in claims}.values())


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")

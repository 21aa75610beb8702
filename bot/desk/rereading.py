"""Sources read again: what their pages changed is told, what cannot be had is noted, and none stops the others."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.desk.adding import AddReport, Along, add, plan
from bot.desk.checking import Article
from bot.desk.fetching import check_status, read_fetched
from bot.desk.keeping import find_named, note_version, put_texts
from bot.desk.known import get_newest
from bot.desk.page_findings import tell_notice
from bot.desk.schedule import next_reading, next_try
from bot.errors import BadInput, FetchFailed, StetError
from bot.phrase import Phrase, phrase
from bot.record import Source
from bot.store.lineage import list_by_keys
from bot.store.pages import sha256_of
from bot.store.sources import SOURCES
from bot.store.watching import Reread, find_reread, list_due_sources, put_rereads

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.desk.fetching import Paper
    from bot.store import Connection
    from bot.store.versions import PageVersion
    from bot.web.fetch import Fetched
    from bot.web.robots import Polite

GONE = 410
UNCHANGED = 304
AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of reading one source again; `failure` says why it could not be had."""

    source: Source
    changed: bool = False
    report: AddReport | None = None
    failure: Phrase | None = None
    opened: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RereadReport:
    """All sources that were read again, in the order they were due."""

    readings: tuple[Reading, ...]

    @property
    def opened(self) -> tuple[int, ...]:
        """The numbers of the discrepancies that were opened."""
        return tuple(number for one in self.readings for number in one.opened)


async def reread(desk: Desk, asked: Sequence[str] = ()) -> RereadReport:
    """Read sources again from their links: those named, else all that are due. Raises NotFound, BadInput."""
    from bot.web.fetch import Fetcher
    from bot.web.robots import Polite

    sources = [await _with_link(desk, one) for one in asked] or await list_due(desk)
    if not sources:
        return RereadReport(())
    web = desk.settings.web
    async with Fetcher(web) as fetcher:
        polite = Polite(fetcher, web.host_seconds)
        return RereadReport(tuple(await reread_sources(desk, sources, polite)))


async def list_due(desk: Desk) -> list[Source]:
    """The sources with live claims whose time to be read again has come."""
    due = await list_due_sources(desk.store.reading, desk.now())
    sources = await list_by_keys(desk.store.reading, SOURCES, due)
    return [one for one in sources if one.url.startswith("http")]


async def reread_sources(desk: Desk, sources: Sequence[Source], polite: Polite) -> list[Reading]:
    """Read some sources again, a few at a time."""
    # Fetched a few at a time, written one by one: each change makes what linking keeps in memory anew.
    room, turn = asyncio.Semaphore(AT_ONCE), asyncio.Lock()

    async def one(source: Source) -> Reading:
        async with room:
            return await _reread(desk, source, polite, turn)

    return list(await asyncio.gather(*map(one, sources)))


async def _with_link(desk: Desk, asked: str) -> Source:
    source = await find_named(desk, asked)
    if not source.url.startswith("http"):
        raise BadInput("{source} has no link to read again", source=source.label)
    return source


async def _reread(desk: Desk, source: Source, polite: Polite, turn: asyncio.Lock) -> Reading:
    held = await find_reread(desk.store.reading, source.key) or Reread(source.key, desk.now())
    try:
        got = await polite.get(source.url, etag=held.etag, last_modified=held.last_modified)
        if got.status == UNCHANGED:
            await _note(desk, _well(desk, source, held))
            return Reading(source)
        if got.status == GONE:
            return await _gone(desk, source, held)
        if got.status != 200:
            return await _failed(desk, source, held, got)
        return await _take(desk, source, replace(held, etag=got.etag, last_modified=got.last_modified), got, turn=turn)
    except StetError as error:
        return await _failed(desk, source, held, error)


async def _take(desk: Desk, source: Source, held: Reread, got: Fetched, *, turn: asyncio.Lock) -> Reading:
    """Compare what came with the newest text; the record is touched only if it is another text."""
    well = _well(desk, source, held)
    version, _ = await get_newest(desk, source.key)
    if version is not None and version.raw == sha256_of(got.body):
        await _note(desk, well)
        return Reading(source)
    said = Article("", source.outlet, source.published.edtf if source.published else "", url=source.url)
    paper = await read_fetched(got, source.url, said)
    if version is not None and version.text == sha256_of(paper.article.text.encode("utf-8", "replace")):
        if _is_restated(version, paper):
            await _keep(desk, source, paper, well)
        else:
            await _note(desk, well)
        return Reading(source)
    if version is None:  # its claims came with the story's files: from now on it is compared with this text
        await _keep(desk, source, paper, well)
        return Reading(source)
    async with turn:
        report = await add(desk, await plan(desk, paper, source.story, source), along=[_noting(well)], unseen=True)
    return Reading(source, changed=True, report=report, opened=report.opened)


def _is_restated(version: PageVersion, paper: Paper) -> bool:
    """Whether the page gives the same text another headline or day of change: kept, for nothing else tells of it."""
    return bool(
        (paper.modified and paper.modified != version.modified)
        or (paper.article.title and paper.article.title != version.title)
    )


async def _keep(desk: Desk, source: Source, paper: Paper, well: Reread) -> None:
    """A version that no claim is read from."""
    await put_texts(desk.store, paper)
    async with desk.store.transaction(record=False) as tx:
        await note_version(tx, source, paper, desk.stamp())
        await put_rereads(tx, [well])


async def _gone(desk: Desk, source: Source, held: Reread) -> Reading:
    """The server says that the page was taken down for good: no outage, but news about the source."""
    now = desk.now()
    why = phrase("{source} has taken its page down for good (410)", source=source.label)
    async with desk.store.transaction() as tx:
        opened = await tell_notice(tx, source, "gone", why, desk.stamp())
        await put_rereads(tx, [replace(held, checked_at=now, failure=why, gone_at=now)])
    return Reading(source, failure=why, opened=opened)


async def _failed(desk: Desk, source: Source, held: Reread, what: Fetched | StetError) -> Reading:
    """Unavailable since the first failure, never deleted: asked again later and later."""
    now, failures = desk.now(), held.failures + 1
    usual = next_reading(source, now, desk.settings.web) - now
    why = what.reason if isinstance(what, StetError) else _reason(what, source.url)
    wait = None if isinstance(what, StetError) else what.retry_after
    row = replace(
        held,
        next_at=next_try(failures, now, min(usual, dt.timedelta(hours=6)), wait),
        checked_at=now,
        failure=why,
        failures=failures,
        unavailable_since=held.unavailable_since or now,
    )
    await _note(desk, row)
    return Reading(source, failure=why)


def _reason(got: Fetched, link: str) -> Phrase:
    try:
        check_status(got, link)
    except FetchFailed as error:
        return error.reason
    raise ValueError(f"{got.status} is no failure")


def _well(desk: Desk, source: Source, held: Reread) -> Reread:
    now = desk.now()
    return Reread(
        source.key,
        next_reading(source, now, desk.settings.web),
        held.etag,
        held.last_modified,
        checked_at=now,
        succeeded_at=now,
    )


async def _note(desk: Desk, row: Reread) -> None:
    async with desk.store.transaction(record=False) as tx:
        await put_rereads(tx, [row])


def _noting(row: Reread) -> Along:
    async def write(tx: Connection, source: Source) -> None:
        await put_rereads(tx, [row])

    return write

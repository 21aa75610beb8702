"""Sources to rows and back."""

from __future__ import annotations

from collections.abc import Sequence

from bot.record import Change, Source
from bot.store.connection import Cell, Connection, Row
from bot.store.lineage import Lineage, Stamp, add_rows, get_live, list_history, list_live
from bot.store.stored import date_cell, date_of


async def list_sources(db: Connection, story: str | None = None) -> list[Source]:
    """All sources; of one story if named."""
    return await list_live(db, SOURCES, story)


async def get_source(db: Connection, key: str) -> Source:
    """One source. Raises NotFound."""
    return await get_live(db, SOURCES, key)


async def find_source(db: Connection, *, url: str = "", sha256: str = "") -> Source | None:
    """The source of this address, or of this very content, if the record has it."""
    row = await db.fetch_one(
        "SELECT * FROM source_version WHERE ended_at IS NULL AND url <> '' AND url = :url "
        "UNION ALL SELECT * FROM source_version WHERE ended_at IS NULL AND sha256 <> '' AND sha256 = :sha256",
        url=url,
        sha256=sha256,
    )
    return _source(row) if row else None


async def add_sources(db: Connection, sources: Sequence[Source], stamp: Stamp) -> None:
    """Write sources; one that is there already gets a new version."""
    await add_rows(db, SOURCES, sources, stamp)


async def list_source_history(db: Connection, key: str) -> list[Change]:
    """What happened to a source, oldest first."""
    return await list_history(db, SOURCES, key)


def _cells(source: Source) -> tuple[Cell, ...]:
    return (
        source.story,
        source.outlet,
        source.title,
        source.url,
        source.author,
        date_cell(source.published),
        date_cell(source.retrieved),
        source.language,
        source.origin,
        source.reliability,
        source.sha256,
        source.called,
        source.note,
        source.archive,
    )


def _source(row: Row) -> Source:
    return Source(
        key=row["key"],
        story=row["story"],
        outlet=row["outlet"],
        title=row["title"],
        url=row["url"],
        author=row["author"],
        published=date_of(row["published"]),
        retrieved=date_of(row["retrieved"]),
        language=row["language"],
        origin=row["origin"],
        reliability=row["reliability"],
        sha256=row["sha256"],
        called=row["called"],
        note=row["note"],
        archive=row["archive"],
    )


def _words(source: Source) -> str:
    parts = (source.outlet, source.called, source.title, source.author, source.origin, source.note, source.url)
    return " · ".join(filter(None, parts))


SOURCES: Lineage[Source] = Lineage(
    name="source",
    number=3,
    columns=(
        *("story", "outlet", "title", "url", "author", "published", "retrieved", "language", "origin"),
        *("reliability", "sha256", "called", "note", "archive"),
    ),
    cells=_cells,
    value=_source,
    words=_words,
)

"""An article to the source it already is in the record: by address, text or name, or as a copy of another's text."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.desk.fetching import Paper
from bot.desk.keeping import get_text
from bot.errors import NotFound
from bot.folding import fold
from bot.read.changes import find_edits
from bot.read.likeness import COPY, likeness, read_sketch
from bot.record import Source
from bot.store.sources import find_source
from bot.store.versions import PageVersion, find_by_address, find_by_text, list_likeness, list_versions
from bot.web.addresses import same_article

if TYPE_CHECKING:
    from bot.desk import Desk


@dataclass(frozen=True, slots=True)
class Known:
    """The source an article already is. `copied` = another outlet's copy of it in which nothing that counts differs."""

    source: Source
    copied: bool = False


async def find_known(desk: Desk, source: Source, paper: Paper) -> Known | None:
    """The recorded source of the same story that this article is; None where it is a new one."""
    db, sources = desk.store.reading, (await desk.link_index()).sources
    addresses = [address for address, _ in paper.addresses]
    keys = [await find_by_address(db, addresses), await find_by_text(db, source.sha256)]
    if found := await find_source(db, url=source.url, sha256=source.sha256):
        keys.append(found.key)
    # In a thread: every source of the record is looked at.
    same = await asyncio.to_thread(_same, source, sources, keys, addresses)
    return Known(same) if same else None


def _same(
    source: Source, sources: Mapping[str, Source], keys: Sequence[str | None], addresses: Sequence[str]
) -> Source | None:
    """The source that has this one's key, address or name."""
    told = (fold(source.outlet), fold(source.title)) if source.outlet and source.title else None
    for key, one in sources.items():
        if one.story != source.story:
            continue
        if key in keys or (one.url and same_article(one.url) in addresses):
            return one
        if told and told == (fold(one.outlet), fold(one.title)):
            return one
    return None


async def find_original(desk: Desk, source: Source, paper: Paper) -> Known | None:
    """The source of the story whose text this is a copy of, as of an agency's report; None if it stands alone."""
    alike = await list_likeness(desk.store.reading, source.story)
    # In a thread: a story of ten thousand sources takes a third of a second.
    how_alike, key = await asyncio.to_thread(_most_alike, paper.article.text, alike)
    original = (await desk.link_index()).sources.get(key)
    if how_alike < COPY or original is None or original.key == source.key:
        return None
    _, text = await get_newest(desk, original.key)
    edits = await asyncio.to_thread(find_edits, text, paper.article.text) if text is not None else ()
    return Known(original, copied=text is not None and not any(edit.is_exact for edit in edits))


def _most_alike(text: str, alike: Mapping[str, Sequence[int]]) -> tuple[float, str]:
    sketch = read_sketch(text)
    return max(((likeness(sketch, one), key) for key, one in alike.items()), default=(0.0, ""))


async def get_newest(desk: Desk, source: str) -> tuple[PageVersion | None, str | None]:
    """The newest kept text of a source with its version; None where none is kept."""
    versions = await list_versions(desk.store.reading, source)
    if not versions:
        return None, None
    try:
        return versions[-1], await get_text(desk.store, versions[-1])
    except NotFound:  # it was pruned: there is nothing to compare with
        return versions[-1], None

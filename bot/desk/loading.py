"""Folders of TOML files to the record and back: a story with problems changes nothing, the rest is one transaction."""

from __future__ import annotations

import asyncio
import gc
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.errors import BadInput
from bot.phrase import phrase
from bot.record import Problem, Seed, Standing, Story
from bot.store import Connection, Store
from bot.store.claims import all_claims
from bot.store.entities import list_entities, list_stories
from bot.store.facts import list_facts
from bot.store.lineage import Stamp
from bot.store.seeding import Loaded, add_seed, is_loaded, mark_loaded
from bot.store.sources import list_sources

Files = dict[str, bytes]
Keys = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What loading did: keys of rows by table ("entity", "fact", "source", "claim", "story"), or what forbade it."""

    stories: tuple[str, ...] = ()
    added: Keys = field(default_factory=dict)
    changed: Keys = field(default_factory=dict)
    retracted: Keys = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def __add__(self, other: LoadReport) -> LoadReport:
        return LoadReport(
            (*self.stories, *other.stories),
            _joined(self.added, other.added),
            _joined(self.changed, other.changed),
            _joined(self.retracted, other.retracted),
            (*self.problems, *other.problems),
        )


async def load(store: Store, folder: Path, stamp: Stamp, *, only_new: bool = False) -> LoadReport:
    """Load the story in a folder, or each story in the folders below it; `only_new` passes over what has not changed.

    Each story is all or nothing. Raises BadInput where there is nothing to load.
    """
    report = LoadReport()
    for story in list_story_folders(folder):
        one = await _load_story(store, story, stamp, only_new=only_new)
        # Files of several stories share names: only with the folder's can a problem be found.
        place = "" if story == folder else f"{story.name}/"
        told = tuple(replace(problem, file=place + problem.file) for problem in one.problems)
        report += replace(one, problems=told)
    return report


def list_story_folders(folder: Path) -> list[Path]:
    """The folder itself if it holds TOML files, else the folders in it that do. Raises BadInput."""
    if not folder.is_dir():
        what = phrase("a file" if folder.exists() else "not there")
        raise BadInput("{folder} is {what}; give the folder of a story's TOML files", folder=folder, what=what)
    inner = [one for one in _entries(folder) if one.is_dir() and any(one.glob("*.toml"))]
    if any(folder.glob("*.toml")):
        return [folder]
    if not inner:
        raise BadInput("{folder} holds no TOML files; give the folder of a story", folder=folder)
    return inner


async def export(store: Store, folder: Path) -> tuple[Path, ...]:
    """Write each story as a folder of one TOML file; returns the files. Raises BadInput if one is there already."""
    files: dict[Path, str] = {}
    for story in await list_stories(store.reading):
        files[folder / story.key / "story.toml"] = await _text(store, story)
    for path in files:
        if path.parent.exists() and any(path.parent.iterdir()):
            raise BadInput("{path} holds files already; give the name of a new folder", path=path.parent)
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise BadInput("{folder} cannot be written ({error})", folder=folder, error=error) from None
    return tuple(files)


async def _load_story(store: Store, folder: Path, stamp: Stamp, *, only_new: bool) -> LoadReport:
    files = _read_folder(folder)
    where, content = str(folder.resolve()), _hash(files)
    if only_new and await is_loaded(store.reading, where, content):
        return LoadReport()
    # Imported here: most commands find their stories loaded and need no reader.
    from bot.read.seed import read_story

    with _uncollected():
        seed, problems = await asyncio.to_thread(read_story, files)
        if seed is None:
            return LoadReport(problems=problems)
        async with store.transaction() as tx:
            loaded = await tx.at_once(lambda db: _write(db, seed, stamp))
            if not await is_loaded(tx, where, content):
                await mark_loaded(tx, where, content)
    return _report(seed, loaded)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Rows are made by the thousand, none of them garbage: the collector would walk over them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


async def _write(db: Connection, seed: Seed, stamp: Stamp) -> Loaded:
    # Imported here: most commands find their stories loaded and need no comparers.
    from bot.desk.reviewing import review

    loaded = await add_seed(db, seed, stamp)
    facts, gone = loaded.changed.get("fact", ()), loaded.retracted.get("claim", ())
    await review(db, loaded.claims, stamp, facts=facts, gone=gone)
    return loaded


def _read_folder(folder: Path) -> Files:
    try:
        return {path.name: path.read_bytes() for path in _entries(folder) if path.suffix == ".toml" and path.is_file()}
    except OSError as error:
        raise BadInput("{path} cannot be read ({error})", path=error.filename or folder, error=error) from None


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise BadInput("{path} cannot be read ({error})", path=folder, error=error) from None


def _hash(files: Files) -> str:
    whole = hashlib.sha256()
    for name, content in sorted(files.items()):
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()


def _report(seed: Seed, loaded: Loaded) -> LoadReport:
    return LoadReport((seed.story.key,), _some(loaded.added), _some(loaded.changed), _some(loaded.retracted))


def _some(keys: Keys) -> Keys:
    return {table: rows for table, rows in keys.items() if rows}


def _joined(one: Keys, other: Keys) -> Keys:
    return {table: (*one.get(table, ()), *other.get(table, ())) for table in (*one, *(set(other) - set(one)))}


async def _text(store: Store, story: Story) -> str:
    from bot.read.seed_text import story_text

    db = store.reading
    sources, facts = await list_sources(db, story.key), await list_facts(db, story.key)
    recorded = [one async for one in all_claims(db, story.key) if one.standing is Standing.RECORDED]
    entities = await list_entities(db, story.key)
    seed = Seed(story, tuple(entities), tuple(facts), tuple(sources), tuple(recorded))
    return await asyncio.to_thread(story_text, seed)

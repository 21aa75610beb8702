"""Stories of 1,000 and 10,000 claims from their TOML files to a committed record, and what one more read then costs."""

from __future__ import annotations

import asyncio
import datetime as dt
import tempfile
from pathlib import Path
from time import process_time

from bot.config import Settings
from bot.desk import Desk
from bot.store import Connection
from bot.store.claims import list_claims

ROUNDS = {1_000: 6, 10_000: 2}
READS = 500
NOW = dt.datetime(2025, 12, 13, tzinfo=dt.UTC)


def run() -> list[str]:
    """Lines of figures of processor time, as other programs may run beside; each is the best of some rounds."""
    return [line for size in ROUNDS for line in asyncio.run(_measure(size))]


async def _measure(size: int) -> list[str]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "story"
        folder.mkdir()
        (folder / "story.toml").write_text(_story(size), encoding="utf-8")
        first, again, read = float("inf"), float("inf"), float("inf")
        for turn in range(ROUNDS[size]):
            path = Path(place) / f"{turn}.sqlite"
            async with Desk.open(path, Settings(), by="benchmark", now=lambda: NOW) as desk:
                first = min(first, await _load(desk, folder))
                again = min(again, await _load(desk, folder))
                read = min(read, await _read(desk.store.reading))
    return [
        f"{size:>6} claims: {size / first:>8,.0f} claims/s loaded (TOML to commit), {size / again:>8,.0f} claims/s "
        f"again unchanged, {read * 1e6:,.0f} us to read the 5 claims of a fact"
    ]


async def _load(desk: Desk, folder: Path) -> float:
    start = process_time()
    report = await desk.load(folder)
    assert not report.problems, report.problems[0]
    return process_time() - start


async def _read(db: Connection) -> float:
    start = process_time()
    for number in range(READS):
        await list_claims(db, f"story/fact-{number % 200}")
    return (process_time() - start) / READS


def _story(size: int) -> str:
    facts, sources = size // 5, 50
    tables = ['[story]\nid = "story"\ntitle = "A long story"\n']
    tables += [f'[[event]]\nid = "event-{one}"\nlabel = "Event {one}"\n' for one in range(max(1, facts // 10))]
    tables += [f'[[source]]\nid = "source-{one}"\noutlet = "Outlet {one}"\n' for one in range(sources)]
    for one in range(facts):
        about = f'of = "event-{one // 10 % max(1, facts // 10)}"\nproperty = "people freed"\nkind = "count"\n'
        tables.append(f'[[fact]]\nid = "fact-{one}"\n{about}')
    for one in range(size):
        said = f'value = "more than {one % 1000}"\nclaimant = "officials"\nas_of = "2025-11-27"\n'
        where = f'locator = "paragraph {one % 30}"\nquote = "more than {one % 1000} people were freed"\n'
        on = f'source = "source-{(one + one // facts) % sources}"\non = "fact-{one % facts}"\n'
        tables.append(f"[[claim]]\n{on}{said}{where}")
    return "\n".join(tables)

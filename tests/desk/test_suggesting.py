"""What half-typed words become, kind by kind, on a record of a flood that three papers told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.desk import Desk
from bot.desk.rulings import Decision
from bot.desk.suggesting import ASKED, MOST, TABLES, VERBS, suggest
from bot.store.discrepancies import put_discrepancies, search_discrepancies
from tests.desk.stories import open_desk, write_base, write_source

SAID = {"courier": [("dead", "12"), ("month", "2025-09")], "herald": [("dead", "15")], "gazette": [("dead", "14")]}
KINDS = (*ASKED, *TABLES, *VERBS)


async def load(desk: Desk, folder: Path) -> None:
    write_base(folder)
    for source, claims in SAID.items():
        write_source(folder, source, claims)
    assert not (await desk.load(folder)).problems


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with open_desk() as desk:
        await load(desk, tmp_path / "flood")
        yield desk


async def offered(desk: Desk, what: str, typed: str) -> list[str]:
    return [one.text for one in await suggest(desk, what, typed)]


@pytest.mark.parametrize(
    ("what", "typed", "first"),
    [
        ("who", "", "Ann Reed"),  # nothing is typed yet
        ("who", "ree", "Ann Reed"),
        ("when", "", "The flood"),
        ("when", "floo", "The flood"),
        ("figure", "killd", "dead"),  # a typing error
        ("figure", "15", "dead"),  # a value
        ("timeline", "ard", "flood"),  # a story by its title
        ("story", "ard", "flood"),
        ("fact", "surn", "surname"),
        ("source", "hera", "herald"),
        ("outlet", "gaz", "gazette"),
        ("claim", "hera", "15"),  # of a source
        ("discrepancy", "killed", "2"),  # the latest
        ("judge", "killed", "2"),  # by the command's name
        ("topic", "#1", "1"),
        ("topic", "ree", "Ann Reed"),
        ("undo", "", "2"),
    ],
)
async def test_what_is_typed_is_found(desk: Desk, what: str, typed: str, first: str) -> None:
    assert (await offered(desk, what, typed))[0].split(" · ")[0] == first


async def test_open_discrepancies_come_before_settled_ones(desk: Desk) -> None:
    before = await offered(desk, "discrepancy", "")
    await desk.judge(int(before[0]), Decision("recorded right", "asked the mayor"))
    assert await offered(desk, "discrepancy", "") == [*before[1:], before[0]]
    assert await offered(desk, "discrepancy", "killed") == [*before[1:], before[0]]
    assert await offered(desk, "undo", "") == before


async def test_numbers_are_found_by_their_first_digits(desk: Desk) -> None:
    one = (await desk.get_discrepancy(1)).discrepancy
    async with desk.store.transaction() as tx:
        await put_discrepancies(tx, [replace(one, number=number) for number in (7, 12, 70, 123, 1204)])
    found = await search_discrepancies(desk.store.reading, number=12)
    assert [outline.number for outline in found] == [12, 123, 1204]


async def test_what_is_written_is_offered_at_once(desk: Desk, tmp_path: Path) -> None:
    assert await offered(desk, "source", "moon") == []
    write_source(tmp_path / "flood", "moon-times", [("dead", "13")])
    await desk.load(tmp_path / "flood")
    assert await offered(desk, "source", "moon") == ["moon-times"]


@settings(max_examples=10)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=5))
def test_no_text_is_too_strange(texts: Sequence[str]) -> None:
    asyncio.run(_ask_everything(texts))


async def _ask_everything(texts: Sequence[str]) -> None:
    with TemporaryDirectory() as place:
        async with open_desk() as desk:
            await load(desk, Path(place) / "flood")
            for what in KINDS:
                for text in texts:
                    assert len(await suggest(desk, what, text)) <= MOST

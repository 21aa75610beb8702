"""What editors decided, as rows: written with what it changed, listed, taken back, and never erased."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import Refused
from bot.phrase import phrase
from bot.record import Claim, Comparison, Discrepancy, Judgement, Level, Pair, Rank, Ruling, Side, State, Verdict
from bot.store import Store, open_store
from bot.store.claims import add_claims, get_claim, list_claim_history, list_claims
from bot.store.comparisons import add_comparisons, list_comparisons
from bot.store.discrepancies import get_discrepancy, put_discrepancies
from bot.store.judgements import Edit, add_judgement, list_judgements, undo_judgement
from bot.store.seeding import add_seed
from tests.store.rows import LATER, STAMP, claim, seed

OLD, NEW = claim("12"), claim("14", by="herald")
APART = Comparison(Verdict.CONTRADICTS, Level.ALERT, phrase("12 is not 14"), "figure.apart", score=0.2)
SET_ASIDE = replace(OLD, rank=Rank.DEPRECATED, why="the ministry corrected itself")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """Two claims that contradict each other, compared, and the discrepancy between them."""
    sides = Side("12", (OLD.key,), ("12..12",)), Side("14", (NEW.key,), ("14..14",))
    async with await open_store(tmp_path / "desk.sqlite") as store:
        async with store.transaction() as tx:
            await add_seed(tx, seed(OLD, NEW), STAMP)
            await add_comparisons(tx, [Pair(NEW.key, OLD.key, APART, OLD.fact)], STAMP)
            found = Discrepancy(1, "s", OLD.fact, "count", APART, *sides, State.OPEN, STAMP.at)
            await put_discrepancies(tx, [found])
        yield store


async def judge(store: Store, *edits: Edit, reason: str = "the ministry said so") -> Judgement:
    made = Judgement(
        0, 1, Ruling.NEW_RIGHT, reason, "", LATER.at, "call of 11:00", loser="recorded", scope=(("age", "all"),)
    )
    async with store.transaction() as tx:
        return await add_judgement(tx, made, edits, LATER)


async def undo(store: Store, number: int) -> list[object]:
    async with store.transaction() as tx:
        return [*await undo_judgement(tx, number, STAMP)]


async def rank(store: Store) -> Rank:
    return (await get_claim(store.reading, OLD.key)).rank


async def test_a_judgement_is_kept_with_all_that_was_said_of_it(store: Store) -> None:
    made = await judge(store, Edit(OLD, SET_ASIDE))
    assert (made.number, made.discrepancy, made.ruling, made.reason) == (1, 1, Ruling.NEW_RIGHT, "the ministry said so")
    assert (made.by, made.at, made.evidence) == (LATER.by, LATER.at, "call of 11:00")
    assert (made.loser, made.scope, made.undone) == ("recorded", (("age", "all"),), False)
    assert await list_judgements(store.reading) == [made]
    assert (await get_discrepancy(store.reading, 1)).judgement == made
    assert await rank(store) is Rank.DEPRECATED


async def test_judgements_are_listed_in_their_order_and_by_what_they_are_about(store: Store) -> None:
    first, second = await judge(store), await judge(store, reason="and the mayor too")
    assert await list_judgements(store.reading) == [first, second]
    assert await list_judgements(store.reading, [1]) == [first, second]
    assert await list_judgements(store.reading, [2]) == []


async def test_undoing_gives_the_record_back_and_erases_nothing(store: Store) -> None:
    made = await judge(store, Edit(OLD, SET_ASIDE))
    touched = await undo(store, made.number)
    assert {one.key for one in touched if isinstance(one, Claim)} == {OLD.key}
    assert await rank(store) is Rank.NORMAL
    assert await list_judgements(store.reading) == [replace(made, undone=True)]
    assert (await get_discrepancy(store.reading, 1)).judgement is None
    ranks = [one.row.rank for one in await list_claim_history(store.reading, OLD.key) if isinstance(one.row, Claim)]
    assert ranks == [Rank.NORMAL, Rank.DEPRECATED, Rank.NORMAL]


async def test_undoing_brings_back_what_was_retracted_and_takes_out_what_was_made(store: Store) -> None:
    third = claim("15", by="herald")
    made = await judge(store, Edit(OLD, None), Edit(None, third))
    assert [one.written for one in await list_claims(store.reading, OLD.fact)] == ["14", "15"]
    await undo(store, made.number)
    assert {one.written for one in await list_claims(store.reading, OLD.fact)} == {"12", "14"}


async def test_what_was_built_on_since_is_not_undone_and_no_half_of_it_either(store: Store) -> None:
    made = await judge(store, Edit(OLD, SET_ASIDE), Edit(NEW, replace(NEW, rank=Rank.PREFERRED)))
    async with store.transaction() as tx:
        await add_claims(tx, [replace(SET_ASIDE, note="see the letter")], STAMP)
    with pytest.raises(Refused):
        await undo(store, made.number)
    assert await rank(store) is Rank.DEPRECATED
    assert (await get_claim(store.reading, NEW.key)).rank is Rank.PREFERRED
    assert await list_judgements(store.reading) == [made]


async def test_a_judged_pair_stays_compared_as_it_was(store: Store) -> None:
    before = await list_comparisons(store.reading, [OLD.fact])
    made = await judge(store, Edit(OLD, SET_ASIDE))
    assert await list_comparisons(store.reading, [OLD.fact]) == before
    await undo(store, made.number)
    assert await list_comparisons(store.reading, [OLD.fact]) == before

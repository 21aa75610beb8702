"""Full text: any words, in any inflection, find the rows that have them; any text at all is safe."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.record import Alias, Evidence
from bot.store import Store, open_store
from bot.store.claims import retract_claims
from bot.store.search import search_text
from bot.store.seeding import add_seed
from tests.store.rows import LATER, STAMP, claim, event, seed


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    said = replace(claim("12"), evidence=Evidence("paragraph 4", words="twelve fishermen were drowned"))
    storm = replace(event(), aliases=(Alias("Ångström gale"), Alias("Буря Ильва")))
    async with await open_store(None) as store:
        async with store.transaction() as tx:
            await add_seed(tx, seed(said, entities=(storm,)), STAMP)
        yield store


FOUND = [
    ("fishermen drown", "12"),  # inflection
    ("angstrom", "Storm Ylva"),  # without accents
    ("БУРЯ", "Storm Ylva"),  # another script, another case
    ("people kil", "people killed"),  # a last word that is still being typed
    ("gazette zeppelin", "The Gazette"),  # no row has both words, so any of them
]


@pytest.mark.parametrize(("query", "expected"), FOUND)
async def test_found(store: Store, query: str, expected: str) -> None:
    hits = await search_text(store.reading, query)
    shown = [
        getattr(hit.row, "label", None) or getattr(hit.row, "written", None) or getattr(hit.row, "property", None)
        for hit in hits
    ]
    assert shown[0] == expected


async def test_what_is_retracted_is_found_no_more(store: Store) -> None:
    async with store.transaction() as tx:
        await retract_claims(tx, [claim("12").key], LATER)
    assert await search_text(store.reading, "fishermen") == []


@given(st.text(max_size=60) | st.text(alphabet='"*():^-+{}ANDORNEAR ', max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_text_is_only_words(store: Store, query: str) -> None:
    await search_text(store.reading, query)


async def test_broken_surrogates_and_a_very_long_query_are_safe(store: Store) -> None:
    await search_text(store.reading, "caf\udce9 storm")
    await search_text(store.reading, "word " * 10_000)

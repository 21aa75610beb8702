"""Loading a story: what it adds, what it changes, what it never undoes, and what it refuses."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from bot.config import DeskSettings, Settings
from bot.desk import Desk, LoadReport
from bot.errors import BadInput
from bot.record import Alias, AliasKind, Rank, local_id
from bot.store.claims import (
    add_claims,
    list_claim_history,
    list_claims,
    list_claims_of_source,
    retract_source,
    supersede_claim,
)
from bot.store.entities import add_entities, get_entity
from bot.store.facts import add_wording, get_fact
from bot.store.sources import list_sources
from bot.values import Figure, Hedge

NOW = dt.datetime(2025, 12, 13, 10, 0, tzinfo=dt.UTC)
SEEDS = Path(__file__).parent.parent.parent / "seeds"

STORY = """
[story]
id = "ylva"
title = "Storm Ylva"
language = "en"

[[person]]
id = "mayor"
name = "Ingrid Lund"
aliases = [{ name = "Lund", kind = "short" }]

[[event]]
id = "storm"
label = "Storm Ylva"
date = "2025-12-02"
people = [{ id = "mayor", as = "spokeswoman" }]

[[fact]]
id = "dead"
of = "storm"
property = "people killed"
kind = "count"
behaviour = "cumulative"
words = ["killed"]

[[source]]
id = "gazette"
outlet = "The Gazette"
published = "2025-12-03"

[[source]]
id = "herald"
outlet = "The Herald"
"""
CLAIM = """
[[claim]]
source = "gazette"
on = "dead"
value = "at least 12"
claimant = "mayor"
locator = "paragraph 2"
"""
OTHER = """
[[claim]]
source = "herald"
on = "dead"
value = "14"
"""


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    settings = Settings(desk=DeskSettings(data=str(tmp_path / "data"), seeds=str(tmp_path / "seeds")))
    path = tmp_path / "data" / "desk.sqlite"
    async with Desk.open(path, settings, by="Ada", now=lambda: NOW) as desk:
        yield desk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds" / "ylva"
    folder.mkdir(parents=True)
    return folder


def write(folder: Path, *parts: str) -> Path:
    (folder / "story.toml").write_text("".join(parts), encoding="utf-8")
    return folder


def counts(report: LoadReport) -> dict[str, int]:
    """How many rows of each table were added, changed, retracted: {"+claim": 2}."""
    signs = (("+", report.added), ("~", report.changed), ("-", report.retracted))
    return {f"{sign}{table}": len(keys) for sign, rows in signs for table, keys in rows.items()}


async def written(desk: Desk) -> list[str]:
    return [claim.written for claim in await list_claims(desk.store.reading, "ylva/dead")]


async def test_a_story_is_loaded_with_all_it_says(desk: Desk, folder: Path) -> None:
    report = await desk.load(write(folder, STORY, CLAIM, OTHER))
    assert counts(report) == {"+story": 1, "+entity": 2, "+source": 2, "+fact": 1, "+claim": 2}
    first = (await list_claims(desk.store.reading, "ylva/dead"))[0]
    assert (first.claimant, first.recorded_by, first.recorded_at) == ("Ingrid Lund", "Ada", NOW)
    assert isinstance(first.value, Figure)
    assert (first.value.hedge, first.value.low, first.value.high) == (Hedge.AT_LEAST, Decimal(12), None)


async def test_loading_again_changes_nothing(desk: Desk, folder: Path) -> None:
    await desk.load(write(folder, STORY, CLAIM, OTHER))
    before = await desk.store.revision()
    report = await desk.load(folder)
    assert (counts(report), report.stories) == ({}, ("ylva",))
    assert await desk.store.revision() == before


async def test_a_changed_value_supersedes_the_claim(desk: Desk, folder: Path) -> None:
    await desk.load(write(folder, STORY, CLAIM, OTHER))
    report = await desk.load(write(folder, STORY, CLAIM, OTHER.replace("14", "15")))
    assert counts(report) == {"~claim": 1}
    assert await written(desk) == ["at least 12", "15"]
    everything = await list_claims(desk.store.reading, "ylva/dead", live=False)
    assert [claim.written for claim in everything] == ["at least 12", "14", "15"]


async def test_a_removed_claim_is_retracted_and_one_put_back_is_recorded_again(desk: Desk, folder: Path) -> None:
    await desk.load(write(folder, STORY, CLAIM, OTHER))
    assert counts(await desk.load(write(folder, STORY, CLAIM))) == {"-claim": 1}
    assert await written(desk) == ["at least 12"]
    assert counts(await desk.load(write(folder, STORY, CLAIM, OTHER))) == {"+claim": 1}
    assert await written(desk) == ["at least 12", "14"]


async def test_a_value_changed_and_changed_back_is_what_it_was(desk: Desk, folder: Path) -> None:
    for value in ("14", "15", "14"):
        await desk.load(write(folder, STORY, OTHER.replace("14", value)))
    assert await written(desk) == ["14"]


async def test_a_better_locator_keeps_the_claim_and_its_key(desk: Desk, folder: Path) -> None:
    await desk.load(write(folder, STORY, CLAIM))
    key = (await list_claims(desk.store.reading, "ylva/dead"))[0].key
    report = await desk.load(write(folder, STORY, CLAIM.replace("paragraph 2", "paragraph 3")))
    assert report.changed == {"claim": (key,)}
    assert [claim.evidence.locator for claim in await list_claims(desk.store.reading, "ylva/dead")] == ["paragraph 3"]
    assert len(await list_claim_history(desk.store.reading, key)) == 2


async def test_a_removed_source_goes_with_what_others_recorded_of_it(desk: Desk, folder: Path) -> None:
    await desk.load(write(folder, STORY, CLAIM, OTHER))
    own = replace((await list_claims_of_source(desk.store.reading, "ylva/herald"))[0], key="ylva/own")
    async with desk.store.transaction() as tx:
        await add_claims(tx, [own], desk.stamp())
    without = STORY.replace('[[source]]\nid = "herald"\noutlet = "The Herald"\n', "")
    assert counts(await desk.load(write(folder, without, CLAIM))) == {"-source": 1, "-claim": 2}
    assert await list_claims_of_source(desk.store.reading, "ylva/herald") == []


async def test_what_editors_added_survives_a_change_of_the_files(desk: Desk, folder: Path) -> None:
    await desk.load(write(folder, STORY, CLAIM))
    mayor = await get_entity(desk.store.reading, "ylva/mayor")
    nickname = Alias("Inga", AliasKind.NICKNAME)
    claim = (await list_claims(desk.store.reading, "ylva/dead"))[0]
    async with desk.store.transaction() as tx:
        await add_entities(tx, [replace(mayor, aliases=(*mayor.aliases, nickname))], desk.stamp("heard it"))
        await add_wording(tx, "ylva/dead", ["death toll"], desk.stamp("confirmed"))
        await supersede_claim(tx, claim.key, replace(claim, rank=Rank.PREFERRED, why="asked them"), desk.stamp())
    assert counts(await desk.load(folder)) == {}
    changed = STORY.replace("Ingrid Lund", "Ingrid Lunde").replace('["killed"]', '["killed", "dead"]')
    report = await desk.load(write(folder, changed, CLAIM.replace("paragraph 2", "paragraph 9")))
    assert {local_id(key) for key in (*report.changed["entity"], *report.changed["fact"])} == {"mayor", "dead"}
    mayor = await get_entity(desk.store.reading, "ylva/mayor")
    assert (mayor.label, mayor.aliases[-1]) == ("Ingrid Lunde", nickname)
    assert (await get_fact(desk.store.reading, "ylva/dead")).words == ("killed", "dead", "death toll")
    assert counts(await desk.load(folder)) == {}


async def test_what_editors_preferred_or_retracted_stays_so(desk: Desk, folder: Path) -> None:
    await desk.load(write(folder, STORY, CLAIM, OTHER))
    claim = (await list_claims(desk.store.reading, "ylva/dead"))[0]
    async with desk.store.transaction() as tx:
        await supersede_claim(tx, claim.key, replace(claim, rank=Rank.PREFERRED, why="asked them"), desk.stamp())
        await retract_source(tx, "ylva/herald", desk.stamp("withdrawn"))
    report = await desk.load(write(folder, STORY, CLAIM.replace("paragraph 2", "paragraph 9"), OTHER))
    assert counts(report) == {"~claim": 1}
    (kept,) = await list_claims(desk.store.reading, "ylva/dead")
    assert (kept.rank, kept.why, kept.evidence.locator) == (Rank.PREFERRED, "asked them", "paragraph 9")
    assert [local_id(one.key) for one in await list_sources(desk.store.reading)] == ["gazette"]


async def test_a_story_with_problems_changes_nothing(desk: Desk, folder: Path) -> None:
    await desk.load(write(folder, STORY, CLAIM))
    before = await desk.store.revision()
    report = await desk.load(write(folder, STORY, OTHER, CLAIM.replace('on = "dead"', 'on = "daed"')))
    assert [str(one) for one in report.problems] == [
        "story.toml:40: claim[2].on: 'daed' is not the id of a fact; did you mean dead?"
    ]
    assert (await written(desk), await desk.store.revision()) == (["at least 12"], before)


async def test_one_bad_story_does_not_keep_the_others_out(desk: Desk, folder: Path) -> None:
    bad = folder.parent / "bad"
    bad.mkdir()
    write(bad, "[story]\nid = 7")
    report = await desk.load(write(folder, STORY).parent)
    assert report.stories == ("ylva",)
    assert [problem.file for problem in report.problems] == ["bad/story.toml"]


async def test_seeds_are_read_again_only_when_they_changed(desk: Desk, folder: Path) -> None:
    write(folder, STORY, CLAIM)
    assert (await desk.load_seeds()).stories == ("ylva",)
    assert (await desk.load_seeds()).stories == ()
    write(folder, STORY, CLAIM, OTHER)
    assert counts(await desk.load_seeds()) == {"+claim": 1}


async def test_nothing_to_load_is_told(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(STORY, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    for path, sentence in ((tmp_path / "gone", "is not there"), (file, "is a file"), (tmp_path / "empty", "no TOML")):
        with pytest.raises(BadInput, match=sentence):
            await desk.load(path)


@pytest.mark.parametrize("story", sorted(one.name for one in SEEDS.iterdir() if one.is_dir()))
async def test_exported_seeds_load_without_a_change(desk: Desk, tmp_path: Path, story: str) -> None:
    first = await desk.load(SEEDS / story)
    assert first.problems == ()
    await desk.export(tmp_path / "out")
    assert counts(await desk.load(tmp_path / "out")) == {}
    with pytest.raises(BadInput, match="holds files already"):
        await desk.export(tmp_path / "out")
    async with Desk.open(None, desk.settings, by="Ben", now=lambda: NOW) as other:
        assert counts(await other.load(tmp_path / "out")) == counts(first)


async def test_words_of_every_kind_survive_export(desk: Desk, folder: Path, tmp_path: Path) -> None:
    odd = 'He said: "\\" \x7f ü 李\n[[claim]]" {x}'
    label = json.dumps(odd).replace("\x7f", "\\u007f")
    await desk.load(write(folder, STORY.replace('"Storm Ylva"\ndate', f"{label}\ndate"), CLAIM))
    await desk.export(tmp_path / "out")
    assert counts(await desk.load(tmp_path / "out")) == {}
    assert (await get_entity(desk.store.reading, "ylva/storm")).label == odd

"""Sentences of a draft against a record of several events of one kind: each number and date goes to its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.config import Settings
from bot.desk import Desk
from bot.desk.checking import Article
from bot.record import Level, Verdict

STORY = """
[story]
id = "camp"
title = "Releases from the camp at Tulm"
language = "en"
[[place]]
id = "tulm"
name = "Tulm"
[[person]]
id = "ivo-lant"
name = "Ivo Lant"
role = "trade unionist"
[[event]]
id = "may"
label = "Release of May 2031"
date = "2031-05-17"
place = "tulm"
[[event]]
id = "march"
label = "Release of March 2031"
date = "2031-03"
place = "tulm"
[[fact]]
id = "may-count"
of = "may"
property = "people freed"
kind = "count"
unit = "people"
behaviour = "fixed"
[[fact]]
id = "may-poles"
of = "may"
property = "people freed"
kind = "count"
unit = "people"
behaviour = "fixed"
scope = { nationality = "Polish" }
part_of = "may-count"
[[fact]]
id = "may-date"
of = "may"
property = "date of the release"
kind = "date"
behaviour = "fixed"
[[fact]]
id = "march-count"
of = "march"
property = "people freed"
kind = "count"
unit = "people"
behaviour = "fixed"
[[fact]]
id = "march-date"
of = "march"
property = "date of the release"
kind = "date"
behaviour = "fixed"
[[fact]]
id = "lant-date"
of = "ivo-lant"
property = "date of his release"
kind = "date"
behaviour = "fixed"
[[fact]]
id = "lant-freed"
of = "ivo-lant"
property = "freed"
kind = "status"
[[fact]]
id = "held"
of = "tulm"
property = "prisoners still held"
kind = "count"
unit = "people"
behaviour = "level"
[[source]]
id = "base"
outlet = "Base"
published = "2031-05-18"
"""
CLAIMS = {
    "may-count": "147",
    "may-poles": "eight",
    "may-date": "17 May 2031",
    "march-count": "63",
    "march-date": "March 2031",
    "lant-date": "January 2030",
    "lant-freed": "released",
    "held": "more than 900",
}


@pytest.fixture
async def camp(tmp_path: Path) -> AsyncIterator[Desk]:
    claims = [f'[[claim]]\nsource = "base"\non = "{on}"\nvalue = "{value}"\n' for on, value in CLAIMS.items()]
    (tmp_path / "story.toml").write_text(STORY + "".join(claims), encoding="utf-8")
    async with Desk.open(None, Settings(), by="tester", now=lambda: datetime(2031, 6, 1, tzinfo=UTC)) as desk:
        assert not (await desk.load(tmp_path)).problems
        yield desk


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb around its object
        ("The camp at Tulm let 174 prisoners go on 17 May.", ["174 may-count"]),
        ("Tulm set 147 prisoners free on 17 May.", []),
        # "them" are those the sentence before told of
        ("Tulm freed 147 prisoners on 17 May. Nine Polish citizens were among them.", ["Nine may-poles"]),
        ("Tulm freed 147 prisoners on 17 May. Among the 147 were nine Poles.", ["nine may-poles"]),
        # each date belongs to the number beside it
        ("At Tulm 63 were released in March, and 147 more on 17 May 2031.", []),
        ("Tulm released 63 people in April 2031 and 147 on 17 May.", ["April 2031 march-date"]),
        # one verb for the whole list
        ("Tulm freed 63 prisoners in March and 174 on 17 May.", ["174 may-count"]),
        # a country they were taken to is not their nation
        ("Of those freed at Tulm on 17 May, 120 were taken to Poland.", []),
        # what the record says of a person by name goes before what it says of an event
        ("Ivo Lant was released from Tulm in May 2031.", ["May 2031 lant-date"]),
        # who is free has been in prison
        ("Ivo Lant spent 300 days in prison at Tulm.", []),
        # asked for, not done
        ("At Tulm the envoy asked the governor to release 200 people.", []),
        # those still there, in other words
        ("Some 400 prisoners remain behind bars at Tulm.", ["Some 400 held"]),
    ],
)
async def test_drafts(camp: Desk, text: str, expected: list[str]) -> None:
    report = await camp.check(Article(text, "Draft", "2031-05-20"))
    found = [f"{one.words} {one.fact.rpartition('/')[2]}" for one in report.findings]
    assert found == expected


async def test_a_source_that_sides_with_one_of_two_is_recorded(camp: Desk) -> None:
    one = Article("On 17 May 119 prisoners were freed from the camp at Tulm.", "Later", "2031-05-19")
    assert len((await camp.add(await camp.plan(one))).opened) == 1
    two = Article("The camp at Tulm freed 147 prisoners on 17 May.", "Third", "2031-05-20")
    added = await camp.add(await camp.plan(two))
    assert "147" in [claim.written for claim in added.recorded]
    assert (len(added.opened), len(added.joined)) == (0, 1)


async def test_what_somebody_was_before_is_recorded_of_nobody(camp: Desk) -> None:
    text = "Among those freed on 17 May were Mia Brandt and Ivo Lant, who had spent five years behind bars."
    planned = await camp.plan(Article(text, "Later", "2031-05-19"))
    assert not [one for one in planned.proposals if "behind bars" in one.claim.written]
    assert not (await camp.add(planned)).opened


DISPUTED = """
[story]
id = "pit"
title = "Explosion at the Orla pit"
language = "en"
[[place]]
id = "orla"
name = "Orla"
[[organisation]]
id = "union"
name = "Miners' Union"
[[organisation]]
id = "ministry"
name = "Ministry of Mines"
[[person]]
id = "pavel-brandt"
name = "Pavel Brandt"
role = "spokesman of the Ministry of Mines"
aliases = [{ name = "Pavel Brant", kind = "misspelling" }]
[[person]]
id = "rada-kos"
name = "Rada Kos"
[[event]]
id = "blast"
label = "Explosion at the Orla pit"
date = "2031-05-17"
place = "orla"
[[fact]]
id = "dead"
of = "blast"
property = "people killed"
kind = "count"
unit = "people"
behaviour = "fixed"
[[fact]]
id = "hurt"
of = "blast"
property = "people injured"
kind = "count"
unit = "people"
behaviour = "fixed"
[[fact]]
id = "hurt-miners"
of = "blast"
property = "people injured"
kind = "count"
unit = "people"
behaviour = "fixed"
scope = { trade = "miners" }
part_of = "hurt"
[[fact]]
id = "rada-rescued"
of = "rada-kos"
property = "date of her rescue"
kind = "date"
behaviour = "fixed"
[[fact]]
id = "missing"
of = "blast"
property = "people missing"
kind = "count"
unit = "people"
behaviour = "fixed"
[[source]]
id = "base"
outlet = "Base"
published = "2031-05-18"
[[claim]]
source = "base"
on = "dead"
value = "10"
claimant = "Ministry of Mines"
[[claim]]
source = "base"
on = "dead"
value = "14"
claimant = "Miners' Union"
[[claim]]
source = "base"
on = "hurt-miners"
value = "27"
[[claim]]
source = "base"
on = "rada-rescued"
value = "18 May 2031"
[[claim]]
source = "base"
on = "missing"
value = "more than 30"
claimant = "Ministry of Mines"
"""


@pytest.fixture
async def pit(tmp_path: Path) -> AsyncIterator[Desk]:
    (tmp_path / "story.toml").write_text(DISPUTED, encoding="utf-8")
    async with Desk.open(None, Settings(), by="tester", now=lambda: datetime(2031, 6, 1, tzinfo=UTC)) as desk:
        assert not (await desk.load(tmp_path)).problems
        yield desk


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # disputed in the record, and the draft does not say who says it
        ("The explosion at Orla killed 10 people.", [("10", Verdict.DISPUTED, Level.NOTE)]),
        # put down to the one who says it
        ("The explosion at Orla killed 14 people, the union said.", []),
        ("According to the Ministry of Mines, 10 people were killed at Orla.", []),
        # somebody who speaks for it
        ("At Orla 10 people were killed, Pavel Brandt said on Sunday.", []),
        # the same voice with another number
        (
            "The Ministry of Mines said the explosion at Orla killed 12 people.",
            [("12", Verdict.CONTRADICTS, Level.ALERT)],
        ),
        # nobody in particular: the outlet's own word
        ("Officials said 45 people were killed in the explosion at Orla.", [("45", Verdict.CONTRADICTS, Level.ALERT)]),
        # two named voices
        ("The fire brigade said 22 people were missing at Orla.", [("22", Verdict.DISPUTED, Level.NOTE)]),
        # a hedge that was lost
        ("After the explosion at Orla 30 people were missing.", [("30", Verdict.HEDGE, Level.NOTE)]),
        # less than a part of it, though the record has no total
        ("The explosion at Orla injured 24 people.", [("24", Verdict.CONTRADICTS, Level.ALERT)]),
        # a surname alone as the record knows it misspelt
        (
            "At Orla Pavel Brandt thanked the crews. Reporters asked Brant for more.",
            [("Brant", Verdict.SPELLING, Level.ALERT)],
        ),
        # one of those told of
        (
            "Six miners were rescued at Orla on 20 May. Among them was Rada Kos.",
            [("20 May", Verdict.CONTRADICTS, Level.ALERT)],
        ),
    ],
)
async def test_voices_hedges_and_parts(pit: Desk, text: str, expected: list[tuple[str, Verdict, Level]]) -> None:
    report = await pit.check(Article(text, "Draft", "2031-05-24"))
    found = [(one.words, one.comparison.verdict, one.comparison.level) for one in report.findings]
    assert found == expected

"""Sentences of a draft against a record of several events of one kind: each number and date goes to its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.config import Settings
from bot.desk import Desk
from bot.desk.checking import Article

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

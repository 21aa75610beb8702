"""Texts against a record through the desk: what a careful desk would find in reports of many kinds of news."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.config import Settings
from bot.desk import Desk
from bot.desk.checking import Article
from bot.desk.judging import Wanted
from bot.errors import BadInput
from bot.record import Level
from tests.cases.stories import case_files, outcome_of, read_reports, write_story


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with Desk.open(None, Settings(), by="tester", now=lambda: datetime(2026, 1, 1, tzinfo=UTC)) as opened:
        yield opened


async def test_cases_of_other_news(tmp_path: Path) -> None:
    """The goals of the shared cases, held on cases of other kinds of news: most found, next to nothing false."""
    score: Counter[str] = Counter()
    told = []
    for path in case_files():
        async with Desk.open(None, Settings(), by="tester", now=lambda: datetime(2026, 1, 1, tzinfo=UTC)) as desk:
            loaded = await desk.load(write_story(path, tmp_path))
            assert not loaded.problems, [str(problem) for problem in loaded.problems]
            for report in read_reports(path):
                checked = await desk.check(Article(report.text, report.outlet, report.published))
                outcome = outcome_of(report, checked.findings)
                score["expected"] += len(report.expected)
                score["missed"] += len(outcome.missed)
                score["false alarms"] += len(outcome.false_alarms)
                score["needless notes"] += len(outcome.needless_notes)
                told += [f"{report.name}: {outcome}"]
    assert score["missed"] <= score["expected"] // 6, told
    assert score["false alarms"] <= 1, told
    assert score["needless notes"] <= 6, told


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
async def test_adding_alerts_on_what_checking_showed(desk: Desk, tmp_path: Path, path: Path) -> None:
    await desk.load(write_story(path, tmp_path))
    for report in list(read_reports(path))[-2:]:
        article = Article(report.text, report.outlet, report.published)
        known = {view.discrepancy.number for view in (await desk.discrepancies(Wanted(everything=True))).shown}
        shown = {one.fact for one in (await desk.check(article)).findings if one.comparison.level is Level.ALERT}
        await desk.add(await desk.plan(article))
        opened = [one.discrepancy for one in (await desk.discrepancies()).shown if one.discrepancy.number not in known]
        assert {one.fact for one in opened if one.comparison.level is Level.ALERT} <= shown


STORY = """
[story]
id = "mill"
title = "Mill fire"
language = "en"
[[place]]
id = "calder-mill"
name = "Calder Mill"
[[person]]
id = "ann-rook"
name = "Ann Rook"
role = "fire chief"
[[event]]
id = "fire"
label = "Fire at Calder Mill"
date = "2031-05-02"
place = "Halifax"
[[fact]]
id = "killed"
of = "fire"
property = "people killed"
kind = "count"
unit = "people"
behaviour = "cumulative"
[[fact]]
id = "injured"
of = "fire"
property = "people injured"
kind = "count"
unit = "people"
behaviour = "fixed"
[[source]]
id = "base"
outlet = "Base"
published = "2031-05-03"
[[claim]]
source = "base"
on = "killed"
value = "12"
as_of = "2031-05-03"
[[claim]]
source = "base"
on = "injured"
value = "31"
"""


@pytest.fixture
async def mill(desk: Desk, tmp_path: Path) -> Desk:
    (tmp_path / "story.toml").write_text(STORY, encoding="utf-8")
    assert not (await desk.load(tmp_path)).problems
    return desk


@pytest.mark.parametrize(
    ("text", "level", "fact"),
    [
        # a later higher toll is news
        ("The toll of the fire at Calder Mill has reached 15.", Level.NOTE, "killed"),
        # a later lower one cannot be
        ("Nine people died in the fire at Calder Mill.", Level.ALERT, "killed"),
        # a finished count that differs
        ("The fire at Calder Mill killed 12 people and injured 34.", Level.ALERT, "injured"),
        # the same in words
        ("A dozen people died at Calder Mill and thirty-one were hurt.", None, ""),
        # another fire, long ago
        ("The fire at Calder Mill was the worst since 1994, when 40 people died.", None, ""),
        # some of the dead
        ("Of the dead at Calder Mill, five were women.", None, ""),
        # women only
        ("Seven women were killed in the fire at Calder Mill.", None, ""),
        # feared, not known
        ("Some 40 people are feared dead in the fire at Calder Mill.", None, ""),
        # on top of those known
        ("Rescuers at Calder Mill found two more bodies.", None, ""),
        # another story
        ("In Ostrava 44 people were killed by a flood.", None, ""),
        # a name misspelt
        ("Fire chief Ann Rooke thanked the crews at Calder Mill.", Level.NOTE, ""),
    ],
)
async def test_findings(mill: Desk, text: str, level: Level | None, fact: str) -> None:
    report = await mill.check(Article(text, "Later", "2031-05-05"))
    found = [(one.comparison.level, one.fact.rpartition("/")[2]) for one in report.findings]
    assert found == ([(level, fact)] if level else [])


async def test_a_place_is_reported_once(mill: Desk) -> None:
    text = "At Calder Mill 34 people were injured. Of the fire's victims, 34 were hurt by smoke, the hospital said."
    report = await mill.check(Article(text, "Later", "2031-05-05"))
    assert len([one for one in report.findings if one.fact.endswith("injured")]) == 1


async def test_offsets_are_those_of_the_text(mill: Desk) -> None:
    text = "\n\n  Halifax — “It’s over.”\nThe fire at Calder Mill injured 34 people.\n"
    report = await mill.check(Article(text, "Later", "2031-05-05"))
    assert [text[one.start : one.end] for one in report.findings] == ["34"]
    assert all(text[one.start : one.end] == one.words for one in report.claims)


async def test_unlinked_mentions_say_why(mill: Desk) -> None:
    report = await mill.check(Article("Calder Mill has 7 chimneys.", "Later", "2031-05-05"))
    assert [(one.words, str(one.why)) for one in report.claims] == [("7", "nothing in the record speaks of this")]


@pytest.mark.parametrize("text", ["", "   \n", "\u202e\u05d0\u05d1 12", "🔥" * 50, "12 " * 500])
async def test_odd_texts_are_a_clean_report(mill: Desk, text: str) -> None:
    assert (await mill.check(Article(text))).findings == ()


async def test_a_wrong_date_is_told(mill: Desk) -> None:
    with pytest.raises(BadInput, match="2031-13-40"):
        await mill.check(Article("text", published="2031-13-40"))

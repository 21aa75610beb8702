"""The real story from files to alerts: what a careful desk finds among the five articles, and silence elsewhere."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bot.answers import DiscrepancyView
from bot.cli import run
from bot.desk.judging import Wanted
from bot.record import Level, local_id
from tests.desk.stories import open_desk

SEEDS = Path(__file__).parent.parent / "seeds" / "belarus-2025"

# fact, level, the two sides as written in some source
FOUND = [
    ("envoy-surname", Level.ALERT, {"Cole", "Coale"}),
    ("release-52-date", Level.ALERT, {"September 2025", "In November"}),
    ("belavia-relief-date", Level.ALERT, {"Last September", "In November"}),
    ("tikhanovsky-freed-date", Level.ALERT, {"last June", "In November"}),
    ("november-count", Level.ALERT, {"31", "52"}),
    ("quote-steps", Level.ALERT, {"baby steps to more confident steps"}),
    ("quote-constant-talk", Level.ALERT, {"constantly talking to each other"}),
    ("pardons-2025", Level.ALERT, {"170", "123", "52"}),
    ("bialiatski-viasna", Level.NOTE, {"founder", "co-founder"}),
    ("potash-relief-extent", Level.NOTE, {"partially lift", "lift"}),
    ("potash-relief-stage", Level.NOTE, {"would lift", "lifted"}),
    ("stefanovic-freed", Level.NOTE, {"freed", "had not been freed"}),
    ("potash-share-national-exports", Level.NOTE, {"over 20 percent", "approximately 20 percent", "about 20%"}),
]

# facts on which the articles differ in words only
SILENT = [
    "release-52-count",  # over 50 / more than 50 / 52
    "freed-since-2024",  # more than 430 / surpassed 430
    "still-held",  # more than a thousand / more than 1,000
    "bialiatski-sentence-length",  # a decade / 10 years
    "bialiatski-sentence-date",  # March 2023 / 2023
    "lukashenko-since",  # since 1994 / more than three decades
    "lukashenko-rule-length",
    "release-count",  # 123 / 123, five of one nationality, 109 + 5 of them
    "release-ukrainians",
    "release-belarusians-to-ukraine",
    "us-citizens-freed",  # six over all releases / one among the 123
    "release-americans",
    "allied-citizens-freed",
    "bialiatski-custody",  # 1,613 days against the two dates
    "bialiatski-surname",  # transliterations that the record lists as such
    "kalesnikava-surname",
    "babaryka-surname",
    "tsikhanouskaya-surname",
    "talks-date",  # 12 December / 12 and 13 December
    "trump-request",
    "babaryka-arrest-date",
]


async def list_views(tmp_path: Path) -> list[DiscrepancyView]:
    async with open_desk(tmp_path / "desk.sqlite") as desk:
        await desk.load(SEEDS)
        return list((await desk.discrepancies(Wanted())).shown)


async def test_the_five_articles(tmp_path: Path) -> None:
    views = await list_views(tmp_path)
    by_fact = {(local_id(view.fact.key), view.discrepancy.comparison.level): view for view in views}
    for fact, level, written in FOUND:
        view = by_fact[fact, level]
        assert {voice.claim.written for voice in (*view.recorded, *view.new)} >= written, fact
    assert not {local_id(view.fact.key) for view in views} & set(SILENT)
    alerts = [local_id(view.fact.key) for view in views if view.discrepancy.comparison.level is Level.ALERT]
    assert sorted(alerts) == sorted(fact for fact, level, _ in FOUND if level is Level.ALERT)
    assert len(alerts) == len(set(alerts))


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "story"
    shutil.copytree(SEEDS, folder)
    return folder


def stet(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Run one command; its status and what it printed, complaints included."""
    status = run(words)
    printed = capsys.readouterr()
    return status, printed.out + printed.err


def add_source(folder: Path, fact: str, value: str, more: str = "") -> None:
    text = (
        f'[[source]]\nid = "later"\noutlet = "Later"\n[[claim]]\nsource = "later"\non = "{fact}"\nvalue = "{value}"\n'
    )
    (folder / "later.toml").write_text(text + more, "utf-8")


def test_one_added_source_raises_exactly_one_alert(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A month on which the five articles agree, and a sixth that says November."""
    db = str(tmp_path / "desk.sqlite")
    status, printed = stet(capsys, "load", str(story), "--db", db)
    assert (status, printed.count("ALERT ")) == (0, 8)
    add_source(story, "statkevich-freed-date", "In November", 'normal = "2025-11"\n')
    status, printed = stet(capsys, "load", str(story), "--db", db)
    assert (status, printed.count("ALERT ")) == (0, 1)
    assert "“September 2025” / “In November” (1 against 1)" in printed
    status, printed = stet(capsys, "load", str(story), "--db", db)
    assert "ALERT" not in printed


def test_a_source_that_sides_with_one_that_is_known_joins_it(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = str(tmp_path / "desk.sqlite")
    stet(capsys, "load", str(story), "--db", db)
    add_source(story, "release-52-date", "November", 'normal = "2025-11"\n')
    _, printed = stet(capsys, "load", str(story), "--db", db)
    assert "ALERT" not in printed
    _, printed = stet(capsys, "discrepancies", "--db", db)
    assert "“September 2025” / “In November” (3 against 2)" in printed


def test_judging_from_the_terminal(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db = str(tmp_path / "desk.sqlite")
    _, printed = stet(capsys, "load", str(story), "--db", db, "--json")
    alerts = json.loads(printed)["alerts"]
    number = next(
        str(one["view"]["discrepancy"]["number"])
        for one in alerts
        if one["view"]["fact"]["key"].endswith("release-52-date")
    )
    _, printed = stet(capsys, "discrepancies", number, "--db", db)
    assert "recorded" in printed
    assert "Gaya One" in printed
    assert stet(capsys, "judge", number, "recorded-right", "--why", "the list of names", "--db", db)[0] == 0
    _, printed = stet(capsys, "when", "release of the 52", "--db", db)
    assert printed.startswith("September 2025")
    assert f"judged {number}" in printed
    assert "the list of names" in printed
    for words in (("why", number), ("history", number), ("history", "release-52-date"), ("digest",), ("alerts",)):
        assert stet(capsys, *words, "--db", db)[0] == 0
    # the losing side gets a new voice: the pair is asked about again, and says why
    add_source(story, "release-52-date", "November", 'normal = "2025-11"\n')
    _, printed = stet(capsys, "load", str(story), "--db", db)
    assert printed.count("ALERT ") == 1
    assert "Later says “November” too" in printed
    assert stet(capsys, "undo", number, "--db", db)[0] == 0
    assert stet(capsys, "retract", "later", "--why", "a test", "--db", db)[0] == 0


# words of the command, what the one sentence names
WRONG = [
    (("judge", "1", "perhaps", "--why", "x"), "no judgement"),
    (("judge", "1", "recorded", "right"), "--why"),
    (("judge", "999", "recorded", "right", "--why", "x"), "999"),
    (("judge", "one", "recorded", "right", "--why", "x"), "one"),
    (("undo",), "no judgement"),
    (("snooze", "1"), "--until"),
    (("why", "999"), "999"),
    (("history", "qqqqqqqq"), "qqqqqqqq"),
    (("retract", "nobody", "--why", "x"), "nobody"),
    (("retract", "gaya-one"), "--why"),
    (("discrepancies", "--level", "loud"), "loud"),
]


def test_bad_input_is_one_sentence_and_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db = str(tmp_path / "desk.sqlite")
    stet(capsys, "load", str(SEEDS), "--db", db)
    for words, named in WRONG:
        status, printed = stet(capsys, *words, "--db", db)
        assert (status, printed.count("\n")) == (2, 1), words
        assert named in printed, words

"""`stet record`: the record edited by hand from the terminal, with one clear sentence for what cannot be done."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk.stories import write_base, write_source
from tests.terminal.conftest import Stet


@pytest.fixture
def db(stet: Stet, tmp_path: Path) -> str:
    folder = write_base(tmp_path / "flood")
    write_source(folder, "post", [("dead", "12")], 'published = "2025-09-12"')
    write_source(folder, "echo", [])
    path = str(tmp_path / "desk.sqlite")
    assert stet("load", str(folder), "--db", path)[0] == 0
    return path


def record(stet: Stet, db: str, *words: str) -> dict[str, Any]:
    status, out, err = stet("record", *words, "--json", "--db", db)
    assert (status, err) == (0, "")
    answer: dict[str, Any] = json.loads(out)
    return answer


def test_a_claim_that_contradicts_is_told_with_its_alert(stet: Stet, db: str) -> None:
    answer = record(
        stet, db, "claim", "dead", "15", "--source", "echo", "--claimant", "police", "--as-of", "2025-09-13",
        "--locator", "paragraph 3", "--quote", "15 people died",
    )  # fmt: skip
    assert (answer["act"], len(answer["opened"]), len(answer["alerts"])) == ("added", 1, 1)
    assert answer["row"]["evidence"]["words"] == "15 people died"
    assert "15" in stet("figure", "people", "killed", "--db", db)[1]
    assert stet("alerts", "--db", db)[1].count("police") <= 1


def test_a_story_is_told_from_nothing(stet: Stet, tmp_path: Path) -> None:
    db = str(tmp_path / "new.sqlite")
    for words in (
        ("add", "story", "The strike", "--language", "en"),
        ("add", "person", "Olga Marsh", "--role", "union leader"),
        ("add", "organisation", "Dock Union"),
        ("add", "event", "The walkout", "--date", "May 2025", "--people", "Olga Marsh=leader"),
        ("add", "fact", "The walkout", "workers on strike", "--kind", "count", "--unit", "workers"),
        ("add", "source", "The Gull", "--title", "Docks fall silent", "--published", "2025-05-04"),
        ("claim", "workers on strike", "more than 300", "--source", "The Gull"),
        ("alias", "Olga Marsh", "Volha Marsh", "--kind", "transliteration", "--source", "The Gull"),
        ("edit", "source", "The Gull", "--origin", "AP", "--reliability", "B2"),
    ):
        record(stet, db, *words)
    assert "Volha Marsh" in stet("who", "volha", "marsh", "--db", db)[1]
    assert "more than 300" in stet("figure", "workers on strike", "--db", db)[1]


def test_a_merger_and_its_undoing(stet: Stet, db: str) -> None:
    record(stet, db, "add", "person", "Ann Reid")
    assert "Ann Reed (ann-reed) · Ann Reid" in stet("record", "same", "--db", db)[1]
    assert record(stet, db, "merge", "ann-reid", "ann-reed", "--why", "one diver")["kept"]["label"] == "Ann Reed"
    assert stet("who", "Ann", "Reid", "--db", db)[1].startswith("Ann Reed")
    record(stet, db, "split", "ann-reed", "--why", "two divers")
    record(stet, db, "apart", "ann-reed", "ann-reid", "--why", "two divers")
    assert "no two names" in stet("record", "same", "--db", db)[1]


def test_claims_are_listed_with_the_ids_that_edit_and_retract_take(stet: Stet, db: str) -> None:
    status, out, _ = stet("record", "claims", "people", "killed", "--json", "--db", db)
    key = json.loads(out)[0]["claim"]["key"].rpartition("/")[2]
    assert status == 0
    assert record(stet, db, "edit", "claim", key, "--value", "13", "--why", "misread")["changes"][0]["after"] == "13"
    out = stet("record", "claims", "post", "--db", db)[1]
    key = out.splitlines()[1].split()[0]
    assert "retracted" in stet("record", "retract", key, "--why", "a parody", "--db", db)[1]
    assert "0 claims" in stet("record", "claims", "post", "--db", db)[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "required"),  # nothing to do
        (("add", "planet", "Mars"), "planet"),  # no such table
        (("add", "person", "🔥"), "no letter"),  # no name
        (("add", "person", "Ann Reed"), "ann-reed"),  # there already
        (("add", "person", "Bo Lind", "--story", "nope"), "no story 'nope'"),  # no such story
        (("claim", "dead", "12"), "--source"),  # an option too few
        (("claim", "dead", "12", "--source", "nobody"), "no source 'nobody'"),  # an unknown source
        (("claim", "dead", "twelvish", "--source", "echo"), "number"),  # a value that is none
        (("alias", "ann-reed", "Annie", "--kind", "pet"), "no kind of name"),  # an unknown kind
        (("edit", "person", "ann-reed"), "nothing was changed"),  # nothing given
        (("edit", "source", "post", "--url", "post.example"), "not a link"),  # half an address
        (("retract", "ffff", "--why", "x"), "no claim 'ffff'"),  # an unknown claim
        (("merge", "ann-reed", "flood-event", "--why", "x"), "not of one kind"),  # a person and an event
        (("merge", "ann-reed", "ann reed", "--why", "x"), "both names"),  # one and the same
        (("apart", "ann-reed", "flood-event"), "reason"),  # no reason
        (("split", "ann-reed", "--why", "x"), "nothing was merged"),  # never merged
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(stet: Stet, db: str, words: tuple[str, ...], told: str) -> None:
    status, out, err = stet("record", *words, "--db", db)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert told in err

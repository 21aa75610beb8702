"""Adding an article: what is sure is recorded, the rest waits, the same text twice changes nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.conftest import Stet

STORY = """
[story]
id = "ferry"
title = "The ferry Halcyon"
language = "en"

[[place]]
id = "marrow-bay"
name = "Marrow Bay"

[[event]]
id = "sinking"
label = "Sinking of the ferry Halcyon"
date = "2026-03-01"
place = "marrow-bay"
words = ["ferry", "sank", "Halcyon"]

[[fact]]
id = "rescued"
of = "sinking"
property = "people rescued"
kind = "count"
unit = "people"
behaviour = "fixed"
words = ["rescued", "saved"]

[[fact]]
id = "crew"
of = "sinking"
property = "crew members aboard"
kind = "count"
unit = "people"
behaviour = "fixed"
words = ["crew", "aboard"]

[[source]]
id = "harbour-post"
outlet = "Harbour Post"
published = "2026-03-02"

[[claim]]
source = "harbour-post"
on = "rescued"
value = "212"
locator = "paragraph 1"

[[claim]]
source = "harbour-post"
on = "crew"
value = "31"
locator = "paragraph 2"
"""
TEXT = "The ferry Halcyon sank in Marrow Bay on 1 March 2026. Rescuers saved {rescued} people, the coast guard said.\n"


@pytest.fixture
def db(stet: Stet, tmp_path: Path) -> str:
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "story.toml").write_text(STORY, encoding="utf-8")
    path = str(tmp_path / "desk.sqlite")
    assert stet("load", str(folder), "--db", path)[0] == 0
    return path


def add(stet: Stet, db: str, text: str, tmp_path: Path, *words: str) -> dict[str, Any]:
    page = tmp_path / "report.txt"
    page.write_text(text, encoding="utf-8")
    status, out, err = stet(
        "add", str(page), "--outlet", "Bay Wire", "--title", "Ferry", "--published", "2026-03-03", "--yes", "--json",
        "--db", db, *words,
    )  # fmt: skip
    assert (status, err) == (0, "")
    answer: dict[str, Any] = json.loads(out)
    return answer


def test_what_is_sure_is_recorded_and_found_again(stet: Stet, db: str, tmp_path: Path) -> None:
    answer = add(stet, db, TEXT.format(rescued=212), tmp_path)
    assert [(c["fact"], c["value"]) for c in answer["recorded"]] == [("rescued", "212")]
    assert "Bay Wire" in stet("figure", "people", "rescued", "--db", db)[1]


def test_a_contradiction_alerts_once(stet: Stet, db: str, tmp_path: Path) -> None:
    answer = add(stet, db, TEXT.format(rescued=208), tmp_path)
    assert len(answer["alerts"]) == 1
    assert add(stet, db, TEXT.format(rescued=208), tmp_path)["alerts"] == []


def test_the_same_text_again_changes_nothing(stet: Stet, db: str, tmp_path: Path) -> None:
    add(stet, db, TEXT.format(rescued=212), tmp_path)
    again = add(stet, db, TEXT.format(rescued=212), tmp_path)
    assert (again["unchanged"], again["recorded"]) == (True, [])


def test_a_new_version_takes_the_place_of_the_old(stet: Stet, db: str, tmp_path: Path) -> None:
    add(stet, db, TEXT.format(rescued=212), tmp_path)
    again = add(stet, db, TEXT.format(rescued=208), tmp_path)
    assert again["changes"] == [{"fact": "ferry/rescued", "before": "212", "after": "208"}]
    out = stet("sources", "people", "rescued", "--db", db)[1]
    assert out.count("Bay Wire: “") == 1
    assert "“208”" in out


def test_a_page_is_read_like_a_text(stet: Stet, db: str, tmp_path: Path) -> None:
    body = TEXT.format(rescued=212) + "The tide was low and the wind was strong, and boats from three harbours came."
    answer = add(stet, db, f"<!doctype html><html><body><article><p>{body}</p></article></body></html>", tmp_path)
    text = str(answer["text"])
    (claim,) = answer["recorded"]
    place = next(one for one in answer["claims"] if one["fact"] == "rescued")
    assert claim["value"] == text[place["start"] : place["end"]] == "212"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "no-such-file.txt"), "no-such-file.txt cannot be read"),  # a missing file
        (("check", "no-such-file.txt"), "no-such-file.txt cannot be read"),  # likewise
        (("accept", "0000"), "0000"),  # an unknown claim
    ],
)
def test_wrong_use(stet: Stet, db: str, words: tuple[str, ...], told: str) -> None:
    status, _, err = stet(*words, "--db", db)
    assert status == 2
    assert told in err


def test_a_wrong_date_is_told(stet: Stet, db: str, tmp_path: Path) -> None:
    page = tmp_path / "report.txt"
    page.write_text("Text.", encoding="utf-8")
    status, _, err = stet("check", str(page), "--published", "2026-13-01", "--db", db)
    assert (status, "--published" in err) == (2, True)


@pytest.mark.parametrize("raw", [b"", b"\x00\x01\x02" * 50, b"%PDF-1.4"])
def test_what_is_no_text_is_told(stet: Stet, db: str, tmp_path: Path, raw: bytes) -> None:
    page = tmp_path / "report.txt"
    page.write_bytes(raw)
    status, out, err = stet("check", str(page), "--db", db)
    assert (status, out) == (2, "")
    assert err.startswith("stet: ")

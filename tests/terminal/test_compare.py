"""`stet compare`: one pair or a stream of pairs to verdicts with their reasons."""

from __future__ import annotations

import json

import pytest

from tests.terminal.conftest import Stet

PAIRS = [
    ("figure", "52", "fifty-two", "agrees"),  # one number in two forms
    ("figure", "more than 430", "430", "hedge"),  # the hedge lost
    ("figure", "$5 million", "€5 million", "contradicts"),  # the same digits in another currency
    ("figure", "dozens", "14", "loose"),  # a vague word, close by
    ("figure", "no survivors", "two survivors", "contradicts"),  # none in words
    ("date", "13 December 2025", "December 13", "agrees"),  # the year is taken from the other
    ("date", "September 2025", "November 2025", "contradicts"),  # months that do not overlap
    ("date", "a week", "seven days", "agrees"),  # lengths count as dates
    ("date", "14:51", "3.30pm", "contradicts"),  # times of day
    ("date", "no date here", "2025", "not comparable"),  # says so, and goes on
    ("name", "Alexander Lukashenko", "Aliaksandr Lukashenka", "variant"),  # names have verdicts of their own
    ("name", "John Cole", "John Kelly", "different"),
]


@pytest.mark.parametrize(("kind", "a", "b", "verdict"), PAIRS)
def test_verdicts(stet: Stet, kind: str, a: str, b: str, verdict: str) -> None:
    status, out, _ = stet("compare", kind, a, b, "--json")
    answer = json.loads(out)
    assert status == 0
    assert set(answer) == {"id", "verdict", "score", "why"}
    assert answer["verdict"] == verdict
    assert 0 <= answer["score"] <= 1
    assert answer["why"]


def test_for_people(stet: Stet) -> None:
    status, out, _ = stet("compare", "figure", "52", "51")
    assert status == 0
    assert out.splitlines()[0].startswith("contradicts")
    assert "“52” and “51”" in out


def test_relative_dates_count_from_the_day_of_publication(stet: Stet) -> None:
    _, out, _ = stet("compare", "date", "last September", "September 2025", "--published", "2025-12-13", "--json")
    assert json.loads(out)["verdict"] == "agrees"


def test_stream_keeps_order_and_ids(stet: Stet) -> None:
    cases = [{"id": "x", "a": "52", "b": "51"}, {"id": 2, "a": "", "b": "51"}, {"a": "about 50", "b": "52"}]
    status, out, _ = stet("compare", "figure", "--jsonl", typed="".join(json.dumps(case) + "\n" for case in cases))
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [(row["id"], row["verdict"]) for row in answers] == [
        ("x", "contradicts"),
        (2, "not comparable"),
        (None, "refines"),
    ]


BAD = [
    (("compare", "figure", "52"), "", "two figures"),  # one value only
    (("compare", "figure", "--jsonl"), '{"a": 1}', "line 1"),  # not two texts
    (("compare", "figure", "--jsonl"), "nonsense", "line 1"),  # not JSON
    (("compare", "colour", "red", "blue"), "", "colour"),  # no such kind
]


@pytest.mark.parametrize(("words", "typed", "said"), BAD)
def test_bad_input_is_one_sentence(stet: Stet, words: tuple[str, ...], typed: str, said: str) -> None:
    status, out, err = stet(*words, typed=typed)
    assert status == 2
    assert not out
    assert said in err
    assert "Traceback" not in err

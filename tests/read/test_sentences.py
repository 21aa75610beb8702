"""Sentences and paragraphs: what ends one and what only looks like it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.read.sentences import find_paragraphs, find_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One came. Two left.", ["One came.", "Two left."]),
        ("The U.S. envoy met Dr. Smith on Aug. 1 in Minsk.", ["The U.S. envoy met Dr. Smith on Aug. 1 in Minsk."]),
        ("He lives in the U.S. The envoy does not.", ["He lives in the U.S.", "The envoy does not."]),
        ("John F. Kennedy spoke. All listened.", ["John F. Kennedy spoke.", "All listened."]),
        ("“Stop!” he said. “Why?” Nobody knew.", ["“Stop!” he said.", "“Why?”", "Nobody knew."]),
        ("It rose 1.5 percent. No more.", ["It rose 1.5 percent.", "No more."]),
        ("A heading\nThe story begins. It ends.", ["A heading", "The story begins.", "It ends."]),
        ("发生火灾。三人死亡。", ["发生火灾。", "三人死亡。"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_sentences(text)] == expected


def test_a_line_broken_by_width_goes_on() -> None:
    text = "The ministry said that the number of people hurt in the accident on\nSunday had risen. More soon."
    assert len(find_sentences(text)) == 2


def test_paragraphs_lie_between_blank_lines() -> None:
    text = "First line\nsecond line\n\n\n  Third.\n"
    assert [text[start:end] for start, end in find_paragraphs(text)] == ["First line\nsecond line", "Third."]


@given(st.text(alphabet="aA. !?\n“”\"'Mr1U", max_size=120))
def test_sentences_cover_every_solid_character_once(text: str) -> None:
    spans = find_sentences(text)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())

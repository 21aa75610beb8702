"""A whole text read at once: every kind of mention, each in its place."""

from __future__ import annotations

import cProfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.edtf import read_edtf
from bot.read.text import read_text

STORY = """\
Court frees three miners

Judge Rosa Lind ordered the release of three miners on Tuesday, ending a strike that began in March 2024. “They have
paid enough,” Lind said. The union said that 140 others were still held.
"""


def test_a_story_is_read_in_all_its_kinds() -> None:
    reading = read_text(STORY, read_edtf("2025-06-05"))
    assert [date.edtf for date in reading.dates] == ["2025-06-03", "2024-03"]
    assert [(name.words, name.full) for name in reading.names] == [("Rosa Lind", "Rosa Lind"), ("Lind", "Rosa Lind")]
    assert [(q.words, q.speaker.name if q.speaker else "") for q in reading.quotes] == [
        ("They have\npaid enough,", "Rosa Lind"),
        ("140 others were still held", "The union"),
    ]
    assert {str(figure.figure.number) for figure in reading.figures} >= {"3", "140"}
    assert (len(reading.paragraphs), len(reading.sentences)) == (2, 4)


def test_pieces_of_a_date_are_no_figures() -> None:
    assert read_text("Signed on 13 December 2025 at 14:51.").figures == ()


def test_an_empty_text_reads_as_nothing() -> None:
    reading = read_text("")
    assert (reading.figures, reading.dates, reading.names, reading.quotes, reading.sentences) == ((), (), (), (), ())


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    reading = read_text(text, read_edtf("2025-06-05"))
    for kind in (reading.figures, reading.dates, reading.names, reading.quotes):
        assert [mention.words for mention in kind] == [text[mention.start : mention.end] for mention in kind]


@pytest.mark.parametrize(
    "unit",
    ["A ", "December ", "1 ", "Ab. ", "Mr. Ab (AB) ", "“a\n\n", ", she said ", "Anna Lind said that ", "two years "],
)
def test_reading_takes_steps_in_proportion_to_the_length(unit: str) -> None:
    short, long = unit * 60, unit * 480
    read_text(long)
    assert steps(long) < 10 * steps(short)


def steps(text: str) -> int:
    """Calls made while reading, which unlike seconds are the same on every machine."""
    with cProfile.Profile() as profile:
        read_text(text, read_edtf("2025-06-05"))
    return sum(entry.callcount for entry in profile.getstats())

"""The words by which an editor confirmed a link, told from those that say nothing of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.confirming import find_cues


@pytest.mark.parametrize(
    ("text", "words", "cues"),
    [
        ("Boats plucked 41 sailors from the sea.", "41", ("sailors", "plucked")),  # both sides
        ("He spoke. In all 41 were winched aboard.", "41", ("winched", "aboard")),  # within the sentence
        ("Some 41 of the 60 Marrow men", "41", ()),  # numbers, names and empty words tell nothing
    ],
)
def test_cues(text: str, words: str, cues: tuple[str, ...]) -> None:
    start = text.index(words)
    assert find_cues(text, start, start + len(words))[: len(cues)] == cues


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 20))
def test_any_span_of_any_text(text: str, start: int, length: int) -> None:
    assert len(find_cues(text, start, start + length)) <= 3

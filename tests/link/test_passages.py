"""Sentences to the breaks between their clauses: a stop behind a short form is none."""

from __future__ import annotations

import pytest

from bot.link.passages import read_sentence


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        # a stop that ends a sentence; one behind a month, a title
        ("It fell. Divers came.", 1),
        ("It fell on Dec. 12 at night.", 0),
        ("Gov. Lena Brandt spoke to Dr. Ivo Renn.", 0),
        # the word for a month that is none
        ("They may dec. Twelve fell.", 1),
        ("It fell on Dec. 12; divers came.", 1),
    ],
)
def test_stops(text: str, stops: int) -> None:
    sentence = read_sentence(text, 0, len(text))
    assert sentence is not None
    assert sum(word.break_ >= 3 for word in sentence.words) == stops

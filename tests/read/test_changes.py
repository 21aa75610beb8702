"""Two texts of an article to their edits: numbers, dates, names, negations and quotes to the letter, layout not."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.read.changes import Token, find_edits
from bot.read.likeness import COPY, likeness, read_sketch
from bot.read.notices import find_notices

REST = "The council met in the old hall. Nobody knew how long the talks would last."


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("It cost 3.5 million euros.", "It cost 35 million euros.", Token.NUMBER),  # a point lost
        ("Children aged 10-12 took part.", "Children aged 1012 took part.", Token.NUMBER),  # a dash lost
        ("Fifty-two were freed.", "Fifty-one were freed.", Token.NUMBER),  # in words
        ("About a dozen were hurt.", "About two dozen were hurt.", Token.NUMBER),  # a number before a number
        ("He met 52 men and 14 women.", "He met 14 men and 52 women.", Token.NUMBER),  # changed places
        ("The court met on Tuesday.", "The court met on Thursday.", Token.DATE),  # another day
        ("It happened in March there.", "It happened in May there.", Token.DATE),  # another month
        ("The men were freed.", "The men were not freed.", Token.NEGATION),  # a not
        ("He can come.", "He can't come.", Token.NEGATION),  # a shortened not
        ("The envoy, John Cole, left.", "The envoy, John Coale, left.", Token.NAME),  # a letter
        ("“We shall stay here,” she said.", "“We shall leave here,” she said.", Token.QUOTE),  # words of a quote
        ("The talks were long.", "The talks were short.", Token.WORDING),  # other words
    ],
)
def test_what_was_edited(old: str, new: str, kind: Token) -> None:
    (edit,) = find_edits(f"{REST} {old}", f"{REST} {new}")
    assert kind in edit.tokens
    assert edit.is_exact is (kind is not Token.WORDING)
    assert (edit.before, edit.after) == (old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One line.\nAnother line.", "One line.\n\nAnother   line."),  # layout
        ("It’s over – “done”.", 'It\'s over - "done".'),  # kinds of mark
        ("First came this. Then came that.", "Then came that. First came this."),  # sentences that changed places
    ],
)
def test_what_is_no_edit(old: str, new: str) -> None:
    assert find_edits(old, new) == ()


@given(st.text(max_size=300))
def test_a_text_beside_itself_has_no_edits(text: str) -> None:
    assert find_edits(text, text) == ()


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_another_number_is_never_missed(one: int, other: int) -> None:
    edits = find_edits(f"{REST} They counted {one} ships.", f"{REST} They counted {other} ships.")
    assert any(Token.NUMBER in edit.tokens for edit in edits) is (one != other)


@given(st.text(max_size=200), st.text(max_size=200))
def test_spans_are_those_of_the_texts(old: str, new: str) -> None:
    for edit in find_edits(old, new):
        assert old[slice(*edit.old)] == edit.before
        assert new[slice(*edit.new)] == edit.after


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Correction: the toll was misstated.", "corrected"),  # the usual head
        ("An earlier version of this article gave another figure.", "corrected"),  # the usual sentence
        ("This story was amended on 3 May to change a name.", "corrected"),
        ("Clarification, 4 May: the council did vote.", "corrected"),
        ("This article has been updated with a reply.", "updated"),
        ("UPDATED: The mayor has resigned.", "updated"),
        ("This report has been retracted.", "withdrawn"),
        ("Retraction: we withdraw the story.", "withdrawn"),
        ("The report was withdrawn by the ministry on Friday.", ""),  # somebody else's report
        ("Police corrected the toll to 51.", ""),  # somebody else's correction
        ("The update of the law was passed.", ""),  # another update
        ("Corrections officers searched the prison.", ""),  # an office
    ],
)
def test_what_a_page_says_of_itself(words: str, kind: str) -> None:
    assert [one.kind.value for one in find_notices(f"{REST}\n{words}\n{REST}")] == ([kind] if kind else [])


WORDS = (
    "harbour storm pilots rescue evening coast families hospital statement inquiry council wool ships crews bridge "
    "weather engine village market doctor"
).split()


@given(st.integers(0, 10**6), st.integers(60, 300))
def test_a_copy_is_known_and_another_text_is_not(seed: int, count: int) -> None:
    one, other = Random(seed).choices(WORDS, k=count), Random(seed + 1).choices(WORDS, k=count)
    sketch = read_sketch(" ".join(one))
    assert likeness(sketch, sketch) == 1
    assert likeness(sketch, read_sketch(" ".join([*one, "Read", "more", "here"]))) >= COPY
    assert likeness(sketch, read_sketch(" ".join(other))) < COPY


def test_short_texts_are_never_copies() -> None:
    assert read_sketch("Seven saved.") == ()
    assert likeness((), ()) == 0

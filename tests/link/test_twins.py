"""Numbers beside facts that ask the same of several things: which is meant, or none, and digits in another order."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.link.index import Index, build_index
from bot.link.likeness import is_jumbled, lacks_a_digit, lacks_included
from bot.link.linking import link_reading
from bot.read.dates import find_dates
from bot.read.figures import find_figures
from bot.read.names import find_names
from bot.read.quotes import find_quotes
from bot.read.sentences import find_paragraphs, find_sentences
from bot.read.value import read_value
from bot.reading import Reading
from bot.record import Alias, Behaviour, Claim, Entity, EntityKind, Fact, FactKind, key_of

STORY = "vote"
ENTITIES = (
    ("vote", "Election in Varland", EntityKind.EVENT, ()),
    ("greens", "Green Front", EntityKind.ORGANISATION, ("Greens",)),
    ("liberals", "Liberal Bloc", EntityKind.ORGANISATION, ("Liberals",)),
)
FACTS = (
    ("green-share", "greens", "share of the vote", FactKind.PERCENT, "", "31.7 per cent"),
    ("liberal-share", "liberals", "share of the vote", FactKind.PERCENT, "", "24.9 per cent"),
    ("green-seats", "greens", "seats won", FactKind.COUNT, "seats", "48 seats"),
    ("liberal-seats", "liberals", "seats won", FactKind.COUNT, "seats", "35 seats"),
    ("voters", "vote", "registered voters", FactKind.COUNT, "people", "2,146,300"),
)


@pytest.fixture(scope="module")
def index() -> Index:
    entities = [
        Entity(key_of(STORY, key), STORY, kind, label, tuple(Alias(one) for one in aliases))
        for key, label, kind, aliases in ENTITIES
    ]
    facts = [
        Fact(key_of(STORY, key), STORY, key_of(STORY, of), asked, kind, unit, Behaviour.FIXED)
        for key, of, asked, kind, unit, _ in FACTS
    ]
    written = [value for *_, value in FACTS]
    claims = [
        Claim(fact.key, STORY, fact.key, "base", value, read_value(value, fact))
        for fact, value in zip(facts, written, strict=True)
    ]
    return build_index(entities, facts, claims)


def linked(text: str, words: str, index: Index) -> str:
    names = find_names(text)
    sentences, paragraphs = find_sentences(text), find_paragraphs(text)
    quotes = find_quotes(text, names)
    reading = Reading(text, None, find_figures(text), find_dates(text, None), names, quotes, sentences, paragraphs)
    found = [one for one in link_reading(reading, index) if one.words == words and one.kind == "figure"]
    assert len(found) == 1
    return found[0].fact.key.partition("/")[2] if found[0].fact and found[0].firm else ""


@pytest.mark.parametrize(
    ("text", "words", "fact"),
    [
        # the party named right before it
        ("In Varland the Greens fell to 46 seats.", "46", "green-seats"),
        # and the one named after
        ("In Varland the Greens won 48 seats and the Liberals took 33 seats.", "33", "liberal-seats"),
        # the digits of one party's share in another order
        ("In the election in Varland the Liberals got 29.4 per cent of the vote.", "29.4 per cent", "liberal-share"),
        # a share the text gives to nobody the record knows
        ("In Varland the Farmers' League got 12 per cent of the vote.", "12 per cent", ""),
        # far too small for the thing of that name
        ("In Varland two registered voters fainted in the heat.", "two", ""),
    ],
)
def test_twins(index: Index, text: str, words: str, fact: str) -> None:
    assert linked(text, words, index) == fact


@pytest.mark.parametrize(
    ("one", "two", "jumbled"),
    [
        ("1346", "1364", True),
        ("67.3", "63.7", True),
        # not the same place of the point
        ("67.3", "6.37", False),
        # too few digits to tell a slip from chance
        ("21", "12", False),
        ("1346", "1346", False),
    ],
)
def test_jumbled(one: str, two: str, jumbled: bool) -> None:
    assert is_jumbled(Decimal(one), Decimal(two)) is jumbled
    assert is_jumbled(Decimal(two), Decimal(one)) is jumbled


@pytest.mark.parametrize(
    ("number", "written", "missing"),
    [
        ("8", "ten prisoners, including two minors", "2"),
        ("9", "ten prisoners, including two minors", None),
        ("8", "ten", None),
    ],
)
def test_lacks_included(number: str, written: str, missing: str | None) -> None:
    assert lacks_included(Decimal(number), written) == (Decimal(missing) if missing else None)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        # the first digit was lost or got
        ("9000", "19000", True),
        ("1450", "450", True),
        # too short to tell, another ending, a decimal
        ("52", "152", False),
        ("9000", "19500", False),
        ("1.5", "11.5", False),
    ],
)
def test_a_lost_first_digit(one: str, two: str, expected: bool) -> None:
    assert lacks_a_digit(Decimal(one), Decimal(two)) is expected
    assert lacks_a_digit(Decimal(two), Decimal(one)) is expected

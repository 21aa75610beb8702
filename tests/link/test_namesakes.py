"""Numbers beside facts that ask the same of a whole and of its parts: whose name stands with the number."""

from __future__ import annotations

import pytest

from bot.edtf import read_edtf
from bot.link.index import Index, build_index
from bot.link.linking import link_reading
from bot.read.dates import find_dates
from bot.read.figures import find_figures
from bot.read.names import find_names
from bot.read.quotes import find_quotes
from bot.read.sentences import find_paragraphs, find_sentences
from bot.read.value import read_value
from bot.reading import Reading
from bot.record import Behaviour, Claim, Entity, EntityKind, Fact, FactKind, key_of

STORY = "storm"
ENTITIES = (
    ("storm", "Storm Odile on the Lindmark coast", "2031-05-02", "Lindmark"),
    ("alder", "Alder fire", "2031-05-04", "Alder"),
    ("birch", "Birch fire", "2031-05-04", "Birch"),
    ("raid", "Robbery at the Corn Exchange", "2031-05-05", "Harwick"),
)
FACTS: tuple[tuple[str, str, str, FactKind, str, dict[str, str], str], ...] = (
    ("dead", "storm", "people killed", FactKind.COUNT, "people", {}, "44"),
    ("harwick", "storm", "people killed in Harwick", FactKind.COUNT, "people", {"town": "Harwick"}, "30"),
    ("penmouth", "storm", "people killed in Penmouth", FactKind.COUNT, "people", {"town": "Penmouth"}, "6"),
    ("missing", "storm", "people missing", FactKind.COUNT, "people", {}, "90"),
    ("alder-held", "alder", "containment", FactKind.PERCENT, "", {"fire": "Alder"}, "5%"),
    ("birch-held", "birch", "containment", FactKind.PERCENT, "", {"fire": "Birch"}, "0%"),
    ("magnitude", "raid", "magnitude of the tremor", FactKind.COUNT, "magnitude", {}, "magnitude 5.6"),
    ("second", "raid", "magnitude of the aftershock", FactKind.COUNT, "magnitude", {}, "magnitude 4.2"),
    ("length", "raid", "length of the robbery", FactKind.DURATION, "minutes", {}, "nine minutes"),
    ("flee", "raid", "time from the alarm to the escape", FactKind.DURATION, "minutes", {}, "two minutes"),
)


@pytest.fixture(scope="module")
def index() -> Index:
    entities = [
        Entity(key_of(STORY, key), STORY, EntityKind.EVENT, label, date=read_edtf(day), place=place)
        for key, label, day, place in ENTITIES
    ]
    facts = [
        Fact(key_of(STORY, key), STORY, key_of(STORY, of), asked, kind, unit, behaviour, tuple(scope.items()))
        for key, of, asked, kind, unit, scope, _ in FACTS
        if (behaviour := Behaviour.FIXED if kind is FactKind.DURATION else Behaviour.CUMULATIVE)
    ]
    day = read_edtf("2031-05-05")
    claims = [
        Claim(fact.key, STORY, fact.key, "base", value, read_value(value, fact), as_of=day)
        for fact, (*_, value) in zip(facts, FACTS, strict=True)
    ]
    return build_index(entities, facts, claims)


def linked(text: str, words: str, index: Index) -> tuple[str, bool]:
    published = read_edtf("2031-05-08")
    names = find_names(text)
    sentences, paragraphs = find_sentences(text), find_paragraphs(text)
    found = find_figures(text)
    reading = Reading(
        text, published, found, find_dates(text, published), names, find_quotes(text, names), sentences, paragraphs
    )
    link = next(one for one in link_reading(reading, index) if one.words == words and one.kind == "figure")
    return (link.fact.key.partition("/")[2], link.part) if link.fact else ("", False)


@pytest.mark.parametrize(
    ("text", "words", "fact"),
    [
        # the place right behind the number says whose it is, in a list with one verb
        ("Lindmark counts 64 dead, 51 of them in Harwick and nine in Penmouth.", "51", "harwick"),
        ("Lindmark counts 64 dead, 51 of them in Harwick and nine in Penmouth.", "nine", "penmouth"),
        ("The dead of Lindmark are 64, of whom 51 were found in Harwick, nine in Penmouth.", "nine", "penmouth"),
        # the whole is the whole, whatever is said of its parts
        ("The death toll of the storm stands at 64, nearly all of them in Harwick.", "64", "dead"),
        # the body named last before the number, or first of two
        ("The Alder fire, at 900 acres, was 45% contained.", "45%", "alder-held"),
        ("The Alder fire was 45% contained and the Birch fire 15%.", "45%", "alder-held"),
        ("The Alder fire was 45% contained and the Birch fire 15%.", "15%", "birch-held"),
        # counted from the event on is counted in all
        ("At least 64 people have died since the storm on 2 May reached Lindmark.", "At least 64", "dead"),
        # another fate than those named before is no addition to them
        ("Sixty-four are known dead in Lindmark. A further 83 people have not been found.", "83", "missing"),
        # the very number of another thing of the same event speaks against the alike
        ("A second tremor at the Corn Exchange had a magnitude of 4.2.", "4.2", ""),
        # how long it took is not how long ago it was
        ("Three days after the robbery the Corn Exchange opened again.", "Three days", ""),
        ("The robbery at the Corn Exchange took four minutes.", "four minutes", "length"),
    ],
)  # fmt: skip
def test_the_name_with_the_number_decides(index: Index, text: str, words: str, fact: str) -> None:
    assert linked(text, words, index) == (fact, False)

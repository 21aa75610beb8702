"""Mentions of a text to facts: which cues link a number, a date, a status, a name, and what keeps them apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.edtf import read_edtf
from bot.link.index import Index, build_index
from bot.link.lexicon import LEXICON
from bot.link.linking import link_reading
from bot.link.links import Link
from bot.link.stems import stem
from bot.read.dates import find_dates
from bot.read.figures import find_figures
from bot.read.names import find_names
from bot.read.quotes import find_quotes
from bot.read.sentences import find_paragraphs, find_sentences
from bot.read.value import read_value
from bot.reading import Reading
from bot.record import Alias, Behaviour, Claim, Entity, EntityKind, Fact, FactKind, Verdict, key_of
from tests.link.records import find_in, make_index, person, place

STORY = "quake"


def entity(name: str, label: str, kind: EntityKind, *aliases: str, date: str = "", place: str = "") -> Entity:
    day = read_edtf(date) if date else None
    return Entity(key_of(STORY, name), STORY, kind, label, tuple(Alias(one) for one in aliases), date=day, place=place)


ENTITIES = (
    entity("quake", "Earthquake at Varna", EntityKind.EVENT, date="2031-04-02", place="Varna, Bulgaria"),
    entity("arrest", "Arrest of Petar Iliev", EntityKind.EVENT, date="2031-04-06", place="Varna"),
    entity("varna", "Varna", EntityKind.PLACE),
    entity("iliev", "Petar Iliev", EntityKind.PERSON, "Iliev"),
    entity("dam", "Stroy Holding", EntityKind.ORGANISATION, "Stroy"),
)
FACTS = (
    ("dead", "quake", "people killed", FactKind.COUNT, "people", "41", Behaviour.CUMULATIVE),
    ("hurt", "quake", "people injured", FactKind.COUNT, "people", "230", Behaviour.CUMULATIVE),
    ("children", "quake", "children killed", FactKind.COUNT, "people", "7", Behaviour.CUMULATIVE),
    ("homes", "quake", "homes destroyed", FactKind.COUNT, "homes", "640", Behaviour.FIXED),
    ("when", "quake", "date of the earthquake", FactKind.DATE, "", "2 April 2031", Behaviour.FIXED),
    ("held", "arrest", "date of the arrest", FactKind.DATE, "", "6 April 2031", Behaviour.FIXED),
    ("age", "iliev", "age", FactKind.COUNT, "years old", "52", Behaviour.LEVEL),
    ("fine", "dam", "fine", FactKind.MONEY, "EUR", "€3 million", Behaviour.FIXED),
    ("search", "quake", "state of the search", FactKind.STATUS, "", "search continues", Behaviour.LEVEL),
)


@pytest.fixture(scope="module")
def index() -> Index:
    facts, claims = [], []
    for name, of, text, kind, unit, value, behaviour in FACTS:
        fact = Fact(key_of(STORY, name), STORY, key_of(STORY, of), text, kind, unit, behaviour)
        facts.append(fact)
        day = read_edtf("2031-04-03")
        claims.append(Claim(name, STORY, fact.key, "base", value, read_value(value, fact), as_of=day))
    return build_index(ENTITIES, facts, claims)


def links(text: str, index: Index) -> tuple[Link, ...]:
    published = read_edtf("2031-04-08")
    names = find_names(text)
    reading = Reading(
        text,
        published,
        find_figures(text),
        find_dates(text, published),
        names,
        find_quotes(text, names),
        find_sentences(text),
        find_paragraphs(text),
    )
    return link_reading(reading, index)


def linked(text: str, words: str, index: Index) -> tuple[str, bool]:
    """The id of the fact a mention is linked to ("" = none), and whether it is only a part of it."""
    found = [one for one in links(text, index) if one.words == words and one.kind in ("figure", "date")]
    assert len(found) == 1, [one.words for one in links(text, index)]
    return (found[0].fact.key.partition("/")[2], found[0].part) if found[0].fact else ("", False)


@pytest.mark.parametrize(
    ("text", "words", "fact"),
    [
        # the verb behind the number
        ("In Varna 44 people have died.", "44", "dead"),
        # the noun before the number
        ("The death toll of Varna's earthquake has climbed to 44.", "44", "dead"),
        # two numbers, each with its own state
        ("The earthquake at Varna killed 44 people and injured 260.", "260", "hurt"),
        ("At Varna 44 people died and 260 were hurt.", "44", "dead"),
        # a group that has a fact of its own
        ("Nine children died at Varna.", "Nine", "children"),
        # what is counted decides
        ("At Varna 700 houses were destroyed.", "700", "homes"),
        # a relative clause does not part subject and number
        ("The number of dead at Varna, which had stood at 41, is now 44.", "44", "dead"),
        # the fine is the company's
        ("Stroy Holding of Varna must pay a fine of €2 million.", "€2 million", "fine"),
        # the day of the quake, and the day of another thing
        ("The earthquake at Varna struck on 3 April 2031.", "3 April 2031", "when"),
        ("Petar Iliev was arrested in Varna on 5 April 2031.", "5 April 2031", "held"),
        # what is still to come is not what is over
        ("The earthquake's dead of Varna are buried on 10 April.", "10 April", ""),
        # how old somebody was
        ("Petar Iliev died in Varna on Monday, at 53.", "53", "age"),
        # a day without a year is that of the recorded year, a wrong month a slip
        ("The earthquake of April 2 is not forgotten in Varna.", "April 2", "when"),
        ("The earthquake, on 2 May, levelled whole streets of Varna.", "2 May", "when"),
    ],
)
def test_links(index: Index, text: str, words: str, fact: str) -> None:
    assert linked(text, words, index) == (fact, False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # some of the dead
        ("Of the dead at Varna, 12 were tourists.", "12"),
        ("Only 12 of the dead at Varna have been named.", "12"),
        # one nation, one trade
        ("Twelve Germans died at Varna.", "Twelve"),
        ("Twelve miners died at Varna.", "Twelve"),
        # on top of those known
        ("Rescuers at Varna found 12 more bodies.", "12"),
        # another place
        ("In Burgas 12 people died, in Varna none.", "12"),
    ],
)
def test_a_part_is_marked(index: Index, text: str, words: str) -> None:
    fact, part = linked(text, words, index)
    assert not fact or part


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # another year
        ("In 1977 an earthquake killed 120 people at Varna.", "120"),
        ("The earthquake at Varna was the worst since 1977, when 120 died.", "120"),
        # feared, denied
        ("In Varna 100 people are feared dead.", "100"),
        ("Officials in Varna denied that 100 people had died.", "100"),
        # people who are neither dead nor hurt
        ("Some 900 soldiers dug through the rubble of Varna.", "Some 900"),
        # somebody else's age
        ("Petar Iliev's driver, Ivan Donev, 30, was let go in Varna.", "30"),
        # the day somebody spoke
        ("The earthquake at Varna was no surprise, a seismologist said on 7 April 2031.", "7 April 2031"),
        # another person's arrest
        ("Ivan Donev was arrested in Varna on 1 March 2031.", "1 March 2031"),
        # what it is measured against
        ("The toll at Varna rose, three more than the 41 announced earlier.", "41"),
    ],
)
def test_background_is_not_linked(index: Index, text: str, words: str) -> None:
    found = [one for one in links(text, index) if one.words == words]
    assert found
    assert all(one.fact is None and str(one.why) for one in found)


def test_another_story_is_left_alone(index: Index) -> None:
    assert not [one for one in links("A fire in Ostrava killed 44 people.", index) if one.fact]


def test_status_names_its_clause(index: Index) -> None:
    found = [one for one in links("At Varna, where 44 died, the search was called off.", index) if one.kind == "status"]
    assert [one.words for one in found] == ["the search was called off"]


@pytest.mark.parametrize(
    ("written", "entity"),
    [
        ("Petar Ilev", "quake/iliev"),
        ("Petar Ilievs", "quake/iliev"),
        ("Stroi Holding", "quake/dam"),
        ("Petar Donev", ""),
        ("Varnaya Street", ""),
    ],
)
def test_near_misses_of_names(index: Index, written: str, entity: str) -> None:
    found = [one.entity for one in links(f"Varna: {written} was named.", index) if one.kind == "name"]
    assert found == ([entity] if entity else [])


# a recorded short name never hides a misspelt full one
@pytest.mark.parametrize(
    ("written", "label", "short"),
    [
        ("Prime minister Park Jin-whan", "Park Jin-hwan", "Park"),
        ("Chairman Okafour Chinedu", "Okafor Chinedu", "Chinedu"),
        ("Coach Delgado Ruis", "Delgado Ruiz", "Delgado"),
    ],
)
def test_a_misspelt_full_name_behind_a_short_one(written: str, label: str, short: str) -> None:
    known = make_index((person("p", label, "", short), place("v", "Velden")), [])
    found = find_in(f"In Velden {written} spoke on Monday.", known, "2031-03-11")
    assert [one.comparison.verdict for one in found] == [Verdict.SPELLING]


@pytest.mark.parametrize(
    ("one", "other"),
    [("killed", "kills"), ("injuries", "injury"), ("stopped", "stop"), ("ages", "age"), ("houses", "house")],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_a_phrase_hides_the_words_in_it() -> None:
    stems = [stem(word) for word in "they lost their lives in the fire".split()]
    assert [sign.key for sign in LEXICON.find_signs(stems)] == ["@dead", "@fire"]


@given(st.text(max_size=300))
def test_any_text_is_linked_or_not(index: Index, text: str) -> None:
    for one in links(f"Varna {text}", index):
        assert 0 <= one.start <= one.end
        assert one.fact is not None or one.entity or str(one.why)

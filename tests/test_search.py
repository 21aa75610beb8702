"""Look-ups: what somebody mistypes, half remembers or spells otherwise finds the thing meant."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz, process, utils

from bot.search import Entry, KnownNames, NameIndex, PhraseIndex, find_clear, list_plausible
from tests.benchmarks.searching import make_names, misspell

PEOPLE = {
    "coale": ("John Coale", "John Cole"),
    "siarhei": ("Sergei Tikhanovsky",),
    "sviatlana": ("Svetlana Tikhanovskaya",),
    "kalesnikava": ("Maria Kalesnikava",),
    "lukashenko": ("Alexander Lukashenko",),
    "bialiatski": ("Ales Bialiatski",),
    "trump": ("Donald Trump",),
    "lee": ("John Lee",),
    "mit": ("National Intelligence Organisation",),
    "wang-fuk": ("Wang Fuk Court",),
    "erdogan": ("Recep Tayyip Erdoğan",),
}


@pytest.fixture
def index() -> NameIndex:
    return NameIndex(Entry(key, name, "person") for key, names in PEOPLE.items() for name in names)


CLEAR = [
    ("coale", "coale"),  # part of the name
    ("Coel", "coale"),  # letters swapped
    ("Trump Donald", "trump"),  # word order
    ("erdogan", "erdogan"),  # accents left out
    ("j coale", "coale"),  # an initial
    ("Siarhei Tsikhanouski", "siarhei"),  # another spelling
    ("Тихановская", "sviatlana"),  # another script
    ("Kolesnikova", "kalesnikava"),
    ("Byalyatsky", "bialiatski"),
    ("lukashnko", "lukashenko"),  # a letter lost
    ("wangfu court", "wang-fuk"),  # a space lost
    ("JohnCoale", "coale"),
    ("NIO", "mit"),  # initials of a body
]


@pytest.mark.parametrize(("query", "key"), CLEAR)
def test_one_is_meant(index: NameIndex, query: str, key: str) -> None:
    hit = find_clear(index.search(query))
    assert hit is not None
    assert hit.key == key


def test_several_are_offered_never_guessed(index: NameIndex) -> None:
    hits = index.search("john")
    assert find_clear(hits) is None
    assert {hit.key for hit in list_plausible(hits)} == {"coale", "lee"}


def test_nothing_fits(index: NameIndex) -> None:
    hits = index.search("Qwertzuiop")
    assert find_clear(hits) is None
    assert list_plausible(hits) == []


def test_each_key_once_under_its_best_name(index: NameIndex) -> None:
    hits = index.search("John Cole")
    assert (hits[0].key, hits[0].text) == ("coale", "John Cole")
    assert len({hit.key for hit in hits}) == len(hits)


def test_weight_decides_among_equals() -> None:
    index = NameIndex([Entry("a", "Anna Berg", "person"), Entry("b", "Anna Dahl", "person", weight=9)])
    assert index.search("anna")[0].key == "b"
    assert index.complete("an")[0].key == "b"


def test_kinds_narrow() -> None:
    index = NameIndex([Entry("a", "Minsk", "place"), Entry("b", "Minsk Group", "organisation")])
    assert [hit.key for hit in index.search("minsk", kinds=frozenset({"organisation"}))] == ["b"]


def test_add_and_remove(index: NameIndex) -> None:
    index.add(Entry("kellogg", "Keith Kellogg", "person"))
    assert index.search("kellog")[0].key == "kellogg"
    index.remove("kellogg")
    assert "kellogg" not in {hit.key for hit in index.search("kellogg")}
    assert index.complete("kellogg") == [] or index.complete("kellogg")[0].key != "kellogg"


COMPLETED = [
    ("j", {"coale", "lee"}),  # one letter
    ("coa", {"coale"}),  # the surname
    ("tikhanov", {"siarhei", "sviatlana"}),
    ("coale jo", {"coale"}),  # any order
    ("svetlana t", {"sviatlana"}),
]


@pytest.mark.parametrize(("prefix", "keys"), COMPLETED)
def test_completion(index: NameIndex, prefix: str, keys: set[str]) -> None:
    assert {hit.key for hit in index.complete(prefix)} == keys


def test_misspelt_queries_agree_with_brute_force() -> None:
    names = make_names(2_000, seed=23)
    processed = [utils.default_process(name) for name in names]
    index = NameIndex(Entry(name, name, "person") for name in names)
    chance = random.Random(5)
    agreed = 0
    for query in [misspell(chance.choice(names), chance) for _ in range(100)]:
        best = process.extract(utils.default_process(query), processed, scorer=fuzz.WRatio, limit=3)
        same = {names[number] for _, score, number in best if score == best[0][1]}
        agreed += index.search(query)[0].key in same
    assert agreed >= 99


FACTS = {
    "ukrainians": "people freed Ukrainian citizens release of the 123",
    "the-52": "people freed release of the 52 September 2025",
    "since-2024": "people freed since July 2024 cumulative",
    "world-share": "share of the world potash market",
    "days": "days in prison Ales Bialiatski 1,613",
    "killed": "people killed in the fire",
}
ASKED = [
    ("ukrainians freed", "ukrainians"),  # plural
    ("releasd ukranians", "ukrainians"),  # typing errors
    ("potash share", "world-share"),  # order
    ("52", "the-52"),  # a number alone
    ("release of the 52", "the-52"),
    ("1613 days", "days"),  # thousands mark
    ("how many died", "killed"),  # another word for it
]


@pytest.fixture
def facts() -> PhraseIndex:
    index = PhraseIndex()
    for key, text in FACTS.items():
        index.add(key, text, "fact")
    return index


@pytest.mark.parametrize(("query", "key"), ASKED)
def test_questions_in_plain_words(facts: PhraseIndex, query: str, key: str) -> None:
    assert facts.search(query)[0].key == key


def test_numbers_are_exact(facts: PhraseIndex) -> None:
    assert facts.search("53") == []


def test_of_very_many_alike_the_rarest_word_decides() -> None:
    facts = PhraseIndex()
    for number in range(6_000):
        facts.add(f"storm-{number}", f"people killed in storm {number}", "count")
        if number == 100:
            facts.add("quake", "people killed in the quake at Arden", "count")
    assert facts.search("people killed arden")[0].key == "quake"
    assert facts.search("people killed in storm 17")[0].key == "storm-17"
    assert len(facts.search("people killed", 25)) == 25
    assert [hit.key for hit in facts.list_latest(2)] == ["storm-5999", "storm-5998"]


def test_nothing_typed_is_answered_with_the_weightiest(index: NameIndex) -> None:
    index.add(Entry("envoy", "The Envoy", "person", weight=99))
    index.add(Entry("mill", "The Mill", "place", weight=100))
    assert [hit.key for hit in index.complete("", 2)] == ["mill", "envoy"]
    assert index.complete("", kinds=frozenset({"person"}))[0].key == "envoy"
    index.remove("envoy")
    assert "envoy" not in {hit.key for hit in index.complete("")}


def test_bearers_of_a_name_are_told_whatever_its_case_and_accents() -> None:
    names = [("a", "José Díaz"), ("b", "Jose Diaz"), ("c", "José Díaz Ruiz"), ("d", "Josediaz")]
    index = NameIndex(Entry(key, text, "person") for key, text in names)
    assert set(index.list_named("JOSE DIAZ")) == {"a", "b"}
    assert set(index.list_named("josediaz")) == {"d"}
    assert list(index.list_named("nobody")) == []


def test_removed_facts_are_silent(facts: PhraseIndex) -> None:
    facts.remove("world-share")
    assert facts.search("potash share") == []


FORMS = {
    "John Coale": ["coale"],
    "Coale": ["coale"],
    "US": ["us"],
    "Wang Fuk Court": ["wang-fuk"],
    "J. Lee": ["lee"],
    "MİT": ["mit"],
    "al-Qaeda": ["qaeda"],
    "European Union": ["eu"],
    "May": ["may"],
    "Lee": ["lee", "other-lee"],
}
FOUND = [
    ("Coale's visit", [("Coale", ("coale",))]),  # possessive left out of the span
    ("JOHN COALE said", [("JOHN COALE", ("coale",))]),  # capitals, the longest form
    ("told us, the US", [("US", ("us",))]),  # case tells a name from a word
    ("in Wang-Fuk Court", [("Wang-Fuk Court", ("wang-fuk",))]),  # hyphens
    ("J. Lee may go", [("J. Lee", ("lee",))]),  # an initial; "may" is no name
    ("MIT and MİT", [("MIT", ("mit",)), ("MİT", ("mit",))]),  # dotted or not
    ("Al Qaeda", [("Al Qaeda", ("qaeda",))]),
    ("the European\nUnion", [("European\nUnion", ("eu",))]),  # over a line end
    ("John. Coale came", [("Coale", ("coale",))]),  # not over a sentence end
    ("Lee said", [("Lee", ("lee", "other-lee"))]),  # every bearer is told
    ("Leeds, Mayor", []),  # whole words only
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_known_names_in_a_text(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    found = KnownNames(FORMS).find_all(text)
    assert [(text[known.start : known.end], known.keys) for known in found] == expected


def test_only_the_sole_bearer_is_named_outright() -> None:
    assert KnownNames(FORMS).find("Lee met Coale") == [(8, 13, "coale")]


@given(st.text(max_size=60).flatmap(lambda text: st.sampled_from([text, text * 60])))
def test_any_text_is_answered(text: str) -> None:
    index = NameIndex([Entry("a", "John Coale", "person"), Entry("b", text, "person")])
    assert len(index.search(text)) <= 8
    assert len(index.complete(text)) <= 25
    facts = PhraseIndex()
    facts.add("a", text)
    assert all(0.0 <= hit.score <= 1.0 for hit in facts.search(text) + index.search(text))
    assert all(known.end <= len(text) for known in KnownNames({"John Coale": ["a"], text: ["b"]}).find_all(text))

"""Story files to rows: everything a good one says, and every problem of a bad one at once."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.read.seed import Files, read_story
from bot.record import Alias, AliasKind, Claim, Participant, Rank, Seed
from bot.values import Figure, PartialDate, Term

SEEDS = Path(__file__).parent.parent.parent / "seeds"

GOOD = """
[story]
id = "ylva"
title = "Storm Ylva"

[[person]]
id = "mayor"
name = "Ingrid Lund"
aliases = [{ name = "Lund", kind = "short", sources = ["gazette"] }]

[[place]]
id = "vik"
name = "Vik"

[[event]]
id = "storm"
label = "Storm Ylva"
date = 2025-12-02
place = "vik"
people = [{ id = "mayor", as = "spokeswoman" }]

[[fact]]
id = "dead"
of = "storm"
property = "people killed"
kind = "count"
scope = { where = "at sea" }

[[fact]]
id = "landfall"
of = "storm"
property = "when it made landfall"
kind = "date"

[[source]]
id = "gazette"
outlet = "The Gazette"
published = "2025-12-03"
origin = "wire"

[[source]]
id = "wire"
label = "unnamed agency"
"""
CLAIM = """
[[claim]]
source = "gazette"
on = "dead"
value = "at least 12"
"""


def read(*files: str) -> Seed:
    seed, problems = read_story({f"{number}.toml": text for number, text in enumerate(files)})
    assert problems == ()
    assert seed is not None
    return seed


def problems(*files: str | bytes) -> list[str]:
    """What is wrong with a story of these files, named 0.toml, 1.toml ..."""
    named: Files = {f"{number}.toml": content for number, content in enumerate(files)}
    seed, found = read_story(named)
    assert (seed is None) == bool(found)
    return [str(problem) for problem in found]


def claim(text: str) -> Claim:
    (one,) = read(GOOD, text).claims
    return one


def test_a_story_says_what_its_files_say() -> None:
    seed = read(GOOD, CLAIM)
    mayor, vik, storm = seed.entities
    assert mayor.aliases == (Alias("Lund", AliasKind.SHORT, ("ylva/gazette",)),)
    assert (storm.key, storm.place, storm.people) == (
        "ylva/storm",
        vik.label,
        (Participant("ylva/mayor", "spokeswoman"),),
    )
    assert storm.date == PartialDate("2025-12-02", "2025-12-02", dt.date(2025, 12, 2), dt.date(2025, 12, 2))
    assert seed.facts[0].scope == (("where", "at sea"),)
    assert [(one.label, one.origin) for one in seed.sources] == [("The Gazette", "ylva/wire"), ("unnamed agency", None)]
    assert (seed.claims[0].fact, seed.claims[0].source, seed.claims[0].rank) == (
        "ylva/dead",
        "ylva/gazette",
        Rank.NORMAL,
    )


def test_tables_may_stand_in_any_file_and_order() -> None:
    assert read(GOOD, CLAIM).claims == read(CLAIM, GOOD).claims


def test_an_id_given_as_claimant_stands_for_the_name() -> None:
    assert claim(CLAIM + 'claimant = "mayor"').claimant == "Ingrid Lund"
    assert claim(CLAIM + 'claimant = "Coast Guard"').claimant == "Coast Guard"


def test_the_key_of_a_claim_follows_what_it_says_and_nothing_else() -> None:
    key = claim(CLAIM).key
    assert claim(CLAIM + 'locator = "paragraph 4"\nrank = "preferred"\nwhy = "asked"\nnote = "x"').key == key
    others = [CLAIM.replace("12", "13"), CLAIM + 'claimant = "mayor"', CLAIM + 'as_of = "2025-12-02"']
    assert len({key, *(claim(other).key for other in others)}) == 4


def test_a_source_may_say_the_same_in_two_places() -> None:
    seed = read(GOOD, CLAIM + 'locator = "paragraph 2"', CLAIM + 'locator = "paragraph 9"')
    assert len({one.key for one in seed.claims}) == 2


def test_normal_gives_what_the_words_alone_do_not() -> None:
    date = claim(
        '[[claim]]\nsource="wire"\non="landfall"\nvalue="last night"\nnormal="2025-12-02"\ninferred=true'
    ).value
    assert isinstance(date, PartialDate)
    assert (date.words, date.edtf, date.inferred) == ("last night", "2025-12-02", True)
    count = claim('[[claim]]\nsource="wire"\non="dead"\nvalue="a whole crew"\nnormal="9"').value
    assert isinstance(count, Figure)
    assert (count.words, count.low, count.high) == ("a whole crew", Decimal(9), Decimal(9))


def test_a_byte_order_mark_is_no_problem() -> None:
    assert problems(b"\xef\xbb\xbf" + GOOD.encode()) == []


WRONG = [
    # the file itself
    (["[story\nid = 1"], ["0.toml:1: the file is not TOML", "mend that line"]),
    ([GOOD, b'[[claim]]\nvalue = "caf\xe9"'], ["1.toml:2: the file is not UTF-8 text (byte 23 of the file)"]),
    ([GOOD + '[[person]]\nid = "b"\nname = "a\0b"'], ["0.toml:46: the file holds a NUL character"]),
    ([GOOD + '[[person]]\nid = "b"\nname = "a\\u0000b"'], ["person[2].name: the text holds a NUL character"]),
    (["x = " + "[" * 5000], ["0.toml: the file is n"]),
    ([GOOD + "[[place]]\nid = 'b'\nname = 'b'\n[[event]]\nid = 'c'\nlabel = 'c'\ndate = 2025-02-30"], ["is not TOML"]),
    # tables and keys
    ([], ["story.toml: story: no file has a [story]"]),
    ([GOOD, '[story]\nid = "b"'], ["1.toml:1: story: the story is described twice"]),
    ([GOOD, "[[persons]]\nid = 'b'"], ["persons: there is no table 'persons'; did you mean person?"]),
    ([GOOD, "[person]\nid = 'b'"], ["1.toml:1: person: person is a table; write [[person]], with two brackets"]),
    (
        [GOOD, CLAIM + "locater = 'x'"],
        ["1.toml:2: claim[1].locater: 'locater' is not a key here; did you mean locator"],
    ),
    ([GOOD, '[[person]]\nid = "b"'], ["person[1].name: name is missing; add it"]),
    # ids and references
    ([GOOD, '[[person]]\nid = "The Mayor"\nname = "x"'], ["is not in kebab-case; write it as 'the-mayor'"]),
    (
        [GOOD, '[[fact]]\nid = "mayor"\nof = "storm"\nproperty = "p"\nkind = "role"'],
        ["'mayor' is taken (0.toml, person[1])"],
    ),
    (
        [GOOD, CLAIM.replace("gazette", "gazete")],
        ["claim[1].source: 'gazete' is not the id of a source; did you mean gazette"],
    ),
    (
        [GOOD, CLAIM.replace('"dead"', '"storm"')],
        ["claim[1].on: 'storm' is the id of an entry in [[event]] and not of"],
    ),
    (
        [GOOD.replace('of = "storm"', 'of = "sturm"', 1)],
        ["'sturm' is not the id of an entity or event; did you mean storm?"],
    ),
    ([GOOD.replace('{ id = "mayor"', '{ id = "myor"')], ["event[1].people[1].id: 'myor' is not the id of"]),
    (
        [GOOD.replace('["gazette"]', '["gazzette"]')],
        ["person[1].aliases[1].sources: 'gazzette' is not the id of a source"],
    ),
    # types and words of closed lists
    (
        [GOOD, CLAIM.replace('"at least 12"', "12")],
        ["claim[1].value: value is a bare number and not text; put it in quotes"],
    ),
    ([GOOD.replace('{ where = "at sea" }', "{ where = 4 }")], ["fact[1].scope.where: where is a bare number"]),
    ([GOOD.replace('{ where = "at sea" }', '"at sea"')], ["fact[1].scope: scope is text and not a table"]),
    (
        [GOOD.replace('kind = "count"', 'kind = "number"')],
        ["fact[1].kind: 'number' is no kind; use one of: count, percent"],
    ),
    ([GOOD.replace('kind = "short"', 'kind = "pet name"')], ["person[1].aliases[1].kind: 'pet name' is no kind"]),
    ([GOOD, CLAIM + 'rank = "best"'], ["claim[1].rank: 'best' is no rank; use one of: preferred, normal, deprecated"]),
    (
        [GOOD, '[[fact]]\nid="b"\nof="storm"\nproperty="p"\nkind="role"\nwords="killed"'],
        ["fact[1].words: words is not a list"],
    ),
    (
        [GOOD.replace('kind = "date"', 'kind = "date"\ncomplete = "yes"')],
        ["complete: complete is text; write true or false"],
    ),
    (
        [GOOD.replace('[{ name = "Lund", kind = "short", sources = ["gazette"] }]', '["Lund"]')],
        ["aliases is not a list of t"],
    ),
    # dates, links, values
    ([GOOD.replace("2025-12-03", "2025-13-03")], ["source[1].published: '2025-13-03' is not a date of the calendar"]),
    ([GOOD, CLAIM + 'as_of = "yesterday"'], ["claim[1].as_of: 'yesterday' is not an EDTF date"]),
    ([GOOD, CLAIM + "as_of = 12.5"], ["claim[1].as_of: as_of is a bare number and not a date"]),
    ([GOOD, '[[source]]\nid = "b"\nurl = "www.example.org"'], ["source[1].url: 'www.example.org' is not a link"]),
    ([GOOD, '[[source]]\nid = "b"\nreliability = "good"'], ["source[1].reliability: 'good' is not a reliability"]),
    (
        [GOOD, CLAIM.replace("at least 12", "the crew")],
        ["claim[1].value: 'the crew' holds no count", 'give it in normal = "..."'],
    ),
    ([GOOD, CLAIM.replace('"dead"', '"landfall"')], ["claim[1].value: ", 'give the date in normal = "2025-12-13"']),
    (
        [GOOD, CLAIM.replace('"dead"', '"landfall"') + 'normal = "2025-02-30"'],
        ["claim[1].normal: '2025-02-30' is not a date"],
    ),
    ([GOOD, CLAIM + "inferred = true"], ["claim[1].inferred: inferred says that the date in normal"]),
    # parts
    ([GOOD.replace('kind = "count"', 'kind = "count"\npart_of = "dead"')], ["part of itself (dead in dead)"]),
]


@pytest.mark.parametrize(("files", "expected"), WRONG)
def test_one_thing_wrong_is_one_problem_that_says_where_and_what_to_do(
    files: list[str | bytes], expected: list[str]
) -> None:
    (problem,) = problems(*files)
    assert all(part in problem for part in expected), problem
    assert "; " in problem, problem


def test_a_circle_of_parts_is_told_of_each_of_its_facts() -> None:
    facts = "".join(
        f'[[fact]]\nid = "{one}"\nof = "storm"\nproperty = "p"\nkind = "count"\npart_of = "{above}"\n'
        for one, above in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"))  # d hangs on the circle and is not in it
    )
    assert [found.split(";")[0] for found in problems(GOOD, facts)] == [
        "1.toml:1: fact[1].part_of: the fact is part of itself (a in b in c in a)",
        "1.toml:7: fact[2].part_of: the fact is part of itself (b in c in a in b)",
        "1.toml:13: fact[3].part_of: the fact is part of itself (c in a in b in c)",
    ]


def test_all_problems_of_all_files_come_at_once() -> None:
    found = problems(
        GOOD.replace('of = "storm"', 'of = "sturm"'),
        CLAIM.replace("dead", "daed"),
        '[[source]]\nid = "Q"\nurl = 1\nx = 2',
    )
    places = [problem.split(": ")[1] for problem in found]
    assert places == ["fact[1].of", "fact[2].of", "claim[1].on", "source[1].x", "source[1].id", "source[1].url"]


def test_a_file_that_cannot_be_read_does_not_make_its_ids_unknown() -> None:
    broken = GOOD.replace("[[fact]]", "[[fact]", 1)
    assert len(problems(broken, CLAIM)) == 1


@pytest.mark.parametrize("story", sorted(one.name for one in SEEDS.iterdir() if one.is_dir()))
def test_the_seeds_have_no_problems(story: str) -> None:
    _, found = read_story({path.name: path.read_bytes() for path in (SEEDS / story).glob("*.toml")})
    assert [str(problem) for problem in found] == []


contents = st.text() | st.binary() | st.text(alphabet='[]{}="\n.# \\truefalse-0129person')


@given(st.dictionaries(st.text(max_size=10), contents, max_size=3))
def test_any_files_give_a_story_or_problems(files: Files) -> None:
    seed, found = read_story(files)
    assert (seed is None) == bool(found)
    assert all(str(problem) for problem in found)


keys = ("id", "name", "label", "of", "on", "source", "value", "normal", "kind", "scope", "aliases", "people", "date")
cells = st.recursive(
    st.text(max_size=8).filter(lambda text: text.isprintable())
    | st.sampled_from(["dead", "storm", "gazette", "mayor", "count", "date", "2025-12"])
    | st.integers()
    | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(keys), inner, max_size=3),
    max_leaves=6,
)
tables = st.sampled_from(["story", "person", "place", "event", "fact", "source", "claim"])


@given(
    st.lists(
        st.tuples(tables, st.dictionaries(st.sampled_from((*keys, "as_of", "words", "part_of")), cells)), max_size=6
    )
)
def test_any_cells_of_any_type_give_a_story_or_problems(rows: list[tuple[str, dict[str, object]]]) -> None:
    text = "".join(
        f"[[{table}]]\n" + "".join(f"{key} = {_toml(cell)}\n" for key, cell in row.items()) for table, row in rows
    )
    seed, found = read_story({"good.toml": GOOD, "odd.toml": text})
    assert (seed is None) == bool(found)
    assert not [problem for problem in found if "not TOML" in str(problem)], text


def _toml(cell: object) -> str:
    match cell:
        case bool():
            return str(cell).lower()
        case str():
            return '"' + cell.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case list():
            return "[" + ", ".join(map(_toml, cell)) + "]"
        case dict():
            return "{" + ", ".join(f"{key} = {_toml(item)}" for key, item in cell.items()) + "}"
    return str(cell)


def test_words_that_say_no_number_stay_words() -> None:
    assert claim(CLAIM.replace("at least 12", "unknown")).value == Term("unknown")

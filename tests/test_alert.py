"""Comparisons to discrepancies, without a record: who stands on which side, and what becomes of what is stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alert import Act, Draft, Intent, Scene, decide, find_drafts, form_of, soften
from bot.phrase import phrase
from bot.record import (
    Alias,
    AliasKind,
    Claim,
    Comparison,
    Discrepancy,
    Entity,
    EntityKind,
    Fact,
    FactKind,
    Level,
    Pair,
    Rank,
    State,
    Verdict,
)
from bot.values import Figure, Hedge, Quote

FACT = Fact("s/dead", "s", "s/flood", "people killed", FactKind.COUNT)
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def claim(key: str, number: int = 0, rank: Rank = Rank.NORMAL) -> Claim:
    """A claim whose value is its number; the key is also its source's."""
    value = Figure(str(number), Decimal(number), Hedge.EXACT, Decimal(number), Decimal(number))
    return Claim(key, "s", FACT.key, key, str(number), value, rank=rank)


def found(level: Level, verdict: Verdict = Verdict.CONTRADICTS, rule: str = "figure.apart") -> Comparison:
    return Comparison(verdict, level, phrase("they differ"), rule, score=0.2)


def scene(claims: Sequence[Claim], alerts: Sequence[str] = (), notes: Sequence[str] = ()) -> Scene:
    """Claims and which of them differ: "ba" = b was compared with a."""
    pairs = [Pair(one[0], one[1], found(Level.ALERT)) for one in alerts]
    pairs += [Pair(one[0], one[1], found(Level.NOTE, Verdict.LOOSE)) for one in notes]
    return Scene(FACT, claims, pairs)


def sides(drafts: Sequence[Draft]) -> list[str]:
    """Each draft as "recorded|new", alerts in capitals."""
    texts = [("".join(d.recorded.claims) + "|" + "".join(d.new.claims), d.comparison.level) for d in drafts]
    return [text.upper() if level is Level.ALERT else text for text, level in texts]


# claims in order (letter and value), pairs at alert, pairs at note, the discrepancies
GROUPS = [
    ("a1 b1", "", "", []),  # equal values are no question
    ("a1 b2", "ba", "", ["A|B"]),
    ("a1 b2 c2", "ba ca", "", ["A|BC"]),  # the third joins the second
    ("a1 b2 c1", "ba cb", "", ["AC|B"]),  # the third joins the first
    ("a1 b2 c3", "ba ca cb", "", ["A|B", "A|C"]),  # three that all exclude each other
    ("a1 b2 c3", "ba ca", "", ["A|BC"]),  # two that can both hold against one
    ("a1 b2 c3", "cb", "", ["B|C"]),  # the first value can stand beside both
    ("a1 b2 c3", "ca cb", "", ["AB|C"]),
    ("a1 b2", "", "ba", ["a|b"]),
    ("a1 b2 c3", "", "ba ca cb", ["a|bc"]),  # notes that hang together are one line
    ("a1 b2 c3 d4", "", "ba dc", ["a|b", "c|d"]),
    ("a1 b2 c3", "ca", "ba", ["A|C", "a|b"]),  # a note is no reason to lose an alert
    ("a1 b2 c3", "ba ca", "cb", ["A|BC", "b|c"]),  # what is noted within one side keeps its line
]


def made(text: str) -> list[Claim]:
    return [claim(one[0], int(one[1:])) for one in text.split()]


@pytest.mark.parametrize(("claims", "alerts", "notes", "expected"), GROUPS)
def test_groups(claims: str, alerts: str, notes: str, expected: list[str]) -> None:
    assert sorted(sides(find_drafts(scene(made(claims), alerts.split(), notes.split())))) == sorted(expected)


def test_what_was_set_aside_asks_nothing() -> None:
    claims = [claim("a", 1), claim("b", 2, Rank.DEPRECATED)]
    assert find_drafts(scene(claims, ["ba"])) == []


def test_each_newer_state_of_things_is_a_line_of_its_own() -> None:
    pairs = [Pair(new, old, found(Level.NOTE, Verdict.UPDATES)) for new, old in ("ba", "cb")]
    drafts = find_drafts(Scene(FACT, [claim("c", 3), claim("a", 1), claim("b", 2)], pairs))
    assert sorted(sides(drafts)) == ["a|b", "b|c"]  # the later value is the new side, wherever it stands


def test_the_same_words_by_two_speakers_are_two_clusters() -> None:
    one = replace(claim("a"), value=Quote("small steps"), claimant="Ann Reed")
    assert form_of(one, FactKind.QUOTE) != form_of(replace(one, claimant="Bo Lind"), FactKind.QUOTE)
    assert form_of(one, FactKind.TEXT) == form_of(replace(one, claimant="Bo Lind"), FactKind.TEXT)


def stored(draft: Draft, number: int = 1, state: State = State.OPEN) -> Discrepancy:
    return Discrepancy(
        number, "s", FACT.key, draft.kind, draft.comparison, draft.recorded, draft.new, state, NOW, topic=draft.topic
    )


def acts(intents: Sequence[Intent]) -> list[tuple[Act, int | None]]:
    return [(one.act, one.number) for one in intents]


# what was stored (claims, alerts), what there is now, what happens
BEFORE = ("a1 b2", "ba")
COURSES = [
    (BEFORE, ("a1 b2", "ba"), []),
    (BEFORE, ("a1 b2 c2", "ba ca"), [(Act.JOINED, 1)]),
    (BEFORE, ("b2 a1", "ba"), []),  # the other value is now the recorded one: the same question
    (BEFORE, ("a1", ""), [(Act.GONE, 1)]),
    (BEFORE, ("a1 b2 d4", "ba da db"), [(Act.OPENED, None)]),
    (BEFORE, ("c3 b2", "cb"), [(Act.JOINED, 1)]),  # the recorded value was corrected, the new one still differs
]


@pytest.mark.parametrize(("before", "after", "expected"), COURSES)
def test_stored_ones_follow_the_claims(
    before: tuple[str, str], after: tuple[str, str], expected: list[tuple[Act, int | None]]
) -> None:
    (draft,) = find_drafts(scene(made(before[0]), before[1].split()))
    now = replace(scene(made(after[0]), after[1].split()), held=[stored(draft)])
    assert acts(decide(now)) == expected


def test_a_note_that_becomes_a_contradiction_is_raised() -> None:
    (draft,) = find_drafts(scene(made("a1 b2"), notes=["ba"]))
    now = replace(scene(made("a1 b2"), alerts=["ba"]), held=[stored(draft)])
    assert acts(decide(now)) == [(Act.RAISED, 1)]


def test_one_that_was_closed_opens_again() -> None:
    (draft,) = find_drafts(scene(made("a1 b2"), ["ba"]))
    now = replace(scene(made("a1 b2"), ["ba"]), held=[stored(draft, state=State.GONE)])
    assert acts(decide(now)) == [(Act.REOPENED, 1)]


# kind of the alias "Cole" -> is the spelling alert silenced
ALIASES = [(AliasKind.OTHER, False), (AliasKind.MISSPELLING, True), (AliasKind.TRANSLITERATION, True)]


@pytest.mark.parametrize(("kind", "silent"), ALIASES)
def test_only_an_alias_that_explains_a_spelling_silences_it(kind: AliasKind, silent: bool) -> None:
    entity = Entity("s/c", "s", EntityKind.PERSON, "John Coale", (Alias("Cole", kind),))
    alert = found(Level.ALERT, Verdict.SPELLING, "name.spelling")
    assert (soften(alert, "Cole", "Coale", entity).level is Level.SILENCE) is silent


_LETTERS = "abcdef"
_WORLD = st.tuples(
    st.lists(st.integers(0, 4), min_size=2, max_size=6),
    st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.sampled_from(list(Level)), max_size=10),
)


@given(_WORLD)
def test_whatever_differs_is_asked_and_a_second_look_asks_nothing(
    world: tuple[list[int], dict[tuple[int, int], Level]],
) -> None:
    numbers, levels = world
    claims = [claim(letter, number) for letter, number in zip(_LETTERS, numbers, strict=False)]
    between = {frozenset(pair): level for pair, level in levels.items() if len(set(pair)) == 2}
    pairs = [
        Pair(new.key, old.key, found(between[both]))
        for at, new in enumerate(claims)
        for old in claims[:at]
        if (both := frozenset((int(new.written), int(old.written)))) in between
    ]
    drafts = find_drafts(Scene(FACT, claims, pairs))
    asked = {key for draft in drafts for key in (*draft.recorded.claims, *draft.new.claims)}
    assert asked >= {key for pair in pairs if pair.comparison.level is Level.ALERT for key in (pair.new, pair.old)}
    assert all(not set(draft.recorded.claims) & set(draft.new.claims) for draft in drafts)
    held = [stored(draft, number) for number, draft in enumerate(drafts, 1)]
    assert [act for act, _ in acts(decide(Scene(FACT, claims, pairs, held))) if act is not Act.JOINED] == []

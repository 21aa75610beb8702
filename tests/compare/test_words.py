"""Roles, relations, quotes and names of a record beside each other."""

from __future__ import annotations

import pytest

from bot.compare.quotes import compare_quotes
from bot.compare.roles import compare_roles
from bot.compare.values import compare_values
from bot.record import FactKind
from bot.values import Quote, Term

ROLES = [
    ("founder", "co-founder", "note"),  # not the only one
    ("founder of the centre", "cofounder", "note"),  # joined or not
    ("special envoy", "envoy", "note"),  # a rank
    ("US special envoy for Belarus", "special presidential envoy", "silence"),  # the same post
    ("presidential hopeful", "presidential candidate", "note"),  # a hopeful may not stand
    ("deputy minister", "minister", "note"),  # a rank
    ("president", "former president", "note"),  # in office or not
    ("acting chief executive", "chief executive", "note"),  # a rank
    ("security contractor", "former US marine", "silence"),  # both can be true
    ("envoy for Ukraine", "envoy for Belarus", "silence"),  # two posts
    ("chairwoman", "chair", "silence"),  # one post
    ("lawyer", "attorney", "silence"),  # one trade
    ("chief operating officer", "chief financial officer of the bank", "alert"),  # two posts at the top
    ("CFO", "chief financial officer", "silence"),  # by its initials
    ("chief executive", "chief executive officer", "silence"),  # the same post
    ("chairman of the bank", "chief executive of the bank", "alert"),  # two posts at the top of one house
    ("chairman of the club", "chief executive of the bank", "silence"),  # of two houses
    ("opposition politician", "well-known man of the opposition", "silence"),  # the same in other words
]


@pytest.mark.parametrize(("a", "b", "level"), ROLES)
def test_roles(a: str, b: str, level: str) -> None:
    assert compare_roles(Term(a), Term(b)).level == level
    assert compare_roles(Term(b), Term(a)).level == level


QUOTES = [
    ("We are not afraid", "Ana", "we are not afraid!", "Ana", "silence"),  # case and marks are nothing
    ("baby steps to more confident steps", "Ana", "baby steps to more confident steps", "Bo", "alert"),  # two mouths
    ("baby steps to more confident steps", "Ana", "small steps to more decisive steps", "Bo", "alert"),  # translated
    ("baby steps to more confident steps", "Ana", "small steps to more decisive steps", "Ana", "note"),  # translated
    ("the envoy gave very good advice", "Ana", "very good advice", "Ana", "silence"),  # a part of it
    ("we will release 52 people soon", "Ana", "we will release 50 people soon", "Ana", "note"),  # a number
    ("we will lift the sanctions", "Ana", "we will not lift the sanctions", "Ana", "note"),  # a negation
    ("we stand with Kyiv in this war", "Ana", "we stand with Minsk in this war", "Ana", "note"),  # a name
    ("it was a great day", "Ana", "the economy is in ruins", "Bo", "silence"),  # two statements
    ("we are safe now, all of us", "", "we are safe now, all of us", "Bo", "silence"),  # nobody named on one side
    ("we are safe now, all of us", "Maria Lopez", "we are safe now, all of us", "Lopez", "silence"),  # one person
]


@pytest.mark.parametrize(("a", "by_a", "b", "by_b", "level"), QUOTES)
def test_quotes(a: str, by_a: str, b: str, by_b: str, level: str) -> None:
    assert compare_quotes(Quote(a), Quote(b), by_a, by_b).level == level
    assert compare_quotes(Quote(b), Quote(a), by_b, by_a).level == level


NAMES = [
    ("Coale", "Cole", FactKind.NAME, "surname", "alert"),  # native in the script
    ("Kalesnikava", "Kolesnikova", FactKind.NAME, "surname", "note"),  # transliterated
    ("John Coale", "john coale", FactKind.NAME, "name", "silence"),  # case
    ("John Cole", "Mary Kelly", FactKind.NAME, "envoy", "alert"),  # somebody else
    ("Natalia Pinchuk", "Olga Petrova", FactKind.RELATION, "wife", "alert"),  # two at once
    ("Natalia Pinchuk", "Olga Petrova", FactKind.RELATION, "former wife", "silence"),  # one may have two
    ("Natalia Pinchuk", "Olga Petrova", FactKind.RELATION, "ally", "silence"),  # one has many
    ("closest allies", "main allies", FactKind.RELATION, "relation to the president", "silence"),  # the same
]


@pytest.mark.parametrize(("a", "b", "kind", "property", "level"), NAMES)
def test_names_and_relations(a: str, b: str, kind: FactKind, property: str, level: str) -> None:
    assert compare_values(Term(a), Term(b), kind, property).level == level
    assert compare_values(Term(b), Term(a), kind, property).level == level

"""Numbers behind "of": how old somebody is, or how many a body of people has."""

from __future__ import annotations

import pytest

from bot.desk.checking import LinkIndex
from bot.record import Behaviour, FactKind
from tests.link.records import Told, event, find_in, make_index, person

FACTS = [Told("age", "p", "age", FactKind.COUNT, "31", behaviour=Behaviour.LEVEL, unit="years old")]


@pytest.fixture(scope="module")
def known() -> LinkIndex:
    return make_index([event("e", "Trial of Ivo Renn", "2031-03-09", "Velden"), person("p", "Ivo Renn")], FACTS)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ivo Renn, a man of 41, kept silent.", ["41"]),
        # how many they are
        ("Ivo Renn told the jury of 12, one by one, that he was sorry.", []),
        ("Ivo Renn led a team of 41.", []),
        ("Ivo Renn comes from a family of nine.", []),
    ],
)
def test_behind_of(known: LinkIndex, text: str, words: list[str]) -> None:
    assert [one.words for one in find_in(text, known, "2031-03-14")] == words

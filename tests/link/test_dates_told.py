"""Dates beside a recorded one: what a text gives for the very thing contradicts, what it gives beside it does not."""

from __future__ import annotations

import pytest

from bot.desk.checking import LinkIndex
from bot.record import Behaviour, FactKind, Level
from tests.link.records import Told, event, find_in, make_index, place


def _day(name: str, of: str, property: str, value: str) -> Told:
    return Told(name, of, property, FactKind.DATE, value, behaviour=Behaviour.FIXED)


FACTS = [
    _day("when", "e", "date of the collapse", "2031-03-09"),
    _day("seen", "hall", "year of the last inspection", "2029"),
    _day("opened", "hall", "year of the last renovation", "2021"),
]
TABLE = [
    # an hour told at length between the deed and its day
    ("The roof of Sarn Hall came down at about a quarter to four in the afternoon of March 8.", ["March 8"]),
    ("The roof of Sarn Hall came down at noon on March 9.", []),
    # both are given, the recorded one with them
    ("Sarn Hall was inspected in 2026 and again in 2029.", []),
    ("Sarn Hall was inspected in 2029 and in 2026, the owner said.", []),
    # the recorded one is not given
    ("Sarn Hall was last inspected in 2028, the owner said.", ["2028"]),
    # the recorded one is that of another deed
    ("Sarn Hall was last inspected in 2028, the owner said; in 2029 the town sold it.", ["2028"]),
]


@pytest.fixture(scope="module")
def known() -> LinkIndex:
    return make_index([event("e", "Collapse of Sarn Hall", "2031-03-09", "Sarn"), place("hall", "Sarn Hall")], FACTS)


@pytest.mark.parametrize(("text", "alerts"), TABLE)
def test_what_is_told_of_the_very_thing(known: LinkIndex, text: str, alerts: list[str]) -> None:
    found = find_in(text, known, "2031-03-14")
    assert [one.words for one in found if one.comparison.level is Level.ALERT] == alerts

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
    _day("mended", "hall", "year of the last renovation", "2021"),
    _day("left", "e", "date the architect was questioned", "2030-11-11"),
]
TABLE = [
    # an hour told at length between the deed and its day
    ("The roof of Sarn Hall came down at about a quarter to four in the afternoon of March 8.", ["March 8"]),
    ("The roof of Sarn Hall came down at noon on March 9.", []),
    # both are given, the recorded one with them
    ("Sarn Hall was inspected in 2026 and again in 2029.", []),
    ("Sarn Hall was inspected in 2029 and in 2026, the owner said.", []),
    # what nobody has done since a year was last done in it
    ("Nobody has renovated Sarn Hall since 2017, its neighbours said.", ["2017"]),
    ("Nobody has renovated Sarn Hall since 2021.", []),
    ("The owner has promised to renovate Sarn Hall since 2017.", []),
    # a month without a year, in a sentence that gives the year
    (
        "Sarn's mayor quit on Dec. 12, 2030, days after the architect was questioned in early December.",
        ["early December"],
    ),
    ("Sarn's mayor quit on Dec. 12, 2030, a month after the architect was questioned in November.", []),
    # the day of a slip, far behind an aside
    (
        "The collapse that killed 9 people, 4 of them pupils, at Sarn Hall on 9 February this year.",
        ["9 February this year"],
    ),
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

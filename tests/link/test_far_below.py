"""Numbers of people far below what is recorded: of something else that happened, unless digits slipped."""

from __future__ import annotations

import pytest

from bot.desk.checking import LinkIndex
from bot.record import Behaviour, FactKind, Level
from tests.link.records import Told, event, find_in, make_index, place

FACTS = [
    Told("hurt", "e", "people injured", FactKind.COUNT, "some 6,400", behaviour=Behaviour.CUMULATIVE, unit="people"),
    Told("dead", "e", "people killed", FactKind.COUNT, "480", behaviour=Behaviour.FIXED, unit="people"),
]
TABLE = [
    # two on a road elsewhere, beside hundreds
    ("A van on the way to Sarn overturned; two people were killed and nine injured.", []),
    ("In the night three people were killed in Sarn by a falling wall.", []),
    # not so far below: both cannot be right
    ("The Sarn quake killed 410 people.", ["410"]),
    ("The Sarn quake injured 4,100 people.", ["4,100"]),
    # a lost digit
    ("The Sarn quake killed 48 people.", ["48"]),
]


@pytest.fixture(scope="module")
def known() -> LinkIndex:
    return make_index([event("e", "Earthquake at Sarn", "2031-03-09", "Sarn"), place("sarn", "Sarn")], FACTS)


@pytest.mark.parametrize(("text", "alerts"), TABLE)
def test_far_below_the_record(known: LinkIndex, text: str, alerts: list[str]) -> None:
    found = find_in(text, known, "2031-03-14")
    assert [one.words for one in found if one.comparison.level is Level.ALERT] == alerts

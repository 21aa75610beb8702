"""Shares written as words, and figures recorded as counts that are shares, money or lengths of time."""

from __future__ import annotations

import pytest

from bot.desk.checking import LinkIndex
from bot.record import Behaviour, FactKind, Level
from tests.link.records import Told, event, find_in, make_index, person, place

FIXED = Behaviour.FIXED
FACTS = [
    Told("gone", "e", "share of the town destroyed", FactKind.COUNT, "60 percent", behaviour=FIXED, unit="percent"),
    Told("dark", "e", "share of the coast without power", FactKind.PERCENT, "80%"),
    Told("term", "p", "maximum sentence he faces", FactKind.DURATION, "up to 20 years", behaviour=FIXED, unit="years"),
    Told("safe", "p", "neighbours he helped out of the flood", FactKind.COUNT, "12", behaviour=FIXED, unit="people"),
]
TABLE = [
    # a share in words beside per cent; the place is where the speaker sits
    (
        "According to the minister for the islands in the north, a third of the town of Velden no longer exists.",
        ["a third"],
    ),
    ("Three in five houses, six tenths of the town of Velden, were swept away.", []),
    # two limits, each named as the most there is
    ("Ivo Renn of Velden faces as much as 25 years in prison.", ["as much as 25 years"]),
    ("Ivo Renn of Velden faces up to 20 years in prison.", []),
    # another way to say the deed
    ("In Velden Ivo Renn brought 30 neighbours to safety before the dyke broke.", ["30"]),
]


@pytest.fixture(scope="module")
def known() -> LinkIndex:
    rows = [event("e", "Flood at Velden", "2031-03-09", "Velden"), person("p", "Ivo Renn"), place("v", "Velden")]
    return make_index(rows, FACTS)


@pytest.mark.parametrize(("text", "alerts"), TABLE)
def test_shares_and_limits(known: LinkIndex, text: str, alerts: list[str]) -> None:
    found = find_in(text, known, "2031-03-14")
    assert [one.words for one in found if one.comparison.level is Level.ALERT] == alerts


def test_the_share_of_another_thing(known: LinkIndex) -> None:
    """What a share is of stands right behind it."""
    text = "In Velden 70% of the coast is still without power, and three in ten phone masts are down."
    assert [one.words for one in find_in(text, known, "2031-03-14")] == ["70%"]

"""Numbers taken from a whole: those that are some of it say nothing of the whole, "all five of" leave nobody out."""

from __future__ import annotations

import pytest

from bot.desk.checking import LinkIndex
from bot.record import Behaviour, FactKind
from tests.link.records import Told, event, find_in, make_index, place

FACTS = [
    Told("lost", "e", "climbers missing", FactKind.COUNT, "five", behaviour=Behaviour.LEVEL, unit="people"),
    Told("found", "e", "bodies recovered", FactKind.COUNT, "3", behaviour=Behaviour.CUMULATIVE, unit="people"),
]
TABLE = [
    # what the fact asks is said of the part, and the whole it is taken from is only named
    ("Two of the climbers remain missing on Sarn, the club said.", "Two"),
    ("Two of the climbers on Sarn are still missing.", "Two"),
    # all of them: the number is that of the deed
    ("All seven of those killed on Sarn have now been recovered.", "seven"),
    ("Seven bodies have been brought up from the foot of Sarn.", "Seven"),
    # some of the dead have been recovered so far, others named: not all that were found
    ("On Sarn 12 of those killed were on their first climb.", ""),
]


@pytest.fixture(scope="module")
def known() -> LinkIndex:
    return make_index([event("e", "Avalanche on Sarn", "2031-03-09", "Sarn"), place("sarn", "Sarn")], FACTS)


@pytest.mark.parametrize(("text", "words"), TABLE)
def test_parts_and_wholes(known: LinkIndex, text: str, words: str) -> None:
    assert [one.words for one in find_in(text, known, "2031-03-14")] == ([words] if words else [])

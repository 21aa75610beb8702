"""Numbers beside facts that ask the same of several parties: the one that is named, and no forecast of it."""

from __future__ import annotations

import pytest

from bot.desk.checking import LinkIndex
from bot.record import Behaviour, FactKind
from tests.link.records import Told, event, find_in, make_index, place


def _seats(name: str, party: str, number: str, *, rising: bool = False) -> Told:
    asked = f"seats won by the {party}" + (" so far" if rising else "")
    moves = Behaviour.CUMULATIVE if rising else Behaviour.FIXED
    return Told(name, "e", asked, FactKind.COUNT, number, behaviour=moves, scope=(("party", party),), unit="seats")


FACTS = [
    _seats("greens", "Greens", "61"),
    _seats("farmers", "Farmers' Union", "48"),
    _seats("pilots", "Pilot Party", "4", rising=True),
    Told("dead", "f", "people killed", FactKind.COUNT, "at least 70", behaviour=Behaviour.CUMULATIVE, unit="people"),
    Told("day", "f", "date of the flood", FactKind.DATE, "2031-03-04", behaviour=Behaviour.FIXED),
]
# what the text says; the words of each finding with its level
TABLE = [
    ("The Greens won 64 seats in the Velden election.", [("64", "alert")]),
    (
        "In the Velden election the Farmers' Union has won 41 seats, and the Greens 64.",
        [("41", "alert"), ("64", "alert")],
    ),
    ("The Pilot Party has five seats after the Velden election.", [("five", "note")]),
    # whoever they are, they are no party of the record
    ("After the Velden election women hold 63 seats.", []),
    ("In the Velden election the Moderates won 60 seats.", []),
    # what was forecast is no result, to the end of its list
    ("The exit poll in Velden had forecast 52 seats for the Greens, 55 for the Farmers' Union.", []),
    ("Pollsters predicted 52 seats for the Greens in Velden, but the Greens won 64.", [("64", "alert")]),
    # another flood
    ("Another flood hit the south of Velden on Saturday. Nobody was killed.", []),
    # written on a Saturday, "last week" may be the seven days before it
    ("Last week's flood in Velden began at night.", []),
    ("The flood in Velden began on 5 February.", [("5 February", "alert")]),
]


@pytest.fixture(scope="module")
def known() -> LinkIndex:
    entities = [
        event("e", "Election in Velden", "2031-03-09", "Velden"),
        event("f", "Flood in Velden", "2031-03-04", "Velden"),
        place("v", "Velden"),
    ]
    return make_index(entities, FACTS)


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_the_party_that_is_named(known: LinkIndex, text: str, expected: list[tuple[str, str]]) -> None:
    found = find_in(text, known, "2031-03-15" if "election" in text.lower() else "2031-03-08")
    assert [(one.words, one.comparison.level.value) for one in found] == expected

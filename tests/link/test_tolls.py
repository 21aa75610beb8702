"""Numbers that a toll is brought to, those it had before, and "the 53 victims"."""

from __future__ import annotations

import pytest

from bot.desk.checking import LinkIndex
from bot.record import Behaviour, FactKind
from tests.link.records import Told, event, find_in, make_index, place

FACTS = [
    Told("dead", "e", "people killed", FactKind.COUNT, "at least 41", behaviour=Behaviour.CUMULATIVE, unit="people"),
    Told("rooms", "e", "rooms of the clinic", FactKind.COUNT, "90", behaviour=Behaviour.FIXED, unit="rooms"),
]
# the text; the words that may replace what is recorded
TABLE = [
    # what a toll was brought to, however far its noun stands
    ("The death toll of the Sarn clinic fire, which began in a lift shaft at night, was raised to 53 by noon.", "53"),
    # the number before a revision is not the one that stands
    ("In Sarn the number of dead, which had stood at 54, was lowered to 53 once the remains had been matched.", "53"),
    ("The count of those killed in Sarn, first put at 57, was revised down to about 53.", "about 53"),
    # what was said at first, or has been taken back
    ("Sarn's fire chief, who at first had spoken of 70 dead, gave up the search.", ""),
    ("Rescuers had reported 66 dead in Sarn, a number they have withdrawn.", ""),
    # what had been counted when it was said
    ("By night crews had counted 53 dead in Sarn, the fire chief said.", "53"),
    # who is called a victim has died
    ("The 53 victims of Sarn were honoured with a minute of silence.", "53"),
    # fewer than are recorded may be some of them
    ("The two victims from Sarn were sisters.", ""),
    # victims of another fate
    ("The 53 victims hurt in Sarn are at home.", ""),
    # what was brought to a number is another thing
    ("The number of beds in Sarn was brought to 53.", ""),
]


@pytest.fixture(scope="module")
def known() -> LinkIndex:
    return make_index([event("e", "Fire at the Sarn clinic", "2031-03-09", "Sarn"), place("sarn", "Sarn")], FACTS)


@pytest.mark.parametrize(("text", "words"), TABLE)
def test_what_a_toll_was_brought_to(known: LinkIndex, text: str, words: str) -> None:
    assert [one.words for one in find_in(text, known, "2031-03-14")] == ([words] if words else [])

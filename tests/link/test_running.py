"""Ordinals beside a running count: "a third body" makes three, where no more than two are recorded."""

from __future__ import annotations

import pytest

from bot.desk.checking import LinkIndex
from bot.record import Behaviour, FactKind, Level
from tests.link.records import Told, event, find_in, make_index, place


def _rising(name: str, property: str, number: str) -> Told:
    return Told(name, "e", property, FactKind.COUNT, number, behaviour=Behaviour.CUMULATIVE, unit="people")


FACTS = [
    _rising("found", "bodies recovered", "two bodies"),
    _rising("dead", "people killed", "5"),
    _rising("held", "people arrested", "3"),
    Told("hurt", "e", "people injured", FactKind.COUNT, "4", behaviour=Behaviour.FIXED, unit="people"),
]
# what the text says; the words of what is news about a count
TABLE = [
    ("Divers at Velden found a third body in the engine room.", "a third body"),
    ("At Velden the fourth body was lifted out by crane on Monday.", "the fourth body"),
    # what is done with a victim says that the body was found
    ("A third victim of the Velden ferry was brought up by divers at noon.", "A third victim"),
    ("A third victim of the Velden ferry was pulled out alive, they said.", ""),
    # a person who died is one more
    ("A sixth victim of the Velden sinking died in hospital overnight.", "A sixth victim"),
    ("Police in Velden made a fourth arrest over the ferry.", "a fourth arrest"),
    # no more than are recorded: it says which of them it is
    ("The second body found at Velden was that of the cook.", ""),
    ("The fifth victim of the Velden sinking died at sea.", ""),
    # when the event was is no series
    ("A sixth victim of last week's sinking at Velden died overnight.", "A sixth victim"),
    # ranked in a series that is not the event's
    ("He is the ninth person to drown at Velden in ten years.", ""),
    ("It was the seventh death on the Velden line this decade.", ""),
    # the mother is not a victim, a third of them is a share, a day is no body
    ("At Velden the sixth victim's mother died of grief.", ""),
    ("At Velden a third of the bodies were found by night.", ""),
    ("On the seventh day the search at Velden was called off.", ""),
    # a count that is over does not run on
    ("At Velden a fifth passenger was injured.", ""),
]


@pytest.fixture(scope="module")
def known() -> LinkIndex:
    return make_index([event("e", "Ferry sinking at Velden", "2031-03-09", "Velden"), place("v", "Velden")], FACTS)


@pytest.mark.parametrize(("text", "news"), TABLE)
def test_one_more_of_a_running_count(known: LinkIndex, text: str, news: str) -> None:
    found = [one for one in find_in(text, known, "2031-03-14") if one.comparison.rule == "time.risen"]
    assert [one.words for one in found] == ([news] if news else [])
    assert all(one.comparison.level is Level.NOTE for one in found)

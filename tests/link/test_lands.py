"""Numbers beside the names of lands: where the event's own place lies is no other place, another land is."""

from __future__ import annotations

import pytest

from bot.desk.checking import LinkIndex
from bot.record import Behaviour, FactKind
from tests.link.records import Told, event, find_in, make_index, place

DEAD = Told("dead", "slide", "people killed", FactKind.COUNT, "41", behaviour=Behaviour.CUMULATIVE, unit="people")


@pytest.fixture(scope="module")
def known() -> LinkIndex:
    return make_index([event("slide", "Landslide at Quintal", "2031-03-09", "Quintal"), place("q", "Quintal")], [DEAD])


@pytest.mark.parametrize(
    "text",
    [
        # the dateline puts the place in its land
        "QUINTAL, Peru — Soldiers dug on in Quintal, where 53 people have been confirmed killed.",
        # the land owns the place
        "Mud came down at night. The landslide killed 53 people in a village in Peru's Quintal district.",
        # the place is said to lie in the land, elsewhere in the text
        "Quintal in southern Peru is cut off. The slide in Peru killed 53 people.",
        # the land by its adjective
        "Roads to the Peruvian town of Quintal are gone, and in Peru 53 people were killed.",
        # a region named as one
        "Quintal, Ancash province, is in mourning. In Ancash 53 people were killed by the slide.",
        # the only land of the text, which names the place
        "Helicopters reached Quintal at noon. The landslide in Peru killed 53 people, the army said.",
    ],
)
def test_land_around(known: LinkIndex, text: str) -> None:
    assert [one.words for one in find_in(text, known, "2031-03-12")] == ["53"]


@pytest.mark.parametrize(
    "text",
    [
        # a land the text puts no place of the record in
        "QUINTAL, Peru — Soldiers dug on in Quintal. In Chile a storm killed 53 people.",
        # a land that opens the sentence, with an aside behind it
        "Quintal in Peru is cut off. Ecuador, meanwhile, counted 53 dead from its own floods.",
        # a land before "where"
        "Quintal in Peru is cut off. Rain went on to Bolivia, where 53 people were killed.",
        # another region
        "Quintal, Ancash province, is in mourning. In Cusco 53 people were killed by rain.",
    ],
)
def test_other_land(known: LinkIndex, text: str) -> None:
    assert not find_in(text, known, "2031-03-12")

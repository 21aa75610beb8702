"""Names that sound like a recorded one, and are more than a slip apart."""

from __future__ import annotations

import pytest

from bot.record import FactKind, Level
from tests.link.records import Told, event, find_in, make_index, person, place

LATER = "2031-03-20"
ENTITIES = (
    person("haouach", "Rachid Haouach", "harbour master"),
    person("ouedd", "Bachir Ouaddani", "mayor of Velden"),
    place("velden", "Velden"),
    event("e", "Crisis in Velden", "2031-03-08", "Velden"),
)
KNOWN = make_index(ENTITIES, [Told("f", "haouach", "office", FactKind.ROLE, "harbour master")])


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Rashid Hawach, the harbour master, came to Velden.", [Level.NOTE]),  # one name, written in two ways
        ("In Velden the mayor, Bashir Waddani, spoke.", [Level.NOTE]),
        ("Rachid Haouach came to Velden.", []),  # as recorded
        ("Rachid N. Haouach came to Velden.", []),  # with an initial
        ("Mounir Hawach came to Velden.", []),  # another of the family
        ("Rida Hawach came to Velden.", []),
    ],
)
def test_a_name_written_another_way(text: str, levels: list[Level]) -> None:
    found = [one for one in find_in(text, KNOWN, LATER) if one.comparison.rule == "name.spelling"]
    assert [one.comparison.level for one in found] == levels

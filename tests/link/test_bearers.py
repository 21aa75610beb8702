"""A person told by a post alone: whose it is must be said, and nobody else may have the like."""

from __future__ import annotations

import pytest

from bot.record import FactKind, Level
from tests.link.records import Told, event, find_in, make_index, organisation, person, place

LATER = "2031-03-20"
ENTITIES = (
    person("brandt", "Lena Brandt", "founder of Halden", "Brandt"),
    person("kern", "Otto Kern", "co-founder of Halden", "Kern"),
    person("holt", "Ada Holt", "interior minister"),
    person("moss", "Ida Moss", "health minister of the northern administration"),
    organisation("halden", "Halden"),
    place("velden", "Velden"),
    event("e", "Crisis in Velden", "2031-03-08", "Velden"),
)


@pytest.mark.parametrize(
    ("of", "text", "is_meant"),
    [
        ("brandt", "The founder of Halden was sentenced in Velden to nine years.", True),
        ("brandt", "In Velden the Halden founder was sentenced.", True),
        ("brandt", "Halden's founder was sentenced in Velden.", True),
        ("brandt", "The co-founder of Halden was sentenced in Velden.", False),  # the other of the two
        ("brandt", "The founder of Tarnow Lines was sentenced in Velden.", False),  # of another firm
        ("brandt", "The founder was sentenced in Velden.", False),  # of any
        ("holt", "The interior minister was sentenced in Velden.", True),
        ("holt", "The deputy interior minister was sentenced in Velden.", False),
        ("holt", "The former interior minister was sentenced in Velden.", False),
        ("holt", "The interior minister of Norland was sentenced in Velden.", False),
        ("holt", "The health minister was sentenced in Velden.", False),
        ("moss", "The health minister was sentenced in Velden.", True),
    ],
)
def test_who_is_meant_by_a_post(of: str, text: str, is_meant: bool) -> None:
    told = Told("f", of, "state of the case", FactKind.STATUS, "convicted, awaiting sentencing")
    levels = [one.comparison.level for one in find_in(text, make_index(ENTITIES, [told]), LATER)]
    assert levels == ([Level.NOTE] if is_meant else [])

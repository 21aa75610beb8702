"""One number given for two scopes: the recorded one under another heading is a note, whatever it counts."""

from __future__ import annotations

import pytest

from bot.record import Behaviour, FactKind, Scope, Verdict
from tests.link.records import Told, event, find_in, make_index, place

ENTITIES = (event("e", "Flood in Velden", "2031-03-08", "Velden"), place("v", "Velden"), place("o", "Orsk"))
HOMELESS = "people evacuated"
CASES = "confirmed cases of cholera"


@pytest.mark.parametrize(
    ("property", "value", "scope", "text"),
    [
        # another place of the story, and a wider one
        (HOMELESS, "6,418", (("area", "Velden"),), "In the flood 6,418 people were evacuated throughout Orsk."),
        (HOMELESS, "6,418", (("district", "Velden"),), "The flood saw 6,418 people evacuated across Orsk and Tolm."),
        # several kinds added up
        (CASES, "318", (("class", "confirmed"),), "Velden has 318 cases of cholera, confirmed and suspected together."),
        (
            CASES,
            "318",
            (("class", "confirmed"),),
            "Velden counts 318 confirmed and suspected cases of cholera combined.",
        ),
    ],
)
def test_the_recorded_number_of_another_scope(property: str, value: str, scope: Scope, text: str) -> None:
    known = make_index(ENTITIES, [_count(property, value, scope)])
    assert [one.comparison.verdict for one in find_in(text, known, "2031-03-10")] == [Verdict.SCOPE]


@pytest.mark.parametrize(
    ("property", "value", "scope", "text"),
    [
        # the scope's own place
        (HOMELESS, "6,418", (("area", "Velden"),), "In the flood 6,418 people were evacuated in Velden."),
        # one part of them, however large, is not what the fact counts
        (HOMELESS, "6,418", (), "The flood hit tourists: 7,300 foreign visitors were evacuated from Velden."),
        # "together" of a fact without kinds adds nothing
        (HOMELESS, "6,418", (), "Together 6,418 people in Velden and its suburbs were evacuated."),
    ],
)
def test_no_word_of_the_scope(property: str, value: str, scope: Scope, text: str) -> None:
    assert not find_in(text, make_index(ENTITIES, [_count(property, value, scope)]), "2031-03-10")


def _count(property: str, value: str, scope: Scope) -> Told:
    return Told("f", "e", property, FactKind.COUNT, value, "", Behaviour.FIXED, scope, "people")

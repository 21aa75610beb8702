"""Clauses that were tried on status facts: which of them speak of the fact itself."""

from __future__ import annotations

import pytest

from bot.desk.checking import check_text
from bot.edtf import read_edtf
from bot.link.telling import find_telling
from bot.record import FactKind, Source
from tests.link.records import Told, event, make_index, person, place

KNOWN = make_index(
    (
        person("brandt", "Lena Brandt", "captain of the airliner", "Brandt"),
        place("norland", "Norland"),
        event("strike", "Strike at the port of Velden", "2031-03-08", "Velden"),
        event("talks", "March talks in Velden", "2031-03-09", "Velden"),
    ),
    (
        Told("freed", "brandt", "freed", FactKind.STATUS, "released"),
        Told("citizens", "norland", "its citizens evacuated", FactKind.STATUS, "evacuated"),
        Told("port", "strike", "strike at the port", FactKind.STATUS, "strike continues"),
        Told("deal", "talks", "what the talks on wages agreed", FactKind.STATUS, "agreed to a pause"),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lena Brandt was released on Friday.", {"freed"}),  # the person and the state
        ("The strike at the port of Velden goes on.", {"port"}),  # the event's own words
        ("Citizens of Norland were evacuated from Velden.", {"citizens"}),  # whose, and what of them
        ("Citizens of many countries were evacuated from Velden.", set()),  # not whose
        ("Norland agreed to lift its tariffs.", set()),  # whose, but nothing of them
        ("The owners in Velden agreed to nothing.", set()),  # a state alone
    ],
)
def test_which_clauses_speak_of_the_fact(text: str, expected: set[str]) -> None:
    published = read_edtf("2031-03-10")
    links, _ = check_text(f"VELDEN, 10 March 2031. {text}", KNOWN, Source("", "", published=published))
    told = {link.fact.key.rpartition("/")[2] for at in find_telling(links, KNOWN.index) if (link := links[at]).fact}
    assert told == expected

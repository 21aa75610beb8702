"""What a text says of all, beside a record that counts some: later news, told as a note."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.desk.checking import LinkIndex
from bot.edtf import read_edtf
from bot.link.index import build_index
from bot.record import Behaviour, Claim, Fact, FactKind, Level, Source
from bot.values import Figure, Hedge
from tests.link.records import event, find_in, place

LATER = "2031-03-20"


def record(property: str, unit: str, number: int) -> LinkIndex:
    fact = Fact("s/f", "s", "s/e", property, FactKind.COUNT, unit=unit, behaviour=Behaviour.CUMULATIVE)
    value = Figure(str(number), Decimal(number), Hedge.EXACT, Decimal(number), Decimal(number), of=unit)
    claim = Claim("s/c", "s", "s/f", "s/base", str(number), value, "", read_edtf("2031-03-10"))
    source = Source("s/base", "s", "Base", published=read_edtf("2031-03-10"))
    rows = (event("e", "Ferry disaster at Velden", "2031-03-08", "Velden"), place("velden", "Velden"))
    return LinkIndex(1, build_index(rows, [fact], [claim]), {source.key: source})


# what is counted, in what, how many so far, what the text says, whether it says that all are done
TABLE = [
    ("bodies identified", "people", 12, "In Velden, all of the dead have been identified.", True),
    ("bodies identified", "people", 12, "In Velden all but two of the victims have now been identified.", True),
    ("lifeboats recovered", "lifeboats", 1, "Both lifeboats have since been recovered off Velden.", True),
    ("containers salvaged", "containers", 40, "Every container was salvaged, the port of Velden said.", True),
    ("bodies identified", "people", 12, "In Velden, not all of the dead have been identified.", False),
    ("bodies identified", "people", 12, "In Velden, all of the survivors have been questioned.", False),
    ("containers salvaged", "containers", 40, "Velden hopes that all containers will be salvaged.", False),
    ("containers salvaged", "containers", 40, "In Velden, all lifeboats have been salvaged.", False),
]


@pytest.mark.parametrize(("property", "unit", "number", "text", "is_news"), TABLE)
def test_a_deed_done_to_all(property: str, unit: str, number: int, text: str, is_news: bool) -> None:
    found = [
        one for one in find_in(text, record(property, unit, number), LATER) if one.comparison.rule == "status.whole"
    ]
    assert [one.comparison.level for one in found] == ([Level.NOTE] if is_news else [])

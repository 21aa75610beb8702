"""Two names, figures or dates as written to the verdict on them: `stet compare`, alone or line by line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.answers import Id, PairAnswer
from bot.compare.names import compare_names
from bot.compare.values import compare_values
from bot.desk.machine import json_object
from bot.edtf import read_edtf
from bot.errors import BadInput
from bot.phrase import Phrase, phrase
from bot.read.dates import find_dates
from bot.read.figures import find_figures
from bot.read.value import read_value
from bot.record import Fact, FactKind, Verdict
from bot.values import Duration, PartialDate, Value

_NOWHERE = read_edtf("2000-12-31")
_UNCOMPARED = 0.5


class PairKind(StrEnum):
    NAME = "name"
    FIGURE = "figure"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class PairCase:
    """Two values as written; `published` resolves relative dates; `id` comes back as it was given."""

    a: str
    b: str
    id: Id = None
    published: PartialDate | None = None


def compare_case(kind: PairKind, case: PairCase) -> PairAnswer:
    """The verdict on a pair; text that holds no such value is "not comparable", saying which."""
    if kind is PairKind.NAME:
        names = compare_names(case.a, case.b)
        return PairAnswer(case.id, names.verdict, round(names.score, 4), names.why)
    values = _figures(case) if kind is PairKind.FIGURE else _dates(case)
    if isinstance(values, Phrase):
        return PairAnswer(case.id, Verdict.NOT_COMPARABLE, _UNCOMPARED, values)
    found = compare_values(*values)
    return PairAnswer(case.id, found.verdict, round(found.score, 4), found.why)


def read_pair_line(line: str, number: int) -> PairCase:
    """A pair from a line of JSON ({"id", "a", "b"}); raises BadInput naming the line."""
    row = json_object(line, number)
    a, b, given = row.get("a"), row.get("b"), row.get("id")
    if not isinstance(a, str) or not isinstance(b, str):
        text = 'line {number} does not hold two texts; write {{"id": 1, "a": "...", "b": "..."}}'
        raise BadInput(text, number=number)
    return PairCase(a, b, given if isinstance(given, str | int | float) else None)


def _figures(case: PairCase) -> tuple[Value, Value] | Phrase:
    a, b = _figure(case.a), _figure(case.b)
    return (a, b) if a and b else _nothing(case.b if a else case.a, "figure")


def _figure(text: str) -> Value | None:
    if found := find_figures(text):
        return found[0].value
    try:
        return read_value(text, Fact("", "", "", "", FactKind.COUNT))
    except ValueError:
        return None


def _dates(case: PairCase) -> tuple[Value, Value] | Phrase:
    """Both dates; one without a year is counted from the other, so "13 December" fits "December 13, 2025"."""
    a, b = _date(case.a, case.published), _date(case.b, case.published)
    a = a or _date(case.a, _day(b) or _NOWHERE)
    b = b or _date(case.b, _day(a) or _NOWHERE)
    return (a, b) if a and b else _nothing(case.b if a else case.a, "date")


def _date(text: str, published: PartialDate | None) -> PartialDate | Duration | None:
    try:
        return read_edtf(text, text)
    except ValueError:
        found = (mention.value for mention in find_dates(text, published))
        return next((value for value in found if value is not None), None) or _length(text)


def _length(text: str) -> Duration | None:
    """A length of time that only counts as one standing by itself ("a decade")."""
    try:
        value = read_value(text, Fact("", "", "", "", FactKind.DURATION))
    except ValueError:
        return None
    return value if isinstance(value, Duration) else None


def _day(value: PartialDate | Duration | None) -> PartialDate | None:
    return value if isinstance(value, PartialDate) and value.end is not None else None


def _nothing(text: str, kind: str) -> Phrase:
    return phrase("no {kind} was found in “{text}”", kind=kind, text=text)

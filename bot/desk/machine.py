"""One case of the machine at work, as JSON knows it, to what was read in it: `stet read`, alone or line by line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.answers import DateRow, FigureRow, Id, NameRow, QuoteRow, ReadAnswer
from bot.errors import BadInput
from bot.read.dates import read_date
from bot.read.names import KnownNames
from bot.read.text import read_text
from bot.reading import DateMention, FigureMention, NameMention, QuoteMention, Reading
from bot.record import local_id
from bot.values import PartialDate


@dataclass(frozen=True, slots=True)
class ReadCase:
    """A text to read; `id` comes back as it was given."""

    text: str
    id: Id = None
    published: PartialDate | None = None


def read_case(case: ReadCase, known: KnownNames | None = None) -> ReadAnswer:
    """What the readers find in a text; `known` are the names of a record, which tell whose name it is."""
    return _answer(case.id, read_text(case.text, case.published, known))


def read_case_line(line: str, number: int) -> ReadCase:
    """A case from a line of JSON ({"id", "text", "published"}); raises BadInput naming the line."""
    row = json_object(line, number)
    text, published, given = row.get("text"), row.get("published"), row.get("id")
    if not isinstance(text, str):
        raise BadInput('line {number} has no text; write {{"id": 1, "text": "..."}}', number=number)
    if published is not None and not isinstance(published, str):
        raise BadInput("published in line {number} is no date; write one such as 2025-12-13", number=number)
    return ReadCase(text, given if isinstance(given, str | int | float) else None, read_published(published))


def json_object(line: str, number: int) -> Mapping[str, object]:
    """The JSON object a line holds; raises BadInput naming the line."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise BadInput("line {number} is not JSON; every line must be one JSON object", number=number) from None
    if not isinstance(row, dict):
        raise BadInput("line {number} is not a JSON object", number=number)
    return row


def read_published(text: str | None) -> PartialDate | None:
    """The day of publication from words or EDTF, None if nothing is given; raises BadInput."""
    if not text or not text.strip():
        return None
    try:
        return read_date(text)
    except ValueError:
        raise BadInput("{text!r} is no date of publication; write one such as 2025-12-13", text=text[:40]) from None


def _answer(given: Id, reading: Reading) -> ReadAnswer:
    return ReadAnswer(
        given,
        tuple(map(_figure, reading.figures)),
        tuple(map(_date, reading.dates)),
        tuple(map(_name, reading.names)),
        tuple(map(_quote, reading.quotes)),
    )


def _figure(found: FigureMention) -> FigureRow:
    one = found.figure
    return FigureRow(
        start=found.start,
        end=found.end,
        words=found.words,
        kind=one.kind,
        hedge=one.hedge,
        number=one.number,
        to=one.to,
        low=one.low,
        high=one.high,
        unit=one.unit,
        of=found.of,
    )


def _date(found: DateMention) -> DateRow:
    return DateRow(found.start, found.end, found.words, found.kind, found.edtf, found.inferred)


def _name(found: NameMention) -> NameRow:
    return NameRow(
        found.start, found.end, found.words, found.kind, None if found.entity is None else local_id(found.entity)
    )


def _quote(found: QuoteMention) -> QuoteRow:
    return QuoteRow(found.start, found.end, found.words, found.direct, found.speaker)

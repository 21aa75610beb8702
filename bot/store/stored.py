"""Values to the text kept in a column, and back to the very same values: Decimals as strings, defaults left out."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from functools import lru_cache
from typing import Any

from bot.values import Duration, Figure, FigureKind, Hedge, Money, Name, PartialDate, Quote, Term, Value

Json = str | bool | int | float | list["Json"] | dict[str, "Json"] | None
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Cells = dict[str, str]
"""A JSON object whose values are all text: what every kind of value is kept as."""
REMEMBERED = 4096
"""The same days and figures come back in claim after claim: so many of each are made once."""


def value_cells(value: Value) -> tuple[str, str]:
    """The kind of a value and its JSON."""
    match value:
        case Figure():
            return "figure", _object(_figure_out(value))
        case Money():
            return "money", _object(_figure_out(value.amount) | {"currency": value.currency})
        case Duration():
            return "duration", _object(_duration_out(value))
        case PartialDate():
            return "date", _date_text(value)
        case Term():
            return "term", _encode({"words": value.words})
        case Name():
            return "name", _encode({"words": value.words})
        case Quote():
            return "quote", _encode({"words": value.words} | ({} if value.direct else {"indirect": "1"}))


@lru_cache(REMEMBERED)
def value_of(kind: str, text: str) -> Value:
    """The value of a kind and its JSON."""
    cells: Cells = json.loads(text)
    match kind:
        case "figure":
            return _figure_in(cells)
        case "money":
            return Money(_figure_in(cells), cells["currency"])
        case "duration":
            return Duration(_figure_in(cells), Decimal(cells["low_days"]), _decimal(cells, "high_days"), cells["iso"])
        case "date":
            return _date_in(text)
        case "term":
            return Term(cells["words"])
        case "name":
            return Name(cells["words"])
        case "quote":
            return Quote(cells["words"], "indirect" not in cells)
    raise ValueError(f"no value is of the kind {kind!r}")


def date_cell(date: PartialDate | None) -> str | None:
    """The JSON of a date; None stays None."""
    return None if date is None else _date_text(date)


def date_of(text: str | None) -> PartialDate | None:
    """The date of its JSON."""
    return None if text is None else _date_in(text)


def list_cell(items: Json) -> str:
    """A list as JSON."""
    return _encode(items) if items else "[]"


def _object(cells: Cells) -> str:
    """A JSON object of texts: the encoder writes a text without ado, and makes ready for anything else."""
    return "{" + ",".join([f'"{name}":{_encode(text)}' for name, text in cells.items()]) + "}"


def list_of(text: str) -> list[Any]:
    """The list of its JSON; most lists of the record are empty."""
    return json.loads(text) if text != "[]" else []


def _figure_out(figure: Figure) -> Cells:
    cells = {"words": figure.words, "hedge": figure.hedge.value, "low": str(figure.low)}
    if figure.number is not None:
        cells["number"] = str(figure.number)
    if figure.high is not None:
        cells["high"] = str(figure.high)
    if figure.to is not None:
        cells["to"] = str(figure.to)
    if figure.kind is not FigureKind.COUNT:
        cells["kind"] = figure.kind.value
    if figure.unit:
        cells["unit"] = figure.unit
    if figure.of:
        cells["of"] = figure.of
    place = str(figure.place)
    if place != "1":
        cells["place"] = place
    return cells


def _figure_in(cells: Cells) -> Figure:
    return Figure(
        words=cells["words"],
        number=_decimal(cells, "number"),
        hedge=Hedge(cells["hedge"]),
        low=Decimal(cells["low"]),
        high=_decimal(cells, "high"),
        to=_decimal(cells, "to"),
        kind=FigureKind(cells.get("kind", "count")),
        unit=cells.get("unit", ""),
        of=cells.get("of", ""),
        place=Decimal(cells.get("place", "1")),
    )


def _duration_out(duration: Duration) -> Cells:
    cells = _figure_out(duration.length) | {"low_days": str(duration.low_days), "iso": duration.iso}
    return cells if duration.high_days is None else cells | {"high_days": str(duration.high_days)}


def _decimal(cells: Cells, name: str) -> Decimal | None:
    return Decimal(cells[name]) if name in cells else None


@lru_cache(REMEMBERED)
def _date_text(date: PartialDate) -> str:
    cells = {"words": date.words, "edtf": date.edtf}
    if date.start is not None:
        cells["start"] = date.start.isoformat()
    if date.end is not None:
        cells["end"] = date.end.isoformat()
    if date.inferred:
        cells["inferred"] = "1"
    if date.weekday is not None:
        cells["weekday"] = str(date.weekday)
    if date.time is not None:
        cells["time"] = date.time
    return _encode(cells)


@lru_cache(REMEMBERED)
def _date_in(text: str) -> PartialDate:
    cells: Cells = json.loads(text)
    return PartialDate(
        words=cells["words"],
        edtf=cells["edtf"],
        start=_day(cells, "start"),
        end=_day(cells, "end"),
        inferred="inferred" in cells,
        weekday=int(cells["weekday"]) if "weekday" in cells else None,
        time=cells.get("time"),
    )


def _day(cells: Cells, name: str) -> dt.date | None:
    return dt.date.fromisoformat(cells[name]) if name in cells else None

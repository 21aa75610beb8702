"""Pairs of values and claims compared per second, by kind; every pair is one that has not been compared before."""

from __future__ import annotations

import datetime as dt
import random
import statistics
from collections.abc import Callable, Sequence
from decimal import Decimal
from time import process_time
from typing import TypeVar

from bot.compare.claims import compare_claims
from bot.compare.values import compare_values
from bot.record import Behaviour, Claim, Fact, FactKind
from bot.values import Figure, Hedge, PartialDate, Quote, Term, Value, interval

Pair = TypeVar("Pair")
One = TypeVar("One")
PAIRS = 8_000
CHUNK = 1_000
_HEDGES = [Hedge.EXACT] * 4 + [Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.ABOUT, Hedge.NEARLY, Hedge.AT_MOST]
_WHO = ["the envoy", "two men", "the suspect", "all passengers", "the mayor", "one hostage", "the firm"]
_HOW = ["was", "has not been", "is yet to be", "will be", "is no longer", "had been"]
_WHAT = ["freed", "charged with fraud", "found alive", "convicted of murder", "banned", "extinguished", "approved"]
_SAID = ["we", "will", "never", "lift", "sanctions", "talks", "people", "steps", "good", "war", "free", "market"]


def run() -> list[str]:
    """The lines of the report: median of chunks of fresh pairs."""
    draw = random.Random(1613)
    kinds: tuple[tuple[str, FactKind, Callable[[random.Random], Value]], ...] = (
        ("figures", FactKind.COUNT, make_figure),
        ("dates", FactKind.DATE, make_date),
        ("statuses", FactKind.STATUS, make_status),
        ("quotes", FactKind.QUOTE, make_quote),
    )
    lines = [_line(f"{name} alone", _race_values(kind, _pairs(draw, make))) for name, kind, make in kinds]
    claims = [(_claim(a), _claim(b)) for a, b in _pairs(draw, make_figure)]
    return [*lines, _line("claims of a rising count", _race_claims(claims))]


def make_figure(draw: random.Random) -> Figure:
    number, hedge = Decimal(draw.randint(1, 5000)), draw.choice(_HEDGES)
    low, high = interval(number, hedge)
    return Figure(f"{hedge} {number}", number, hedge, low, high)


def make_date(draw: random.Random) -> PartialDate:
    start = dt.date(2025, 1, 1) + dt.timedelta(days=draw.randint(0, 700))
    end = start + dt.timedelta(days=draw.choice((0, 0, 30, 365)))
    return PartialDate(f"{start}", f"{start}/{end}", start, end)


def make_status(draw: random.Random) -> Term:
    return Term(f"{draw.choice(_WHO)} {draw.choice(_HOW)} {draw.choice(_WHAT)} in {draw.randint(1900, 2100)}")


def make_quote(draw: random.Random) -> Quote:
    return Quote(" ".join(draw.choices(_SAID, k=12)))


def _pairs(draw: random.Random, make: Callable[[random.Random], Value]) -> list[tuple[Value, Value]]:
    return [(make(draw), make(draw)) for _ in range(PAIRS)]


def _claim(value: Value) -> Claim:
    return Claim("s/c", "s", "s/f", "s/one", value.words, value, as_of=PartialDate("", "2025", _DAY, _DAY))


_DAY = dt.date(2025, 12, 13)


def _race_values(kind: FactKind, pairs: Sequence[tuple[Value, Value]]) -> list[float]:
    return [_rate(lambda a, b: compare_values(a, b, kind), part) for part in _chunks(pairs)]


def _race_claims(pairs: Sequence[tuple[Claim, Claim]]) -> list[float]:
    fact = Fact("s/f", "s", "s/e", "people freed", FactKind.COUNT, behaviour=Behaviour.CUMULATIVE)
    return [_rate(lambda a, b: compare_claims(a, b, fact), part) for part in _chunks(pairs)]


def _chunks(pairs: Sequence[Pair]) -> list[Sequence[Pair]]:
    return [pairs[at : at + CHUNK] for at in range(0, len(pairs), CHUNK)]


def _rate(compare: Callable[[One, One], object], pairs: Sequence[tuple[One, One]]) -> float:
    start = process_time()
    for a, b in pairs:
        compare(a, b)
    return CHUNK / (process_time() - start)


def _line(name: str, rates: Sequence[float]) -> str:
    rate = statistics.median(rates)
    return f"compare {name}: {rate:,.0f} pairs/s ({1e6 / rate:.1f} µs a pair)"

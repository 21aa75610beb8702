"""Two bare values of any kinds to a verdict: the table of which comparer takes which pair."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.compare.dates import compare_dates
from bot.compare.durations import compare_durations
from bot.compare.figures import compare_figures
from bot.compare.money import compare_money
from bot.compare.outcome import silence, unlike
from bot.compare.quotes import compare_quotes
from bot.compare.roles import compare_relation, compare_roles
from bot.compare.spellings import compare_spellings
from bot.compare.statuses import compare_statuses
from bot.compare.tokens import words
from bot.record import Comparison, FactKind, Verdict
from bot.values import Duration, Figure, Money, Name, PartialDate, Quote, Term, Value, figure_of

_MEASURED = (Figure, Money, Duration)


def compare_values(a: Value, b: Value, kind: FactKind = FactKind.TEXT, property: str = "") -> Comparison:
    """The verdict on two values of one fact at one time, whoever says them; symmetric, never raises."""
    if comparer := _ALIKE.get((type(a), type(b))):
        return comparer(a, b)
    if isinstance(a, _MEASURED) and isinstance(b, _MEASURED):
        return _measured(a, b)
    if isinstance(a, (Name, Term)) and isinstance(b, (Name, Term)):
        return _worded(a, b, kind, property)
    return unlike(a.words, b.words)


_ALIKE: dict[tuple[type, type], Callable[[Any, Any], Comparison]] = {
    (Figure, Figure): compare_figures,
    (Money, Money): compare_money,
    (Duration, Duration): compare_durations,
    (PartialDate, PartialDate): compare_dates,
    (Quote, Quote): compare_quotes,
}


def _measured(a: Figure | Money | Duration, b: Figure | Money | Duration) -> Comparison:
    """A bare number beside an amount or a length is meant in its unit, as the fact has one unit only."""
    if isinstance(a, Figure) or isinstance(b, Figure):
        return compare_figures(figure_of(a), figure_of(b))
    return unlike(a.words, b.words)


def _worded(a: Name | Term, b: Name | Term, kind: FactKind, property: str) -> Comparison:
    if kind is FactKind.RELATION:
        return compare_relation(a.words, b.words, compare_spellings(a.words, b.words), property)
    if kind is FactKind.NAME or (isinstance(a, Name) and isinstance(b, Name)):
        return compare_spellings(a.words, b.words)
    one, two = Term(a.words), Term(b.words)
    if kind is FactKind.ROLE:
        return compare_roles(one, two)
    if kind is FactKind.STATUS:
        return compare_statuses(one, two)
    if words(a.words) == words(b.words):
        return silence(Verdict.AGREES, "text.same", "“{a}” and “{b}” say the same", a=a.words, b=b.words)
    return unlike(a.words, b.words)

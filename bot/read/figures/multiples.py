"""Multiples of something else ("twice the size", "a threefold rise", "more than doubled") to counts of times."""

from __future__ import annotations

from decimal import Decimal

from bot.read.figures.build import Draft
from bot.read.figures.hedges import hedge_before
from bot.read.figures.tokens import FOLDS, MULTIPLIERS, Tokens
from bot.values import Hedge

_HALVES = frozenset({"halved", "halving"})
_IDLE_AFTER = frozenset({"down", "back", "over", "up"})  # "doubled down on the threat", "doubled back"
_RATES = frozenset({"a", "per", "every", "each", "daily", "weekly", "monthly", "yearly", "annually"})  # a repeated date
_NO_COUNT_BEFORE = frozenset({"once", "think", "thinking", "thought"})  # "once or twice", "think twice"


def read_multiple(tokens: Tokens, at: int, floor: int) -> Draft | None:
    """The multiple whose word stands at token `at`, its number in times; None where the word only colours."""
    number = MULTIPLIERS.get(tokens.word(at)) or FOLDS.get(tokens.word(at))
    before = {tokens.word(at - 1), tokens.word(at - 2) if tokens.word(at - 1) == "or" else ""}
    if number is None or at == 0 or tokens.is_capital(at) or before & _NO_COUNT_BEFORE:
        return None  # what opens a text has nothing before it to multiply
    if tokens.word(at) not in FOLDS and tokens.word(at + 1) in _IDLE_AFTER | _RATES and not tokens.is_break(at + 1):
        return None
    place = Decimal("0.1") if tokens.word(at) in _HALVES else Decimal(1)
    hedge, start = hedge_before(tokens, at, floor)
    return Draft(start, at, at + 1, at + 1, number, place, hedge=hedge or Hedge.EXACT, of="times")

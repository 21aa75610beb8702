"""Two scopes, or two figures with a scope each, to how they stand: same, part of, another."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from bot.compare.figures import compare_figures
from bot.compare.outcome import alert, note, silence
from bot.compare.tokens import stem, words
from bot.record import Comparison, Scope, Verdict
from bot.values import Figure, FigureKind, Hedge

NEARLY_ALL = Decimal("0.75")
TELLING_NUMBER = 20


class Reach(StrEnum):
    """How one scope stands to another."""

    SAME = "same"
    PART = "part"
    WHOLE = "whole"
    OTHER = "other"


def compare_scopes(a: Scope, b: Scope) -> Reach:
    """How scope `a` stands to scope `b`: PART = it narrows it, OTHER = they speak of different parts."""
    one, two = _folded(a), _folded(b)
    if one == two:
        return Reach.SAME
    if all(one.get(name) == value for name, value in two.items()):
        return Reach.PART
    if all(two.get(name) == value for name, value in one.items()):
        return Reach.WHOLE
    return Reach.OTHER


def compare_scoped(a: Figure, scope_a: Scope, b: Figure, scope_b: Scope) -> Comparison:
    """The verdict on two figures of one property, each for its own part of it; symmetric."""
    match compare_scopes(scope_a, scope_b):
        case Reach.SAME:
            return compare_figures(a, b)
        case Reach.PART:
            return compare_part(a, b)
        case Reach.WHOLE:
            return compare_part(b, a)
    return _two_parts(a, b, {"one": _told(scope_a), "two": _told(scope_b)})


def compare_part(part: Figure, whole: Figure) -> Comparison:
    """A part beside its whole: it may not exceed it, and nearly all of it may have been meant as the whole."""
    said = {"part": part.words, "whole": whole.words}
    if whole.high is not None and part.low > whole.high:
        return alert("scope.exceeds", "the part “{part}” is larger than the whole “{whole}”", **said)
    if _is_nearly_all(part, whole):
        text = "“{part}” may be a part of “{whole}” or meant as the whole: which is it?"
        return note(Verdict.SCOPE, "scope.nearly", text, **said)
    text = "“{part}” is a part of “{whole}” and does not contest it"
    return silence(Verdict.COMPATIBLE, "scope.part", text, **said)


def _two_parts(a: Figure, b: Figure, scopes: dict[str, str]) -> Comparison:
    """The same telling number for two parts is likely one number under a wrong heading."""
    said = {"a": a.words, "b": b.words, **scopes}
    # Shares of two wholes are mixed up whatever the hedge; about fifty of each can well be a coincidence.
    telling = a.hedge is b.hedge is Hedge.EXACT or a.kind is b.kind is FigureKind.PERCENT
    if telling and a.number is not None and a.number == b.number and a.number >= TELLING_NUMBER:
        text = "the same number is given for two different parts: “{a}” ({one}), “{b}” ({two})"
        return note(Verdict.SCOPE, "scope.same_number", text, **said)
    text = "“{a}” ({one}) and “{b}” ({two}) count different parts and were not compared"
    return silence(Verdict.NOT_COMPARABLE, "scope.other", text, **said)


def _is_nearly_all(part: Figure, whole: Figure) -> bool:
    if part.number is None or not whole.number or whole.hedge is not Hedge.EXACT or part.hedge is not Hedge.EXACT:
        return False
    return NEARLY_ALL <= part.number / whole.number < 1


def _folded(scope: Scope) -> dict[str, tuple[str, ...]]:
    return {name: tuple(sorted(stem(word) for word in words(value))) for name, value in scope}


def _told(scope: Scope) -> str:
    return ", ".join(f"{name}: {value}" for name, value in scope) or "all"

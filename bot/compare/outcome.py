"""A verdict and its reason to a Comparison at the level the rule gives it.

Scores rank how well two values go together: 1 = the same, 0 = cannot both hold; sorting upward puts the gravest first.
"""

from __future__ import annotations

from bot.phrase import Phrase, phrase
from bot.record import Comparison, Level, Verdict

_SCORES = {
    Verdict.AGREES: 1.0,
    Verdict.REFINES: 0.9,
    Verdict.COMPATIBLE: 0.8,
    Verdict.NOT_COMPARABLE: 0.5,
    Verdict.HEDGE: 0.7,
    Verdict.ROUNDING: 0.7,
    Verdict.UPDATES: 0.6,
    Verdict.LOOSE: 0.6,
    Verdict.FAR: 0.55,
    Verdict.SPELLING: 0.5,
    Verdict.SCOPE: 0.5,
    Verdict.DISPUTED: 0.4,
    Verdict.CONTRADICTS: 0.2,
}

_GRAVEST = {Level.ALERT: 0, Level.NOTE: 1, Level.SILENCE: 2}


def silence(verdict: Verdict, rule: str, text: str, /, **args: object) -> Comparison:
    """Nothing a reader need see; kept with its reason."""
    return Comparison(verdict, Level.SILENCE, phrase(text, **args), rule, score=_SCORES[verdict])


def note(verdict: Verdict, rule: str, text: str, /, **args: object) -> Comparison:
    """One line for the digest."""
    return Comparison(verdict, Level.NOTE, phrase(text, **args), rule, score=_SCORES[verdict])


def alert(rule: str, text: str, /, **args: object) -> Comparison:
    """Two things that cannot both hold: somebody has to decide."""
    return Comparison(Verdict.CONTRADICTS, Level.ALERT, phrase(text, **args), rule, score=_SCORES[Verdict.CONTRADICTS])


def unlike(a: object, b: object) -> Comparison:
    """Two values that no rule can set beside each other."""
    return silence(
        Verdict.NOT_COMPARABLE,
        "kinds",
        "“{a}” and “{b}” are not the same kind of thing and were not compared",
        a=a,
        b=b,
    )


def with_level(comparison: Comparison, verdict: Verdict, level: Level, why: Phrase) -> Comparison:
    """The same finding seen in another light (a later date, a named claimant), its rule kept."""
    return Comparison(verdict, level, why, comparison.rule, comparison.version, _SCORES[verdict])


def gravest(comparisons: list[Comparison]) -> Comparison:
    """The one most worth showing: the highest level, among these the lowest score; the list is not empty."""
    return min(comparisons, key=lambda one: (_GRAVEST[one.level], one.score))

"""Two names on the same role or event to a verdict: one spelling, a transliteration, a slip, or somebody else."""

from __future__ import annotations

from importlib import import_module

from bot.compare.outcome import silence
from bot.compare.tokens import words
from bot.record import Comparison, Verdict


def compare_spellings(a: str, b: str) -> Comparison:
    """The verdict on two names that a story uses for the same person, body or place; symmetric."""
    if words(a) == words(b):
        return silence(Verdict.AGREES, "name.same", "“{a}” and “{b}” are the same name", a=a, b=b)
    found: Comparison = import_module("bot.compare.names").compare_names(a, b)
    return found

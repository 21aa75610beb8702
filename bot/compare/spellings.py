"""Two names on the same role or event to a verdict: one spelling, a transliteration, a slip, or somebody else."""

from __future__ import annotations

from bot.compare.names import Difference, NameComparison, NameVerdict, compare_names
from bot.compare.outcome import alert, note, silence
from bot.compare.tokens import words
from bot.record import Comparison, Level, Verdict


def compare_spellings(a: str, b: str) -> Comparison:
    """The verdict on two names that a story uses in the same place; symmetric.

    A difference native in the script (Cole, Coale) is a spelling alert, a transliteration a note, a fuller or shorter
    form silence, another name altogether a contradiction.
    """
    said = {"a": a, "b": b}
    if words(a) == words(b):
        return silence(Verdict.AGREES, "name.same", "“{a}” and “{b}” are the same name", **said)
    found = compare_names(a, b)
    if found.verdict is NameVerdict.DIFFERENT:
        return alert("name.different", "“{a}” and “{b}” are two different names ({why})", why=found.why, **said)
    if found.verdict is NameVerdict.UNSURE:
        return note(Verdict.LOOSE, "name.unsure", "“{a}” and “{b}” may be two people ({why})", why=found.why, **said)
    return _one_bearer(found, said)


def _one_bearer(found: NameComparison, said: dict[str, str]) -> Comparison:
    if found.difference is Difference.SPELLING:
        spelt = alert("name.spelling", "one name is spelt “{a}” and “{b}”; one of them is wrong", **said)
        return Comparison(Verdict.SPELLING, Level.ALERT, spelt.why, spelt.rule, score=found.score)
    if found.difference is Difference.TRANSLITERATION:
        text = "“{a}” and “{b}” are one name, transliterated in two ways"
        return note(Verdict.SPELLING, "name.transliteration", text, **said)
    return silence(Verdict.REFINES, "name.form", "“{a}” and “{b}” are two forms of one name", **said)

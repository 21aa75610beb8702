"""A comparison of a mention to what may be said of it: a weak link never alerts, a part contests no whole."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.link.likeness import lacks_included
from bot.link.links import Link
from bot.link.profiles import STATES, marks_of
from bot.phrase import Phrase, phrase
from bot.record import Behaviour, Claim, Comparison, Fact, FactKind, Level, Verdict
from bot.values import Figure, figure_of

NEARBY = 260
_PERIODS = frozenset({"period", "year", "quarter", "since", "until", "month", "season", "population", "per"})


@dataclass(frozen=True, slots=True)
class Compared:
    """A link beside the record: the gravest comparison with a live claim, and that claim."""

    link: Link
    comparison: Comparison
    old: Claim | None


def tone_down(one: Compared, settling: Mapping[str, Sequence[Compared]], links: Sequence[Link]) -> Compared:
    """A weak link never alerts, a part of a whole is no contradiction, parts may make up the difference."""
    link, comparison = one.link, one.comparison
    if link.fact is None:
        return one
    if link.part and not (_lacks_part(one) and _explained(one, links)):
        return _as_part(one)
    if comparison.level is Level.SILENCE:
        return one
    if link.kind == "figure" and (reason := _explained(one, links)):
        return replace(one, comparison=replace(comparison, level=Level.SILENCE, verdict=Verdict.COMPATIBLE, why=reason))
    if comparison.level is not Level.ALERT:
        return one
    if any(other is not one for other in settling.get(link.fact.key, ())):
        why = phrase("not compared: the text gives the recorded value for this in another place")
        return replace(
            one, comparison=replace(comparison, verdict=Verdict.NOT_COMPARABLE, level=Level.SILENCE, why=why)
        )
    return one if link.firm else replace(one, comparison=replace(comparison, level=Level.NOTE))


def _as_part(one: Compared) -> Compared:
    """A part below its whole says nothing; above it, one of the two numbers is wrong or old."""
    new, old = figure_of(one.link.value), figure_of(one.old.value) if one.old else None
    if _is_first(one.link, new, old):
        why = phrase(
            "“{new}” says that there are some now; the record has “{old}”",
            new=one.link.words,
            old=one.old.written if one.old else "",
        )
        return replace(one, comparison=replace(one.comparison, verdict=Verdict.UPDATES, level=Level.NOTE, why=why))
    exceeds = new is not None and old is not None and old.high is not None and new.low > old.high
    fixed = one.link.fact is not None and one.link.fact.behaviour in (None, Behaviour.FIXED)
    if exceeds and fixed and one.link.firm:
        why = phrase("a part ({reason}) larger than the recorded whole", reason=one.link.why)
        return replace(one, comparison=replace(one.comparison, verdict=Verdict.SCOPE, level=Level.NOTE, why=why))
    if _lacks_part(one):
        why = phrase("a narrower count: {reason}", reason=one.link.why)
        return replace(one, comparison=replace(one.comparison, verdict=Verdict.SCOPE, level=Level.NOTE, why=why))
    if (
        one.link.fact is not None
        and new is not None
        and old is not None
        and _is_same_of_another(new, old, one.link.fact)
    ):
        why = phrase("the same number, but {reason}", reason=one.link.why)
        return replace(one, comparison=replace(one.comparison, verdict=Verdict.SCOPE, level=Level.NOTE, why=why))
    why = phrase("not compared: {reason}", reason=one.link.why)
    return replace(
        one, comparison=replace(one.comparison, verdict=Verdict.NOT_COMPARABLE, level=Level.SILENCE, why=why)
    )


def _is_same_of_another(new: Figure, old: Figure, fact: Fact) -> bool:
    """The number recorded for one part, given for another: one of the two has the wrong whole, unless it is chance."""
    has_scope = any(name.lower() not in _PERIODS for name, _ in fact.scope)
    if not has_scope or new.number is None or new.number != old.number:
        return False
    return _is_telling(new) or (fact.kind is FactKind.PERCENT and new.number % 10 != 0)


def _is_first(link: Link, new: Figure | None, old: Figure | None) -> bool:
    """Some, of a count that was none and can rise: even a part of it is news."""
    moves = link.fact is not None and link.fact.behaviour in (Behaviour.CUMULATIVE, Behaviour.LEVEL)
    return moves and new is not None and old is not None and old.high == 0 and new.low > 0


def _lacks_part(one: Compared) -> bool:
    """The recorded number without those it says it includes."""
    new = figure_of(one.link.value)
    return new is not None and one.old is not None and lacks_included(new.number, one.old.written) is not None


def _is_telling(figure: Figure) -> bool:
    """A number too large or too odd to stand for two things by chance."""
    return figure.number is not None and (figure.number >= 1000 or (figure.number > 30 and figure.number % 10 != 0))


def settles(other: Compared) -> bool:
    """Whether the text gives the recorded value of a fact, or its successor, in this place."""
    verdict, is_figure = other.comparison.verdict, other.link.kind == "figure"
    is_settled = verdict is Verdict.AGREES or (is_figure and verdict in (Verdict.REFINES, Verdict.UPDATES))
    return other.link.firm and not other.link.part and is_settled


def _explained(one: Compared, links: Sequence[Link]) -> Phrase | None:
    """Whether another number close by, counted apart, makes up the difference: "24 ... and two minors with them"."""
    new, old = figure_of(one.link.value), figure_of(one.old.value) if one.old else None
    if new is None or old is None or new.number is None or old.number is None or new.number >= old.number:
        return None
    for other in _list_close(links, one.link):
        figure = figure_of(other.value)
        if other is one.link or figure is None or figure.number != old.number - new.number or other.kind != "figure":
            continue
        if other.fact and one.link.fact and _is_of_another_fate(other.fact, one.link.fact):
            continue
        is_close = abs(other.start - one.link.start) <= NEARBY and figure.kind is new.kind
        if is_close and (other.adds or (other.fact is not None and other.fact is not one.link.fact and not other.part)):
            recorded = one.old.written if one.old else ""
            return phrase("with the {other} counted apart it makes the recorded {old}", other=other.words, old=recorded)
    return None


def _is_of_another_fate(other: Fact, fact: Fact) -> bool:
    """The two missing do not make up the crew: what is counted apart is counted by the same deed or state."""
    own, theirs = ({key for keys in marks_of(one.property) for key in keys if key in STATES} for one in (fact, other))
    return bool(theirs - own)


def _list_close(links: Sequence[Link], link: Link) -> Sequence[Link]:
    """Those of a text's links, which stand in its order, that begin not far from one: never all of a long text."""
    first = bisect_left(links, link.start - NEARBY, key=_start)
    return links[first : bisect_right(links, link.start + NEARBY, key=_start)]


def _start(link: Link) -> int:
    return link.start

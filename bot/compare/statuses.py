"""Two statuses in words to a verdict: what state each names on which axis, negated, planned or done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from bot.compare.outcome import alert, gravest, note, silence
from bot.compare.status_lexicon import (
    AXES,
    BEARERS,
    KINDS_OF,
    NEGATORS,
    NOT_NEGATORS,
    OFFENCES,
    PLANNED,
    UNSURE,
)
from bot.compare.tokens import stem, words
from bot.record import Comparison, Level, Verdict
from bot.values import Term

GAP = 4
REACH, OF_ALL = 5, 9
_NOBODY = frozenset(map(stem, ("none", "no", "nobody", "neither")))
_BREAKS = frozenset(
    map(stem, ("but", "while", "although", "though", "after", "before", "because", "when", "and", "who", "which"))
)
_ARTICLES = frozenset(map(stem, ("the", "a", "an", "this", "that", "its", "his", "her", "their")))


class Modality(IntEnum):
    DONE = 0
    PLANNED = 1
    UNSURE = 2


@dataclass(frozen=True, slots=True)
class State:
    """One state a text names: "not yet freed" = custody, free, negated, done."""

    axis: str
    name: str
    negated: bool
    modality: Modality


def compare_statuses(a: Term, b: Term) -> Comparison:
    """The verdict on two statuses at the same time; symmetric. Words outside the lexicon are never judged."""
    said = {"a": a.words, "b": b.words}
    if _stems(a.words) == _stems(b.words):
        return silence(Verdict.AGREES, "status.same", "“{a}” and “{b}” say the same", **said)
    one, two = read_states(a.words), read_states(b.words)
    found = [c for axis in _shared(one, two) if (c := _on_axis(_on(one, axis), _on(two, axis), said))]
    if offences := _offences(a.words, b.words, said):
        found.append(offences)
    if found:
        return gravest(found)
    text = "“{a}” and “{b}” were not compared: they do not name states that exclude or confirm each other"
    return silence(Verdict.NOT_COMPARABLE, "status.unknown", text, **said)


def is_step_on(new: Term, old: Term) -> bool:
    """Whether the new status is further along a course than the old one: charged, now on trial. Plans are no steps."""
    one, two = _done(new), _done(old)
    for name, axis in _COURSES.items():
        here, before = ([axis.course.index(one.name) for one in states if one.axis == name] for states in (one, two))
        if here and before and max(here) > max(before):
            return True
    return False


def _done(term: Term) -> list[State]:
    return [one for one in read_states(term.words) if one.modality is Modality.DONE and not one.negated]


def read_states(text: str) -> tuple[State, ...]:
    """The states a status names, in the order of its words; states of one longer phrase hide those inside it."""
    return _read(text)[0]


def read_offences(text: str) -> frozenset[str]:
    """The offences a text names ("manslaughter due to gross negligence" -> manslaughter, negligence)."""
    return _read(text)[1]


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[tuple[State, ...], frozenset[str]]:
    stems, raw = _stems(text), words(text)
    named = [(start, axis, name) for start, _, found in _find(_STATES, stems, raw) for axis, name in found]
    marks = _find(_MARKS, stems, raw) if named else []
    read = [(at, State(axis, name, *_light(marks, at, stems))) for at, axis, name in named if axis != "offence"]
    states = tuple(one for at, one in read if not (_is_bearer(at, stems) and _is_outdone(one, read, stems)))
    return states, frozenset(name for _, axis, name in named if axis == "offence")


def _is_bearer(at: int, stems: tuple[str, ...]) -> bool:
    """Whether a word only says who or what is in a state: "the hostages", "the missing climber"."""
    return stems[at] in _BEARERS or (at > 0 and stems[at - 1] in _ARTICLES)


def _is_outdone(one: State, read: list[tuple[int, State]], stems: tuple[str, ...]) -> bool:
    """Another word of the text says what became of the bearer of a state."""
    return any(other.axis == one.axis and other.name != one.name and not _is_bearer(at, stems) for at, other in read)


def _on_axis(one: list[State], two: list[State], said: dict[str, str]) -> Comparison | None:
    """Any state both name settles the axis; else the gravest of the pairs."""
    pairs = [_pair(a, b, said) for a in one for b in two]
    if agreed := next((c for c in pairs if c.verdict is Verdict.AGREES), None):
        return agreed
    return gravest(pairs)


def _pair(a: State, b: State, said: dict[str, str]) -> Comparison:
    if a.name == b.name:
        return _same_state(a, b, said)
    if a.negated or b.negated:
        return _fits(said)
    return _two_states(a, b, said)


def _same_state(a: State, b: State, said: dict[str, str]) -> Comparison:
    sure = a.modality is b.modality is Modality.DONE
    if a.negated is b.negated:
        if a.modality is b.modality:
            return silence(Verdict.AGREES, "status.same", "“{a}” and “{b}” say the same", **said)
        text = "“{a}” and “{b}” are stages of the same thing: one says it is done, the other planned or unsure"
        return note(Verdict.HEDGE, "status.stage", text, **said)
    if sure:
        return alert("status.negated", "one of “{a}” and “{b}” says it is so, the other that it is not", **said)
    if Modality.UNSURE in (a.modality, b.modality):
        return note(Verdict.HEDGE, "status.unsure", "“{a}” and “{b}” differ, but one of them is not sure", **said)
    return _fits(said)


def _two_states(a: State, b: State, said: dict[str, str]) -> Comparison:
    axis = AXES[a.axis]
    level = axis.mild.get(frozenset((a.name, b.name)), axis.clash)
    if Modality.PLANNED in (a.modality, b.modality) or level is Level.SILENCE:
        return _fits(said)
    if Modality.UNSURE in (a.modality, b.modality):
        return note(Verdict.HEDGE, "status.unsure", "“{a}” and “{b}” differ, but one of them is not sure", **said)
    if level is Level.NOTE:
        return note(Verdict.HEDGE, "status.stage", "“{a}” and “{b}” are different stages of the same thing", **said)
    return alert("status.opposite", "“{a}” and “{b}” cannot both be so at the same time", **said)


def _fits(said: dict[str, str]) -> Comparison:
    return silence(Verdict.COMPATIBLE, "status.fits", "“{a}” and “{b}” can both be so", **said)


def _offences(a: str, b: str, said: dict[str, str]) -> Comparison | None:
    one, two = read_offences(a), read_offences(b)
    if not one or not two:
        return None
    if one == two:
        return silence(Verdict.AGREES, "status.offence", "“{a}” and “{b}” name the same offence", **said)
    if all(_is_named(x, two) for x in one) or all(_is_named(x, one) for x in two):
        return silence(Verdict.REFINES, "status.offence", "one of “{a}” and “{b}” names the offence more fully", **said)
    if one & two:
        text = "“{a}” and “{b}” share one offence but add different ones"
        return note(Verdict.HEDGE, "status.offence", text, **said)
    text = "“{a}” and “{b}” name different offences ({one}; {two})"
    return alert("status.offence", text, one=", ".join(sorted(one)), two=", ".join(sorted(two)), **said)


def _is_named(offence: str, others: frozenset[str]) -> bool:
    return any(offence == x or x in KINDS_OF.get(offence, ()) or offence in KINDS_OF.get(x, ()) for x in others)


def _shared(one: tuple[State, ...], two: tuple[State, ...]) -> list[str]:
    shared = {state.axis for state in one} & {state.axis for state in two}
    return sorted(shared) if any(not AXES[axis].modifies for axis in shared) else []


def _on(states: tuple[State, ...], axis: str) -> list[State]:
    return [state for state in states if state.axis == axis]


# Reading

Meaning = tuple[str, str]
Hit = tuple[int, int, tuple[Meaning, ...]]
Pattern = tuple[tuple[str, ...], tuple[Meaning, ...]]


def _find(index: dict[str, list[Pattern]], stems: tuple[str, ...], raw: tuple[str, ...]) -> list[Hit]:
    """The longest phrase at each place, from the left; the next one starts after it has ended."""
    hits: list[Hit] = []
    after = 0
    for position, first in enumerate(stems):
        patterns = index.get(first)
        if position < after or patterns is None:
            continue
        ends = [(_end(pattern, stems, raw, position), meanings) for pattern, meanings in patterns]
        end, meanings = max(ends, key=lambda found: found[0])
        if end:
            hits.append((position, end, meanings))
            after = end
    return hits


def _end(pattern: tuple[str, ...], stems: tuple[str, ...], raw: tuple[str, ...], position: int) -> int:
    """Where a phrase that begins at `position` ends; 0 if it does not stand there."""
    gap = 0
    for item in pattern:
        if item == "…":
            gap = GAP
            continue
        for here in range(position, min(position + gap + 1, len(stems))):
            if item == (("=" + raw[here]) if item[0] == "=" else stems[here]):
                position, gap = here + 1, 0
                break
        else:
            return 0
    return position


def _light(marks: list[Hit], start: int, stems: tuple[str, ...]) -> tuple[bool, Modality]:
    """Whether the state at `start` is negated, and how sure it is, by the marks before it in its clause."""
    negated, modality = False, Modality.DONE
    for at, end, meanings in marks:
        reach = OF_ALL if stems[at] in _NOBODY else REACH
        if end > start or start - end >= reach or not _BREAKS.isdisjoint(stems[end:start]):
            continue
        for _, name in meanings:
            if name == "not":
                negated = not negated
            elif name != "plain":
                modality = Modality[name]
    return negated, modality


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words(text))


def _pattern(phrase: str) -> tuple[str, ...]:
    return tuple(
        piece
        for word in phrase.split()
        for piece in ((word,) if word == "…" or word[0] == "=" else tuple(stem(w) for w in words(word)))
    )


def _index(entries: list[tuple[str, Meaning]]) -> dict[str, list[Pattern]]:
    """Phrases by the stem of their first word; exact words and longer phrases first; one listed twice means both."""
    meanings: dict[tuple[str, ...], list[Meaning]] = {}
    for phrases, meaning in entries:
        for phrase in phrases.split(","):
            if pattern := _pattern(phrase.strip()):
                meanings.setdefault(pattern, []).append(meaning)
    index: dict[str, list[Pattern]] = {}
    for pattern, found in meanings.items():
        first = pattern[0]
        key = stem(first[1:]) if first[0] == "=" else first
        index.setdefault(key, []).append((pattern, tuple(found)))
    for patterns in index.values():
        patterns.sort(key=lambda one: (-len(one[0]), one[0][0][0] != "="))
    return index


_COURSES = {name: axis for name, axis in AXES.items() if axis.course}
_BEARERS = frozenset(stem(word.strip()) for word in BEARERS.split(","))
_STATES = _index(
    [(phrases, (axis, name)) for axis, content in AXES.items() for name, phrases in content.states.items()]
    + [(phrases, ("offence", name)) for name, phrases in OFFENCES.items()]
)
_MARKS = _index(
    [
        (NEGATORS, ("mark", "not")),
        (NOT_NEGATORS, ("mark", "plain")),
        (PLANNED, ("mark", "PLANNED")),
        (UNSURE, ("mark", "UNSURE")),
    ]
)

"""The lexicon's lines to a table that finds, in a row of stems, every concept, nation and offence with its span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.folding import fold_words
from bot.link.concepts import CONCEPTS, GENERIC_PEOPLE, LIGHT, OFFENCES, RELATED
from bot.link.nations import NATIONS
from bot.link.stems import stem

_LINE = re.compile(r"^(?P<name>[\w ]+?)(?: \[(?P<family>\w+)\])?: (?P<words>.+)$")
_GAP = 5
PEOPLE = "@people"


@dataclass(frozen=True, slots=True)
class Sign:
    """A concept found in a row of words: its key and the first and last word (inclusive)."""

    key: str
    first: int
    last: int
    at: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`phrases`: first stem -> (the other stems, "~" a gap; the key). `family`: concept key -> its family."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    family: Mapping[str, str]
    light: frozenset[str] = field(default_factory=frozenset)
    related: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def find_signs(self, stems: Sequence[str]) -> tuple[Sign, ...]:
        """Every concept the stems express; a word that is part of a longer phrase no longer stands for itself."""
        found = [
            Sign(key, at[0], at[-1], at)
            for start, first in enumerate(stems)
            for rest, key in self.phrases.get(first, ())
            if (at := _match(stems, start, rest))
        ]
        taken = {place: len(sign.at) for sign in sorted(found, key=lambda one: len(one.at)) for place in sign.at}
        return tuple(sign for sign in found if all(taken[place] <= len(sign.at) for place in sign.at))


def _match(stems: Sequence[str], start: int, rest: tuple[str, ...]) -> tuple[int, ...]:
    """The places of the words if `rest` follows `start`, else none; a "~" skips up to three words."""
    places, index, gap = [start], start + 1, 0
    for wanted in rest:
        if wanted == "~":
            gap = _GAP
            continue
        while index < len(stems) and stems[index] != wanted and gap:
            index, gap = index + 1, gap - 1
        if index >= len(stems) or stems[index] != wanted:
            return ()
        places.append(index)
        index, gap = index + 1, 0
    return tuple(places)


def _lines(text: str) -> Iterator[str]:
    """Logical lines: an indented line continues the one before."""
    logical = ""
    for raw in text.strip().splitlines():
        if raw.startswith(" "):
            logical += " " + raw.strip()
            continue
        if logical:
            yield logical
        logical = raw
    yield logical


def _stems(phrase: str) -> tuple[str, ...]:
    return tuple(
        "~" if word == "~" else stem(folded) for word in phrase.split() for folded in fold_words(word) or [word]
    )


def _compile() -> Lexicon:
    phrases: dict[str, dict[tuple[tuple[str, ...], str], None]] = {}
    family: dict[str, str] = {}

    def add(key: str, phrase: str) -> None:
        first, *rest = _stems(phrase)
        phrases.setdefault(first, {})[(tuple(rest), key)] = None

    for line in _lines(CONCEPTS):
        found = _LINE.match(line)
        if found is None:
            raise ValueError(f"not a line of the lexicon: {line[:60]!r}")
        key = "@" + found["name"]
        family[key] = found["family"] or ""
        for phrase in found["words"].split(","):
            add(key, phrase)
    for line in _lines(NATIONS):
        name, _, words = line.partition(":")
        for phrase in (name, *words.split(",")):
            add("^" + name, phrase)
    for phrase in OFFENCES.replace("\n", " ").strip(" ,").split(","):
        add("!" + "-".join(_stems(phrase)), phrase)
    for phrase in GENERIC_PEOPLE.replace("\n", " ").split(","):
        add(PEOPLE, phrase)
    light = frozenset(stem(word) for word in fold_words(LIGHT))
    return Lexicon({first: tuple(found) for first, found in phrases.items()}, family, light, _related())


def _related() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for line in _lines(RELATED):
        name, _, others = line.partition(":")
        pairs = (other.split() for other in others.split(","))
        found["@" + name] = {"@" + other: float(much) for other, much in pairs}
    return found


LEXICON = _compile()

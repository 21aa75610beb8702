"""A fact and its claims to the cues by which a text can speak of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.folding import fold_words
from bot.link.lexicon import LEXICON, PEOPLE
from bot.link.passages import read_sentence
from bot.link.stems import stem
from bot.numerals import SMALL, TENS
from bot.record import Claim, Entity, Fact, FactKind
from bot.values import Duration, Figure, FigureKind, Money, Value

GROUPS = frozenset(key for key, family in LEXICON.family.items() if family == "group")
PRISONERS = frozenset(key for key, family in LEXICON.family.items() if family == "prisoner")
Keys = tuple[str, ...]
NAMES_OF_KIND = {
    FactKind.DURATION: frozenset({"@length", "@lasted", "@record"}),
    FactKind.PERCENT: frozenset({"@shares"}),
    FactKind.DATE: frozenset({"@fullyear"}),
}
PEOPLE_LIKE = GROUPS | PRISONERS | {PEOPLE}
STATES = frozenset(key for key, family in LEXICON.family.items() if family in ("fate", "custody"))
# What somebody expects is no result, so a text must say that it is expected.
_FORECAST = frozenset({"@guidance"})
_WHOLE = frozenset(
    {
        "included",
        "including",
        "inclusive",
        "all",
        "total",
        "whole",
        "every",
        "everyone",
        "overall",
        "combined",
        "altogether",
    }
)
_SHARES = frozenset({FigureKind.PERCENT, FigureKind.SHARE, FigureKind.POINTS})
_NEVER = frozenset({"not", "no", "never", "yet", "none", "nobody"})
# Units that count people, dead or alive: victims are identified where a desk wrote "bodies".
_BODIES = frozenset("bodies victims corpses remains".split())
_PEOPLE = _BODIES | frozenset("people persons person individuals".split())
_HOLDERS = frozenset("customers users subscribers accounts".split())
# How a value is known says little of which value it is: an "estimated cost" is a cost.
_GUESSED = frozenset(map(stem, "estimated approximate expected reported known official provisional".split()))
_WORD_NUMBERS = {word: int(value) for word, value in (SMALL | TENS).items() if value > 1}


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing a text should say to mean the fact: any of `keys`; `need` = without it the fact is not meant.

    `folk` = it means a nation's people, not the country: nobody taken to Ukraine is a Ukrainian for that.
    """

    keys: frozenset[str]
    weight: float
    need: bool = False
    scope: bool = False
    folk: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """All that linking knows of a fact. `dimension` is what is measured, `head` the keys of the counted noun.

    `own` are telling words that no other figure of its story has, `mine` those no other of its subject has;
    `twins` are the facts of the story that ask the same of another event, body or part. `past` is None where no
    other can be meant; of an event long before the news that asks the same, the words by which a text must name it.
    `body` is the name of the party, team or branch it is about, where the record asks the same of others.
    """

    fact: Fact
    claims: tuple[Claim, ...]
    subject: Entity | None
    dimension: str
    head: frozenset[str]
    cues: tuple[Cue, ...]
    context: frozenset[str]
    sizes: frozenset[int]
    value_keys: frozenset[str]
    story_words: frozenset[str]
    persons: frozenset[str]
    home: frozenset[str]
    words: frozenset[str]
    own: frozenset[str] = frozenset()
    mine: frozenset[str] = frozenset()
    twins: tuple[str, ...] = ()
    latest: dt.date | None = None
    is_only: bool = False
    past: frozenset[str] | None = None
    body: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """Every key by which the fact may be found."""
        return self.head.union(*(cue.keys for cue in self.cues))


@lru_cache(maxsize=16384)
def marks_of(text: str) -> tuple[tuple[str, ...], ...]:
    """The content of a short text in order: the keys that each word or phrase stands for, light words left out."""
    sentence = read_sentence(text, 0, len(text))
    if sentence is None:
        return ()
    covered = {at for sign in sentence.signs for at in sign.at}
    grouped: dict[tuple[int, ...], list[str]] = {}
    for sign in sentence.signs:
        grouped.setdefault(sign.at, []).append(sign.key)
    for at, word in enumerate(sentence.words):
        if (
            at not in covered
            and word.stem not in LEXICON.light
            and word.folded not in _WORD_NUMBERS
            and not word.folded.isdigit()
        ):
            grouped[(at,)] = [word.stem]
    return tuple(tuple(grouped[at]) for at in sorted(grouped))


@lru_cache(maxsize=4096)
def undone_deeds(text: str) -> tuple[frozenset[str], ...]:
    """The keys of each word of a deed that a text says has not been done; none if it says no such thing."""
    if not _NEVER & set(fold_words(text)):
        return ()
    return tuple(frozenset(keys) for keys in marks_of(text) if not _NEVER & set(keys))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a story knows beside one fact: its entities, the proper words in their names, persons in events."""

    entities: Mapping[str, Entity]
    story_words: Mapping[str, frozenset[str]]
    persons: Mapping[str, frozenset[str]]


def make_profile(fact: Fact, claims: Iterable[Claim], around: Surroundings) -> Profile:
    """The profile of one fact."""
    live = tuple(claims)
    subject = around.entities.get(fact.of)
    context = context_of(subject)
    dimension = _dimension(fact, live)
    kind = FactKind.PERCENT if dimension == "percent" else fact.kind
    marks = [keys for keys in marks_of(fact.property) if not NAMES_OF_KIND.get(kind, frozenset()) & set(keys)]
    head, rest = _head(fact, dimension, marks)
    cues = _since_cues([_property_cue(keys, context, fact) for keys in rest])
    if fact.kind is FactKind.DURATION and len(marks) < len(marks_of(fact.property)):
        cues = [replace(cue, keys=cue.keys | {"@lasted"}) if not cue.need else cue for cue in cues]
    cues += [Cue(frozenset(keys), 0.8, _is_needed(keys), scope=True) for keys in _scope_marks(fact, rest)]
    cues = [replace(cue, folk=True) if _is_folk(cue.keys, fact) else cue for cue in cues]
    values = frozenset(key for claim in live for keys in marks_of(claim.written) for key in keys)
    return Profile(
        fact,
        live,
        subject,
        dimension,
        head,
        tuple(cues),
        context,
        _sizes(fact),
        values,
        around.story_words.get(fact.story, frozenset()),
        around.persons.get(fact.of, frozenset()),
        _home(subject, around),
        frozenset(key for word in fact.words for keys in marks_of(word) for key in keys),
    )


def _since_cues(cues: list[Cue]) -> list[Cue]:
    """ "Freed since the truce began" is a running total: "so far" says it as well, and the truce need not be named."""
    at = next((at for at, cue in enumerate(cues) if "sinc" in cue.keys), len(cues))
    if at == len(cues) or not at:
        return cues
    period = [replace(cue, weight=min(cue.weight, 0.15), need=False) for cue in cues[at + 1 :]]
    return [*cues[:at], Cue(frozenset({"sinc", "@sofar"}), 0.5), *period]


def _is_folk(keys: frozenset[str], fact: Fact) -> bool:
    """The fact names a nation by its people ("Ukrainian citizens") and nowhere by the country's name."""
    told = set(fold_words(" ".join([fact.property, *(value for _, value in fact.scope)])))
    nations = [key[1:] for key in keys if key.startswith("^")]
    return bool(nations) and not any(set(fold_words(name)) <= told for name in nations)


def _home(subject: Entity | None, around: Surroundings) -> frozenset[str]:
    """The nations that need no saying: those of the event's place, else the one its label names."""
    if subject is None:
        return frozenset()
    place = around.entities.get(subject.place)
    named = _nations(place.label if place else subject.place) or _nations(subject.label)
    return named if len(named) == 1 else frozenset()


def _nations(text: str) -> frozenset[str]:
    return frozenset(key for keys in marks_of(text) for key in keys if key.startswith("^"))


def context_of(subject: Entity | None) -> frozenset[str]:
    """Every key of an entity's names, place and cue words."""
    if subject is None:
        return frozenset()
    names = (subject.label, subject.place, *subject.words, *(alias.name for alias in subject.aliases))
    return frozenset(key for name in names for keys in marks_of(name) for key in keys)


def _dimension(fact: Fact, claims: Iterable[Claim]) -> str:
    """What is measured: the fact's kind; of a count what its values are, ages (counts of years) apart."""
    years = "year" in fact.unit.lower() or not fact.unit
    if (
        fact.kind is FactKind.COUNT
        and years
        and any("@age" in keys for keys in marks_of(f"{fact.property} {fact.unit}"))
    ):
        return "age"
    said = {_measured(claim.value) for claim in claims} if fact.kind is FactKind.COUNT else set()
    return next(iter(said)) if len(said) == 1 else fact.kind.value


def _measured(value: Value) -> str:
    """What a value recorded for a count turns out to measure: "25% of the city" is a share, "$8 billion" is money."""
    if isinstance(value, Money | Duration):
        return "money" if isinstance(value, Money) else "duration"
    return "percent" if isinstance(value, Figure) and value.kind in _SHARES else "count"


def _head(fact: Fact, dimension: str, marks: list[Keys]) -> tuple[frozenset[str], list[Keys]]:
    """The counted noun's keys, and the marks of the property that are left as cues."""
    unit = frozenset(key for keys in marks_of(fact.unit) for key in keys) | _people(fact.unit)
    if dimension in ("age", "duration", "money", "percent") or fact.kind not in (FactKind.COUNT, FactKind.PERCENT):
        return unit, marks
    if unit & PEOPLE_LIKE:
        # of "bodies identified" it is the identified that a text must say
        said = unit if fact.unit.lower().strip() in _BODIES and len(marks) > 1 else frozenset()
        return unit | {PEOPLE}, [keys for keys in marks if PEOPLE not in keys and not set(keys) <= said]
    counted = unit or frozenset(marks[0] if marks else ())
    first = next((keys for keys in marks if counted & set(keys)), None)
    if first is None and marks and fact.unit.lower().strip() in _HOLDERS:
        first = marks[0]  # customers are the unit of "homes and businesses without power", which a text counts itself
    return counted.union(first or ()), [keys for keys in marks if keys is not first]


def _people(unit: str) -> frozenset[str]:
    return frozenset({PEOPLE}) if unit.lower().strip() in _PEOPLE else frozenset()


def _property_cue(keys: Keys, context: frozenset[str], fact: Fact) -> Cue:
    found = frozenset(keys)
    if found <= PRISONERS or found <= _GUESSED:
        return Cue(found, 0.3)
    is_nation = any(key.startswith("^") for key in keys)
    if found & context and not found & (STATES | GROUPS) and not is_nation:
        return Cue(found, 0.35)
    return Cue(found, 1.0, _is_needed(keys) and fact.kind is not FactKind.PERCENT)


def _is_needed(keys: Iterable[str]) -> bool:
    return any(key in STATES or key in GROUPS or key in _FORECAST or key.startswith(("^", "!")) for key in keys)


def _scope_marks(fact: Fact, rest: list[Keys]) -> list[Keys]:
    """What the scope adds to the property; "all those exchanged" adds nothing, it names the whole."""
    known = {key for keys in rest for key in keys}
    found: list[Keys] = []
    for _, value in fact.scope:
        words = set(value.lower().split())
        if words & _WHOLE:
            continue
        found += [keys for keys in marks_of(value) if not known & set(keys) and PEOPLE not in keys]
    return found


def _sizes(fact: Fact) -> frozenset[int]:
    """Numbers inside the property or scope ("ages of the three men"): how many people it is about."""
    scope = " ".join(value for _, value in fact.scope if not _WHOLE & set(value.lower().split()))
    words = f"{fact.property} {scope}".lower().split()
    return frozenset(_WORD_NUMBERS[word] for word in words if word in _WORD_NUMBERS)

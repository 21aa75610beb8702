"""What the desk has established, as plain values: entities, facts, sources, claims, findings, judgements.

Keys: an id of a seed file is unique in its story; everywhere else a row is named by `key_of(story, id)`, "story/id".
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from enum import StrEnum

from bot.phrase import Phrase
from bot.values import PartialDate, Value


def key_of(story: str, local: str) -> str:
    """The key of a row by its story and its id in the story's files."""
    return f"{story}/{local}"


def local_id(key: str) -> str:
    """The id as the story's files spell it: what people and the terminal's JSON see."""
    return key.rpartition("/")[2]


def claim_key(story: str, *said: str | None, occurrence: int = 0) -> str:
    """The key of a claim from what it asserts: `said` is source, fact, claimant, as-of (EDTF) and value as written.

    Locator, quote and rank are left out: correcting them must not make another claim of it, or judgements would be
    lost. `occurrence` counts the places in which one source says the very same thing.
    """
    content = "\x1f".join([story, *[part or "" for part in said], str(occurrence)])
    return key_of(story, hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:16])


class EntityKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"


class AliasKind(StrEnum):
    TRANSLITERATION = "transliteration"
    NICKNAME = "nickname"
    FORMER = "former"
    INITIALS = "initials"
    MISSPELLING = "misspelling"
    TITLE = "title"
    SHORT = "short"
    OTHER = "other"


class FactKind(StrEnum):
    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    DATE = "date"
    STATUS = "status"
    ROLE = "role"
    RELATION = "relation"
    QUOTE = "quote"
    NAME = "name"
    TEXT = "text"


class Behaviour(StrEnum):
    """How a figure moves: fixed (finished event), cumulative (never falls), level (as of now)."""

    FIXED = "fixed"
    CUMULATIVE = "cumulative"
    LEVEL = "level"


class Rank(StrEnum):
    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class Standing(StrEnum):
    """Proposed when a machine read it, recorded when a person or a seed put it there, dropped when retracted."""

    PROPOSED = "proposed"
    RECORDED = "recorded"
    RETRACTED = "retracted"


class Level(StrEnum):
    ALERT = "alert"
    NOTE = "note"
    SILENCE = "silence"


class Verdict(StrEnum):
    """Design.md section 3. The name comparer adds same, variant, unsure, different for bare pairs of names."""

    AGREES = "agrees"
    REFINES = "refines"
    COMPATIBLE = "compatible"
    ROUNDING = "rounding"
    HEDGE = "hedge"
    LOOSE = "loose"
    FAR = "far"
    UPDATES = "updates"
    SCOPE = "scope"
    SPELLING = "spelling"
    DISPUTED = "disputed"
    CONTRADICTS = "contradicts"
    NOT_COMPARABLE = "not comparable"


class Ruling(StrEnum):
    """The closed list of judgements."""

    RECORDED_RIGHT = "recorded right"
    NEW_RIGHT = "new right"
    BOTH_OTHER_SCOPE = "both right, other scope"
    BOTH_OTHER_TIME = "both right, other time"
    TWO_EVENTS = "two events"
    BOTH_WRONG = "both wrong"
    COPY_ERROR = "copy error"
    STYLE_ONLY = "style only"
    DISPUTED = "disputed, attribute both"
    NOT_SAME = "not the same thing"
    WITHDREW = "source withdrew"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of an entity; `sources` are the keys of those that use it."""

    name: str
    kind: AliasKind = AliasKind.OTHER
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part in an event, and as what ("freed", "negotiator")."""

    entity: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or event; the last four fields are an event's own.

    `place` is words: files may give the id of a place, which is stored as that place's label.
    """

    key: str
    story: str
    kind: EntityKind
    label: str
    aliases: tuple[Alias, ...] = ()
    role: str = ""
    date: PartialDate | None = None
    place: str = ""
    people: tuple[Participant, ...] = ()
    words: tuple[str, ...] = ()


Scope = tuple[tuple[str, str], ...]
"""Which part a fact is about, as sorted (name, value) pairs: (("nationality", "Ukrainian"),)."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One question about an entity with one true answer. `of` is an entity key, `part_of` a fact key."""

    key: str
    story: str
    of: str
    property: str
    kind: FactKind
    unit: str = ""
    behaviour: Behaviour | None = None
    scope: Scope = ()
    part_of: str | None = None
    complete: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """An article, document, post or seed. `origin` names the wire or document it derives from, None if unknown.

    `origin` is the key of a source where that source is in the record. `called` names a source whose outlet is not
    known ("unnamed, with AP and BBC credits"); `archive` is a link the newsroom supplies.
    """

    key: str
    story: str
    outlet: str = ""
    title: str = ""
    url: str = ""
    author: str = ""
    published: PartialDate | None = None
    retrieved: PartialDate | None = None
    language: str = ""
    origin: str | None = None
    reliability: str = ""
    sha256: str = ""
    called: str = ""
    note: str = ""
    archive: str = ""

    @property
    def label(self) -> str:
        """How the source is named to a reader: outlet, else what it is called, else title, else its id."""
        return self.outlet or self.called or self.title or local_id(self.key)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a source says it: a locator for people ("paragraph 4"), a character span if read, the exact words."""

    locator: str = ""
    start: int | None = None
    end: int | None = None
    words: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says about one fact. `claimant` "" = the outlet's own word; `key` derives from the content."""

    key: str
    story: str
    fact: str
    source: str
    written: str
    value: Value
    claimant: str = ""
    as_of: PartialDate | None = None
    evidence: Evidence = Evidence()
    rank: Rank = Rank.NORMAL
    why: str = ""
    standing: Standing = Standing.RECORDED
    recorded_by: str = ""
    recorded_at: dt.datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One value or claim beside another. `why` is one sentence a sub-editor understands; `score` 0..1 only ranks."""

    verdict: Verdict
    level: Level
    why: Phrase
    rule: str
    version: int = 1
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims, by their keys, and what comparing them found; `topic` is "" where both are of `fact` itself."""

    new: str
    old: str
    comparison: Comparison
    fact: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A comparison worth showing, between what a text says (span, words) or a new claim, and the record."""

    comparison: Comparison
    kind: str
    fact: str
    subject: str
    property: str
    words: str
    recorded: str
    start: int | None = None
    end: int | None = None
    new_claim: str | None = None
    old_claim: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with data, kept as a value: file, key path ("claim[3].on"), what is wrong, what to do."""

    file: str
    path: str
    wrong: Phrase
    todo: Phrase
    line: int | None = None

    def __str__(self) -> str:
        places = (f"{self.file}:{self.line}" if self.line else self.file, self.path)
        return f"{': '.join(filter(None, places))}: {self.wrong}; {self.todo}"


class State(StrEnum):
    """Of a discrepancy; a reopened one is open again and says what reopened it."""

    OPEN = "open"
    JUDGED = "judged"
    SNOOZED = "snoozed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Side:
    """One cluster of equal values in a discrepancy: the value as written, and the keys of the claims that give it.

    `forms` are the normal forms of the values on that side, by which later claims are known to belong to it.
    """

    written: str
    claims: tuple[str, ...]
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """An editor's decision about a discrepancy; `undone` once taken back. Rows supersede, none is erased.

    `loser` is the side ("recorded", "new", "both" or "") whose new voices would reopen it; `scope` the fact's then.
    """

    number: int
    discrepancy: int
    ruling: Ruling
    reason: str
    by: str
    at: dt.datetime
    evidence: str = ""
    undone: bool = False
    loser: str = ""
    scope: Scope = ()


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A stored finding between the recorded side and a new side of one fact. `number` is what people type.

    `topic` is "" within one fact, else what sets it apart from others of the fact (the parts of a sum); `until` ends a
    snooze, or a judgement that was given a term.
    """

    number: int
    story: str
    fact: str
    kind: str
    comparison: Comparison
    recorded: Side
    new: Side
    state: State
    opened_at: dt.datetime
    judgement: Judgement | None = None
    reopened: Phrase | None = None
    topic: str = ""
    until: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A folder of the record; `language` is a BCP 47 tag. `key` is its id."""

    key: str
    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Seed:
    """All that a story's files say."""

    story: Story
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()


class Act(StrEnum):
    """What happened to a row of the record."""

    ADDED = "added"
    CHANGED = "changed"
    REPLACED = "replaced"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Change:
    """One step in the history of a row: what, who, when, why, and the row as it stood after (before, if retracted)."""

    key: str
    act: Act
    by: str
    at: dt.datetime
    row: Story | Entity | Fact | Source | Claim
    why: str = ""

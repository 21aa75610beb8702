"""What a look-up replies, as data: the values a terminal prints and a card shows after `wording`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from bot.phrase import Filling, Phrase
from bot.reading import Speaker
from bot.record import Alias, Claim, Comparison, Discrepancy, Entity, Fact, Source
from bot.values import PartialDate

Id = str | int | float | None
"""What a case of a stream is called by whoever sent it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim with the source that makes it; `claimant` is shown as the record labels that person."""

    claim: Claim
    source: Source
    claimant: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """The claims that give one and the same value, in the words of the first."""

    written: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """How many speak: outlets, origins (copies of one agency text count once) and claimants are counted apart."""

    outlets: int
    origins: int
    claimants: int


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact as the desk stands to it. `recorded` is the cluster it stands by and `why` the rule that chose it."""

    fact: Fact
    subject: str
    recorded: Cluster
    why: Phrase
    others: tuple[Cluster, ...]
    support: Support
    dissent: tuple[Discrepancy, ...] = ()

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        return (self.recorded, *self.others)

    @property
    def voices(self) -> tuple[Voice, ...]:
        return tuple(voice for cluster in self.clusters for voice in cluster.voices)


@dataclass(frozen=True, slots=True)
class AliasView:
    """Another name and the labels of the outlets that use it."""

    alias: Alias
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event an entity takes part in, and as what."""

    event: Entity
    role: str


@dataclass(frozen=True, slots=True)
class WhoAnswer:
    entity: Entity
    aliases: tuple[AliasView, ...]
    roles: tuple[FactView, ...]
    facts: tuple[FactView, ...]
    events: tuple[EventView, ...]
    said: tuple[FactView, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class WhenAnswer:
    """`dates` holds the date facts of the event (or the one asked for), the most fitting first."""

    event: Entity
    dates: tuple[FactView, ...]
    before: Entity | None
    after: Entity | None


@dataclass(frozen=True, slots=True)
class SourcesAnswer:
    """`topic` is what was found for the question; one view per fact it touches; `kept` = sources whose text is kept."""

    topic: str
    facts: tuple[FactView, ...]
    support: Support
    kept: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureAnswer:
    """`safe` is a wording every recorded claim bears out, None where sources contradict each other."""

    view: FactView
    safe: str | None


@dataclass(frozen=True, slots=True)
class QuoteAnswer:
    quotes: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    date: PartialDate
    label: str
    key: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class TimelineAnswer:
    topic: str
    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing full text found: its kind (person, fact, claim, source ...), label and the words that matched."""

    kind: str
    key: str
    label: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class FindAnswer:
    query: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things a question may mean: `text` is what to type, `label` tells it from the others."""

    key: str
    text: str
    label: Filling


@dataclass(frozen=True, slots=True)
class Choices:
    """Several plausible matches, none of them guessed."""

    verb: str
    query: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing found: what was searched, and the nearest names there are."""

    verb: str
    query: str
    searched: Phrase
    nearest: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Greeting:
    """What a record holds: the titles of its stories, and how much of it there is."""

    stories: tuple[str, ...]
    entities: int
    facts: int
    sources: int
    open: int


@dataclass(frozen=True, slots=True)
class DiscrepancyView:
    """A discrepancy with the voices of its two sides; a claim that no longer stands is shown as it last stood."""

    discrepancy: Discrepancy
    fact: Fact
    subject: str
    recorded: tuple[Voice, ...]
    new: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class DiscrepanciesAnswer:
    """What was asked for, in the order of their numbers; `open` counts all that are open, shown or not."""

    shown: tuple[DiscrepancyView, ...]
    open: int


@dataclass(frozen=True, slots=True)
class JudgeAnswer:
    """A discrepancy after a judgement (or its undoing), what that did to the record, and others it touched."""

    view: DiscrepancyView
    effects: tuple[Phrase, ...] = ()
    reopened: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One thing that happened: when, by whom, what, and the reason given."""

    at: dt.datetime
    by: str
    what: Phrase
    why: Filling = ""


@dataclass(frozen=True, slots=True)
class HistoryAnswer:
    topic: str
    entries: tuple[HistoryEntry, ...]


@dataclass(frozen=True, slots=True)
class ComparedVoices:
    """Two claims as they went into a comparison, and what it found."""

    new: Voice
    old: Voice
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class WhyAnswer:
    """All comparisons that stand behind a discrepancy."""

    view: DiscrepancyView
    compared: tuple[ComparedVoices, ...]


@dataclass(frozen=True, slots=True)
class Loss:
    """A fact that rested on a retracted source: its value before and after ("" = none), and what still bears it."""

    fact: Fact
    subject: str
    before: str
    after: str
    support: Support


@dataclass(frozen=True, slots=True)
class RetractAnswer:
    """What retracting a source took with it; `gone` and `reopened` are numbers of discrepancies."""

    source: Source
    claims: int
    losses: tuple[Loss, ...]
    gone: tuple[int, ...] = ()
    reopened: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AlertView:
    """An alert of the outbox (`id`), what happened (opened, raised, reopened), and its discrepancy."""

    id: int
    kind: str
    created_at: dt.datetime
    view: DiscrepancyView
    delivered_at: dt.datetime | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class AlertsAnswer:
    """Alerts, oldest first; `unsure` are numbers of discrepancies whose alert may not have been seen."""

    alerts: tuple[AlertView, ...]
    unsure: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with its interval; None is open (or, for `number`, a vague word)."""

    start: int
    end: int
    words: str
    kind: str
    hedge: str
    number: Decimal | None
    to: Decimal | None
    low: Decimal
    high: Decimal | None
    unit: str
    of: str


@dataclass(frozen=True, slots=True)
class DateRow:
    """A date, time, duration (ISO 8601) or repetition."""

    start: int
    end: int
    words: str
    kind: str
    edtf: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name; `entity` is the id it has in the record, if any."""

    start: int
    end: int
    words: str
    kind: str
    entity: str | None


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """Words said, and by whom if the text tells."""

    start: int
    end: int
    words: str
    direct: bool
    speaker: Speaker | None


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """All that was read in one text, each kind in order of place."""

    id: Id
    figures: tuple[FigureRow, ...]
    dates: tuple[DateRow, ...]
    names: tuple[NameRow, ...]
    quotes: tuple[QuoteRow, ...]


@dataclass(frozen=True, slots=True)
class PairAnswer:
    """`score` 0..1 ranks: 1 = the same, 0 = cannot both hold."""

    id: Id
    verdict: str
    score: float
    why: Phrase


Answer = (
    WhoAnswer
    | WhenAnswer
    | SourcesAnswer
    | FigureAnswer
    | QuoteAnswer
    | TimelineAnswer
    | FindAnswer
    | Choices
    | Nothing
)

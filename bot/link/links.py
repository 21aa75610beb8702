"""What linking hands on: a mention of a text with the fact it is about, how sure that is, and why."""

from __future__ import annotations

from dataclasses import dataclass

from bot.phrase import Phrase
from bot.record import Fact
from bot.values import PartialDate, Value


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the text: where it stands and its words."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact a mention may be about; `score` 0..1 ranks."""

    fact: Fact
    score: float


@dataclass(frozen=True, slots=True)
class Link:
    """One mention and the fact it is about (None = unlinked: `why` says the reason, `candidates` the nearest).

    `firm` False marks a link that may be asked about but never alerted on. `part` marks a number that counts only a
    part of what the fact counts. A link of kind "name" is about an `entity` and has no fact. `adds` = the number is
    given on top of one before it ("and two minors came with them"); `as_of` = the day the text gives it for;
    `spoken` = a quotation together with the words for whoever is said to have spoken it; `holder` = to whom the text
    gives the post that the fact says is another's.
    """

    kind: str
    start: int
    end: int
    words: str
    value: Value
    fact: Fact | None
    score: float
    why: Phrase
    firm: bool = False
    part: bool = False
    claimant: str = ""
    entity: str = ""
    adds: bool = False
    as_of: PartialDate | None = None
    spoken: Stretch | None = None
    holder: str = ""
    candidates: tuple[Candidate, ...] = ()

"""A reading and the index to scenes: each sentence with whom it names, its dates and numbers, and what is near what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from bot.link.index import Index, Known
from bot.link.passages import Passage, Sentence, read_passage
from bot.link.stems import word_set
from bot.reading import DateKind, DateMention, FigureMention, NameMention, Reading
from bot.values import FigureKind, PartialDate

PER_BREAK, PER_WORD, PER_NUMBER = 0.72, 0.975, 0.6
_NOUN_ENDS = word_set(
    """
    of in at on to were was is are have has had who whom that which from by with for after before among will
    would could may might not since as into over under went came go come do did been be being so no than when
    where if per a an the once until while because though although
    """
)
_STRUCTURAL = ("structure", "vehicle")


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence of the text with what it names: `strangers` are people, `unknown` all names the record lacks.

    `bearers` are the places where it names the post of somebody in full, with whom it means.
    """

    sentence: Sentence
    known: tuple[Known, ...]
    dates: tuple[DateMention, ...]
    numbers: tuple[int, ...]
    strangers: tuple[int, ...]
    unknown: tuple[int, ...] = ()
    bearers: tuple[tuple[int, str], ...] = ()

    def hard_part(self, at: int) -> tuple[int, int]:
        """The first and last word of the stretch between full breaks that holds the word."""
        words = self.sentence.words
        left = max((i for i in range(at, 0, -1) if words[i].break_ >= 3), default=0)
        right = min((i - 1 for i in range(at + 1, len(words)) if words[i].break_ >= 3), default=len(words) - 1)
        return left, right

    def attach(self, anchor: int, other: int) -> float:
        """How closely a word belongs to the anchor, 0..1: breaks, distance and numbers between count against it."""
        low, high = sorted((anchor, other))
        between = sum(1 for number in self.numbers if low < number < high)
        breaks = self.sentence.breaks(low, high)
        return float(PER_BREAK**breaks * PER_WORD ** max(0, high - low - 1) * PER_NUMBER**between)


@dataclass(frozen=True, slots=True)
class Stage:
    """The whole text as scenes, in order; the `stories` it can be of, the day it speaks on, persons to their posts.

    `posts` are nouns that one person has.
    """

    reading: Reading
    passage: Passage
    scenes: tuple[Scene, ...]
    stories: tuple[str, ...]
    today: date | None
    posts: Mapping[str, str] = field(default_factory=dict)

    def scene_at(self, offset: int) -> tuple[int, Scene]:
        number = self.passage.number_at(offset)
        return number, self.scenes[number]


def make_stage(reading: Reading, index: Index) -> Stage | None:
    """The scenes of a text; None where it has no words."""
    passage = read_passage(reading.text, reading.sentences)
    if not passage.sentences:
        return None
    figures = _by_sentence(reading.figures, passage)
    dates = _by_sentence(reading.dates, passage)
    names = _by_sentence(reading.names, passage)
    scenes = tuple(
        _scene(sentence, tuple(figures.get(at, ())), tuple(dates.get(at, ())), tuple(names.get(at, ())), index)
        for at, sentence in enumerate(passage.sentences)
    )
    named = (known.entity for scene in scenes for known in scene.known)
    published = reading.published
    today = published.end if published else None
    return Stage(reading, passage, scenes, index.list_stories(passage, named), today)


Mention = TypeVar("Mention", FigureMention, DateMention, NameMention)


def _by_sentence(mentions: Iterable[Mention], passage: Passage) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(passage.number_at(mention.start), []).append(mention)
    return found


def _scene(
    sentence: Sentence,
    figures: tuple[FigureMention, ...],
    dates: tuple[DateMention, ...],
    names: tuple[NameMention, ...],
    index: Index,
) -> Scene:
    known = index.find_known(sentence)
    numbers = tuple(sorted({number_word(sentence, one) for one in figures}))
    taken = {at for one in known for at in range(one.first, one.last + 1)}
    people = (sentence.index_at(name.start) for name in names if name.kind == "person")
    unknown = (sentence.index_at(name.start) for name in names)
    return Scene(
        sentence,
        known,
        dates,
        numbers,
        tuple(at for at in people if at not in taken),
        tuple(at for at in unknown if at not in taken),
    )


def number_word(sentence: Sentence, mention: FigureMention) -> int:
    """The word that carries the number of a mention: its last word with a digit, else the last before its noun."""
    first, last = sentence.index_at(mention.start), sentence.index_at(mention.end - 1)
    digits = [at for at in range(first, last + 1) if any(c.isdigit() for c in sentence.words[at].folded)]
    return digits[-1] if digits else first


def noun_signs(sentence: Sentence, number: int) -> tuple[frozenset[str], int]:
    """The keys of the words that follow a number up to the end of its noun phrase, and the last of these words."""
    last = number
    for at in range(number + 1, min(number + 6, len(sentence.words))):
        word = sentence.words[at]
        if word.break_ or word.folded in _NOUN_ENDS:
            break
        last = at
    inside = range(number + 1, last + 1)
    keys = {sign.key for sign in sentence.signs if any(at in inside for at in sign.at)}
    signed = {at for sign in sentence.signs for at in sign.at}
    return frozenset(keys | {sentence.words[at].stem for at in inside if at not in signed}), last


def kind_of(mention: FigureMention) -> str:
    """What a mention measures, in the words of Profile.dimension; "" for what is never compared."""
    from_value = type(mention.value).__name__
    if from_value in ("Money", "Duration"):
        return from_value.lower()
    match mention.figure.kind:
        case FigureKind.COUNT:
            return "count"
        case FigureKind.PERCENT | FigureKind.POINTS | FigureKind.SHARE:
            return "percent"
        case FigureKind.AGE:
            return "age"
        case FigureKind.DISTANCE | FigureKind.MEASURE:
            return "measure"
    return ""


def days_of(scene: Scene, at: int) -> list[tuple[int, PartialDate, DateMention]]:
    """The dates that may be of the number at a word: "52 in September and 123 in December" has one for each."""
    low, high = scene.hard_part(at)
    days = plain_dates(scene, low, high)
    rivals = [number for number in scene.numbers if low <= number <= high]
    own = [day for day in days if number_of_day(scene, day[0], rivals) == at] if len(days) > 1 < len(rivals) else []
    return own or days


def number_of_day(scene: Scene, place: int, numbers: Sequence[int]) -> int | None:
    """The number a date belongs to: across the fewest breaks, then the nearest, the one before it rather than after."""
    breaks = scene.sentence.breaks
    before, after = [one for one in numbers if one < place], [one for one in numbers if one > place]
    beside = [*before[-1:], *after[:1]]
    return min(beside, key=lambda number: (breaks(number, place), abs(number - place)), default=None)


def plain_dates(scene: Scene, low: int, high: int) -> list[tuple[int, PartialDate, DateMention]]:
    """The calendar dates between two words of a sentence, with the word each begins at."""
    found = []
    for one in scene.dates:
        at = scene.sentence.index_at(one.start)
        if one.kind is DateKind.DATE and isinstance(one.value, PartialDate) and low <= at <= high:
            found.append((at, one.value, one))
    return found

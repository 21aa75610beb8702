"""A post told with whose it is to the one person of a story who has it: "the founder of Halden", "Velden's mayor"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.link.passages import Sentence, Word, read_sentence
from bot.link.stems import stem, word_set
from bot.record import Entity

_TIES = word_set("of at for in from with on to under")
_ARTICLES = word_set("the its his her their a an our")
_PAST = word_set("former ex onetime then")
_RANKS = _PAST | word_set(
    """
    deputy vice co acting interim assistant senior junior first second incoming outgoing designate shadow late next new
    """
)
_PAST_STEMS = frozenset(map(stem, _PAST))
BEFORE, BEHIND = 4, 4


@dataclass(frozen=True, slots=True)
class Office:
    """A post: the stem of its noun, those of the words before it, and those of the names behind it."""

    noun: str
    before: frozenset[str]
    names: frozenset[str]


Offices = Mapping[str, tuple[tuple[str, Office], ...]]
"""The stem of a post's noun -> the persons who have such posts."""


def read_offices(people: Iterable[Entity]) -> Offices:
    """The posts of persons that are told apart by more than a noun and that nobody else has."""
    read = {one.key: office for one in people if (office := _read_office(one.role))}
    used = Counter((one.noun, one.before - _PAST_STEMS, one.names) for one in read.values())
    found: dict[str, tuple[tuple[str, Office], ...]] = {}
    for key, one in read.items():
        if (one.names or one.before) and used[one.noun, one.before - _PAST_STEMS, one.names] == 1:
            found[one.noun] = (*found.get(one.noun, ()), (key, one))
    return found


def find_bearers(sentence: Sentence, offices: Offices) -> tuple[tuple[int, str], ...]:
    """Each place where a sentence names a post in full, with the person who has it."""
    found = []
    for at, word in enumerate(sentence.words):
        bearers = [key for key, office in offices.get(word.stem, ()) if _is_it(sentence, at, office)]
        if len(bearers) == 1:
            found.append((at, bearers[0]))
    return tuple(found)


def noun_of(role: str) -> str:
    """The stem of the word a post is called by: minister of the "health minister of Norland"; "" for none."""
    office = _read_office(role)
    return office.noun if office else ""


@lru_cache(maxsize=4096)
def _read_office(role: str) -> Office | None:
    sentence = read_sentence(role, 0, len(role))
    if sentence is None:
        return None
    words = sentence.words
    cut = next((at for at, word in enumerate(words) if word.folded in _TIES or word.break_), len(words))
    if not cut or (cut < len(words) and words[cut].folded not in _TIES):
        return None
    before = frozenset(word.stem for word in words[: cut - 1] if not word.capital)
    names = frozenset(word.stem for word in words if word.capital)
    return Office(words[cut - 1].stem, before, names)


def _is_it(sentence: Sentence, at: int, office: Office) -> bool:
    before, behind = _phrase_before(sentence, at), _phrase_behind(sentence, at)
    told = {word.stem for word in before}
    if (
        not office.before - _PAST_STEMS <= told
        or {word.stem for word in before if word.folded in _RANKS} - office.before
    ):
        return False
    named = {word.stem for word in (*before, *behind) if word.capital and not _opens(sentence, word)}
    named -= office.before | {office.noun}
    return bool(named & office.names) if office.names else not named and not any(word.capital for word in behind)


def _opens(sentence: Sentence, word: Word) -> bool:
    return word.start == sentence.words[0].start and word.folded in _ARTICLES | _RANKS


def _phrase_before(sentence: Sentence, at: int) -> tuple[Word, ...]:
    """The words before a noun that are of it: back to its article, a preposition or a break."""
    low = at
    while low > 0 and at - low < BEFORE and not sentence.words[low].break_:
        if sentence.words[low - 1].folded in _ARTICLES | _TIES:
            break
        low -= 1
    return sentence.words[low:at]


def _phrase_behind(sentence: Sentence, at: int) -> tuple[Word, ...]:
    """The names behind a noun and "of", up to a verb: any word in small letters that is no article."""
    words = sentence.words
    if at + 1 >= len(words) or words[at + 1].break_ or words[at + 1].folded not in _TIES:
        return (
            words[at + 1 : at + 2] if at + 1 < len(words) and words[at + 1].capital and not words[at + 1].break_ else ()
        )
    high = at + 2
    while high < len(words) and high <= at + BEHIND and not words[high].break_:
        if not words[high].capital and words[high].folded not in _ARTICLES:
            break
        high += 1
    return words[at + 2 : high]

"""A number in a sentence to what its toll counts: "the number of dead, which stood at 79, was brought down to 78"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.link.lexicon import LEXICON
from bot.link.passages import Word
from bot.link.profiles import STATES
from bot.link.scene import Scene
from bot.link.stems import stem, word_set

TOLD, BY_VICTIMS = 0.85, 0.66
_NEAR = 4  # words of a toll's own phrase: "the number of people killed"
_REACH = 9
_TOLLS = frozenset(map(stem, ("toll", "tally", "total", "number", "count", "figure")))
_MOVED = frozenset(
    map(
        stem,
        """
        brought bring revised lowered corrected reduced cut raised adjusted changed trimmed upgraded downgraded put rose
        risen climbed fell fallen dropped jumped grew grown went gone increased decreased updated rising climbing
        """.split(),
    )
)
_REVISED = frozenset(map(stem, "brought revised lowered corrected reduced cut raised adjusted trimmed updated".split()))
_HAD_SAID = word_set("cited said put given estimated counted spoken reported announced quoted named told")
_THEN = word_set("earlier initially first previously originally weekend morning hours days")
_TAKEN_BACK = frozenset(map(stem, "disowns disowned withdrew withdrawn retracted".split()))
_STOOD = word_set("stood standing was been put given initially earlier previously originally")
_HEDGES = word_set("about around some nearly almost roughly at least more over than just only approximately")


def find_toll(scene: Scene, first: int) -> frozenset[str]:
    """The fates counted by the toll that a sentence says was brought to the number at a word; none where it is not."""
    words, low = scene.sentence.words, scene.hard_part(first)[0]
    if _moved_at(words, first, low) is None:
        return frozenset()
    tolls = [at for at in range(low, first) if words[at].stem in _TOLLS]
    if not tolls:
        return frozenset()
    inside = range(tolls[-1] - 1, min(first, tolls[-1] + _NEAR + 1))
    return frozenset(sign.key for sign in scene.sentence.signs if sign.first in inside) & STATES


def is_before_revision(scene: Scene, number: int) -> bool:
    """ "Which stood at 79, was brought down to 78", "first put at 79": the number that a later one has replaced."""
    words = scene.sentence.words
    if not _STOOD & {word.folded for word in words[max(0, number - 3) : number]}:
        return False
    high = scene.hard_part(number)[1]
    return any(_revised_at(words, at, number) for at in scene.numbers if number < at <= high)


def is_said_before(scene: Scene, number: int) -> bool:
    """ "At first it had put the toll at 90", "over the weekend it had cited 11,300": what was said then, not now."""
    words = [word.folded for word in scene.sentence.words]
    low, high = scene.hard_part(number)
    had = next((at for at in range(number - 1, max(low, number - _REACH) - 1, -1) if words[at] == "had"), None)
    if had is None or scene.sentence.breaks(had, number) or not _HAD_SAID & set(words[had + 1 : had + 4]):
        return False
    opening = next((at for at in range(had, low, -1) if scene.sentence.words[at].break_ == 1), low)
    is_then = bool(_THEN & set(words[max(low, opening - 1) : had + 4]))
    return is_then or any(word.stem in _TAKEN_BACK for word in scene.sentence.words[number + 1 : high + 1])


def marks_of_victims(scene: Scene, number: int) -> dict[str, float]:
    """ "The 78 victims were families": who is called so, with no word of another fate, has died as far as that goes."""
    words = scene.sentence.words
    at = number + 1
    if (
        not number
        or at >= len(words)
        or words[at].folded != "victims"
        or words[number - 1].folded not in ("the", "all")
    ):
        return {}
    end = next((place for place in range(at + 1, len(words)) if words[place].break_ > 1), len(words))
    fates = (sign for sign in scene.sentence.signs if LEXICON.family.get(sign.key) == "fate")
    return {} if any(sign.first < end for sign in fates) else {"@dead": BY_VICTIMS}


def _moved_at(words: Sequence[Word], first: int, low: int) -> int | None:
    return _verb_before(words, first, low, _MOVED)


def _revised_at(words: Sequence[Word], number: int, low: int) -> bool:
    return _verb_before(words, number, low, _REVISED) is not None


def _verb_before(words: Sequence[Word], first: int, low: int, verbs: frozenset[str]) -> int | None:
    """The verb that brings something to the number: "rose sharply to", "was brought down to about"."""
    to = first - 1
    while to > low and words[to].folded in _HEDGES:
        to -= 1
    if words[to].folded != "to":
        return None
    return next((at for at in range(to - 1, max(low, to - _REACH) - 1, -1) if words[at].stem in verbs), None)

"""An ordinal to the count it tells of: "a third body was found" makes three bodies found."""

from __future__ import annotations

import itertools
from dataclasses import replace
from decimal import Decimal

from bot.link.lexicon import LEXICON
from bot.link.passages import Word
from bot.link.profiles import PEOPLE_LIKE, STATES, Profile
from bot.link.scene import Scene
from bot.link.stems import word_set
from bot.phrase import Phrase, phrase
from bot.reading import FigureMention
from bot.record import Behaviour
from bot.values import Figure, FigureKind, Hedge, figure_of

_RECOVERED, _DEAD = "@recovered", 0.85
_REMAINS = word_set("body corpse")
_RAISED = word_set("found located retrieved pulled lifted hauled raised dug taken brought")
_WAYS_OUT = frozenset({"out", "up", "from", "ashore"})
_DEEDS = frozenset({_RECOVERED, "@identified", "buried"})
# "The fifth journalist killed there this year" is ranked in a series of its own, not in that of the event.
_SERIES = word_set("since ever career years decades")
_THIS = frozenset(("this", one) for one in ("year", "month", "week", "season", "decade", "century", "summer", "winter"))


def as_count(mention: FigureMention, scene: Scene) -> FigureMention | None:
    """The mention as a count where an ordinal numbers people, bodies or what befell them one by one; else None."""
    number = mention.figure.number
    if mention.figure.kind is not FigureKind.ORDINAL or number is None or number < 2:
        return None
    at = scene.sentence.index_at(mention.end - 1)
    if not _counts_one(scene, at) or _is_of_a_series(scene.sentence.words, at):
        return None
    return replace(mention, value=_counted(mention.words, number))


def _counted(words: str, number: Decimal) -> Figure:
    return Figure(words, number, Hedge.EXACT, number, number)


def _counts_one(scene: Scene, at: int) -> bool:
    """ "A third body", "the fourth arrest"; not "the third victim's mother"."""
    words = scene.sentence.words
    noun = at + 1
    if noun >= len(words) or words[noun].break_:
        return False
    keys = {sign.key for sign in scene.sentence.signs if noun in sign.at}
    follows = words[noun + 1] if noun + 1 < len(words) else None
    is_owner = follows is not None and follows.start - words[noun].end > 1 and not follows.break_
    is_counted = bool(keys & (STATES | PEOPLE_LIKE)) or any(LEXICON.family.get(key) == "group" for key in keys)
    return is_counted and not is_owner


def _is_of_a_series(words: tuple[Word, ...], at: int) -> bool:
    """ "The third person to die there", "the second death in two years"."""
    after = [word.folded for word in words[at + 1 : at + 12]]
    is_first_to = words[at - 1].folded == "the" and "to" in after[1:3] and words[at + 1].stem not in _REMAINS
    return is_first_to or bool(_SERIES & set(after)) or bool(_THIS & set(itertools.pairwise(after)))


def found_bodies(mention: FigureMention, scene: Scene) -> dict[str, float]:
    """The marks of a numbered body: it has been found, whatever the verb, unless the sentence tells of another deed."""
    words = scene.sentence.words
    at = scene.sentence.index_at(mention.end - 1) + 1
    is_body = words[at].folded in _REMAINS or (words[at].folded == "victim" and _is_raised(words, at))
    return {_RECOVERED: 1.0, "@dead": _DEAD} if is_body and not _DEEDS & scene.sentence.all_keys() else {}


def _is_raised(words: tuple[Word, ...], at: int) -> bool:
    """ "A fourth victim has been taken out of the lake"; "pulled out alive" is no body."""
    after = [word.folded for word in words[at + 1 : at + 16]]
    is_out = any(one in _RAISED and two in _WAYS_OUT for one, two in itertools.pairwise(after))
    return (is_out or "found" in after) and "alive" not in after


def only_ranks(number: Decimal | None, profile: Profile) -> Phrase | None:
    """Why an ordinal says nothing new: only of a count that rises, and only above it, does it say how many."""
    known = [figure.number or figure.low for claim in profile.claims if (figure := figure_of(claim.value))]
    is_more = number is not None and all(number > one for one in known)
    if profile.fact.behaviour is Behaviour.CUMULATIVE and is_more:
        return None
    return phrase("it says which one of several it is, not how many there are")

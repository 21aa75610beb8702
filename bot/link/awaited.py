"""A recorded stage to what it still waits for, and the words of a text to whether that has come about."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.link.passages import Sentence, Word, read_sentence
from bot.link.profiles import marks_of, undone_deeds
from bot.link.stems import word_set
from bot.link.topics import denied, with_outcomes

Deed = frozenset[str]

_ART = r"(?:his |her |its |their |the |an? )?"
# A verb that is still to happen, and a noun for what is still to come.
_TO_BE = re.compile(r"\b(?:waiting|due|set|expected|scheduled|yet|still|about) to(?: be)?\s+(.+)", re.IGNORECASE)
_NOUNS = (
    re.compile(rf"\b(?:await(?:s|ing)|waiting for|pending)\s+{_ART}(.+)", re.IGNORECASE),
    re.compile(r"\b(\w+) (?:(?:is|was|are) )?(?:due|set for|scheduled for|still to come)\b", re.IGNORECASE),
)
_PLANNED = re.compile(r"\b(?:planned|scheduled|expected|due|set to)\b", re.IGNORECASE)
# "To be tried" is told by its trial, whose opening is a step of its own.
_TRIED = "@goal"
_ENDS = re.compile(r"[,;]|\b(?:on|in|at|by|for|from|after|before|over|with|until|and|but|next|this|later)\b")
# The noun is the deed: a trial awaited is named long before it opens, a sentence is not.
_DONE_TO_PEOPLE = frozenset({"@sentenced", "@charged", "@convicted", "@acquitted", "@freed", "@arrested"})
_SENTENCED = "@sentenced"
_SERVING = word_set("serve serves serving served")
_BEGINNING = word_set("began begun begins begin started starts start starting beginning")
_TERMS = word_set("term sentence")
_SPANS = word_set("year years month months life")
_AS = frozenset({"as", "on", "in", "at"})
_MODALS = frozenset({"will", "would", "could", "may", "might", "should", "must"})
_DOUBTS = word_set(
    """
    will would could may might should must shall can expected likely hopes hoped hope plans planned plan due if unless
    whether until wants want refused denied not never no cannot expects set to ask asked asks seek sought seeks urge
    urged demand demanded demands face faces faced facing possible maximum
    """
)
TERM_WITHIN, DOUBTING = 5, 6


@lru_cache(maxsize=4096)
def awaited_deeds(value: str) -> tuple[Deed, ...]:
    """The keys of each word of what a stage says has not been done or waits for: "awaiting trial" -> trial."""
    if undone := undone_deeds(denied(value)):
        return undone
    if verb := _TO_BE.search(value):
        return tuple(deed for deed in _deeds(verb[1]) if _TRIED not in deed)
    nouns = [deed for one in _NOUNS if (found := one.search(value)) for deed in _deeds(found[1])]
    return tuple(nouns) if nouns and all(deed & _DONE_TO_PEOPLE for deed in nouns) else ()


def is_planned(value: str) -> bool:
    """Whether a stage is that of something which is to come about."""
    return any(one.search(value) for one in (*_NOUNS, _PLANNED))


def _deeds(words: str) -> list[Deed]:
    return [frozenset(keys) for keys in marks_of(_ENDS.split(words)[0])]


def told_at(deed: Deed, sentence: Sentence, low: int, high: int) -> int | None:
    """The first word between two of a sentence that tells a deed, or what cannot be without it, as done."""
    keys = with_outcomes(deed)
    places = {sign.first for sign in sentence.signs if sign.key in keys and low <= sign.first <= high}
    places |= {at for at in range(low, high + 1) if sentence.words[at].stem in keys}
    done = [at for at in sorted(places) if not _is_to_come(sentence.words[at]) and not _is_doubted(sentence, at)]
    if done or _SENTENCED not in deed:
        return next(iter(done), None)
    return next((at for at in range(low, high + 1) if _is_served(sentence, at) and not _is_doubted(sentence, at)), None)


def has_come_about(value: str, text: str) -> bool:
    """Whether a text tells all that a stage waits for as done; of what had not been announced a plan is enough."""
    sentence, deeds = read_sentence(text, 0, len(text)), awaited_deeds(value)
    if sentence is None or not deeds:
        return False
    if "announced" in value.lower():
        return all(with_outcomes(deed) & sentence.all_keys() for deed in deeds)
    return all(told_at(deed, sentence, 0, len(sentence.words) - 1) is not None for deed in deeds)


def _is_to_come(word: Word) -> bool:
    """ "His sentencing" may be one to come."""
    return word.folded == "sentencing"


def _is_served(sentence: Sentence, at: int) -> bool:
    """Nobody serves a sentence who has none."""
    word = sentence.words[at].folded
    after = sentence.words[at + 1 : at + 1 + TERM_WITHIN]
    near = {part for one in after for part in one.folded.split("-")}
    return (word in _SERVING and bool(near & (_TERMS | _SPANS)) and after[0].folded not in _AS) or (
        word in _BEGINNING and bool(near & _TERMS)
    )


def _is_doubted(sentence: Sentence, at: int) -> bool:
    """ "Is expected to be licensed", "faces a sentence of nine years", "an appeal will follow"."""
    before, after = sentence.words[max(0, at - DOUBTING) : at], sentence.words[at + 1 : at + 1 + DOUBTING]
    is_open = next((place for place, word in enumerate(after) if word.break_), len(after))
    return bool(_DOUBTS & {word.folded for word in before} or _MODALS & {word.folded for word in after[:is_open]})

"""A recorded cause that nobody knew yet, and the clause of a text that names one."""

from __future__ import annotations

from bot.folding import fold_words
from bot.link.lexicon import LEXICON
from bot.link.passages import Sentence, read_sentence
from bot.link.stems import stem, word_set
from bot.link.topics import topic_of

_UNKNOWN = word_set("unknown unclear unestablished undetermined unexplained investigation investigated")
_NEVER = frozenset({"not", "no", "never", "yet", "nobody"})
# Verbs whose subject is the cause and whose object is what it brought about; the other way round behind "was ... by".
_CAUSES = frozenset(map(stem, "caused triggered sparked ignited started".split()))
_PHRASES = (("set", "off"), ("touched", "off"), ("set", "fire"), ("led", "to"))
_BEHIND = (("due", "to"), ("down", "to"), ("blamed", "on"), ("traced", "to"), ("result", "of"), ("because", "of"))
_BE = word_set("was were been is")
_DOUBTS = word_set(
    """
    may might could would possibly probably perhaps believed suspect suspects suspected whether what how why if not no
    never unknown unclear thought likely reportedly allegedly feared assumed examine examining asked
    """
)
_TIES = word_set("of on in into for after about over from at to against during with by and")
_DEEDS = frozenset({"started", "began", "broke"})
OBJECT_WITHIN = 4


def is_unknown_cause(property: str, value: str) -> bool:
    """Whether a fact asks for the cause of something, and what is recorded is that it is not known."""
    told = set(fold_words(value))
    return "cause" in fold_words(property) and bool(told & _UNKNOWN or told & _NEVER)


def find_effect(property: str, sentence: Sentence, low: int, high: int) -> frozenset[int]:
    """Where a sentence names, between two words, what a "cause of the fire" is the cause of."""
    _, _, effect = property.partition(" of ")
    keys = topic_of(effect).keys if effect else frozenset()
    named = {sign.first for sign in sentence.signs if sign.key in keys and low <= sign.first <= high}
    named |= {at for at in range(low, high + 1) if sentence.words[at].stem in keys}
    return frozenset(at for at in named if _is_thing(sentence, at))


def find_cause(property: str, sentence: Sentence, low: int, high: int) -> int | None:
    """The word between two of a sentence by which it says, without a doubt, what brought a thing about."""
    words = [word.folded for word in sentence.words[low : high + 1]]
    if _DOUBTS & set(words):
        return None
    named = find_effect(property, sentence, low, high)
    for at in range(low, high + 1):
        pair, is_before = tuple(words[at - low : at - low + 2]), any(place < at for place in named)
        if pair in _BEHIND and is_before:
            return at
        if sentence.words[at].stem in _CAUSES or pair in _PHRASES:
            is_object = any(_is_object(sentence, at, place) for place in named)
            if is_before if _is_passive(words, at - low) else is_object:
                return at
    return None


def _is_thing(sentence: Sentence, at: int) -> bool:
    """The fire itself, and not a fire alarm."""
    after = sentence.words[at + 1 : at + 2]
    return not after or bool(after[0].break_) or after[0].stem in LEXICON.light or after[0].folded in _DEEDS


def _is_object(sentence: Sentence, at: int, place: int) -> bool:
    """What stands right behind a verb: "sparked the deadly blaze", not "sparked a debate over the blaze"."""
    between = sentence.words[at + 1 : place + 1]
    is_near = at < place <= at + OBJECT_WITHIN
    return is_near and not any(word.break_ or word.folded in _TIES for word in between)


def tells_cause(property: str, text: str) -> bool:
    """Whether a clause says what brought a thing about."""
    sentence = read_sentence(text, 0, len(text))
    return sentence is not None and find_cause(property, sentence, 0, len(sentence.words) - 1) is not None


def _is_passive(words: list[str], at: int) -> bool:
    """ "The fire was sparked by a heater"."""
    return bool(_BE & set(words[max(0, at - 2) : at])) and "by" in words[at + 1 : at + 4]

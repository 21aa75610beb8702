"""A folded English word to its stem, so that killed, kills and killing meet; light, for lexicon and text alike."""

from __future__ import annotations

from functools import lru_cache

_DOUBLES = ("bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt")
_SIBILANT = ("ses", "xes", "zes", "ches", "shes")


def word_set(words: str) -> frozenset[str]:
    """The words of a block of words."""
    return frozenset(words.split())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without plural, -ed, -ing and a silent e: "injuries" -> "injury", "stopped" -> "stop"."""
    if len(word) <= 3 or not word.isalpha():
        return word
    bare = _bare(_singular(word))
    return bare[:-1] if bare.endswith("e") and len(bare) > 3 else bare


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_SIBILANT) and len(word) > 5:
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _bare(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending, least in (("ing", 3), ("ed", 3)):
        root = word.removesuffix(ending)
        if root != word and len(root) >= least and any(vowel in root for vowel in "aeiouy"):
            return root[:-1] if root.endswith(_DOUBLES) else root
    if word in ("freed", "freeing"):
        return "free"
    return word

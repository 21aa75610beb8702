"""Words as written to folded words and stems, so that case, marks and endings do not count as differences."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "−": "-", "‑": "-"})
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")
_NOT = re.compile(r"(?<=[a-z])n't\b")
_FORMS = """
    die died dies dying, find found, hold held, win won winning, lose lost loses losing, begin began begun, fall
    fell fallen, rise rose risen, grow grew grown, sink sank sunk, shrink shrank shrunk, leave left, take took
    taken, break broke broken, steal stole stolen, give gave given, go goes went gone going, keep kept, meet met, swear
    sworn, burn burnt, pay paid, seek sought, stand stood, withdraw withdrew withdrawn, overcome overcame, draw
    drew drawn, lead led, make made, fire fires, put putting, sell sold, buy bought, speak spoke spoken, hang
    hung, fly flew flown, strike struck, tear tore torn, freeze froze frozen, wake woke woken, undergo underwent
    undergone, throw threw thrown, bring brought, build built, catch caught, come came, send sent, drive drove
    driven, run ran, fight fought, shoot shot, see saw seen, have has had having, be is are was were been being"""
_IRREGULAR = {form: verb for verb, *forms in map(str.split, _FORMS.split(",")) for form in forms}


def fold(text: str) -> str:
    """Lower case, plain quote marks and dashes, no accents, single spaces, no punctuation but inside words."""
    return " ".join(words(text))


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a text in order; a number keeps its digits only ("1,300" -> "1300")."""
    plain = text.translate(_APOSTROPHES)
    if not plain.isascii():
        marks = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in marks if not unicodedata.combining(char)).translate(_APOSTROPHES)
    found = _WORD.findall(_NOT.sub(" not", plain.casefold()))
    return tuple(_number(word) if word[0].isdigit() else word.removesuffix("'s") for word in found)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its English ending, the same for every form of it; only good for comparing with itself."""
    word = _IRREGULAR.get(word, word)
    for ending, least in (("ied", 2), ("ies", 2), ("ing", 3), ("ed", 2), ("es", 3), ("s", 3), ("e", 2), ("y", 3)):
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            return _undoubled(word.removesuffix(ending)) if ending != "ies" and ending != "ied" else word[:-3]
    return _undoubled(word)


def _undoubled(word: str) -> str:
    return word[:-1] if len(word) > 2 and word[-1] == word[-2] else word


def _number(word: str) -> str:
    head, dot, tail = word.replace(",", "").partition(".")
    return f"{head}.{tail}".rstrip("0").rstrip(".") if dot and "." not in tail else word.replace(",", "")

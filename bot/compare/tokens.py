"""Words as written to folded words and stems, so that case, marks and endings do not count as differences."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "−": "-", "‑": "-"})
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")
_NOT = re.compile(r"(?<=[a-z])n't\b")
_IRREGULAR = {
    "died": "die", "dies": "die", "dying": "die", "dead": "dead", "found": "find", "held": "hold", "won": "win",
    "winning": "win", "lost": "lose", "loses": "lose", "losing": "lose", "shut": "shut", "began": "begin",
    "begun": "begin", "fell": "fall", "fallen": "fall", "rose": "rise", "risen": "rise", "grew": "grow",
    "grown": "grow", "sank": "sink", "sunk": "sink", "shrank": "shrink", "shrunk": "shrink", "left": "leave",
    "took": "take", "taken": "take", "broke": "break", "broken": "break", "quit": "quit", "stole": "steal",
    "stolen": "steal", "gave": "give", "given": "give", "went": "go", "gone": "go", "kept": "keep", "met": "meet",
    "signed": "sign", "sworn": "swear", "burnt": "burn", "paid": "pay", "sought": "seek", "wed": "wed",
    "let": "let", "stood": "stand", "withdrew": "withdraw", "withdrawn": "withdraw", "overcame": "overcome",
    "drew": "draw", "drawn": "draw", "led": "lead", "fired": "fire", "fires": "fire", "stepped": "step",
    "hung": "hang", "put": "put", "putting": "put", "sold": "sell", "bought": "buy", "spoke": "speak",
}  # fmt: skip


def fold(text: str) -> str:
    """Lower case, plain quote marks and dashes, no accents, single spaces, no punctuation but inside words."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The folded words of a text in order; a number keeps its digits only ("1,300" -> "1300")."""
    plain = text.translate(_APOSTROPHES)
    if not plain.isascii():
        marks = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in marks if not unicodedata.combining(char)).translate(_APOSTROPHES)
    found = _WORD.findall(_NOT.sub(" not", plain.casefold()))
    return [_number(word) if word[0].isdigit() else word.removesuffix("'s") for word in found]


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its English ending, the same for every form of it; only good for comparing with itself."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, least in (("ied", 2), ("ies", 2), ("ing", 3), ("ed", 2), ("es", 3), ("s", 3), ("e", 2), ("y", 3)):
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            return _undoubled(word.removesuffix(ending)) if ending != "ies" and ending != "ied" else word[:-3]
    return _undoubled(word)


def _undoubled(word: str) -> str:
    return word[:-1] if len(word) > 2 and word[-1] == word[-2] else word


def _number(word: str) -> str:
    head, dot, tail = word.replace(",", "").partition(".")
    return f"{head}.{tail}".rstrip("0").rstrip(".") if dot and "." not in tail else word.replace(",", "")

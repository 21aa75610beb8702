"""Text of any script to comparison keys: folded words, how a word sounds, and the bones (consonants) of it.

Three keys of growing tolerance: `fold` forgives case, accents, script and punctuation; `sound` also the usual ways of
writing one foreign name in Latin letters (Tsikhanouskaya, Tikhanovskaya); `bones` also the vowels (Muhammad, Mohamed).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# Cyrillic for names, all languages at once: what one writes the others lack or sound alike to a reader of Latin.
_CYRILLIC = (
    "а a б b в v г g ґ g д d е e ё e ж zh з z и i й y і i ї i к k л l м m н n о o п p р r с s т t у u ў u ф f х kh "
    "ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e є ie ю yu я ya ђ dj ј j љ lj њ nj ћ c џ dz ѓ g ќ k ѕ dz ѐ e ѝ i ә a ғ g қ k "
    "ң n ө o ұ u ү u һ h"
)
_GREEK = "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o"
_LATIN = "ß ss æ ae œ oe ø o đ d ð d þ th ł l ı i ħ h ŋ n ə a ĸ k ſ s ŀ l ǝ a"
_HEBREW = (
    "א a ב b ג g ד d ה h ו v ז z ח h ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף f צ ts ץ ts ק k ר r ש sh ת t"
)
_ARABIC = (
    "ا a أ a إ i آ a ب b پ p ت t ث th ج j چ ch ح h خ kh د d ذ dh ر r ز z ژ zh س s ش sh ص s ض d ط t ظ z ع _ غ gh ف f "
    "ق q ك k ک k گ g ل l م m ن n ه h ة a و w ؤ w ي y ی y ى a ئ y ء _"
)
_APOSTROPHES = "'’‘ʼʻʾʿ`´′‛ꞌ＇\u0301\u0300"
_GREEK_PAIRS = (("ου", "u"), ("μπ", "b"), ("ντ", "nt"), ("γκ", "gk"), ("γγ", "ng"), ("αυ", "av"), ("ευ", "ev"))
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640\u200b-\u200f\u00ad\ufeff]")
_DOTTED = re.compile(r"(?<![^\W_])([^\W\d_])\.(?=[^\W\d_](?:\.|(?![^\W_])))")
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?![^\W_])|[^\W_]+(?:['’ʼ][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")


class _Letters(dict[int, str]):
    """A translation table that learns a character the first time it is met; anyascii only for rare scripts."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _letter(chr(code))
        return found


def _pairs(table: str) -> Iterator[tuple[int, str]]:
    parts = table.split()
    for letter, latin in zip(parts[::2], parts[1::2], strict=True):
        yield ord(letter), latin.replace("_", "")


def _letter(char: str) -> str:
    lower = char.lower()
    if lower.isascii():
        return lower if lower.isalnum() else " "
    if lower != char:
        return "".join(_LETTERS[ord(part)] for part in lower)
    base = _MARKS.sub("", unicodedata.normalize("NFKD", char))
    if base != char:
        return "".join(_LETTERS[ord(part)] for part in base)
    return _foreign_letter(char)


def _foreign_letter(char: str) -> str:
    if not (char.isalnum() or unicodedata.category(char) in ("Mc", "Mn")):
        return " "
    from anyascii import anyascii  # its tables are wasted on the many texts that never need them

    return re.sub(r"[^a-z0-9 ]", "", anyascii(char).lower())


_LETTERS = _Letters()
for _table in (_CYRILLIC, _GREEK, _LATIN, _HEBREW, _ARABIC):
    _LETTERS.update(_pairs(_table))
_LETTERS.update(dict.fromkeys(map(ord, _APOSTROPHES), ""))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower-case Latin letters and digits of `text`, words apart by one space; folding twice changes nothing.

    Apostrophes vanish (O'Brien, obrien), hyphens part words, dotted initials close up (U.S., us).
    """
    if "." in text:
        text = _DOTTED.sub(r"\1", text)
    if not text.isascii():
        text = _prepare(text)
    return " ".join(text.translate(_LETTERS).split())


def _prepare(text: str) -> str:
    """Compose accents (a bare breve is noise, й is a letter) and read Greek vowel pairs as one."""
    text = _MARKS.sub("", unicodedata.normalize("NFC", text))
    if any("\u0370" <= char <= "\u03ff" for char in text):
        text = _MARKS.sub("", unicodedata.normalize("NFD", text)).lower()
        for pair, latin in _GREEK_PAIRS:
            text = text.replace(pair, latin)
    return text


def fold_words(text: str) -> list[str]:
    """The folded words of a text."""
    return fold(text).split()


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands in a text, possessive ending left off; `folded` may hold several words ("½")."""

    start: int
    end: int
    folded: str


def find_words(text: str) -> Iterator[Word]:
    """The words of a text with their character spans; hyphens part words, O'Brien and U.S. stay whole."""
    for match in _WORD.finditer(text):
        written = _POSSESSIVE.sub("", match.group())
        folded = fold(written)
        if folded:
            yield Word(match.start(), match.start() + len(written), folded)


# Spellings of one sound. First those of several letters, then c by what follows it, then the vowels.
_SPELLINGS = (
    ("shch", "s"),
    ("schtsch", "s"),
    ("szcz", "s"),
    ("tsch", "C"),
    ("tch", "C"),
    ("sch", "s"),
    ("tsh", "C"),
    ("cz", "C"),
    ("ch", "C"),
    ("sh", "s"),
    ("sz", "s"),
    ("kh", "H"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("dzh", "J"),
    ("zh", "z"),
    ("dj", "J"),
    ("ts", "t"),
    ("tz", "t"),
    ("dz", "d"),
    ("ck", "k"),
    ("qu", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
)
_C_SOFT = re.compile(r"c(?=[eiy])")
_ENDINGS = (("off", "ov"), ("eff", "ev"), ("ou", "ov"), ("dt", "t"))
_OUSKI = re.compile(r"[ao]u(?=sk)|(?<=..[kln])au$")
_LONG_VOWELS = (
    ("aeu", "au"),
    ("eu", "iu"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("y", "i"),
)
_TWICE = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("", "", "aeiou")
_GLIDE = re.compile(r"^(?:i(?=[aeou])|y)")
_SILENT_H = re.compile(r"(?<=[aeiou])h(?![aeiou])")


@lru_cache(maxsize=131072)
def sound(word: str) -> str:
    """How a folded word sounds however it is spelt: o and a, e and i are one (Kalesnikava, Kolesnikova)."""
    word = _native_spelling(word)
    for spelling, one in _SPELLINGS:
        if spelling in word:
            word = word.replace(spelling, one)
    if "c" in word:
        if word.endswith("ic"):
            word = word[:-1] + "C"
        word = _C_SOFT.sub("s", word).replace("c", "k")
    # Each pattern is asked only where it can fit: names by the ten thousand are sounded when an index is built.
    if "u" in word:
        word = _OUSKI.sub("ov", word)
    word = _sound_ending(word)
    if word[:1] in ("i", "y"):
        word = _GLIDE.sub("j", word)
    word = word[:1] + word[1:].replace("j", "i")
    for spelling, one in _LONG_VOWELS:
        if spelling in word:
            word = word.replace(spelling, one)
    if "h" in word:
        word = _SILENT_H.sub("", word)
    word = word.replace("o", "a").replace("e", "i")
    return (_TWICE.sub(r"\1", word) if _TWICE.search(word) else word).lower()


def _native_spelling(word: str) -> str:
    """What one tongue alone writes: Mc for Mac, Polish and Belarusian -cki for -tski."""
    if word.startswith("mc"):
        word = "mac" + word[2:]
    if "ck" in word[-5:] and word.endswith(("cki", "cka", "ckaja", "ckaia")):
        word = "tsk".join(word.rsplit("ck", 1))
    return word


def _sound_ending(word: str) -> str:
    for ending, one in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + one
    return word


@lru_cache(maxsize=131072)
def bones(word: str) -> str:
    """The consonants of `sound(word)`, its first vowel kept as "a": what survives any vowelling."""
    heard = sound(word)
    first = "a" if heard[:1] in ("a", "i", "u") else heard[:1]
    return first + heard[1:].translate(_VOWELS)

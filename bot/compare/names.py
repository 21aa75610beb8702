"""Two names to whether one person, organisation or place can bear both, and what kind of difference it is.

It ranks and proposes; only a person or a seed merges (design.md, section 3).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA, Levenshtein

from bot.compare.name_parts import (
    Parsed,
    Part,
    eastern_forms,
    has_romanisation_marks,
    is_gendered,
    is_gendered_surname,
    is_transliterated,
    make_part,
    parse_name,
)
from bot.compare.titles import GENERIC as _LOOSE
from bot.compare.titles import Title, parse_titles
from bot.folding import sound
from bot.phrase import Phrase, phrase


class NameVerdict(StrEnum):
    SAME = "same"
    VARIANT = "variant"
    UNSURE = "unsure"
    DIFFERENT = "different"


class Difference(StrEnum):
    """What parts two names that may be one: nothing, their form, a way of writing a foreign sound, or the spelling."""

    NONE = "none"
    FORM = "form"
    TRANSLITERATION = "transliteration"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class NameComparison:
    """`score` 0..1 ranks; from 0.5 up (same, variant) both may be one bearer. `why` is one sentence."""

    verdict: NameVerdict
    score: float
    why: Phrase
    difference: Difference = Difference.NONE

    @property
    def is_spelling(self) -> bool:
        """A name of the reader's own script spelt in two ways: one of them is wrong (Cole, Coale)."""
        return self.difference is Difference.SPELLING


@dataclass(frozen=True, slots=True)
class _Match:
    """How well one part answers another: `score` 0 = not at all; `nearness` what they still have in common."""

    score: float
    difference: Difference
    nearness: float = 1.0


_SAME = 0.985
_LIKELY = 0.5
_UNSURE = 0.4
_NO_MATCH = _Match(0.0, Difference.NONE, 0.0)
_VOWELS = frozenset("aiu")
# Consonants that transliterations swap: Gaddafi, Qadhafi; Pashinyan, Pachinian; Khodorkovsky, Chodorkowski.
_SWAPPED = "gk gh kh ch ck cs sj cj jz sz zt ct dz dt dj bv fv uv ij gj bp hj"
_SWAPS = frozenset(frozenset(pair) for pair in _SWAPPED.split())
_NO_GIVEN_NAME = 0.55


def compare_names(a: str, b: str, kind: str = "person") -> NameComparison:
    """Whether two names can be one bearer's. `kind`: person, organisation, place or event. Symmetric."""
    first, second = sorted((a, b))
    if kind != "person":
        return _compare_titles(first, second)
    return _compare_people(parse_name(first), parse_name(second))


def _compare_titles(a: str, b: str) -> NameComparison:
    """Bodies and places: the best of every reading of one against every reading of the other."""
    found = [_compare_title(one, other) for one in parse_titles(a) for other in parse_titles(b)]
    return max(found, key=lambda comparison: comparison.score)


def _compare_title(a: Title, b: Title) -> NameComparison:
    if a.plain == b.plain:
        return _verdict(1.0, Difference.NONE, phrase("the same name but for case, accents or hyphens"))
    if sorted(a.words) == sorted(b.words) or a.squashed == b.squashed:
        return _verdict(0.93, Difference.FORM, phrase("one name in two usual forms"))
    if a.plain in b.initials or b.plain in a.initials:
        return _verdict(0.8, Difference.FORM, phrase("one is the initials of the other"))
    left_a, left_b = _unanswered(a, b), _unanswered(b, a)
    if left_a and left_b:
        return _compare_spelling(a, b, left_a, left_b)
    extra = left_a or left_b
    if not extra:
        return _verdict(0.85, Difference.SPELLING, phrase("two spellings of one name"))
    words = " ".join(extra)
    if all(word in _LOOSE for word in extra):
        return _verdict(0.85, Difference.FORM, phrase("{words} only says what kind of thing it is", words=words))
    shared = min(len(a.words), len(b.words))
    score = 0.62 if shared > 1 else 0.45
    return _verdict(score, Difference.FORM, phrase("{words} stands in one of them only", words=words))


def _unanswered(a: Title, b: Title) -> list[str]:
    """Words of `a` no word of `b` answers in any spelling; Niger does not answer Nigeria."""
    return [
        word
        for word in a.words
        if word not in b.words and not any(_match(*sorted((word, other)), False, False).score for other in b.words)
    ]


def _compare_spelling(a: Title, b: Title, left_a: list[str], left_b: list[str]) -> NameComparison:
    """Words cut elsewhere (Wang Fuk Court, Wangfu court complex), else two names."""
    telling = [[word for word in title.words if word not in title.generic] for title in (a, b)]
    near = OSA.normalized_similarity(*(sound("".join(words)) for words in telling))
    if near >= 0.86 and len(telling[0]) != len(telling[1]):
        return _verdict(0.7, Difference.SPELLING, phrase("two spellings of one name, its words cut differently"))
    one, other = " ".join(left_a).capitalize(), " ".join(left_b).capitalize()
    share = len(set(a.words) & set(b.words)) / max(len(a.words), len(b.words))
    return _verdict(0.4 * share, Difference.NONE, phrase("{one} and {other} are two names", one=one, other=other))


def _compare_people(a: Parsed, b: Parsed) -> NameComparison:
    if not a.parts or not b.parts:
        same = a.plain == b.plain
        return _verdict(float(same), Difference.NONE, phrase("nothing in them can be read as a name"))
    if a.generation != b.generation:
        return _other_generation(a, b)
    if a.plain == b.plain or a.squashed == b.squashed:
        return _verdict(1.0, Difference.NONE, phrase("the same name but for case, accents, titles or hyphens"))
    if (eastern := _compare_eastern(a, b)) is not None:
        return eastern
    return _aligned(a, b)


def _other_generation(a: Parsed, b: Parsed) -> NameComparison:
    said = a.generation and b.generation
    why = "they name two generations" if said else "only one of them says which generation is meant"
    return _verdict(0.1 if said else 0.42, Difference.NONE, phrase(why))


def _compare_eastern(a: Parsed, b: Parsed) -> NameComparison | None:
    """Chinese and Korean names in two romanisations or orders; None leaves the pair to the general rule."""
    if a.other_script != b.other_script and min(len(a.parts), len(b.parts)) == 1:
        runs = {"".join(form) for form in eastern_forms(a)} & {"".join(form) for form in eastern_forms(b)}
    elif a.eastern and b.eastern and (has_romanisation_marks(a) or has_romanisation_marks(b)):
        runs = {"".join(form) for form in eastern_forms(a) & eastern_forms(b)}
    else:
        return None
    if not runs:
        return None
    return _verdict(0.9, Difference.TRANSLITERATION, phrase("one name romanised in two ways"))


def _aligned(a: Parsed, b: Parsed) -> NameComparison:
    foreign = a.foreign or b.foreign or (a.eastern and b.eastern)
    matches, left_a, left_b = _pair_parts(a, b, foreign)
    if left_a and left_b:
        matches += _run_together(left_a, left_b, foreign) + _run_together(left_b, left_a, foreign)
    if left_a and left_b and a.words != b.words and make_part(a.squashed).heard == make_part(b.squashed).heard:
        return _verdict(0.9, _kind_of(foreign), phrase("the same name with its words run together in one of the two"))
    if left_a and left_b:
        return _conflict(matches, left_a, left_b, foreign)
    if left_a or left_b:
        return _partial(a, b, matches, left_a or left_b)
    return _complete(matches)


_Matches = list[tuple[Part, Part, _Match]]


def _pair_parts(a: Parsed, b: Parsed, foreign: bool) -> tuple[_Matches, list[Part], list[Part]]:
    """The best answer for each part, best first; what is left on either side has none."""
    strict = a.eastern and b.eastern
    found = []
    for i, one in enumerate(a.parts):
        for j, other in enumerate(b.parts):
            match = _match(one.text, other.text, foreign, strict)
            if match.score:
                found.append((match.score - 0.001 * abs(i - j), i, j, match))
    found.sort(key=lambda row: -row[0])
    free_a, free_b = dict(enumerate(a.parts)), dict(enumerate(b.parts))
    matches = [(free_a.pop(i), free_b.pop(j), match) for _, i, j, match in found if i in free_a and j in free_b]
    return matches, list(free_a.values()), list(free_b.values())


@lru_cache(maxsize=65536)
def _match(x: str, y: str, foreign: bool, strict: bool) -> _Match:
    """Whether word `y` of a name can be word `x` of the other."""
    if x == y:
        return _Match(0.9 if len(x) == 1 else 1.0, Difference.NONE)
    p, q = make_part(x), make_part(y)
    if p.initial or q.initial:
        return _Match(0.72, Difference.FORM) if x[0] == y[0] and p.initial != q.initial else _NO_MATCH
    near = OSA.normalized_similarity(p.heard, q.heard)
    if p.lines and q.lines:
        return _match_known(p, q, near)
    if is_gendered(x, y) or (strict and min(len(x), len(y)) < 6):
        return _Match(0.0, Difference.NONE, near)
    if p.heard == q.heard:
        return _Match(0.93, _kind_of(foreign))
    return _match_sounds(p, q, foreign, near)


def _match_known(p: Part, q: Part, near: float) -> _Match:
    """Two given names of the tables: one line is one name, else they are two names however alike."""
    if not p.lines & q.lines:
        return _Match(0.0, Difference.NONE, near / 2)
    if near < 0.55 or (p.text[0] != q.text[0] and near < 0.8):
        return _Match(0.95, Difference.FORM)
    return _Match(0.95, _kind_of(is_transliterated(p.text) or is_transliterated(q.text)))


def _match_sounds(p: Part, q: Part, foreign: bool, near: float) -> _Match:
    if near < 0.5:
        return _Match(0.0, Difference.NONE, near)
    cost = _cost(min(p.heard, q.heard), max(p.heard, q.heard), 1.0 if foreign else 2.0)
    if cost > (0.17 if foreign else 0.1):
        return _Match(0.0, Difference.NONE, near)
    return _Match(0.95 - 2 * cost, _kind_of(foreign), near)


def _cost(a: str, b: str, price: float) -> float:
    """What it takes to turn one sound into the other, per letter; cheap where transliterations commonly part."""
    total = 0.0
    for edit in Levenshtein.editops(a, b):
        first, second = a[edit.src_pos : edit.src_pos + 1], b[edit.dest_pos : edit.dest_pos + 1]
        step = _change(first, second) if edit.tag == "replace" else _gap(first if edit.tag == "delete" else second)
        total += step * (1.0 if edit.src_pos or edit.dest_pos else 1.5)
    return total * price / max(len(a), len(b))


def _change(first: str, second: str) -> float:
    if first in _VOWELS and second in _VOWELS:
        return 0.4
    return 0.4 if frozenset((first, second)) in _SWAPS else 1.2


def _gap(letter: str) -> float:
    return 0.3 if letter in _VOWELS or letter in "hj" else 1.2


def _kind_of(foreign: bool) -> Difference:
    return Difference.TRANSLITERATION if foreign else Difference.SPELLING


def _run_together(single: list[Part], parted: list[Part], foreign: bool) -> _Matches:
    """A word of one name that is two of the other (Abdelfattah, Abdel Fattah); taken out of what is left."""
    found: _Matches = []
    for part in list(single):
        for first, second in pairwise(parted):
            joined = make_part(first.text + second.text)
            if joined.heard == part.heard:
                found.append((part, joined, _Match(0.93, _kind_of(foreign))))
                single.remove(part)
                parted.remove(first)
                parted.remove(second)
                break
    return found


def _conflict(matches: _Matches, left_a: list[Part], left_b: list[Part], foreign: bool) -> NameComparison:
    """Each side has a word the other cannot answer: two names, the likelier one the less they share."""
    one, other, near = max(
        ((p, q, _match(p.text, q.text, foreign, False).nearness) for p in left_a for q in left_b),
        key=lambda row: row[2],
    )
    given_same = any(match.score > 0.9 and not p.initial for p, _, match in matches)
    if given_same and len(left_a) == len(left_b) == 1 and is_gendered_surname(one.text, other.text):
        score = 0.3
    else:
        score = (0.08 + 0.3 * near) if matches else 0.1 * near
    why = phrase("{one} and {other} are two names", one=one.text.capitalize(), other=other.text.capitalize())
    return _verdict(min(score, 0.45), Difference.NONE, why)


def _partial(a: Parsed, b: Parsed, matches: _Matches, extra: list[Part]) -> NameComparison:
    """One name says more than the other: middle names, patronymics, a second surname, or the given name."""
    words = " ".join(part.text.capitalize() for part in extra)
    shorter = b if len(a.parts) > len(b.parts) else a
    if any(part.initial for part in extra) and any(part.initial for part in shorter.parts):
        return _verdict(0.3, Difference.NONE, phrase("their initials differ"))
    full = [match for p, q, match in matches if not p.initial and not q.initial]
    if not full:
        return _verdict(0.2, Difference.NONE, phrase("they share only initials"))
    weakest = min(match.score for match in full)
    if len(matches) == 1:
        return _lone_word(a, b, matches[0], words)
    turned = len(extra) > 1 and _is_turned(a, b, matches)
    score = 0.35 if turned else (0.86 if len(full) > 1 else 0.6) - 0.05 * len(extra) - (1 - weakest) * 0.6
    return _verdict(
        score, _worst(matches) or Difference.FORM, phrase("{words} stands in one of them only", words=words)
    )


def _lone_word(a: Parsed, b: Parsed, pair: tuple[Part, Part, _Match], words: str) -> NameComparison:
    """A bare word names every bearer: likely for a surname, anybody's guess for a known given name."""
    one, other, match = pair
    longer, word = (a, one) if len(a.parts) > len(b.parts) else (b, other)
    why = phrase("one of them is a part of the other, without {words}", words=words)
    if match.score < 0.9:
        return _verdict(0.3, match.difference, why)
    surname = longer.parts[-1] is word or (longer.parts[0] is word and longer.eastern)
    if not surname and word.lines:
        return _verdict(_UNSURE + 0.02, match.difference, why)
    return _verdict(_NO_GIVEN_NAME if surname else 0.51, match.difference if match.score < 1 else Difference.FORM, why)


def _is_turned(a: Parsed, b: Parsed, matches: _Matches) -> bool:
    places = sorted((a.parts.index(p), b.parts.index(q)) for p, q, _ in matches)
    return [j for _, j in places] != sorted(j for _, j in places)


def _complete(matches: _Matches) -> NameComparison:
    """Every word of both is answered."""
    scores = [match.score for _, _, match in matches]
    difference = _worst(matches)
    if min(scores) >= 0.9 and difference is Difference.NONE:
        return _verdict(0.99, Difference.NONE, phrase("the same words in another order"))
    score = 0.5 * min(scores) + 0.5 * sum(scores) / len(scores)
    sayings = {
        Difference.FORM: "{one} is a short or other form of {other}",
        Difference.SPELLING: "{one} and {other} are two spellings of one sound in the same script",
        Difference.TRANSLITERATION: "{one} and {other} write one foreign name in Latin letters in two ways",
    }
    p, q = next((p, q) for p, q, match in matches if match.difference is difference)
    return _verdict(score, difference, phrase(sayings[difference], one=p.text.capitalize(), other=q.text.capitalize()))


def _worst(matches: _Matches) -> Difference:
    found = {match.difference for _, _, match in matches}
    order = (Difference.SPELLING, Difference.TRANSLITERATION, Difference.FORM)
    return next((difference for difference in order if difference in found), Difference.NONE)


def _verdict(score: float, difference: Difference, why: Phrase) -> NameComparison:
    score = round(min(max(score, 0.0), 1.0), 3)
    if score >= _SAME:
        verdict = NameVerdict.SAME
    elif score >= _LIKELY:
        verdict = NameVerdict.VARIANT
    else:
        verdict = NameVerdict.UNSURE if score >= _UNSURE else NameVerdict.DIFFERENT
    return NameComparison(verdict, score, why, difference)

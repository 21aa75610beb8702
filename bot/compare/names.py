"""Two names to whether one person, organisation or place can bear both, and what kind of difference it is.

It ranks and proposes; only a person or a seed merges (design.md, section 3).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from bot.compare.name_parts import (
    Parsed,
    Part,
    eastern_forms,
    has_romanisation_marks,
    is_french_w,
    is_gendered,
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
    """How well one part answers another: `score` 0 = not at all."""

    score: float
    difference: Difference


_SAME = 0.985
_LIKELY = 0.5
_UNSURE = 0.4
_NO_MATCH = _Match(0.0, Difference.NONE)
_SAME_WORD = _Match(1.0, Difference.NONE)
_SAME_INITIAL = _Match(0.9, Difference.NONE)
_INITIAL = _Match(0.72, Difference.FORM)
_VOWELS = frozenset("aiu")
# Consonants that transliterations swap: Gaddafi, Qadhafi; Pashinyan, Pachinian; Khodorkovsky, Chodorkowski.
_SWAPPED = "gk gh kh ch ck cs sj cj jz sz zt st ct dz dt dj bv fv uv ij gj bp hj"
_SWAPS = frozenset(pair for pair in (*_SWAPPED.split(), *_SWAPPED[::-1].split()))
_LIGHT = frozenset("aiuhj")
_NO_GIVEN_NAME = 0.55
_LONGEST_RUN = 200


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
        if word not in b.words
        and not any(_match(make_part(word), make_part(other), False, False).score for other in b.words)
    ]


def _compare_spelling(a: Title, b: Title, left_a: list[str], left_b: list[str]) -> NameComparison:
    """Words cut elsewhere (Wang Fuk Court, Wangfu court complex), else two names."""
    telling = [[word for word in title.words if word not in title.generic] for title in (a, b)]
    near = OSA.normalized_similarity(*(sound("".join(words))[:_LONGEST_RUN] for words in telling))
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
    if left_a and left_b and (matches or a.words != b.words):
        matches += _run_together(left_a, left_b, foreign)
        matches += [(p, q, match) for q, p, match in _run_together(left_b, left_a, foreign)]
    if left_a and left_b and a.words != b.words and make_part(a.squashed).heard == make_part(b.squashed).heard:
        return _verdict(0.9, _kind_of(foreign), phrase("the same name with its words run together in one of the two"))
    if left_a and left_b:
        return _conflict(matches, left_a, left_b)
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
            match = _match(one, other, foreign, strict)
            if match.score:
                found.append((match.score - 0.001 * abs(i - j), i, j, match))
    found.sort(key=lambda row: -row[0])
    free_a, free_b = dict(enumerate(a.parts)), dict(enumerate(b.parts))
    matches = [(free_a.pop(i), free_b.pop(j), match) for _, i, j, match in found if i in free_a and j in free_b]
    return matches, list(free_a.values()), list(free_b.values())


def _match(p: Part, q: Part, foreign: bool, strict: bool) -> _Match:
    """Whether word `q` of a name can be word `p` of the other; the costly look only where the cheap ones allow it."""
    if p.text == q.text:
        return _SAME_INITIAL if p.initial else _SAME_WORD
    if p.initial or q.initial:
        return _INITIAL if p.text[0] == q.text[0] and p.initial != q.initial else _NO_MATCH
    if p.lines and q.lines:
        return _NO_MATCH if p.lines.isdisjoint(q.lines) else _match_known(p.text, q.text)
    if not _may_begin(p.heard, q.heard) or not OSA.normalized_similarity(p.heard, q.heard, score_cutoff=0.5):
        return _NO_MATCH
    return _match_sounds(p.text, q.text, foreign, strict)


def _may_begin(a: str, b: str) -> bool:
    """False where the first letters alone rule out one name: too dear for any word of common length."""
    first, second = a[0], b[0]
    if first == second or first in _LIGHT or second in _LIGHT or len(a) > 10 or len(b) > 10:
        return True
    return first + second in _SWAPS


@lru_cache(maxsize=32768)
def _match_known(x: str, y: str) -> _Match:
    """Two given names of one line of the tables: a spelling, or a short or sister form."""
    near = OSA.normalized_similarity(make_part(x).heard, make_part(y).heard)
    if near < 0.55 or (x[0] != y[0] and near < 0.8):
        return _Match(0.95, Difference.FORM)
    return _Match(0.95, _kind_of(is_transliterated(x) or is_transliterated(y)))


@lru_cache(maxsize=131072)
def _match_sounds(x: str, y: str, foreign: bool, strict: bool) -> _Match:
    p, q = make_part(x), make_part(y)
    if is_gendered(x, y) or (strict and min(len(x), len(y)) < 6):
        return _NO_MATCH
    if p.heard == q.heard:
        # Major and Mayor: only a foreign j may be a y.
        is_french = is_french_w(x) != is_french_w(y)
        is_other = not foreign and ("j" in x[1:]) != ("j" in y[1:])
        return _NO_MATCH if is_other else _Match(0.93, _kind_of(foreign or is_french))
    cost = _cost(min(p.heard, q.heard), max(p.heard, q.heard), 1.0 if foreign else 2.0)
    if cost > (0.17 if foreign else 0.1):
        return _NO_MATCH
    return _Match(0.95 - 2 * cost, _kind_of(foreign))


def _cost(a: str, b: str, price: float) -> float:
    """What it takes to turn one sound into the other, per letter; cheap where transliterations commonly part.

    A weighted edit distance (Wagner and Fischer 1974); another first letter costs more.
    """
    row = [0.0]
    for second in b:
        row.append(row[-1] + _gap(second))
    for first in a:
        above, gap = row, _gap(first)
        row = [above[0] + gap]
        for j, second in enumerate(b):
            change = 0.0 if first == second else _change(first, second)
            row.append(min(above[j] + change, above[j + 1] + gap, row[j] + _gap(second)))
    head = 0.0 if a[0] == b[0] else 0.2
    return (row[-1] + head) * price / max(len(a), len(b))


def _change(first: str, second: str) -> float:
    if first in _VOWELS and second in _VOWELS:
        return 0.4
    return 0.4 if first + second in _SWAPS else 1.5


def _gap(letter: str) -> float:
    return 0.3 if letter in _VOWELS or letter in "hj" else 1.5


def _kind_of(foreign: bool) -> Difference:
    return Difference.TRANSLITERATION if foreign else Difference.SPELLING


def _run_together(single: list[Part], parted: list[Part], foreign: bool) -> _Matches:
    """A word of one name that is two of the other (Abdelfattah, Abdel Fattah); taken out of what is left."""
    found: _Matches = []
    for part in list(single):
        for first, second in pairwise(parted):
            joined = make_part(first.text + second.text)
            match = _match(part, joined, foreign, strict=False)
            if match.score >= 0.9:
                found.append((part, joined, match))
                single.remove(part)
                parted.remove(first)
                parted.remove(second)
                break
    return found


def _conflict(matches: _Matches, left_a: list[Part], left_b: list[Part]) -> NameComparison:
    """Each side has a word the other cannot answer: two names, though the nearer those words the more may be a slip."""
    near, one, other = 0.0, left_a[0], left_b[0]
    if matches:
        rows = ((OSA.normalized_similarity(p.heard, q.heard), p, q) for p in left_a for q in left_b)
        near, one, other = max(rows, key=lambda row: row[0])
    score = 0.08 + 0.3 * near if matches else 0.05
    why = phrase("{one} and {other} are two names", one=one.text.capitalize(), other=other.text.capitalize())
    return _verdict(score, Difference.NONE, why)


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
    score = (0.86 if len(full) > 1 else 0.6) - 0.05 * len(extra) - 0.6 * (1 - weakest)
    why = phrase("{words} stands in one of them only", words=words)
    difference = _worst(matches)
    if _is_turned(a, b, matches):
        score = 0.38
    return _verdict(score, Difference.FORM if difference is Difference.NONE else difference, why)


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
    """True if the words both have stand in another order."""
    order_a = {part.text: place for place, part in enumerate(a.parts)}
    order_b = {part.text: place for place, part in enumerate(b.parts)}
    places = sorted((order_a.get(p.text, 0), order_b.get(q.text, 0)) for p, q, _ in matches)
    return any(earlier > later for (_, earlier), (_, later) in pairwise(places))


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

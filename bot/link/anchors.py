"""Each number of a text to its anchor: what it counts, and how closely every word of its sentence belongs to it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.link.lands import Lands, find_lands
from bot.link.lexicon import LEXICON
from bot.link.profiles import GROUPS, PEOPLE_LIKE, STATES, marks_of
from bot.link.running import as_count, found_bodies
from bot.link.scene import Scene, Stage, kind_of, noun_signs, number_word
from bot.link.stems import stem, word_set
from bot.link.tolls import TOLD, find_toll, marks_of_victims
from bot.reading import FigureMention
from bot.values import Figure, Hedge

MOST_OTHERS, CARRIED, GOES_ON, OF_A_PART = 20, 0.8, 0.45, 0.4
_COPULA = frozenset({"are", "were", "was", "is"})
_VERBS = word_set(
    """
    are were is was have has had remain remained still never did do can could will would
    """
)
_NOT_COUNTED = word_set(
    """
    in on at who was is were has had from and fell took died
    """
)
_DIED = frozenset({"died", "dies", "death"})
_INCLUDED = frozenset({"include", "included", "includes", "comprise", "comprised", "counted"})
_BACK = frozenset({"them", "those", "these"})
_OF_THOSE = {(of, those) for of in ("of", "among") for those in (*_BACK, "whom", "which")}
_WHERE = frozenset({"in", "at", "near", "on", "from", "around", "outside"})
_TOLLS = frozenset(map(stem, ("toll", "tally", "total", "number", "count")))
_COUNTABLE = frozenset({"structure", "vehicle", "account", "livestock"})
# "A jury of 12", "a crew of six": how many they are, not how old.
_BODIES_OF_PEOPLE = word_set(
    """
    jury crew family group panel team party squad staff board army force cast class gang delegation committee crowd
    audience unit convoy band platoon troop household workforce congregation couple parents circle
    """
)
# "As much as 115 years" says that it is the maximum.
_LIMITS = {Hedge.AT_MOST: {stem("maximum"): 1.0}, Hedge.AT_LEAST: {stem("minimum"): 1.0}}
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "men", "ant", "ee", "eer", "woman", "people", "mate")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A number where it stands: `noun` are the keys of what it counts, `marks` the nearness (0..1) of every key."""

    mention: FigureMention
    scene: Scene
    first: int
    number: int
    last: int
    noun: frozenset[str]
    kind: str
    marks: Mapping[str, float]
    sentence_number: int
    others: tuple[Figure, ...]
    inherited: frozenset[str] = frozenset()
    is_ordinal: bool = False

    def near(self, keys: frozenset[str]) -> float:
        """How closely any of the keys, or what is related to them, belongs to the number."""
        best = max((self.marks.get(key, 0.0) for key in keys), default=0.0)
        for key in keys:
            for other, much in LEXICON.related.get(key, {}).items():
                best = max(best, much * self.marks.get(other, 0.0))
        return best

    def words(self, start: int, end: int) -> list[str]:
        """The folded words of its sentence from `start` up to, not with, `end`; both may lie outside it."""
        return [word.folded for word in self.scene.sentence.words[max(0, start) : end]]

    @property
    def is_elided(self) -> bool:
        """No noun follows: "Sixteen came out", "the toll rose to 151", "40 dead"."""
        if self.noun & STATES:
            return not any(LEXICON.family.get(key) in _COUNTABLE for key in self.noun)
        return not {key for key in self.noun if key not in LEXICON.light}

    @property
    def counts_people(self) -> bool:
        return bool(self.noun & PEOPLE_LIKE) or any(key[0] == "^" for key in self.noun) or self.counts_persons_by_trade

    @property
    def counts_persons_by_trade(self) -> bool:
        """A noun the lexicon lacks that ends as words for persons do: skiers, campers, engineers."""
        plain = [key for key in self.noun if key[0] not in "@^!"]
        return bool(plain) and not any(key[0] == "@" for key in self.noun) and plain[-1].endswith(_PERSON_ENDINGS)


@dataclass(frozen=True, slots=True)
class Anchors:
    """All anchors of a text, by sentence, where each number stands first, and where the text's places lie."""

    by_sentence: Mapping[int, tuple[Anchor, ...]]
    first_at: Mapping[Decimal, int]
    lands: Lands

    def __iter__(self) -> Iterator[Anchor]:
        return (anchor for anchors in self.by_sentence.values() for anchor in anchors)

    def around(self, anchor: Anchor) -> tuple[Anchor, ...]:
        """Those of the same sentence and the one before."""
        number = anchor.sentence_number
        return (*self.by_sentence.get(number - 1, ()), *self.by_sentence.get(number, ()))

    def is_repeated(self, number: Decimal, start: int) -> bool:
        """Whether the number stands somewhere before an offset."""
        return self.first_at.get(number, start) < start


def find_anchors(stage: Stage) -> Anchors:
    """The anchors of every number that can be compared."""
    by_sentence: dict[int, list[FigureMention]] = {}
    for one in stage.reading.figures:
        by_sentence.setdefault(stage.passage.number_at(one.start), []).append(one)
    found: dict[int, tuple[Anchor, ...]] = {}
    first_at: dict[Decimal, int] = {}
    by_number: dict[Decimal, Anchor] = {}
    for number, mentions in by_sentence.items():
        here: list[Anchor] = []
        for one in mentions:
            if counted := as_count(one, stage.scenes[number]):
                here.append(_ordinal(one, counted, stage))
            elif kind := kind_of(one):
                others = tuple(other.figure for other in mentions if other is not one and kind_of(other) == "count")
                anchor = _inherit(_anchor(one, kind, stage, others[:MOST_OTHERS]), here)
                here.append(_in_same_breath(_of_those(anchor, by_number), here))
                if one.figure.number is not None:
                    first_at.setdefault(one.figure.number, one.start)
                    by_number.setdefault(one.figure.number, here[-1])
        found[number] = tuple(here)
    return Anchors(found, first_at, find_lands(stage.scenes))


def _ordinal(mention: FigureMention, counted: FigureMention, stage: Stage) -> Anchor:
    """ "A third body was found": a count of three that stands for itself, in words that say so by themselves."""
    anchor = _anchor(counted, "count", stage, ())
    words = anchor.scene.sentence.words
    start, end = words[max(0, anchor.first - 1)].start, words[anchor.number + 1].end
    whole = replace(counted, start=start, end=end, words=stage.reading.text[start:end])
    return replace(
        anchor, mention=whole, marks={**anchor.marks, **found_bodies(mention, anchor.scene)}, is_ordinal=True
    )


def _inherit(anchor: Anchor, before: list[Anchor]) -> Anchor:
    """A bare number after a counted noun counts the same: "seven aircraft, two of them American"."""
    if anchor.noun or anchor.kind != "count" or any(anchor.marks.get(key, 0.0) >= 0.85 for key in STATES):
        return anchor
    if _is_brought_to(anchor):
        return anchor
    nouns = [one.noun or one.inherited for one in before if one.kind == "count"]
    return replace(anchor, inherited=nouns[-1]) if nouns else anchor


def _is_brought_to(anchor: Anchor) -> bool:
    """ "The toll of the collision of two trains rose to 26": what rises says what is counted, not the noun before."""
    words = anchor.scene.sentence.words
    is_reached = anchor.first > 0 and words[anchor.first - 1].folded in ("to", "at")
    return is_reached and any(anchor.near(frozenset({key})) > 0 for key in _TOLLS) and bool(_strong(anchor, 0.25))


def _in_same_breath(anchor: Anchor, before: list[Anchor]) -> Anchor:
    """ "Freed 31 people in November, 52 in September and 123 on Saturday": one verb for every number of a list."""
    words = anchor.scene.sentence.words
    is_listed = words[anchor.first].break_ or (anchor.first and words[anchor.first - 1].break_) or _is_of_them(anchor)
    if not before or anchor.kind != before[-1].kind != "" or not is_listed or _strong(anchor, 0.7):
        return anchor
    one = before[-1]
    low, high = anchor.scene.hard_part(anchor.number)
    if one.number < low:
        return anchor
    rest = next((at for at in range(anchor.last + 1, high + 1) if words[at].break_), high + 1)
    after = [word.folded for word in words[anchor.last + 1 : rest]]
    if tuple(after[:2]) in _OF_THOSE or _is_of_them(anchor):
        return _with(anchor, _strong(one, 0.4))
    is_gapped = after[:1] and after[0] in _WHERE and not anchor.noun
    apart = {word.folded for word in words[one.last + 1 : anchor.first]}
    is_apart = apart & _VERBS and not is_gapped
    return anchor if is_apart or set(after) & _VERBS else _with(anchor, _strong(one, 0.7))


def _is_of_them(anchor: Anchor) -> bool:
    """ "217 dead, of whom 211 ...": the whole stands right before."""
    words = anchor.scene.sentence.words
    return tuple(word.folded for word in words[max(0, anchor.first - 2) : anchor.first]) in _OF_THOSE


def _of_those(anchor: Anchor, by_number: Mapping[Decimal, Anchor]) -> Anchor:
    """ "Among the 123 were six citizens of it": what the text said of the 123 before is said of the six too."""
    if anchor.kind != "count" or not by_number or _strong(anchor, 0.4):
        return anchor
    words = anchor.scene.sentence.words
    for at in anchor.scene.numbers:
        before = [word.folded for word in words[max(0, at - 2) : at]]
        whole = by_number.get(Decimal(words[at].folded)) if words[at].folded.isdigit() else None
        if at != anchor.number and whole is not None and whole is not anchor and before[-1:] == ["the"]:
            is_whole = before[:1] in (["of"], ["among"]) or bool(_INCLUDED & {word.folded for word in words})
            return _with(anchor, _strong(whole, 0.7)) if is_whole else anchor
    return anchor


def _strong(anchor: Anchor, least: float) -> frozenset[str]:
    return frozenset(key for key in STATES if anchor.marks.get(key, 0.0) >= least)


def _with(anchor: Anchor, states: frozenset[str]) -> Anchor:
    return replace(anchor, marks={**anchor.marks, **{key: max(CARRIED, anchor.marks.get(key, 0.0)) for key in states}})


def _anchor(mention: FigureMention, kind: str, stage: Stage, others: tuple[Figure, ...]) -> Anchor:
    sentence_number, scene = stage.scene_at(mention.start)
    number = number_word(scene.sentence, mention)
    noun, last = noun_signs(scene.sentence, number)
    kind = _age_or(kind, scene, number)
    told = frozenset(key for keys in marks_of(mention.of) for key in keys)
    if not noun and told & (STATES | PEOPLE_LIKE):
        noun = told
    noun = _predicate(scene, number) or noun
    first = min(number, scene.sentence.index_at(mention.start))
    return Anchor(
        mention,
        scene,
        first,
        number,
        last,
        noun,
        kind,
        _from_before(sentence_number, stage)
        | marks_of_victims(scene, number)
        | _raised(_marks(scene, (first, number), last), find_toll(scene, first))
        | _given(kind, scene, (number, last), sentence_number, stage)
        | _LIMITS.get(mention.figure.hedge, {}),
        sentence_number,
        others,
    )


def _raised(marks: dict[str, float], told: frozenset[str]) -> dict[str, float]:
    """What the toll counts that was brought to the number is said of it, however far off it stands."""
    return marks | {key: max(TOLD, marks.get(key, 0.0)) for key in told}


def _predicate(scene: Scene, number: int) -> frozenset[str]:
    """ "Of the 71 aboard, six were crew": the group that is said of the number after the verb."""
    words = scene.sentence.words
    if number + 2 >= len(words) or words[number + 1].folded not in ("were", "are") or words[number + 2].break_:
        return frozenset()
    return frozenset(sign.key for sign in scene.sentence.signs if sign.first == number + 2) & GROUPS


def _given(kind: str, scene: Scene, span: tuple[int, int], number: int, stage: Stage) -> dict[str, float]:
    """What needs no saying: that an age is an age, and in "nine of them" what was said of them before."""
    if kind == "age":
        return {"@age": 1.0}
    words = [word.folded for word in scene.sentence.words]
    first, last = span
    is_told_here = any(at < first for at in scene.numbers)
    if number and not is_told_here and _counts_of_before(words, last):
        states = {sign.key for sign in stage.scenes[number - 1].sentence.signs} & STATES
        here = {sign.key for sign in scene.sentence.signs}
        return {} if here & STATES else dict.fromkeys(states, CARRIED)
    return {}


def _counts_of_before(words: list[str], last: int) -> bool:
    """ "Nine of them", "six were among them", "they included six": some of those the sentence before told of."""
    opening, after = words[:3], words[last + 1 : last + 8]
    among = set(itertools.pairwise(after)) | set(itertools.pairwise(opening))
    is_them = any(("among", one) in among for one in _BACK) or any(
        ("of", one) in {tuple(after[:2]), tuple(opening[:2])} for one in _BACK
    )
    return is_them or (words[:1] in (["they"], ["these"], ["those"]) and bool(_INCLUDED & set(words[1:4])))


def _opens_clause(scene: Scene, first: int, last: int) -> bool:
    """ "... and three are still in bed": a number with a verb of its own has left the words before behind."""
    words = scene.sentence.words
    joined = first > 0 and words[first - 1].break_ > 0 and words[first - 1].folded in ("and", "but", "while")
    return joined and last + 1 < len(words) and words[last + 1].folded in _VERBS


def _partner(scene: Scene, first: int, last: int) -> int | None:
    """ "Nine officers and 31 demonstrators were hurt": the last word of the noun that shares the verb."""
    words = scene.sentence.words
    if any(sign.key in STATES for sign in scene.sentence.signs if first <= sign.first <= last):
        return None
    if last + 2 >= len(words) or words[last + 1].folded != "and" or last + 2 not in scene.numbers:
        return None
    return noun_signs(scene.sentence, last + 2)[1]


def _age_or(kind: str, scene: Scene, number: int) -> str:
    """ "A girl of four", "he turned 30": an age without a word for it."""
    words = scene.sentence.words
    before = words[number - 1].folded if number else ""
    if kind == "count" and before == "at" and _is_end_of_life(scene, number):
        return "age"
    if kind == "count" and before in _COPULA and _is_said_of_some(scene, number):
        return "age"
    if kind != "count" or (before != "turned" and before != "of"):
        return kind
    follows = words[number + 1] if number + 1 < len(words) else None
    if follows is not None and not follows.break_ and follows.folded not in _NOT_COUNTED:
        return kind
    if before == "turned":
        return "age"
    if words[max(0, number - 2)].folded in _BODIES_OF_PEOPLE:
        return kind
    people = {sign.key for sign in scene.sentence.signs if number - 3 <= sign.last <= number - 2} & PEOPLE_LIKE
    return "age" if people and number >= 2 and _has_article(scene, number) else kind


def _is_end_of_life(scene: Scene, number: int) -> bool:
    """ "Died on Monday, at 89", "her death at 74": how old somebody was."""
    words, low = scene.sentence.words, scene.hard_part(number)[0]
    is_last = number + 1 == len(words) or bool(words[number + 1].break_)
    if not words[number - 1].break_ and words[max(0, number - 2)].folded not in _DIED:
        return False
    before = {sign.key for sign in scene.sentence.signs if low <= sign.first < number}
    return is_last and "@dead" in before and not any(low <= at < number for at in scene.numbers)


def _is_said_of_some(scene: Scene, number: int) -> bool:
    """ "Two of the dead were 16": a number behind the verb, and nothing counted by it."""
    words, low = scene.sentence.words, scene.hard_part(number)[0]
    is_last = number + 1 == len(words) or bool(words[number + 1].break_)
    return is_last and words[number].folded.isdigit() and any(low <= at < number for at in scene.numbers)


def _has_article(scene: Scene, number: int) -> bool:
    return bool({word.folded for word in scene.sentence.words[max(0, number - 4) : number - 2]} & {"a", "an", "the"})


def _from_before(number: int, stage: Stage) -> dict[str, float]:
    """Where the sentence before was goes on a little: what is named there with a capital, and the nations."""
    if not number:
        return {}
    sentence = stage.scenes[number - 1].sentence
    keys = {sign.key for sign in sentence.signs if sign.key[0] == "^"}
    keys |= {word.stem for word in sentence.words[1:] if word.capital}
    return dict.fromkeys(keys, GOES_ON)


def _predicate_of_a_part(scene: Scene, first: int, last: int) -> int:
    """ "Ten of the 20 killed were children": where what is said of the ten begins, which is not said of the 20."""
    words, end = scene.sentence.words, len(scene.sentence.words)
    tie = first - 2 if first and words[first - 1].folded == "the" else first - 1
    if tie < 1 or words[tie].folded != "of" or tie - 1 not in scene.numbers:
        return end
    return next((at for at in range(last + 1, end) if words[at].folded in _COPULA), end)


def _marks(scene: Scene, span: tuple[int, int], last: int) -> dict[str, float]:
    """Every key of the sentence with how closely it belongs to the number."""
    found: dict[str, float] = {}
    first, number = span
    before = 0.65 if _opens_clause(scene, number, last) else 1.0
    partner = _partner(scene, number, last)
    spots = [(sign.key, sign.first, sign.last) for sign in scene.sentence.signs]
    spots += [(word.stem, at, at) for at, word in enumerate(scene.sentence.words)]
    told = _predicate_of_a_part(scene, first, last)
    for key, start, end in spots:
        inside = start <= last and end >= first
        after = scene.attach(last, start) if partner is None or start <= partner else scene.attach(partner, start)
        after = OF_A_PART * after if start > told else after
        value = 1.0 if inside else after if start > last else before * scene.attach(first, end)
        value = max(value, GOES_ON) if key[0] == "^" else value  # "in Haiti", once said, holds for the whole sentence
        found[key] = max(found.get(key, 0.0), value)
    return found

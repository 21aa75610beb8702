"""Names in a text that are nearly, but not quite, those the record knows, to the entity they may stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.folding import fold, fold_words, sound
from bot.link.index import Index
from bot.link.lexicon import LEXICON
from bot.link.links import Link
from bot.link.passages import Sentence
from bot.link.scene import Scene, Stage
from bot.link.stems import stem, word_set
from bot.phrase import phrase
from bot.record import Entity, EntityKind
from bot.values import Name

SHORTEST, PER_SLIP, HALF = 6, 5, 0.5
_SIDES = word_set(
    """
    north south east west northern southern eastern western upper lower new old first second third
    """
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One recorded way to write a name: its words run together, to find it however the words are parted."""

    words: tuple[str, ...]
    squeezed: str
    entity: Entity


@dataclass(frozen=True, slots=True)
class Spellings:
    """Recorded names by how they begin and by how they end: a slip leaves one of the two as it was."""

    exact: frozenset[str]
    by_edge: Mapping[str, tuple[Spelling, ...]]

    def like(self, squeezed: str) -> list[Spelling]:
        """The names that begin or end the same and are about as long."""
        found = (*self.by_edge.get("^" + squeezed[:3], ()), *self.by_edge.get("$" + squeezed[-3:], ()))
        return [one for one in found if abs(len(one.squeezed) - len(squeezed)) <= 2]


def link_spellings(stage: Stage, index: Index) -> Iterator[Link]:
    """One link per stretch of capitalised words that is a near miss of a recorded name."""
    known = _gather(_spellings(entity for entity in index.entities.values() if entity.story in stage.stories))
    for scene in stage.scenes:
        yield from _in_scene(scene, known, stage)
        yield from _by_alias(scene, stage, index)
    yield from _by_sound(known, stage, index)


def _by_sound(known: Spellings, stage: Stage, index: Index) -> Iterator[Link]:
    """Full names of people whose surname sounds like a recorded one and who have the same initial.

    What parts Hisham Chkiwat from Hichem Chkiouat is more than a slip or two; if the two are one the comparer says.
    """
    people = _people_by_sound(entity for entity in index.entities.values() if entity.story in stage.stories)
    for mention in stage.reading.names:
        words = fold_words(mention.words)
        if mention.kind != "person" or len(words) < 2 or "".join(words) in known.exact or len(words[-1]) < SHORTEST:
            continue
        for entity in people.get(_heard(words[-1]), ()):
            given, *_, surname = fold_words(entity.label)
            if surname != words[-1] and _is_given_alike(words[0], given) and not _is_in_reach(words, known):
                why = phrase("it sounds like {label}", label=entity.label)
                name = Name(" ".join(mention.words.split()))
                yield Link(
                    "name",
                    mention.start,
                    mention.end,
                    mention.words,
                    name,
                    None,
                    0.6,
                    why,
                    firm=True,
                    entity=entity.key,
                )


def _people_by_sound(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for entity in entities:
        words = fold_words(entity.label)
        if entity.kind is EntityKind.PERSON and len(words) > 1:
            found.setdefault(_heard(words[-1]), []).append(entity)
    return found


def _heard(surname: str) -> str:
    """How a surname sounds; the French write the w of Ouattara with three vowels."""
    return sound(surname.replace("oua", "wa"))


def _is_given_alike(one: str, two: str) -> bool:
    """Given names that may be one: two of a family begin and sound apart (Hassan, Hichem)."""
    return one[0] == two[0] and OSA.normalized_similarity(sound(one), sound(two)) > HALF


def _is_in_reach(words: Sequence[str], known: Spellings) -> bool:
    """Whether the slips that are looked for everywhere find the name."""
    squeezed = "".join(words)
    return any(_is_near(tuple(words), squeezed, one) for one in known.like(squeezed))


def _gather(spellings: Iterable[Spelling]) -> Spellings:
    by_edge: dict[str, list[Spelling]] = {}
    exact = set()
    for one in spellings:
        exact.add(one.squeezed)
        for edge in ("^" + one.squeezed[:3], "$" + one.squeezed[-3:]):
            by_edge.setdefault(edge, []).append(one)
    return Spellings(frozenset(exact), {edge: tuple(found) for edge, found in by_edge.items()})


def _by_alias(scene: Scene, stage: Stage, index: Index) -> Iterator[Link]:
    """Persons named by a recorded other name or its surname alone: the desk may spell them another way."""
    for one in scene.known:
        entity = index.entities[one.entity]
        start, end = scene.sentence.words[one.first].start, scene.sentence.words[one.last].end
        written = stage.reading.text[start:end]
        is_other = fold(written) not in (fold(entity.label), fold(entity.label.split()[-1]))
        if entity.kind is EntityKind.PERSON and is_other:
            why = phrase("a recorded other name of {label}", label=entity.label)
            yield Link("name", start, end, written, Name(written), None, 0.9, why, firm=True, entity=entity.key)


def _spellings(entities: Iterable[Entity]) -> Iterator[Spelling]:
    for entity in entities:
        if entity.kind is EntityKind.EVENT:
            continue
        for name in (entity.label, *(alias.name for alias in entity.aliases)):
            words = tuple(fold_words(name))
            squeezed = "".join(words)
            if len(squeezed) >= SHORTEST and (entity.kind is not EntityKind.PERSON or len(words) > 1):
                yield Spelling(words, squeezed, entity)


def _in_scene(scene: Scene, known: Spellings, stage: Stage) -> Iterator[Link]:
    words = scene.sentence.words
    whole = [one for one in scene.known if one.last > one.first or not _is_run_on(scene.sentence, one.first)]
    taken = {at for one in whole for at in range(one.first, one.last + 1)}
    at = 0
    while at < len(words):
        found = None if at in taken or not words[at].capital else _nearest(scene.sentence, at, taken, known)
        if found is None:
            at += 1
            continue
        last, spelling = found
        start, end = words[at].start, words[last].end
        written = stage.reading.text[start:end]
        why = phrase("a near miss of {label}", label=spelling.entity.label)
        yield Link(
            "name",
            start,
            end,
            written,
            Name(" ".join(written.split())),
            None,
            0.7,
            why,
            firm=True,
            entity=spelling.entity.key,
        )
        at = last + 1


def _is_run_on(sentence: Sentence, at: int) -> bool:
    """A known surname beside an unknown capitalised word: the two may be one misspelt name, whichever comes first."""
    words = sentence.words
    before = at > 0 and words[at - 1].capital and not words[at].break_
    return before or (at + 1 < len(words) and words[at + 1].capital and not words[at + 1].break_)


def _nearest(sentence: Sentence, at: int, taken: set[int], known: Spellings) -> tuple[int, Spelling] | None:
    """The longest stretch from a word on that is within a slip or two of a recorded name."""
    for last in range(min(at + 5, len(sentence.words) - 1), at - 1, -1):
        stretch = sentence.words[at : last + 1]
        if any(word.break_ for word in stretch[1:]) or any(place in taken for place in range(at, last + 1)):
            continue
        folded = tuple(word.folded for word in stretch)
        squeezed = "".join(folded)
        if len(squeezed) < SHORTEST or squeezed in known.exact:
            continue
        near = [one for one in known.like(squeezed) if _is_near(folded, squeezed, one)]
        if near:
            return last, min(near, key=lambda one: (OSA.distance(one.squeezed, squeezed), one.entity.key))
    return None


def _is_near(words: tuple[str, ...], squeezed: str, one: Spelling) -> bool:
    slips = max(1, min(2, len(squeezed) // (PER_SLIP if one.entity.kind is EntityKind.PERSON else 2 * PER_SLIP)))
    if OSA.distance(one.squeezed, squeezed, score_cutoff=slips) > slips:
        return False
    is_person = one.entity.kind is EntityKind.PERSON
    if not is_person and (one.squeezed.startswith(squeezed) or squeezed.startswith(one.squeezed)):
        return False
    if any(char.isdigit() for char in squeezed) or set(words) <= set(one.words) or set(one.words) <= set(words):
        return False
    if len(words) == len(one.words):
        pairs = [(a, b) for a, b in zip(words, one.words, strict=True) if a != b]
        if is_person:
            return all(_is_plural(a, b) or _may_be_slip(a, b) for a, b in pairs)
        return all(_may_be_slip(a, b) and not _is_plural(a, b) and _american(a) != _american(b) for a, b in pairs)
    return True


def _may_be_slip(a: str, b: str) -> bool:
    """Two words that can be one misspelt: not numbers, not opposite sides, not forms of one word or nation."""
    if a.isdigit() or b.isdigit() or a in _SIDES or b in _SIDES or fold(a) == fold(b):
        return False
    if _nation(a) and _nation(a) == _nation(b):
        return False
    if min(len(a), len(b)) >= 4 and sound(a) == sound(b):
        return True
    return min(len(a), len(b)) >= 3 and OSA.distance(a, b) <= (1 if min(len(a), len(b)) < 7 else 2)


def _is_plural(a: str, b: str) -> bool:
    """One word and its plural; of a person's two names neither has one, so there it is a slip."""
    return a + "s" == b or b + "s" == a


def _american(word: str) -> str:
    """British and American ways to write one word are no misspelling: organisation, organization; centre, center."""
    for british, american in (
        ("is", "iz"),
        ("our", "or"),
        ("tre", "ter"),
        ("ogue", "og"),
        ("ence", "ense"),
        ("ll", "l"),
    ):
        word = word.replace(british, american)
    return word


def _nation(word: str) -> str:
    found = [key for rest, key in LEXICON.phrases.get(stem(word), ()) if not rest and key.startswith("^")]
    return found[0] if found else ""

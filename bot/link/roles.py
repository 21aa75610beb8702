"""What a text calls a person to the fact of the person's role: the title before the name, the apposition after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.link.index import Index, Known
from bot.link.links import Link
from bot.link.passages import read_sentence
from bot.link.scene import Scene, Stage
from bot.link.stems import word_set
from bot.phrase import phrase
from bot.record import EntityKind, Fact
from bot.values import Term

_BEFORE = 6
_PAST = frozenset({"former", "earlier", "previous", "past"})
_FORMER = frozenset({"former", "ex", "onetime", "erstwhile", "previously"})
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_STOPS = word_set(
    """
    by with from for and but to that said says told as when after while than like in on at who whom whose is was
    were are has had have one between
    """
)


def link_roles(stage: Stage, index: Index) -> Iterator[Link]:
    """One link per title or apposition beside a person whose role is recorded."""
    posts = _posts(stage, index)
    for scene in stage.scenes:
        for known in scene.known:
            if posts and index.entities[known.entity].kind is EntityKind.PERSON:
                yield from _of_person(scene, known, posts, stage, index)


def _posts(stage: Stage, index: Index) -> list[Fact]:
    """The posts that the stories' people hold or held."""
    keys = {key for story in stage.stories for key in index.roles.get(story, ())}
    return [index.profiles[key].fact for key in sorted(keys)]


def _is_past(fact: Fact) -> bool:
    """What somebody was before: nobody else is given it, and only a text that says "former" speaks of it."""
    return bool(_PAST & set(fact.property.lower().split()))


def _of_person(scene: Scene, known: Known, posts: list[Fact], stage: Stage, index: Index) -> Iterator[Link]:
    spans = [span for span in (_before(scene, known), _after(scene, known)) if span]
    person = index.entities[known.entity]
    for fact in posts:
        is_own = fact.of == person.key
        if is_own or not (_is_past(fact) or _goes_on(scene, known)):
            fitting = [span for span in spans if not is_own or _may_compare(scene, span, fact, index)]
            links = [_link(scene, low, high, stage, fact) for low, high in fitting]
            yield from links if is_own else (replace(one, holder=person.label) for one in links)


def _may_compare(scene: Scene, span: tuple[int, int], fact: Fact, index: Index) -> bool:
    """Whether a description is of the time of a recorded post, and not of a body that may be the recorded one.

    Two names may be one body ("the NTSB"), so the record must know both bodies to tell them apart.
    """
    words = scene.sentence.words[span[0] : span[1] + 1]
    if _is_past(fact) and not _FORMER & {word.folded for word in words}:
        return False
    told = [read_sentence(claim.written, 0, len(claim.written)) for claim in index.profiles[fact.key].claims]
    held = [word for one in told if one for word in one.words]
    shared = {word.stem for word in words} & {word.stem for word in held}
    opens = not span[0] and not any(one.first == 0 for one in scene.known)
    named = {word.stem for word in words[1 if opens else 0 :] if word.capital} - shared
    known = {word.stem for word in held if word.capital} - shared
    if not shared or not named or not known:
        return True
    here = {index.entities[one.entity] for one in scene.known if span[0] <= one.first <= span[1]}
    there = {index.entities[one.entity] for row in told if row for one in index.find_known(row)}
    return bool(here and there) and not here & there and {one.kind for one in here} == {one.kind for one in there}


def _goes_on(scene: Scene, known: Known) -> bool:
    """A short name that another capitalised word follows may be somebody else's: "Kim" of "Kim Min-seok"."""
    words = scene.sentence.words
    return known.last + 1 < len(words) and words[known.last + 1].capital and not words[known.last + 1].break_


def _link(scene: Scene, low: int, high: int, stage: Stage, fact: Fact) -> Link:
    start, end = scene.sentence.words[low].start, scene.sentence.words[high].end
    words = stage.reading.text[start:end]
    return Link("role", start, end, words, Term(words), fact, 0.8, phrase("linked by the name beside it"), firm=True)


def _before(scene: Scene, known: Known) -> tuple[int, int] | None:
    """The words right before the name up to the clause's beginning or a verb: "Chief Superintendent Karen Tsang"."""
    words, low = scene.sentence.words, known.first
    if words[known.first].break_:
        return _apposed(scene, known)
    while low > 0 and known.first - low < _BEFORE and words[low - 1].folded not in _STOPS:
        low -= 1
        if words[low].break_:
            break
    articles = [at for at in range(low, known.first) if words[at].folded in _ARTICLES]
    low = articles[-1] if articles else low
    return (low, known.first - 1) if low < known.first else None


def _apposed(scene: Scene, known: Known) -> tuple[int, int] | None:
    """ "Its co-founder, Ales Bialiatski, was": a post set off by commas on both sides; "Velden's mayor, Ruth Berg"."""
    words, last = scene.sentence.words, known.first - 1
    is_closed = known.last + 1 >= len(words) or words[known.last + 1].break_ == 1
    if words[known.first].break_ != 1 or not is_closed:
        return None
    for low in range(last, max(-1, last - _BEFORE - 2), -1):
        if words[low].folded in _ARTICLES:
            return (low, last) if low < last else None
        if low < last and words[low].capital and words[low + 1].start - words[low].end > 1:
            return (low + 1, last)
        if words[low].break_ or words[low].folded in _STOPS - {"for", "in", "of", "and"}:
            return None
    return None


def _after(scene: Scene, known: Known) -> tuple[int, int] | None:
    """The words between the comma after the name and the next: "Coale, the US envoy for Belarus, said"."""
    words, low = scene.sentence.words, known.last + 1
    if [word.folded for word in words[low : low + 2]] == ["who", "is"]:
        return _up_to_verb(scene, low + 2)
    if low >= len(words) or words[low].break_ != 1 or words[low].folded in _STOPS | {"and", "with", "including"}:
        return None
    return _up_to_verb(scene, low)


def _up_to_verb(scene: Scene, low: int) -> tuple[int, int] | None:
    """The words from one on, as far as they can be a post."""
    words, high = scene.sentence.words, low
    if low >= len(words):
        return None
    while high + 1 < len(words) and not words[high + 1].break_ and words[high + 1].folded not in _STOPS - {"in", "at"}:
        high += 1
    is_age = words[low].folded.isdigit()
    return (low, high) if high - low < 9 and not is_age else None

"""A status fact's property to the noun it is about, and that noun to its places in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.folding import fold_words
from bot.link.lexicon import LEXICON
from bot.link.profiles import Profile, marks_of
from bot.link.scene import Scene
from bot.link.stems import stem, word_set
from bot.record import EntityKind

KIN = 6
_STATES_OF = word_set(
    "state status stage condition fate progress outcome situation position standing future course result extent degree"
)
# What a person or thing is or is in, rather than something it has: a text need not name it.
ABSTRACT = _STATES_OF | word_set(
    """
    custody whereabouts health life office injury injuries freedom liberty guilt plea verdict law marriage location
    career employment job post solvency finances survival identity sentence conviction arrest detention citizenship
    rank alive dead missing where whether what how if who being place offence crime charge charges test diagnosis
    proceedings prosecution investigation
    """
)
# Nouns for whatever an event is: a text calls it by what it is of ("the Velden bypass"), not by these.
_ANYTHING = word_set("project plan plans scheme programme program affair matter venture proposal")
# Nouns that lean on the word before them: the power supply, the rail service, the evacuation order.
_LEANING = word_set(
    """
    supply supplies service services system systems level notice order network operation operations work works situation
    effort efforts project programme program process campaign measures measure status line link activity
    """
)
_CUTS = word_set(
    """
    of in at on to for with from into over after before against between by under about towards toward the a an he she it
    they his her its their that which who whom is was were are has had have during within near around as and or
    """
)
# Deeds done to the thing named after them: the launch of the rocket, the opening of the bridge.
_DEEDS = word_set(
    """
    launch opening release arrival departure construction delivery closure start begin completion sale purchase use
    """
)
_SOME = word_set("any each every another other such most many some several few both two three all")
# Words with which a value says how things stand: what comes before them is what stands so.
_HOW = word_set(
    """
    open shut valid alive dead safe critical stable active offline online over up down out off goes holds continues
    remains runs lasts stands still not yet no never now broken torn found held lost won frozen stolen sunk known cut
    holding burning missing leaking pending running ongoing being spreading intact empty vacant free due back ready full
    """
)
# A state of the subject by its ending (solvency, membership), and nouns that only look like one.
_STATE_ENDS = ("cy", "ship", "ness", "ility")
_THINGS = word_set(
    "agency policy emergency conspiracy embassy legacy vacancy facility township ceremony witness business"
)
_CASES = frozenset({"case", "proceedings", "prosecution", "investigation", "inquiry", "trial", "charges"})
_ANOTHER = word_set("second third fourth fifth other another further separate civil")
_BODIES = word_set("company firm bank club party group agency airline chain retailer maker carrier business union")
# Abstract by themselves, but no more so before the noun of a thing: job cuts, a test result.
_OF_THINGS = frozenset({"job", "test", "crime", "charge"})
_BARE = [[one] for one in sorted(_ANYTHING)]
_PARTICLES = frozenset({"up", "off", "out", "down", "back", "over"})
_BEFORE_PLACE = word_set("in at of near for")
_OUTCOMES = {"@arrested": frozenset({"@charged", "@convicted"})}
_NEVER = word_set("not no never yet none nobody")
# Verbs that only lend a noun its deed: no arrests made, no injuries reported.
_LIGHT_DEEDS = word_set("announced made reported recorded given taken carried out there were are have has been so far")
_PLAIN = word_set("the a an its his her their this that these those all any every no our new own same")


@dataclass(frozen=True, slots=True)
class Topic:
    """`keys` of the noun a status is of; `more` the words before it; empty keys = it speaks of the subject itself."""

    keys: frozenset[str]
    more: frozenset[str]


@lru_cache(maxsize=4096)
def topic_of(property: str) -> Topic:
    """The noun of a property: "state of the search for survivors" -> search; "custody" -> none."""
    words = [word for word in fold_words(property) if word not in ("the", "a", "an")]
    words = words[1:] if words[:1] and words[0] in ("its", "his", "her", "their") else words
    if words and words[0] in _STATES_OF and "of" in words[1:3]:
        words = words[words.index("of") + 1 :]
    cut = next((at for at, word in enumerate(words) if word in _CUTS), len(words))
    phrase = words[:cut]
    phrase = phrase[:-1] if len(phrase) > 1 and phrase[-1] in _PARTICLES else phrase
    if (
        not phrase
        or phrase[-1] in ABSTRACT
        or phrase[0] in ABSTRACT - _OF_THINGS
        or _is_state(phrase[-1])
        or phrase in _BARE
    ):
        return Topic(frozenset(), frozenset())
    if phrase[-1] in _LEANING and len(phrase) > 1:
        return Topic(_keys(phrase[-2]), frozenset(map(stem, phrase[:-2])))
    keys = _keys(phrase[-1])
    if phrase[-1] in _DEEDS and words[cut : cut + 1] == ["of"]:
        return Topic(keys | topic_of(" ".join(words[cut + 1 :])).keys, frozenset())
    return Topic(keys, frozenset(map(stem, phrase[:-1])))


def is_anything(property: str) -> bool:
    """Whether a property names its subject by such a noun alone: "state of the project"."""
    words = [word for word in fold_words(property) if word not in _STATES_OF | {"the", "a", "an", "of"}]
    return words in _BARE


def is_of_body(property: str, kind: EntityKind) -> bool:
    """Whether a property calls an organisation by what it is: "state of the company"."""
    return kind is EntityKind.ORGANISATION and bool(topic_of(property).keys & _BODIES)


def is_of_the_law(property: str) -> bool:
    """Whether a property is of a person's case, which a text seldom names: it says that they were charged or tried.

    One of two cases it must name: the second trial.
    """
    words = set(fold_words(property))
    return bool(_CASES & words) and not _ANOTHER & words


@lru_cache(maxsize=4096)
def denied(text: str) -> str:
    """The part of a value that says what has not been, without the light verb of it: "no arrests" of two parts."""
    part = next((one for one in re.split(r"[,;]| but ", text) if _NEVER & set(fold_words(one))), text)
    return " ".join(word for word in part.split() if word.lower() not in _LIGHT_DEEDS)


def with_outcomes(deed: frozenset[str]) -> frozenset[str]:
    """A deed and those that cannot be without it: nobody is charged who was not arrested."""
    return deed.union(*(_OUTCOMES.get(key, ()) for key in deed))


def deeds_before(keys: frozenset[str]) -> frozenset[str]:
    """The deeds without which what is told could not be."""
    return frozenset(deed for deed, outcomes in _OUTCOMES.items() if keys & outcomes)


def _is_state(word: str) -> bool:
    return _is_done(word) or (word.endswith(_STATE_ENDS) and word not in _THINGS)


def _is_done(word: str) -> bool:
    """A participle by its ending; a colour or a bed is none."""
    return word.endswith("ed") and len(word) > len("need")


def _keys(word: str) -> frozenset[str]:
    concepts = (key for keys in marks_of(word) for key in keys)
    return frozenset({stem(word), *concepts})


def find_topic(profile: Profile, scene: Scene, low: int, high: int) -> list[int]:
    """Where a stretch of a sentence names the very thing, and not another of its kind or place."""
    topic = _topic(profile)
    words = scene.sentence.words
    own = profile.story_words
    signs = {sign.first for sign in scene.sentence.signs if sign.key in topic.keys}
    places = [
        at
        for at in range(low, high + 1)
        if words[at].stem in topic.keys or at in signs or _is_kin(words[at].stem, topic)
    ]
    return [at for at in places if not _is_rival(at, topic, scene, own) and not _is_elsewhere(at, profile, scene)]


def _topic(profile: Profile) -> Topic:
    """The property's noun, and the one the recorded value itself names: "line closed" of a railway."""
    topic = topic_of(profile.fact.property)
    named = [_named_in(claim.written) for claim in profile.claims]
    return Topic(topic.keys.union(*(keys for keys, _ in named)), topic.more.union(*(more for _, more in named)))


@lru_cache(maxsize=4096)
def _named_in(value: str) -> tuple[frozenset[str], frozenset[str]]:
    words = [word for word in fold_words(value) if word not in ("the", "a", "an")]
    cut = next((at for at, word in enumerate(words) if word in _CUTS | _HOW or _is_done(word)), 0)
    if not cut:
        return frozenset(), frozenset()
    return frozenset({stem(words[cut - 1])}), frozenset(map(stem, words[: cut - 1]))


def _is_kin(one: str, topic: Topic) -> bool:
    """One root: extradited, extradition; candidate, candidacy."""
    return len(one) >= KIN and any(one[:KIN] == key[:KIN] for key in topic.keys if len(key) >= KIN)


def _is_rival(at: int, topic: Topic, scene: Scene, own: frozenset[str]) -> bool:
    """A flood warning is not the tsunami warning, 52 strikes and any strike are not the strike."""
    words = scene.sentence.words
    is_counted = at > 0 and not words[at].break_ and (words[at - 1].folded.isdigit() or words[at - 1].folded in _SOME)
    if is_counted and not (at > 1 and words[at - 2].folded in ("the", "its", "their", "all")):
        return True
    if _is_of_another_name(at, scene, own):
        return True
    if not topic.more or not at or words[at].break_:
        return False
    near = {word.stem for word in words[max(0, at - 4) : at + 5]}
    before = words[at - 1]
    # What the story's own name tells apart ("the Velden bridge") only another name can mean otherwise.
    if topic.more <= own and not before.capital:
        return False
    return not topic.more & near and before.stem not in LEXICON.light and before.folded not in _PLAIN


def is_of_another(at: int, profile: Profile, scene: Scene) -> bool:
    """Whether a noun is that of another name or place than the story's: the Kingston fire, the fire in Kingston."""
    return _is_of_another_name(at, scene, profile.story_words) or _is_elsewhere(at, profile, scene)


def _is_of_another_name(at: int, scene: Scene, own: frozenset[str]) -> bool:
    """ "Kingston's airport" beside the airport of Montego Bay."""
    words = scene.sentence.words
    before = words[at - 1] if at and not words[at].break_ else None
    if before is None or not before.capital or before.stem in own:
        return False
    is_owner = words[at].start - before.end > 1
    return at > 1 or is_owner or at - 1 in scene.unknown


def _is_elsewhere(at: int, profile: Profile, scene: Scene) -> bool:
    """The schools of another town: the noun is followed by a place that is not the story's."""
    words = scene.sentence.words
    known = {place for one in scene.known for place in range(one.first, one.last + 1)}
    known |= {scene.sentence.index_at(day.start) for day in scene.dates}
    own = profile.story_words | {stem(word) for word in fold_words(profile.fact.property)}
    for place in range(at + 1, min(at + 4, len(words) - 1)):
        if words[place].break_:
            return False
        name = words[place + 1]
        if words[place].folded in _BEFORE_PLACE and name.capital:
            return place + 1 not in known and name.stem not in own
    return False

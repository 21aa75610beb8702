"""A number and a fact to how well what the fact asks is met near the number; None where it cannot be meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from bot.folding import fold_words
from bot.link.anchors import Anchor
from bot.link.background import is_past_unnamed, when_fit
from bot.link.index import Index
from bot.link.lexicon import LEXICON, PEOPLE, Sign
from bot.link.likeness import agreement, is_slip, is_telling, number_of
from bot.link.profiles import GROUPS, PEOPLE_LIKE, STATES, Cue, Profile
from bot.link.scene import Stage, days_of, noun_signs, plain_dates
from bot.link.stems import word_set
from bot.link.subjects import subject_fit
from bot.phrase import Phrase
from bot.record import Behaviour, EntityKind
from bot.values import Duration, FigureKind, Value, figure_of

FIRM, SAID = 0.62, 0.3
SEASON = timedelta(days=100)
IN_PERIOD, ABSURD = 0.1, 30
RIVAL = 0.8
CARRIED = 0.8
BORNE = 0.4
OWN_NOUN, ONLY_ONE, NAMED, OTHERS = 0.66, 0.5, 0.97, 0.6
_SAME = frozenset({("measure", "count"), ("count", "measure")})
_WAYS = frozenset({"to", "into", "in", "via", "through", "near", "inside", "towards", "toward", "across"})
_BEFORE = frozenset({"previous", "prior", "earlier", "preceding"})
_EXCHANGED = frozenset({"@hostage", "@prisoner"})
_APART = frozenset({"after", "before", "later", "earlier", "ago"})
_APART_ASKED = _APART | word_set("from between until since delay wait interval gap ahead apart")


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate; `agrees` 0..1 = how far it gives this very number, `part` = why the number can only be a part."""

    profile: Profile
    score: float
    agrees: float
    tells: bool = False
    is_cued: bool = True
    by_noun: bool = False
    slip: bool = False
    part: Phrase | None = None

    @property
    def rank(self) -> float:
        return (
            self.score * (0.7 if self.part else 1.0)
            + (0.08 if self.by_noun else 0.0)
            + 0.1 * self.agrees
            + (0.12 if self.tells or self.slip else 0.0)
        )


def score_fact(anchor: Anchor, profile: Profile, stage: Stage, index: Index) -> Scored | None:
    """How well the fact's cues are met near the number; None where it cannot be meant."""
    if not _is_same_kind(anchor, profile):
        return None
    if _is_gap(anchor) and not _asks_for_gap(profile):
        return None
    if profile.dimension == "count" and is_past_unnamed(anchor.sentence_number, profile, stage):
        return None
    head = _head_fit(anchor, profile)
    subject = subject_fit(anchor.scene, anchor.number, anchor.sentence_number, profile, stage, index)
    if not subject and _is_own_matter(anchor, profile, stage, index):
        subject = CARRIED
    if not head or not subject or _is_age_of_another(anchor, profile, index) or _is_age_then(anchor, profile):
        return None
    if _is_of_last_time(anchor, profile) or _is_length_of_another(anchor, profile):
        return None
    if _is_share_of_another(anchor, profile):
        return None
    if _is_of_another(anchor, profile):
        return None
    covered = _coverage(anchor, profile, stage, _own_fit(profile, subject))
    if covered is None or not _has_right_size(anchor, profile):
        return None
    share, is_cued = covered
    score = share * head * subject * _foreign_state(anchor, profile)
    years = _years_of(profile)
    if years:
        score = score + IN_PERIOD if _names_a_period(anchor, years) else score * 0.7
    score += _context(anchor, profile) + when_fit(anchor.scene, anchor.number, profile, stage.today)
    score += SAID if _says_scope(anchor, profile) else 0.0
    agrees = agreement(anchor, profile)
    if not agrees and _is_absurd(anchor, profile):
        return None
    return Scored(
        profile,
        score,
        agrees,
        agrees == 1 and is_telling(anchor.mention.figure.number),
        is_cued,
        bool(anchor.noun & profile.own),
        slip=not agrees and is_slip(anchor, profile),
    )


def _is_same_kind(anchor: Anchor, profile: Profile) -> bool:
    """What is measured fits; "28 years old" is a length of time too where the fact is the age of a thing."""
    pair = anchor.kind, profile.dimension
    is_age_of_thing = pair == ("age", "duration") and "@age" in profile.keys
    return anchor.kind == profile.dimension or pair in _SAME or is_age_of_thing


def _is_gap(anchor: Anchor) -> bool:
    """ "Three days after the raid", "two years ago": how far apart two things are, not how long one took."""
    if anchor.kind != "duration":
        return False
    at = anchor.scene.sentence.index_at(anchor.mention.end - 1) + 1
    words = anchor.scene.sentence.words
    return at < len(words) and words[at].start - words[at - 1].end == 1 and words[at].folded in _APART


def _asks_for_gap(profile: Profile) -> bool:
    return bool(_APART_ASKED & set(fold_words(profile.fact.property)))


def _head_fit(anchor: Anchor, profile: Profile) -> float:
    """How well what is counted fits the fact's unit: people to people; nouns left out are taken on trust."""
    if profile.dimension != "count":
        return 1.0
    if anchor.inherited:
        same = anchor.inherited & (profile.head | PEOPLE_LIKE | STATES if PEOPLE in profile.head else profile.head)
        return 0.95 if same else 0.0
    if PEOPLE in profile.head:
        if any(LEXICON.family.get(key) == "livestock" for key in anchor.noun):
            return 0.0
        if _are_others(anchor.noun, profile.keys):
            return OTHERS
        return 1.0 if anchor.is_elided or anchor.counts_people or anchor.noun & profile.keys else 0.0
    if not profile.head:
        return 0.9
    if anchor.noun & profile.head:
        return 1.0
    if anchor.is_elided or not _content(anchor.noun):
        return 0.85 if anchor.near(profile.head) >= 0.25 else 0.0
    near = max(
        (LEXICON.related.get(key, {}).get(other, 0.0) for key in profile.head for other in anchor.noun), default=0.0
    )
    if near:
        return near
    if anchor.kind == "measure" and agreement(anchor, profile) == 1:
        return 0.9
    return 0.8 if anchor.near(profile.head) >= 0.7 and anchor.kind == "measure" else 0.0


def _are_others(noun: frozenset[str], keys: frozenset[str]) -> bool:
    """Hostages for prisoners: an exchange counts the two apart."""
    held, asked = noun & _EXCHANGED, keys & _EXCHANGED
    return bool(held and asked) and not held & asked


def _content(noun: frozenset[str]) -> set[str]:
    return {key for key in noun if key not in LEXICON.light}


def _coverage(anchor: Anchor, profile: Profile, stage: Stage, fit: float) -> tuple[float, bool] | None:
    """Weighted share of the cues met near the number, and whether they suffice; None if a needed one is missing."""
    met = total = _head_weight(profile)
    is_bare = all(cue.weight < 0.5 for cue in profile.cues)
    if is_bare and fit < NAMED and not profile.own & profile.head and not _speaks_of_subject(anchor, profile, stage):
        return None
    for cue in profile.cues:
        near = _near(anchor, cue, profile.keys)
        if cue.need and near < 0.4 and not _is_named(anchor, profile, cue):
            return None
        weight = cue.weight if not cue.scope or cue.need else 0.4
        met += weight * min(1.0, near * 1.15)
        total += weight
    is_own = anchor.noun & profile.own or (fit >= 1.0 and (anchor.noun or anchor.inherited) & profile.mine)
    by_noun = OWN_NOUN if anchor.kind == "count" and is_own else 0.0
    if anchor.kind == "count" and anchor.is_elided and any(anchor.marks.get(key, 0.0) >= 0.8 for key in profile.own):
        by_noun = OWN_NOUN - 0.03
    if profile.body and anchor.near(profile.body) >= RIVAL and (anchor.noun & profile.head or not profile.head):
        by_noun = OWN_NOUN
    by_subject = ONLY_ONE if profile.is_only and fit >= 1.0 and anchor.kind == "money" else 0.0
    if anchor.kind in ("money", "percent") and any(anchor.marks.get(key, 0.0) >= 0.8 for key in profile.own):
        by_subject = ONLY_ONE
    cued = met / total if total else 0.0
    return max(cued, by_noun, by_subject), cued >= FIRM or (anchor.is_elided and by_noun > cued)


def _is_own_matter(anchor: Anchor, profile: Profile, stage: Stage, index: Index) -> bool:
    """No person in the sentence, yet it speaks of what the record knows of one person only, named shortly before."""
    people = [one for one in anchor.scene.known if index.entities[one.entity].kind is EntityKind.PERSON]
    if people or anchor.scene.strangers or not any(anchor.marks.get(key, 0.0) >= 0.8 for key in profile.own):
        return False
    before = stage.scenes[max(0, anchor.sentence_number - 2) : anchor.sentence_number]
    return any(one.entity == profile.fact.of for scene in before for one in scene.known)


def _is_age_of_another(anchor: Anchor, profile: Profile, index: Index) -> bool:
    """ "Karin Lindqvist, 49": an age right behind a name is that person's."""
    if anchor.kind != "age":
        return False
    named = [
        (one.last, one.entity) for one in anchor.scene.known if index.entities[one.entity].kind is EntityKind.PERSON
    ]
    named += [(at, "") for at in anchor.scene.strangers]
    close = [entity for at, entity in named if 0 < anchor.first - at <= 3]
    return bool(close) and profile.fact.of not in close


def _is_age_then(anchor: Anchor, profile: Profile) -> bool:
    """ "Raped at the age of nine": how old somebody was at something long ago, unless it is when they died."""
    if anchor.kind != "age" or len(profile.cues) > 1 or "@dead" in anchor.marks:
        return False
    before = anchor.words(anchor.first - 2, anchor.first)
    return before[-1:] == ["at"] or ("at" in before and "age" in fold_words(anchor.mention.words))


def _is_of_last_time(anchor: Anchor, profile: Profile) -> bool:
    """The fact is of the previous strike, and nothing here says that an earlier one is meant."""
    if not _BEFORE & set(fold_words(profile.fact.property)):
        return False
    words = {word.folded for word in anchor.scene.sentence.words}
    date = profile.subject.date if profile.subject else None
    is_dated = date is not None and date.start is not None and str(date.start.year) in words
    return not is_dated and not words & (_BEFORE | {"last", "ago", "then"})


def _is_length_of_another(anchor: Anchor, profile: Profile) -> bool:
    """ "Four months of uncertainty" beside the time a court has: the length is of what it is tied to."""
    if anchor.kind != "duration":
        return False
    at = anchor.scene.sentence.index_at(anchor.mention.end - 1) + 1
    tied = anchor.words(at, at + 1) == ["of"] and anchor.scene.sentence.words[at + 1 : at + 2]
    if not tied or tied[0].capital or tied[0].stem in LEXICON.light:
        return False
    keys = {tied[0].stem} | {sign.key for sign in anchor.scene.sentence.signs if at + 1 in sign.at}
    return not keys & (profile.keys | profile.context | profile.value_keys)


def _is_of_another(anchor: Anchor, profile: Profile) -> bool:
    """The record asks the same of several parties, teams or branches, and this one is not named with the number."""
    return bool(profile.body) and anchor.near(profile.body) < BORNE and agreement(anchor, profile) < 1


def _is_share_of_another(anchor: Anchor, profile: Profile) -> bool:
    """ "Six in ten cellphone masts": what a share is of stands right behind it, and the fact speaks of none."""
    if anchor.mention.figure.kind is not FigureKind.SHARE:
        return False
    sentence = anchor.scene.sentence
    keys = _content(noun_signs(sentence, sentence.index_at(anchor.mention.end - 1))[0])
    own = profile.keys | profile.context | profile.value_keys | profile.words
    return bool(keys) and not keys & own and not keys & PEOPLE_LIKE


def _own_fit(profile: Profile, subject: float) -> float:
    """How far the sentence names the fact's own organisation, place or person; an event is no such thing."""
    is_event = profile.subject is None or profile.subject.kind is EntityKind.EVENT
    return 0.0 if is_event else subject


def _is_named(anchor: Anchor, profile: Profile, missing: Cue) -> bool:
    """The fact's own noun and another word of it are there: "the 340 passengers of the train" need no "stranded"."""
    if missing.keys & GROUPS and PEOPLE in anchor.noun:
        others = [cue for cue in profile.cues if cue.keys & profile.own - missing.keys and not cue.keys & STATES]
        return any(anchor.near(cue.keys) >= 0.9 for cue in others)
    if not missing.keys & STATES or not anchor.noun & profile.own:
        return False
    others = [cue for cue in profile.cues if cue is not missing and not cue.keys & anchor.noun and cue.weight >= 0.8]
    return any(anchor.near(cue.keys) >= 0.6 for cue in others)


def _head_weight(profile: Profile) -> float:
    """Counting towers says much about which fact is meant, counting people says nothing."""
    return 0.0 if profile.dimension != "count" or PEOPLE in profile.head or not profile.head else 0.8


def _near(anchor: Anchor, cue: Cue, asked: frozenset[str]) -> float:
    """How closely the cue belongs to the number; 0 where another fate, which the fact does not ask of, is closer."""
    if cue.folk and all(_is_way(anchor, sign) for sign in anchor.scene.sentence.signs if sign.key in cue.keys):
        return 0.0
    near = anchor.near(cue.keys)
    families = {LEXICON.family.get(key, "") for key in cue.keys & STATES} - {""}
    if not families or not near:
        return near
    rivals = [
        value
        for key, value in anchor.marks.items()
        if LEXICON.family.get(key, "") in families and key not in asked and not _is_related(key, cue.keys)
    ]
    return 0.0 if near < RIVAL * max(rivals, default=0.0) else near


def _is_way(anchor: Anchor, sign: Sign) -> bool:
    """ "To Ukraine": where somebody goes or is, not who it is."""
    words = anchor.scene.sentence.words
    before = [word.folded for word in words[max(0, sign.first - 2) : sign.first] if word.folded != "the"]
    name = " ".join(word.folded for word in words[sign.first : sign.last + 1])
    return bool(_WAYS & set(before[-1:])) and sign.key == "^" + name


def _is_related(key: str, keys: frozenset[str]) -> bool:
    return any(key in LEXICON.related.get(one, {}) or one in LEXICON.related.get(key, {}) for one in keys)


def _foreign_state(anchor: Anchor, profile: Profile) -> float:
    """People said to be dead, held or freed are not those a fact without such a state counts."""
    if PEOPLE not in profile.head:
        return 1.0
    own = profile.keys
    strong = [key for key, near in anchor.marks.items() if key in STATES and near >= 0.75 and key not in own]
    foreign = [key for key in strong if not _is_related(key, own)]
    has_state = bool(own & STATES)
    return 0.55 if foreign and not has_state else 1.0


def _speaks_of_subject(anchor: Anchor, profile: Profile, stage: Stage) -> bool:
    """A fact without cues of its own ("aircraft used") needs its event or entity in this sentence or the one before."""
    low = max(0, anchor.sentence_number - 1)
    keys = frozenset().union(*(scene.sentence.all_keys() for scene in stage.scenes[low : anchor.sentence_number + 1]))
    return bool(profile.context & keys)


def _context(anchor: Anchor, profile: Profile) -> float:
    """A little for every word of the event itself in the sentence: it tells two events of one story apart."""
    shared = [key for key in profile.context if key in anchor.marks]
    told = [key for key in profile.words if key in anchor.marks]
    return 0.02 * min(3, len(shared)) + 0.02 * min(3, len(told))


def _has_right_size(anchor: Anchor, profile: Profile) -> bool:
    """A fact about "the three men" is not about a group the sentence counts otherwise."""
    if not profile.sizes:
        return True
    sizes = {
        int(one.number)
        for one in anchor.others
        if one.number is not None and one.number == one.number.to_integral_value() and 1 < one.number < 1000
    }
    return not sizes or bool(sizes & profile.sizes)


def _says_scope(anchor: Anchor, profile: Profile) -> bool:
    """The scope's own words stand right behind the number: "30% over four years"."""
    after = " ".join(anchor.words(anchor.number + 1, anchor.last + 6))
    values = (fold_words(value) for _, value in profile.fact.scope)
    return any(len(words) > 1 and " ".join(words) in after for words in values)


def _years_of(profile: Profile) -> set[str]:
    """The years of the period a fact is counted over ("since July 2024")."""
    return {
        word for _, value in profile.fact.scope for word in value.split("-")[:1] if len(word) == 4 and word.isdigit()
    }


def _names_a_period(anchor: Anchor, years: set[str]) -> bool:
    """Whether the sentence speaks of a stretch of such a year, not of one day of it, and not for another number."""
    low, high = anchor.scene.hard_part(anchor.number)
    dates = plain_dates(anchor.scene, 0, len(anchor.scene.sentence.words))
    apart = [one for one in dates if not low <= one[0] <= high]
    long = (
        day
        for _, day, _ in (*apart, *days_of(anchor.scene, anchor.number))
        if day.end is None or (day.start and day.end - day.start > SEASON)
    )
    return any(day.start is not None and f"{day.start.year}" in years for day in long)


def _amount(value: Value) -> Decimal | None:
    """The number of a value; of a length of time its days, so that 50 seconds are less than a day."""
    if isinstance(value, Duration):
        return value.high_days or value.low_days
    figure = figure_of(value)
    return number_of(figure) if figure else None


def _is_absurd(anchor: Anchor, profile: Profile) -> bool:
    """Two doses beside four million: another thing, unless only the magnitude was lost or got."""
    new = _amount(anchor.mention.value)
    known = [amount for claim in profile.claims if (amount := _amount(claim.value))]
    if not new or not known:
        return False
    moves = profile.fact.behaviour in (Behaviour.CUMULATIVE, Behaviour.LEVEL)
    apart = ABSURD * (ABSURD if moves else 1)
    return all(
        max(new, one) > apart * min(new, one) and new.normalize().as_tuple().digits != one.normalize().as_tuple().digits
        for one in known
    )

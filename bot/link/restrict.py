"""A number and a fact to the reason why the number counts only a part of what the fact counts, or None."""

from __future__ import annotations

import itertools

from bot.link.anchors import Anchor, Anchors
from bot.link.lexicon import PEOPLE
from bot.link.namesakes import is_named_part
from bot.link.partitives import is_out_of, of_its_people, some_of_them
from bot.link.places import find_other_place
from bot.link.profiles import GROUPS, PEOPLE_LIKE, STATES, Cue, Profile
from bot.link.scene import plain_dates
from bot.link.stems import stem, word_set
from bot.phrase import Phrase, phrase
from bot.record import Behaviour
from bot.values import figure_of

_MORE = frozenset({"more", "further", "additional", "extra", "fewer", "less"})
_OTHER = frozenset({"another", "other", "remaining", "rest"})
_POLLS = word_set("survey surveys surveyed poll polls pollster pollsters")
_FORECASTS = word_set("forecast forecasts predicted predicts projected projects projection predicting forecasting")
_EXPECTED = frozenset({"@guidance"})
_TURNS = word_set("but while whereas although though instead against compared actually")
_POLLING_PLACES = frozenset({"station", "stations", "place", "places", "worker", "workers"})
_ASKED_PEOPLE = frozenset({"survey", "poll", "pollster", "approval", "support"})
_RATIO = frozenset({"per", "each", "every", "apiece"})
_SIDE = frozenset({"by", "from"})
_FOR = frozenset({"for", "of", "over", "on", "with", "to", "alleged", "suspected", "as"})
# Whoever is treated, ill or cured is a patient: the word sets nobody apart.
_PATIENTS = frozenset({"@patient"})
_TREATED = frozenset({"@critical", "@hospitalised", "@infected", "@recovered"})
# What sets some people of a kind apart from the rest: "8.7 million foreign visitors" are not all visitors.
_APART = word_set("foreign overseas domestic male female adult underage")
_TOGETHER = frozenset({"together", "combined"})
_RESTRICTING = frozenset({"@identified", "@suspectedcase", "@registered"})


def restriction(anchor: Anchor, profile: Profile, anchors: Anchors, offences: frozenset[str]) -> Phrase | None:
    """Why the number is a part: of whom, among them, another five, women only, elsewhere, for something else."""
    told = _told(profile)
    is_narrow = is_named_part(anchor, profile) or any(_is_met_part(cue, anchor) for cue in profile.cues)
    is_narrow = is_narrow and not is_out_of(anchor, profile)
    return (
        _difference(anchor)
        or of_its_people(anchor, profile)
        or _on_top(anchor, anchors)
        or (None if is_narrow or anchor.is_ordinal else some_of_them(anchor, profile))
        or _another(anchor, profile, anchors, is_narrow)
        or _ratio(anchor, profile)
        or _polled(anchor, told)
        or _forecast(anchor, told)
        or _since(anchor, profile)
        or _together(anchor, profile)
        or _some_victims(anchor, profile)
        or _set_apart(anchor, profile, told)
        or _group(anchor, profile, told)
        or _offence(anchor, profile, told | offences)
        or _one_side(anchor, profile)
        or _left_over(anchor, profile)
        or find_other_place(anchor, profile, told, anchors.lands)
        or _other_action(anchor, profile, told)
    )


def _is_met_part(cue: Cue, anchor: Anchor) -> bool:
    """The fact itself is about a part (women, those taken to one country), and the number is said of that part."""
    if cue.scope and anchor.near(cue.keys) >= 0.8:
        return True
    if not cue.need or cue.weight < 0.8:
        return False
    near = anchor.near(cue.keys)
    is_nation = any(key.startswith("^") for key in cue.keys) and near >= 0.5
    return is_nation or (bool(cue.keys & GROUPS) and near >= 0.75)


def _told(profile: Profile) -> frozenset[str]:
    """Every key the fact's property, subject and recorded wordings speak of."""
    return profile.keys | profile.context | profile.value_keys


def _difference(anchor: Anchor) -> Phrase | None:
    words = anchor.scene.sentence.words
    others = [at for at in (*anchor.scene.numbers, len(words)) if at > anchor.last]
    end = min(anchor.last + 4, others[0])
    end = next((at for at in range(anchor.number + 1, min(end, len(words))) if words[at].break_), end)
    after = anchor.words(anchor.number + 1, end)
    for first, second in itertools.pairwise(after):
        if first in ("more", "fewer", "less", "higher", "lower") and second == "than":
            return phrase("it is a difference between two figures")
    return None


def _on_top(anchor: Anchor, anchors: Anchors) -> Phrase | None:
    """ "Five more", "three further riders": what has come since, not the whole, unless of another fate than those."""
    before = anchor.words(anchor.first - 2, anchor.first)
    after = anchor.words(anchor.number + 1, anchor.number + 3)
    if {"than", "no"} & set(before + after):
        return None
    is_more = set(before[-1:] + after[:1]) & _MORE
    if not is_more or ("further" in before[-1:] and _is_of_other_fate(anchor, anchors)):
        return None
    return phrase("it is counted on top of another number")


def _is_of_other_fate(anchor: Anchor, anchors: Anchors) -> bool:
    """ "Seventeen are dead. A further 83 are missing": the missing are not counted on top of the dead."""
    own = {key for key in STATES if anchor.marks.get(key, 0.0) >= 0.6}
    before = [one for one in anchors.around(anchor) if one.mention.start < anchor.mention.start]
    theirs = {key for one in before for key in STATES if one.marks.get(key, 0.0) >= 0.6}
    return bool(own and theirs) and not own & theirs


def _another(anchor: Anchor, profile: Profile, anchors: Anchors, is_narrow: bool) -> Phrase | None:
    """ "Another 41": on top of a count that only rises; else of a number before that is of the same."""
    beside = anchor.words(anchor.first - 1, anchor.first) + anchor.words(anchor.number + 1, anchor.number + 2)
    if not set(beside) & _OTHER:
        return None
    is_added = profile.fact.behaviour is Behaviour.CUMULATIVE and not _is_of_other_fate(anchor, anchors)
    if is_added or (not is_narrow and any(_says_same(one, anchor, profile) for one in anchors.around(anchor))):
        return phrase("it is counted on top of another number")
    return None


def _says_same(one: Anchor, anchor: Anchor, profile: Profile) -> bool:
    """An earlier number close by that counts by the same cue."""
    earlier = one.mention.start < anchor.mention.start
    return earlier and any(cue.weight >= 0.8 and one.near(cue.keys) >= 0.75 for cue in profile.cues)


def _ratio(anchor: Anchor, profile: Profile) -> Phrase | None:
    if anchor.kind in ("percent", "measure"):
        return None
    if _is_tally(anchor):
        return phrase("it is one side of a vote or a score")
    before = anchor.words(anchor.first - 2, anchor.first)
    after = anchor.words(anchor.last + 1, anchor.last + 3)
    if any(" ".join(after) in claim.written.lower() for claim in profile.claims) and len(after) > 1:
        return None
    if before[-1:] == ["first"] or before[-1:] == ["last"] or before[-1:] == ["next"]:
        return phrase("it counts only the {which} ones", which=before[-1])
    if (
        (after[:1] and after[0] in _RATIO - {"each"})
        or anchor.words(anchor.number + 1, anchor.number + 2) == ["each"]
        or after[:2] in (["a", "day"], ["a", "week"], ["a", "month"], ["a", "year"], ["an", "hour"])
    ):
        return phrase("it is a rate, not a total")
    return None


def _polled(anchor: Anchor, told: frozenset[str]) -> Phrase | None:
    """ "A survey had 27 percent for them": what people told a pollster is no result."""
    if anchor.kind != "percent" or told & _ASKED_PEOPLE:
        return None
    low, high = anchor.scene.hard_part(anchor.number)
    words = anchor.scene.sentence.words
    is_poll = any(
        words[at].folded in _POLLS and not (at < high and words[at + 1].folded in _POLLING_PLACES)
        for at in range(low, high + 1)
    )
    return phrase("it is from a poll") if is_poll else None


def _forecast(anchor: Anchor, told: frozenset[str]) -> Phrase | None:
    """ "The exit poll had forecast 40 seats for them, 13 for us": all that a forecast lists is no result."""
    if told & _EXPECTED:
        return None
    words = anchor.scene.sentence.words
    for at in range(anchor.first - 1, -1, -1):
        if words[at].folded in _TURNS or words[at].break_ > 1:
            return None
        if words[at].folded in _FORECASTS:
            return phrase("it is from a forecast")
    return None


def _is_tally(anchor: Anchor) -> bool:
    """ "By 1,012 to 447"."""
    words = anchor.words(anchor.number + 1, anchor.number + 3)
    is_pair = words[:1] == ["to"] and len(words) > 1 and words[1][0].isdigit()
    return is_pair and anchor.words(anchor.first - 1, anchor.first) == ["by"]


def _since(anchor: Anchor, profile: Profile) -> Phrase | None:
    """ "Nobody has been rescued since Sunday": counted from a day on that the fact does not start from."""
    if profile.fact.scope:
        return None
    for at in range(anchor.last + 1, min(anchor.last + 7, len(anchor.scene.sentence.words))):
        word = anchor.scene.sentence.words[at]
        if word.break_:
            return None
        if word.folded == "since":
            is_some = anchor.mention.figure.number != 0
            return None if is_some and _begins_with(anchor, profile, at) else phrase("it counts from a day on")
    return None


def _begins_with(anchor: Anchor, profile: Profile, at: int) -> bool:
    """ "Since the storm on October 29": from the event itself on, by its name or its day."""
    words = anchor.scene.sentence.words
    near = words[at + 1 : at + 4]
    if any(word.stem in profile.context for word in near):
        return True
    day = profile.subject.date if profile.subject else None
    dates = [one for place, one, _ in plain_dates(anchor.scene, at + 1, min(at + 4, len(words) - 1))]
    return day is not None and any(one.start == day.start for one in dates)


def _together(anchor: Anchor, profile: Profile) -> Phrase | None:
    """ "Cases, confirmed and suspected together, number 31": more than the one kind that the fact counts."""
    low, high = anchor.scene.hard_part(anchor.number)
    words = set(anchor.words(low, high + 1))
    if profile.fact.scope and words & _TOGETHER and words & {"and", "both"}:
        return phrase("it counts several kinds together")
    return None


def _some_victims(anchor: Anchor, profile: Profile) -> Phrase | None:
    """ "The two victims were sisters": fewer than are recorded may be some of them, whatever became of the rest."""
    number = anchor.mention.figure.number
    known = [figure.low for claim in profile.claims if (figure := figure_of(claim.value))]
    is_victims = anchor.words(anchor.number + 1, anchor.number + 2) == ["victims"]
    if is_victims and number is not None and any(number < one for one in known):
        return phrase("it may be of some of the victims only")
    return None


def _set_apart(anchor: Anchor, profile: Profile, told: frozenset[str]) -> Phrase | None:
    """ "8.7 million foreign visitors" beside a fact that counts all visitors."""
    inside = anchor.words(anchor.number + 1, anchor.last + 1)
    apart = next((word for word in inside if word in _APART and stem(word) not in told), "")
    return phrase("it counts one group of people only ({group})", group=apart) if apart else None


def _group(anchor: Anchor, profile: Profile, told: frozenset[str]) -> Phrase | None:
    if PEOPLE not in profile.head:
        return None
    own = profile.keys | profile.value_keys | profile.home
    told = told | _PATIENTS if profile.keys & _TREATED else told
    own_nation = _nation_of(profile)
    if own_nation and any(key[0] == "^" for key in anchor.noun) and not own_nation & anchor.noun:
        return phrase("it counts another nation's people")
    apart = {
        key for key in anchor.noun if (key in GROUPS and key not in told) or (key.startswith("^") and key not in own)
    }
    if apart or (anchor.counts_persons_by_trade and not anchor.noun & told):
        return phrase(
            "it counts one group of people only ({group})",
            group=", ".join(sorted(key.strip("@^") for key in apart or anchor.noun)),
        )
    is_copula = anchor.words(anchor.number + 1, anchor.number + 2)[:1] in (["were"], ["are"], ["was"])
    if is_copula and anchor.is_elided:
        beside = [sign.key for sign in anchor.scene.sentence.signs if anchor.number < sign.first <= anchor.number + 5]
        found = [key for key in beside if key in GROUPS and key not in told]
        if found:
            return phrase("it counts one group of people only ({group})", group=found[0].strip("@"))
    return None


def _nation_of(profile: Profile) -> frozenset[str]:
    """The nation whose people a fact counts; where it counts people taken to a country it may be any."""
    places = {"destination", "to", "place", "country", "where"}
    if " to " in f" {profile.fact.property} " or any(name.lower() in places for name, _ in profile.fact.scope):
        return frozenset()
    return frozenset(key for cue in profile.cues for key in cue.keys if key[0] == "^")


def _one_side(anchor: Anchor, profile: Profile) -> Phrase | None:
    """ "16 freed by Russia", "ten from Poland": one country's share, unless the fact is about that country."""
    words = anchor.scene.sentence.words
    low, high = anchor.scene.hard_part(anchor.number)
    nations = [
        (sign.key, sign.first)
        for sign in anchor.scene.sentence.signs
        if sign.key[0] == "^" and low <= sign.first <= high
    ]
    if PEOPLE not in profile.head or len({key for key, _ in nations}) > 2:
        return None
    for key, at in nations:
        before = {word.folded for word in words[max(0, at - 2) : at]}
        own = profile.keys | profile.value_keys | profile.home
        is_out_of = {"out", "of"} <= {word.folded for word in words[max(0, at - 3) : at]}
        is_near = anchor.scene.attach(anchor.number, at) >= 0.6
        if (before & _SIDE or is_out_of) and key not in own and is_near:
            return phrase("it counts one side only ({side})", side=key.strip("^"))
    return None


def _left_over(anchor: Anchor, profile: Profile) -> Phrase | None:
    """ "4,000 are still in shelters": those there now, not all there ever were."""
    if profile.fact.behaviour is Behaviour.LEVEL or "still" in profile.keys or "@stillheld" in profile.keys:
        return None
    low, high = anchor.scene.hard_part(anchor.number)
    after = anchor.words(anchor.last + 1, min(high + 1, anchor.last + 4))
    before = anchor.words(max(low, anchor.first - 4), anchor.first)
    if ("still" in after and {"in", "at", "on", "without"} & set(after)) or {"down", "from"} <= set(before):
        return phrase("it counts those left, not all there were")
    return None


def _offence(anchor: Anchor, profile: Profile, told: frozenset[str]) -> Phrase | None:
    words = anchor.scene.sentence.words
    here = {
        sign.key
        for sign in anchor.scene.sentence.signs
        if sign.key.startswith("!")
        and anchor.marks.get(sign.key, 0.0) >= 0.55
        and any(word.folded in _FOR for word in words[max(0, sign.first - 3) : sign.first])
    }
    known = {key for key in told if key.startswith("!")}
    if here and not here & known and PEOPLE in profile.head:
        return phrase(
            "it is counted for another matter ({matter})", matter=", ".join(sorted(key.strip("!") for key in here))
        )
    return None


def _other_action(anchor: Anchor, profile: Profile, told: frozenset[str]) -> Phrase | None:
    for key in _RESTRICTING:
        if anchor.marks.get(key, 0.0) >= 0.7 and key not in told and PEOPLE_LIKE & profile.head:
            return phrase("it counts only those {which}", which=key.strip("@"))
    return None


def refers_back(anchor: Anchor, anchors: Anchors) -> Phrase | None:
    """ "The eight were traded": the same eight as before, whatever is said of them now."""
    before = anchor.words(anchor.first - 2, anchor.first)
    if before[-1:] not in (["the"], ["these"], ["those"], ["all"]) or before == ["in", "all"]:
        return None
    number = anchor.mention.figure.number
    if number is None or not anchors.is_repeated(number, anchor.mention.start):
        return None
    return phrase("it refers back to the same number before")


def is_added(anchor: Anchor) -> bool:
    """ "Two children were brought back too": counted on top of those named before."""
    low, high = anchor.scene.hard_part(anchor.number)
    words = anchor.words(max(low, anchor.number - 5), min(high + 1, anchor.number + 12))
    pairs = set(itertools.pairwise(words))
    return bool({"too", "also", "plus", "besides", "another", "accompanied", "along"} & set(words)) or bool(
        pairs & {("with", "them"), ("as", "well"), ("in", "addition"), ("on", "top")}
    )

"""A number in a text to the fact it answers: the fact whose cues stand closest to it, well ahead of the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from heapq import nsmallest

from bot.link.anchors import Anchor, Anchors
from bot.link.background import is_past_unnamed, is_unsure, other_time, stated_day, time_of, when_fit
from bot.link.claimants import find_claimant
from bot.link.fit import FIRM, Scored, score_fact
from bot.link.index import FIGURE_KINDS, Index
from bot.link.lexicon import LEXICON, PEOPLE
from bot.link.likeness import lacks_included, number_of, plain_value
from bot.link.links import Candidate, Link
from bot.link.namesakes import find_named
from bot.link.profiles import STATES, Profile
from bot.link.restrict import is_added, refers_back, restriction
from bot.link.running import only_ranks
from bot.link.scene import Stage, days_of
from bot.link.tolls import is_before_revision, is_said_before
from bot.phrase import Phrase, phrase
from bot.record import Behaviour, EntityKind
from bot.values import figure_of

NEWS, FAINT, MARGIN = 0.48, 0.35, 0.07
LATER, TRACE = 0.02, 0.25
SURE, PLAUSIBLE, ALIKE, FAR_BELOW = 0.85, Decimal(3), Decimal("1.6"), 5
_AT_MOST_CANDIDATES, LIKELY = 40, 6


def link_figures(stage: Stage, index: Index, anchors: Anchors) -> Iterator[Link]:
    """One link per number of the text, linked or not."""
    for anchor in anchors:
        yield _link(anchor, anchors, stage, index)


def _link(anchor: Anchor, anchors: Anchors, stage: Stage, index: Index) -> Link:
    ranked = _rank(anchor, anchors, stage, index)
    if not ranked or (ranked[0].score < FAINT and not (ranked[0].slip and ranked[0].score >= TRACE)):
        if other := _other_scope(anchor, ranked):
            return other
        return _unlinked(anchor, ranked, phrase("nothing in the record speaks of this"))
    if anchor.is_ordinal:
        ranked = [one for one in ranked if not only_ranks(anchor.mention.figure.number, one.profile)] or ranked
    ranked, is_named = _named_first(anchor, ranked)
    best = ranked[0] if is_named else _recorded_twin(anchor, ranked)
    faults = (
        only_ranks(anchor.mention.figure.number, best.profile) if anchor.is_ordinal else None,
        None
        if anchor.kind == "age" or best.slip or _is_very_number(anchor, best)
        else other_time(anchor.scene, anchor.first, best.profile),
        refers_back(anchor, anchors),
        phrase("the text gives it as an earlier figure") if _is_superseded(anchor) else None,
        _unsure(anchor, best),
        None if _is_enough(anchor, best) else phrase("too little speaks for any one fact"),
        None if is_named or not _is_given_beside(best, ranked) else phrase("it may be one of several facts"),
        None if _is_plausible(anchor, best) else phrase("it is far from the recorded number"),
        phrase("it is far below the recorded number") if _is_far_below(anchor, best) else None,
        None
        if is_named or best.agrees > 0.5 or _is_clear(_unnamed_apart(anchor, ranked))
        else phrase("it may be one of several facts"),
        None
        if is_named or best.agrees > 0.5 or _is_told_apart(anchor, best, stage, index)
        else phrase("it may be one of several facts"),
    )
    fault = next((one for one in faults if one), None)
    if fault and best.score >= NEWS and (short := _short_of(anchor, best)):
        return _linked(anchor, replace(best, part=short), ranked)
    if fault and (other := _other_scope(anchor, ranked)):
        return other
    return _unlinked(anchor, ranked, fault) if fault else _linked(anchor, best, ranked)


def _is_superseded(anchor: Anchor) -> bool:
    """The text itself gives a newer number, or says that this one was given before."""
    return is_before_revision(anchor.scene, anchor.number) or is_said_before(anchor.scene, anchor.number)


def _is_given_beside(best: Scored, ranked: list[Scored]) -> bool:
    """The very number is recorded of a like thing of the same subject: "a second shock of 6.4" beside one of 7.7."""
    if best.agrees or PEOPLE in best.profile.head:
        return False
    return any(
        one.tells
        and one.score >= TRACE
        and one.profile.fact.of == best.profile.fact.of
        and one.profile.head & best.profile.head
        for one in ranked
    )


def _named_first(anchor: Anchor, ranked: list[Scored]) -> tuple[list[Scored], bool]:
    """Of facts alike the one whose own place or body is named with the number goes first; whether there is one."""
    likely = [one for one in ranked if one.score >= NEWS]
    named = find_named(anchor, [one.profile for one in likely]) if likely else None
    if named is None:
        return ranked, False
    best = next(one for one in ranked if one.profile is named)
    return [best, *(one for one in ranked if one is not best)], True


def _short_of(anchor: Anchor, best: Scored) -> Phrase | None:
    """The recorded number without those it says it includes."""
    known = [claim.written for claim in best.profile.claims]
    found = next((much for one in known if (much := lacks_included(anchor.mention.figure.number, one))), None)
    return phrase("it is the recorded number without the {much} that it includes", much=f"{found:f}") if found else None


def _recorded_twin(anchor: Anchor, ranked: list[Scored]) -> Scored:
    """Of facts that ask the same of several things the one with this very number; jumbled digits go before far ones."""
    best = ranked[0]
    slip = next((one for one in ranked if one.slip and one.score >= FAINT), None)
    if slip and not best.agrees and not best.slip and not _is_near(anchor, best):
        return slip
    if best.agrees == 1:
        return best
    if told := [one for one in ranked if one.score >= FAINT and _is_all_told(anchor, one) and _asks_alike(one, best)]:
        return told[0]
    same = (
        one
        for one in ranked
        if (one.tells or one.slip) and one.score >= TRACE and one.profile.fact.key in best.profile.twins
    )
    return next(same, best)


def _is_all_told(anchor: Anchor, one: Scored) -> bool:
    """The recorded number, and all that the fact's property says stands somewhere in the sentence."""
    return one.agrees == 1 and all(any(key in anchor.marks for key in cue.keys) for cue in one.profile.cues)


def _asks_alike(one: Scored, other: Scored) -> bool:
    """Both count by the same deed or state: those killed in a town, those killed in its land."""
    return bool(STATES & one.profile.keys & other.profile.keys)


def _is_told_apart(anchor: Anchor, best: Scored, stage: Stage, index: Index) -> bool:
    """Something besides the property says which of several alike is meant: its scope, its own words, its day."""
    profile = best.profile
    twins = [index.profiles[key] for key in profile.twins]
    twins = [one for one in twins if not is_past_unnamed(anchor.sentence_number, one, stage)]
    if not twins or best.slip:
        return True
    subject = profile.subject
    if subject is not None and subject.kind is not EntityKind.EVENT:
        return all(one.fact.of != subject.key for one in twins) or _meets_scope(anchor, profile)
    if _meets_scope(anchor, profile):
        return True
    day = when_fit(anchor.scene, anchor.number, profile, stage.today)
    if day - max(when_fit(anchor.scene, anchor.number, one, stage.today) for one in twins) >= LATER:
        return True
    known = frozenset().union(*(one.context for one in twins if one.fact.of != profile.fact.of))
    own = (profile.context | profile.words) - known
    scenes = stage.scenes[max(0, anchor.sentence_number - 1) : anchor.sentence_number + 1]
    return bool(own & frozenset().union(*(scene.sentence.all_keys() for scene in scenes)))


def _meets_scope(anchor: Anchor, profile: Profile) -> bool:
    return any(cue.scope and anchor.near(cue.keys) >= 0.5 for cue in profile.cues)


def _other_scope(anchor: Anchor, ranked: list[Scored]) -> Link | None:
    """The very sum the record gives, though much speaks for another thing: one number may carry two scopes."""
    same = [
        one
        for one in ranked
        if anchor.kind == "money" and one.agrees == 1 and one.score >= TRACE and _is_same_range(anchor, one)
    ]
    if not same:
        return None
    why = phrase("what it is said of is not what the record says it of")
    return _linked(anchor, replace(same[0], part=why), ranked)


def _is_same_range(anchor: Anchor, one: Scored) -> bool:
    figure = anchor.mention.figure
    known = [figure_of(claim.value) for claim in one.profile.claims]
    return any(other is not None and other.number == figure.number and other.to == figure.to for other in known)


def _is_enough(anchor: Anchor, best: Scored) -> bool:
    """Firm enough to alert; or enough for one line of news about a figure that moves anyway."""
    if best.score >= FIRM or best.agrees > 0.5 or best.slip:
        return True
    moves = best.profile.fact.behaviour in (Behaviour.CUMULATIVE, Behaviour.LEVEL)
    return moves and best.score >= NEWS and best.part is None and _is_near(anchor, best)


def _is_very_number(anchor: Anchor, best: Scored) -> bool:
    """A telling number that the fact gives exactly: said of another month it is the month that is in question."""
    window = time_of(best.profile)
    if not best.tells or best.part or window is None:
        return False
    days = [day for _, day, _ in days_of(anchor.scene, anchor.number) if day.start]
    return all(day.start is None or abs((day.start - window[0]).days) < 200 for day in days)


def _is_plausible(anchor: Anchor, best: Scored) -> bool:
    """A number many times the recorded one is more likely of something else, unless all cues say otherwise."""
    moves = best.profile.fact.behaviour in (Behaviour.CUMULATIVE, Behaviour.LEVEL)
    return best.score >= SURE or (moves and best.is_cued) or _is_near(anchor, best)


def _numbers(best: Scored) -> list[Decimal]:
    figures = (figure_of(claim.value) for claim in best.profile.claims)
    return [number for figure in figures if figure and (number := number_of(figure))]


def _is_near(anchor: Anchor, best: Scored) -> bool:
    """Within three times the recorded number, up or down; six times for a figure that moves."""
    new = number_of(anchor.mention.figure)
    known = _numbers(best)
    moves = best.profile.fact.behaviour in (Behaviour.CUMULATIVE, Behaviour.LEVEL)
    reach = 2 * PLAUSIBLE if moves else PLAUSIBLE
    return not new or not known or any(max(new, one) <= reach * min(new, one) for one in known)


def _is_far_below(anchor: Anchor, best: Scored) -> bool:
    """ "Eight were hurt" beside 7,000: nothing falls so far, it is of something else; slips aside."""
    new = anchor.mention.figure.number
    is_level = best.profile.fact.behaviour is Behaviour.LEVEL
    if new is None or best.agrees or best.slip or is_level or PEOPLE not in best.profile.head:
        return False
    if not new and best.profile.fact.behaviour is not Behaviour.CUMULATIVE:
        return False
    known = _numbers(best)
    digits = new.normalize().as_tuple().digits
    return bool(known) and all(new * FAR_BELOW < one and one.normalize().as_tuple().digits != digits for one in known)


def _is_firm(anchor: Anchor, best: Scored) -> bool:
    """Sure enough to alert on: all that a fact's property says is met, or little is and the number is much alike."""
    is_met = best.is_cued or best.agrees > 0 or _is_alike(anchor, best)
    is_met = is_met and (best.agrees > 0 or not _lacks_scope(anchor, best.profile))
    return best.slip or (best.score >= FIRM and is_met)


def _lacks_scope(anchor: Anchor, profile: Profile) -> bool:
    """Nothing near the number names the part that the fact is about, so it may be of the whole or another part."""
    scopes = [cue for cue in profile.cues if cue.scope]
    return bool(scopes) and all(anchor.near(cue.keys) < 0.4 for cue in scopes)


def _is_alike(anchor: Anchor, best: Scored) -> bool:
    """Close enough to the recorded number to be meant for it where little more than the noun says so."""
    new = number_of(anchor.mention.figure)
    known = _numbers(best)
    return not new or not known or any(max(new, one) <= ALIKE * min(new, one) for one in known)


def _unnamed_apart(anchor: Anchor, ranked: list[Scored]) -> list[Scored]:
    """Without those that ask the same of an event of which nothing is said here, where the best's own is named."""
    best, *others = ranked
    return [best, *(one for one in others if not _is_named_instead(anchor, best.profile, one.profile))]


def _is_named_instead(anchor: Anchor, best: Profile, other: Profile) -> bool:
    if other.fact.key not in best.twins or other.fact.of == best.fact.of:
        return False
    here = anchor.marks.keys()
    return bool(here & (best.context - other.context)) and not here & (other.context - best.context)


def _is_clear(ranked: list[Scored]) -> bool:
    return len(ranked) < 2 or ranked[0].rank - ranked[1].rank >= MARGIN


def _unsure(anchor: Anchor, best: Scored) -> Phrase | None:
    """Feared, expected or denied numbers say nothing firm, unless the fact itself is a forecast."""
    keys = best.profile.keys | best.profile.value_keys
    if keys & {"@guidance", "@demand", "@offer", "request", "@appeal"} or ("@trapped" in keys and best.agrees):
        return None
    return None if best.agrees > 0.5 else is_unsure(anchor.scene, anchor.first, anchor.last)


def _linked(anchor: Anchor, best: Scored, ranked: list[Scored]) -> Link:
    mention, profile, part = anchor.mention, best.profile, best.part
    cues = ", ".join(_cue_words(anchor, profile)) or profile.fact.property
    why = part or phrase("linked by {cues}", cues=cues)
    return Link(
        "figure", mention.start, mention.end, mention.words, plain_value(anchor), profile.fact,
        round(min(1.0, best.score), 2), why,
        firm=part is None and _is_firm(anchor, best),
        part=part is not None,
        claimant=find_claimant(anchor.scene, anchor.first, anchor.last),
        candidates=_candidates(ranked), adds=is_added(anchor),
        as_of=stated_day(anchor.scene, anchor.first, profile) if profile.fact.behaviour is Behaviour.LEVEL else None,
    )  # fmt: skip


def _unlinked(anchor: Anchor, ranked: list[Scored], why: Phrase) -> Link:
    mention = anchor.mention
    return Link(
        "figure",
        mention.start,
        mention.end,
        mention.words,
        plain_value(anchor),
        None,
        0.0,
        why,
        candidates=_candidates(ranked),
        adds=is_added(anchor),
    )


def _candidates(ranked: list[Scored]) -> tuple[Candidate, ...]:
    return tuple(Candidate(one.profile.fact, round(min(1.0, one.score), 2)) for one in ranked[:3])


def _cue_words(anchor: Anchor, profile: Profile) -> list[str]:
    words = [min(cue.keys, key=len) for cue in profile.cues if anchor.near(cue.keys) >= 0.4]
    return sorted({word.strip("@^!") for word in words})


def _rank(anchor: Anchor, anchors: Anchors, stage: Stage, index: Index) -> list[Scored]:
    """Candidates, best first; a fact of which the number can only be a part stands behind others."""
    found = [one for profile in _possible(anchor, stage, index) if (one := score_fact(anchor, profile, stage, index))]
    found.sort(key=lambda one: (-one.score - one.agrees, one.profile.fact.key))
    likely = [_with_part(one, anchor, anchors, index) for one in found[:LIKELY]]
    return sorted(likely, key=lambda one: (-one.rank, one.profile.fact.key))


def _with_part(one: Scored, anchor: Anchor, anchors: Anchors, index: Index) -> Scored:
    if one.score < FAINT:
        return one
    offences = index.offences.get(one.profile.fact.of, frozenset())
    return replace(one, part=restriction(anchor, one.profile, anchors, offences))


def _possible(anchor: Anchor, stage: Stage, index: Index) -> Iterable[Profile]:
    """Facts of the stories in question that share a word with the sentence, the most shared first."""
    keys = set(anchor.marks)
    keys |= {other for key in anchor.marks for other in LEXICON.related.get(key, {})}
    shared = index.find_facts(keys, stage.stories, anchor.scene.known)
    figures = (key for key in shared if index.profiles[key].fact.kind in FIGURE_KINDS)
    best = nsmallest(_AT_MOST_CANDIDATES, figures, key=lambda one: (-shared[one], one))
    return [index.profiles[key] for key in best]

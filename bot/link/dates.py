"""A date in a text to the fact that says when that happened: the event's own word close by, and no other event's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.link.background import is_ranking, is_saying_day
from bot.link.date_faults import find_fault, lies_ahead
from bot.link.date_fit import Spot, find_spot, is_spoken_of, score_date
from bot.link.date_spans import (
    WEEK,
    dates_of,
    in_recorded_year,
    in_told_year,
    in_year,
    is_within,
    last_done,
    length_of,
    overlaps,
)
from bot.link.index import Index
from bot.link.lexicon import LEXICON
from bot.link.likeness import is_telling
from bot.link.links import Candidate, Link
from bot.link.profiles import Profile
from bot.link.scene import Scene, Stage, days_of, number_of_day
from bot.link.slips import is_slip, keys_of
from bot.phrase import Phrase, phrase
from bot.reading import DateKind, DateMention
from bot.record import EntityKind, FactKind
from bot.values import Figure, PartialDate

FIRM, FAINT, MARGIN = 0.7, 0.45, 0.08
CLOSER, FITTING, NEAR = 0.2, 0.15, 0.1
REACH, A_YEAR = timedelta(days=200), timedelta(days=300)


def link_dates(stage: Stage, index: Index, figures: Sequence[Link] = ()) -> Iterator[Link]:
    """One link per date of the text that could be the day of something recorded; `figures` are its linked numbers."""
    events = _events_of_numbers(figures, stage, index)
    for mention in stage.reading.dates:
        if isinstance(mention.value, PartialDate) and _has_day(mention, mention.value, stage.today):
            yield _link(mention, mention.value, events, stage, index)


def _has_day(mention: DateMention, value: PartialDate, today: date | None) -> bool:
    """ "6pm on Tuesday" names a day, "6pm" none; of a clock time today the day may be that of another zone."""
    is_clock = mention.kind is DateKind.TIME and value.start is not None and value.start != today
    return is_clock or mention.kind is DateKind.DATE


def _events_of_numbers(figures: Sequence[Link], stage: Stage, index: Index) -> dict[tuple[int, int], str]:
    """Sentence and word of each number that the record gives very much so -> the event it is of."""
    found = {}
    for link in figures:
        if link.fact is not None and _is_recorded(link, index):
            number, scene = stage.scene_at(link.start)
            found[number, scene.sentence.index_at(link.end - 1)] = link.fact.of
            found[number, scene.sentence.index_at(link.start)] = link.fact.of
    return found


def _link(
    mention: DateMention, value: PartialDate, events: dict[tuple[int, int], str], stage: Stage, index: Index
) -> Link:
    number, scene = stage.scene_at(mention.start)
    first, last = scene.sentence.index_at(mention.start), scene.sentence.index_at(mention.end - 1)
    spot = find_spot(number, scene, (first, last))
    scored = (
        (score, profile)
        for profile in _possible(scene, stage, index)
        if (score := score_date(spot, profile, stage, index)) >= FAINT
    )
    low, high = scene.hard_part(first)
    owner = number_of_day(scene, first, [one for one in scene.numbers if low <= one <= high])
    event = "" if owner is None else events.get((number, owner), "")
    found = list(scored) or _slips(value, spot, stage, index)
    if dated := [key for key in index.by_entity.get(event, ()) if index.profiles[key].fact.kind is FactKind.DATE]:
        found = [one for one in found if one[1].fact.key in dated]
    ranked = _preferred([one for one in found if not _asks_for_a_year(one[1], value)], value, scene)
    candidates = tuple(Candidate(profile.fact, round(score, 2)) for score, profile in ranked[:3])

    def unlinked(why: Phrase) -> Link:
        return Link("date", mention.start, mention.end, mention.words, value, None, 0.0, why, candidates=candidates)

    if not ranked:
        return unlinked(phrase("nothing in the record says when this was"))
    score, profile = ranked[0]
    years = frozenset(word.folded for word in scene.sentence.words if len(word.folded) == 4 and word.folded.isdigit())
    value = last_done(value, first, [word.folded for word in scene.sentence.words], profile) or value
    value = in_told_year(in_recorded_year(value, profile, stage.today), profile, years)
    if reason := find_fault(mention, value, (first, last), scene, profile) or lies_ahead(value, profile, stage):
        return unlinked(reason)
    fits = any(overlaps(value, claim.value) for claim in profile.claims)
    if not fits and (score < FIRM or not _is_clear(ranked, value)):
        return unlinked(phrase("too little speaks for any one fact"))
    why = phrase("linked by {property}", property=profile.fact.property)
    return Link(
        "date", mention.start, mention.end, mention.words, value, profile.fact, round(score, 2), why,
        firm=score >= FIRM, candidates=candidates,
    )  # fmt: skip


def _asks_for_a_year(profile: Profile, value: PartialDate) -> bool:
    """A year is recorded, 1885, and the day is of quite another: "on Tuesday" does not answer when a line opened."""
    recorded = dates_of(profile)
    is_of_years = bool(recorded) and all(length_of(one) > A_YEAR for one in recorded)
    return is_of_years and value.inferred and not any(overlaps(value, one) for one in recorded)


def _slips(value: PartialDate, spot: Spot, stage: Stage, index: Index) -> list[tuple[float, Profile]]:
    """Facts whose recorded day is this one but for a slip of the hand, where the sentence speaks of the thing itself.

    A slip is so seldom chance that less need be said: the property's own word, or two words of the event's name.
    """
    if _is_a_recorded_day(value, stage, index):
        return []
    return [(FIRM, one) for one in _alike_but_for_a_slip(value, stage, index) if is_spoken_of(one, spot)]


def _is_a_recorded_day(value: PartialDate, stage: Stage, index: Index) -> bool:
    return any((story, keys_of(value)[0]) in index.days for story in stage.stories if keys_of(value))


def _alike_but_for_a_slip(value: PartialDate, stage: Stage, index: Index) -> list[Profile]:
    year = value.start.year if value.start else 0
    readings = [value, *(one for other in (year - 1, year + 1) if (one := in_year(value, other)))]
    keys = {key for one in readings for key in keys_of(one)[1:]}
    shared = {fact for story in stage.stories for key in keys for fact in index.days.get((story, key), ())}
    profiles = (index.profiles[key] for key in sorted(shared))
    return [one for one in profiles if any(_is_slip_of(value, claim.value, one, stage) for claim in one.claims)]


def _is_slip_of(value: PartialDate, other: object, profile: Profile, stage: Stage) -> bool:
    return isinstance(other, PartialDate) and is_slip(in_recorded_year(value, profile, stage.today), other)


def _is_clear(ranked: list[tuple[float, Profile]], value: PartialDate) -> bool:
    if len(ranked) < 2 or ranked[0][0] - ranked[1][0] >= MARGIN:
        return True
    best, other = ranked[0][1], ranked[1][1]
    return (_is_persons(best) and not _is_persons(other)) or (
        _is_of_week(value, best) and not _is_of_week(value, other)
    )


def _is_of_week(value: PartialDate, profile: Profile) -> bool:
    """Within days of what is recorded: of two accidents the one that the text's day is nearly that of."""
    return any(is_within(value, one, WEEK) for one in dates_of(profile))


def _preferred(scored: list[tuple[float, Profile]], value: PartialDate, scene: Scene) -> list[tuple[float, Profile]]:
    """The likeliest first; of those that are as near, what is dated of a person named here, then the recorded day."""
    named = {one.entity for one in scene.known}

    def rank(one: tuple[float, Profile]) -> float:
        fits = any(overlaps(value, claim.value) for claim in one[1].claims)
        is_persons = _is_persons(one[1]) and one[1].fact.of in named
        return (
            one[0]
            + (CLOSER if is_persons else 0.0)
            + (FITTING if fits else NEAR if _is_of_week(value, one[1]) else 0.0)
        )

    return sorted(scored, key=lambda one: (-rank(one), one[1].fact.key))


def _is_persons(profile: Profile) -> bool:
    return profile.subject is not None and profile.subject.kind is EntityKind.PERSON


def _possible(scene: Scene, stage: Stage, index: Index) -> list[Profile]:
    keys = scene.sentence.all_keys()
    keys |= {other for key in keys for other in LEXICON.related.get(key, {})}
    profiles = (index.profiles[key] for key in sorted(index.find_facts(keys, stage.stories, scene.known)))
    return [one for one in profiles if one.fact.kind is FactKind.DATE]


def link_days_of_numbers(figures: Sequence[Link], stage: Stage, index: Index) -> Iterator[Link]:
    """The date beside a number that the record knows from another day ("same value, other key")."""
    for link in figures:
        if link.fact is None or not link.firm or not _is_recorded(link, index) or not _is_of_event(link, index):
            continue
        dated = [index.profiles[key] for key in index.by_entity.get(link.fact.of, ())]
        for profile in (one for one in dated if one.fact.kind is FactKind.DATE):
            yield from _days_beside(link, profile, stage)


def _is_of_event(link: Link, index: Index) -> bool:
    """ "Lind, 88, died on Monday": what is counted of a person has no day in common with what befell them."""
    subject = index.profiles[link.fact.key].subject if link.fact else None
    return subject is not None and subject.kind is EntityKind.EVENT


def _is_recorded(link: Link, index: Index) -> bool:
    """The very number the record gives, and one too particular for chance."""
    number = link.value.number if isinstance(link.value, Figure) else None
    claims = index.profiles[link.fact.key].claims if link.fact else ()
    is_same = any(isinstance(claim.value, Figure) and claim.value.number == number for claim in claims)
    return is_same and is_telling(number)


def _days_beside(link: Link, profile: Profile, stage: Stage) -> Iterator[Link]:
    _, scene = stage.scene_at(link.start)
    at = scene.sentence.index_at(link.end - 1)
    recorded = dates_of(profile)
    for place, day, mention in days_of(scene, at):
        if (
            is_ranking(scene.sentence, place)
            or is_saying_day(scene.sentence, place)
            or day.start is None
            or day.end is None
            or _is_in_new_clause(scene, at, place)
        ):
            continue
        if any(overlaps(day, one) for one in recorded) or not any(is_within(day, one, REACH) for one in recorded):
            continue
        why = phrase("the same {number} as recorded, on another day", number=link.words)
        yield Link("date", mention.start, mention.end, mention.words, day, profile.fact, link.score, why, firm=True)


def _is_in_new_clause(scene: Scene, at: int, place: int) -> bool:
    """ "Which has 152 seats and which it called extremist on Friday": the day is that of the second deed."""
    low, high = sorted((at, place))
    between = scene.sentence.words[low + 1 : high + 1]
    return any(word.break_ and word.folded in ("and", "but", "which", "who", "while") for word in between)

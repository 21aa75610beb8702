"""A date in a text to the fact that says when that happened: the event's own word close by, and no other event's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from bot.folding import fold_words
from bot.link.background import is_past_unnamed, is_ranking, is_saying_day
from bot.link.index import Index
from bot.link.lexicon import LEXICON
from bot.link.links import Candidate, Link
from bot.link.passages import Word
from bot.link.profiles import STATES, Profile
from bot.link.scene import Scene, Stage, days_of, number_of_day
from bot.link.slips import is_slip, keys_of
from bot.link.stems import word_set
from bot.link.subjects import subject_fit
from bot.phrase import Phrase, phrase
from bot.reading import DateKind, DateMention
from bot.record import EntityKind, FactKind
from bot.values import Figure, PartialDate

FIRM, FAINT, MARGIN = 0.7, 0.45, 0.08
SPOKEN = 0.45
CLOSER, FITTING, NEAR, BY_THE_WAY = 0.2, 0.15, 0.1, 0.6
_ASIDE = frozenset({"after", "before", "following", "since", "amid", "despite", "until"})
WEEK, FORTNIGHT = timedelta(days=7), timedelta(days=14)
NEARBY = timedelta(days=62)
_HAPPENING = frozenset({"@begin", "@occur"})
_ACTIONS = (
    STATES | _HAPPENING | {"@end", "@sign", "@announce", "@appointed", "@resigned", "@moved", "@agree", "@vanished"}
)
_JOINTS = frozenset({"of", "on", "in", "at", "from", "the", "late", "early", "a"})
# Verbs that say no more than that it happened: "the sample taken on 15 July", "the results published on 22 October".
_DONE = word_set(
    """
    taken took given gave held made collected carried out conducted played staged delivered passed handed down published
    released issued came fell dated scheduled set recorded drawn laid read presented was were had been which that
    """
)
_OTHER = word_set("a an another other others earlier previous similar different separate second unrelated")
_PARTS_OF_TIME = frozenset(
    """
    night morning afternoon evening day days week weekend month year start beginning end middle eve early hours half
    quarter spring summer autumn fall winter as deadline date
    """.split()
)
_WENT = frozenset("sank went fell broke came blew burst burnt caught gave jumped left ran".split())
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "was", "were", "been"})
SAME_BREATH = 9
_ORDINALS = frozenset({"first", "last", "second", "third", "final", "latest"})
_COARSE = timedelta(days=32)


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


def _year_back(value: PartialDate, profile: Profile, today: date | None) -> PartialDate:
    """A day without a year that seems to lie ahead, beside one that is past: it is that of last year."""
    recorded = [claim.value for claim in profile.claims if isinstance(claim.value, PartialDate)]
    if same := _of_recorded_year(value, recorded):
        return same
    is_past = any(one.end and today and one.end <= today for one in recorded)
    if not (value.inferred and value.start and value.end and today and is_past and value.start > today):
        return value
    if value.start.day > 28 or not any(char.isdigit() for char in value.words):
        return value
    start, end = value.start.replace(year=value.start.year - 1), value.end.replace(year=value.end.year - 1)
    return replace(value, start=start, end=end, edtf=value.edtf.replace(str(value.start.year), str(start.year)))


def _of_recorded_year(value: PartialDate, recorded: Sequence[PartialDate]) -> PartialDate | None:
    """ "The attack of October 7" without a year is that of the recorded year; so is a slip of that day."""
    for year in {one.start.year for one in recorded if one.start and one.start == one.end}:
        moved = _in_year(value, year)
        if moved and any(_overlaps(moved, one) or is_slip(moved, one) for one in recorded):
            return moved
    return None


def _in_year(value: PartialDate, year: int) -> PartialDate | None:
    """A day that was written without a year, as one of another year."""
    if not value.inferred or value.start is None or value.start != value.end or not _has_no_year(value.words):
        return None
    if (value.start.month, value.start.day) == (2, 29) or not MINYEAR <= year <= MAXYEAR:
        return None
    day = value.start.replace(year=year)
    return replace(value, start=day, end=day, edtf=f"{day}")


def _has_no_year(words: str) -> bool:
    return any(char.isdigit() for char in words) and not re.search(r"\d{4}|\b(?:last|this|next)\b", words.lower())


def _link(
    mention: DateMention, value: PartialDate, events: dict[tuple[int, int], str], stage: Stage, index: Index
) -> Link:
    number, scene = stage.scene_at(mention.start)
    first, last = scene.sentence.index_at(mention.start), scene.sentence.index_at(mention.end - 1)
    scored = (
        (score, profile)
        for profile in _possible(scene, stage, index)
        if (score := _score((first, last), number, scene, profile, stage, index)) >= FAINT
    )
    low, high = scene.hard_part(first)
    owner = number_of_day(scene, first, [one for one in scene.numbers if low <= one <= high])
    event = "" if owner is None else events.get((number, owner), "")
    found = list(scored) or _slips(value, (first, last), number, stage, index)
    if dated := [key for key in index.by_entity.get(event, ()) if index.profiles[key].fact.kind is FactKind.DATE]:
        found = [one for one in found if one[1].fact.key in dated]
    ranked = _preferred([one for one in found if not _asks_for_a_year(one[1], value)], value, scene)
    candidates = tuple(Candidate(profile.fact, round(score, 2)) for score, profile in ranked[:3])

    def unlinked(why: Phrase) -> Link:
        return Link("date", mention.start, mention.end, mention.words, value, None, 0.0, why, candidates=candidates)

    if not ranked:
        return unlinked(phrase("nothing in the record says when this was"))
    score, profile = ranked[0]
    value = _year_back(value, profile, stage.today)
    if reason := _fault(mention, value, (first, last), scene, profile) or _lies_ahead(value, profile, stage):
        return unlinked(reason)
    fits = any(_overlaps(value, claim.value) for claim in profile.claims)
    if not fits and (score < FIRM or not _is_clear(ranked, value)):
        return unlinked(phrase("too little speaks for any one fact"))
    why = phrase("linked by {property}", property=profile.fact.property)
    return Link(
        "date", mention.start, mention.end, mention.words, value, profile.fact, round(score, 2), why,
        firm=score >= FIRM, candidates=candidates,
    )  # fmt: skip


def _asks_for_a_year(profile: Profile, value: PartialDate) -> bool:
    """A year is recorded, 1885, and the day is of quite another: "on Tuesday" does not answer when a line opened."""
    recorded = [claim.value for claim in profile.claims if isinstance(claim.value, PartialDate)]
    is_of_years = bool(recorded) and all(_length(one) > timedelta(days=300) for one in recorded)
    return is_of_years and value.inferred and not any(_overlaps(value, one) for one in recorded)


def _slips(
    value: PartialDate, span: tuple[int, int], number: int, stage: Stage, index: Index
) -> list[tuple[float, Profile]]:
    """Facts whose recorded day is this one but for a slip of the hand, where the sentence speaks of the thing itself.

    A slip is so seldom chance that less need be said: the property's own word, or two words of the event's name.
    """
    if _is_a_recorded_day(value, stage, index):
        return []
    scene = stage.scenes[number]
    near = _nearness(span, scene)
    return [
        (FIRM, one)
        for one in _alike_but_for_a_slip(value, stage, index)
        if not _tells_of_another(one, scene) and not _is_of_noun(span[0], scene, one) and _is_spoken_of(one, near)
    ]


def _is_a_recorded_day(value: PartialDate, stage: Stage, index: Index) -> bool:
    return any((story, keys_of(value)[0]) in index.days for story in stage.stories if keys_of(value))


def _alike_but_for_a_slip(value: PartialDate, stage: Stage, index: Index) -> list[Profile]:
    year = value.start.year if value.start else 0
    readings = [value, *(one for other in (year - 1, year + 1) if (one := _in_year(value, other)))]
    keys = {key for one in readings for key in keys_of(one)[1:]}
    shared = {fact for story in stage.stories for key in keys for fact in index.days.get((story, key), ())}
    profiles = (index.profiles[key] for key in sorted(shared))
    return [one for one in profiles if any(_is_slip_of(value, claim.value, one, stage) for claim in one.claims)]


def _is_slip_of(value: PartialDate, other: object, profile: Profile, stage: Stage) -> bool:
    return isinstance(other, PartialDate) and is_slip(_year_back(value, profile, stage.today), other)


def _is_spoken_of(profile: Profile, near: dict[str, float]) -> bool:
    telling = [cue for cue in profile.cues if cue.weight >= 0.8 or len(profile.cues) == 1]
    by_property = any(_related(near, key) >= SPOKEN for cue in telling for key in cue.keys)
    by_name = sum(near.get(key, 0.0) >= SPOKEN for key in profile.context)
    return by_property or by_name >= 2


def _is_clear(ranked: list[tuple[float, Profile]], value: PartialDate) -> bool:
    if len(ranked) < 2 or ranked[0][0] - ranked[1][0] >= MARGIN:
        return True
    best, other = ranked[0][1], ranked[1][1]
    return (_is_persons(best) and not _is_persons(other)) or (
        _is_of_week(value, best) and not _is_of_week(value, other)
    )


def _is_of_week(value: PartialDate, profile: Profile) -> bool:
    """Within days of what is recorded: of two accidents the one that the text's day is nearly that of."""
    return _is_within(value, [claim.value for claim in profile.claims if isinstance(claim.value, PartialDate)], WEEK)


def _preferred(scored: list[tuple[float, Profile]], value: PartialDate, scene: Scene) -> list[tuple[float, Profile]]:
    """The likeliest first; of those that are as near, what is dated of a person named here, then the recorded day."""
    named = {one.entity for one in scene.known}

    def rank(one: tuple[float, Profile]) -> float:
        fits = any(_overlaps(value, claim.value) for claim in one[1].claims)
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


def _score(span: tuple[int, int], number: int, scene: Scene, profile: Profile, stage: Stage, index: Index) -> float:
    """How closely what happened stands to the date; 0 where somebody else or something else stands closer."""
    subject = subject_fit(scene, span[1], number, profile, stage, index)
    if is_past_unnamed(number, profile, stage):
        return 0.0
    if not subject or not profile.cues or _tells_of_another(profile, scene) or _is_of_noun(span[0], scene, profile):
        return 0.0
    near = _nearness(span, scene)
    met = total = best = 0.0
    for cue in profile.cues:
        value = max((_related(near, key) for key in cue.keys), default=0.0)
        if cue.need and value < 0.4 and not _by_words(profile, near):
            return 0.0
        met, total = met + cue.weight * min(1.0, value * 1.15), total + cue.weight
        best = max(best, value) if cue.weight >= 0.5 or all(one.weight < 0.5 for one in profile.cues) else best
    by_words = _by_words(profile, near)
    if not by_words and _lacks_the_event(profile, near):
        return 0.0
    if not by_words and (not _happens(profile, near, span, scene) or _is_foreign(profile, near, best)):
        return 0.0
    return max(met / total, by_words) * subject


def _lacks_the_event(profile: Profile, near: dict[str, float]) -> bool:
    """ "On Monday Boeing began to raise money" beside the day a strike began: that something began says not what."""
    is_event = profile.subject is not None and profile.subject.kind is EntityKind.EVENT
    says = [cue for cue in profile.cues if cue.weight >= 0.5]
    is_bare = bool(says) and all(cue.keys <= _HAPPENING | _ORDINALS for cue in says)
    return is_event and is_bare and not any(key in near for key in profile.context)


def _tells_of_another(profile: Profile, scene: Scene) -> bool:
    """ "Bus drivers won in March after a strike": all that speaks for the fact is said of one the text brings in."""
    words = scene.sentence.words
    keys = profile.keys
    places = {sign.first for sign in scene.sentence.signs if sign.key in keys}
    places |= {at for at, word in enumerate(words) if word.stem in keys}
    return bool(places) and all(at > 0 and words[at - 1].folded in _OTHER for at in places)


def _is_of_noun(first: int, scene: Scene, profile: Profile) -> bool:
    """ "The attack of 8 January", "the victims of 3 September": the day belongs to the noun it is tied to."""
    words = scene.sentence.words
    tie = first - 1 if first and words[first - 1].folded == "of" else -1
    if tie < 1 or words[tie - 1].capital or words[tie - 1].folded in _PARTS_OF_TIME:
        return False
    keys = {words[tie - 1].stem} | {sign.key for sign in scene.sentence.signs if tie - 1 in sign.at}
    return not keys & (profile.keys | profile.context | _HAPPENING)


def _nearness(span: tuple[int, int], scene: Scene) -> dict[str, float]:
    found: dict[str, float] = {}
    spots = [(sign.key, sign.first, sign.last) for sign in scene.sentence.signs]
    spots += [(word.stem, at, at) for at, word in enumerate(scene.sentence.words)]
    for key, start, end in spots:
        low, high = (span[1], start) if start > span[1] else (end, span[0])
        breaks = scene.sentence.breaks(low, high)
        value = 0.72**breaks * 0.975 ** max(0, high - low - 1)
        if start > span[1] and _ASIDE & {word.folded for word in scene.sentence.words[span[1] + 1 : start]}:
            value *= BY_THE_WAY
        found[key] = max(found.get(key, 0.0), value)
    return found


def _by_words(profile: Profile, near: dict[str, float]) -> float:
    """Cue words that editors gave the fact can stand for those of its property: three of them close by are enough."""
    met = [key for key in profile.words if near.get(key, 0.0) >= 0.35]
    return 0.75 if len(met) >= 3 else 0.0


def _related(near: dict[str, float], key: str) -> float:
    others = (much * near.get(other, 0.0) for other, much in LEXICON.related.get(key, {}).items())
    return max(near.get(key, 0.0), *others, 0.0)


def _happens(profile: Profile, near: dict[str, float], span: tuple[int, int], scene: Scene) -> bool:
    """A bare noun ("the fire") needs a word that says it happened, or a tie to the date: "the fire of May 2"."""
    if profile.keys & _ACTIONS or any(cue.weight >= 0.8 for cue in profile.cues):
        return True
    if any(near.get(key, 0.0) >= 0.6 for key in _HAPPENING):
        return True
    words = scene.sentence.words
    spots = [(sign.first, sign.last) for sign in scene.sentence.signs if sign.key in profile.keys]
    spots += [(at, at) for at, word in enumerate(words) if word.stem in profile.keys]
    for first, last in spots:
        if _is_told(scene, first, span):
            return True
        if _is_another(words[max(0, first - 3) : first]):
            continue
        between = words[last + 1 : span[0]] if last < span[0] else words[span[1] + 1 : first]
        if (
            len(between) <= (2 if last > span[1] else 4)
            and not any(word.break_ for word in between)
            and (last > span[1] or all(w.folded in _JOINTS | _DONE for w in between))
        ):
            return True
    return False


def _is_told(scene: Scene, at: int, span: tuple[int, int]) -> bool:
    """A verb in the past says that it happened: "the yacht went down before dawn on Tuesday"."""
    words = scene.sentence.words
    is_past = words[at].folded.endswith("ed") or words[at].folded in _WENT
    is_verb = is_past and not (at and words[at - 1].folded in _ARTICLES)
    low, high = sorted((at, span[0]))
    return is_verb and at < span[0] and high - low <= SAME_BREATH and not scene.sentence.breaks(low, high)


def _is_another(before: Sequence[Word]) -> bool:
    """Whether the words before a noun make it one of several: "a warning", "another missed test"."""
    near = [word.folded for word in before]
    if "the" in near or "this" in near:
        return bool({"other", "previous", "earlier"} & set(near))
    return bool(_OTHER & set(near))


def _is_foreign(profile: Profile, near: dict[str, float], best: float) -> bool:
    """Another action stands closer to the date than the one the fact dates."""
    own = profile.keys | {other for key in profile.keys for other in LEXICON.related.get(key, {})}
    foreign = max(
        (value for key, value in near.items() if key in _ACTIONS and key not in own and key not in _HAPPENING),
        default=0.0,
    )
    return best < 0.85 * foreign


def _fault(
    mention: DateMention, value: PartialDate, span: tuple[int, int], scene: Scene, profile: Profile
) -> Phrase | None:
    """Why the date is not that of the fact after all."""
    recorded = [claim.value for claim in profile.claims if isinstance(claim.value, PartialDate)]
    if is_ranking(scene.sentence, span[0]):
        return phrase("the text only ranks by it")
    if "@announce" not in profile.keys and is_saying_day(scene.sentence, span[0], profile.keys):
        return phrase("it is the day somebody spoke")
    if _is_dateline(mention, scene):
        return phrase("it is the day the text was written")
    if value.start is None or value.end is None:
        return phrase("it is a span of time without an end, not a day")
    if any(_overlaps(value, one) for one in recorded):
        return None
    if _is_coarser(value, recorded):
        return phrase("a whole year or more is no day of the record's event")
    if _is_vaguer(value, recorded) and not _names_the_event(scene, profile):
        return phrase("it is a vaguer date than the record's and may be another event's")
    if _has_other_ordinal(span, scene, profile):
        return phrase("it is the day of the first or last of several, and the record's is another")
    if _lacks_ordinal(span, scene, profile):
        return phrase("the record's is the day of the first or last of several, and the text does not say so")
    if _is_weekday_of(value, recorded):
        return phrase("the weekday is that of the recorded date")
    if _is_of_this_week(value) and not any(_is_within(value, [one], FORTNIGHT) for one in recorded):
        return phrase("it is far from the recorded date and may be another event's")
    if "not" in {word.folded for word in scene.sentence.words[max(0, span[0] - 6) : span[0]]}:
        return phrase("the text denies it")
    if not _is_nearby(value, recorded, profile):
        return phrase("it is far from the recorded date and may be another event's")
    return None


def _lies_ahead(value: PartialDate, profile: Profile, stage: Stage) -> Phrase | None:
    """ "The body is moved on Wednesday": what is still to come is no part of what is over."""
    recorded = [claim.value for claim in profile.claims if isinstance(claim.value, PartialDate)]
    today = stage.today
    if today is None or value.start is None or value.start <= today or any(is_slip(value, one) for one in recorded):
        return None
    is_over = all(one.end is not None and one.end <= today for one in recorded)
    return phrase("it lies ahead, and the record's day is past") if is_over else None


def _is_dateline(mention: DateMention, scene: Scene) -> bool:
    """ "MOSCOW, August 2." opens a report with the day it was filed."""
    before = scene.sentence.words[0 : scene.sentence.index_at(mention.start)]
    return bool(before) and len(before) <= 4 and all(word.capital and word.end - word.start > 2 for word in before)


def _overlaps(value: PartialDate, other: object) -> bool:
    if not isinstance(other, PartialDate):
        return False
    before = value.end is not None and other.start is not None and value.end < other.start
    after = value.start is not None and other.end is not None and value.start > other.end
    return not before and not after


def _is_coarser(value: PartialDate, recorded: list[PartialDate]) -> bool:
    """ "In 2019" beside an event of which the very day is known speaks of another one."""
    if value.start is None or value.end is None or value.end - value.start < _COARSE:
        return False
    return all(one.start and one.end and one.end - one.start < _COARSE for one in recorded)


def _is_vaguer(value: PartialDate, recorded: list[PartialDate]) -> bool:
    return _length(value) > WEEK and all(_length(one) < WEEK for one in recorded)


def _names_the_event(scene: Scene, profile: Profile) -> bool:
    """A word of the event's own name or place, besides what the property says, in the sentence of the date."""
    return bool((profile.context - profile.keys) & scene.sentence.all_keys())


def _has_other_ordinal(span: tuple[int, int], scene: Scene, profile: Profile) -> bool:
    """The last patient is not the first: an ordinal of the property must not stand beside another in the text."""
    own = _ORDINALS & set(fold_words(profile.fact.property))
    here = {word.folded for word in scene.sentence.words[max(0, span[0] - 12) : span[0]]}
    return bool(own) and bool(_ORDINALS & here) and not own & here


def _lacks_ordinal(span: tuple[int, int], scene: Scene, profile: Profile) -> bool:
    """ "19 explosions last week" beside the day of the first explosion."""
    own = _ORDINALS & set(fold_words(profile.fact.property))
    low, high = scene.hard_part(span[0])
    words = scene.sentence.words
    counted = any(at + 3 > place > at for at in scene.numbers for place in _cue_places(scene, profile, low, high))
    return bool(own) and counted and not own & {word.folded for word in words[low : high + 1]}


def _cue_places(scene: Scene, profile: Profile, low: int, high: int) -> list[int]:
    return [at for at in range(low, high + 1) if scene.sentence.words[at].stem in profile.keys] + [
        sign.first for sign in scene.sentence.signs if sign.key in profile.keys and low <= sign.first <= high
    ]


def _is_weekday_of(value: PartialDate, recorded: list[PartialDate]) -> bool:
    """A bare weekday may be that of any week: only another weekday speaks against the record."""
    if value.weekday is None or not value.inferred or any(char.isdigit() for char in value.words):
        return False
    return any(one.start and one.start == one.end and one.start.weekday() == value.weekday for one in recorded)


def _is_of_this_week(value: PartialDate) -> bool:
    """ "On Tuesday", "yesterday": a day of the week the text was written in."""
    return value.inferred and value.start == value.end and not any(char.isdigit() for char in value.words)


def _is_nearby(value: PartialDate, recorded: list[PartialDate], profile: Profile) -> bool:
    """Within two months, or a slip; of a person or thing also a day written with its year, as exact as the recorded.

    What happened once to a thing may be told years off; "on Friday" or "this year" is then of something else.
    """
    if any(_is_close(value, one) or is_slip(value, one) for one in recorded):
        return True
    subject = profile.subject
    is_once = bool(profile.persons) or (subject is not None and subject.kind is not EntityKind.EVENT)
    return is_once and not value.inferred and any(_is_as_exact(value, one) for one in recorded)


def _is_as_exact(value: PartialDate, other: PartialDate) -> bool:
    return _length(value) <= _length(other) + timedelta(days=3) and _length(other) <= _length(value) + _COARSE


def _is_close(value: PartialDate, one: PartialDate) -> bool:
    if not (one.start and one.end and value.start and value.end):
        return False
    return value.start - one.end <= NEARBY and one.start - value.end <= NEARBY


def _length(day: PartialDate) -> timedelta:
    """How long a stretch of days a date leaves open."""
    return day.end - day.start if day.start and day.end else timedelta(days=10_000)


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
    return is_same and number is not None and number > 20 and number % 10 != 0


def _days_beside(link: Link, profile: Profile, stage: Stage) -> Iterator[Link]:
    _, scene = stage.scene_at(link.start)
    at = scene.sentence.index_at(link.end - 1)
    recorded = [claim.value for claim in profile.claims if isinstance(claim.value, PartialDate)]
    for place, day, mention in days_of(scene, at):
        if (
            is_ranking(scene.sentence, place)
            or is_saying_day(scene.sentence, place)
            or day.start is None
            or day.end is None
            or _is_in_new_clause(scene, at, place)
        ):
            continue
        if any(_overlaps(day, one) for one in recorded) or not _is_within(day, recorded, timedelta(days=200)):
            continue
        why = phrase("the same {number} as recorded, on another day", number=link.words)
        yield Link("date", mention.start, mention.end, mention.words, day, profile.fact, link.score, why, firm=True)


def _is_in_new_clause(scene: Scene, at: int, place: int) -> bool:
    """ "Which has 152 seats and which it called extremist on Friday": the day is that of the second deed."""
    low, high = sorted((at, place))
    between = scene.sentence.words[low + 1 : high + 1]
    return any(word.break_ and word.folded in ("and", "but", "which", "who", "while") for word in between)


def _is_within(value: PartialDate, recorded: list[PartialDate], reach: timedelta) -> bool:
    return any(
        one.start
        and one.end
        and value.start
        and value.end
        and value.start - one.end <= reach
        and one.start - value.end <= reach
        for one in recorded
    )

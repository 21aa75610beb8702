"""A number or date to the reason why it speaks of another time or event than a fact does, or None."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

from bot.folding import fold_words
from bot.link.passages import Sentence, Word
from bot.link.profiles import Profile
from bot.link.scene import Scene, Stage, days_of, plain_dates
from bot.link.stems import stem, word_set
from bot.phrase import Phrase, phrase
from bot.record import EntityKind
from bot.values import PartialDate

LONG, YEARS = timedelta(days=200), timedelta(days=600)
STOP = 3  # the break of a semicolon or dash
BEFORE, AFTER = timedelta(days=4), timedelta(days=45)
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_SUPERLATIVE = word_set(
    """
    worst deadliest deadlier biggest largest highest lowest first strongest heaviest most record best longest
    bloodiest costliest fastest smallest weakest only
    """
)
_EARLIER = word_set(
    """
    previous previously earlier formerly prior hitherto historical predecessor
    """
)
_LAST_TIME = (
    ("last", "year"),
    ("last", "time"),
    ("year", "earlier"),
    ("year", "ago"),
    ("years", "ago"),
    ("decades", "ago"),
    ("a", "year", "before"),
    ("year", "before"),
    ("years", "before"),
    ("last", "held"),
    ("years", "earlier"),
    ("same", "period"),
    ("that", "year"),
    ("that", "winter"),
    ("that", "summer"),
    ("that", "spring"),
    ("that", "autumn"),
    ("that", "season"),
    ("that", "decade"),
)
_BESIDE = frozenset({"than", "behind", "unlike", "like"})
_POSSESSIVE = frozenset({"its", "their", "whose", "it", "they"})
_COMPARED = frozenset(
    {"than", "from", "against", "versus", "compared", "beating", "exceeding", "surpassing", "topping"}
)
_MODAL = word_set(
    """
    may might could feared fear fears expected expects expect would if likely planned hope hopes target
    predicted predicts estimates projected warned should possibly potentially capable hypothetical threatened
    threatens
    """
)
_AS_OF = frozenset({"at", "end", "early", "late", "of", "start", "beginning", "mid"})
_FEARED = frozenset({"feared", "presumed", "believed", "expected", "thought", "likely", "set", "due", "estimated"})
_BEGAN = frozenset({"began", "started", "broke", "struck", "hit", "erupted", "happened", "occurred"})
_SET = frozenset({"set", "due"})
_FADING = frozenset(map(stem, "fade dim dwindle wane diminish vanish evaporate recede".split()))
_PLAIN_MODAL = frozenset({"would", "could", "may", "might", "should"})
_ASKING = word_set(
    """
    ask asked asks asking urge urged urges urging demand demanded demands demanding request requested called calls
    calling appealed begged
    """
)
_SAYING = word_set(
    """
    say said says tell told tells announce announced announces confirm confirmed report reported reports state
    stated add added adds declared statement telling saying spoke speaking conceded briefing interview
    acknowledged according wrote writes written insisted warned argued claimed noted explained testified replied
    admitted vowed remarked
    """
)


def other_time(scene: Scene, at: int, profile: Profile, since: int = 0) -> Phrase | None:
    """Why a number at a word is not of the fact's own time: a date of another event beside it, or words for before.

    What stands before the word `since` says nothing of it.
    """
    low, high = scene.hard_part(at)
    low = max(low, since)
    words = [word.folded for word in scene.sentence.words]
    if reason := _said_earlier(words, at, low, high, scene.numbers):
        return reason
    window = time_of(profile)
    if window and (reason := _goes_on_about(scene, at, low, window)):
        return reason
    if window is None:
        return _long_before(scene, at, low, high, profile)
    for place, day, _ in days_of(scene, at):
        if place < since:
            continue
        is_told = _tells_of(scene.sentence, place, at) and day.start is not None and day.start < window[0] - BEFORE
        if (is_outside(day, window) is None and not is_told) or _is_own_period(day, profile):
            continue
        if is_ranking(scene.sentence, place) and not is_told:
            continue
        between = {word.folded for word in scene.sentence.words[at + 1 : place]}
        if scene.sentence.has_new_clause(at, place) or between & _BESIDE:
            continue
        if _is_nearer_another(scene, at, place) or _is_of_the_event(scene.sentence, place):
            continue
        return phrase("“{words}” beside it is another time than the record's", words=day.words)
    return None


def _is_of_the_event(sentence: Sentence, place: int) -> bool:
    """ "In the fire, which began on July 12": the day is that of the event, right or wrong."""
    before = [word.folded for word in sentence.words[max(0, place - 5) : place]]
    return bool({"which", "that"} & set(before)) and bool(_BEGAN & set(before))


def _goes_on_about(scene: Scene, at: int, low: int, window: tuple[date, date]) -> Phrase | None:
    """ "A freighter sank in 2019; its crew lived", "...; all 49 on board died": it goes on about another time."""
    words = scene.sentence.words
    if not low or plain_dates(scene, *scene.hard_part(at)):
        return None
    is_tied = bool(_POSSESSIVE & {word.folded for word in words[low : at + 1]})
    before = plain_dates(scene, *scene.hard_part(low - 1)) if is_tied or words[low].break_ >= STOP else []
    for _, day, _ in before:
        is_long_past = day.end is not None and day.end < window[0] - LONG
        if is_long_past or (is_tied and is_outside(day, window) == -1):
            return phrase("“{words}” beside it is another time than the record's", words=day.words)
    return None


def _long_before(scene: Scene, at: int, low: int, high: int, profile: Profile) -> Phrase | None:
    """A fact of an organisation or place has no day of its own: "in 2025 it had laid off 400" is not today's news."""
    if profile.latest is None or profile.subject is None or profile.subject.kind is EntityKind.PERSON:
        return None
    for place, day, _ in plain_dates(scene, low, high):
        is_past = day.end is not None and day.end < profile.latest - LONG
        if (
            is_past
            and not _is_own_period(day, profile)
            and not scene.sentence.breaks(at, place)
            and not _is_nearer_another(scene, at, place)
        ):
            return phrase("“{words}” beside it is another time than the record's", words=day.words)
    return None


def is_past_unnamed(number: int, profile: Profile, stage: Stage) -> bool:
    """The fact is of an event long before the news, and neither it nor its year is named here or just before."""
    if profile.past is None:
        return False
    date = profile.subject.date if profile.subject else None
    year = str(date.start.year) if date and date.start else ""
    for scene in stage.scenes[max(0, number - 1) : number + 1]:
        if profile.past & scene.sentence.all_keys() or any(word.folded == year for word in scene.sentence.words):
            return False
    return True


def _is_own_period(day: PartialDate, profile: Profile) -> bool:
    """ "Fined 12 million in 2024" beside a "fine for breaches in 2024": the month or year the fact itself names."""
    told = set(fold_words(" ".join([profile.fact.property, *(value for _, value in profile.fact.scope)])))
    if day.start and day.end and day.start.year == day.end.year and (day.end - day.start).days >= 364:
        return str(day.start.year) in told
    named = {word for word in fold_words(day.words) if word in _MONTHS or (len(word) == 4 and word.isdigit())}
    return bool(named) and named <= told


def _is_nearer_another(scene: Scene, at: int, place: int) -> bool:
    """ "$241 million from $262 million a year earlier": the date is that of the number measured against."""
    low, high = sorted((at, place))
    others = [number for number in scene.numbers if low < number < high and place - number <= 4]
    between = {word.folded for word in scene.sentence.words[low:high]}
    return bool(others) and bool(between & _COMPARED)


def time_of(profile: Profile) -> tuple[date, date] | None:
    """The first and last day a fact is about: its event's date widened by the as-of days of its claims."""
    days = [
        one for one in (profile.subject.date if profile.subject else None, *(c.as_of for c in profile.claims)) if one
    ]
    is_event = profile.subject is not None and profile.subject.kind is EntityKind.EVENT
    starts = [one.start for one in days if one.start]
    ends = [one.end for one in days if one.end]
    if not starts or not ends or not (is_event or any(claim.as_of for claim in profile.claims)):
        return None
    return min(starts), max(ends)


def is_outside(day: PartialDate, window: tuple[date, date]) -> int | None:
    """-1 for a date wholly before the window, 1 for one long after it, None inside."""
    if day.end and day.end < window[0] - BEFORE and not _is_period(day, window):
        return -1
    if day.start and day.start > window[1] + (YEARS if day.inferred else AFTER):
        return 1
    return None


def _is_period(day: PartialDate, window: tuple[date, date]) -> bool:
    """The quarter or half year that a report is about ended shortly before the report."""
    if day.start is None or day.end is None or not timedelta(days=80) <= day.end - day.start <= timedelta(days=190):
        return False
    return window[0] - day.end <= timedelta(days=120)


def is_ranking(sentence: Sentence, place: int) -> bool:
    """A date that only ranks ("the deadliest since 1980"): it says nothing of when this happened."""
    before = [word.folded for word in sentence.words[max(0, place - 14) : place]]
    near = before[-3:]
    return ("since" in near or "than" in near or ("in" in near[-1:] and "time" in before)) and bool(
        _SUPERLATIVE & set(before)
    )


def _tells_of(sentence: Sentence, place: int, at: int) -> bool:
    """ "The worst since 1994, when 40 died": what follows is told of that time after all."""
    return place < at and "when" in {word.folded for word in sentence.words[place + 1 : at]}


def _said_earlier(words: list[str], at: int, low: int, high: int, numbers: tuple[int, ...]) -> Phrase | None:
    before, after = words[max(low, at - 3) : at], words[at + 1 : min(high + 1, at + 5)]
    part = words[low : high + 1]
    if _is_measured_against(words, at, before, part):
        return phrase("it is what another number is measured against")
    if _EARLIER & set(after) or {"previous", "earlier", "previously"} & set(before):
        return phrase("the text gives it as an earlier figure")
    if "previous" in part[: at - low] or _is_of_last_time(words, at, low, high, numbers):
        return phrase("the text speaks of an earlier time here")
    return None


def _is_measured_against(words: list[str], at: int, before: list[str], part: list[str]) -> bool:
    """ "More than the 161", "up from 16", "from four to seven": the number before, not the one now."""
    joint = before[-2:-1] if before[-1:] and before[-1] in ("the", "a", "its") else before[-1:]
    if not joint or joint[0] not in _COMPARED:
        return False
    is_origin = joint[0] == "from" and "to" not in words[at : at + 8]
    return not is_origin or bool({"up", "down", "rose", "fell"} & set(part))


def _is_of_last_time(words: list[str], at: int, low: int, high: int, numbers: tuple[int, ...]) -> bool:
    """ "$262 million a year earlier": words for before belong to the number they follow, or to all after them."""
    for place in range(low, high + 1):
        if not any(tuple(words[place : place + len(cue)]) == cue for cue in _LAST_TIME):
            continue
        before = [number for number in numbers if low <= number < place]
        if not before or before[-1] == at:
            return True
    return False


def is_unsure(scene: Scene, at: int, last: int | None = None) -> Phrase | None:
    """Why a number is no firm statement: feared, expected, denied, possible."""
    words = scene.sentence.words
    if at and words[at - 1].folded == "the":
        return None
    low = at
    while low > 0 and words[low].break_ < 1 and at - low < 8:
        low -= 1
    last = at if last is None else last
    high = last
    while high + 1 < len(words) and words[high + 1].break_ < 1 and high - last < 6:
        high += 1
    before = _said(words[low:at])
    after = _said(words[last + 1 : high + 1])
    if ("to", "be") in itertools.pairwise(after) or set(before) & _MODAL or set(after) & (_PLAIN_MODAL | _FEARED):
        return phrase("the text says it may be so, not that it is")
    if _is_asked_for(before):
        return phrase("the text says that it was asked for, not that it is so")
    if "not" in before or "denied" in before or "deny" in before:
        return phrase("the text denies it")
    return None


def _is_asked_for(before: list[str]) -> bool:
    """ "Asked him to free 1,300", "called for the release of 40": a wish."""
    asked = next((at for at, word in enumerate(before) if word in _ASKING), len(before))
    return bool({"to", "for", "that"} & set(before[asked:]))


def _said(words: tuple[Word, ...]) -> list[str]:
    """The words as they count for doubt: May the month, "may not" (a ban), "set it off", fading hopes are none."""
    folded = [word.folded if not (word.folded == "may" and word.capital) else "month" for word in words]
    for at, word in enumerate(folded[:-1]):
        if word == "may" and (folded[at + 1] == "not" or (at and folded[at - 1] in ("nobody", "one", "none"))):
            folded[at] = folded[at + 1] = "banned"
        if word in _SET and folded[at + 1] not in ("to", "for"):
            folded[at] = "done"
        if word in ("hope", "hopes") and stem(folded[at + 1]) in _FADING:
            folded[at] = "despair"
    return folded


def is_saying_day(sentence: Sentence, place: int, own: frozenset[str] = frozenset()) -> bool:
    """A date that tells when somebody spoke: "Tang said on Friday", "Friday's statement"."""
    low = max(0, place - 4)
    for at in range(place - 1, low - 1, -1):
        if sentence.words[at].folded in _SAYING:
            return sentence.words[at].stem not in own
        if sentence.words[at + 1].break_:
            return False
    return False


def when_fit(scene: Scene, at: int, profile: Profile, today: date | None) -> float:
    """A little for a date of the fact's own time in the sentence, a little off for another; else for the newest."""
    window = time_of(profile)
    if window is None:
        return 0.0
    days = [day for place, day, _ in days_of(scene, at) if not is_ranking(scene.sentence, place)]
    if any(_meets(day, window) and day.end is not None for day in days):
        return 0.1 if window[1] - window[0] <= timedelta(days=31) else 0.04
    if days:
        return -0.05
    return 0.03 if today and abs((today - window[1]).days) <= 10 else 0.0


def _meets(day: PartialDate, window: tuple[date, date]) -> bool:
    after = day.start is not None and day.start > window[1]
    before = day.end is not None and day.end < window[0]
    return not after and not before


def stated_day(scene: Scene, at: int, profile: Profile) -> PartialDate | None:
    """The day a level is given for, where it is that of the record: "net debt came to 168 at the end of September"."""
    known = [claim.as_of for claim in profile.claims if claim.as_of]
    for place, day, _ in days_of(scene, at):
        before = {word.folded for word in scene.sentence.words[max(0, place - 3) : place + 2]}
        is_near = scene.sentence.breaks(at, place) == 0 and not is_saying_day(scene.sentence, place)
        if (
            is_near
            and before & _AS_OF
            and any(one.start and one.end and _meets(day, (one.start, one.end)) for one in known)
        ):
            return day
    return None

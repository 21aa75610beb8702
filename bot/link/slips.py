"""A date that nothing ties to a fact to the recorded date it may be a slip of: another month, a digit too few."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.edtf import read_edtf
from bot.link.background import is_ranking, is_saying_day
from bot.link.index import Index
from bot.link.lexicon import LEXICON
from bot.link.profiles import Profile
from bot.link.scene import Scene, Stage
from bot.link.stems import word_set
from bot.reading import DateKind, DateMention
from bot.record import FactKind
from bot.values import PartialDate

FEWEST, NEWS = 2, timedelta(days=10)
_MONTH = 31
# Words that count from the recorded day or tell of its return: what they date is another day on purpose.
_COUNTING = word_set(
    """
    later after anniversary mark marks marked marking ago before next following previous another commemorate
    commemorated memorial vigil
    """
)


def find_slip(mention: DateMention, place: int, event: str, scene: Scene, stage: Stage, index: Index) -> Profile | None:
    """The one dated fact of which the sentence tells and of whose day the mention is a slip.

    `place` is the word the date begins at, `event` the event of a recorded number in the sentence, "" for none.
    """
    value = _period(mention)
    if value is None or is_ranking(scene.sentence, place) or is_saying_day(scene.sentence, place):
        return None
    dated = [index.profiles[key] for story in stage.stories for key in index.by_story.get(story, ())]
    dated = [one for one in dated if one.fact.kind is FactKind.DATE]
    days = [day for one in dated for day in _recorded(one)]
    if any(_meet(value, day) for day in days) or _is_news(value, stage.today, event):
        return None
    since = place > 0 and scene.sentence.words[place - 1].folded == "since"
    found = [
        one
        for one in dated
        if any(_is_slip(value, day, has_proof=since or one.fact.of == event) for day in _recorded(one))
        and (one.fact.of == event or _is_told_of(one, scene, place, since=since))
        and not _is_given(one, stage)
    ]
    return min(found, key=lambda one: one.fact.key, default=None)


def _period(mention: DateMention) -> PartialDate | None:
    """The days that the words of a date name, whatever "since" or "until" makes of them; None for "on Monday"."""
    if mention.kind is not DateKind.DATE or not isinstance(mention.value, PartialDate):
        return None
    if not any(char.isdigit() for char in mention.words):
        return None
    try:
        found = read_edtf(mention.edtf)
    except ValueError:
        return None
    return found if found.start and found.end else None


def _recorded(profile: Profile) -> list[PartialDate]:
    return [claim.value for claim in profile.claims if isinstance(claim.value, PartialDate)]


def _meet(one: PartialDate, two: PartialDate) -> bool:
    if not (one.start and one.end and two.start and two.end):
        return True
    return one.start <= two.end and two.start <= one.end


def _is_news(value: PartialDate, today: date | None, event: str) -> bool:
    """A day so close to publication that the text most likely tells of something new."""
    return not event and today is not None and value.end is not None and abs(today - value.end) <= NEWS


def _is_slip(one: PartialDate, two: PartialDate, *, has_proof: bool) -> bool:
    """Whether one slip of pen or memory turns one into the other: a digit, the month, the year, the day beside it."""
    if not (one.start and one.end and two.start and two.end) or _grain(one) != _grain(two):
        return False
    a, b = one.start, two.start
    match _grain(one):
        case "year":
            return _one_digit(f"{a.year}", f"{b.year}")
        case "month":
            return a.month == b.month and _one_digit(f"{a.year}", f"{b.year}")
        case "day" if a.year == b.year and a.month == b.month:
            return _one_digit(f"{a.day}", f"{b.day}") and (abs(a.day - b.day) > 1 or has_proof)
        case "day" if a.day == b.day:
            return (a.year == b.year and abs(a.month - b.month) == 1) or (
                a.month == b.month and _one_digit(f"{a.year}", f"{b.year}")
            )
    return False


def _grain(value: PartialDate) -> str:
    assert value.start and value.end
    length = (value.end - value.start).days
    return "day" if not length else "month" if 27 <= length < _MONTH else "year" if 364 <= length <= 365 else ""


def _one_digit(one: str, two: str) -> bool:
    """One digit is another, or missing: 1982 and 1992, 8 and 18."""
    if len(one) == len(two):
        return sum(a != b for a, b in zip(one, two, strict=True)) == 1
    short, long = sorted((one, two), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _is_told_of(profile: Profile, scene: Scene, place: int, *, since: bool) -> bool:
    """The words around the date are those of the fact and its event, and nothing counts on from it."""
    low, high = scene.hard_part(place)
    words = scene.sentence.words[low : high + 1]
    if _COUNTING & {word.folded for word in words}:
        return False
    told = _keys(scene, low, high)
    cues = [cue.keys for cue in profile.cues if cue.keys != frozenset({"sinc"})]
    met = [keys for keys in cues if keys & told or (since and "@begin" in keys)]
    if any(cue.need and not cue.keys & told for cue in profile.cues):
        return False
    names = {word.stem for word in words if word.capital} & profile.context
    if len(met) == len(cues) or len(met) >= FEWEST:
        return len(met) + len(names) >= FEWEST
    return len(names) >= FEWEST


def _keys(scene: Scene, low: int, high: int) -> frozenset[str]:
    found = {sign.key for sign in scene.sentence.signs if low <= sign.first <= high}
    found |= {word.stem for word in scene.sentence.words[low : high + 1]}
    return frozenset(found | {other for key in found for other in LEXICON.related.get(key, {})})


def _is_given(profile: Profile, stage: Stage) -> bool:
    """The text gives the recorded day elsewhere: then it means two."""
    days: Sequence[PartialDate] = [day for one in stage.reading.dates if (day := _period(one))]
    return any(_meet(day, one) and _grain(day) == _grain(one) for day in days for one in _recorded(profile))

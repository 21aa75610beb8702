"""A date that stands close to what a fact dates to the reason why it is not that of the fact after all, or None."""

from __future__ import annotations

from bot.folding import fold_words
from bot.link.background import is_ranking, is_saying_day
from bot.link.date_fit import ORDINALS
from bot.link.date_spans import FORTNIGHT, MONTH, NEARBY, WEEK, dates_of, is_as_exact, is_within, length_of, overlaps
from bot.link.profiles import Profile
from bot.link.scene import Scene, Stage, plain_dates
from bot.link.slips import is_slip
from bot.phrase import Phrase, phrase
from bot.reading import DateMention
from bot.record import EntityKind
from bot.values import PartialDate

_JOINED = frozenset("and or again in on then also as well to until from between late early mid the of".split())


def find_fault(
    mention: DateMention, value: PartialDate, span: tuple[int, int], scene: Scene, profile: Profile
) -> Phrase | None:
    """Why the date is not that of the fact after all."""
    recorded = dates_of(profile)
    if is_ranking(scene.sentence, span[0]):
        return phrase("the text only ranks by it")
    if "@announce" not in profile.keys and is_saying_day(scene.sentence, span[0], profile.keys):
        return phrase("it is the day somebody spoke")
    if _is_dateline(mention, scene):
        return phrase("it is the day the text was written")
    if value.start is None or value.end is None:
        return phrase("it is a span of time without an end, not a day")
    if any(overlaps(value, one) for one in recorded):
        return None
    if _is_week_before(mention, value, recorded):
        return phrase("“last week” may reach up to the day it was written")
    if _is_one_of_several(span, scene, recorded):
        return phrase("the text gives the recorded date beside it")
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
    if _is_of_this_week(value) and not any(is_within(value, one, FORTNIGHT) for one in recorded):
        return phrase("it is far from the recorded date and may be another event's")
    if "not" in {word.folded for word in scene.sentence.words[max(0, span[0] - 6) : span[0]]}:
        return phrase("the text denies it")
    if not _is_nearby(value, recorded, profile):
        return phrase("it is far from the recorded date and may be another event's")
    return None


def lies_ahead(value: PartialDate, profile: Profile, stage: Stage) -> Phrase | None:
    """ "The body is moved on Wednesday": what is still to come is no part of what is over."""
    recorded = dates_of(profile)
    today = stage.today
    if today is None or value.start is None or value.start <= today or any(is_slip(value, one) for one in recorded):
        return None
    is_over = all(one.end is not None and one.end <= today for one in recorded)
    return phrase("it lies ahead, and the record's day is past") if is_over else None


def _is_dateline(mention: DateMention, scene: Scene) -> bool:
    """ "MOSCOW, August 2." opens a report with the day it was filed."""
    before = scene.sentence.words[0 : scene.sentence.index_at(mention.start)]
    return bool(before) and len(before) <= 4 and all(word.capital and word.end - word.start > 2 for word in before)


def _is_one_of_several(span: tuple[int, int], scene: Scene, recorded: list[PartialDate]) -> bool:
    """ "Inspected in 2021 and again in 2024": one phrase gives both, so the one does not deny the other."""
    words = scene.sentence.words
    for place, day, mention in plain_dates(scene, *scene.hard_part(span[0])):
        end = scene.sentence.index_at(mention.end - 1)
        between = words[span[1] + 1 : place] if place > span[1] else words[end + 1 : span[0]]
        is_joined = place not in range(span[0], span[1] + 1) and {word.folded for word in between} <= _JOINED
        if is_joined and any(overlaps(day, one) and length_of(day) <= length_of(one) for one in recorded):
            return True
    return False


def _is_week_before(mention: DateMention, value: PartialDate, recorded: list[PartialDate]) -> bool:
    """ "In last week's floods", written on a Sunday of a Tuesday: the week before may be the seven days before."""
    end = value.end
    if end is None or fold_words(mention.words)[-2:] != ["last", "week"]:
        return False
    return any(one.start is not None and end < one.start <= end + WEEK for one in recorded)


def _is_coarser(value: PartialDate, recorded: list[PartialDate]) -> bool:
    """ "In 2019" beside an event of which the very day is known speaks of another one."""
    if value.start is None or value.end is None or value.end - value.start < MONTH:
        return False
    return all(one.start and one.end and one.end - one.start < MONTH for one in recorded)


def _is_vaguer(value: PartialDate, recorded: list[PartialDate]) -> bool:
    return length_of(value) > WEEK and all(length_of(one) < WEEK for one in recorded)


def _names_the_event(scene: Scene, profile: Profile) -> bool:
    """A word of the event's own name or place besides what the property says, or all that the property says."""
    keys = scene.sentence.all_keys()
    is_told = len(profile.cues) > 1 and all(cue.keys & keys for cue in profile.cues)
    return is_told or bool((profile.context - profile.keys) & keys)


def _has_other_ordinal(span: tuple[int, int], scene: Scene, profile: Profile) -> bool:
    """The last patient is not the first: an ordinal of the property must not stand beside another in the text."""
    own = ORDINALS & set(fold_words(profile.fact.property))
    here = {word.folded for word in scene.sentence.words[max(0, span[0] - 12) : span[0]]}
    return bool(own) and bool(ORDINALS & here) and not own & here


def _lacks_ordinal(span: tuple[int, int], scene: Scene, profile: Profile) -> bool:
    """ "19 explosions last week" beside the day of the first explosion."""
    own = ORDINALS & set(fold_words(profile.fact.property))
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
    if value.weekday is None or not _is_of_this_week(value):
        return False
    return any(one.start and one.start == one.end and one.start.weekday() == value.weekday for one in recorded)


def _is_of_this_week(value: PartialDate) -> bool:
    """ "On Tuesday", "yesterday": a day of the week the text was written in."""
    return value.inferred and value.start == value.end and not any(char.isdigit() for char in value.words)


def _is_nearby(value: PartialDate, recorded: list[PartialDate], profile: Profile) -> bool:
    """Within two months, or a slip; of a person or thing also a day written with its year, as exact as the recorded.

    What happened once to a thing may be told years off; "on Friday" or "this year" is then of something else.
    """
    if any(is_within(value, one, NEARBY) or is_slip(value, one) for one in recorded):
        return True
    subject = profile.subject
    is_once = bool(profile.persons) or (subject is not None and subject.kind is not EntityKind.EVENT)
    return is_once and not value.inferred and any(is_as_exact(value, one) for one in recorded)

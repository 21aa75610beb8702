"""Each written shape of a date to the days it means; None where the words turn out to be something else."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from bot.edtf import edtf_of
from bot.read.dates_calendar import (
    Days,
    days_of,
    days_of_month,
    days_of_part,
    days_of_season,
    days_of_year,
    narrowed,
    nearest_month_day,
    nearest_of,
    nearest_weekday,
    nth_weekday,
    shifted,
)
from bot.read.dates_found import Around, Found, date_found
from bot.read.dates_lengths import number_of, read_distance, unit_of
from bot.read.holidays import day_of_holiday
from bot.read.months import FOREIGN_MONTHS, FOREIGN_WEEKDAYS, MONTHS, WEEKDAYS, ZONES
from bot.read.wordlist import words_in
from bot.reading import DateKind

_NTH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}  # noqa: E501  # fmt: skip
_ORDINALS = {
    word: number
    for number, word in enumerate(
        words_in(
            """
            first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
            fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
            """
        ),
        1,
    )
} | {"thirtieth": 30}
_TENTHS = {"twenty": 20, "thirty": 30, "last": 0}
_BACK = frozenset({"last", "previous", "the previous", "past", "this past"})
_AHEAD = frozenset({"next", "coming", "this coming", "following", "the following"})
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|to|before|after|during|between|and|or|through|throughout|into|beyond|entire|post|pre|early|late|mid|around|circa|about"
    r"|the|last|this|for|than|year|years|fiscal|summer|winter|spring|fall|autumn|back|its|his|her|their|our|a|s)|[(,;\-–—/’'\"“]"
    r"|\bc\.|^)\s*\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:\s+(?:[a-z]+-)?[a-z]{2,}s\b|\s+(?:people|men|women|children|troops|police|staff|personnel|km|kg|mph|metres?)\b|\s*[%°$€£])"
)
_EVENT = re.compile(
    r"\s+(?:\w+\s+)?(?:elections?|polls?|protests?|games?|olympics|attacks?|riots?|talks|sanctions?|wars?|championships?|finals?"
    r"|awards?|sales?|results?|earnings|profits?|figures?|levels?|models?|fires?|floods?|storms?|earthquakes?|was|is|has|as|s|riots|"
    r"exports?|prices|rates?|terms?|estimates?|uprisings?|crisis|grads?)\b",
    re.IGNORECASE,
)
_NOT_YEAR = re.compile(
    r"(?:\b(?:than|nearly|some|over|least|most|almost|no\.?|number|room|flight|page|[a-z]+\s?#)|[$€£#:@.])\s*\Z",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"([^\W\d_]{3,14})(\s+(?:de\s+|del\s+)?|,?\s+(?:den|dem|le|el|il|dia)?\s*)\Z")
_CAPITAL = re.compile(r"\s+[A-Z][a-z]")
# The second kind of word also joins people: "April Jones and June Smith".
_MONTH_CUE = re.compile(
    r"\b(?:in|since|until|till|before|after|during|between|every|last|next|this|early|late|mid|throughout"
    r"|(by|from|to|and|or|of|for|as|around|through))[\s-]+\Z|(?-i:[JFMASOND][a-z]{2,8})\s?[-–/]\s?\Z",
    re.IGNORECASE,
)


def year_of(words: str) -> int:
    """Four digits as they stand; two as the nearest century to now: 26 is 2026, 94 is 1994."""
    year = int(words)
    return year if len(words) == 4 else year + (2000 if year < 70 else 1900)


def read_iso(match: re.Match[str], around: Around) -> Found | None:
    day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    found = date_found(match, (day, day), "day")
    if not match["clock"]:
        return found
    time = match["clock"] + (match["offset"] or "").replace("Z", "+00:00")
    return replace(found, kind=DateKind.TIME, time=time, edtf=f"{day}T{time}")


def read_parted(match: re.Match[str], around: Around) -> Found | None:
    """2025/12/13 and 2025年12月13日."""
    year, month = int(match["year"]), int(match["month"])
    if not match["day"]:
        return date_found(match, days_of_month(year, month), "month")
    return date_found(match, (dt.date(year, month, int(match["day"])),) * 2, "day")


def read_numeric(match: re.Match[str], around: Around) -> Found | None:
    """13.12.2025 and 12/13/2025; dots put the day first, slashes the month unless it cannot be one."""
    one, two = int(match["one"]), int(match["two"])
    if len(match["year"]) == 2 and match["sep"] != "/":
        return None
    day, month = (one, two) if (match["sep"] == "." and two <= 12) or one > 12 else (two, one)
    return date_found(match, (dt.date(year_of(match["year"]), month, day),) * 2, "day")


def read_on_day(match: re.Match[str], around: Around) -> Found | None:
    """ "on 4/22": a month and its day, or a day and its month where only that can be."""
    one, two = int(match["one"]), int(match["two"])
    day, month = (one, two) if one > 12 else (two, one)
    days, inferred = _day_in_year(None, month, day, around, match.span())
    return replace(date_found(match, days, "day", inferred=inferred), edtf=_day_edtf(days, month, day))


def read_worded_day(match: re.Match[str], around: Around) -> Found | None:
    """ "the first of January", "May twenty-first", "the last day of February"."""
    words = (match["first"] or match["second"]).lower().replace("-", " ").split()
    day = sum(_ORDINALS[word] if word in _ORDINALS else _TENTHS[word] for word in words)  # 0 is the last
    month = MONTHS[(match["month"] or match["month2"]).lower().rstrip(".")]
    year = match["year"] or match["year2"]
    days, inferred = _day_in_year(year, month, day or 28, around, match.span())
    if days and not day:
        last = days_of_month(days[0].year, month)[1]
        days = last, last
    return replace(date_found(match, days, "day", inferred=inferred), edtf=_day_edtf(days, month, day))


def read_week_of_day(match: re.Match[str], around: Around) -> Found | None:
    """ "the week of March 4", "the week ended 15 March"."""
    month = MONTHS[(match["month"] or match["month2"]).lower().rstrip(".")]
    day = _digits(match["day"] or match["day2"])
    days, inferred = _day_in_year(match["year"], month, day, around, match.span())
    return date_found(match, days_of("week", days[0]) if days else None, "week", inferred=inferred)


def read_day(match: re.Match[str], around: Around) -> Found | None:
    """December 13, 2025 · Saturday, 13 December · December 12-13."""
    month = MONTHS[match["month"].lower().rstrip(".")]
    weekday = WEEKDAYS[match["weekday"].lower().rstrip(".")] if match["weekday"] else None
    day, last = _digits(match["day"]), _digits(match["day2"]) if match["day2"] else None
    if (
        last is not None
        and "and" in match["to"]
        and last != day + 1
        and not _follows_between(around.text, match.start())
    ):
        return None  # "3 and 5 May" are two days, "between 3 and 5 May" a span
    days, inferred = _day_in_year(match["year"], month, day, _in_rel_year(match["rel"], around), match.span())
    inferred = inferred or bool(match["rel"])
    if days and last is not None:
        days = days[0], days[0].replace(day=last)
    if days and days[1] < days[0]:
        return None
    found = replace(date_found(match, days, "day", inferred=inferred), weekday=weekday)
    if match["weekday"] is None and match.start("month") < match.start("day"):
        found = replace(found, start=match.start("month"))  # "the Sept. 11 attacks": the article is not the date's
    return found if days or last else replace(found, edtf=_day_edtf(days, month, day))


def _follows_between(text: str, start: int) -> bool:
    return text[max(0, start - 12) : start].lower().rstrip(" the").endswith("between")


def _day_edtf(days: Days | None, month: int, day: int) -> str:
    return edtf_of(*days) if days else f"XXXX-{month:02}-{day:02}"


def read_foreign(match: re.Match[str], around: Around) -> Found | None:
    """13 декабря 2025 года · 1er août · 13 de diciembre · 13. Dezember, with the weekday before it."""
    month = FOREIGN_MONTHS.get(match["word"].lower())
    if month is None:
        return None
    day = _digits(match["day"])
    days, inferred = _day_in_year(match["year"], month, day, around, match.span())
    before = _WORD_BEFORE.search(around.text, max(0, match.start() - 24), match.start())
    weekday = FOREIGN_WEEKDAYS.get(before[1].lower()) if before else None
    start = before.start() if before and weekday is not None else match.start()
    found = replace(date_found(match, days, "day", inferred=inferred), start=start, weekday=weekday)
    return found if days else replace(found, edtf=_day_edtf(days, month, day))


def read_month_year(match: re.Match[str], around: Around) -> Found | None:
    days = days_of_month(int(match["year"]), MONTHS[match["month"].lower().rstrip(".")])
    return _edged(date_found(match, days, "month"), match["edge"], around)


def read_month_rel_year(match: re.Match[str], around: Around) -> Found | None:
    """ "December last year", "June of the following year"."""
    placed = _in_rel_year(match["rel"], around)
    days = days_of_month(placed.year, MONTHS[match["month"].lower().rstrip(".")]) if placed.year else None
    return _edged(date_found(match, days, "month", inferred=True), match["edge"], around)


def read_week_of_month(match: re.Match[str], around: Around) -> Found | None:
    """ "the first week of October": seven days counted from the first or up to the last of the month."""
    month = MONTHS[match["month"].lower().rstrip(".")]
    if match["year"]:
        days = days_of_month(int(match["year"]), month)
    elif around.today:
        days = nearest_month_day(around.today, month, None, around.tense(*match.span()))
    else:
        return date_found(match, None, "week", inferred=True)
    word = match["nth"].lower()
    first = days[1] - dt.timedelta(days=6) if word == "last" else days[0] + dt.timedelta(weeks=_NTH[word] - 1)
    week = first, min(days[1], first + dt.timedelta(days=6))
    if match["unit"].lower() == "weekend":
        saturday = first + dt.timedelta(days=(5 - first.weekday()) % 7)
        week = saturday, saturday + dt.timedelta(days=1)
    return date_found(match, week, "week", inferred=not match["year"])


def read_weekday_of_month(match: re.Match[str], around: Around) -> Found | None:
    """ "the first Tuesday in November": without a year, the one nearest to publication."""
    month = MONTHS[match["month"].lower().rstrip(".")]
    weekday, nth = WEEKDAYS[match["weekday"].lower()], _NTH[match["nth"].lower()]
    nth = -1 if match["nth"].lower() == "last" else nth
    if match["year"]:
        day = nth_weekday(int(match["year"]), month, weekday, nth)
        return replace(date_found(match, (day, day), "day"), weekday=weekday)
    if around.today is None:
        return replace(date_found(match, None, "day", inferred=True), weekday=weekday)
    near = [nth_weekday(around.today.year + step, month, weekday, nth) for step in (-1, 0, 1)]
    days = nearest_of(around.today, [(day, day) for day in near], around.tense(*match.span()))
    return replace(date_found(match, days, "day", inferred=True), weekday=weekday)


def read_weekday_of_week(match: re.Match[str], around: Around) -> Found | None:
    """ "Tuesday of last week", "Friday next week"."""
    weekday = WEEKDAYS[match["weekday"].lower()]
    step = {"last": -1, "this": 0, "next": 1}[match["rel"].lower()]
    monday = shifted(around.today, step, "week")[0] if around.today else None
    day = monday + dt.timedelta(days=weekday) if monday else None
    return replace(date_found(match, (day, day) if day else None, "day", inferred=True), weekday=weekday)


def read_hyphen_ago(match: re.Match[str], around: Around) -> Found | None:
    """ "the year-ago quarter", "year-earlier profit"."""
    unit = match["unit"].lower()
    return date_found(match, shifted(around.today, -1, unit) if around.today else None, unit, inferred=True)


def read_season_year(match: re.Match[str], around: Around) -> Found | None:
    days = days_of_season(int(match["year"]), match["season"].lower())
    return _edged(_seasonal(date_found(match, days, "season"), match["season"]), match["edge"], around)


def read_quarter(match: re.Match[str], around: Around) -> Found | None:
    """The first quarter of 2023; without a year the one nearest before publication; a bare half may be a match's."""
    parts = 4 if match["what"].lower() in ("quarter", "q") else 2
    word = match["nth"].lower()
    nth = int(word[0]) if word[0].isdigit() else min(_NTH[word], parts)
    groups = match.groupdict()
    if match["year"]:
        return date_found(match, days_of_part(int(match["year"]), nth, parts), "quarter")
    rel = groups.get("rel")
    if parts == 2 and not re.search(r"year$", match[0]):
        return None
    if around.today is None:
        return date_found(match, None, "quarter", inferred=True)
    year = around.today.year + (-1 if rel == "last" else 1 if rel == "next" else 0)
    if not match[0].lower().endswith("year") and days_of_part(year, nth, parts)[0] > around.today:
        year -= 1
    return date_found(match, days_of_part(year, nth, parts), "quarter", inferred=True)


def read_decade(match: re.Match[str], around: Around) -> Found | None:
    first = int(match["decade"])
    return _edged(
        date_found(match, (dt.date(first, 1, 1), dt.date(first + 9, 12, 31)), "decade"), match["edge"], around
    )


def read_short_decade(match: re.Match[str], around: Around) -> Found | None:
    first = 1900 + (int(match["tens"]) if match["tens"] else _DECADES[match["word"].lower()])
    found = date_found(match, (dt.date(first, 1, 1), dt.date(first + 9, 12, 31)), "decade")
    return _edged(found, match["edge"], around)


def read_century(match: re.Match[str], around: Around) -> Found | None:
    word = match["nth"].lower()
    nth = _digits(word) if word[0].isdigit() else _NTH[word]
    days = dt.date(max(1, nth * 100 - 100), 1, 1), dt.date(nth * 100 - 1, 12, 31)
    found = date_found(match, days, "century") if nth > 10 else replace(date_found(match, days, "day"), grain="century")
    return _edged(found, match["edge"], around)


def read_rel_weekday(match: re.Match[str], around: Around) -> Found | None:
    """ "last Saturday" is never today; "this Saturday" looks where the sentence looks."""
    weekday, rel = WEEKDAYS[match["weekday"].lower()], _plain(match["rel"])
    base = around.anchor("day") if rel in ("that", "following", "the following", "the previous") else around.today
    if base is None:
        return replace(date_found(match, None, "day", inferred=True), weekday=weekday)
    if rel in _BACK:
        day = nearest_weekday(base - dt.timedelta(days=1), weekday, -1)
    elif rel in _AHEAD:
        day = nearest_weekday(base + dt.timedelta(days=1), weekday, 1)
    else:
        day = nearest_weekday(base, weekday, _direction(around, match.span()))
    return replace(date_found(match, (day, day), "day", inferred=True), weekday=weekday)


def read_weekday(match: re.Match[str], around: Around) -> Found | None:
    weekday = WEEKDAYS[match["weekday"].lower()]
    some = around.text[max(0, match.start() - 2) : match.start()].lower() == "a "
    if around.today is None or some:
        return replace(date_found(match, None, "day", inferred=True), weekday=weekday)
    day = nearest_weekday(around.today, weekday, _direction(around, match.span()))
    return replace(date_found(match, (day, day), "day", inferred=True), weekday=weekday)


def read_rel_month(match: re.Match[str], around: Around) -> Found | None:
    month, rel = MONTHS[match["month"].lower().rstrip(".")], _plain(match["rel"])
    days = None
    if around.today is not None:
        if rel in _BACK:
            days = nearest_month_day(shifted(around.today, -1, "month")[1], month, None, -1)
        elif rel in _AHEAD:
            days = nearest_month_day(shifted(around.today, 1, "month")[0], month, None, 1)
        else:
            days = days_of_month(around.today.year, month)
    return _edged(date_found(match, days, "month", inferred=True), match["edge"], around)


def read_rel_season(match: re.Match[str], around: Around) -> Found | None:
    season, rel = match["season"].lower(), _plain(match["rel"])
    if around.today is None:
        return date_found(match, None, "season", inferred=True)
    spans = [days_of_season(around.today.year + step, season) for step in (-2, -1, 0, 1)]
    if rel in _BACK:
        days = [span for span in spans if span[1] < around.today][-1]
    elif rel in _AHEAD:
        days = next(span for span in spans if span[0] > around.today)
    else:
        days = next(span for span in spans if span[1].year >= around.today.year)
    found = _seasonal(date_found(match, days, "season", inferred=True), season)
    return _edged(found, match["edge"], around)


def read_bare_season(match: re.Match[str], around: Around) -> Found | None:
    group = "season1" if match["season1"] else "season2"
    season = match[group].lower().split()[-1]
    if around.today is None:
        return replace(date_found(match, None, "season", inferred=True), start=match.start(group))
    past = _direction(around, match.span()) < 0
    spans = [days_of_season(around.today.year + step, season) for step in (-1, 0, 1)]
    fits = [span for span in spans if (span[0] <= around.today if past else span[1] >= around.today)]
    return _seasonal(date_found(match, fits[-1 if past else 0], "season", inferred=True), season)


def read_rel_unit(match: re.Match[str], around: Around) -> Found | None:
    """ "last week", "earlier this month", "the next day" (after the date before), "the same year"."""
    rel, unit = _plain(match["rel"]), match["unit"].lower()
    unit = "day" if unit in ("morning", "afternoon", "evening", "night") else unit
    head = around.text[max(0, match.start() - 4) : match.start()].lower()
    if rel == "last" and (match["the"] or head == "the ") and around.text.startswith(" of ", match.end()):
        return None  # "the last year of the war"
    told = rel in ("previous", "following") or "same" in rel or (rel == "next" and (match["the"] or unit == "day"))
    base = around.anchor(unit) if told else around.today
    days = None
    if base is not None:
        step = (
            -1 if rel in ("last", "past", "previous", "latest") else 1 if rel in ("next", "coming", "following") else 0
        )
        days = shifted(base, step, unit)
    return _edged(date_found(match, days, unit, inferred=True), match["edge"], around)


def read_that_unit(match: re.Match[str], around: Around) -> Found | None:
    unit = match["unit"].lower()
    base = around.anchor(unit) if around.before else None
    days = days_of(unit, base) if base else None
    return date_found(match, days, unit, inferred=True) if days else None


def read_edge_unit(match: re.Match[str], around: Around) -> Found | None:
    """ "the end of the year", "earlier in the week"."""
    unit = match["unit"].lower()
    days = shifted(around.today, 0, unit) if around.today else None
    return None if unit == "day" else _edged(date_found(match, days, unit, inferred=True), match["edge"], around)


def read_day_beside(match: re.Match[str], around: Around) -> Found | None:
    """ "the day before yesterday", "the day before", "the day after"."""
    back = "before" in match[0].lower() or "earlier" in match[0].lower()
    base = around.today if match["two"] else around.anchor("day")
    count = (2 if match["two"] else 1) * (-1 if back else 1)
    return date_found(match, shifted(base, count, "day") if base else None, "day", inferred=True)


def read_year_beside(match: re.Match[str], around: Around) -> Found | None:
    unit = unit_of(match["unit"])
    base = around.anchor(unit)
    step = -1 if match["one"].lower() == "before" else 1
    return date_found(match, shifted(base, step, unit) if base else None, unit, inferred=True)


def read_offset(match: re.Match[str], around: Around) -> Found | None:
    """ "three years ago" from publication, "two days later" from the date mentioned before."""
    number, unit, way = number_of(match["number"]), unit_of(match["unit"]), _plain(match["way"])
    if number is None or unit in ("second", "minute", "hour"):
        return read_distance(match)
    base = around.today if way in ("ago", "from now", "hence") else around.anchor(unit)
    days = None
    if base is not None:
        if number % 1 and unit in ("decade", "century"):
            number, unit = number * (10 if unit == "decade" else 100), "year"
        half = match["half"] or match["half2"] or number % 1
        count, unit = (
            (int(number * 12 + (6 if match["half"] or match["half2"] else 0)), "month")
            if half and unit == "year"
            else (int(number), unit)
        )
        days = shifted(base, count if way in ("later", "from now", "hence") else -count, unit)
    found = date_found(match, days, unit, inferred=True)
    hedge = _plain(match["hedge"] or "")
    if days and hedge in ("more than", "over", "at least", "well over", "just over"):
        return replace(found, narrow=(None, days[1]) if way != "later" else (days[0], None))
    return replace(found, about=bool(days) and hedge in ("about", "around", "roughly", "approximately", "some"))


def read_day_word(match: re.Match[str], around: Around) -> Found | None:
    """ "yesterday", "tomorrow night", "last night", "this morning"."""
    if match["night"]:
        return _read_overnight(match, around)
    head, tail = (match["halfday1"] or "").lower(), (match["halfday"] or match["word"]).lower()
    if head in ("early", "late", "earlier", "later") and tail in ("morning", "afternoon", "evening", "night"):
        return None
    words = f"{head} {tail}"
    step = -1 if "yesterday" in words or head == "last" else 1 if "tomorrow" in words else 0
    days = shifted(around.today, step, "day") if around.today else None
    return date_found(match, days, "day", inferred=True)


def _read_overnight(match: re.Match[str], around: Around) -> Found | None:
    """The night before the day of publication, which belongs to two days."""
    if around.today is None:
        return date_found(match, None, "night", inferred=True)
    ahead = around.tense(*match.span()) > 0
    first = around.today - dt.timedelta(days=0 if ahead else 1)
    return date_found(match, (first, first + dt.timedelta(days=1)), "night", inferred=True)


def read_weekend(match: re.Match[str], around: Around) -> Found | None:
    """ "over the weekend": the last one that has begun, or the coming one where the sentence looks ahead."""
    if around.today is None:
        return date_found(match, None, "weekend", inferred=True)
    saturday = nearest_weekday(around.today, 5, _direction(around, match.span()))
    return date_found(match, (saturday, saturday + dt.timedelta(days=1)), "weekend", inferred=True)


def read_ordinal_day(match: re.Match[str], around: Around) -> Found | None:
    if around.today is None:
        return date_found(match, None, "day", inferred=True)
    rel = (match["rel"] or match["rel2"] or "").lower()
    base = shifted(around.today, {"last": -1, "next": 1}.get(rel, 0), "month")[0]
    day = base.replace(day=int(match["day"] or match["day2"]))
    if not rel and day > around.today and around.tense(*match.span()) <= 0:
        day = shifted(base, -1, "month")[0].replace(day=day.day)
    return date_found(match, (day, day), "day", inferred=True)


def read_holiday(match: re.Match[str], around: Around) -> Found | None:
    name = _plain(match["holiday"])
    year = int(match["year"]) if match["year"] else around.year
    if year:
        exact = day_of_holiday(name, year)
        return date_found(match, (exact, exact), "day", inferred=not match["year"])
    if around.today is None:
        return date_found(match, None, "day", inferred=True)
    near = [day_of_holiday(name, around.today.year + step) for step in (-1, 0, 1)]
    days = nearest_of(around.today, [(day, day) for day in near], around.tense(*match.span()))
    return date_found(match, days, "day", inferred=True)


def read_month(match: re.Match[str], around: Around) -> Found | None:
    """A month alone; "May", "March", "April", "June", "August" only where a date is likely."""
    text, (start, end) = around.text, match.span()
    word = match["month"]
    if word.lower() in ("may", "march", "april", "june", "august") and not match["edge"]:
        cue = _MONTH_CUE.search(text, max(0, start - 12), start)
        if not cue or (cue[1] and _CAPITAL.match(text, end)):
            return None
    month = MONTHS[word.lower()]
    if around.year is not None:
        return _edged(date_found(match, days_of_month(around.year, month), "month"), match["edge"], around)
    if around.today is None:
        return replace(date_found(match, None, "month", inferred=True), edtf=f"XXXX-{month:02}")
    days = nearest_month_day(around.today, month, None, around.tense(start, end))
    return _edged(date_found(match, days, "month", inferred=True), match["edge"], around)


def read_split_year(match: re.Match[str], around: Around) -> Found | None:
    """The season 2019-20 or the years 2019/20."""
    first = int(match["year"])
    last = first // 100 * 100 + int(match["two"])
    if not first < last <= first + 20:
        return None
    return date_found(match, (dt.date(first, 1, 1), dt.date(last, 12, 31)), "year")


def read_year(match: re.Match[str], around: Around) -> Found | None:
    """Four digits that can only be a year; with the foreign month before it, the month."""
    year, text, (start, end) = int(match["year"]), around.text, match.span()
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    month = FOREIGN_MONTHS.get(before[1].lower()) if before else None
    if before and month is not None and not (match["edge"] or match["fiscal"]):
        return replace(date_found(match, days_of_month(year, month), "month"), start=before.start())
    head = text[max(0, start - 16) : start]
    if not (match["edge"] or match["fiscal"]):
        if _NOT_YEAR.search(head) or not 1600 <= year <= 2099:
            return None
        cue = _YEAR_CUE.search(head)
        event = _EVENT.match(text, end)
        counted = _COUNTED.match(text, end) and not event
        sure = re.search(r"\b(?:in|since|the|of|until|by|during)\s+\Z|[’']s\s+\Z", head, re.IGNORECASE)
        if (counted and not (sure and year >= 1900 and re.search(r"\bthe\s+\Z|[’']s\s+\Z", head))) or not (
            cue or event
        ):
            return None
        if year < 1900 and not re.search(r"\b(?:in|since|from|until|by|of|to|between|and)\s+\Z", head, re.IGNORECASE):
            return None
    found = _edged(date_found(match, days_of_year(year), "year"), match["edge"], around)
    about = re.search(r"\b(?:around|about|circa|c\.)\s*\Z", head, re.IGNORECASE)
    return replace(found, about=about is not None)


def read_year_end(match: re.Match[str], around: Around) -> Found | None:
    """ "year's end", "at year-end 1988"."""
    unit = match["unit"].lower()
    if match["year"]:
        return (
            _edged(date_found(match, days_of_year(int(match["year"])), "year"), "end", around)
            if unit == "year"
            else None
        )
    days = days_of(unit, around.today) if around.today else None
    return _edged(date_found(match, days, unit, inferred=True), "end", around)


def read_clock(match: re.Match[str], around: Around) -> Found | None:
    """14:51 · 4pm · 0300 GMT · 9.30am; a dot needs a.m., p.m. or a zone to be a time."""
    groups = match.groupdict()
    meridiem, zone = groups.get("meridiem"), groups.get("zone")
    if not (meridiem or zone) and "." in match[0]:
        return None
    hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
    if meridiem:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if meridiem[0].lower() == "p" else 0)
    offset = ZONES.get(_plain(zone or ""), "") or _american_offset(_plain(zone or ""), around.today)
    return _time(match, f"{hour:02}:{minute:02}{offset}")


def _american_offset(zone: str, today: dt.date | None) -> str:
    """ "ET", "Pacific time": an hour further from Greenwich outside summer time, "" without a day to tell by.

    Source: US Energy Policy Act of 2005: summer time from the second Sunday of March to the first of November.
    """
    hours = _AMERICAN_HOURS.get(zone[:1]) if zone in _AMERICAN else None
    if hours is None or today is None:
        return ""
    summer = nth_weekday(today.year, 3, 6, 2) <= today < nth_weekday(today.year, 11, 6, 1)
    return f"-{hours - summer:02}:00"


_AMERICAN_HOURS = {"e": 5, "c": 6, "m": 7, "p": 8}
_AMERICAN = frozenset(
    ("et", "ct", "mt", "pt", "eastern", "eastern time", "central time", "mountain time", "pacific time")
)


def read_oclock(match: re.Match[str], around: Around) -> Found | None:
    word = (match["word"] or "").lower()
    if word:
        return _time(match, "00:00" if word == "midnight" else "12:00")
    hour = number_of(match["number"])
    return _time(match, f"{int(hour):02}:00") if hour is not None and hour < 25 else None


def _time(match: re.Match[str], time: str) -> Found:
    return Found(match.start(), match.end(), DateKind.TIME, edtf=f"T{time}", time=time, grain="time")


def _digits(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _in_rel_year(rel: str | None, around: Around) -> Around:
    """The text around with the year "last year" or "the same year" names, if that can be known."""
    base = around.today if rel in ("this", "last", "next") else around.anchor("year")
    if not rel or base is None:
        return around
    step = -1 if rel.endswith(("last", "previous")) else 1 if rel.endswith(("next", "following")) else 0
    return replace(around, year=base.year + step)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _direction(around: Around, span: tuple[int, int]) -> int:
    return 1 if around.tense(*span) > 0 else -1


def _day_in_year(
    year: str | None, month: int, day: int, around: Around, span: tuple[int, int]
) -> tuple[Days | None, bool]:
    """The day in the year written, else the one shared by its range, else nearest to publication (inferred)."""
    known = int(year) if year else around.year
    if known is not None:
        return ((exact := dt.date(known, month, day)), exact), False
    dt.date(2024, month, day)
    if around.today is None:
        return None, True
    return nearest_month_day(around.today, month, day, around.tense(*span)), True


def _seasonal(found: Found, season: str) -> Found:
    """A season has its own EDTF month (2020-22 is the summer of 2020)."""
    from bot.read.months import SEASONS

    if found.days is None:
        return found
    return replace(found, edtf=f"{found.days[0].year}-{SEASONS[season.lower()]}")


def _edged(found: Found, edge: str | None, around: Around) -> Found:
    """ "early", "the end of": the period stays what is named, the days it leaves are narrower."""
    if not edge or found.days is None:
        return found
    words = _plain(edge.replace("-", " "))
    how = next((kind for word, kind in _EDGES if word in words), "")
    return replace(found, narrow=narrowed(found.days, how, around.today))


_EDGES = (
    ("earlier", "earlier"), ("later", "later"), ("early", "early"), ("start", "early"), ("beginning", "early"),
    ("late", "late"), ("end", "late"), ("close", "late"), ("mid", "mid"),
)  # fmt: skip

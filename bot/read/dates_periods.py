"""A month, season, quarter, year or longer as written to its days; None where the words are something else."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from bot.read.dates_calendar import (
    days_of,
    days_of_month,
    days_of_part,
    days_of_season,
    days_of_year,
    nearest_month_day,
    nearest_of,
    nth_weekday,
    shifted,
)
from bot.read.dates_found import Around, Found, date_found
from bot.read.dates_turns import AHEAD, BACK, WORD_BEFORE, digits, direction, edged, in_rel_year, plain
from bot.read.months import FOREIGN_MONTHS, MONTHS, WEEKDAYS

_NTH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}  # noqa: E501  # fmt: skip
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
_CAPITAL = re.compile(r"\s+[A-Z][a-z]")
# The second kind of word also joins people: "April Jones and June Smith".
_MONTH_CUE = re.compile(
    r"\b(?:in|since|until|till|before|after|during|between|every|last|next|this|early|late|mid|throughout"
    r"|(by|from|to|and|or|of|for|as|around|through))[\s-]+\Z|(?-i:[JFMASOND][a-z]{2,8})\s?[-–/]\s?\Z",
    re.IGNORECASE,
)


def read_month_year(match: re.Match[str], around: Around) -> Found | None:
    days = days_of_month(int(match["year"]), MONTHS[match["month"].lower().rstrip(".")])
    return edged(date_found(match, days, "month"), match["edge"], around)


def read_month_rel_year(match: re.Match[str], around: Around) -> Found | None:
    """ "December last year", "June of the following year"."""
    placed = in_rel_year(match["rel"], around)
    days = days_of_month(placed.year, MONTHS[match["month"].lower().rstrip(".")]) if placed.year else None
    return edged(date_found(match, days, "month", inferred=True), match["edge"], around)


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


def read_season_year(match: re.Match[str], around: Around) -> Found | None:
    days = days_of_season(int(match["year"]), match["season"].lower())
    return edged(_seasonal(date_found(match, days, "season"), match["season"]), match["edge"], around)


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
    return edged(date_found(match, (dt.date(first, 1, 1), dt.date(first + 9, 12, 31)), "decade"), match["edge"], around)


def read_short_decade(match: re.Match[str], around: Around) -> Found | None:
    first = 1900 + (int(match["tens"]) if match["tens"] else _DECADES[match["word"].lower()])
    found = date_found(match, (dt.date(first, 1, 1), dt.date(first + 9, 12, 31)), "decade")
    return edged(found, match["edge"], around)


def read_century(match: re.Match[str], around: Around) -> Found | None:
    word = match["nth"].lower()
    nth = digits(word) if word[0].isdigit() else _NTH[word]
    days = dt.date(max(1, nth * 100 - 100), 1, 1), dt.date(nth * 100 - 1, 12, 31)
    found = date_found(match, days, "century") if nth > 10 else replace(date_found(match, days, "day"), grain="century")
    return edged(found, match["edge"], around)


def read_rel_month(match: re.Match[str], around: Around) -> Found | None:
    month, rel = MONTHS[match["month"].lower().rstrip(".")], plain(match["rel"])
    days = None
    if around.today is not None:
        if rel in BACK:
            days = nearest_month_day(shifted(around.today, -1, "month")[1], month, None, -1)
        elif rel in AHEAD:
            days = nearest_month_day(shifted(around.today, 1, "month")[0], month, None, 1)
        else:
            days = days_of_month(around.today.year, month)
    return edged(date_found(match, days, "month", inferred=True), match["edge"], around)


def read_rel_season(match: re.Match[str], around: Around) -> Found | None:
    season, rel = match["season"].lower(), plain(match["rel"])
    if around.today is None:
        return date_found(match, None, "season", inferred=True)
    spans = [days_of_season(around.today.year + step, season) for step in (-2, -1, 0, 1)]
    if rel in BACK:
        days = [span for span in spans if span[1] < around.today][-1]
    elif rel in AHEAD:
        days = next(span for span in spans if span[0] > around.today)
    else:
        days = next(span for span in spans if span[1].year >= around.today.year)
    found = _seasonal(date_found(match, days, "season", inferred=True), season)
    return edged(found, match["edge"], around)


def read_bare_season(match: re.Match[str], around: Around) -> Found | None:
    group = "season1" if match["season1"] else "season2"
    season = match[group].lower().split()[-1]
    if around.today is None:
        return replace(date_found(match, None, "season", inferred=True), start=match.start(group))
    past = direction(around, match.span()) < 0
    spans = [days_of_season(around.today.year + step, season) for step in (-1, 0, 1)]
    fits = [span for span in spans if (span[0] <= around.today if past else span[1] >= around.today)]
    return _seasonal(date_found(match, fits[-1 if past else 0], "season", inferred=True), season)


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
        return edged(date_found(match, days_of_month(around.year, month), "month"), match["edge"], around)
    if around.today is None:
        return replace(date_found(match, None, "month", inferred=True), edtf=f"XXXX-{month:02}")
    days = nearest_month_day(around.today, month, None, around.tense(start, end))
    return edged(date_found(match, days, "month", inferred=True), match["edge"], around)


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
    before = WORD_BEFORE.search(text, max(0, start - 24), start)
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
    found = edged(date_found(match, days_of_year(year), "year"), match["edge"], around)
    about = re.search(r"\b(?:around|about|circa|c\.)\s*\Z", head, re.IGNORECASE)
    return replace(found, about=about is not None)


def read_year_end(match: re.Match[str], around: Around) -> Found | None:
    """ "year's end", "at year-end 1988"."""
    unit = match["unit"].lower()
    if match["year"]:
        return (
            edged(date_found(match, days_of_year(int(match["year"])), "year"), "end", around)
            if unit == "year"
            else None
        )
    days = days_of(unit, around.today) if around.today else None
    return edged(date_found(match, days, unit, inferred=True), "end", around)


def _seasonal(found: Found, season: str) -> Found:
    """A season has its own EDTF month (2020-22 is the summer of 2020)."""
    from bot.read.months import SEASONS

    if found.days is None:
        return found
    return replace(found, edtf=f"{found.days[0].year}-{SEASONS[season.lower()]}")

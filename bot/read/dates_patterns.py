# ruff: noqa: E501 -- a pattern broken over lines is harder to check than a long one
"""The written shapes of dates, times, durations and repetitions, as patterns that never look far."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from bot.read.months import MONTHS, WEEKDAYS

_MONTH = (
    r"(?-i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|january|february|april|june|july|september|october|november|december"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?!\w)"
)
_FULL_MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|january|february|april|june|july|september|october|november|december"
    r"|JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?!\w)"
)
_DAY_DIGITS = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL_DAY = (
    r"(?:(?:twenty|thirty)[\s-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"
)
_DAY = rf"{_DAY_DIGITS}(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
_YEAR = r"(?:1[1-9]|20)\d\d(?![\w%]|[.,:/]\d)"
_WEEKDAY = r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
_SHORT_WEEKDAY = r"(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
_HEDGE = (
    r"(?:(?P<hedge>more than|less than|fewer than|at least|at most|no more than|up to|as many as|about|around|roughly"
    r"|approximately|some|nearly|almost|over|under|just under|just over|well over|an estimated|only)\s+)"
)
_WORD_NUMBER = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight"
    r"|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|a hundred|one hundred|several|a few|few|a couple of|couple of|a couple|dozens of"
    r"|hundreds of|thousands of|many|(?:an?[\s-])?(?:half|quarter)(?:[\s-](?:of[\s-])?an?)?|an?(?:nother)?)"
)
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d{{1,6}}(?:\.\d{{1,2}})?|{_WORD_NUMBER})"
_UNIT = r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|years?|yrs?|decades?|century|centuries)(?!\w)"
_PERIOD = r"(?:day|weekend|week|fortnight|month|quarter|year|decade|century)(?!\w)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)(?!\w)"
_EDGE_WORD = (
    r"(?:(?P<edge>(?:the\s+)?(?:very\s+)?(?:early|late(?:r)?|earlier|mid(?:dle)?|start|beginning|end|close)"
    r"(?:\s+of(?:\s+the)?|\s+in(?:\s+the)?|-)?)[\s-]*(?<=[\s-]))"
)
_HALFDAY = r"(?:\s+(?P<halfday>morning|afternoon|evening|night)(?!\w))"
_ZONE = (
    r"(?:\s*(?P<zone>GMT|UTC|BST|CES?T|EES?T|MSK|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|JST|KST|HKT|IST|local\s+time|Moscow\s+time"
    r"|(?:Eastern|Central|Mountain|Pacific)(?:\s+(?:Standard|Daylight))?\s+[Tt]ime|Eastern|[CM]T|hrs|hours)(?!\w))"
)
_REL_YEAR = r"(?P<rel>this|last|next|the\s+(?:same|previous|following))\s+year(?!\w)"
_MERIDIEM = r"(?P<meridiem>[ap]\.?\s?m(?:\.|(?!\w)))"

_OF_MONTH = r"\s+of\s+(?:this|last|next|the)\s+month"

# Order is preference where two shapes start at the same place.
SHAPES: Mapping[str, str] = {
    "iso": r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:[T ](?P<clock>[0-2]\d:[0-5]\d)(?::\d\d)?(?P<offset>Z|[+-]\d\d:\d\d)?)?(?![\w-])",
    "cjk": r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월](?:\s?(?P<day>\d{1,2})\s?[日일])?",
    "yearfirst": r"(?P<year>(?:19|20)\d\d)(?P<sep>[./])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\w.]\w)",
    "numeric": r"(?P<one>\d{1,2})(?P<sep>[./-])(?P<two>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)(?!\d|[./-]\d|\w)",
    "onday": r"(?<=\b[Oo]n\s)(?P<one>\d{1,2})/(?P<two>\d{1,2})(?![\w/:%-]|[.,]\d|\s+(?:vote|margin|decision|loss|win|victory|record))",
    "monthday": rf"(?:(?P<weekday>{_WEEKDAY}|{_SHORT_WEEKDAY})(?:,?\s+\(?|\s*\())?(?:the\s+)?(?P<month>{_MONTH})[\s-]{{1,3}}(?:the\s+)?"
    rf"(?P<day>{_DAY})(?:(?P<to>\s?[-–—/]\s?|\s+(?:to|through|and)\s+)(?P<day2>{_DAY}))?(?:(?:\s*,\s*|\s+(?:of\s+)?)(?:(?P<year>{_YEAR})|{_REL_YEAR}))?",
    "daymonth": rf"(?:(?P<weekday>{_WEEKDAY}|{_SHORT_WEEKDAY})(?:,?\s+\(?|\s*\())?(?:the\s+)?(?P<day>{_DAY})"
    rf"(?:(?P<to>\s?[-–—/]\s?|\s+(?:to|through|and)\s+)(?P<day2>{_DAY}))?[\s-]{{1,3}}(?:of\s+)?(?P<month>{_MONTH})(?:[\s,-]{{1,3}}(?:of\s+)?(?:(?P<year>{_YEAR})|{_REL_YEAR}))?",
    "foreign": rf"(?P<day>{_DAY_DIGITS}(?!\d))\.?(?:er|º|ª|°|-го|го)?\s{{1,3}}(?:de\s+|d['’])?(?P<word>[^\W\d_]{{3,12}})(?![\w])\.?(?:\s+(?:de\s+|del\s+)?(?P<year>{_YEAR})(?:\s+(?:года|году|год|г\.|року|рік|года|р\.|r\.|roku)(?!\w))?)?",
    "monthyear": rf"{_EDGE_WORD}?(?P<month>{_MONTH})(?:\s*,\s*|\s+(?:of\s+)?|[-–])(?P<year>{_YEAR})",
    "wordedday": rf"(?:the\s+)?(?P<first>{_ORDINAL_DAY}|last(?=\s+day))\s+(?:day\s+)?of\s+(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?|(?P<month2>{_MONTH})\s+(?:the\s+)?(?P<second>{_ORDINAL_DAY})(?=\s*[.,;:)?!]|\s*$|\s+(?:at|in|and)\b)(?:,\s+(?P<year2>{_YEAR}))?",
    "weekofday": rf"(?:the\s+)?week\s+(?:of|beginning|starting|commencing|ending|ended)\s+(?:(?:on|the)\s+)?(?:{_WEEKDAY},?\s+)?(?:(?P<month>{_MONTH})\s+(?P<day>{_DAY})|(?P<day2>{_DAY})\s+(?:of\s+)?(?P<month2>{_MONTH}))(?:,?\s+(?P<year>{_YEAR}))?",
    "seasonyear": rf"{_EDGE_WORD}?(?:the\s+)?(?P<season>{_SEASON})(?:\s+of\s+|,?\s+)(?P<year>{_YEAR})(?:[-–/]\d\d(?!\d))?",
    "monthrelyear": rf"{_EDGE_WORD}?(?P<month>{_MONTH})\s+(?:of\s+)?{_REL_YEAR}",
    "weekofmonth": rf"(?:the\s+)?(?P<nth>first|second|third|fourth|last)\s+(?:full\s+)?(?P<unit>week|weekend)\s+(?:of|in)\s+(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?",
    "weekdayofmonth": rf"(?:the\s+)?(?P<nth>first|second|third|fourth|last)\s+(?P<weekday>{_WEEKDAY})\s+(?:of|in)\s+(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?",
    "weekdayofweek": rf"(?P<weekday>{_WEEKDAY}){_HALFDAY}?(?:,)?\s+(?:of\s+)?(?P<rel>last|next|this)\s+week(?!\w)",
    "hyphenago": r"(?P<unit>week|month|quarter|year)-(?:ago|earlier)(?!\w)",
    "quarter": rf"(?:the\s+)?(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[\s-](?P<what>quarter|half)(?!\w)(?:(?:\s+of)?\s+(?:(?P<year>{_YEAR})|(?:the\s+|(?P<rel>this|last|next)\s+)year))?",
    "yearquarter": rf"(?:the\s+)?(?P<year>{_YEAR})[\s-](?P<nth>first|second|third|fourth|final)[\s-](?P<what>quarter|half)(?!\w)",
    "shortquarter": rf"(?P<what>[QH])(?P<nth>[1-4])(?:\s+(?:of\s+)?(?P<year>{_YEAR}))?(?!\w)",
    "decade": rf"(?:the\s+)?{_EDGE_WORD}?(?:the\s+)?(?P<decade>(?:1[1-9]|20)\d0)[’']?s(?!\w)",
    "shortdecade": rf"the\s+{_EDGE_WORD}?(?:[’']?(?P<tens>[2-9]0)[’']?s|(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?!\w)",
    "century": rf"(?:the\s+)?{_EDGE_WORD}?(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)[\s-]century(?!\w)",
    "relweekday": rf"(?P<rel>last|next|this past|this coming|this|the previous|the following|previous|following|coming|that)\s+(?P<weekday>{_WEEKDAY}){_HALFDAY}?(?!\w)",
    "relmonth": rf"{_EDGE_WORD}?(?P<rel>last|next|this past|this coming|this|the previous|the following|that)\s+(?P<month>{_MONTH})",
    "relseason": rf"{_EDGE_WORD}?(?P<rel>last|next|this past|this coming|this|the previous|the following|that)\s+(?P<season>{_SEASON})",
    "span": rf"(?P<rel>(?:the\s+|these\s+)?(?:past|last|next|coming)|the\s+(?:previous|following|first|final))\s+(?:{_HEDGE}?(?P<number>{_NUMBER})[\s-]+)(?P<unit>{_UNIT})|the\s+(?:past|last)\s+(?P<one>{_UNIT})(?!\s+of\b)",
    "relunit": rf"{_EDGE_WORD}?(?P<the>the\s+)?(?P<rel>this|last|next|past|previous|coming|following|current|latest|(?:very\s+)?same)\s+(?:fiscal\s+|calendar\s+)?(?P<unit>{_PERIOD}|(?:morning|afternoon|evening|night)(?!\w))",
    "thatunit": r"(?P<rel>that)(?:\s+same)?\s+(?P<unit>day|night|week|weekend|month|year|decade)(?!\w)",
    "edgeunit": rf"(?:the\s+)?(?P<edge>early|late(?:r)?|earlier|mid(?:dle)?|start|beginning|end)[\s-](?:of\s+|in\s+)?(?:the\s+)(?P<unit>{_PERIOD})",
    "thedaybefore": r"the\s+day\s+(?:(?P<two>before\s+yesterday|after\s+tomorrow)(?!\w)|(?P<one>before|after|earlier)(?=\s*(?:[.,;:)]|$|and\b|but\b)))",
    "theyearbefore": r"(?:the|a)\s+(?P<unit>night|week|month|year|decade)\s+(?P<one>before|after)(?=\s*(?:[.,;:)]|$|and\b|but\b))",
    "offset": rf"{_HEDGE}?(?P<number>{_NUMBER})(?:\s+and\s+a\s+(?P<half>half))?[\s-]+(?P<unit>{_UNIT})(?:\s+and\s+a\s+(?P<half2>half))?\s+(?P<way>ago|earlier|later|previously|from\s+now|hence)(?!\w)",
    "dayword": r"(?:(?:early|late|earlier|later)\s+(?=(?:this|last)\b))?(?P<halfday1>this|yesterday|tomorrow|last|late|earlier|later|early)\s+(?P<halfday>morning|afternoon|evening|night|today|tonight|yesterday|tomorrow)(?!\w)|(?P<word>today|tonight|yesterday|tomorrow)(?!\w)|(?<!\b[Aa]\s)(?<!\b[Aa]n\s)(?P<night>overnight)(?!\w)",
    "weekday": rf"(?:(?P<edge>early|late|earlier|later)\s+(?:on\s+)?)?(?P<weekday>{_WEEKDAY}){_HALFDAY}?(?!\w)",
    "weekend": r"the\s+(?P<unit>weekend)(?!\w)",
    "clock": rf"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:]|[.,]\d)(?:\s?{_MERIDIEM})?{_ZONE}?",
    "meridiem": rf"(?P<hour>1[0-2]|0?[1-9])\s?{_MERIDIEM}{_ZONE}?",
    "plainclock": rf"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?P<z>(?=GMT|UTC|hrs|hours|local)){_ZONE}",
    "oclock": r"(?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o[’']clock(?!\w)|(?P<word>noon|midday|midnight)(?!\w)",
    "every": rf"(?:every|each)\s+(?:(?P<other>other)\s+|(?P<number>{_NUMBER})\s+)?(?P<unit>{_UNIT}|{_WEEKDAY}|morning|afternoon|evening|{_MONTH}|{_SEASON}|weekend|quarter)(?!\w)",
    "often": r"(?:(?:once|twice|(?:two|three|four|five|six|\d{1,3})\s+times)\s+(?:an?|per|each|every)\s+|per\s+)(?P<unit>second|minute|hour|day|night|week|month|quarter|year|decade)(?!\w)",
    "adverb": r"(?-i:(?P<word>hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually|annual|biweekly|biannual|biennial|(?:Hourly|Daily|Weekly|Monthly|Quarterly|Annually|Annual)(?=\s[a-z])))(?!\w)",
    "weekdays": rf"(?P<weekday>{_WEEKDAY})s(?!\w)|(?P<week>week(?:day|end)s)(?!\w)",
    "long": r"(?:(?P<number>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)-)?(?P<unit>hour|day|week|month|year|decade|century)s?-?long(?!\w)",
    "parts": rf"(?P<number>{_NUMBER})\s+(?P<unit>{_UNIT})(?:,\s+|\s+and\s+|,\s+and\s+|\s+)(?P<number2>\d{{1,3}}|{_WORD_NUMBER})\s+(?P<unit2>(?!years?){_UNIT})(?:(?:,\s+|\s+and\s+|,\s+and\s+|\s+)(?P<number3>\d{{1,3}}|{_WORD_NUMBER})\s+(?P<unit3>{_UNIT}))?",
    "length": rf"{_HEDGE}?(?P<number>{_NUMBER})(?:(?:\s+|-)(?:to|or)(?:\s+|-)(?P<to>\d{{1,4}}|{_WORD_NUMBER})|\s?[-–]\s?(?P<to2>\d{{1,4}}))?(?:[\s-]and[\s-](?:a|one)[\s-](?P<half>half|quarter))?[\s-]{{1,2}}(?P<business>business\s+|working\s+|straight\s+|consecutive\s+|full\s+|whole\s+|long\s+|calendar\s+|solid\s+|more\s+|further\s+|additional\s+)?(?P<unit>{_UNIT})(?:\s+and\s+a\s+(?P<half2>half|quarter)|\s+or\s+(?P<ormore>more|less))?",
    "bareunits": r"(?:(?:for|over|after|in|within|through|of|by|last(?:ed|ing)?|take|took|spent|during)\s+)(?P<words>(?:the\s+)?(?:many\s+|recent\s+|past\s+|coming\s+|long\s+)?(?P<unit>hours|days|weeks|months|years|decades|centuries))(?!\w)|(?P<words2>(?:(?:the|these)\s+)?(?:recent|past|coming|previous|following)\s+(?P<unit2>hours|days|weeks|months|years|decades))(?!\w)|(?P<words3>(?P<unit3>minutes|hours|days|weeks|months|years|decades)\s+(?:later|ago|earlier))(?!\w)|(?P<words4>(?P<unit4>hours|days|weeks|months|years|decades|centuries))(?=\s+(?:after|before|since|on\s+end)\b|\s+of\s+(?!(?:age|the|his|her|their|its|my|our|this|that)\b|(?-i:[A-Z])))",
    "whole": r"(?:all|(?:(?:the|a)\s+)?(?:whole|entire|full))[\s-](?P<unit>day|night|week|weekend|month|year|decade|century)(?!\w|-)",
    "ordinalday": rf"(?:(?<=on\s)|(?<=until\s)|(?<=till\s))the\s+(?P<day>{_DAY_DIGITS})(?:st|nd|rd|th)(?=\s*[.,;]|\s*$|\s+(?:and|or|to)\s+(?:the\s+)?{_DAY_DIGITS}(?:st|nd|rd|th)\s+of\s+\w+\s+month|{_OF_MONTH})(?:\s+of\s+(?P<rel>this|last|next|the)\s+month)?"
    rf"|(?:the\s+)?(?P<day2>{_DAY_DIGITS})(?:st|nd|rd|th)\s+of\s+(?P<rel2>this|last|next)\s+month(?!\w)",
    "holiday": rf"(?P<holiday>(?-i:Christmas\s+(?:Day|Eve)|Christmas|New\s+Year[’']s(?:\s+(?:Day|Eve))?|Halloween|Valentine[’']s\s+Day|Boxing\s+Day|Thanksgiving(?:\s+Day)?|Easter(?:\s+(?:Sunday|Monday))?|Good\s+Friday|Palm\s+Sunday|Ash\s+Wednesday|Memorial\s+Day|Labor\s+Day|Columbus\s+Day|Veterans\s+Day|Independence\s+Day|Bastille\s+Day|(?:the\s+)?(?:Fourth\s+of\s+July|July\s+Fourth)|May\s+Day|Martin\s+Luther\s+King(?:\s+Jr\.)?\s+Day|Presidents[’']?\s+Day|Mother[’']s\s+Day|St\.?\s+Patrick[’']s\s+Day|Juneteenth|Bonfire\s+Night|Black\s+Friday|Cyber\s+Monday|Election\s+Day|Father[’']s\s+Day|Maundy\s+Thursday|Shrove\s+Tuesday|Whit\s+Monday|Pentecost|Ascension\s+Day|All\s+Saints[’']\s+Day|Epiphany|Anzac\s+Day|Canada\s+Day|Australia\s+Day|Armistice\s+Day|Remembrance\s+(?:Day|Sunday)|Earth\s+Day|Orthodox\s+Christmas))(?!\w|\s+[Aa](?:greement|ccord)s?)(?:,?\s+(?P<year>{_YEAR}))?",
    "season": rf"(?<=in\s)(?P<season1>(?:the\s+)?{_SEASON})(?!\s+(?:of\b|(?-i:[A-Z])))|(?<=\s)the\s+(?P<season2>spring|summer|autumn|winter)(?!\w|\s+(?:of\b|(?-i:[A-Z])))",
    "month": rf"{_EDGE_WORD}?(?P<month>{_FULL_MONTH})",
    "splityear": r"(?P<year>(?:19|20)\d\d)(?P<sep>[-–/])(?P<two>\d\d)(?![\w%]|[.,:/-]\d)",
    "yearend": rf"(?:the\s+)?(?P<unit>year|month|week|decade)(?:[’']s)?[\s-]end(?!\w)(?:\s+(?P<year>{_YEAR}))?",
    "year": rf"(?P<fiscal>(?:fiscal(?:\s+year)?|FY)\s+)?{_EDGE_WORD}?(?P<year>{_YEAR})",
}

# The first word of each shape: nothing else is tried there, which keeps the reader fast on the words between dates.
_EDGES = "early late later earlier mid middle start beginning end close very"
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty thirty forty fifty sixty seventy eighty ninety several few couple dozens hundreds thousands many half"
    " a an another"
)
_HEDGES = (
    "more less fewer at no up as about around roughly approximately some nearly almost over under just well an only"
)
_SPAN_WORDS = "last next this that past previous coming following current latest same these first final"
_STARTS: Mapping[str, str] = {
    "0": "iso cjk yearfirst numeric onday daymonth foreign decade century offset clock meridiem plainclock oclock often long"
    " parts length ordinalday splityear yearquarter year",
    " ".join(MONTHS): "monthday monthyear monthrelyear wordedday month",
    " ".join(f"{day} {day}s" for day in WEEKDAYS): "monthday daymonth weekdayofweek weekday weekdays",
    "the": "whole bareunits weekofday wordedday yearend yearquarter holiday monthday daymonth monthyear monthrelyear weekofmonth weekdayofmonth seasonyear quarter decade shortdecade century relweekday relmonth relseason span"
    " relunit edgeunit thedaybefore theyearbefore weekend ordinalday season month year",
    _EDGES: "monthyear monthrelyear seasonyear decade century relmonth relseason relunit edgeunit dayword weekday month year",
    _SPAN_WORDS: "quarter relweekday relmonth relseason span relunit thatunit dayword bareunits",
    "first second third fourth last final": "quarter weekofmonth weekdayofmonth",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth thirtieth twenty thirty": "wordedday",
    "last": "wordedday",
    "fiscal fy": "year",
    "all": "holiday",
    "all whole entire full a": "whole",
    "quarter": "offset length",
    "year month week decade": "yearend",
    "week": "weekofday",
    "weekdays weekends": "weekdays",
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty": "century",
    _NUMBERS: "offset often oclock long parts length theyearbefore",
    _HEDGES: "offset length",
    "q1 q2 q3 q4 h1 h2": "shortquarter",
    "today tonight yesterday tomorrow overnight": "dayword",
    "spring summer autumn fall winter": "seasonyear season",
    "noon midday midnight": "oclock",
    "every each": "every",
    "once twice per": "often",
    "hourly daily nightly weekly monthly quarterly yearly annually annual biweekly biannual biennial": "adverb",
    "hour hours day days week weeks month months year years decade decades century centuries quarter": "long hyphenago",
    "minutes hours days weeks months years decades centuries": "bareunits",
    "weeklong daylong yearlong monthlong hourlong decadelong": "long",
    "for over after in within through of by last lasted lasting take took spent during recent past coming previous following these": "bareunits",
    "christmas new halloween valentine boxing thanksgiving easter good palm ash memorial labor columbus veterans"
    " independence bastille fourth july may martin presidents mother st juneteenth bonfire black cyber election father maundy shrove whit pentecost ascension epiphany"
    " anzac canada australia armistice remembrance earth orthodox": "holiday",
}


def _shapes_by_word() -> Mapping[str, tuple[str, ...]]:
    named: dict[str, set[str]] = {}
    for words, shapes in _STARTS.items():
        for word in words.split():
            named.setdefault(word, set()).update(shapes.split())
    order = list(SHAPES)
    return {word: tuple(sorted(shapes, key=order.index)) for word, shapes in named.items()}


SHAPES_BY_WORD = _shapes_by_word()


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The compiled shape; compiled when first met, for many texts and most commands need few of them."""
    return re.compile(SHAPES[name], re.IGNORECASE)


@cache
def starts() -> re.Pattern[str]:
    """Where a shape may start: a digit or a first word, not inside a word, an amount of money or a clock time."""
    words = "|".join(sorted((word for word in SHAPES_BY_WORD if word != "0"), key=len, reverse=True))
    return re.compile(rf"(?<![\w$€£#@])(?<!\d:)(?:(?P<digit>\d)|(?P<word>{words})(?!\w))", re.IGNORECASE)

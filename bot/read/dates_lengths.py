"""Lengths of time and repetitions in words to durations: "an hour and a half" to PT1H30M, "every Monday" to a set."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.read.dates_found import Around, Found
from bot.read.months import UNIT_FORMS, UNITS, WEEKDAYS
from bot.read.wordlist import words_in
from bot.reading import DateKind
from bot.values import VAGUE_LIMITS, Duration, Figure, FigureKind, Hedge, interval

_ONES = words_in(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    "a": 1,
    "an": 1,
    "another": 1,
    "a hundred": 100,
    "one hundred": 100,
    "a couple of": 2,
    "couple of": 2,
    "a couple": 2,
    "first": 1,
}
_VAGUE = {
    "several": "several",
    "a few": "a few",
    "few": "a few",
    "many": "several",
    "dozens of": "dozens",
    "hundreds of": "hundreds",
    "thousands of": "thousands",
}
_HEDGES = {
    **dict.fromkeys(("more than", "over", "just over", "well over"), Hedge.MORE_THAN),
    **dict.fromkeys(("less than", "fewer than", "under", "just under"), Hedge.UNDER),
    **dict.fromkeys(("at most", "no more than", "up to", "as many as"), Hedge.AT_MOST),
    **dict.fromkeys(("about", "around", "roughly", "approximately", "some", "an estimated"), Hedge.ABOUT),
    **dict.fromkeys(("nearly", "almost"), Hedge.NEARLY),
    "at least": Hedge.AT_LEAST,
}
_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
    "biannual": "P6M",
    "biennial": "P2Y",
}
_AGE = re.compile(r"[\s-]?(?:olds?\b|of\s+age\b)", re.IGNORECASE)
_ARTICLE_CUE = re.compile(
    r"(?:\b(?:for|in|within|over|after|than|about|nearly|almost|of|to|took|takes?|lasted|lasting|lasts|spent|under"
    r"|half|least|and|once|until|last|another|serve[ds]?|by|during|only|just|barely|roughly|around|with|is|was|as)\s+)\Z",
    re.IGNORECASE,
)
_AFTER_CUE = re.compile(r"\s+(?:of\b|in\b|long\b|before\b|after\b|later\b|to\b|since\b)", re.IGNORECASE)


def number_of(words: str) -> Decimal | None:
    """A number in digits or words as durations use it; None for vague ones."""
    plain = " ".join(words.lower().replace(",", "").split())
    if plain[:1].isdigit():
        return Decimal(plain)
    fraction = plain.replace("-", " ").removeprefix("an ").removeprefix("a ")
    if fraction.startswith(("half", "quarter")):
        return Decimal("0.5") if fraction.startswith("half") else Decimal("0.25")
    tens, _, ones = plain.replace("-", " ").partition(" ")
    if tens in _TENS and ones in _ONES:
        return Decimal(_WORDS[tens] + _WORDS[ones])
    return Decimal(_WORDS[plain]) if plain in _WORDS else None


def unit_of(words: str) -> str:
    return UNIT_FORMS[words.lower()]


def read_span(match: re.Match[str], around: Around) -> Found | None:
    """ "the past two weeks", "the last decade": a length that ends or begins now."""
    if match["one"]:
        return _as_length(match, _figure(match[0], Decimal(1), Hedge.EXACT), unit_of(match["one"]))
    if (match["rel"].lower().endswith(("first", "final"))) and unit_of(match["unit"]) == "day":
        return None
    return _as_length(match, _read_figure(match, match["number"], match["hedge"]), unit_of(match["unit"]))


def read_length(match: re.Match[str], around: Around) -> Found | None:
    """ "more than three decades", "two-day", "two to three years"; ages and rates are no lengths."""
    text, start, end = around.text, match.start(), match.end()
    if _AGE.match(text, end) or text[max(0, start - 5) : start].lower().endswith("aged "):
        return None
    words = match["number"].lower()
    if words == "many" and text[max(0, start - 3) : start].lower() == "as ":
        return None  # "the third attack in as many weeks"
    if match["unit"].lower() == "second" and words not in ("a", "one", "half a") and not words[0].isdigit():
        return None  # "the twenty second of June"
    wave = match["unit"].lower() == "second" and words == "a" and re.match(r"\s[a-z]", text[end : end + 2])
    if wave and not _AFTER_CUE.match(text, end):
        return None  # "a second wave"
    if words in ("a", "an", "one") and not (match["hedge"] or match["half2"] or match["business"]):
        cued = _ARTICLE_CUE.search(text, max(0, start - 12), start) or _AFTER_CUE.match(text, end)
        if not cued and "-" not in match[0]:
            return None
    top = match["to"] or match["to2"]
    figure = _read_figure(match, match["number"], match["hedge"])
    number, upper = figure.number, number_of(top) if top else None
    part = match["half"] or match["half2"]
    if number is not None and part:
        number += Decimal("0.5") if part.lower() == "half" else Decimal("0.25")
        figure = _figure(match[0], number, figure.hedge)
    if number is not None and upper is not None:
        figure = _figure(match[0], number, Hedge.RANGE, upper)
    if (match["ormore"] or "").lower() == "more" and number is not None:
        figure = _figure(match[0], number, Hedge.AT_LEAST)
    return _as_length(match, figure, unit_of(match["unit"]))


def read_distance(match: re.Match[str]) -> Found:
    """ "a few months ago", "two hours later": how far off, where no day can be named."""
    return _as_length(match, _read_figure(match, match["number"], match["hedge"]), unit_of(match["unit"]))


def read_parts(match: re.Match[str], around: Around) -> Found | None:
    """ "two years, six months and three days": one length of several units."""
    pairs = [(match[f"number{n}"], match[f"unit{n}"]) for n in ("", "2", "3") if match[f"number{n}"]]
    numbers = [(number_of(number), unit_of(unit)) for number, unit in pairs]
    sizes = [Decimal(UNITS[unit][3]) for _, unit in numbers]
    if (
        any(number is None for number, _ in numbers)
        or sizes != sorted(sizes, reverse=True)
        or len(set(sizes)) < len(sizes)
    ):
        return None
    known = [(number, unit) for number, unit in numbers if number is not None]
    low = sum((number * Decimal(UNITS[unit][2]) for number, unit in known), Decimal(0))
    high = sum((number * Decimal(UNITS[unit][3]) for number, unit in known), Decimal(0))
    days = "".join(_designated(number, unit) for number, unit in known if not UNITS[unit][0].startswith("T"))
    clock = "".join(_designated(number, unit) for number, unit in known if UNITS[unit][0].startswith("T"))
    iso = f"P{days}{'T' + clock if clock else ''}"
    figure = _figure(match[0], known[0][0], Hedge.EXACT, unit=known[0][1])
    return _length_found(match.span(), Duration(figure, low, high, iso))


def read_long(match: re.Match[str], around: Around) -> Found | None:
    """ "weeklong", "three-month-long", "decades-long"."""
    plural = re.search(r"s-?long", match[0].lower()) is not None
    number = number_of(match["number"]) if match["number"] else None if plural else Decimal(1)
    return _as_length(match, _figure(match[0], number, Hedge.EXACT if number else Hedge.VAGUE), unit_of(match["unit"]))


def read_bare_units(match: re.Match[str], around: Around) -> Found | None:
    """ "for decades", "recent years": a length of nobody knows how many."""
    group = next(name for name in ("words", "words2", "words3", "words4") if match[name])
    unit = unit_of(match["unit" + group.removeprefix("words")])
    figure = _figure(match[group], None, Hedge.VAGUE)
    return _length_found(match.span(group), _duration(figure, unit))


def read_whole(match: re.Match[str], around: Around) -> Found | None:
    """ "all day", "the whole year": one of the unit."""
    unit = match["unit"].lower()
    unit, days = ("day", Decimal(2)) if unit == "weekend" else (unit, Decimal(1))
    return _as_length(match, _figure(match[0], days, Hedge.EXACT), unit)


def read_every(match: re.Match[str], around: Around) -> Found | None:
    """ "every Monday", "every other day", "every two years"."""
    word = match["unit"].lower()
    if word in WEEKDAYS:
        return _set_found(match, f"XXXX-WXX-{WEEKDAYS[word] + 1}")
    count = Decimal(2) if match["other"] else number_of(match["number"]) if match["number"] else Decimal(1)
    unit = {"morning": "day", "afternoon": "day", "evening": "day", "weekend": "week"}.get(word) or UNIT_FORMS.get(word)
    if unit is None or count is None:
        return _set_found(match, "P3M" if word == "quarter" else "P1Y")
    return _set_found(match, _iso(count, unit))


def read_often(match: re.Match[str], around: Around) -> Found | None:
    word = match["unit"].lower()
    return _set_found(match, "P3M" if word == "quarter" else _iso(Decimal(1), unit_of(word)))


def read_adverb(match: re.Match[str], around: Around) -> Found | None:
    return _set_found(match, _ADVERBS[match["word"].lower()])


def read_weekdays(match: re.Match[str], around: Around) -> Found | None:
    if match["week"]:
        return _set_found(match, "XXXX-WXX-1/XXXX-WXX-5" if "day" in match["week"].lower() else "XXXX-WXX-6/XXXX-WXX-7")
    return _set_found(match, f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()] + 1}")


def _set_found(match: re.Match[str], edtf: str) -> Found:
    return Found(match.start(), match.end(), DateKind.SET, edtf=edtf)


def _as_length(match: re.Match[str], figure: Figure, unit: str) -> Found:
    return _length_found(match.span(), _duration(figure, unit))


def _length_found(span: tuple[int, int], length: Duration) -> Found:
    return Found(*span, DateKind.DURATION, edtf=length.iso, length=length)


def _read_figure(match: re.Match[str], number: str, hedge: str | None) -> Figure:
    plain = " ".join(number.lower().split())
    if plain in _VAGUE:
        return _figure(match[0], None, Hedge.VAGUE, vague=_VAGUE[plain])
    return _figure(match[0], number_of(number), _HEDGES.get(" ".join((hedge or "").lower().split()), Hedge.EXACT))


def _figure(
    words: str,
    number: Decimal | None,
    hedge: Hedge,
    to: Decimal | None = None,
    *,
    unit: str = "",
    vague: str = "several",
) -> Figure:
    low: Decimal
    high: Decimal | None
    if number is None:
        low, high = VAGUE_LIMITS[vague]
        low = Decimal(2) if vague == "several" else low
        return Figure(words, None, Hedge.VAGUE, low, high, None, FigureKind.DURATION, unit)
    low, high = interval(number, hedge, to=to, kind=FigureKind.DURATION)
    # Time is not counted in whole years: "more than three decades" begins right after the third.
    low = number if hedge is Hedge.MORE_THAN else low
    high = number if hedge in (Hedge.UNDER, Hedge.NEARLY) else high
    return Figure(words, number, hedge, low, high, to, FigureKind.DURATION, unit)


def _duration(figure: Figure, unit: str) -> Duration:
    _, _, fewest, most = UNITS[unit]
    named = Figure(
        figure.words,
        figure.number,
        figure.hedge,
        figure.low,
        figure.high,
        figure.to,
        figure.kind,
        unit,
        "",
        figure.place,
    )
    high = None if figure.high is None else figure.high * Decimal(most)
    return Duration(named, figure.low * Decimal(fewest), high, _iso_of(figure, unit))


def _iso_of(figure: Figure, unit: str) -> str:
    if figure.number is None:
        designator = UNITS[unit][0]
        return f"PTX{designator[1:]}" if designator.startswith("T") else f"PX{designator}"
    return _iso(figure.number, unit) if figure.to is None else f"{_iso(figure.number, unit)}/{_iso(figure.to, unit)}"


def _iso(number: Decimal, unit: str) -> str:
    designator, many, _, _ = UNITS[unit]
    whole = number * many
    if designator == "TH" and whole % 1:
        minutes = (whole % 1) * 60
        hours = f"{int(whole)}H" if whole >= 1 else ""
        return f"PT{hours}{_plain(minutes)}M"
    if unit == "year" and whole % 1 and not whole * 12 % 1:
        return f"P{int(whole)}Y{_plain(whole * 12 % 12)}M" if whole >= 1 else f"P{_plain(whole * 12)}M"
    return f"PT{_plain(whole)}{designator[1:]}" if designator.startswith("T") else f"P{_plain(whole)}{designator}"


def _designated(number: Decimal, unit: str) -> str:
    designator, many, _, _ = UNITS[unit]
    return f"{_plain(number * many)}{designator.removeprefix('T')}"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"

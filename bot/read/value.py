"""The words of a claim and the fact they answer to a value: the figure, date, name, quote or term they give."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from bot.errors import Unreadable
from bot.numerals import read_number, word_set
from bot.phrase import phrase
from bot.read.currencies import CODES, SIGNS, WORDS
from bot.read.dates import read_date
from bot.read.figures import find_figures
from bot.read.figures.build import duration_of
from bot.read.plain import read_plain
from bot.read.units import UNITS
from bot.reading import FigureMention
from bot.record import Fact, FactKind
from bot.values import Duration, Figure, FigureKind, Hedge, Money, Name, PartialDate, Quote, Term, Value, interval

_UNSAID = word_set(
    """
    all most many some majority minority partial unknown life indefinite indefinitely undisclosed unclear record
    unspecified known several scores decades centuries overnight night day weekend hours permanent permanently free
    nothing twice thrice double doubled triple tripled twofold threefold fourfold fivefold tenfold single digit digits
    round clock handful first second third last
    """
)
_SINGLE = re.compile(r"(?:an?|the only|the sole|the one|a single|one)\s+[^\W\d_]", re.IGNORECASE)
_NONE = re.compile(r"(?:no|none|nobody|nil|zero|not (?:one|a single))\b", re.IGNORECASE)
_ONE_UNIT = re.compile(r"(?:one|a|an|a single) (?P<unit>second|minute|hour|day|week|month|year)", re.IGNORECASE)
_BOTH = re.compile(r"both\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d+[:/]\d")
# What a number that stands alone may count, a share may be of and a rank may be: "2000", "half", "first".
_COUNTED = (" people", " of it", " place")
_DIGITS = re.compile(r"(?<![\d.,:])\d+(?:[.,]\d+)*(?![\d:/])")
_MARKS = "\"'“”„‟«»‘’‹›「」"
_AGE_WORDS = word_set("age aged ages old")


def read_value(written: str, fact: Fact, published: PartialDate | None = None) -> Value:
    """The value `written` gives for a fact of its kind and unit; `words` of the value are the words as written.

    Words that say a quantity without a number ("most", "life", "unknown") become a Term: shown, never compared as
    figures. Raises ValueError with one sentence where the words cannot be read for that kind.
    """
    if not written.strip():
        raise Unreadable("the value is empty; write what the source says")
    return _READERS[fact.kind](written, fact, published)


def _read_count(written: str, fact: Fact, published: PartialDate | None) -> Value:
    is_age = _is_age(fact.unit, fact.property)
    if not is_age and (plain := read_plain(written)):
        return plain
    figures = [mention for mention in _figures(written) if mention.figure.kind is not FigureKind.TIME]
    if is_age:
        return _age(figures, written, fact)
    chosen = _best(figures, fact, (FigureKind.COUNT, FigureKind.SCORE, FigureKind.SHARE, FigureKind.ORDINAL))
    if chosen is not None and chosen.figure.kind is not FigureKind.SHARE:
        return replace(_as_count(chosen.figure, fact), words=written)
    if figures:
        return _rewritten(chosen or figures[0], written)
    return _said_otherwise(written, fact)


def _as_count(figure: Figure, fact: Fact) -> Figure:
    """An ordinal stands for its rank, whatever the fact calls it."""
    return replace(figure, kind=FigureKind.COUNT) if figure.kind is FigureKind.ORDINAL and fact.unit else figure


def _said_otherwise(written: str, fact: Fact) -> Value:
    """A count told without a number: "a firefighter" is one, "both" two, "no survivors" none."""
    text = written.strip()
    for pattern, number in ((_NONE, 0), (_BOTH, 2), (_SINGLE, 1)):
        if pattern.match(text):
            return _exact(written, Decimal(number), fact)
    found = _DIGITS.findall(text)
    number_alone = read_number(found[0] if len(found) == 1 else text)
    if number_alone is not None:
        return _exact(written, number_alone, fact)
    return _unsaid(written, fact, "a number such as 43, more than 430 or two dozen")


def _exact(written: str, number: Decimal, fact: Fact) -> Figure:
    return Figure(written, number, Hedge.EXACT, number, number, of=fact.unit)


def _unsaid(written: str, fact: Fact, wanted: str) -> Term:
    if _CLOCK.search(written) or _UNSAID & set(re.findall(r"[a-z]+", written.lower())):
        return Term(written)
    raise Unreadable(
        "{written!r} holds no {kind} for {property!r}; write {wanted}",
        written=written,
        kind=fact.kind,
        property=fact.property,
        wanted=phrase(wanted),
    )


@lru_cache(maxsize=4096)
def _is_age(unit: str, property: str) -> bool:
    said = set(re.findall(r"[a-z]+", f"{unit} {property}".lower()))
    return bool(_AGE_WORDS & said) and (not unit or "year" in unit or "month" in unit)


def _age(figures: list[FigureMention], written: str, fact: Fact) -> Value:
    kinds = (FigureKind.AGE, FigureKind.COUNT, FigureKind.DURATION, FigureKind.MEASURE)
    chosen = _best(figures, fact, kinds)
    if chosen is None:
        return _said_otherwise(written, fact)
    unit = chosen.figure.unit if chosen.figure.kind is FigureKind.AGE else "years"
    return replace(chosen.figure, words=written, kind=FigureKind.AGE, unit=unit or "years", of="")


def _read_percent(written: str, fact: Fact, published: PartialDate | None) -> Value:
    figures = _figures(written)
    points = "point" in fact.unit.lower()
    kinds = (FigureKind.POINTS, FigureKind.PERCENT) if points else (FigureKind.PERCENT, FigureKind.POINTS)
    chosen = _best(figures, fact, (*kinds, FigureKind.SHARE, FigureKind.COUNT))
    if chosen is None:
        return _unsaid(written, fact, "a percentage such as 20 % or about a third")
    figure = chosen.figure
    if figure.kind is FigureKind.SHARE:
        return _scaled(figure, Decimal(100), written)
    kind = kinds[0] if figure.kind is FigureKind.COUNT else figure.kind
    return _with_kind(figure, kind, "points" if kind is FigureKind.POINTS else "%", written)


def _scaled(figure: Figure, factor: Decimal, written: str) -> Figure:
    """A share as per cent: "a third" is 33.3 %."""
    number = None if figure.number is None else (figure.number * factor).quantize(Decimal("0.1")).normalize() + 0
    to = None if figure.to is None else (figure.to * factor).quantize(Decimal("0.1")).normalize() + 0
    scaled = replace(figure, number=number, to=to, place=Decimal(1))
    return _with_kind(scaled, FigureKind.PERCENT, "%", written)


def _with_kind(figure: Figure, kind: FigureKind, unit: str, written: str) -> Figure:
    """The same number as another kind, its interval reckoned anew."""
    low, high = figure.low, figure.high
    if (figure.number is not None and kind is not figure.kind) or figure.unit != unit:
        number = figure.number if figure.number is not None else figure.low
        low, high = interval(number, figure.hedge, to=figure.to, kind=kind, place=figure.place)
    return replace(figure, words=written, kind=kind, unit=unit, low=low, high=high)


def _read_money(written: str, fact: Fact, published: PartialDate | None) -> Value:
    chosen = _best(_figures(written), fact, (FigureKind.MONEY, FigureKind.COUNT))
    if chosen is None:
        return _unsaid(written, fact, "an amount such as $1.3 billion or 300,000 rubles")
    if isinstance(chosen.value, Money):
        return _rewritten(chosen, written)
    currency = _currency(fact.unit)
    return Money(_with_kind(chosen.figure, FigureKind.MONEY, currency, written), currency)


def _currency(unit: str) -> str:
    """The currency a fact's unit names: a code, a sign or a word; the unit itself if it is none of them."""
    text = unit.strip()
    if text.upper() in CODES:
        return text.upper()
    return SIGNS.get(text) or WORDS.get(text.lower()) or text


def _read_duration(written: str, fact: Fact, published: PartialDate | None) -> Value:
    figures = _figures(written)
    for mention in figures:
        if isinstance(mention.value, Duration):
            return _rewritten(mention, written)
    unit = UNITS.get((fact.unit.lower(),))
    for mention in figures:
        figure = mention.figure
        known = figure.unit if figure.kind is FigureKind.AGE else (unit.name if unit else "")
        if known and figure.kind in (FigureKind.COUNT, FigureKind.AGE):
            return duration_of(replace(figure, words=written, kind=FigureKind.DURATION, unit=known))
    if one := _ONE_UNIT.fullmatch(written.strip()):
        figure = Figure(written, Decimal(1), Hedge.EXACT, Decimal(1), Decimal(1), kind=FigureKind.DURATION)
        return duration_of(replace(figure, unit=UNITS[one["unit"].lower(),].name))
    return _unsaid(written, fact, "a length of time such as 16 months or a decade")


def _read_date(written: str, fact: Fact, published: PartialDate | None) -> Value:
    return read_date(written, published)


def _read_term(written: str, fact: Fact, published: PartialDate | None) -> Value:
    return Term(written.strip())


def _read_name(written: str, fact: Fact, published: PartialDate | None) -> Value:
    return Name(written.strip())


def _read_quote(written: str, fact: Fact, published: PartialDate | None) -> Value:
    return Quote(written.strip().strip(_MARKS).strip() or written.strip())


def _figures(written: str) -> list[FigureMention]:
    """The figures of a short text; a lone "2000" counts something here and is no year."""
    tries = (find_figures(written + counted) for counted in ("", *_COUNTED))
    found = next((figures for figures in tries if figures), ())
    return [mention for mention in found if mention.end <= len(written)]


def _best(figures: Iterable[FigureMention], fact: Fact, kinds: tuple[FigureKind, ...]) -> FigureMention | None:
    """The figure that counts what the fact's unit names, else the first of the first kind that is there."""
    given = list(figures)
    for kind in kinds:
        alike = [mention for mention in given if mention.figure.kind is kind]
        counting = [mention for mention in alike if _stem(mention.of) & _stem(fact.unit)]
        if alike:
            return (counting or alike)[0]
    return None


def _stem(words: str) -> set[str]:
    return {word.rstrip("s").removesuffix("e") for word in re.findall(r"[^\W\d_]+", words.lower())}


def _rewritten(mention: FigureMention, written: str) -> Value:
    match mention.value:
        case Money() as money:
            return replace(money, amount=replace(money.amount, words=written))
        case Duration() as duration:
            return replace(duration, length=replace(duration.length, words=written))
        case figure:
            return replace(figure, words=written)


_Reader = Callable[[str, Fact, PartialDate | None], Value]
_READERS: dict[FactKind, _Reader] = {
    FactKind.COUNT: _read_count,
    FactKind.PERCENT: _read_percent,
    FactKind.MONEY: _read_money,
    FactKind.DURATION: _read_duration,
    FactKind.DATE: _read_date,
    FactKind.STATUS: _read_term,
    FactKind.ROLE: _read_term,
    FactKind.RELATION: _read_term,
    FactKind.TEXT: _read_term,
    FactKind.NAME: _read_name,
    FactKind.QUOTE: _read_quote,
}

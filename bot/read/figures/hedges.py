"""Hedges before and after a number ("no fewer than 12", "79 at least", "20-odd") to how firmly it is given."""

from __future__ import annotations

from bot.numerals import word_set
from bot.read.figures.counted import is_plural
from bot.read.figures.tokens import Tokens
from bot.values import Hedge

_BEFORE = {
    Hedge.MORE_THAN: "more than,over,above,exceeding,exceeds,exceeded,exceed,surpassed,surpassing,surpasses,surpass,"
    "topped,topping,in excess of,upwards of,upward of,north of,greater than,higher than,larger than,bigger than,"
    "longer than,older than,heavier than,taller than,just over,well over,a little over,slightly over,beyond,>,"
    "has passed,have passed,had passed,just above,well above,slightly more than,a little more than,well in excess of",
    Hedge.AT_LEAST: "at least,no fewer than,no less than,not less than,not fewer than,a minimum of,minimum of,minimum,"
    "at the very least,at the least,as few as,as little as,≥,> =,at a minimum",
    Hedge.AT_MOST: "up to,at most,no more than,not more than,a maximum of,maximum of,maximum,as many as,as much as,"
    "at the most,not exceeding,≤,< =,no greater than,no higher than,no longer than,no older than,max,not over",
    Hedge.UNDER: "fewer than,less than,under,below,lower than,smaller than,younger than,shorter than,<,well under,"
    "well below,slightly less than,slightly under",
    Hedge.NEARLY: "nearly,almost,close to,just under,just below,just shy of,shy of,just short of,short of,approaching,"
    "nearing,virtually,practically,not quite,a little under,a little less than,just less than,just fewer than",
    Hedge.ABOUT: "about,around,some,roughly,approximately,approx,approx .,an estimated,estimated,circa,c .,ca .,ca,~,≈,"
    "somewhere around,in the region of,in the order of,on the order of,of the order of,more or less,an approximate,"
    "or so,roughly about,an average of about",
}
HEDGES = {"": Hedge.EXACT} | {words: hedge for hedge, listed in _BEFORE.items() for words in listed.split(",")}
"""How firm a number is behind each of these words; "" = behind none."""
_AFTER = {
    Hedge.AT_LEAST: "or more,or above,or over,or greater,or higher,or older,or longer,or larger,and up,and above,"
    "and over,and older,and upwards,and counting,and more,plus,- plus,+,at least,at the least,at the very least,"
    "at a minimum,minimum,or upwards,or better",
    Hedge.AT_MOST: "or fewer,or less,or under,or below,or younger,or lower,and under,and below,and younger,at most,"
    "at the most,at the very most,at maximum,maximum,max,tops,or shorter",
    Hedge.ABOUT: "or so,- odd,odd,- ish,ish,or thereabouts,give or take,approximately,roughly,more or less",
}
_INTENSIFIERS = frozenset({"well", "far", "slightly", "just", "significantly", "considerably", "much", "substantially"})
_TOLL_WORDS = frozenset(
    {"toll", "tolls", "number", "total", "totals", "tally", "count", "figure", "bill", "rate", "dead", "deaths", "sum"}
)

_Table = dict[str, list[tuple[tuple[str, ...], Hedge]]]


def _table(phrases: dict[Hedge, str], key: int) -> _Table:
    """The phrases by their last (-1) or first (0) word, longest first."""
    table: _Table = {}
    for hedge, listed in phrases.items():
        for phrase in listed.split(","):
            words = tuple(phrase.split())
            table.setdefault(words[key], []).append((words, hedge))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_BEFORE_BY_LAST = _table(_BEFORE, -1)
_AFTER_BY_FIRST = _table(_AFTER, 0)


def hedge_before(tokens: Tokens, first: int, floor: int) -> tuple[Hedge | None, int]:
    """The hedge that ends right before token `first`, and the token it starts at; never reaches before `floor`."""
    hedge, start = None, first
    for _ in range(2):
        found = _phrase_before(tokens, start, floor)
        if found is None:
            break
        hedge, start = found
    if hedge in (Hedge.MORE_THAN, Hedge.UNDER) and start > floor and tokens.word(start - 1) in _INTENSIFIERS:
        start -= 1
    return hedge, start


def _phrase_before(tokens: Tokens, first: int, floor: int) -> tuple[Hedge, int] | None:
    for words, hedge in _BEFORE_BY_LAST.get(tokens.word(first - 1), ()):
        start = first - len(words)
        if start < floor or tuple(tokens.words[start:first]) != words or tokens.is_break(first):
            continue
        if start == floor and start > 0 and words[-1] == "than":
            return None  # "seven more than the 161": a difference, not a hedge
        if words == ("up", "to") and _is_motion(tokens, start):
            return None
        return hedge, start
    return None


def _is_motion(tokens: Tokens, at: int) -> bool:
    """Whether "up to" belongs to a verb: "pushed the number of dead up to 161" gives an exact number."""
    if tokens.word(at - 1) in ("brought", "brings", "bringing", "pushed", "went", "add", "adds", "rose", "climbed"):
        return True
    for back in range(1, 15):
        word = tokens.word(at - back)
        if word in ("", ".", ";", ","):
            return False
        if word in _TOLL_WORDS:
            before = {tokens.word(at - back - step) for step in range(1, 6)}
            return bool(before & _MOVERS)
    return False


_MOVERS = word_set(
    """
    push pushed pushes pushing bring brings brought bringing take takes took taking drive drove send sends sent
    raise raised raises raising lift lifted move moved put puts
    """
)


def is_during(tokens: Tokens, start: int, first: int) -> bool:
    """Whether "over" before a length of time says when, not how long: "40 people died over two days"."""
    if first != start + 1 or tokens.word(start) != "over":
        return False
    before = tokens.word(start - 1)
    return not tokens.is_break(start) and (before in _SPREAD or (is_plural(before) and before not in _LASTS))


_SPREAD = word_set("spread spaced phased staggered killed died arrested percent % cent ice rain snow rainfall")
_LASTS = word_set("lasts takes spends serves runs")


def hedge_after(tokens: Tokens, at: int) -> tuple[Hedge | None, int]:
    """The hedge that starts at token `at`, and the token after it; a hedge of the next number is left to that."""
    for words, hedge in _AFTER_BY_FIRST.get(tokens.word(at), ()):
        end = at + len(words)
        if tuple(tokens.words[at:end]) != words or tokens.is_break(at):
            continue
        if words == ("max",) and tokens.raw(at).isupper():
            return None, at  # "the 737 MAX"
        if tokens.word(end)[:1].isdecimal() or tokens.word(end) in _NUMBER_WORDS or tokens.word(end) == "$":
            return None, at
        if tokens.word(end) in ("to", "than") and words[-1] in ("up", "more", "less", "fewer"):
            continue  # "10 euros and up to two years" hedges the years
        if words in (("+",), ("- odd",)) and not tokens.is_glued(at):
            return None, at
        return hedge, end
    return None, at


_NUMBER_WORDS = word_set(
    """
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty a an some half
    """
)

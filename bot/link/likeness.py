"""A number in a text beside the values of a fact to how far it gives one of them."""

from __future__ import annotations

from decimal import Decimal

from bot.folding import fold_words
from bot.link.anchors import Anchor
from bot.link.profiles import Profile
from bot.link.stems import word_set
from bot.numerals import SMALL, TENS
from bot.values import Duration, Figure, FigureKind, Hedge, Value, figure_of

FEWEST_DIGITS = 3
_INCLUDING = frozenset({"including", "include", "includes", "counting"})
_MOVED = word_set("push bring brought tak took rais driv drove driven ris rose risen went climb shot mov")


def plain_value(anchor: Anchor) -> Value:
    """The mention's value; "pushed ... up to 161" says where a count went, not a ceiling."""
    value = anchor.mention.value
    if not isinstance(value, Figure) or value.hedge is not Hedge.AT_MOST or value.number is None:
        return value
    if not anchor.mention.words.lower().startswith("up to"):
        return value
    words = anchor.scene.sentence.words[max(0, anchor.number - 16) : anchor.number]
    if not _MOVED & {word.stem for word in words}:
        return value
    return Figure(
        value.words,
        value.number,
        Hedge.EXACT,
        value.number,
        value.number,
        None,
        value.kind,
        value.unit,
        value.of,
        value.place,
    )


def number_of(figure: Figure) -> Decimal | None:
    """The number as others of its kind are written: "a third" is 33 percent."""
    is_share = figure.kind is FigureKind.SHARE and figure.number is not None
    return figure.number * 100 if is_share and figure.number is not None else figure.number


def agreement(anchor: Anchor, profile: Profile) -> float:
    """How far the number is one of the recorded: half where the record itself gives quite another beside it."""
    value = plain_value(anchor)
    found = [_likeness(value, claim.value) for claim in profile.claims]
    best = max(found, default=0.0)
    return 0.75 * best if best == 1 and min(found) == 0 else best


def _likeness(a: Value, b: Value) -> float:
    """1 for the same number, less for one that is merely possible beside it ("more than 50" beside 123)."""
    one, two = figure_of(a), figure_of(b)
    if one is None or two is None or _are_lengths_apart(a, b):
        return 0.0
    if one.number is not None and one.number == two.number:
        return 1.0
    high_enough = one.high is None or two.low <= one.high
    overlaps = high_enough and (two.high is None or one.low <= two.high)
    if not overlaps or one.hedge is two.hedge is Hedge.EXACT:
        return 0.0
    if one.number and two.number:
        return 0.6 if max(one.number, two.number) <= min(one.number, two.number) * Decimal("1.25") else 0.2
    return 0.4


def _are_lengths_apart(a: Value, b: Value) -> bool:
    """Fewer than 50 seconds and one day: numbers of two units say nothing of each other."""
    if not (isinstance(a, Duration) and isinstance(b, Duration)) or a.length.unit == b.length.unit:
        return False
    is_shorter = a.high_days is not None and b.low_days > a.high_days
    return is_shorter or (b.high_days is not None and a.low_days > b.high_days)


def is_slip(anchor: Anchor, profile: Profile) -> bool:
    """The digits of a recorded number in another order: a slip of the hand far more often than chance."""
    one = figure_of(plain_value(anchor))
    known = [figure_of(claim.value) for claim in profile.claims]
    least = FEWEST_DIGITS - (anchor.kind in ("percent", "money"))
    return one is not None and any(
        two is not None and (is_jumbled(one.number, two.number, least) or lacks_a_digit(one.number, two.number))
        for two in known
    )


def is_jumbled(one: Decimal | None, two: Decimal | None, least: int = FEWEST_DIGITS) -> bool:
    if (
        one is None
        or two is None
        or one == two
        or one.normalize().as_tuple().exponent != two.normalize().as_tuple().exponent
    ):
        return False
    digits, others = one.normalize().as_tuple().digits, two.normalize().as_tuple().digits
    return len(digits) >= least and sorted(digits) == sorted(others)


def lacks_a_digit(one: Decimal | None, two: Decimal | None) -> bool:
    """9,000 and 19,000: the first digit of a long number is missing on one side."""
    if not one or not two or one % 1 or two % 1:
        return False
    short, long = sorted((f"{one:f}", f"{two:f}"), key=len)
    return len(short) >= FEWEST_DIGITS and len(long) == len(short) + 1 and long.endswith(short)


def lacks_included(number: Decimal | None, written: str) -> Decimal | None:
    """What a recorded wording says it includes ("ten, including two minors"), where just these are missing."""
    words = fold_words(written)
    cut = next((at for at, word in enumerate(words) if word in _INCLUDING), len(words))
    counted = [value for word in words[:cut] if (value := _number(word))]
    included = next((value for word in words[cut + 1 :] if (value := _number(word))), None)
    return included if included and counted and number == counted[-1] - included else None


def _number(word: str) -> Decimal | None:
    return Decimal(word) if word.isdigit() else SMALL.get(word) or TENS.get(word)


def is_telling(number: Decimal | None) -> bool:
    """A number too particular to turn up twice by chance: not small, not round, or with decimals."""
    return number is not None and ((number > 20 and number % 10 != 0) or number % 1 != 0)

"""Numbers as people write them, in digits, words or both ("1,038", "two dozen", "2.5 million"), to Decimal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


def word_set(words: str) -> frozenset[str]:
    """The words of a text as a set: how the readers write their word lists."""
    return frozenset(words.split())


def _counted(words: str, first: int, step: int = 1) -> dict[str, Decimal]:
    return {word: Decimal(first + step * index) for index, word in enumerate(words.split())}


SMALL = _counted(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
    """,
    0,
)
SMALL |= {"nought": Decimal(0), "naught": Decimal(0)}
TENS = _counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10) | {"fourty": Decimal(40)}
MULTIPLES = {
    "dozen": Decimal(12),
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "lakh": Decimal(100_000),
    "million": Decimal(10**6),
    "crore": Decimal(10**7),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "quadrillion": Decimal(10**15),
}
SHORT_MULTIPLES = {
    "mn": MULTIPLES["million"],
    "mln": MULTIPLES["million"],
    "bn": MULTIPLES["billion"],
    "bln": MULTIPLES["billion"],
    "mil": MULTIPLES["million"],
    "tn": MULTIPLES["trillion"],
    "tln": MULTIPLES["trillion"],
    "trn": MULTIPLES["trillion"],
    "lac": MULTIPLES["lakh"],
    "millions": MULTIPLES["million"],
    "billions": MULTIPLES["billion"],
    "trillions": MULTIPLES["trillion"],
    "lakhs": MULTIPLES["lakh"],
    "crores": MULTIPLES["crore"],
    "dozens": MULTIPLES["dozen"],
    "doz": MULTIPLES["dozen"],
    "dozs": MULTIPLES["dozen"],
    "dzs": MULTIPLES["dozen"],
}
GLUED_MULTIPLES = {
    "k": MULTIPLES["thousand"],
    "m": MULTIPLES["million"],
    "b": MULTIPLES["billion"],
    "t": MULTIPLES["trillion"],
}
"""Letters that multiply only when they stand right behind the digits: 10k, 5M."""
FRACTION_SIGNS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal("0.333333333333"),
    "⅔": Decimal("0.666666666667"),
    "⅕": Decimal("0.2"),
    "⅖": Decimal("0.4"),
    "⅗": Decimal("0.6"),
    "⅘": Decimal("0.8"),
    "⅙": Decimal("0.166666666667"),
    "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}
ORDINALS = _counted(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth
    """,
    1,
) | {
    "thirtieth": Decimal(30),
    "fortieth": Decimal(40),
    "fiftieth": Decimal(50),
    "sixtieth": Decimal(60),
    "seventieth": Decimal(70),
    "eightieth": Decimal(80),
    "ninetieth": Decimal(90),
    "hundredth": Decimal(100),
    "thousandth": Decimal(1000),
    "millionth": Decimal(10**6),
    "billionth": Decimal(10**9),
    "trillionth": Decimal(10**12),
}
PARTS = (
    {"half": Decimal(2), "halves": Decimal(2), "quarter": Decimal(4), "quarters": Decimal(4)}
    | {word: value for word, value in ORDINALS.items() if word not in ("first", "second")}
    | {f"{word}s": value for word, value in ORDINALS.items() if word not in ("first", "second")}
)
"""Denominators: a third, three quarters, two fifths."""

WHOLE_WORDS = SMALL | TENS
STARTERS = frozenset(WHOLE_WORDS) | frozenset(MULTIPLES) | {"half", "quarter", "minus", "negative"}
"""Words a number can begin with, besides digits, "a" and fraction signs."""

_GROUPED = re.compile(r"\d{1,3}(?:([, \u00a0\u2009\u202f'’.])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_PIECES = re.compile(
    r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|(?<![\w.])\.\d+|\d+(?:[.,'’]\d+)*|[½-¾⅓-⅞]|[^\W\d_]+|\S"
)
_LONGEST = 15  # more digits than this without grouping are an account or article number, not a figure
_DENOMINATORS = frozenset({"2", "3", "4", "5", "8", "16", "32", "100", "1000"})
_PLACES = Decimal("1E-12")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number found in a list of tokens: its value, the value of its last written place, the token after it.

    `plain` means digits alone, with nothing multiplied; `part` a fraction without a whole ("a third").
    """

    value: Decimal
    place: Decimal
    end: int
    plain: bool = False
    part: bool = False


def read_digits(text: str) -> Decimal | None:
    """The value of digits with their separators; None for versions, dates, lists and identifiers.

    >>> read_digits("1,038"), read_digits("1 000"), read_digits("1.000.000"), read_digits("10.4.2")
    (Decimal('1038'), Decimal('1000'), Decimal('1000000'), None)
    """
    if len(text) > 40:
        return None
    if text.isdecimal():
        return Decimal(text) if len(text) <= _LONGEST else None
    whole, dot, rest = text.partition(".")
    if dot and rest.isdecimal() and (not whole or whole.isdecimal() or _is_grouped(whole)):
        european = rest == "000" and whole.isdecimal() and len(whole) <= 3 and whole[0] != "0"
        return Decimal(whole + rest) if european else Decimal(_only_digits(whole) + "." + rest)
    if _is_grouped(text):
        return Decimal(_only_digits(text))
    whole, comma, rest = text.rpartition(",")
    if comma and rest.isdecimal() and len(rest) <= 2 and (whole.isdecimal() or _DOTTED.fullmatch(whole)):
        return Decimal(f"{_only_digits(whole)}.{rest}")
    return None


def read_number(text: str) -> Decimal | None:
    """The number a whole text is, in digits or English words; None if it is anything else.

    >>> read_number("fifty-two"), read_number("1.3bn"), read_number("half a million")
    (Decimal('52'), Decimal('1300000000'), Decimal('500000'))
    """
    tokens = _PIECES.findall(text.lower())
    found = read_numeral(tokens, 0) if tokens else None
    if found is None:
        return None
    if found.end == len(tokens) - 1 and found.plain and tokens[-1] in GLUED_MULTIPLES:
        return found.value * GLUED_MULTIPLES[tokens[-1]]
    return found.value if found.end == len(tokens) else None


def read_numeral(tokens: Sequence[str], at: int, *, joined: bool = True) -> Numeral | None:
    """The longest number that starts at token `at` (lower case; hyphens are tokens of their own), or None.

    `joined` False does not read across "and": in "between one hundred and fifty" two numbers stand side by side.
    Looks at a bounded number of tokens, so reading a text stays linear.
    """
    word = _at(tokens, at)
    if word in ("minus", "negative"):
        found = read_numeral(tokens, at + 1) if _at(tokens, at + 1) not in ("minus", "negative") else None
        return found and Numeral(-found.value, found.place, found.end, found.plain, found.part)
    if word[:1].isdecimal() or (word[:1] == "." and word[1:2].isdecimal()):
        return _from_digits(tokens, at)
    if word in FRACTION_SIGNS:
        return _times(tokens, Numeral(FRACTION_SIGNS[word], Decimal("0.01"), at + 1, part=True))
    return _fraction(tokens, at) or _from_words(tokens, at, joined)


def _from_digits(tokens: Sequence[str], at: int) -> Numeral | None:
    fraction = _slash(tokens, at) if _at(tokens, at + 1) == "/" else None
    if fraction is not None:
        return _times(tokens, fraction)
    value = read_digits(tokens[at])
    if value is None:
        return None
    exponent = value.as_tuple().exponent
    found = Numeral(value, Decimal(1).scaleb(min(int(exponent), 0)), at + 1, plain=True)
    extra = _sign_or_slash(tokens, at + 1)
    if extra:
        found = Numeral(value + extra.value, extra.place, extra.end)
    multiplied = _times(tokens, found)
    if multiplied.end > found.end:
        multiplied = _more_groups(tokens, multiplied)
    return _and_part(tokens, multiplied) if value else found


def _more_groups(tokens: Sequence[str], found: Numeral) -> Numeral:
    """Smaller groups behind a multiplied one: "3 million 500 thousand", "4 thousand 3 hundred and 21"."""
    for _ in range(3):
        last = MULTIPLES.get(_at(tokens, found.end - 1), Decimal(0))
        joined = _at(tokens, found.end) == "and"
        at = found.end + joined
        value = Decimal(_at(tokens, at)) if _at(tokens, at).isdecimal() and len(_at(tokens, at)) <= 3 else None
        small = (value, at + 1) if value is not None else _below_hundred(tokens, at)
        if small is None or not last:
            return found
        times, end = _multiples(tokens, small[1])
        if last == 100 and times == 1 and small[0] < 100:
            return Numeral(found.value + small[0], Decimal(1), end)
        if joined or times == 1 or times >= last:
            return found
        found = Numeral(found.value + small[0] * times, times, end)
    return found


def _sign_or_slash(tokens: Sequence[str], at: int) -> Numeral | None:
    """The fraction behind a whole number: 2½, 7 3/4."""
    sign = FRACTION_SIGNS.get(_at(tokens, at))
    return Numeral(sign, Decimal("0.01"), at + 1) if sign is not None else _slash(tokens, at)


def _slash(tokens: Sequence[str], at: int) -> Numeral | None:
    """A fraction in digits with one of the denominators people use; others are dates or "24/7"."""
    top, slash, bottom = _at(tokens, at), _at(tokens, at + 1), _at(tokens, at + 2)
    if slash != "/" or bottom not in _DENOMINATORS or not top.isdecimal() or len(top) > 2 or _at(tokens, at + 3) == "/":
        return None
    over, under = Decimal(top), Decimal(bottom)
    return Numeral(_divided(over, under), Decimal("0.01"), at + 3, part=True) if 0 < over < under else None


def _from_words(tokens: Sequence[str], at: int, joined: bool) -> Numeral | None:
    found = _whole(tokens, at, joined)
    if found is None:
        return None
    found = _in_parts(tokens, at, _point(tokens, found))
    return _and_part(tokens, found) if joined and not found.part else found


def _in_parts(tokens: Sequence[str], at: int, found: Numeral) -> Numeral:
    """A number of parts: "twenty-three fifths", "twenty twenty-fifths" (20/25), "a hundred millionths"."""
    after = _skip_hyphen(tokens, found.end)
    word, last = _at(tokens, after), _at(tokens, found.end - 1)
    under = ORDINALS.get(word.removesuffix("s")) if word.endswith("s") else None
    if under is None or found.value <= 1:
        return found
    value = found.value
    if last in TENS and under < 10 and found.end - 1 > at and _at(tokens, found.end - 2) not in ("and", "-"):
        value, under = value - TENS[last], TENS[last] + under
    elif word in ("firsts", "seconds"):
        return found
    return Numeral(_divided(value, under), Decimal("0.01"), after + 1, part=True)


def _whole(tokens: Sequence[str], at: int, joined: bool) -> Numeral | None:
    """Groups below a thousand, each with a smaller multiple than the one before: "two million three hundred"."""
    total, place, end, last = Decimal(0), Decimal(1), at, None
    while True:
        start = end + 1 if last is not None and joined and _at(tokens, end) == "and" else end
        if start > end and _bare_part(tokens, start):
            break
        group = _group(tokens, start, joined)
        if group is None:
            break
        times, after = _multiples(tokens, group[1])
        if last is not None and times >= last:
            break
        total, end = total + group[0] * times, after
        place = times if times >= 1000 else Decimal(1)
        if times < 1000:
            break
        last = times
    return Numeral(total, place, end) if end > at else None


def _group(tokens: Sequence[str], at: int, joined: bool) -> tuple[Decimal, int] | None:
    """A number below ten thousand and the token after it: "five", "a hundred and five", "twelve hundred"."""
    word = _at(tokens, at)
    if word in ("a", "an") and _at(tokens, at + 1) in MULTIPLES:
        value, end = Decimal(1), at + 1
    elif word in MULTIPLES and word not in ("dozen", "lakh", "crore"):
        value, end = Decimal(1), at
    else:
        small = _below_hundred(tokens, at)
        if small is None:
            return None
        value, end = small
    after = _skip_hyphen(tokens, end)
    if _at(tokens, after) != "hundred" or not value:
        return value, end
    value, end = value * 100, after + 1
    start = end + 1 if joined and _at(tokens, end) == "and" else _skip_hyphen(tokens, end)
    tail = None if start > end and _bare_part(tokens, start) else _below_hundred(tokens, start)
    if tail is None or tail[0] == 0 or _at(tokens, tail[1]) in ("hundred", "dozen"):
        return value, end
    return value + tail[0], tail[1]


def _below_hundred(tokens: Sequence[str], at: int) -> tuple[Decimal, int] | None:
    word = _at(tokens, at)
    if word in SMALL:
        return SMALL[word], at + 1
    if word not in TENS:
        return None
    unit = _at(tokens, _skip_hyphen(tokens, at + 1))
    if unit in SMALL and 0 < SMALL[unit] < 10:
        return TENS[word] + SMALL[unit], _skip_hyphen(tokens, at + 1) + 1
    return TENS[word], at + 1


def _multiples(tokens: Sequence[str], at: int) -> tuple[Decimal, int]:
    """The product of at most two multiples behind a number ("hundred thousand"), and the token after them."""
    times, end = Decimal(1), at
    for _ in range(2):
        after = _skip_hyphen(tokens, end)
        word = _at(tokens, after)
        factor = MULTIPLES.get(word) or SHORT_MULTIPLES.get(word)
        if factor is None or (end > at and factor < 1000):
            break
        times, end = times * factor, after + 1
    return times, end


def _times(tokens: Sequence[str], found: Numeral) -> Numeral:
    times, end = _multiples(tokens, found.end)
    if end == found.end:
        return found
    return Numeral(found.value * times, found.place * times, end)


def _point(tokens: Sequence[str], found: Numeral) -> Numeral:
    """Decimals in words: "nine point five", "two point two million", "two hundred point seventy-one"."""
    if _at(tokens, found.end) != "point":
        return found
    digits, end = "", found.end + 1
    if _at(tokens, end) in TENS and (small := _below_hundred(tokens, end)):
        digits, end = f"{small[0]}", small[1]
    while len(digits) < 9 and (value := SMALL.get(_at(tokens, end), Decimal(10))) < 10:
        digits, end = f"{digits}{value}", end + 1
    if not digits:
        return found
    decimals = Decimal(f"0.{digits}")
    return _times(tokens, Numeral(found.value + decimals, Decimal(1).scaleb(-len(digits)), end))


def _and_part(tokens: Sequence[str], found: Numeral) -> Numeral:
    """A fraction added with "and": "one and a half", "five and a half million", "a million and a half"."""
    at = _skip_hyphen(tokens, found.end)
    if _at(tokens, at) != "and":
        return found
    part = _bare_part(tokens, _skip_hyphen(tokens, at + 1))
    if part is None:
        return found
    scale = found.place if found.place > 1 else Decimal(1)
    times, end = _multiples(tokens, part.end)
    if scale > 1 and 1000 <= times < scale:  # "one billion and a half million"
        return Numeral(found.value + part.value * times, times / 10, end)
    mixed = Numeral(found.value + part.value * scale, scale / 10, part.end)
    return _times(tokens, mixed) if scale == 1 else mixed


def _fraction(tokens: Sequence[str], at: int) -> Numeral | None:
    """A fraction and what it is of, if that is a number: "three-quarters", "half a million", "a third"."""
    part = _bare_part(tokens, at)
    if part is None:
        return None
    start = part.end + 1 if _at(tokens, part.end) == "of" else part.end
    if _at(tokens, start) in ("a", "an"):
        start += 1
    elif start > part.end:
        return part
    word = _at(tokens, start)
    if word not in MULTIPLES or word == "hundred":
        return part
    times = MULTIPLES[word]
    return Numeral((part.value * times).quantize(Decimal(1)), times / 100 if times > 100 else Decimal(1), start + 1)


def _bare_part(tokens: Sequence[str], at: int) -> Numeral | None:
    word = _at(tokens, at)
    if word in ("half", "quarter"):
        return Numeral(1 / PARTS[word], Decimal("0.01"), at + 1, part=True)
    top = Decimal(1) if word in ("a", "an") else SMALL.get(word)
    if not top:
        return None
    under, end = _denominator(tokens, _skip_hyphen(tokens, at + 1))
    if under is None or (top > 1) != _at(tokens, end - 1).endswith("s"):
        return None
    return Numeral(_divided(top, under), Decimal("0.01"), end, part=True)


def _denominator(tokens: Sequence[str], at: int) -> tuple[Decimal | None, int]:
    """ "third", "quarters", "twenty-fifth", "twenty firsts": what it divides by and the token after it."""
    word = _at(tokens, at)
    if word in TENS:
        after = _skip_hyphen(tokens, at + 1)
        unit = ORDINALS.get(_at(tokens, after).removesuffix("s"))
        return (TENS[word] + unit, after + 1) if unit and unit < 10 else (None, at)
    return PARTS.get(word), at + 1


def _divided(over: Decimal, under: Decimal) -> Decimal:
    return (over / under).quantize(_PLACES).normalize() + 0


def _is_grouped(text: str) -> bool:
    return text[0] != "0" and _GROUPED.fullmatch(text) is not None and (text.count(".") != 1 or "," in text)


def _only_digits(text: str) -> str:
    return "".join(char for char in text if char.isdecimal()) or "0"


def _skip_hyphen(tokens: Sequence[str], at: int) -> int:
    return at + 1 if _at(tokens, at) == "-" else at


def _at(tokens: Sequence[str], at: int) -> str:
    return tokens[at] if 0 <= at < len(tokens) else ""

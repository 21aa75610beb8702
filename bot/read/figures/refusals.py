"""Which numbers are no figures: pieces of dates, identifiers, phone numbers, names, list markers."""

from __future__ import annotations

from decimal import Decimal

from bot.numerals import word_set
from bot.read.currencies import CODES, LETTERED
from bot.read.figures.tokens import Tokens

MONTHS = word_set(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre januar februar märz
    juni juli oktober dezember января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    """
)
_AMBIGUOUS_MONTHS = frozenset({"may", "march", "mars", "mar", "dec", "jun", "mai", "sep", "jan", "oct"})
_LABELS = word_set(
    """
    cop no nos number level article articles section sections chapter page pages paragraph clause room gate line route
    highway interstate flight bus channel phase type class grade version model step stage volume episode season
    round group unit apollo formula block platform table category verse act title rule item question exhibit
    schedule resolution order protocol area zone district ward sector division tier band appendix annex figure fig
    op opus lot week boeing airbus embraer cessna iphone windows falcon soyuz covid galaxy playstation psalm
    matthew mark luke john genesis isaiah size ages case docket file form bill hr proposition prop pier terminal
    runway lane track top big studio radio layer generation gen squadron regiment building tower tel phone fax
    call dial § # № n° nr art junction exit pm am
    """
) - {"ages", "top", "big", "bill", "pm", "am", "building", "john", "mark", "call"}
_COUNTABLE = word_set(
    """
    people men women children troops soldiers homes houses passengers workers prisoners residents victims jobs
    civilians migrants refugees students officers police families fans protesters guests employees schools
    companies voters deaths cases km miles metres kilometres tonnes tons euros dollars pounds meters barrels feet
    pages words apartments flats buildings vehicles patients seats votes members supporters fighters firefighters
    """
)
_YEAR_PREPOSITIONS = word_set("in since until till by from during of before after circa year through to")
_FOLLOW_STOP = frozenset(
    {"and", "or", "to", "at", "in", "on", "when", "as", "was", "with", "after", "for", "by", "but"}
)


def is_month(tokens: Tokens, at: int) -> bool:
    word = tokens.word(at)
    return word in MONTHS and (word not in _AMBIGUOUS_MONTHS or tokens.is_capital(at))


def is_refused(tokens: Tokens, first: int, end: int, value: Decimal) -> bool:
    """Whether the number in tokens [first, end) is a piece of something else than a figure."""
    if tokens.word(first)[:1].isdecimal():
        return (
            is_identifier(tokens, first, end)
            or is_year(tokens, first, end, value)
            or is_date_piece(tokens, first, end, value)
            or is_labelled(tokens, first)
            or _is_numbered_name(tokens, first, end, value)
            or _is_address(tokens, first, end)
        )
    return is_name_part(tokens, first, end) or (
        tokens.is_capital(first) and is_labelled(tokens, first) and not tokens.is_sentence_start(first)
    )


def is_identifier(tokens: Tokens, first: int, end: int) -> bool:
    """ "Il-96", "MH17", "#5", "24/7", "+1 202 555 0147", "555-1234", "a@b1.com", "1." at the head of a line."""
    raw, before = tokens.raw(first), tokens.word(first - 1)
    if tokens.is_glued(first):
        if (
            before == "_"
            or (before[:1].isalpha() and not _is_currency(tokens, first - 1))
            or before in ("#", "@", "№", "\\", "=")
        ):
            return True
        if before == "-" and tokens.is_glued(first - 1) and tokens.word(first - 2)[:1].isalpha():
            return tokens.word(first - 2) not in ("to", "and", "for", "of", "in", "by")
        if before in ("/", ".", ":") and tokens.is_glued(first - 1) and tokens.word(first - 2)[:1].isalnum():
            return True
        if before == "+" and len(raw) > 6:
            return True
    if len(raw) > 1 and raw[0] == "0" and raw.isdecimal():
        return True
    if before.isdecimal() and len(before) > 1 and before[0] == "0":
        return True  # the rest of "0800 123 456"
    if _is_glued_on(tokens, end) or _is_phone(tokens, first, end):
        return True
    after = tokens.word(end)
    at_line_start = first == 0 or "\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]][:200]
    return (
        at_line_start and after in (".", ")") and tokens.is_glued(end) and not tokens.is_break(end + 1) and len(raw) < 4
    )


def _is_currency(tokens: Tokens, at: int) -> bool:
    """Letters of a currency right before an amount: USD3.14, Rs20; COP28 is a conference."""
    return (
        tokens.word(at) != "cop"
        and not tokens.is_glued(at)
        and (tokens.raw(at) in CODES or tokens.word(at) in LETTERED)
    )


def _is_glued_on(tokens: Tokens, end: int) -> bool:
    """Something behind the digits that makes them an identifier: an underscore, "@", "/2024"."""
    after = tokens.word(end)
    if not tokens.is_glued(end):
        return False
    if after in ("_", "@", "\\", "="):
        return True
    return after == "/" and tokens.is_glued(end + 1) and tokens.word(end + 1)[:1].isdecimal()


def _is_phone(tokens: Tokens, first: int, end: int) -> bool:
    """Three or more groups joined by hyphens, or "555-1234"; either end of the chain may come first."""
    left = _chain(tokens, first, -1)
    right = _chain(tokens, end - 1, 1)
    if left + right >= 2:
        return True
    groups = (first - 2, first) if left else (first, end + 1)
    if not left and not right:
        return False
    one, two = tokens.raw(groups[0]), tokens.raw(groups[1])
    return len(one) == 3 and len(two) == 4 and one.isdecimal() and two.isdecimal() and tokens.word(end) != "%"


def _chain(tokens: Tokens, at: int, step: int) -> int:
    """How many more groups of bare digits hang on by "-", "." or "/" in one direction; stops counting at two."""
    groups = 0
    while groups < 2:
        low, high = sorted((at, at + 2 * step))
        glued = tokens.is_glued(low + 1) and tokens.is_glued(high)
        if not glued or tokens.word(low + 1) not in ("-", "/", ".") or not tokens.word(at + 2 * step).isdecimal():
            break
        groups, at = groups + 1, at + 2 * step
    return groups


def is_year(tokens: Tokens, first: int, end: int, value: Decimal) -> bool:
    """A bare four-digit number that reads as a year; "2000 people" and "1300 prisoners" are counts."""
    raw, before = tokens.raw(first), tokens.word(first - 1)
    if end != first + 1 or len(raw) != 4 or not raw.isdecimal() or value < 1000:
        return False
    if tokens.word(end) in ("s", "'") and tokens.is_glued(end):
        return True
    if is_month(tokens, first - 1) or (tokens.word(first - 2).isdecimal() and is_month(tokens, first - 3)):
        return True
    if not 1900 <= value <= 2099:
        return before in _YEAR_PREPOSITIONS and value <= 2200 and not _starts_noun(tokens, end)
    return not (tokens.word(end) in _COUNTABLE and before not in _YEAR_PREPOSITIONS | {"the", "this"})


def _starts_noun(tokens: Tokens, at: int) -> bool:
    word = tokens.word(at)
    return word in _COUNTABLE or (word.endswith("s") and word not in ("was", "is", "has", "its", "this", "as"))


def is_date_piece(tokens: Tokens, first: int, end: int, value: Decimal) -> bool:
    """A day beside a month ("13 December", "December 12 and 13", "12-13 August", "1er août")."""
    if end != first + 1 or value > 31 or not tokens.raw(first).isdecimal():
        return False
    if _month_after(tokens, end):
        return True
    at = first - 1
    for _ in range(3):
        if tokens.word(at) == "." and is_month(tokens, at - 1):
            at -= 1
        if is_month(tokens, at) or (tokens.word(at) == "de" and is_month(tokens, at - 1)):
            lead_in = tokens.word(at - 1)
            return not (lead_in in ("in", "last", "this") and _is_counted(tokens, end))
        if tokens.word(at) not in (",", "and", "to", "-", "–", "or") or not _is_day(tokens, at - 1):
            return False
        if tokens.word(at) == "," and _is_counted(tokens, end):
            return False
        at -= 2
    return False


def _month_after(tokens: Tokens, end: int) -> bool:
    at = end
    for _ in range(3):
        if tokens.word(at) in ("st", "nd", "rd", "th", "er") and tokens.is_glued(at):
            at += 1
        if tokens.word(at) in (".", "of", "de", "-", "/") and is_month(tokens, at + 1):
            return True
        if is_month(tokens, at):
            return True
        if tokens.word(at) not in ("-", "–", "to", "and", "or", "/") or not _is_day(tokens, at + 1):
            return False
        at += 2
    return False


def _is_day(tokens: Tokens, at: int) -> bool:
    word = tokens.word(at)
    return word.isdecimal() and len(word) <= 2 and int(word) <= 31


def _is_counted(tokens: Tokens, at: int) -> bool:
    word = tokens.word(at)
    return word[:1].isalpha() and word not in _FOLLOW_STOP and not tokens.is_capital(at)


def is_labelled(tokens: Tokens, first: int) -> bool:
    """ "level 5", "No. 10", "Article 5", "Boeing 737", "S&P 500", "Group of 20": a number that names."""
    at = first - 1
    if tokens.word(at) == "p" and tokens.word(at - 1) == "&":
        return True
    if tokens.word(at) == "of" and tokens.word(at - 1) == "group" and tokens.is_capital(at - 1):
        return True
    if tokens.word(at) == "[" and tokens.word(first + 1) == "]":
        return True
    if (
        tokens.word(at) == "."
        and tokens.is_glued(at)
        and tokens.word(at - 1) in ("no", "nos", "art", "sec", "fig", "p", "nr")
    ):
        return True
    if tokens.word(at) in _LABELS:
        return not (tokens.word(at) in ("no", "order") and not tokens.raw(first).isdecimal())
    if tokens.word(at) == "-" and tokens.word(at - 1) in _LABELS and tokens.is_glued(at):
        return True
    if tokens.word(at) in ("and", "to", "–", "-", ",") and tokens.word(at - 1).isdecimal():
        return tokens.word(at - 2) in ("articles", "sections", "pages", "nos", "levels", "flights", "chapters")
    return False


def _is_numbered_name(tokens: Tokens, first: int, end: int, value: Decimal) -> bool:
    """A small bare number behind a name, nothing counted behind it: "Apollo 11 landed", "the FTSE 100 fell"."""
    at, raw = first - 1, tokens.raw(first)
    index = value in _INDEXES and tokens.word(at) in _INDEX_NAMES
    if not tokens.is_capital(at) or tokens.is_sentence_start(at) or not raw.isdecimal() or end != first + 1:
        return index
    if tokens.word(at) in _CALENDAR or is_month(tokens, at) or tokens.raw(at) in CODES - {"COP"}:
        return False
    following = tokens.word(end)
    bare = following in ("", ".", ",", ";", ")", "and", "or", "'s") or following in _VERBS or tokens.is_capital(end)
    return index or (bare and value <= 20 and not (following in (",", ")", "(") and tokens.word(at - 1) == ","))


_INDEXES = frozenset(Decimal(value) for value in (30, 40, 50, 100, 200, 225, 250, 300, 350, 500, 600, 1000, 2000))
_INDEX_NAMES = word_set(
    "nasdaq ftse dax cac stoxx nikkei fortune russell csi topix kospi euronext asx ibex global forbes"
)
_CALENDAR = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter fall christmas easter only just
    another all over under about some nearly almost around up in on at of the these those other
    """
)
_VERBS = word_set("is was were has had fell rose landed won lost will would said came went returned opened closed")


_STREETS = word_set("street st avenue ave road rd drive lane boulevard blvd square terrace crescent")


def _is_address(tokens: Tokens, first: int, end: int) -> bool:
    """The number of a house: "10 Downing Street", "1600 Pennsylvania Avenue"."""
    if end != first + 1 or not tokens.raw(first).isdecimal() or not tokens.is_capital(end):
        return False
    return any(tokens.word(end + n) in _STREETS and tokens.is_capital(end + n) for n in (1, 2, 3))


def is_name_part(tokens: Tokens, first: int, end: int) -> bool:
    """A capitalised number word beside another capital, not at a sentence's start: "BBC Two", "the Big Three"."""
    if not tokens.is_capital(first) or tokens.raw(first).isupper():
        return False
    if tokens.is_glued(end) and tokens.word(end)[:1].isdecimal():
        return True  # "Twenty20"
    if tokens.is_sentence_start(first):
        return False
    if tokens.is_capital(first - 1) or (tokens.word(first - 1) == "of" and tokens.is_capital(first - 2)):
        return True  # "BBC Two", "the Gang of Four"
    if tokens.word(first - 1) == "the" and end == first + 1 and not tokens.is_word(end):
        return True  # "the Hundred"
    return tokens.is_capital(end) and not tokens.is_sentence_start(first) and tokens.word(first - 1) not in ("", ",")

"""What a number counts: the head of the noun phrase after it ("43 people including three children": people)."""

from __future__ import annotations

from bot.numerals import STARTERS, word_set
from bot.read.figures.tokens import Tokens

_STOP = word_set(
    """
    a an the and or but nor of in on at by for from to with without into onto over under between among amid after
    before during since until about above below near as than that which who whom whose where when while if because
    so including include includes is are was were be been being has have had do does did will would could can may
    might must should shall not never no it its he she they them their his her our we you i this these those there
    here per via out up down off away aboard across along around behind beyond inside outside through throughout
    toward towards within against despite except like unlike upon versus vs also already still just only yet both
    either neither each every all died dead killed hurt injured wounded missing freed released arrested detained
    held said says told went came took made got gave left remain remained remains live lived work worked rose fell
    won lost voted according earlier later ago more less fewer most least together apart et y и und le la les de
    des du en dans el los las return returned survived escaped fled happened stayed stood sat ran led began
    started ended became become believed feared thought expected reported confirmed charged convicted sentenced
    accused jailed executed trapped stranded rescued evacuated displaced sent taken brought put set known found
    seen identified hospitalised hospitalized last next now then today yesterday tomorrow tonight overall nationwide
    worldwide annually daily weekly monthly yearly aged old combined respectively alone instead elsewhere abroad
    home once though although whereas unless whether
    """
)
_PREMODIFIERS = word_set(
    """
    earlier previous more other others further additional new different separate such successive consecutive total
    confirmed reported suspected injured dead missing wounded detained arrested displaced freed released alleged
    convicted accused trapped stranded registered estimated armed married unidentified jailed sentenced executed
    kidnapped abducted charged rescued evacuated killed unaffected daily weekly monthly yearly annual combined expected
    known
    """
)
_PLURALS = word_set(
    """
    people men women children police personnel staff aircraft troops persons others minors lives seamen policemen
    servicemen servicewomen firemen fishermen militiamen gunmen spokesmen crew cattle sheep teeth feet mice fish
    them us
    """
)
_SETS = word_set("sets pairs pieces types kinds sorts batches rounds cases counts acts forms bottles packs")
_NOT_PLURAL = ("ss", "us", "is", "'s", "’s", "ous", "ics")
_NUMBERED = word_set("number total toll tally count")
_LONGEST = 7


def find_counted(tokens: Tokens, start: int, first: int, end: int) -> tuple[str, int]:
    """The words counted by the number in tokens [first, end), "" if none, and the token after them.

    `start` is where the mention with its hedge begins: what stands before it is looked at when nothing follows.
    """
    at, last = _after(tokens, end)
    if last > at:
        return tokens.text[tokens.starts[at] : tokens.ends[last - 1]], last
    return _before(tokens, start), end


def _after(tokens: Tokens, end: int) -> tuple[int, int]:
    """The span of the noun phrase behind the number, through "of the" and "out of eight"."""
    at = end
    if tokens.word(end) == "-" and tokens.is_glued(end) and tokens.is_glued(end + 1):
        named = tokens.is_word(end + 1) and tokens.word(end + 1) not in _STOP
        return end + 1, end + 1 + named  # "31-story towers" counts storeys
    if tokens.word(at) == "of" and tokens.word(at + 1) in _PARTITIVES:
        at += 2
        if tokens.word(at - 1) in ("them", "us") or (_is_end(tokens, at) and not _leads_on(tokens, at)):
            if tokens.word(at) in _PREMODIFIERS:
                return at, at + 1  # "39 of the dead"
            if tokens.word(at - 1) in _PRONOUNS:
                return at - 1, at
    elif tokens.word(at) == "of" and _is_number(tokens, at + 1):
        at += 1
    elif tokens.word(at) == "out" and tokens.word(at + 1) == "of":
        at += 2
    if tokens.is_break(at):
        return at, at
    last = _noun_end(tokens, at)
    if last == at and tokens.word(at) in _STATES:
        return at, at + 1  # "20 injured"
    for inner in range(at, last):
        if _is_number(tokens, inner):
            at = inner + 1  # "seven of the estate's eight buildings"
    return at, max(_noun_end(tokens, at), at) if at > last else last


_PRONOUNS = frozenset({"them", "us", "these", "those"})
_STATES = frozenset({"dead", "injured", "missing", "wounded", "hurt"})
_PARTITIVES = word_set("the them these those its their his her our us my your")


def _noun_end(tokens: Tokens, at: int) -> int:
    """The token after the noun phrase that starts at `at`; `at` itself if none does."""
    last, here = at, at
    while here < at + _LONGEST and (here == at or not tokens.is_break(here)):
        word = tokens.word(here)
        if here > at and _is_inside(tokens, here):
            here += 1
            continue
        if not (tokens.is_word(here) or _is_number(tokens, here)) or not _goes_on(tokens, here, at):
            break
        here += 1
        last = here
        if is_plural(word) and not (is_plural(tokens.word(here)) and not _is_end(tokens, here)):
            break
    if last > at and tokens.word(last - 1) in _SETS and tokens.word(last) == "of" and is_plural(tokens.word(last + 1)):
        return last + 2
    return last


def _is_inside(tokens: Tokens, at: int) -> bool:
    """A hyphen or full stop within a word: "high-rises", "U.S."."""
    if tokens.word(at) == "-":
        return tokens.is_glued(at) and tokens.is_glued(at + 1)
    return (
        tokens.word(at) == "." and tokens.is_glued(at) and len(tokens.word(at - 1)) == 1 and tokens.is_capital(at - 1)
    )


def _goes_on(tokens: Tokens, here: int, at: int) -> bool:
    """Whether the word at `here` belongs to the noun phrase begun at `at`."""
    word = tokens.word(here)
    if word in _MORE and here == at:
        return tokens.is_word(here + 1) and (tokens.word(here + 1) not in _STOP or _leads_on(tokens, here))
    if (word.endswith("ed") and len(word) > 4 and word not in _ED_NOUNS) or word in _PREMODIFIERS:
        return _leads_on(tokens, here)
    if word.endswith("ly") and word not in _STOP:
        return here == at and _leads_on(tokens, here)
    return word not in _STOP


_MORE = word_set("more other others further additional new")
_ED_NOUNS = word_set("hundred speed breed seed")


def _leads_on(tokens: Tokens, at: int) -> bool:
    """Whether a participle at `at` stands before its noun ("12 injured people") and not for a verb ("12 injured")."""
    for here in range(at + 1, at + 9):
        word = tokens.word(here)
        if is_plural(word) and word not in _STOP:
            return True
        if tokens.is_break(here) or not (tokens.is_word(here) or _is_inside(tokens, here)):
            return False
        if word in _STOP and word not in _PREMODIFIERS:
            return False
    return False


def is_plural(word: str) -> bool:
    return word in _PLURALS or (len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL))


def _is_end(tokens: Tokens, at: int) -> bool:
    return not tokens.is_word(at) or tokens.word(at) in _STOP


_LINKS = word_set(
    """
    has have had climbed risen rose reached reaches reach stood stands at to is was are were now passed hit hits
    rising climbing reaching totalled totaled been by grew grown jumped surged increased as put putting up down
    nearly being fell fallen dropped remains remained stays topped surpassed
    """
)


def _before(tokens: Tokens, start: int) -> str:
    """The thing a number is said of when nothing follows it: "death toll has climbed to 151", "the injured at 79"."""
    at = start - 1
    for _ in range(6):
        if tokens.word(at) not in _LINKS:
            break
        at -= 1
    if at == start - 1 or tokens.is_break(at + 1) or not tokens.is_word(at):
        return _of_the(tokens, start)
    first = at
    while first > at - 3 and tokens.is_word(first - 1) and tokens.word(first - 1) not in _STOP | _LINKS:
        if tokens.is_break(first):
            break
        first -= 1
    if tokens.word(at) in ("it", "that", "he", "she", "they", "which", "who", "this"):
        return ""
    if tokens.word(first) in _LINKS:
        first += 1
    return tokens.text[tokens.starts[first] : tokens.ends[at]] if first <= at else ""


def _of_the(tokens: Tokens, start: int) -> str:
    """ "Of the eight high-rises, seven were engulfed": high-rises."""
    if tokens.word(start - 1) != ",":
        return ""
    for at in range(start - 2, max(start - 9, -1), -1):
        if (
            tokens.word(at) == "of"
            and tokens.is_sentence_start(at)
            and tokens.word(at + 1) in ("the", "those", "these", "all")
        ):
            first = at + 2
            while first < start - 2 and (
                tokens.word(first) in _STOP or tokens.word(first).isdecimal() or _is_number(tokens, first)
            ):
                first += 1
            return tokens.text[tokens.starts[first] : tokens.ends[start - 2]]
    return ""


def _is_number(tokens: Tokens, at: int) -> bool:
    return tokens.word(at) in STARTERS or tokens.word(at)[:1].isdecimal()

"""A name as written to its parts: words with their sounds, initials, particles, titles and generation taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.compare.given_names import HOMES, LATIN, LINES, OTHER, SLAVIC
from bot.folding import fold, sound

_PARTICLES_LIST = """
al el ul as az ad an at ar ash bin ibn ben bint abd van von der den de da do dos das del della di du la le los
las y e af av zu zum ter ten het 't st
"""
_PARTICLES = frozenset(_PARTICLES_LIST.split())
_ARTICLES = frozenset(("el", "al", "as", "az", "ar", "ash"))
_ARABIC_LIST = "al el ul bin ibn bint abu abd abdel abdul ould"
_ARABIC = frozenset(_ARABIC_LIST.split())
_TITLES_LIST = """
dr mr mrs ms miss mx prof professor sir dame lord lady baroness baron president minister prime premier general
gen brigadier brig admiral adm colonel col lieutenant lt captain capt major maj sergeant sgt corporal marshal
commander senator sen representative rep congressman congresswoman governor gov mayor king queen prince princess
crown pope cardinal archbishop bishop father rev reverend sheikh shaykh sheik sheikha ayatollah grand imam
mullah hajji haji sultan emir emperor chancellor judge justice ambassador envoy special former ex vice deputy
acting interim hon honourable honorable foreign defence defense secretary chairman chairwoman chief comrade mp
"""
_TITLES = frozenset(_TITLES_LIST.split())
_AFTER_LIST = "phd md esq obe cbe mbe kbe kc qc mp ret jd dphil"
_AFTER = frozenset(_AFTER_LIST.split())
_GENERATIONS = {"jr": 2, "jnr": 2, "junior": 2, "sr": 1, "snr": 1, "senior": 1, "ii": 2, "iii": 3, "iv": 4}
_EASTERN_LIST = """
li lee yi rhee ri wang wong zhang chang cheung liu lau chen chan tan yang yeung young huang hwang zhao chao chiu
wu ng zhou chou chow xu hsu hui sun ma zhu chu hu guo kuo kwok he ho gao kao lin lam luo lo law zheng cheng
liang leung xie hsieh tse song sung tang deng teng feng fung yu yue han cao tsao zeng tseng tsang peng xiao
hsiao siu tian tien dong tung pan poon yuan yuen jiang chiang cai tsai choi ding ting wei xue ye yip yeh jia
chia du tu dai tai xia hsia fan fang fong shi shih xi hsi mao qian chien kang kong kung meng qin chin bai pai
kim gim park pak bak choe jung jeong chung chong kang cho jo yoon yun jang lim im shin sin hwang ahn an kwon
gwon hong jeon chun go ko moon mun son bae baek paek nam noh roh no ha joo ju ryu yoo min ban jin seo suh so oh
o woo u heo huh hur byun pyon hua shen jin zhong gong hou hao kuang lei long lu mo ni ou qi qiu rao ren shao su tao
wan wen weng xiang xiong yan yao yin you zhai zhan zhuang zou zuo chiao chi chuang hung jen lung shih yen
"""
_EASTERN = frozenset(_EASTERN_LIST.split())
_SLAVIC_END = re.compile(
    r"(?:[oe][vw]a?|off|[yi]na?|sk[iy]?[iyj]?|sk[ai]?ya|ska|skaja|skaia|enk[oa]|ch[iu]k|icz|i(?:c|ts|tsc)h|[oei]vic|[cdjn]ic"
    r"|ou|yan|ian|dze|shvili|[yi]k[ao]|ets|akis|opoulos|ides|ayev|chenko|atsk[iy]+)$"
)
# Beyond these nothing is a name; the comparison is quadratic in both.
_LONGEST_WORD, _MOST_WORDS = 48, 16
_WRITTEN = re.compile(r"[^\s,()\"“”«»;/|]+")
_DOTTED = re.compile(r"^(?:[^\W\d_]\.)+[^\W\d_]?\.?$")
_FOREIGN = re.compile("[\u0370-\u1dff\u2c00-\ua63f\ua720-\uffff]")


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name: folded, as it sounds, the given-name lines it stands in; `initial` = a lone letter."""

    text: str
    heard: str
    lines: frozenset[int]
    initial: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """A name taken apart. `squashed` is every word run together; `foreign` = spelt from another script or tongue."""

    parts: tuple[Part, ...]
    squashed: str
    plain: str
    words: int
    generation: int
    foreign: bool
    eastern: bool
    other_script: bool
    hyphened: bool


@lru_cache(maxsize=65536)
def parse_name(name: str) -> Parsed:
    """A person's name in parts; "Surname, Given" is turned round, titles and letters after the name are left out."""
    words = _in_order(name)
    generation = 0
    while len(words) > 1 and (words[-1] in _GENERATIONS or words[-1] in _AFTER):
        generation = _GENERATIONS.get(words.pop(), generation)
    words = [word[:_LONGEST_WORD] for word in _without_titles(words)[:_MOST_WORDS]]
    kept = _without_particles(words) if len(words) > 1 else words
    other_script = _FOREIGN.search(name) is not None
    return Parsed(
        parts=tuple(make_part(word) for word in kept),
        squashed="".join(words),
        plain=fold(name),
        words=len(words),
        generation=generation,
        foreign=other_script or _is_foreign(words),
        eastern=_is_eastern(words),
        other_script=other_script,
        hyphened="-" in name,
    )


_FRENCH_W = re.compile(r"oua(?!rd)")


@lru_cache(maxsize=65536)
def make_part(word: str) -> Part:
    """A folded word as part of a name; the French write the w of Ouattara with three vowels."""
    return Part(word, sound(_FRENCH_W.sub("wa", word)), LINES.get(word, frozenset()), len(word) == 1 and word.isalpha())


def is_french_w(word: str) -> bool:
    """Whether a word writes a w the French way: Ouattara, Chkiouat."""
    return _FRENCH_W.search(word) is not None


def _in_order(name: str) -> list[str]:
    """Folded words, given name first where a comma tells; initials apart (JK, J.K., J. K.)."""
    head, comma, tail = name.partition(",")
    rest = fold(tail).split()
    if comma and rest and rest[0] not in _GENERATIONS and rest[0] not in _AFTER:
        name = f"{tail} {head}"
    words: list[str] = []
    for written in _WRITTEN.findall(name):
        folded = fold(written)
        is_initials = _DOTTED.match(written) or (len(written) in (2, 3) and _is_consonants(written))
        words.extend(folded.replace(" ", "") if is_initials and folded not in _GENERATIONS else folded.split())
    return words


def _is_consonants(written: str) -> bool:
    return written.isupper() and written.isascii() and not set(written) & set("AEIOUY") and written not in ("NG", "JR")


def _without_titles(words: list[str]) -> list[str]:
    start = 0
    while start < len(words) - 1 and words[start] in _TITLES:
        start += 1
    return words[start:]


def _without_particles(words: Sequence[str]) -> list[str]:
    """Of two words a particle is half the name (Al Gore, Le Duan, Zhang Bin); the article of Al-Assad never is."""
    dropped = _PARTICLES if len(words) > 2 else _ARTICLES
    kept = [
        word
        for place, word in enumerate(words)
        if word not in dropped or (place == 0 and word == "al" and len(words) < 3)
    ]
    return kept or list(words)


def _is_foreign(words: Sequence[str]) -> bool:
    if any(word in _ARABIC for word in words):
        return True
    homes = [HOMES.get(word, frozenset()) for word in words]
    if any((SLAVIC in home or OTHER in home) and LATIN not in home for home in homes):
        return True
    return any(len(word) > 4 and _SLAVIC_END.search(word) for word in words[1:] or words)


def _is_eastern(words: Sequence[str]) -> bool:
    return 2 <= len(words) <= 4 and (words[0] in _EASTERN or words[-1] in _EASTERN) and sum(map(len, words)) < 20


_SYLLABLES = (
    ("tzu", "zi"),
    ("ssu", "si"),
    ("sye", "se"),
    ("hs", "x"),
    ("sh", "x"),
    ("zh", "j"),
    ("ch", "j"),
    ("q", "j"),
    ("ts", "z"),
    ("tz", "z"),
    ("c", "z"),
    ("hui", "hi"),
    ("eou", "iu"),
    ("yeo", "yu"),
    ("you", "yu"),
    ("yo", "yu"),
    ("seok", "suk"),
    ("sok", "suk"),
    ("eo", "o"),
    ("eu", "u"),
    ("ieh", "ie"),
    ("ien", "ian"),
    ("ung", "ong"),
    ("uo", "o"),
    ("oo", "u"),
    ("ae", "e"),
    ("ai", "e"),
    ("ou", "u"),
    ("ee", "i"),
    ("ih", "i"),
    ("p", "b"),
    ("t", "d"),
    ("k", "g"),
    ("y", "i"),
    ("ii", "i"),
    ("w", "u"),
    ("uu", "u"),
)
_SURNAMES = {
    word: line.split()[0]
    for line in (
        "li lee yi rhee ri",
        "park pak bak",
        "choe choi",
        "noh roh no",
        "yu yoo ryu yoo",
        "im lim",
        "jung jeong chung chong",
        "wang wong",
        "chen chan",
        "zhang cheung chang",
        "liu lau",
        "huang wong hwang",
        "guo kwok kuo",
        "lin lam",
        "liang leung",
        "xie tse hsieh",
        "yang yeung",
        "zeng tsang tseng",
        "cai tsai choi",
        "zheng cheng",
        "yoon yun",
        "moon mun",
    )
    for word in line.split()
}


@lru_cache(maxsize=16384)
def eastern_sound(word: str) -> str:
    """A Chinese or Korean syllable (or several) whichever way it was romanised: Hsiao, Xiao; Jeong, Jong."""
    for spelling, one in _SYLLABLES:
        if spelling in word:
            word = word.replace(spelling, one)
    return word


def eastern_forms(parsed: Parsed) -> frozenset[tuple[str, str]]:
    """(family name, given name) by sound: the family name may stand first or last."""
    words = [part.text for part in parsed.parts]
    forms = {_form(words[0], words[1:])}
    if words[-1] in _EASTERN:
        forms.add(_form(words[-1], words[:-1]))
    return frozenset(forms)


def _form(family: str, given: Sequence[str]) -> tuple[str, str]:
    return eastern_sound(_SURNAMES.get(family, family)), eastern_sound("".join(given))


_MARKERS = re.compile(r"hs|tz|ts|ieh|ien\b|ung\b|eo|eu|oo|ou[ln]|'|’|\bp?ak\b|yi |rhee|roh|hyon|ih\b")


def has_romanisation_marks(parsed: Parsed) -> bool:
    """True if the name is plainly not in pinyin, so that a differing letter may be a differing system."""
    return parsed.other_script or parsed.hyphened or _MARKERS.search(parsed.plain) is not None


def is_gendered(x: str, y: str) -> bool:
    """True for two words that differ as a man's and a woman's do: Mario, Maria; Luis, Luisa; Petrov, Petrova."""
    short, long = sorted((x, y), key=lambda word: (len(word), word[-1:] == "a"))
    if long[-1:] == "a" and long[-2:] not in ("ka", "aa") and long[:-1] in (short, short.removesuffix("o")):
        return True
    return is_gendered_surname(x, y)


def is_gendered_surname(x: str, y: str) -> bool:
    """True for a man's and a woman's form of one Slavic surname, in whatever spelling."""
    return _manly(x) != _manly(y) and sound(x) != sound(y) and _stem(x) == _stem(y)


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    heard = sound(word)
    for ending in ("skaia", "skai", "ska", "ski", "sk", "ava", "iva", "ina", "av", "iv", "in", "aia", "i"):
        if heard.endswith(ending) and len(heard) > len(ending) + 2:
            return heard[: -len(ending)]
    return heard


def _manly(word: str) -> bool:
    return not word.endswith("a")


def is_transliterated(word: str) -> bool:
    """True for a given name at home in another script, so that its Latin spelling is somebody's choice."""
    homes = HOMES.get(word, frozenset())
    return bool(homes) and LATIN not in homes

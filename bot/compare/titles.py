"""Names of organisations, places and events to the words that tell them apart, each with its other names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.folding import fold

_SMALL = frozenset("the of and for in on at de la le les du des der die das und et y e a an".split())
_LEGAL_LIST = """
ltd limited inc incorporated corp corporation co company gmbh ag sa sas sarl spa srl plc llc llp lp nv bv ab asa
as oy oyj ao oao zao pao ooo pjsc jsc kk pty pte bhd holding holdings group
"""
_LEGAL = frozenset(_LEGAL_LIST.split())
_GENERIC_LIST = """
complex estate district city province region oblast county town village municipality republic state island river
building tower street square airport international party
"""
GENERIC = frozenset(_GENERIC_LIST.split())
# Ways of saying or spelling one thing in the name of a body.
_ALIKE = (
    "organisation organization agency service",
    "defence defense",
    "centre center",
    "labour labor",
    "programme program",
    "association assn assoc",
    "department dept",
    "government govt",
    "university univ",
    "saint st",
    "mount mt",
    "fort ft",
    "united utd",
    "telephone phone",
    "theatre theater",
    "harbour harbor",
    "council soviet",
)
# One place, two names: former, foreign, or of another language of the country.
_PLACES = (
    "kyiv kiev kyyiv",
    "kharkiv kharkov charkiw",
    "odesa odessa",
    "lviv lvov lwow lemberg",
    "dnipro dnepr dnipropetrovsk dnepropetrovsk",
    "chernihiv chernigov",
    "mykolaiv nikolaev mykolayiv nikolayev",
    "luhansk lugansk",
    "zaporizhzhia zaporozhye zaporizhia",
    "chernobyl chornobyl",
    "bakhmut artemivsk artyomovsk",
    "vinnytsia vinnitsa",
    "minsk mensk",
    "hrodna grodno",
    "mahilyow mogilev mahileu",
    "homyel gomel homel",
    "viciebsk vitebsk vitsebsk",
    "babruysk bobruisk",
    "belarus byelorussia belorussia",
    "burma myanmar",
    "yangon rangoon",
    "turkey turkiye",
    "istanbul constantinople",
    "izmir smyrna",
    "mumbai bombay",
    "kolkata calcutta",
    "chennai madras",
    "bengaluru bangalore",
    "beijing peking",
    "nanjing nanking",
    "guangzhou canton",
    "taipei taibei",
    "saigon hochiminh",
    "sri_lanka ceylon",
    "iran persia",
    "thailand siam",
    "czechia czech_republic",
    "holland netherlands",
    "eswatini swaziland",
    "cabo_verde cape_verde",
    "ivory_coast cote_divoire",
    "east_timor timor_leste",
    "macedonia north_macedonia",
    "gdansk danzig",
    "wroclaw breslau",
    "vilnius wilno vilna",
    "kaliningrad konigsberg",
    "volgograd stalingrad",
    "petersburg leningrad petrograd",
    "almaty alma_ata",
    "astana nur_sultan",
    "tbilisi tiflis",
    "yekaterinburg ekaterinburg sverdlovsk",
    "cologne koln koeln",
    "munich munchen muenchen",
    "vienna wien",
    "prague praha",
    "warsaw warszawa",
    "moscow moskva",
    "rome roma",
    "geneva geneve genf",
    "brussels bruxelles brussel",
    "lisbon lisboa",
    "athens athina",
    "cairo qahira",
    "mecca makkah",
    "uk united_kingdom britain great_britain",
    "us usa united_states united_states_of_america",
    "uae united_arab_emirates",
    "eu european_union",
    "un united_nations",
    "korea_south south_korea",
    "drc congo_kinshasa democratic_republic_of_congo",
)
# Beyond these nothing is a name; the comparison is quadratic in both.
_LONGEST_WORD, _MOST_WORDS = 48, 24
_BRACKETS = re.compile(r"\(([^()]*)\)")


def _canon(lines: tuple[str, ...]) -> dict[str, str]:
    return {word.replace("_", " "): line.split()[0] for line in lines for word in line.split()}


_SPELT = _canon(_ALIKE)
_NAMED = _canon(_PLACES)


@dataclass(frozen=True, slots=True)
class Title:
    """One reading of a body's name: its telling words, those that may be left out, and its initials."""

    words: tuple[str, ...]
    generic: frozenset[str]
    initials: frozenset[str]
    plain: str
    squashed: str


@lru_cache(maxsize=65536)
def parse_titles(name: str) -> tuple[Title, ...]:
    """The readings of a name: as a whole without its brackets, and each bracket by itself: "Agency (MIT)"."""
    readings = [_BRACKETS.sub(" ", name), *_BRACKETS.findall(name)[:3]]
    return tuple(_parse(reading) for reading in readings if fold(reading)) or (_parse(name),)


def _parse(name: str) -> Title:
    plain = fold(name)
    words = [word[:_LONGEST_WORD] for word in _NAMED.get(plain, plain).split()[:_MOST_WORDS]]
    telling = [_SPELT.get(_modern(word), _NAMED.get(word, _modern(word))) for word in words if word not in _SMALL]
    kept = [word for word in telling if word not in _LEGAL] or telling or words
    return Title(
        words=tuple(kept),
        generic=frozenset(word for word in kept if word in GENERIC),
        initials=frozenset(_initials(words)),
        plain=plain,
        squashed="".join(kept),
    )


def _modern(word: str) -> str:
    return word.replace("ization", "isation").replace("izing", "ising")


def _initials(words: list[str]) -> Iterator[str]:
    """The ways of abbreviating: every word, without the small ones, without the legal form."""
    for left_out in (frozenset[str](), _SMALL, _SMALL | _LEGAL):
        letters = "".join(word[0] for word in words if word not in left_out)
        if len(letters) > 1:
            yield letters

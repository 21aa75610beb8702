"""A text's dateline, byline and last lines to the agency whose report it is."""

from __future__ import annotations

import re

HEAD, TAIL = 400, 700
_CALLED = {
    "associated press": "AP",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "deutsche presse-agentur": "dpa",
    "press association": "PA",
    "pa media": "PA",
    "united press international": "UPI",
    "press trust of india": "PTI",
    "canadian press": "The Canadian Press",
    "australian associated press": "AAP",
}
_SHORT = (
    "AP AFP Reuters dpa ANSA EFE PAP APA AAP PTI TASS Xinhua Interfax BelTA Ukrinform Kyodo Yonhap Anadolu Bloomberg "
    "UPI IANS ANI Belga STT NTB Ritzau Agerpres MTI CTK Lusa"
).split()
_NAMES = sorted({*_CALLED, *(one.casefold() for one in _SHORT)}, key=len, reverse=True)
_AGENCY = rf"(?:the\s+)?(?P<agency>{'|'.join(map(re.escape, _NAMES))})(?:\s+news\s+agency)?"
_DATELINE = re.compile(rf"\({_AGENCY}\)\s*[-–—:]", re.I)
_BYLINE = re.compile(rf"^\s*(?:by|from|source:?|agency:?)\s+{_AGENCY}\s*$", re.I | re.M)
_CLOSING = re.compile(
    rf"(?:^|[\s(\[])(?:(?:source|credit|agency|via)s?:\s*|©\s*(?:copyright\s+)?(?:\d{{4}}\s+)?|copyright\s+(?:\d{{4}}\s+)?)"
    rf"{_AGENCY}\b|\b(?:story|article|report|text)\s+(?:was\s+)?(?:provided|supplied|published|distributed|written)\s+by\s+"
    rf"{_AGENCY.replace('agency', 'giver')}\b",
    re.I | re.M,
)


def find_credit(text: str) -> str:
    """The agency a text says it comes from, by the name it goes by; "" where it credits none.

    "MINSK (AP) — ...", a line "By The Associated Press", "Source: Reuters" or "© 2025 AFP" at the end. An agency that
    only helped ("with reporting by AP") is no origin.
    """
    found = _DATELINE.search(text[:HEAD]) or _BYLINE.search(text[:HEAD])
    found = found or _BYLINE.search(text[-TAIL:]) or _CLOSING.search(text[-TAIL:])
    if not found:
        return ""
    return name_of_agency(found["agency"] or found["giver"])


def name_of_agency(text: str) -> str:
    """The short name of an agency however it is written; "" where the text is not an agency's name and nothing else."""
    named = re.fullmatch(_AGENCY, text.strip(), re.I)
    if not named:
        return ""
    plain = named["agency"].casefold()
    return _CALLED.get(plain) or next(one for one in _SHORT if one.casefold() == plain)

"""A reader's language: templates, numbers and dates to text in it. English needs no catalogue and no import."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path

from bot.phrase import Filling
from bot.values import PartialDate

CATALOGUES = Path(__file__).parent / "catalogue"


@dataclass(frozen=True)
class Language:
    """Call it with an English template and its arguments; a template without a translation stays English."""

    code: str = "en"
    catalogue: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, text: str, /, **args: object) -> str:
        template = self.catalogue.get(text, text)
        return template.format_map(args) if args else template

    def phrase(self, phrase: Filling) -> str:
        """A Phrase made by the core, said in this language; what is text already stays as it is."""
        return phrase if isinstance(phrase, str) else phrase.say(lambda text: self.catalogue.get(text, text))

    def number(self, value: Decimal) -> str:
        """Digits grouped as the language does: 1,038 in English."""
        if self.code == "en":
            return f"{value:,f}"
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale=self.code))

    def day(self, day: dt.date) -> str:
        """A full date: 13 December 2025."""
        if self.code == "en":
            return f"{day.day} {day:%B %Y}"
        from babel.dates import format_date

        return str(format_date(day, "long", locale=self.code))

    def month(self, day: dt.date) -> str:
        """A month and its year: December 2025."""
        if self.code == "en":
            return f"{day:%B %Y}"
        from babel.dates import format_skeleton

        return str(format_skeleton("yMMMM", day, locale=self.code))

    def date(self, value: PartialDate) -> str:
        """A partial date at its own precision: day, month, year, a span, or open at one end."""
        start, end = value.start, value.end
        if start is None or end is None:
            known = start or end
            if known is None:
                return value.words
            edtf = value.edtf.strip("./")
            if len(edtf) > len("2025-12"):  # a day may need an article where a month needs none: "desde el 1 de julio"
                return self("since {day}" if end is None else "until {day}", day=self.day(known))
            return self("since {date}" if end is None else "until {date}", date=self._at_precision(edtf, known))
        if start == end:
            return self.day(start)
        if "/" in value.edtf:
            return self("{start} to {end}", start=self.day(start), end=self.day(end))
        return self._at_precision(value.edtf.rstrip("?~%"), start)

    def _at_precision(self, edtf: str, day: dt.date) -> str:
        match len(edtf):
            case 4 if edtf.isdigit():
                return edtf
            case 4:
                return self("the {decade}s", decade=edtf.replace("X", "0"))
            case 7 if edtf[5:] <= "12":
                return self.month(day)
            case 7:
                return edtf
            case _:
                return self.day(day)


@cache
def language(code: str) -> Language:
    """The Language for a code such as "es" or "es-419"; English where there is no catalogue for it."""
    for name in (code, code.partition("-")[0]):
        path = CATALOGUES / f"{name}.toml"
        if path.is_file():
            with path.open("rb") as file:
                return Language(name, tomllib.load(file))
    return Language()


ENGLISH = Language()

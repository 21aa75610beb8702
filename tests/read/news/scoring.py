"""Tables of news sentences with what stands in them, to precision and recall of the readers.

`python -m tests.read.news.scoring [figures|dates|quotes|all] [tuned|aside] [-v]` prints them.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from bot.edtf import edtf_of, read_edtf
from bot.read.dates import find_dates
from bot.read.dates_calendar import days_of_part
from bot.read.text import read_text
from bot.reading import FigureMention, QuoteMention
from bot.values import FigureKind

_HERE = Path(__file__).parent
_NOT_COUNTED = frozenset({FigureKind.ORDINAL, FigureKind.TIME})
_MARKED = re.compile(r"\{(?P<words>[^=}]+)=(?P<value>[^}]+)\}")
_VALUE = re.compile(r"(?P<hedge>[<>~]?)(?P<number>[\d.e]*?)(?:\.\.(?P<to>[\d.e]+))?(?:\s(?P<unit>.+))?")
_FRACTIONS = Decimal("0.001")


@dataclass(slots=True)
class Score:
    """How many were right, found and there to be found; `wrong` tells of each text with a fault."""

    right: int
    found: int
    there: int
    wrong: list[str]

    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.right / (self.found + self.there)

    def __str__(self) -> str:
        precision, recall = self.right / self.found, self.right / self.there
        return f"F1 {self.f1():.3f}  precision {precision:.3f}  recall {recall:.3f}  of {self.there}"


def lines_of(name: str, half: int | None = None) -> Iterator[str]:
    """The lines of a table; half 0 is what the readers were tuned on, 1 what was kept aside, None all."""
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    published = ""
    count = 0
    for line in lines:
        if line.startswith("@"):
            published = line
            continue
        if half is None or count % 2 == half:
            yield f"{published} {line}" if published else line
        count += 1


def score_figures(half: int | None = None) -> Score:
    """Numbers of quantities; ordinals and times of day do not count."""
    return _scored(lines_of("figures.txt", half), _figures_of)


def score_dates(half: int | None = None) -> Score:
    """Dates, durations and sets: a span that overlaps and the value given."""
    return _scored(lines_of("dates.txt", half), _dates_of)


def score_quotes(half: int | None = None) -> Score:
    """Direct quotes with the right speaker."""
    return _scored(lines_of("quotes.txt", half), _quotes_of)


def _scored(lines: Iterator[str], read: Callable[[str], tuple[list[str], list[str]]]) -> Score:
    score = Score(0, 0, 0, [])
    for line in lines:
        found, there = read(line)
        right = sum((Counter(found) & Counter(there)).values())
        score.right, score.found, score.there = score.right + right, score.found + len(found), score.there + len(there)
        if not right == len(found) == len(there):
            missed, extra = Counter(there) - Counter(found), Counter(found) - Counter(there)
            score.wrong.append(f"{line}\n    missed {list(missed)} extra {list(extra)}")
    return score


def _figures_of(line: str) -> tuple[list[str], list[str]]:
    text, _, gold = line.partition(" => ")
    found = [mention for mention in read_text(text).figures if mention.figure.kind not in _NOT_COUNTED]
    return [_number(one) for one in found], [_gold_number(one) for one in gold.split(" | ")]


def _number(mention: FigureMention) -> str:
    one = mention.figure
    ends = [_short(value) for value in (one.number, one.to) if value is not None]
    return "..".join(ends) or "~"


def _short(value: Decimal) -> str:
    return f"{value.quantize(_FRACTIONS).normalize():f}"


def _gold_number(gold: str) -> str:
    found = _VALUE.fullmatch(gold.strip())
    if found is None:
        raise ValueError(f"no gold value: {gold}")
    ends = [_short(Decimal(end)) for end in (found["number"], found["to"]) if end]
    return "..".join(ends) or "~"


def _dates_of(line: str) -> tuple[list[str], list[str]]:
    published, _, marked = line.removeprefix("@").partition(" ")
    text, gold = _unmarked(marked)
    found = find_dates(text, read_edtf(published))
    named = []
    for one in found:
        place = next((start for start, end, _ in gold if one.start < end and start < one.end), -one.start - 1)
        named.append(f"{place} {one.edtf}")
    return named, [f"{start} {value}" for start, _, value in gold]


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, gold, after = "", [], 0
    for found in _MARKED.finditer(marked):
        text += marked[after : found.start()]
        gold.append((len(text), len(text) + len(found["words"]), _plain_edtf(found["value"])))
        text += found["words"]
        after = found.end()
    return text + marked[after:], gold


def _plain_edtf(value: str) -> str:
    """Quarters and halves of years as the days they are; all else as it stands."""
    part = re.fullmatch(r"(\d{4})-([QH])(\d)", value)
    return edtf_of(*days_of_part(int(part[1]), int(part[3]), 4 if part[2] == "Q" else 2)) if part else value


def _quotes_of(line: str) -> tuple[list[str], list[str]]:
    text, _, gold = line.partition(" => ")
    wanted = [one.rpartition("=") for one in gold.split(" | ")]
    quotes = [one for one in read_text(text).quotes if one.direct]
    return [_spoken(one, [head for head, _, _ in wanted]) for one in quotes], [
        f"{h}={_untitled(name)}" for h, _, name in wanted
    ]


def _spoken(quote: QuoteMention, heads: Sequence[str]) -> str:
    head = next((head for head in heads if quote.words.startswith(head)), quote.words)
    speaker = quote.speaker
    return f"{head}={_untitled(speaker.name if speaker else '')}"


def _untitled(name: str) -> str:
    return re.sub(r"^(?:Mr|Ms|Mrs|Dr)\.? ", "", name)


if __name__ == "__main__":
    half = {"tuned": 0, "aside": 1}.get(sys.argv[2]) if len(sys.argv) > 2 else None
    for name, score in (("figures", score_figures), ("dates", score_dates), ("quotes", score_quotes)):
        if sys.argv[1:2] in ([], ["all"], [name]):
            result = score(half)
            print(name, result)
            if "-v" in sys.argv:
                print("\n".join(result.wrong))

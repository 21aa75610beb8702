"""`stet read`: a text, a file or a stream of cases to what the readers find in it."""

from __future__ import annotations

import io
import json
from pathlib import Path

from tests.terminal.conftest import Stet

TEXT = 'At least 12 ferries sailed on 3 May 2024. "We are safe," said Maria Lopez.'


def test_read_as_json(stet: Stet) -> None:
    status, out, _ = stet("read", TEXT, "--json")
    answer = json.loads(out)
    assert status == 0
    assert set(answer) == {"id", "figures", "dates", "names", "quotes"}
    assert answer["figures"] == [
        {
            "start": 0,
            "end": 11,
            "words": "At least 12",
            "kind": "count",
            "hedge": "at least",
            "number": "12",
            "to": None,
            "low": "12",
            "high": None,
            "unit": "",
            "of": "ferries",
        }
    ]
    assert [row["edtf"] for row in answer["dates"]] == ["2024-05-03"]
    assert set(answer["quotes"][0]) == {"start", "end", "words", "direct", "speaker"}


def test_read_for_people(stet: Stet) -> None:
    status, out, _ = stet("read", TEXT)
    assert status == 0
    assert out.startswith("1 figures, 1 dates")
    assert "At least 12  ·  count · at least · 12 · ferries" in out


def test_read_a_file_or_standard_input(stet: Stet, tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert stet("read", str(file), "--json")[1] == stet("read", "-", "--json", typed=TEXT)[1]


def test_read_resolves_against_the_day_of_publication(stet: Stet) -> None:
    _, out, _ = stet("read", "It opened last September.", "--published", "2025-12-13", "--json")
    assert [(row["edtf"], row["inferred"]) for row in json.loads(out)["dates"]] == [("2025-09", True)]


def test_stream_keeps_order_and_ids(stet: Stet) -> None:
    cases = [{"id": "b", "text": "52 boats"}, {"id": 7, "text": "", "published": "2025"}, {"text": "no figure"}]
    status, out, _ = stet("read", "--jsonl", typed="".join(json.dumps(case) + "\n" for case in cases))
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [(row["id"], len(row["figures"])) for row in answers] == [("b", 1), (7, 0), (None, 0)]


def test_bad_lines_are_told_by_number(stet: Stet) -> None:
    for typed, wrong in (
        ('{"text": "x"}\nnonsense\n', "line 2 is not JSON"),
        ("[1]\n", "line 1 is not a JSON object"),
        ('{"id": 1}\n', "line 1 has no text"),
        ('{"text": "x", "published": "soon"}\n', "no date of publication"),
    ):
        status, _, err = stet("read", "--jsonl", typed=typed)
        assert (status, wrong in err) == (2, True)


def test_a_line_in_no_encoding_is_told_by_its_number(stet: Stet) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b'{"text": "52 boats"}\n\xff\xfe\n'), encoding="utf-8")
    status, out, err = stet("read", "--jsonl", typed=stream)
    assert (status, '"52"' in out, "line 2 is not JSON" in err) == (2, True, True)


def test_unreadable_file(stet: Stet, tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"\xff\xd8\xff\xe0\x00\x10")
    status, _, err = stet("read", str(file))
    assert (status, "not UTF-8 text" in err) == (2, True)

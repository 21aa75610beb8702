"""Numbers, dates and whole screens in another language than English."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import pytest

from bot.cli import run
from bot.edtf import read_edtf
from bot.phrase import phrase
from bot.record import Act, Ruling
from bot.wording.language import language

SPANISH = language("es-419")  # Discord's Latin American Spanish finds the one Spanish catalogue


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2025-12-13", "13 de diciembre de 2025"),
        ("2025-09", "septiembre de 2025"),
        ("2025", "2025"),
        ("202X", "los años 2020"),
        ("2024-07-01/..", "desde el 1 de julio de 2024"),
        ("../2024-07", "hasta julio de 2024"),
        ("2025-12-12/2025-12-13", "12 de diciembre de 2025 a 13 de diciembre de 2025"),
    ],
)
def test_dates_are_said_as_the_language_says_them(edtf: str, said: str) -> None:
    assert SPANISH.date(read_edtf(edtf)) == said


def test_numbers_are_grouped_as_the_language_groups_them() -> None:
    assert SPANISH.number(Decimal("1234567.5")) == "1.234.567,5"


def test_reasons_within_reasons_and_words_of_enums_are_said_too() -> None:
    why = phrase("not compared: {reason}", reason=phrase("it is a rate, not a total"))
    assert SPANISH.phrase(why) == "no se comparó: es una tasa, no un total"
    assert SPANISH.phrase(phrase("{kind} “{label}” {act}", kind="x", label="y", act=Act.CHANGED)) == "x “y”: modificado"
    judged = phrase("the judgement “{ruling}” was taken back", ruling=Ruling.TWO_EVENTS)
    assert str(judged) == "the judgement “two events” was taken back"


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mesa")
    text = f"[desk]\ndata = {str(folder)!r}\nname = 'tests'\nlanguage = 'es'\n"
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return folder / "config.toml"


@pytest.mark.parametrize(
    ("words", "typed", "shown"),
    [
        # a fact in dispute, with its support
        (["when", "release of the 52"], "", ["septiembre de 2025", "medios", "discrepan"]),
        (["who", "Beatrix Oyelaran"], "", ["No hay nada registrado sobre", "personas, organizaciones y lugares"]),
        (["check", "-"], "It rained in Lisbon.", ["nada en este texto contradice el registro"]),
        (["check", "-", "--published", "2025-12-14"], "Since July 2024 Minsk has released 430 people.", ["motivo: "]),
        (["discrepancies", "--all"], "", ["Discrepancias", "abiertas: ", "ALERTA", "nota", "frente a"]),
        (["judge", "999999", "new right", "--why", "x"], "", ["no hay discrepancia 999999"]),
        (["wohs"], "", ["no existe el comando 'wohs'"]),
        (["compare", "figure", "52", "51"], "", ["contradice", "no pueden ser correctas las dos"]),
    ],
)
def test_screens_and_errors_are_spanish(
    words: list[str],
    typed: str,
    shown: list[str],
    config: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("STET_CONFIG", str(config))
    monkeypatch.delenv("STET_TOKEN", raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    run(words)
    told = "".join(capsys.readouterr())
    assert [part for part in shown if part not in told] == []

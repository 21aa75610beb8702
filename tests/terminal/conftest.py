"""A terminal desk in a folder of its own: nothing of the person running the tests is read or written."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import run

Stet = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def desk_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose record has the seeds, made once for all tests that only read."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "config.toml").write_text(f"[desk]\ndata = {str(folder)!r}\nname = 'tests'\n", encoding="utf-8")
    return folder


@pytest.fixture
def stet(desk_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Stet:
    """Run `stet WORDS...` (and what is typed) on the seeded record: status, standard output, standard error."""
    monkeypatch.setenv("STET_CONFIG", str(desk_folder / "config.toml"))
    monkeypatch.delenv("STET_TOKEN", raising=False)

    def call(*words: str, typed: str | io.TextIOWrapper = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed) if isinstance(typed, str) else typed)
        status = run(words)
        out, err = capsys.readouterr()
        return status, out, err

    return call

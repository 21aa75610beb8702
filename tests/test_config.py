"""Settings: the example holds every one of them, and a wrong file is told in one sentence."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from pathlib import Path

import pytest

from bot.config import Settings, load_settings, read_settings
from bot.errors import ConfigError

EXAMPLE = Path(__file__).parent.parent / "config.example.toml"


def test_example_as_it_stands_is_the_defaults() -> None:
    assert load_settings(EXAMPLE) == Settings()


def test_example_uncommented_shows_every_default() -> None:
    text = re.sub(r"^# (\w+ = )", r"\1", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    shown = tomllib.loads(text)
    assert read_settings(shown, "example") == Settings()
    for section in ("desk", "discord", "web"):
        fields = {one.name for one in dataclasses.fields(getattr(Settings(), section))}
        assert set(shown[section]) == fields, section


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[desk]\nnmae = 'x'", "desk.nmae is unknown"),  # a misspelt key
        ("[web]\nports = ['80']", "web.ports must be a list of numbers"),  # texts for numbers
        ("[web]\nredirects = true", "web.redirects must be a number"),  # a truth value is no number
        ("[discord]\ntoken = 'abc'", "discord.token is unknown"),  # the token never stands in the file
        ("[deks]\n", "[deks] is no section"),  # a misspelt section
        ("[vague]\ndozens = [99, 24]", "vague.dozens must be"),  # limits the wrong way round
        ("desk = 1", "[desk] is no section"),  # a value where a section belongs
        ("[desk", "is not a TOML file"),  # broken TOML
    ],
)
def test_wrong_settings_are_told(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=re.escape(told)):
        load_settings(path)


def test_all_problems_at_once(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[desk]\na = 1\nb = 2\n[web]\nports = 1\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_settings(path)
    assert all(key in str(caught.value) for key in ("desk.a", "desk.b", "web.ports"))


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_settings(tmp_path / "none.toml")

"""The README is true: what it shows is what the program prints, and its commands are those that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.chat.commands.administration import NEEDED
from bot.terminal.verbs import all_verbs
from tests.terminal.conftest import Stet, desk_folder, stet

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```console\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
EXAMPLES = [
    (command.removeprefix("stet "), output.rstrip("\n"))
    for block in SHOWN
    for command, output in re.findall(r"^\$ (stet [^\n]*)\n(.*?)(?=^\$ |\Z)", block, flags=re.MULTILINE | re.DOTALL)
]

__all__ = ["desk_folder", "stet"]


@pytest.mark.parametrize(("command", "shown"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_output_is_real(stet: Stet, command: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line "..." stands for lines left out."""
    monkeypatch.chdir(ROOT / "tests" / "readme")
    _, out, err = stet(*command.split())
    pattern = ".*".join(re.escape(part) for part in re.split(r"^\.\.\.$", shown, flags=re.MULTILINE))
    assert re.search(pattern, out + err, flags=re.DOTALL), out + err


def test_the_two_commands_are_one_line_each() -> None:
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv")]
    assert len(lines) == 2
    assert lines[0].endswith("/stet")
    assert "pytest" in lines[1]


def test_every_command_is_named() -> None:
    assert [name for name in all_verbs() if f"`{name}" not in README and f"stet {name}" not in README] == []


def test_the_invitation_asks_for_what_is_needed_and_no_more() -> None:
    asked = re.search(r"permissions=(\d+)", README)
    assert asked is not None
    assert int(asked[1]) == NEEDED.value

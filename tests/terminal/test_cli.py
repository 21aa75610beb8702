"""The command line: help, versions, and one sentence with status 2 for whatever is wrong."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from bot.terminal.help import overview
from bot.terminal.verbs import all_verbs
from tests.terminal.conftest import Stet


@pytest.mark.parametrize("name", list(all_verbs()))
def test_every_verb_has_help(name: str) -> None:
    assert all_verbs()[name].help.endswith(".")
    page = overview([name])
    assert page.startswith(f"usage: stet {name}")
    assert "None" not in page


def test_help_lists_every_verb(stet: Stet) -> None:
    status, out, _ = stet("help")
    assert status == 0
    assert all(f"  {name} " in out for name in all_verbs())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("whoo", "x"), "there is no command 'whoo'; did you mean who?"),  # a misspelt command
        (("frobnicate",), "there is no command 'frobnicate'; `stet help` lists the commands"),  # no command at all
        (("who",), "the following arguments are required: query"),  # nothing asked
        (("who", ""), "who needs to know what about"),  # an empty question
        (("who", "x", "--frob"), "unrecognized arguments: --frob"),  # an unknown option
        (("who", "Co\0le"), "'Co\\x00le' is no text"),  # a NUL
        (("figure", "\udcff\udcfe"), "is no text (NUL or a broken encoding)"),  # bytes in no encoding
        (("load",), "required: folder"),  # nothing to load
        (("load", "no-such-folder"), "no-such-folder is not there"),  # a missing folder
        (("--config", "none.toml", "who", "x"), "the settings file none.toml cannot be read"),  # a missing file
        (("--db", "no/such/folder/x.sqlite", "who", "x"), "x.sqlite cannot be opened"),  # a path that cannot be
    ],
)
def test_wrong_use_is_one_sentence(stet: Stet, words: tuple[str, ...], told: str) -> None:
    status, out, err = stet(*words)
    assert (status, out) == (2, "")
    assert told in err
    assert err.startswith("stet: ")
    assert err.count("\n") == 1


def test_bytes_that_are_no_text_spoil_only_their_line(stet: Stet) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"/who \xff\xfe\n/who cole\n/who c\0le\n"), encoding="utf-8")
    status, out, err = stet(typed=stream)
    assert status == 2
    assert out.startswith("John Coale")
    assert [line.count("is no text") for line in err.splitlines()] == [1, 1]


def test_a_file_that_is_no_database(stet: Stet, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database, just a text long enough to be taken for one" * 20, encoding="utf-8")
    status, _, err = stet("--db", str(path), "who", "x")
    assert status == 2
    assert "is not a database of Stet" in err


def test_without_a_token_the_desk_says_why_it_is_in_the_terminal(tmp_path: Path) -> None:
    keyboard, stdin = pty.openpty()
    os.write(keyboard, b"quit\r")
    place = {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path), "STET_TOKEN": "", "PATH": os.environ["PATH"]}
    done = subprocess.run([sys.executable, "-m", "bot"], stdin=stdin, capture_output=True, text=True, env=place)
    os.close(stdin)
    os.close(keyboard)
    assert done.returncode == 0
    assert done.stderr.startswith("stet: no Discord token is set (STET_TOKEN or discord.token_file)")
    assert "help lists the commands" in done.stdout


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot be read"),  # no such file
        (b"", "must hold the bot's token and nothing else"),
        (b"STET_TOKEN = abc", "must hold the bot's token and nothing else"),  # a line of the environment, copied whole
        (b"\xff\xfe", "cannot be read"),  # no text
    ],
)
def test_a_token_file_that_holds_no_token(stet: Stet, tmp_path: Path, content: bytes | None, told: str) -> None:
    file, config = tmp_path / "token", tmp_path / "config.toml"
    config.write_text(f"[discord]\ntoken_file = {json.dumps(str(file))}\n", encoding="utf-8")
    if content is not None:
        file.write_bytes(content)
    status, _, err = stet("--config", str(config))
    assert status == 2
    assert f"the token file {file} {told}" in err
    assert "abc" not in err

"""The layout's forbidden imports (design.md, section 2), read from the source itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "bot"
STAGES = ("read", "link", "compare", "alert", "lookup", "wording")
CORE = (
    "values",
    "edtf",
    "record",
    "reading",
    "phrase",
    "posts",
    "screen",
    "errors",
    "answers",
    "folding",
    "numerals",
    "search",
)
EDGES = ("chat", "terminal", "cli", "web", "store", "desk")
SQL_LIBRARIES = ("sqlite3", "aiosqlite")
IMPURE = ("asyncio", "socket", "aiohttp", "os", "time", "random", "subprocess", "requests", "urllib.request")


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(ROOT.rglob("*.py")):
        dotted = ".".join(("bot", *path.relative_to(ROOT).with_suffix("").parts))
        yield dotted.removesuffix(".__init__"), path


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path, *, run: bool = False) -> set[str]:
    """What a file imports; `run` leaves out what only a type checker reads."""
    found: set[str] = set()
    tree = parsed(path)
    unread = {id(n) for block in ast.walk(tree) if run and _is_for_types(block) for n in ast.walk(block)}
    for node in ast.walk(tree):
        if id(node) in unread:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return found


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def part(dotted: str) -> str:
    return dotted.split(".")[1] if dotted.startswith("bot.") else ""


def top(imported: str) -> str:
    return imported.split(".")[0]


@pytest.mark.parametrize(
    ("name", "path"), list(modules()), ids=lambda value: str(value) if isinstance(value, str) else ""
)
def test_forbidden_imports(name: str, path: Path) -> None:
    mine, used = part(name), imports(path)
    ours = {part(item) for item in used} - {"", mine}
    if mine != "chat":
        assert not [item for item in used if top(item) == "discord"], "discord is for chat/ alone"
    if mine != "store":
        assert not [item for item in used if top(item) in SQL_LIBRARIES], "SQL is for store/ alone"
    if mine in STAGES:
        assert not ours & set(STAGES), "a stage imports no other stage"
        assert not ours & set(EDGES), "a stage imports no edge, store or desk"
    if mine in STAGES or mine in CORE:
        assert not [item for item in used if item in IMPURE or top(item) in IMPURE], "the core is pure"
    if mine in CORE:
        assert not ours & (set(STAGES) | set(EDGES)), "the core stands on itself"
    if mine == "store":
        assert not ours & (set(STAGES) | {"desk", "chat", "terminal", "web", "cli"}), "the store knows values only"
    if mine == "web":
        assert not ours & (set(STAGES) | {"desk", "chat", "terminal", "store", "cli"}), "the web edge knows values only"
    if mine in ("chat", "terminal"):
        assert not ours & ({"store", "web"} | set(STAGES) - {"wording"}), "edges go through the desk"
        assert not ours & ({"chat", "terminal"} - {mine}), "the two edges do not know each other"


def test_sql_only_in_store() -> None:
    words = ("SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "CREATE TABLE")
    for name, path in modules():
        if part(name) != "store":
            strings = [n.value for n in ast.walk(parsed(path)) if isinstance(n, ast.Constant)]
            assert not [s for s in strings if isinstance(s, str) and s.lstrip().startswith(words)], name


def test_no_import_cycles() -> None:
    used = {name: imports(path, run=True) for name, path in modules()}
    graph = {name: (used[name] & set(used)) - {name} for name in used}
    done: set[str] = set()

    def visit(node: str, trail: tuple[str, ...]) -> None:
        assert node not in trail, " -> ".join((*trail, node))
        if node not in done:
            for follower in graph[node]:
                visit(follower, (*trail, node))
            done.add(node)

    for name in graph:
        visit(name, ())

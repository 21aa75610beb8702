"""The source of the program to every template it shows to people: what a complete catalogue has to translate."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import bot

ROOT = Path(bot.__file__).parent
ERRORS = ("StetError", "BadInput", "Unreadable", "NotFound", "Refused", "RecordUnusable", "FetchFailed", "ConfigError")
SAYERS = dict.fromkeys(("say", "phrase", "Phrase", "language()", "_language()", *ERRORS), 0)
GENERIC = ("bot/phrase.py", "bot/errors.py")
Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


@dataclass
class Templates:
    """`where` names the place of each template; `unclear` are calls whose template only a run could tell."""

    where: dict[str, str] = field(default_factory=dict)
    unclear: list[str] = field(default_factory=list)


class _File:
    """One parsed file: who encloses a node, what its names are bound to, which of its functions pass templates on."""

    def __init__(self, path: Path) -> None:
        self.name = path.relative_to(ROOT.parent).as_posix()
        self.module = self.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}
        self.calls = [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]
        self.sayers: dict[str, int] = {}
        self.imports = {
            alias.asname or alias.name: (node.module or "", alias.name)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }

    def scopes(self, node: ast.AST) -> Iterator[ast.AST]:
        """The functions, comprehensions and at last the module around a node."""
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.GeneratorExp, ast.ListComp, ast.Module)
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, kinds):
                yield node


@cache
def list_templates() -> Templates:
    """Every template in `bot/`; functions that hand a parameter on as a template count as templates' users too."""
    files = {one.module: one for one in map(_File, sorted(ROOT.rglob("*.py")))}
    while sum(_learn(one, files) for one in files.values()):
        pass  # what one file learns may tell of another
    found = Templates()
    for one in files.values():
        for call, given in _templates_given(one, files):
            texts = _resolve(given, one, files)
            if texts is None:
                found.unclear.append(f"{one.name}: {ast.unparse(call.func)}({ast.unparse(given)})")
            for text in texts or ():
                found.where.setdefault(text, f"{one.name}:{call.lineno}")
    return found


def _templates_given(one: _File, files: dict[str, _File]) -> Iterator[tuple[ast.Call, ast.expr]]:
    for call in one.calls:
        place = _place(call.func, one, files)
        if place is None or len(call.args) <= place or one.name in GENERIC:
            continue
        if not isinstance(call.args[place], ast.Lambda):
            yield call, call.args[place]


def _place(called: ast.expr, one: _File, files: dict[str, _File]) -> int | None:
    """At which position a function takes a template, if it does."""
    match called:
        case ast.Name(id=name) if name in one.sayers:
            return one.sayers[name]
        case ast.Name(id=name) if name in one.imports and name not in SAYERS:
            module, original = one.imports[name]
            return files[module].sayers.get(original) if module in files else None
        case ast.Attribute(value=ast.Name(id="self"), attr=name) if name in one.sayers:
            return one.sayers[name]
        case ast.Name(id="self") if one.name == "bot/wording/language.py":
            return 0
        case ast.Name(id=name) | ast.Attribute(attr="say" as name):
            return SAYERS.get(name)
        case ast.Call(func=ast.Name(id=name)):
            return SAYERS.get(f"{name}()")
    return None


def _learn(one: _File, files: dict[str, _File]) -> bool:
    """Note the functions of a file that pass a parameter on as a template; True if there was a new one."""
    known = len(one.sayers)
    for _, given in _templates_given(one, files):
        for name in (node.id for node in _branches(given) if isinstance(node, ast.Name)):
            scope = next((at for at in one.scopes(given) if isinstance(at, Function)), None)
            if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef) and name in (names := _parameters(scope)):
                one.sayers[scope.name] = names.index(name)
    return len(one.sayers) > known


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    names = [arg.arg for arg in (*function.args.posonlyargs, *function.args.args)]
    return names[1:] if names[:1] == ["self"] else names


def _branches(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.IfExp(body=body, orelse=other):
            yield from (*_branches(body), *_branches(other))
        case ast.BoolOp(values=values):
            for value in values:
                yield from _branches(value)
        case _:
            yield node


def _resolve(node: ast.expr, one: _File, files: dict[str, _File]) -> set[str] | None:
    """The texts an expression may be; an empty set = a parameter, whose callers are looked at; None = not known."""
    texts: set[str] = set()
    for branch in _branches(node):
        found = _resolve_one(branch, one, files)
        if found is None:
            return None
        texts |= found
    return texts


def _resolve_one(node: ast.expr, one: _File, files: dict[str, _File]) -> set[str] | None:
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.Subscript(value=ast.Name() | ast.Dict() as table):
            return _values(table, one, files)
        case ast.Call(func=ast.Attribute(value=ast.Name() as table, attr="get"), args=[_, *rest]):
            values, other = _values(table, one, files), [_resolve(item, one, files) for item in rest]
            return None if values is None or None in other else values.union(*filter(None, other))
        case ast.Call(func=ast.Name(id="next"), args=[ast.GeneratorExp(elt=item), *_]):
            return _resolve(item, one, files)
        case ast.Call(func=ast.Name(id=name)):
            return _returned(name, one, files)
        case ast.Name(id=name):
            return _bound(name, node, one, files)
    return None


def _returned(name: str, one: _File, files: dict[str, _File]) -> set[str] | None:
    """The texts a function of the same file may return."""
    for function in (node for node in one.tree.body if isinstance(node, ast.FunctionDef) and node.name == name):
        values = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
        found = [_resolve(value, one, files) for value in values if value is not None]
        return None if None in found else set().union(*filter(None, found))
    return None


def _bound(name: str, node: ast.AST, one: _File, files: dict[str, _File]) -> set[str] | None:
    """The texts a name may stand for: assigned, looped over, or given by a caller."""
    for scope in one.scopes(node):
        bound = list(_bindings(name, scope, one, files))
        if bound:
            return None if None in bound else set().union(*filter(None, bound))
        if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef) and name in _parameters(scope):
            return set()
    if name in one.imports and (module := one.imports[name][0]) in files:
        other = files[module]
        return _bound(one.imports[name][1], other.tree.body[-1], other, files)
    return None


def _bindings(name: str, scope: ast.AST, one: _File, files: dict[str, _File]) -> Iterator[set[str] | None]:
    for node in ast.walk(scope):
        if next(one.scopes(node), None) is not scope and not isinstance(node, ast.comprehension):
            continue
        match node:
            case ast.Assign(targets=[target], value=value) | ast.AnnAssign(target=target, value=ast.expr() as value):
                for at in _positions(name, target):
                    yield _resolve(_item(value, at), one, files)
            case ast.For(target=target, iter=items) | ast.comprehension(target=target, iter=items):
                if isinstance(node, ast.comprehension) and one.parents[node] is not scope:
                    continue
                for at in _positions(name, target):
                    yield _items(items, at, one, files)


def _positions(name: str, target: ast.expr) -> Iterator[int | None]:
    """Where in a target a name stands: None = it is the target."""
    match target:
        case ast.Name(id=found) if found == name:
            yield None
        case ast.Tuple(elts=parts):
            yield from (at for at, part in enumerate(parts) if isinstance(part, ast.Name) and part.id == name)


def _item(value: ast.expr, at: int | None) -> ast.expr:
    return value.elts[at] if at is not None and isinstance(value, ast.Tuple) else value


def _items(node: ast.expr, at: int | None, one: _File, files: dict[str, _File]) -> set[str] | None:
    """The texts at one position of every item of an iterable."""
    match node:
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            found = [_resolve(_item(part, at), one, files) for part in parts]
            return None if None in found else set().union(*filter(None, found))
        case ast.ListComp(elt=part) | ast.GeneratorExp(elt=part):
            return _resolve(_item(part, at), one, files)
        case ast.Call(func=ast.Attribute(value=ast.Name() as table, attr="items")):
            return _values(table, one, files, keys=at == 0)
        case ast.Name(id=name):
            values = [value for value, owner in _assigned(name, node, one, files) if owner]
            return _items(values[0], at, one, files) if values else None
    return None


def _values(node: ast.expr, one: _File, files: dict[str, _File], *, keys: bool = False) -> set[str] | None:
    """The texts that are values of a table, or its keys."""
    if isinstance(node, ast.Name):
        for value, owner in _assigned(node.id, node, one, files):
            return _values(value, owner, files, keys=keys)
        return None
    if isinstance(node, ast.Dict):
        parts = node.keys if keys else node.values
        found = [_resolve(part, one, files) for part in parts if part is not None]
        return None if None in found else set().union(*filter(None, found))
    return None


def _assigned(name: str, node: ast.AST, one: _File, files: dict[str, _File]) -> Iterator[tuple[ast.expr, _File]]:
    for scope in one.scopes(node):
        for inner in ast.walk(scope):
            match inner:
                case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                    yield value, one
                case ast.AnnAssign(target=ast.Name(id=found), value=ast.expr() as value) if found == name:
                    yield value, one
    if name in one.imports and (module := one.imports[name][0]) in files:
        other = files[module]
        yield from _assigned(one.imports[name][1], other.tree.body[-1], other, files)

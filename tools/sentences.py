"""Collects the English sentences that the program says to editors, with names where values stand, from its source.

``python -m tools.sentences`` lists those that a catalogue in ``plugins/newsroom/catalogues`` lacks.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path
from types import MappingProxyType

import polib

from plugins.newsroom.funding_checks import SENTENCES

ROOT = Path(__file__).resolve().parents[1]
PLUGINS = ROOT / "plugins"
SINKS = MappingProxyType(
    {
        "Problem": ((4, "found"), (5, "expected"), (6, "fix")),
        "RefusalError": ((1, "found"), (2, "expected"), (3, "fix")),
        "Complaint": ((2, "found"), (3, "expected"), (4, "fix")),
        "SourceError": ((1, "found"), (2, "expected"), (3, "fix")),
        "problem": ((2, "found"), (3, "expected"), (4, "fix")),
        "whole": ((2, "found"), (3, "expected"), (4, "fix")),
        "refusal": ((2, "found"), (3, "expected"), (4, "fix")),
        "Finding": ((3, "evidence"),),
        "Item": ((5, "place"), (6, "why")),
        "Decision": ((1, "question"),),
        "Choice": ((1, "label"),),
        "ProposedPicture": ((99, "problem"),),
        "_object": ((0, "found"),),
        "TagMismatchError": ((0, "message"),),
        "BadLine": ((1, "found"), (2, "expected"), (3, "fix")),
    }
)
"""What says a sentence, and which of its arguments are sentences."""
_DEEP = 8
_WORDS = re.compile(r"[A-Za-z]{2}")

_SAME = re.compile(
    r"[a-z]+(?:-[a-z]+)+|--[a-z-]+|## Heading|UTF-8|title: …|tel:\+49 …|name: Newsroom|source_language: de"
    r"|date: 2024-05-02|!\[\]\(photo:<file>\)|python3 tasks\.py|build --fresh|`review .*`|https://…, mail.*"
    r"|\{languages\}\.md|<[gx] .*|Language: \{lang\}|refs/heads/.*|(?:julia-jaeger|innovation):\n.*"
    r"|Press kit|Report on paper|Text to copy|\{engine\} is not asked.*|\{name\}: \{left\} characters.*"
    r"|one of (?:forbidden|names|terms)",
    re.DOTALL,
)
"""What is no sentence, or none that editors read: codes, examples, words of files, labels of the site itself."""
_LIBYAML = frozenset(
    (
        "block sequence entries are not allowed",
        "could not find expected ':'",
        "did not find expected '-' indicator",
        "did not find expected hex",
        "did not find expected key",
        "expected ',' or",
        "expected a single document",
        "found unexpected ':'",
        "mapping values are not allowed",
        "unexpected document indicator",
        "unexpected end of stream",
        "unexpected indentation",
        "unknown escape character",
    )
)
"""Parts of the reader's own sentences, by which ours are found."""
_PRESCRIBED = frozenset(sentence for pair in SENTENCES.values() for sentence in pair)
"""Sentences about funding, which are prescribed in each language."""

Expressions = tuple[ast.expr, ...]


@dataclass(frozen=True)
class Module:
    """A module, and what it defines."""

    name: str
    tree: ast.Module
    functions: dict[str, list[ast.FunctionDef]] = field(default_factory=dict)
    constants: dict[str, ast.expr] = field(default_factory=dict)
    imports: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Scope:
    """Where an expression stands."""

    module: Module
    function: ast.FunctionDef | None


def read_module(path: Path) -> Module:
    """What a file defines."""
    made = Module(".".join(path.relative_to(ROOT).with_suffix("").parts), ast.parse(path.read_text("utf-8")))
    for node in ast.walk(made.tree):
        if isinstance(node, ast.FunctionDef):
            made.functions.setdefault(node.name, []).append(node)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("plugins"):
            made.imports.update({a.asname or a.name: (node.module or "", a.name) for a in node.names})
    for node in made.tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            made.constants.update(_assigned(target, node.value))
    return made


def _assigned(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, its in zip(target.elts, value.elts, strict=False):
            yield from _assigned(one, its)
    elif isinstance(target, ast.Tuple):
        for one in target.elts:
            yield from _assigned(one, value)


class Program:
    """All modules, and the sentences in them."""

    def __init__(self, modules: Iterable[Module]) -> None:
        self._modules = {module.name: module for module in modules}
        self._calls: dict[str, list[tuple[ast.Call, Scope]]] = {}
        for module in self._modules.values():
            for call, scope in _calls(module):
                self._calls.setdefault(_name(call), []).append((call, scope))

    def sentences(self) -> frozenset[str]:
        """Every sentence that reaches somebody, with ``{name}`` where a value stands.

        What reads the same in every language (codes, examples, words of files) is left out.
        """
        found: set[str] = set()
        for sink, places in SINKS.items():
            for call, scope in self._calls.get(sink, ()):
                for argument in _arguments(call, places):
                    found.update(self._texts(argument, scope, _DEEP, found))
        told = (text.strip() for text in found)
        return frozenset(text for text in told if _WORDS.search(_PLACE.sub("", text)) and not _is_same(text))

    def _texts(self, node: ast.expr, scope: Scope, deep: int, also: set[str]) -> set[str]:
        """The texts that an expression can give; what may stand inside them goes to ``also``."""
        if deep == 0:
            return set()
        match node:
            case ast.Constant(value=str() as text):
                return {text.replace("{", "{{").replace("}", "}}")}
            case ast.JoinedStr(values=parts):
                return {self._template(parts, scope, deep, also)}
            case ast.IfExp(body=one, orelse=other):
                return self._all((one, other), scope, deep, also)
            case ast.BoolOp(values=values):
                return self._all(values, scope, deep, also)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                both = self._texts(left, scope, deep, also), self._texts(right, scope, deep, also)
                return {one + other for one, other in product(*both)} if all(both) else both[0] | both[1]
            case ast.Tuple(elts=elements) | ast.List(elts=elements):
                return self._all(elements, scope, deep, also)
            case ast.Dict(values=values):
                return self._all([value for value in values if value], scope, deep, also)
            case ast.Starred(value=inner) | ast.Subscript(value=inner) | ast.Attribute(value=inner):
                return self._texts(inner, scope, deep, also)
            case ast.GeneratorExp(elt=inner) | ast.ListComp(elt=inner) | ast.NamedExpr(value=inner):
                return self._texts(inner, scope, deep, also)
            case ast.Name(id=name):
                return self._all(self._meanings(name, scope), scope, deep - 1, also) | self._passed(
                    name, scope, deep, also
                )
            case ast.Call():
                return self._called(node, scope, deep, also)
        return set()

    def _all(self, nodes: Iterable[ast.expr], scope: Scope, deep: int, also: set[str]) -> set[str]:
        return {text for node in nodes for text in self._texts(node, scope, deep, also)}

    def _template(self, parts: Sequence[ast.expr], scope: Scope, deep: int, also: set[str]) -> str:
        made, names = "", list[str]()
        for part in parts:
            if isinstance(part, ast.Constant):
                made += str(part.value).replace("{", "{{").replace("}", "}}")
            elif isinstance(part, ast.FormattedValue):
                name = _place_name(part.value)
                names.append(name)
                count = names.count(name)
                made += f"{{{name}{count if count > 1 else ''}}}"
                if not part.format_spec and part.conversion == -1:
                    also.update(text for text in self._texts(part.value, scope, deep - 1, also) if " " in text.strip())
        return made

    def _meanings(self, name: str, scope: Scope) -> Iterator[ast.expr]:
        """What is assigned to a name in its function, else in its module, else where it comes from."""
        local = list(_locals(name, scope.function)) if scope.function else []
        if local:
            yield from local
        elif name in scope.module.constants:
            yield scope.module.constants[name]
        elif name in scope.module.imports:
            module, real = scope.module.imports[name]
            if module in self._modules and real in self._modules[module].constants:
                yield self._modules[module].constants[real]

    def _passed(self, name: str, scope: Scope, deep: int, also: set[str]) -> set[str]:
        """What callers give for an argument of that name."""
        function = scope.function
        if function is None:
            return set()
        names = [a.arg for a in (*function.args.posonlyargs, *function.args.args)]
        if name not in names or name == "self" or function.name in SINKS:
            return set()
        at = names.index(name) - (1 if names[:1] == ["self"] else 0)
        found: set[str] = set()
        for call, where in self._calls.get(function.name, ()):
            if _reaches(call, where.module, function, scope.module):
                for argument in _arguments(call, ((at, name),)):
                    found |= self._texts(argument, where, deep - 1, also)
        return found

    def _called(self, call: ast.Call, scope: Scope, deep: int, also: set[str]) -> set[str]:
        name = _name(call)
        if name in ("join", "get", "next", "map", "sorted", "str", "tuple", "filter", "strip", "format"):
            inner = [*call.args, *([call.func.value] if isinstance(call.func, ast.Attribute) and name == "get" else [])]
            return self._all(inner, scope, deep - 1, also)
        module, real = scope.module.imports.get(name, (scope.module.name, name))
        home = self._modules.get(module)
        if home is None:
            return set()
        scopes = (Scope(home, function) for function in home.functions.get(real, ()))
        return {text for inner in scopes for text in self._all(_given_by(inner), inner, deep - 1, also)}


_PLACE = re.compile(r"\{\w+\}")


def _is_same(text: str) -> bool:
    return bool(_SAME.fullmatch(text)) or text in _LIBYAML or text in _PRESCRIBED


def _reaches(call: ast.Call, caller: Module, function: ast.FunctionDef, home: Module) -> bool:
    """Whether a call of that name is one of that function."""
    is_method = isinstance(call.func, ast.Attribute) and [a.arg for a in function.args.args[:1]] == ["self"]
    return caller is home or is_method or caller.imports.get(function.name, ("",))[0] == home.name


def _calls(module: Module) -> Iterator[tuple[ast.Call, Scope]]:
    def walk(node: ast.AST, function: ast.FunctionDef | None) -> Iterator[tuple[ast.Call, Scope]]:
        if isinstance(node, ast.FunctionDef):
            function = node
        if isinstance(node, ast.Call):
            yield node, Scope(module, function)
        for inner in ast.iter_child_nodes(node):
            yield from walk(inner, function)

    return walk(module.tree, None)


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _is_found(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr | ast.Constant) or (isinstance(node, ast.Name) and node.id == "found")


def _arguments(call: ast.Call, places: Iterable[tuple[int, str]]) -> Iterator[ast.expr]:
    starred = next((at for at, one in enumerate(call.args) if isinstance(one, ast.Starred)), None)
    if _name(call) == "problem" and len(call.args) > 1 and _is_found(call.args[1]):
        yield call.args[1]  # of a mention, which knows its place
    for at, name in places:
        if at < len(call.args) and (starred is None or at < starred):
            yield call.args[at]
        elif starred is not None and at >= starred:
            yield call.args[starred]
        yield from (keyword.value for keyword in call.keywords if keyword.arg == name)


def _given_by(scope: Scope) -> Expressions:
    return _returned(scope.function) if scope.function else ()


@cache
def _returned(function: ast.FunctionDef) -> Expressions:
    """What a function gives."""
    found = (node.value for node in ast.walk(function) if isinstance(node, ast.Return | ast.Yield))
    return tuple(value for value in found if value is not None)


@cache
def _assignments(function: ast.FunctionDef) -> Mapping[str, Expressions]:
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            pairs = [pair for target in node.targets for pair in _assigned(target, node.value)]
        elif isinstance(node, ast.AugAssign | ast.AnnAssign | ast.NamedExpr) and node.value is not None:
            pairs = list(_assigned(node.target, node.value))
        elif isinstance(node, ast.For | ast.comprehension):
            pairs = [(one.id, node.iter) for one in ast.walk(node.target) if isinstance(one, ast.Name)]
        else:
            continue
        for name, value in pairs:
            found.setdefault(name, []).append(value)
    return {name: tuple(values) for name, values in found.items()}


def _locals(name: str, function: ast.FunctionDef) -> Expressions:
    return _assignments(function).get(name, ())


def _place_name(node: ast.expr) -> str:
    """A name for a value, after the expression that gives it."""
    match node:
        case ast.Name(id=name):
            return name.strip("_").lower()
        case ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=inner) | ast.BinOp(left=inner) | ast.BoolOp(values=[inner, *_]):
            return _place_name(inner)
        case ast.IfExp(body=inner):
            return _place_name(inner)
        case ast.Call(func=ast.Attribute(attr="join"), args=[inner]):
            return _place_name(inner)
        case ast.Call(func=ast.Name(id="len"), args=[inner]):
            return "count"
        case ast.Call(func=ast.Attribute(value=inner)):
            return _place_name(inner)
        case ast.Call(args=[inner, *_]):
            return _place_name(inner)
    return "value"


def program() -> Program:
    """The program as it stands."""
    return Program(read_module(path) for path in sorted(PLUGINS.rglob("*.py")))


def lacking(catalogue: Path) -> Iterator[str]:
    """The sentences that a catalogue lacks."""
    known = {entry.msgid for entry in polib.pofile(str(catalogue)) if entry.msgstr}
    return (sentence for sentence in sorted(program().sentences(), key=str.casefold) if sentence not in known)


if __name__ == "__main__":
    for path in sorted((PLUGINS / "newsroom" / "catalogues").glob("*.po")):
        for sentence in lacking(path):
            print(f"{path.name}: {sentence!r}")

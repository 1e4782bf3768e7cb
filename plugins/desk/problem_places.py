"""Puts each problem at the field where it is made, with the value that fixes it where that is safe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.desk.controls import Control
from plugins.desk.report_files import EditedFile
from plugins.newsroom.codes import Code
from plugins.newsroom.problem import Problem
from plugins.newsroom.yaml_source import Doc

_SURE = (
    re.compile(r"Did you mean “([^”\n]+)”\?"),
    re.compile(r"Write it so: (\S+?)\.?"),
    re.compile(r"Write (?:for example )?(\S+?)\."),
)
"""Sentences that name the value to write."""
_QUOTED = re.compile(r"“([^”]+)”")
_ABSENT = re.compile(r"no “([a-z_]+)”")
_NO_VALUE = frozenset(("duplicate-id", "unknown-key", "placeholder"))
"""What they say is no value of the field."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A problem at a field."""

    name: str
    """Of the field; ``facts:`` alone for a file as a whole."""
    problem: Problem
    line: int = 0
    """Within the text that the field holds."""
    value: str = ""
    """What fixes it, where somebody only has to agree."""
    label: str = ""
    """What agreeing is called, where the value does not say it itself."""
    weight: str = ""
    """Error, warning or notice, in the editor's language."""


def placed(problems: Iterable[Problem], files: Mapping[str, EditedFile], photos: tuple[str, ...]) -> tuple[Placed, ...]:
    """The problems of these files, by (language or ``facts``) -> file; ``photos`` as the form lists them."""
    names = {key: dict(_lines(file.doc, key, photos)) for key, file in files.items()}
    found = []
    for problem in problems:
        key = next((k for k, f in files.items() if problem.file.endswith(f"/{f.path.parent.name}/{f.path.name}")), "")
        if not key:
            found.append(Placed("", problem))
        elif files[key].is_text and problem.line >= files[key].body_line > 1:
            found.append(Placed(f"{key}:body", problem, problem.line - files[key].body_line + 1))
        else:
            name = _missing(problem, files[key].doc, key, photos) or names[key].get(problem.line, f"{key}:")
            if problem.code == Code.PHOTO_CREDIT:
                name = name.removesuffix(".file") + ".credit"
            elif problem.code == Code.PHOTO_ALT:
                name = _of_picture(problem, key, photos) or name
            found.append(Placed(name, problem, value=_value(problem)))
    return tuple(found)


def _of_picture(problem: Problem, key: str, photos: tuple[str, ...]) -> str:
    """The field of a picture's alternative text; a head that names no picture has no line for it."""
    named = _QUOTED.match(problem.found)
    return f"{key}:photos.{photos.index(named[1])}.alt" if named and named[1] in photos else ""


def _missing(problem: Problem, doc: Doc | None, key: str, photos: tuple[str, ...]) -> str:
    """The field of a key that is not there: it is told at the line of what it is missing in."""
    absent = _ABSENT.fullmatch(problem.found) if problem.code == Code.MISSING_KEY else None
    if absent is None or doc is None:
        return ""
    groups = [(), *_groups(doc.value, ())]
    lacking = [p for p in groups if doc.at(p, on_key=True)[0] == problem.line and not doc.has((*p, absent[1]))]
    return field_name(key, (*lacking[-1], absent[1]), photos) if lacking else ""


def _value(problem: Problem) -> str:
    if problem.code in _NO_VALUE:
        return ""
    return next((match[1] for sure in _SURE if (match := sure.fullmatch(problem.fix))), "")


def _lines(doc: Doc | None, key: str, photos: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """(line of the file, name of the field), the innermost last."""
    if doc is None or doc.root is None:
        return
    for path in _paths(doc.value, ()):
        yield doc.at(path)[0], field_name(key, path, photos)


def _paths(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield from _paths(inner, (*path, step))


def _groups(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """The paths of everything that has keys of its own."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        if isinstance(inner, dict):
            yield (*path, step)
        yield from _groups(inner, (*path, step))


def by_field(found: Iterable[Placed], fields: Iterable[Control], texts: Iterable[str]) -> dict[str, list[Placed]]:
    """The problems by the field at which a page shows them: their own, the one around it, or the file as a whole.

    What concerns no file that the page shows stands under the empty name.
    """
    known = set(_names(fields)) | {f"{key}:body" for key in texts}
    out: dict[str, list[Placed]] = {}
    for each in found:
        key, name = each.name.partition(":")[0], each.name
        while name not in known and "." in name:
            name = name.rpartition(".")[0]
        whole = f"{key}:" if key == "facts" or key in texts else ""
        out.setdefault(name if name in known else whole, []).append(each)
    return out


def shows(control: Control, problems: Mapping[str, list[Placed]]) -> bool:
    """Whether a problem stands at a field, or at one in it."""
    return any(name == control.name or name.startswith(f"{control.name}.") for name in problems)


def _names(fields: Iterable[Control]) -> Iterator[str]:
    for control in fields:
        yield control.name
        yield from _names(control.fields)
        for _, inner in control.items:
            yield from _names(inner)


def field_name(key: str, path: tuple[str | int, ...], photos: tuple[str, ...]) -> str:
    """The name of the field in which the value at a path is edited."""
    steps = list(path)
    if key != "facts" and len(steps) > 1 and steps[0] == "photos" and steps[1] in photos:
        steps[1] = photos.index(str(steps[1]))
    if steps and isinstance(steps[-1], int):  # an item of a plain list is a field of the list's own name
        steps = steps[:-1]
    return f"{key}:{'.'.join(map(str, steps))}"

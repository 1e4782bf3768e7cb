"""An entry of people.yaml as a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.desk.controls import Control, FormFields, answered, controls
from plugins.desk.problem_places import Placed, placed
from plugins.desk.report_files import EditedFile, read_file, with_changes
from plugins.desk.shapes import shapes_of
from plugins.desk.shared_files import free_id
from plugins.desk.versions import Saved, Versions
from plugins.desk.yaml_emit import Value
from plugins.newsroom.forms import PersonForm
from plugins.newsroom.model import Lang
from plugins.newsroom.people import people_problems
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.site import load_site
from plugins.newsroom.slug import make_slug
from plugins.newsroom.source import Text
from plugins.translation.run.keep import data_of

PERSON = "person"
_PERSONS = {"successor"}
SHAPES = tuple(replace(shape, kind="person") if shape.key in _PERSONS else shape for shape in shapes_of(PersonForm))
"""What the form asks for."""


def people_file(content: Path, versions: Versions) -> EditedFile:
    """people.yaml as it stands; the version that somebody sees is kept."""
    path = content / "people.yaml"
    data = data_of(path)
    versions.keep(data)
    return read_file(path, data)


def person_fields(entry: Value | None, langs: Iterable[Lang]) -> tuple[Control, ...]:
    """The fields of an entry; empty ones for somebody new."""
    value = entry if isinstance(entry, dict) else {}
    return controls(SHAPES, value, f"{PERSON}:", tuple(langs), f"{PERSON}.")


def person_problems(file: EditedFile, ident: str, problems: Iterable[Problem]) -> Iterator[Placed]:
    """The problems of one entry at its fields."""
    for each in placed(problems, {PERSON: file}, ()):
        if each.name == f"{PERSON}:{ident}" or each.name.startswith(f"{PERSON}:{ident}."):
            inner = each.name.removeprefix(f"{PERSON}:{ident}").removeprefix(".")
            yield replace(each, name=f"{PERSON}:{inner}" if inner else "")


@dataclass(frozen=True, slots=True)
class PersonResult:
    """What became of a save: ``saved``; or why nothing was written, with the file as it would have been."""

    ident: str
    file: EditedFile
    saved: Saved | None = None
    wrong: tuple[Problem, ...] = ()


def save_person(
    content: Path, ident: str, given: FormFields, langs: tuple[Lang, ...], versions: Versions
) -> PersonResult:
    """Writes an entry, under an id made of the name where it is new, unless that would be an error.

    Raises ``NoSpace``, ``NotWritable``, ``NotEditableError``.
    """
    path, base = content / "people.yaml", given.text(f"{PERSON}:version")
    before = versions.get(base) if base else None
    file = read_file(path, before)
    old = file.value.get(ident)
    entry = answered(SHAPES, given, f"{PERSON}:", old if isinstance(old, dict) else {}, langs)
    entry = entry if entry.get("name") else {"name": "", **entry}  # told as what it is: empty
    ident = ident or free_id(make_slug(str(entry.get("name") or "")) or "person", file.value)
    made = with_changes(file, {**file.value, ident: entry}, None)
    shown = read_file(path, made)
    if wrong := tuple(_new_errors(content, before, made)):
        return PersonResult(ident, shown, wrong=wrong)
    if made == before:
        return PersonResult(ident, shown)
    return PersonResult(ident, shown, versions.save(path, base, made))


def _new_errors(content: Path, before: bytes | None, after: bytes) -> Iterator[Problem]:
    """The errors that were not there before: what was wrong already keeps nobody from changing the rest."""
    known = {(problem.code, problem.found) for problem in _judged(content, before)}
    for problem in _judged(content, after):
        if problem.level is Level.ERROR and (problem.code, problem.found) not in known:
            yield problem


def _judged(content: Path, data: bytes | None) -> tuple[Problem, ...]:
    if data is None:
        return ()
    text = Text(f"{content}/people.yaml", read_file(content / "people.yaml", data).text)
    return people_problems(text, content, load_site(content))

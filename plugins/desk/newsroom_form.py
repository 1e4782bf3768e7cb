"""site.yaml as a form: who publishes, and the facts that the legal pages need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.desk.controls import Control, FormFields, answered, controls
from plugins.desk.problem_places import Placed, placed
from plugins.desk.report_files import EditedFile, read_file, with_changes
from plugins.desk.shapes import Shape, shapes_of
from plugins.desk.versions import Saved, Versions
from plugins.newsroom.codes import Code
from plugins.newsroom.forms import SiteForm
from plugins.newsroom.legal.text import CHOICES, NONE
from plugins.newsroom.model import Lang
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.site import read_site
from plugins.newsroom.source import Text
from plugins.translation.run.keep import data_of

SITE = "site"
SECTIONS = tuple(
    (name, tuple(f"{above}{key}" for key in keys.split()))
    for name, above, keys in (
        ("newsroom", "", "name claim boilerplate press_contacts"),
        ("publisher", "publisher.", "name address phone email url"),
        ("imprint", "operator.", "represented_by register_entry vat_id supervisory_authority responsible"),
        ("privacy", "operator.", "privacy_contact privacy_officer privacy_authority host log_days"),
        (
            "accessibility",
            "operator.",
            "accessibility_status accessibility_gaps accessibility_date accessibility_method accessibility_contact "
            "conciliation",
        ),
    )
)
"""The parts of the form, each with the keys that it asks for, in their order."""
_ASKED = frozenset(path.partition(".")[0] for _, paths in SECTIONS for path in paths)
_INNER = frozenset(path for _, paths in SECTIONS for path in paths)
_ALWAYS = ("operator.accessibility_gaps", "operator.accessibility_date", "operator.accessibility_status")
"""Facts of which nobody may say with a click that they do not apply."""
_GAP = re.compile(r"no ([a-z_.]+), which")


def _shapes() -> Iterator[Shape]:
    for shape in shapes_of(SiteForm):
        if shape.key not in _ASKED:
            continue
        named = _named(shape)
        inner = tuple(each for each in named.fields if f"{shape.key}.{each.key}" in _INNER)
        yield replace(named, fields=inner)


def _named(shape: Shape) -> Shape:
    """People are chosen by their names, words that the program knows from a list."""
    if shape.key == "press_contacts":
        return replace(shape, kind="person")
    if shape.key == "operator":
        return replace(shape, fields=tuple(_with_choices(each) for each in shape.fields))
    return shape


def _with_choices(shape: Shape) -> Shape:
    choices = CHOICES.get(shape.key, ())
    return replace(shape, kind="choice", choices=(*choices, NONE)) if choices else shape


SHAPES = tuple(_shapes())
"""What the form asks for; every other key of site.yaml stays as it is."""


def site_file(content: Path, versions: Versions) -> EditedFile:
    """site.yaml as it stands; the version that somebody sees is kept."""
    path = content / "site.yaml"
    data = data_of(path)
    versions.keep(data)
    return read_file(path, data)


def site_fields(file: EditedFile, langs: Iterable[Lang]) -> dict[str, Control]:
    """The fields by key: ``name``, ``operator.host`` …"""
    found = controls(SHAPES, file.value, f"{SITE}:", tuple(langs))
    return {inner.path: inner for control in found for inner in (control.fields if _is_group(control) else (control,))}


def _is_group(control: Control) -> bool:
    return bool(control.shape.fields)


def site_problems(file: EditedFile, problems: Iterable[Problem]) -> tuple[Placed, ...]:
    """The problems of site.yaml at their fields: a fact that a legal page lacks at the field that asks for it."""
    found = placed(problems, {SITE: file}, ())
    return tuple(_at_gap(each) for each in found)


def _at_gap(each: Placed) -> Placed:
    gap = _GAP.match(each.problem.found) if each.problem.code == Code.LEGAL_GAP else None
    if gap is None:
        return each
    can_lack = gap[1].startswith("operator.") and gap[1] not in _ALWAYS
    return replace(each, name=f"{SITE}:{gap[1]}", value=NONE if can_lack else "")


@dataclass(frozen=True, slots=True)
class SiteResult:
    """What became of a save: ``saved``; or why nothing was written, with the file as it would have been."""

    saved: Saved | None = None
    wrong: tuple[Problem, ...] = ()
    file: EditedFile | None = None
    """``None`` where the file cannot be changed from here."""


def save_site(content: Path, given: FormFields, langs: tuple[Lang, ...], versions: Versions) -> SiteResult:
    """Writes what was changed since the version that the form was made of, unless that would be an error.

    Raises ``NoSpace``, ``NotWritable``, ``NotEditableError``.
    """
    path, base = content / "site.yaml", given.text(f"{SITE}:version")
    before = versions.get(base) if base else None
    file = read_file(path, before)
    made = with_changes(file, answered(SHAPES, given, f"{SITE}:", file.value, langs), None)
    if wrong := tuple(_new_errors(content, before or b"", made)):
        return SiteResult(wrong=wrong, file=read_file(path, made))
    if made == before:
        return SiteResult()
    return SiteResult(versions.save(path, base, made), file=read_file(path, made))


def _new_errors(content: Path, before: bytes, after: bytes) -> Iterator[Problem]:
    """The errors that were not there before: what was wrong already keeps nobody from filling in the rest."""
    known = {(problem.code, problem.found) for problem in _judged(content, before)}
    for problem in _judged(content, after):
        if problem.level is Level.ERROR and (problem.code, problem.found) not in known:
            yield problem


def _judged(content: Path, data: bytes) -> tuple[Problem, ...]:
    text = Text(f"{content}/site.yaml", read_file(content / "site.yaml", data).text)
    return read_site(text, content).problems


def open_facts(problems: Mapping[str, list[Placed]]) -> int:
    """How many facts the legal pages lack."""
    return len({each.name for found in problems.values() for each in found if each.problem.code == Code.LEGAL_GAP})

"""Holds a document against its form; what pydantic complains of becomes a sentence."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from plugins.newsroom.codes import Code
from plugins.newsroom.fields import describe
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.refusal import RefusalError
from plugins.newsroom.rules import Rules
from plugins.newsroom.suggest import did_you_mean, listing
from plugins.newsroom.yaml_repair import unglued
from plugins.newsroom.yaml_source import Doc

F = TypeVar("F", bound=BaseModel)

Where = tuple[str | int, ...]


class Elsewhere(StrEnum):
    """Where a key belongs that stands in the wrong file."""

    EDITION = "edition"
    REPORT = "report"
    BOTH = "both"
    """It belongs into report.yaml and stands there as well."""


_MISPLACED = {
    Elsewhere.EDITION: (
        "which has words and belongs into an edition (de.md …)",
        "Move the line into the front matter of the edition, and delete it here.",
    ),
    Elsewhere.REPORT: (
        "which is the same in all languages and belongs into report.yaml",
        "Move the line to report.yaml, where facts stand once, and delete it here.",
    ),
    Elsewhere.BOTH: (
        "which report.yaml says already",
        "Delete the line here; correct it in report.yaml if this one was right.",
    ),
}


def validate(
    doc: Doc, form: type[F], rules: Rules, at: Where = (), elsewhere: Mapping[str, Elsewhere] | None = None
) -> tuple[F | None, tuple[Problem, ...]]:
    """The filled form for the value at ``at``, or every problem it has.

    ``elsewhere`` names keys that belong into another file: ``title``, or ``photos.alt`` for a key inside.
    """
    value = _value(doc, at)
    try:
        filled = form.model_validate(value, context=rules)
    except ValidationError as error:
        details = error.errors(include_url=False)
        missing = {(*at, *detail["loc"]) for detail in details}
        problems = tuple(_problem(doc, form, at, detail, elsewhere or {}) for detail in details)
        found = (*problems, *_blanks(doc, form, at, elsewhere or {}, missing))
        return None, tuple(problem for problem in found if problem.line not in doc.corrected)
    problems = tuple(_blanks(doc, form, at, elsewhere or {}, frozenset()))
    return (None if any(problem.level is Level.ERROR for problem in problems) else filled), problems


def _blanks(
    doc: Doc, form: type[BaseModel], at: Where, elsewhere: Mapping[str, Elsewhere], missing: Container[Where]
) -> Iterator[Problem]:
    """A problem for each key without a value: an error where nobody knows the key, else a notice."""
    for path in doc.blanks:
        if path[: len(at)] != at or len(path) == len(at) or path in missing:
            continue
        keys = _keys(form, path[len(at) : -1])
        if keys and path[-1] not in keys:
            yield _unknown_key(doc, form, at, path, elsewhere)
        else:
            fix = f"Write something behind “{path[-1]}:”, or delete the line."
            found = f"“{path[-1]}” without a value"
            yield doc.problem(Code.EMPTY_VALUE, path, found, "a value", fix, Level.NOTICE, on_key=True)


def _value(doc: Doc, at: Where) -> Any:
    value = doc.value
    for step in at:
        value = value[step]
    return value


def _problem(
    doc: Doc, form: type[BaseModel], at: Where, detail: ErrorDetails, elsewhere: Mapping[str, Elsewhere]
) -> Problem:
    path = (*at, *detail["loc"])
    cause = detail.get("ctx", {}).get("error")
    if isinstance(cause, RefusalError):
        return doc.refusal(cause, path)
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_key(doc, form, at, path, elsewhere)
    if kind == "missing" and isinstance(path[-1], str):
        return _missing_key(doc, path)
    if kind in ("missing", "too_short", "too_long"):
        return _wrong_length(doc, path)
    return _wrong_type(doc, path, detail, _keys(form, path[len(at) :]))


def _unknown_key(
    doc: Doc, form: type[BaseModel], at: Where, path: Where, elsewhere: Mapping[str, Elsewhere]
) -> Problem:
    key = str(path[-1])
    inside = path[len(at) :]
    if place := elsewhere.get(key if len(inside) == 1 else f"{inside[0]}.{key}"):
        why, fix = _MISPLACED[place]
        code = Code.FACT_TWICE if place is Elsewhere.BOTH else Code.MISPLACED_KEY
        return doc.problem(code, path, f"“{key}”, {why}", f"no “{key}” in this file", fix, on_key=True)
    keys = _keys(form, path[len(at) : -1])
    fix = did_you_mean(key, keys, "Delete the line, or correct the word before the colon.")
    return doc.problem(
        Code.UNKNOWN_KEY, path, f"the unknown key “{key}”", f"one of: {listing(keys, 20)}", fix, on_key=True
    )


def _keys(form: type[BaseModel], path: Where) -> list[str]:
    """The keys allowed at a place inside a form; none where every word can be a key."""
    if issubclass(form, RootModel):
        return []
    if not path:
        return list(form.model_fields)
    step, rest = path[0], path[1:]
    if isinstance(step, str) and step in form.model_fields:
        inner = _inner(form.model_fields[step].annotation)
        if inner is not None:
            skipped = rest[1:] if inner[1] else rest
            return _keys(inner[0], skipped)
    return []


def _inner(annotation: Any) -> tuple[type[BaseModel], bool] | None:
    """The form inside an annotation, and whether it stands in a list or mapping."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    for part in getattr(annotation, "__args__", ()):
        if found := _inner(part):
            return found[0], getattr(annotation, "__origin__", None) in (tuple, dict) or found[1]
    return None


def _missing_key(doc: Doc, path: Where) -> Problem:
    key = path[-1]
    if doc.has(path):
        fix = f"Write something behind “{key}:”."
        return doc.problem(Code.EMPTY_VALUE, path, f"“{key}” without a value", "a value", fix, on_key=True)
    fix = f"Add a line “{key}: …”."
    return doc.problem(Code.MISSING_KEY, path[:-1], f"no “{key}”", f"the key “{key}”", fix, on_key=True)


def _wrong_length(doc: Doc, path: Where) -> Problem:
    if "focus" in path:
        at, found = path[: path.index("focus") + 1], "more or fewer than two numbers"
        fix = "Write the distance from the left and from the top: [0.5, 0.3]."
        return doc.problem(Code.FOCUS_RANGE, at, found, "two numbers from 0 to 1", fix)
    return doc.problem(Code.EMPTY_VALUE, path, "an empty list", "at least one entry", "Add an entry.")


def _no_list(doc: Doc, path: Where, key: str, value: Any) -> Problem:
    text = value if isinstance(value, str) else next(iter(value), "") if isinstance(value, dict) else ""
    found = f"“{text[0]}” where a hyphen belongs" if text[:1] in tuple("–—•·") else describe(value)
    entries = "".join(f"\n  - {entry}" for entry in _entries(text))
    fix = f"Write each entry on a line of its own, behind a hyphen (-) and a blank:\n{key}:{entries}"
    return doc.problem(Code.WRONG_TYPE, path, found, "a list", fix)


def _entries(text: str) -> list[str]:
    """The entries of what somebody wrote with signs that look like a hyphen, or with commas; at most five."""
    parts = [part.strip() for part in _BETWEEN.split(text)]
    entries = [part if len(part) <= 60 else f"{part[:59]}…" for part in parts if part]
    return [*entries[:5], *(["…"] if len(entries) > 5 else [])] or ["…"]


_BETWEEN = re.compile(r"[,;]\s|(?:^|\s)[–—•·*-]\s|^[–—•·*-](?=\S)")


def _wrong_type(doc: Doc, path: Where, detail: ErrorDetails, keys: list[str]) -> Problem:
    value = detail["input"]
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if detail["type"] == "tuple_type":
        return _no_list(doc, path, key, value)
    if isinstance(value, str) and (repaired := unglued(value)):
        found = f"no blank behind “{repaired.split(':')[0].strip()}:”"
        repaired = f"- {repaired}" if isinstance(path[-1], int) else repaired
        fix = f"Add the blank:\n{repaired}"
        return doc.problem(Code.YAML_BLANK, path, found, "“key: value”", fix)
    example = _example(path, value, keys[:2] or ["de", "nl"])
    fix = f"Write each key on an indented line of its own:\n{key}:{example}"
    return doc.problem(Code.WRONG_TYPE, path, describe(value), "keys with values", fix)


def _example(path: Where, value: Any, keys: list[str]) -> str:
    """Lines of the keys wanted at a place: of an entry of a list behind its hyphen, of a picture below its name."""
    first, *more = [f"{name}: …" for name in keys]
    if isinstance(path[-1], int):
        return "".join([f"\n  - {first}", *(f"\n    {one}" for one in more)])
    if path == ("photos",) and "file" not in keys:
        files = [one.get("file") for one in value if isinstance(one, dict)] if isinstance(value, list) else []
        lines = [f"{files[0] if files and files[0] else 'stand.jpg'}:", *(f"  {one}" for one in (first, *more))]
        return "".join(f"\n  {one}" for one in lines)
    return "".join(f"\n  {one}" for one in (first, *more))

"""Looks through a PDF: passwords, scripts, and whether it is tagged, so that machines can read it aloud."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plugins.documents import complaints
from plugins.documents.archives import PROGRAMS
from plugins.newsroom.problem import Problem

_SCRIPT = "a document with a script"
_KEYS = {
    "/JS": _SCRIPT,
    "/JavaScript": _SCRIPT,
    "/XFA": "a document with a form that runs scripts (XFA)",
    "/RichMedia": "a document with a program (Flash)",
}
_ACTIONS = {"/JavaScript": _SCRIPT, "/Launch": "a document with a command that starts a program"}
"""Names of ISO 32000-1, 12.6.4."""
_OBJECTS = 200_000
"""Objects that are looked at; a document of more is told as damaged."""


def pdf_problems(path: Path, file: str) -> tuple[tuple[Problem, ...], bool]:
    """(what is wrong with it, whether it is tagged (ISO 32000-1, 14.8)). Raises ``ValueError`` for a damaged one."""
    from pypdf import PdfReader  # a tenth of a second, for newsrooms that have PDFs
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with path.open("rb") as stream:
            reader = PdfReader(stream, strict=False)
            if reader.is_encrypted:
                return (complaints.encrypted(file),), False
            found = dict.fromkeys(_active(reader))
            root = reader.root_object
            marked = root.get("/MarkInfo")
            tags = marked.get_object().get("/Marked") if marked is not None else None
            tagged = bool(tags is not None and getattr(tags, "value", False)) and "/StructTreeRoot" in root
            count = len(reader.pages)
    except (PyPdfError, KeyError, AttributeError, TypeError, IndexError, RecursionError, AssertionError) as error:
        raise ValueError(f"a damaged PDF ({type(error).__name__})") from None
    if count == 0:
        raise ValueError("a PDF without pages")
    return tuple(complaints.active(file, one) for one in found), tagged


def _active(reader: Any) -> Iterator[str]:
    """What would run when the document is opened or used, as it is told."""
    numbers = [n for table in reader.xref.values() for n in table] + list(reader.xref_objStm)
    if len(numbers) > _OBJECTS:
        raise ValueError(f"a PDF of {len(numbers):,} objects")
    for number in numbers:
        yield from _of(reader.get_object(number))


def _of(thing: Any) -> Iterator[str]:
    """The same of one object and what lies directly in it; what it refers to is looked at by itself."""
    from pypdf.generic import ArrayObject, DictionaryObject

    todo = [thing]
    while todo:
        one = todo.pop()
        if isinstance(one, ArrayObject):
            todo += list(one)
        elif isinstance(one, DictionaryObject):
            todo += [one.raw_get(key) for key in one]
            yield from (words for mark, words in _KEYS.items() if mark in one)
            if "/EF" in one and any(_name(one, key).endswith(PROGRAMS) for key in ("/F", "/UF")):
                yield "a document with a program attached to it"
            action = one.raw_get("/S") if "/S" in one else ""
            yield from (words for mark, words in _ACTIONS.items() if action == mark)


def _name(one: Any, key: str) -> str:
    """A file's name in a file specification (ISO 32000-1, 7.11.3)."""
    return str(one.get(key, "")).lower().rstrip(". ")

"""Judges whether an SVG may be published as the publisher's logo: shapes alone, no program, nothing loaded."""

from __future__ import annotations

import re
from xml.parsers import expat

from plugins.newsroom.problem import Problem

_HEAVIEST = 500_000
"""Bytes; a logo that is heavier than this holds a photograph."""
_ACTIVE = frozenset(
    {"script", "handler", "listener", "foreignobject", "iframe", "embed", "object", "audio", "video", "discard"}
    | {"set", "animate", "animatecolor", "animatemotion", "animatetransform"}
)
"""Elements that run, embed pages, or change an address after it was judged (SVG 2, 10 to 12 and 19)."""
_ADDRESSES = frozenset({"href", "src", "base"})
_INNER = re.compile(r"#[^\s]*\Z|data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*\Z")
_OUTER_URL = re.compile(
    r"url\((?!\s*['\"]?\s*#)|image-set\(|\bsrc\(|@import|javascript:|expression\(|-moz-binding|\\", re.IGNORECASE
)


def unsafe(data: bytes, name: str) -> Problem | None:
    """Why the SVG must not be published, or ``None`` where it is a plain drawing.

    Nothing is taken out: a drawing that is not plain is the editor's to export again.
    """
    if len(data) > _HEAVIEST:
        return _problem(name, 0, f"a drawing of {len(data) / 1e6:.1f} MB")
    judge = _Judge()
    try:
        judge.read(data)
    except expat.ExpatError as error:
        return _problem(name, error.lineno, "a drawing that is not well-formed XML")
    return _problem(name, judge.line, judge.found) if judge.found else None


class _Judge:
    """Reads a drawing once and keeps the first thing that must not be in it."""

    def __init__(self) -> None:
        self.found = ""
        self.line = 0
        self._depth = 0
        self._style = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = lambda *_: self._object("a document type, which can define entities")
        self._parser.ProcessingInstructionHandler = lambda *_: self._object("a processing instruction")

    def read(self, data: bytes) -> None:
        """Reads to the end, or to the first objection. Raises ``ExpatError``."""
        try:
            self._parser.Parse(data, True)
        except _ObjectionError:
            return

    def _object(self, found: str) -> None:
        self.found, self.line = found, self._parser.CurrentLineNumber
        raise _ObjectionError

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2].lower()
        if self._depth == 0 and name != "svg":
            self._object(f"a document of <{name}>")
        if name in _ACTIVE:
            self._object(f"an element <{name}>")
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2].lower(), value)
        self._depth += 1
        self._style += name == "style"

    def _attribute(self, key: str, value: str) -> None:
        if key.startswith("on"):
            self._object(f"a program in the attribute {key}")
        if key in _ADDRESSES and not _INNER.match(value.strip()):
            self._object(f"an address that leads out of the drawing ({value.strip()[:60]})")
        if key not in _ADDRESSES and _OUTER_URL.search(value):
            self._object(f"something loaded from elsewhere in the attribute {key}")

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._style -= tag.rpartition(" ")[2].lower() == "style"

    def _text(self, text: str) -> None:
        if self._style and _OUTER_URL.search(text):
            self._object("a style that loads something from elsewhere")


class _ObjectionError(Exception):
    """Ends the reading."""


def _problem(name: str, line: int, found: str) -> Problem:
    expected = "a drawing of shapes, colours and words alone"
    mend = "Export it anew as plain SVG, without scripts and links, or as PNG at least 960 pixels wide."
    return Problem(name, line, 0, "drawing-unsafe", found, expected, mend)

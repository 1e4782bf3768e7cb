"""Reads an XLIFF 1.2 file from somebody else: nothing in it can reach out, grow or recurse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from plugins.newsroom.problem import Problem
from plugins.translation.inner import Part, Piece, written
from plugins.translation.pieces import balanced

MOST_BYTES = 20 * 1024 * 1024
_DEEPEST = 100
_TRANSPARENT = frozenset({"mrk"})


@dataclass(frozen=True, slots=True)
class ReadUnit:
    """A trans-unit as it stands in the file."""

    id: str
    line: int
    source: str
    """In inner form."""
    target: str | None
    """``None`` where there is no ``<target>``."""
    state: str
    qualifier: str
    """``state-qualifier``, e.g. ``mt-suggestion``."""
    approved: bool
    foreign: tuple[str, ...]
    """Inline elements that our export does not use."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A ``<file>`` of the document."""

    original: str
    source: str
    target: str
    line: int
    units: tuple[ReadUnit, ...]


class UnreadableError(Exception):
    """The file cannot be read at all; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.found)
        self.problem = problem


def read_xliff(data: bytes, file: str) -> tuple[ReadFile, ...]:
    """The files of an XLIFF 1.2 document; ``file`` is its name for problems.

    Refuses a DOCTYPE, and with it every entity of the document's own (XXE, billion laughs), more
    than 20 MB, and deep nesting. Raises ``UnreadableError``.
    """
    if len(data) > MOST_BYTES:
        raise _unreadable(file, 0, "xliff-too-big", f"{len(data)} bytes", f"at most {MOST_BYTES} bytes")
    return _Reader(file).read(data)


def _unreadable(file: str, line: int, code: str, found: str, expected: str) -> UnreadableError:
    return UnreadableError(
        Problem(
            file=file,
            line=line,
            column=0,
            code=code,
            found=found,
            expected=expected,
            fix="ask for the translated file as XLIFF 1.2 again",
        )
    )


@dataclass
class _Open:
    """The trans-unit being read."""

    id: str
    line: int
    approved: bool
    source: list[Piece] = field(default_factory=list)
    target: list[Piece] | None = None
    state: str = ""
    qualifier: str = ""
    foreign: list[str] = field(default_factory=list)


class _Reader:
    """Collects files and units; one instance reads one document."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._path: list[str] = []
        self._files: list[tuple[Mapping[str, str], int, list[ReadUnit]]] = []
        self._unit: _Open | None = None
        self._into: list[Piece] | None = None
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._doctype

    def read(self, data: bytes) -> tuple[ReadFile, ...]:
        """Everything in the document. Raises ``UnreadableError``."""
        fault = ""
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as broken:
            fault, line = expat.ErrorString(broken.code), broken.lineno
        except (LookupError, ValueError):
            fault, line = "an unknown character encoding", 1
        if fault:
            raise _unreadable(self._file, line, "xliff-not-xml", fault, "well-formed XML")
        return tuple(
            ReadFile(
                head.get("original", ""),
                head.get("source-language", ""),
                head.get("target-language", ""),
                line,
                tuple(units),
            )
            for head, line, units in self._files
        )

    def _line(self) -> int:
        return self._parser.CurrentLineNumber

    def _doctype(self, *_parts: object) -> None:
        found = "a DOCTYPE, which could name other files or grow without end"
        raise _unreadable(self._file, self._line(), "xliff-doctype", found, "XLIFF without a DOCTYPE")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = name.rpartition(" ")[2]
        if not self._path:
            self._check_root(element, attributes)
        if len(self._path) >= _DEEPEST:
            raise _unreadable(
                self._file, self._line(), "xliff-not-xml", "elements nested too deep", f"at most {_DEEPEST}"
            )
        parent = self._path[-1] if self._path else ""
        self._path.append(element)
        if self._into is not None:
            self._inline(element, attributes)
        elif element == "file":
            self._files.append((attributes, self._line(), []))
        elif element == "trans-unit":
            self._unit = _Open(attributes.get("id", ""), self._line(), attributes.get("approved") == "yes")
        elif self._unit is not None and parent == "trans-unit":
            self._begin(self._unit, element, attributes)

    def _check_root(self, element: str, attributes: dict[str, str]) -> None:
        version = attributes.get("version", "none")
        if element != "xliff" or not version.startswith("1."):
            found = f"<{element}> of version {version}"
            raise _unreadable(self._file, self._line(), "xliff-version", found, "<xliff> of version 1.2")

    def _begin(self, unit: _Open, element: str, attributes: dict[str, str]) -> None:
        if element == "source":
            self._into = unit.source
        elif element == "target":
            unit.target, unit.state = [], attributes.get("state", "")
            unit.qualifier = attributes.get("state-qualifier", "")
            self._into = unit.target

    def _inline(self, element: str, attributes: dict[str, str]) -> None:
        number = attributes.get("id", "")
        ours = number.isascii() and number.isdigit() and len(number) <= 6
        if self._into is None or element in _TRANSPARENT:
            return
        if element == "g" and ours:
            self._into.append(Piece(Part.OPEN, id=int(number)))
        elif element == "x" and ours:
            self._into.append(Piece(Part.SINGLE, id=int(number)))
        elif self._unit is not None:
            self._unit.foreign.append(element)

    def _characters(self, text: str) -> None:
        if self._into is not None:
            self._into.append(Piece(Part.TEXT, text))

    def _end(self, name: str) -> None:
        element = name.rpartition(" ")[2]
        self._path.pop()
        if self._into is not None and self._path[-1:] == ["trans-unit"]:
            self._into = None
        elif self._into is not None and element == "g":
            self._into.append(Piece(Part.CLOSE))
        elif element == "trans-unit" and self._unit is not None:
            self._finish(self._unit)

    def _finish(self, unit: _Open) -> None:
        self._unit = None
        if self._files:
            self._files[-1][2].append(
                ReadUnit(
                    id=unit.id,
                    line=unit.line,
                    source=written(balanced(unit.source)),
                    target=None if unit.target is None else written(balanced(unit.target)),
                    state=unit.state,
                    qualifier=unit.qualifier,
                    approved=unit.approved,
                    foreign=tuple(dict.fromkeys(unit.foreign)),
                )
            )

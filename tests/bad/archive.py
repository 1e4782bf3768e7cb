"""Reads the corpus of bad content: one text archive a case, with the problems it must give.

A case is a file ``tests/bad/*.txt``. Its first line says what is wrong. Then come the problems, one a
line, ``! path:line:column code`` (``path:0`` for a file as a whole, ``warning`` or ``notice`` at the end for
such), then the files, each below ``-- path --``. The files of ``base.txt``, which has no problem,
are there in every case. ``alone`` on a line of its own keeps a case out of the tree that holds all
others at once, where it would hide them.

A path can be followed by marks in brackets for what a text archive cannot hold: ``[append]`` adds to
the file of the base, ``[crlf]``, ``[bom]``, ``[latin-1]``, ``[utf-16]``, ``[escapes]`` (``\\u2028``
stands for that character), ``[fill=BYTES]``, ``[link=TARGET]``, ``[pipe]``, ``[folder]``, ``[absent]``.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent

_HEADER = re.compile(r"^-- (\S+)(?: \[([^\]]+)\])? --$")
_EXPECTED = re.compile(r"^! (\S+?):(\d+)(?::(\d+))? (\S+)(?: (warning|notice))?$")


@dataclass(frozen=True, order=True)
class Expected:
    """A problem that has to be reported."""

    file: str
    line: int
    column: int
    code: str
    level: str = "error"


@dataclass(frozen=True)
class Section:
    """A file of an archive."""

    path: str
    mark: str
    text: str


@dataclass(frozen=True)
class Case:
    """One sort of bad content."""

    name: str
    title: str
    alone: bool
    expected: tuple[Expected, ...]
    sections: tuple[Section, ...]


def read_case(path: Path) -> Case:
    """The case in a file."""
    title, alone, expected, sections = "", False, [], []
    header: tuple[str, str] | None = None
    lines: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n")[:-1], "-- end --"]:
        found = _HEADER.match(line)
        if found is None and header is not None:
            lines.append(line)
        elif found is not None:
            if header is not None:
                sections.append(Section(*header, "".join(f"{text}\n" for text in lines)))
            header, lines = (found[1], found[2] or ""), []
        elif problem := _EXPECTED.match(line):
            file, row, column, code, weight = problem.groups()
            level = weight or "error"
            expected.append(Expected(file, int(row), int(column or 0), code, level))
        elif line == "alone":
            alone = True
        elif line.startswith("!"):
            raise ValueError(f"{path.name}: {line!r} is no expectation")
        else:
            title = title or line
    return Case(path.stem, title, alone, tuple(sorted(expected)), tuple(sections))


def cases() -> tuple[Case, ...]:
    """All cases but the base, by name."""
    return tuple(read_case(path) for path in sorted(HERE.glob("*.txt")) if path.stem != "base")


def base() -> Case:
    """What every case builds upon."""
    return read_case(HERE / "base.txt")


def write(folder: Path, *several: Case) -> tuple[Expected, ...]:
    """Writes the base and the cases into ``folder``; the problems that must be found there, sorted.

    What is appended to a file moves the lines of its problems down.
    """
    expected: list[Expected] = []
    for case in (base(), *several):
        shifts = {section.path: _write(folder, section) for section in case.sections}
        for one in case.expected:
            line = one.line + shifts.get(one.file, 0) if one.line else 0
            expected.append(Expected(one.file, line, one.column, one.code, one.level))
    return tuple(sorted(expected))


def _write(folder: Path, section: Section) -> int:
    """Writes one file; the number of lines that were there before."""
    path, (mark, _, value) = folder / section.path, section.mark.partition("=")
    path.parent.mkdir(parents=True, exist_ok=True)
    before = 0
    if mark == "append":
        before = path.read_bytes().count(b"\n")
        path.write_bytes(path.read_bytes() + section.text.encode())
    elif mark == "absent":
        path.unlink()
    elif mark == "folder":
        path.mkdir()
    elif mark == "pipe":
        os.mkfifo(path)
    elif mark == "link":
        path.symlink_to(value)
    else:
        path.write_bytes(_encoded(section.text, mark, value))
    return before


def _encoded(text: str, mark: str, value: str) -> bytes:
    if mark == "crlf":
        return text.replace("\n", "\r\n").encode()
    if mark == "escapes":
        return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text).encode()
    if mark == "fill":
        line = b"Text, und noch mehr Text.\n"
        return text.encode() + line * (int(value) // len(line))
    encoding = {"": "utf-8", "bom": "utf-8-sig", "latin-1": "latin-1", "utf-16": "utf-16"}[mark]
    return text.encode(encoding)

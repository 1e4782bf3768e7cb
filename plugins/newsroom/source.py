"""Reading a text file that somebody else wrote, without ever failing on it."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.codes import Code
from plugins.newsroom.problem import Level, Problem

MARKDOWN_LIMIT = 2_000_000
"""Bytes of the largest edition that is read: some 300 printed pages."""

YAML_LIMIT = 2_000_000
"""Bytes of the largest YAML file that is read: some 10,000 people."""

EXCERPT_LIMIT = 400
"""Characters of a line that are kept as an excerpt."""

# What no text needs: C0 without tab, line feed and carriage return, DEL, C1, and the two
# separators that YAML and Python take for a line break while most text editors do not.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Text:
    """The text of one file, with line feeds only."""

    file: str
    """Path as the editor knows it."""
    text: str

    def line(self, number: int) -> str:
        """That line (from 1), without its end; empty where there is none."""
        lines = self.text.split("\n", number)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a character."""
        before = self.text[:offset]
        return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1

    def problem(
        self,
        code: Code,
        at: tuple[int, int],
        found: str,
        expected: str,
        mend: str,
        level: Level = Level.ERROR,
    ) -> Problem:
        """A problem at (line, column) of this file, with its excerpt."""
        line, column = at
        excerpt = self.line(line)[:EXCERPT_LIMIT]
        return Problem(self.file, line, column, code.value, found, expected, mend, level, excerpt)


def whole(file: str, code: Code, found: str, expected: str, mend: str, level: Level = Level.ERROR) -> Problem:
    """A problem of a file or folder as a whole."""
    return Problem(file, 0, 0, code.value, found, expected, mend, level)


def read_text(path: str | Path, shown: str, limit: int) -> tuple[Text | None, tuple[Problem, ...]]:
    """The text of a file and what is wrong with its bytes; ``None`` where nothing can be read.

    ``shown`` is the path as the editor knows it, ``limit`` the largest size in bytes. A byte order
    mark, foreign line ends and control characters are reported and then taken away, so that the rest is
    checked as well.
    """
    try:
        data, size = _bytes(path, limit)
    except OSError as error:
        return None, (unreadable(shown, error),)
    if size > limit:
        return None, (_too_large(shown, size, limit),)
    return _decode(data, shown)


def _bytes(path: str | Path, limit: int) -> tuple[bytes, int]:
    # O_NONBLOCK: a named pipe must not hold up the build.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise OSError("it is not a file")
        if about.st_size > limit:
            return b"", about.st_size
        parts = []
        while part := os.read(handle, about.st_size + 1):
            parts.append(part)
        data = b"".join(parts)
        return data, len(data)
    finally:
        os.close(handle)


def unreadable(shown: str, error: OSError) -> Problem:
    """The problem of a file or folder that the system would not give."""
    if isinstance(error, FileNotFoundError):
        return whole(shown, Code.MISSING_FILE, "no such file", "a file", "Create the file, or correct its name.")
    reason = error.strerror or str(error)
    return whole(
        shown,
        Code.UNREADABLE_FILE,
        f"a file that cannot be read ({reason})",
        "a file that can be read",
        "Check the permissions of the file and that it is a file, not a folder; then save it again.",
    )


def _too_large(shown: str, size: int, limit: int) -> Problem:
    return whole(
        shown,
        Code.TOO_LARGE,
        f"{size / 1e6:.1f} MB",
        f"at most {limit / 1e6:.0f} MB of text",
        "Was a picture or another file pasted into the text? Put pictures into the folder “photos”, "
        "and split a very long text into several reports.",
    )


def _decode(data: bytes, shown: str) -> tuple[Text | None, tuple[Problem, ...]]:
    problems: list[Problem] = []
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, (_not_utf8(shown, "", 1, 1, "text saved as UTF-16"),)
    bom = data.startswith(b"\xef\xbb\xbf")
    if bom:
        data = data[3:]
    try:
        raw = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_undecodable(shown, data, error),)
    text = Text(shown, raw)
    if "\r" in raw:
        text = Text(shown, raw.replace("\r\n", "\n").replace("\r", "\n"))
        problems.append(_line_endings(text, raw))
    if bom:
        problems.append(_bom(text))
    if found := _CONTROL.search(text.text):
        problems.append(_control(text, found))
        text = Text(shown, _CONTROL.sub("\ufffd", text.text))
    return text, tuple(problems)


def _undecodable(shown: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    before = data[: error.start]
    start = before.rfind(b"\n") + 1
    line = before.count(b"\n") + 1
    column = len(before[start:].decode("utf-8", "replace")) + 1
    stop = data.find(b"\n", error.start)
    excerpt = data[start : stop if stop >= 0 else len(data)][:EXCERPT_LIMIT].decode("cp1252", "replace")
    byte = data[error.start]
    guess = bytes([byte]).decode("cp1252", "replace")
    what = f"the byte 0x{byte:02X}" + (f" (“{guess}” in Windows-1252)" if byte >= 0xA0 else "")
    return _not_utf8(shown, excerpt, line, column, what)


def _not_utf8(shown: str, excerpt: str, line: int, column: int, found: str) -> Problem:
    mend = "Save the file with the encoding UTF-8 (in the editor's “Save as”), then check umlauts and accents."
    return Problem(
        shown,
        line,
        column,
        Code.NOT_UTF8.value,
        found,
        "text saved as UTF-8",
        mend,
        Level.ERROR,
        excerpt.rstrip("\r"),
    )


def _bom(text: Text) -> Problem:
    return text.problem(
        Code.BOM,
        (1, 1),
        "an invisible byte order mark at the start of the file",
        "a file that starts with its first letter",
        "Save the file as “UTF-8” rather than “UTF-8 with BOM”.",
    )


def _line_endings(text: Text, raw: str) -> Problem:
    line = raw.count("\n", 0, raw.index("\r")) + 1
    return text.problem(
        Code.LINE_ENDINGS,
        (line, len(text.line(line)) + 1),
        "line ends of Windows (CRLF)" if "\r\n" in raw else "line ends of an old Macintosh (CR)",
        "line ends as LF",
        "Choose the line ending “LF” (often at the foot of the editor's window) and save the file.",
    )


def _control(text: Text, found: re.Match[str]) -> Problem:
    return text.problem(
        Code.CONTROL_CHARACTER,
        text.position(found.start()),
        f"the invisible character U+{ord(found[0]):04X}",
        "letters, digits, punctuation, spaces and line ends",
        "Delete the character at this place and type the space or the line end again; "
        "it mostly comes from text copied out of a PDF or a layout program.",
    )

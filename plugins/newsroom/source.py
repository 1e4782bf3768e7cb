"""Reading a text file that somebody else wrote, without ever failing on it."""

from __future__ import annotations

import os
import re
import stat
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from plugins.newsroom.broken_letters import BrokenLetters, broken_letters
from plugins.newsroom.codes import Code
from plugins.newsroom.problem import Level, Problem

MARKDOWN_LIMIT = 2_000_000
"""Bytes of the largest edition that is read: some 300 printed pages."""

YAML_LIMIT = 2_000_000
"""Bytes of the largest YAML file that is read: some 10,000 people."""

EXCERPT_LIMIT = 400
"""Characters of a line that are kept as an excerpt."""

# What no text needs: C0 without tab, line feed and carriage return, DEL, C1, the two separators that YAML and Python
# take for a line break while most text editors do not, and the sign that shows all letters behind it in reverse.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202e\ufffe\uffff]+")

_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
"""What git writes around two versions of the same lines."""


MOST = 100
"""Occurrences of one fault in one file that are told with their lines; of more, the number is told."""

_FEW_LINES = 40


@dataclass(frozen=True)
class Text:
    """The text of one file, with line feeds only."""

    file: str
    """Path as the editor knows it."""
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def line(self, number: int) -> str:
        """That line (from 1), without its end; empty where there is none."""
        if number <= _FEW_LINES:
            lines = self.text.split("\n", number)
            return lines[number - 1] if 0 < number <= len(lines) else ""
        if number > len(self._starts):
            return ""
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a character."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def problem(
        self,
        code: Code,
        at: tuple[int, int],
        found: str,
        expected: str,
        fix: str,
        level: Level = Level.ERROR,
    ) -> Problem:
        """A problem at (line, column) of this file, with its excerpt."""
        line, column = at
        excerpt = self.line(line)[:EXCERPT_LIMIT]
        return Problem(self.file, line, column, code.value, found, expected, fix, level, excerpt)


def whole(file: str, code: Code, found: str, expected: str, fix: str, level: Level = Level.ERROR) -> Problem:
    """A problem of a file or folder as a whole."""
    return Problem(file, 0, 0, code.value, found, expected, fix, level)


def read_text(path: str | Path, shown: str, limit: int) -> tuple[Text | None, tuple[Problem, ...]]:
    """The text of a file and what is wrong with its bytes; ``None`` where nothing can be read.

    ``shown`` is the path as the editor knows it, ``limit`` the largest size in bytes. A byte order
    mark and the line ends of other systems mean nothing, and are read without a word. Control characters are
    reported and made visible, so that the rest is checked as well.
    """
    try:
        data, size = _bytes(path, limit)
    except OSError as error:
        return None, (unreadable(shown, error),)
    if size > limit:
        return None, (_too_large(shown, size, limit),)
    return decoded(data, shown)


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


def decoded(data: bytes, shown: str) -> tuple[Text | None, tuple[Problem, ...]]:
    """The text of a file's bytes, as ``read_text`` gives it."""
    begin = data[:200]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or len(begin) < 3 * begin.count(0) < 2 * len(begin):
        return None, (_not_utf8(shown, "", 1, 1, "text saved as UTF-16"),)
    try:
        raw = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_undecodable(shown, data, error),)
    if "\r" in raw:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    text = Text(shown, raw)
    if raw.startswith("version https://git-lfs"):
        return None, (_pointer(text),)
    if conflicts := tuple(_conflicts(text)):
        return None, conflicts
    controls = tuple(_controls(text))
    problems = (*controls, *_broken(text))
    return (Text(shown, _CONTROL.sub(_visible, raw)) if controls else text), problems


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
    fix = "Save the file with the encoding UTF-8 (in the editor's “Save as”), then check umlauts and accents."
    return Problem(
        shown,
        line,
        column,
        Code.NOT_UTF8.value,
        found,
        "text saved as UTF-8",
        fix,
        Level.ERROR,
        excerpt.rstrip("\r"),
    )


def _broken(text: Text) -> Iterator[Problem]:
    """The first letter of each line that was saved in another encoding."""
    last = 0
    for broken in islice(broken_letters(text.text), MOST):
        at = text.position(broken.start)
        if at[0] != last:
            yield _broken_letter(text, at, broken)
        last = at[0]


def _broken_letter(text: Text, at: tuple[int, int], broken: BrokenLetters) -> Problem:
    found, expected = "“\ufffd”, which stands for a letter that was lost", "the letter itself"
    if broken.meant:
        found, expected = f"“{broken.raw}”, letters saved in another encoding", f"“{broken.meant}”"
    fix = "Write the letter, and look at all umlauts, accents and quotation marks of the file, or paste the text anew."
    return text.problem(Code.NOT_UTF8, at, found, expected, fix)


def _visible(match: re.Match[str]) -> str:
    return "\ufffd" * len(match[0])


def _pointer(text: Text) -> Problem:
    fix = "Run `git lfs pull`; and take this sort of file out of .gitattributes, for only pictures need Git LFS."
    found = "a Git LFS pointer in place of the text"
    return text.problem(Code.UNREADABLE_FILE, (1, 1), found, "the text itself", fix)


def _conflicts(text: Text) -> Iterator[Problem]:
    """The marks of a merge that was not finished: each opening one, and others that have none above."""
    if "<<<<<<<" not in text.text and ">>>>>>>" not in text.text:
        return
    is_open = False
    for match in islice(_CONFLICT.finditer(text.text), MOST):
        if match[0][0] == "<" or not is_open:
            yield text.problem(
                Code.MERGE_CONFLICT,
                text.position(match.start()),
                f"“{match[0][:60]}”, the mark of a merge conflict",
                "one version",
                "Keep one of the two versions between the marks, and take the lines <<<<<<<, ======= and >>>>>>> out.",
            )
        is_open = match[0][0] != ">"


def _controls(text: Text) -> Iterator[Problem]:
    """Every character that no text needs, each with its line."""
    found = _CONTROL.finditer(text.text)
    for match in islice(found, MOST):
        number, what = len(match[0]), f"the invisible character U+{ord(match[0][0]):04X}"
        if number > 1:
            what = f"{number} invisible characters in a row, beginning with U+{ord(match[0][0]):04X}"
        yield _control(text, text.position(match.start()), what)
    if rest := next(found, None):
        more = 1 + sum(1 for _ in found)
        yield _control(text, text.position(rest.start()), f"{more} more invisible characters from here on")


def _control(text: Text, at: tuple[int, int], found: str) -> Problem:
    return text.problem(
        Code.CONTROL_CHARACTER,
        at,
        found,
        "letters, digits, punctuation, spaces and line ends",
        "Delete the character at this place and type the space or the line end again; "
        "it mostly comes from text copied out of a PDF or a layout program.",
    )

"""Finds the line of a PO file that is none, before a lenient reader makes other words of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_CONFLICT = re.compile(r"\s*(<{7}|={7}|>{7}|\|{7})( |\Z)")
_STRING = r'"(?:[^"\\]|\\.)*"\s*'
_LINE = re.compile(rf"\s*(?:#~\s*)?(?:(?P<word>msgctxt|msgid|msgid_plural|msgstr)(?:\[\d\])?\s*)?{_STRING}|\s*|\s*#.*")
_OBSOLETE = re.compile(r"\s*#~\s*(?:msg|\")")
_AFTER = {"msgctxt": ("msgid",), "msgid": ("msgstr", "msgid_plural"), "msgid_plural": ("msgstr",)}
"""What must follow a part of an entry (GNU gettext, The Format of PO Files)."""


@dataclass(frozen=True, slots=True)
class BadLine:
    """Where a file is no PO file, and how to put it right."""

    number: int
    found: str
    expected: str
    fix: str


def bad_line(lines: Sequence[str], *, whole: bool = True) -> BadLine | None:
    """The first line that is none of a PO file; ``None`` where each is.

    Marks of a merge, quotation marks that are missing or curly, control characters, forms of a plural, and entries
    without their translation; without ``whole`` the last entry need not be there to its end.
    """
    open_part, opened_at = "", 0
    for number, line in enumerate(lines, 1):
        wrong = _alone(line, number)
        if wrong is not None:
            return wrong
        match = _LINE.fullmatch(line)
        word = match["word"] if match else None
        if word is None:
            continue
        if open_part and word not in _AFTER[open_part]:
            return _unfinished(open_part, opened_at)
        open_part, opened_at = ("", 0) if word == "msgstr" else (word, number)
    return _unfinished(open_part, opened_at) if open_part and whole else None


def _alone(line: str, number: int) -> BadLine | None:
    if _CONFLICT.match(line):
        fix = "Keep one of the two versions between the marks, and take the lines <<<<<<<, ======= and >>>>>>> out."
        return BadLine(number, f"“{line.strip()}”, the mark of a merge conflict", "one version", fix)
    if "\0" in line:
        return BadLine(number, "a control character", "letters, figures and signs", "Delete it, or type the word anew.")
    if _LINE.fullmatch(line) is None or (_OBSOLETE.match(line) and not _LINE.fullmatch(line.replace("#~", "", 1))):
        fix = 'Put straight quotation marks around the words, and write a mark inside them as \\".'
        return BadLine(number, f"“{line.strip()[:60]}”, no line of a PO file", 'msgid, msgstr or words in "…"', fix)
    if line.lstrip().startswith("msgid_plural"):
        fix = "Write the words after msgstr, and take msgid_plural and the other forms out."
        return BadLine(number, "forms of a plural", "one translation", fix)
    return None


def _unfinished(part: str, number: int) -> BadLine:
    fix = 'Write msgstr "" under it, or take the last good version of the file from git or from a backup.'
    return BadLine(number, f"an entry that ends with its {part}", "msgctxt, msgid and msgstr", fix)

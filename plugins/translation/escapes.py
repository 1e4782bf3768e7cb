"""Writes words as Markdown that both CommonMark and Python-Markdown read as those words.

The two agree on few escapes: ``\\<``, ``\\&``, ``\\~``, ``\\:``, ``\\=`` and ``\\|`` mean
themselves in the one and a stray backslash in the other (Python-Markdown's ``ESCAPED_CHARS``).
Those characters are written as entities.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.translation.inner import Part, Piece, tidy

_ANYWHERE = re.compile(r"[\\`*_\[\]{}]|<|&(?=#|[A-Za-z][A-Za-z0-9]*;)")
_AT_START = re.compile(r"(\d{1,9})(?=[.)])|([#+\-!>])|([~:=|^$])")
_HASH = re.compile(r"(?<!\\)(?:\\\\)*#\Z")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


def escaped_words(words: str, kind: str, fresh: bool) -> str:
    """The words as Markdown of a segment of that kind; ``fresh``: they begin a line."""
    text = _ANYWHERE.sub(lambda match: _ENTITIES.get(match[0], "\\" + match[0]), words)
    if kind == "cell":
        text = text.replace("|", "\\|")
    return _AT_START.sub(_start, text, count=1) if fresh and _AT_START.match(text) else text


def _start(match: re.Match[str]) -> str:
    """The first characters of a line, which would otherwise begin a list, heading or quote."""
    if match[1]:
        return match[1] + "\\"
    return "\\" + match[2] if match[2] else f"&#{ord(match[3])};"


def closed_heading(text: str) -> str:
    """The heading with a hash at its end kept: both parsers take hashes there for decoration."""
    return text[:-1] + "\\#" if _HASH.search(text) else text


def outward(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with white space moved out of pairs: ``** x **`` is not emphasis."""
    out: list[Piece] = []
    for piece in pieces:
        text = tidy(piece.text)
        if piece.part is Part.TEXT and out and out[-1].part is Part.OPEN and text.startswith(" "):
            _space_before_openings(out)
            text = text.lstrip(" ")
        if piece.part is Part.CLOSE:
            _close(out, piece)
        elif text or piece.part is not Part.TEXT:
            out.append(Piece(piece.part, text, piece.id))
    return out


def _close(out: list[Piece], piece: Piece) -> None:
    """Put a closing tag before the white space at the end of the list."""
    if out and out[-1].part is Part.TEXT and out[-1].text.endswith(" "):
        words = out.pop().text.rstrip(" ")
        if words:
            out.append(Piece(Part.TEXT, words))
        out.extend((piece, Piece(Part.TEXT, " ")))
    else:
        out.append(piece)


def _space_before_openings(out: list[Piece]) -> None:
    """Put a space before the openings at the end of the list."""
    at = len(out)
    while at and out[at - 1].part is Part.OPEN:
        at -= 1
    out.insert(at, Piece(Part.TEXT, " "))

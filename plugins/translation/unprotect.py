"""Turns a translated inner form back into Markdown in which the words are words and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from plugins.translation.inner import BrokenInnerError, Part, Piece, read, tidy
from plugins.translation.segment import Segment, Tag, TagKind

PLAIN_KINDS = frozenset(
    {"title", "kicker", "teaser", "alt-text", "caption", "label", "correction", "word", "abbreviation"}
)
"""Kinds of segments that are plain text and not Markdown: everything of the front matter."""

_ANYWHERE = re.compile(r"[\\`*_\[\]{}]|<|&(?=#|[A-Za-z][A-Za-z0-9]*;)")
_AT_START = re.compile(r"(?:(\d{1,9})(?=[.)])|([#+\-!>])|([~:=|^$]))")
_MARKERS = {TagKind.EMPHASIS: re.compile(r"[*_]+")}


class TagMismatchError(ValueError):
    """A translation whose tags are not those of its original; the message is a sentence."""


def unprotect(segment: Segment, answer: str, images: Mapping[int, str] | None = None) -> str:
    """The Markdown (or, for front matter, the plain text) of a translated segment.

    Every character of the answer that Markdown or HTML could read as markup is escaped, so
    that nothing can come in that the original lacks. ``images`` gives the source of images
    whose alt text was translated. Raises ``TagMismatchError``.
    """
    pieces = checked(segment, answer)
    if segment.kind in PLAIN_KINDS:
        return _plain(pieces, segment.tags)
    tags = {tag.id: tag for tag in segment.tags}
    return _Writer(segment.kind, tags, dict(images or {})).write(pieces)


def checked(segment: Segment, answer: str) -> tuple[Piece, ...]:
    """The pieces of the answer, if its tags are those of the segment. Raises ``TagMismatchError``."""
    try:
        pieces = read(answer)
    except BrokenInnerError as error:
        raise TagMismatchError(f"The translation cannot be read: {error}.") from error
    wanted = Counter((tag.paired, tag.id) for tag in segment.tags)
    given = Counter((p.part is Part.OPEN, p.id) for p in pieces if p.part in (Part.OPEN, Part.SINGLE))
    if wanted != given:
        lost = ", ".join(_named(*key) for key in sorted((wanted - given).elements()))
        more = ", ".join(_named(*key) for key in sorted((given - wanted).elements()))
        told = [f"it lacks {lost}" if lost else "", f"it has {more} too often or for nothing" if more else ""]
        raise TagMismatchError(f"The tags are not those of the original: {' and '.join(filter(None, told))}.")
    if segment.tags and _empties(pieces) - _empties(read(segment.text)):
        raise TagMismatchError("The tags are not those of the original: a pair has lost the words inside it.")
    return pieces


def _named(paired: bool, number: int) -> str:
    return f'<g id="{number}">' if paired else f'<x id="{number}"/>'


def _empties(pieces: tuple[Piece, ...]) -> frozenset[int]:
    """Pairs with nothing between."""
    return frozenset(
        first.id
        for first, then in pairwise(p for p in pieces if p.part is not Part.TEXT or p.text.strip())
        if first.part is Part.OPEN and then.part is Part.CLOSE
    )


def _plain(pieces: tuple[Piece, ...], tags: tuple[Tag, ...]) -> str:
    """The text with its tags' own source, nothing escaped: no parser will read it."""
    source = {tag.id: tag.opening for tag in tags}
    return "".join(tidy(piece.text) or source.get(piece.id, "") for piece in pieces).strip(" ")


class _Writer:
    """Writes the pieces of one segment as Markdown."""

    def __init__(self, kind: str, tags: dict[int, Tag], images: dict[int, str]) -> None:
        self.kind = kind
        self.tags = tags
        self.images = images
        self.out: list[str] = []
        self.fresh = kind != "alt"
        """Whether the next word begins a line."""

    def write(self, pieces: tuple[Piece, ...]) -> str:
        """The Markdown of the pieces."""
        for piece in _outward(pieces):
            if piece.part is Part.TEXT:
                self._words(piece.text)
            elif piece.part is Part.CLOSE:
                self.out.append(self.tags[piece.id].closing)
            else:
                tag = self.tags[piece.id]
                self.out.append(self.images.get(piece.id, tag.opening))
                self.fresh = tag.kind is TagKind.BREAK
        text = "".join(self.out).strip(" ")
        if self.kind == "heading" and text.endswith("#") and not text.endswith("\\#"):
            text = text[:-1] + "\\#"
        return text

    def _words(self, words: str) -> None:
        text = _ANYWHERE.sub(self._escape, words.lstrip(" ") if self.fresh else words)
        if self.kind == "cell":
            text = text.replace("|", "\\|")
        if self.fresh and text:
            text = _AT_START.sub(_start, text, count=1) if _AT_START.match(text) else text
            self.fresh = False
        self.out.append(text)

    @staticmethod
    def _escape(match: re.Match[str]) -> str:
        """The character in a form that both CommonMark and Python-Markdown read as itself."""
        char = match[0]
        return {"<": "&lt;", "&": "&amp;"}.get(char, "\\" + char)


def _start(match: re.Match[str]) -> str:
    """The first characters of a line, which would otherwise begin a list, heading or quote."""
    if match[1]:
        return match[1] + "\\"
    return "\\" + match[2] if match[2] else f"&#{ord(match[3])};"


def _outward(pieces: tuple[Piece, ...]) -> list[Piece]:
    """The pieces with white space moved out of pairs: ``** x **`` is not emphasis."""
    out: list[Piece] = []
    for piece in pieces:
        text = tidy(piece.text)
        if piece.part is Part.TEXT and out and out[-1].part is Part.OPEN and text.startswith(" "):
            _before_openings(out)
            text = text.lstrip(" ")
        if piece.part is Part.CLOSE and out and out[-1].part is Part.TEXT and out[-1].text.endswith(" "):
            out[-1] = Piece(Part.TEXT, out[-1].text.rstrip(" "))
            out.extend((piece, Piece(Part.TEXT, " ")))
            continue
        out.append(Piece(piece.part, text, piece.id))
    return out


def _before_openings(out: list[Piece]) -> None:
    """Put a space before the openings at the end of the list."""
    at = len(out)
    while at and out[at - 1].part is Part.OPEN:
        at -= 1
    out.insert(at, Piece(Part.TEXT, " "))

"""Puts right what engines do to white space and entities around tags."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from plugins.translation.inner import Part, Piece
from plugins.translation.pieces import inner, pieces

_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_WRAP = re.compile(r"[ \t]*\r?\n[ \t]*")
_AFTER_OPEN = re.compile(r'(\s?)((?:<g id="\d+">)+)(\s+)')
_BEFORE_CLOSE = re.compile(r"(\s+)((?:</g>)+)(\s?)")
_BEFORE_MARK = re.compile(r'(<x id="\d+"/>|</g>) +(?=[,.;:!?)\]}»”’…])')


def one_line(text: str) -> str:
    """``text`` with line wraps as single spaces: engines take a line end for the end of a sentence."""
    return _WRAP.sub(" ", text)


def tidy(source: str, parts: Sequence[Piece]) -> str:
    """Pieces of an answer as inner form, repaired by what its source looks like.

    Outer white space becomes the source's; white space just inside a pair moves outside, since
    ``** word **`` is no emphasis; a space put between a tag and a closing mark goes; entities
    escaped once or twice too often are read again. None of it touches a word, and nothing is done
    that the source does itself.
    """
    text = inner(_unescaped(pieces(source), parts))
    if not _AFTER_OPEN.search(source):
        text = _AFTER_OPEN.sub(lambda m: (m[1] or m[3]) + m[2], text)
    if not _BEFORE_CLOSE.search(source):
        text = _BEFORE_CLOSE.sub(lambda m: m[2] + (m[3] or m[1]), text)
    if not _BEFORE_MARK.search(source):
        text = _BEFORE_MARK.sub(r"\1", text)
    return _with_edges(source, text)


def _unescaped(before: Sequence[Piece], parts: Sequence[Piece]) -> tuple[Piece, ...]:
    known = set(_ENTITY.findall("".join(piece.text for piece in before)))

    def fixed(match: re.Match[str]) -> str:
        return match[0] if match[0] in known else html.unescape(match[0])

    def read(text: str) -> str:
        return _ENTITY.sub(fixed, _ENTITY.sub(fixed, text))

    return tuple(Piece(Part.TEXT, read(piece.text)) if piece.part is Part.TEXT else piece for piece in parts)


def _with_edges(source: str, text: str) -> str:
    """``text`` with the white space its source begins and ends with."""
    if not text.strip() or not source.strip():
        return text
    lead = source[: len(source) - len(source.lstrip())]
    trail = source[len(source.rstrip()) :]
    return lead + text.strip() + trail

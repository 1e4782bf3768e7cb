"""Tags as short tokens such as ``[X2X]``, for engines that know plain text only."""

from __future__ import annotations

import re

from plugins.translation.engines.tidy import one_line, tidy
from plugins.translation.inner import Part, Piece
from plugins.translation.pieces import balanced, pieces
from plugins.translation.segment import Segment

_TOKEN = re.compile(r"[\[［【]\s*([XGL])\s*(\d{1,6})\s*([XAZL])\s*[\]］】]", re.IGNORECASE)
"""Tolerant of what engines do to tokens: inner spaces, small letters, full-width brackets."""
_SHAPES = {("X", "X"): Part.SINGLE, ("G", "A"): Part.OPEN, ("G", "Z"): Part.CLOSE}


class TokenForm:
    """``<x id="2"/>`` as ``[X2X]``, a pair as ``[G1A]…[G1Z]``.

    Letters on both sides of the digits keep engines from taking the token for a number, a
    footnote or a list. Text that looks like a token already travels as ``[L0L]``, the first
    such text, and comes back as it was.
    """

    def encode(self, segment: Segment) -> str:
        """The segment as plain text with tokens."""
        literals = _literals(segment.text)
        out: list[str] = []
        opened: list[int] = []
        for piece in pieces(one_line(segment.text)):
            match piece.part:
                case Part.TEXT:
                    out.append(_TOKEN.sub(lambda m: f"[L{literals.index(m[0])}L]", piece.text))
                case Part.OPEN:
                    opened.append(piece.id)
                    out.append(f"[G{piece.id}A]")
                case Part.CLOSE:
                    out.append(f"[G{opened.pop()}Z]")
                case Part.SINGLE:
                    out.append(f"[X{piece.id}X]")
        return "".join(out)

    def decode(self, segment: Segment, answer: str) -> str:
        """Plain text with tokens as inner form."""
        literals = _literals(segment.text)
        found: list[Piece] = []
        position = 0
        for match in _TOKEN.finditer(answer):
            found.append(Piece(Part.TEXT, answer[position : match.start()]))
            found.append(_read(match, literals))
            position = match.end()
        found.append(Piece(Part.TEXT, answer[position:]))
        return tidy(one_line(segment.text), balanced(found))


def _literals(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m[0] for m in _TOKEN.finditer(_plain(text))))


def _plain(text: str) -> str:
    """The text alone, its pieces kept apart so that no token arises across a tag."""
    return "\n".join(piece.text for piece in pieces(one_line(text)) if piece.part is Part.TEXT)


def _read(match: re.Match[str], literals: tuple[str, ...]) -> Piece:
    first, number, last = match[1].upper(), int(match[2]), match[3].upper()
    if (first, last) == ("L", "L") and number < len(literals):
        return Piece(Part.TEXT, literals[number])
    part = _SHAPES.get((first, last))
    return Piece(part, id=number) if part else Piece(Part.TEXT, match[0])

"""Reads an inner form, however broken, into well-formed pieces, and writes it.

What has become of the tags is said in one place alone: ``gate.tags``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import unescape

from plugins.translation.inner import Part, Piece, escaped

_TAG = re.compile(r'<g id="(\d{1,6})">|<x id="(\d{1,6})"/>|(</g>)')
_TAGS = {Part.OPEN: '<g id="{}">', Part.CLOSE: "</g>", Part.SINGLE: '<x id="{}"/>'}


def pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of an inner form, however broken: what is no tag of ours is text, stray ends go."""
    raw: list[Piece] = []
    position = 0
    for match in _TAG.finditer(text):
        raw.append(Piece(Part.TEXT, unescape(text[position : match.start()])))
        if match[1]:
            raw.append(Piece(Part.OPEN, id=int(match[1])))
        elif match[2]:
            raw.append(Piece(Part.SINGLE, id=int(match[2])))
        else:
            raw.append(Piece(Part.CLOSE))
        position = match.end()
    raw.append(Piece(Part.TEXT, unescape(text[position:])))
    return balanced(raw)


def inner(parts: Iterable[Piece]) -> str:
    """Pieces written as inner form, every space as it is."""
    return "".join(escaped(p.text) if p.part is Part.TEXT else _TAGS[p.part].format(p.id) for p in parts)


def balanced(parts: Iterable[Piece]) -> tuple[Piece, ...]:
    """The same pieces with every pair closed and none crossing.

    An end belongs to the innermost open pair, or to the one whose number it carries; pairs left
    open or crossed lose both their tags. Neighbouring texts are joined.
    """
    found = list(parts)
    partner: dict[int, int] = {}
    stack: list[int] = []
    for place, piece in enumerate(found):
        if piece.part is Part.OPEN:
            stack.append(place)
        elif piece.part is Part.CLOSE:
            start = _opening(found, stack, piece.id)
            if start is not None:
                del stack[stack.index(start) :]
                partner[start], partner[place] = place, start
    kept = [
        Piece(piece.part, id=found[partner[place]].id) if piece.part is Part.CLOSE else piece
        for place, piece in enumerate(found)
        if piece.part in (Part.TEXT, Part.SINGLE) or place in partner
    ]
    return _joined(kept)


def _opening(found: Sequence[Piece], stack: Sequence[int], wanted: int) -> int | None:
    for place in reversed(stack):
        if not wanted or found[place].id == wanted:
            return place
    return None


def _joined(parts: Iterable[Piece]) -> tuple[Piece, ...]:
    out: list[Piece] = []
    for piece in parts:
        if piece.part is Part.TEXT and out and out[-1].part is Part.TEXT:
            out[-1] = Piece(Part.TEXT, out[-1].text + piece.text)
        elif piece.part is not Part.TEXT or piece.text:
            out.append(piece)
    return tuple(out)

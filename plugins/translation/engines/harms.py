"""Tells what happened to the tags of a segment on its way through an engine."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from xml.sax.saxutils import unescape

from plugins.translation.inner import Part, Piece, escaped

_TAG = re.compile(r'<g id="(\d{1,6})">|<x id="(\d{1,6})"/>|(</g>)')
_TAGS = {Part.OPEN: '<g id="{}">', Part.CLOSE: "</g>", Part.SINGLE: '<x id="{}"/>'}
_MARKUP = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>")


class HarmKind(StrEnum):
    """What happened to a tag on its way through an engine."""

    LOST = "lost"
    DOUBLED = "doubled"
    INVENTED = "invented"
    NESTING = "nesting"
    EMPTIED = "emptied"
    MARKUP = "markup"


@dataclass(frozen=True, slots=True, order=True)
class Harm:
    """One harmed tag; ``id`` is 0 for markup that was never ours."""

    kind: HarmKind
    id: int
    evidence: str = ""


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


def harms(source: str, answer: str) -> tuple[Harm, ...]:
    """How the tags of an answer differ from those of its source; both in inner form.

    Another order is no harm: languages differ in it.
    """
    before, after = pieces(source), pieces(answer)
    found = [*_counted(before, after), *_nested(before, after), *_emptied(before, after)]
    known = set(_MARKUP.findall(_plain(before)))  # names of elements that the text speaks about
    found.extend(Harm(HarmKind.MARKUP, 0, tag) for tag in sorted(set(_MARKUP.findall(_plain(after))) - known))
    return tuple(sorted(found))


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


def _plain(parts: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in parts)


def _counted(before: Sequence[Piece], after: Sequence[Piece]) -> Iterable[Harm]:
    was = Counter((p.part, p.id) for p in before if p.part in (Part.OPEN, Part.SINGLE))
    now = Counter((p.part, p.id) for p in after if p.part in (Part.OPEN, Part.SINGLE))
    for tag in sorted(was | now):
        if not was[tag]:
            yield Harm(HarmKind.INVENTED, tag[1])
        elif now[tag] < was[tag]:
            yield Harm(HarmKind.LOST, tag[1])
        elif now[tag] > was[tag]:
            yield Harm(HarmKind.DOUBLED, tag[1])


def _nested(before: Sequence[Piece], after: Sequence[Piece]) -> Iterable[Harm]:
    was, now = _parents(before), _parents(after)
    for tag in sorted(was.keys() & now.keys()):
        if was[tag] != now[tag]:
            yield Harm(HarmKind.NESTING, tag[1])


def _parents(parts: Sequence[Piece]) -> dict[tuple[Part, int], int]:
    stack: list[int] = []
    parents: dict[tuple[Part, int], int] = {}
    for piece in parts:
        if piece.part is Part.CLOSE:
            stack.pop()
        elif piece.part is not Part.TEXT:
            parents[piece.part, piece.id] = stack[-1] if stack else 0
            if piece.part is Part.OPEN:
                stack.append(piece.id)
    return parents


def _emptied(before: Sequence[Piece], after: Sequence[Piece]) -> Iterable[Harm]:
    for tag in sorted(_empty(after) - _empty(before)):
        if any(piece.part is Part.OPEN and piece.id == tag for piece in before):
            yield Harm(HarmKind.EMPTIED, tag)


def _empty(parts: Sequence[Piece]) -> set[int]:
    """Pairs with nothing to read between their tags."""
    filled: set[int] = set()
    opened: list[int] = []
    for piece in parts:
        if piece.part is Part.OPEN:
            opened.append(piece.id)
        elif piece.part is Part.CLOSE:
            opened.pop()
        elif piece.part is Part.SINGLE or piece.text.strip():
            filled.update(opened)
    return {piece.id for piece in parts if piece.part is Part.OPEN} - filled

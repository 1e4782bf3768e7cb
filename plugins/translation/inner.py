"""The inner form of a segment: text with numbered tags, written and read."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

_TAG = re.compile(r'<(?:(g)\s+id="(\d{1,6})"\s*|(/g)\s*|(x)\s+id="(\d{1,6})"\s*/)>')
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|apos|nbsp|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_MARKUP = re.compile(r"<[A-Za-z/!?]")
_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff]")


class Part(StrEnum):
    """What a piece of an inner form is."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, or one tag; ``id`` is 0 for text, and a closing tag has its opening's."""

    part: Part
    text: str = ""
    id: int = 0


class BrokenInnerError(ValueError):
    """An inner form that cannot be read; the message is a sentence."""


def escaped(text: str) -> str:
    """``text`` with the three characters XML needs for itself written as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def tidy(text: str) -> str:
    """``text`` with each run of breaking white space as one space, and without control characters.

    Non-breaking spaces are words' own business and stay.
    """
    return _SPACE.sub(" ", _CONTROL.sub("", text))


def written(pieces: Iterable[Piece]) -> str:
    """The inner form of the pieces, white space normalised and trimmed."""
    return trimmed("".join(map(_piece, pieces)))


def trimmed(text: str) -> str:
    """The inner form with one space between words and none at the ends or around a break of its own."""
    return tidy(text).strip(" ")


def _piece(piece: Piece) -> str:
    if piece.part is Part.TEXT:
        return escaped(piece.text)
    if piece.part is Part.CLOSE:
        return "</g>"
    return f'<g id="{piece.id}">' if piece.part is Part.OPEN else f'<x id="{piece.id}"/>'


def read(inner: str) -> tuple[Piece, ...]:
    """The pieces of an inner form.

    A lone ``&`` or ``<`` that cannot be meant as markup is taken as it stands, since people
    write ``R&D`` and ``a < b`` by hand. Raises ``BrokenInnerError`` on any other markup, and where
    tags are not properly nested.
    """
    pieces: list[Piece] = []
    stack: list[int] = []
    at = 0
    for match in _TAG.finditer(inner):
        pieces.extend(_text(inner[at : match.start()]))
        pieces.append(_tag(match, stack))
        at = match.end()
    pieces.extend(_text(inner[at:]))
    if stack:
        raise BrokenInnerError(f'<g id="{stack[-1]}"> is never closed')
    return tuple(pieces)


def _tag(match: re.Match[str], stack: list[int]) -> Piece:
    """The piece of one tag; ``stack`` holds the pairs that are open."""
    if match[1]:
        stack.append(int(match[2]))
        return Piece(Part.OPEN, id=stack[-1])
    if match[3]:
        if not stack:
            raise BrokenInnerError("</g> closes nothing")
        return Piece(Part.CLOSE, id=stack.pop())
    return Piece(Part.SINGLE, id=int(match[5]))


def _text(raw: str) -> Iterator[Piece]:
    """The text between two tags, entities resolved."""
    if not raw:
        return
    strange = _MARKUP.search(raw)
    if strange:
        raise BrokenInnerError(f"{raw[strange.start() : strange.start() + 20]!r} is markup that the original lacks")
    yield Piece(Part.TEXT, _ENTITY.sub(lambda match: html.unescape(match[0]), raw))


def words(inner: str) -> str:
    """The text alone, without any tag. Raises ``BrokenInnerError``."""
    return tidy("".join(piece.text for piece in read(inner))).strip(" ")


def renumbered(inner: str) -> tuple[str, dict[int, int]]:
    """The inner form with its tags counted from 1 in their order, and old id -> new id.

    Two segments that differ in the numbers of their tags alone are the same text.
    """
    ids: dict[int, int] = {}
    for piece in read(inner):
        if piece.id and piece.part is not Part.CLOSE:
            ids.setdefault(piece.id, len(ids) + 1)
    return with_ids(inner, ids), ids


def with_ids(inner: str, ids: dict[int, int]) -> str:
    """The inner form with its tags' numbers exchanged; numbers not in ``ids`` stay."""
    return written(Piece(piece.part, piece.text, ids.get(piece.id, piece.id)) for piece in read(inner))

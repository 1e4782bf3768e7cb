"""Divides a segment into sentences, for an engine that fails at the whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from plugins.translation.inner import Part, Piece, escaped, read
from plugins.translation.segment import Segment

_STAND_IN = re.compile("[\ue000-\uf8ff]")
_FIRST = 0xE000
"""Characters for private use stand for the tags while sentences are told apart."""


def divided(segment: Segment, sentences: Callable[[str], Sequence[str]]) -> tuple[Segment, ...]:
    """The segment's sentences as segments of their own, in order, with the tags that stand in each.

    ``sentences`` tells the sentences of a plain text apart. A sentence that ends inside a pair goes
    with the next, so that each part is well formed; the answers go together again by ``joined``.
    """
    tags = [piece for piece in read(segment.text) if piece.part is not Part.TEXT]
    if _STAND_IN.search(segment.text) or len(tags) > 6000:
        return (segment,)
    found = _balanced(sentences(_with_stand_ins(read(segment.text))), tags)
    if "".join("".join(found).split()) != "".join(_with_stand_ins(read(segment.text)).split()):
        return (segment,)
    parts = (_STAND_IN.sub(lambda match: _written(tags[ord(match[0]) - _FIRST]), escaped(text)) for text in found)
    return tuple(_part(segment, text.strip(" ")) for text in parts)


def joined(answers: Sequence[str]) -> str:
    """The answers to the sentences as the answer to the segment."""
    return " ".join(answer.strip(" ") for answer in answers if answer.strip(" "))


def _with_stand_ins(pieces: Sequence[Piece]) -> str:
    """The text with one character for each tag."""
    out: list[str] = []
    count = 0
    for piece in pieces:
        if piece.part is Part.TEXT:
            out.append(piece.text)
        else:
            out.append(chr(_FIRST + count))
            count += 1
    return "".join(out)


def _balanced(found: Sequence[str], tags: Sequence[Piece]) -> list[str]:
    """The sentences, those taken together between which a pair is open."""
    out: list[str] = []
    depth = 0
    for sentence in found:
        if depth:
            out[-1] += " " + sentence
        else:
            out.append(sentence)
        for match in _STAND_IN.finditer(sentence):
            part = tags[ord(match[0]) - _FIRST].part
            depth += {Part.OPEN: 1, Part.CLOSE: -1}.get(part, 0)
    return out


def _written(tag: Piece) -> str:
    return {Part.OPEN: f'<g id="{tag.id}">', Part.CLOSE: "</g>"}.get(tag.part, f'<x id="{tag.id}"/>')


def _part(segment: Segment, text: str) -> Segment:
    """One sentence with the tags that stand in it."""
    ids = {piece.id for piece in read(text)}
    return replace(segment, text=text, tags=tuple(tag for tag in segment.tags if tag.id in ids))

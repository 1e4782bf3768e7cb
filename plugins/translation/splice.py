"""Cuts a Markdown text into segments, and puts segments back where they stood."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.newsroom.counting import count
from plugins.translation.blocks import find_blocks
from plugins.translation.inlines import Inside, Placed, placed
from plugins.translation.segment import Segment
from plugins.translation.unprotect import unprotect

_NUMBERED = re.compile(r"\d+\\[.)]")
_BEGUN = re.compile(r"(?<!\n)\n([> ]*)\Z")
"""The beginning of a line, where no blank one stands before it."""


@dataclass(frozen=True, slots=True)
class Hole:
    """Where a segment stood: what was there, and, for an alt text, in which tag of which segment.

    ``source`` is ``None`` where only the catalogue knows the segment, and not the file it came from.
    """

    source: str | None
    inside: Inside | None = None


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A Markdown text without its words: ``glue[n]`` stands before hole n, the last one after all.

    The glue before a hole that stands inside another is empty.
    """

    glue: tuple[str, ...]
    holes: tuple[Hole, ...]
    segments: tuple[Segment, ...]


def cut(text: str) -> Skeleton:
    """The segments of a Markdown text and what stands between them.

    ``splice(cut(text), [s.text for s in cut(text).segments]) == text`` for any text.
    """
    blocks = find_blocks(text)
    found = [item for block in blocks.found for item in placed(block, blocks.plain, blocks.env)]
    glue: list[str] = []
    at = 0
    for item in found:
        glue.append("" if item.inside else text[at : item.start])
        at = at if item.inside else item.end
    glue.append(text[at:])
    holes = tuple(_hole(item, text) for item in found)
    return Skeleton(tuple(glue), holes, tuple(item.segment for item in found))


def _hole(item: Placed, text: str) -> Hole:
    return Hole(text[item.start : item.end], item.inside)


def splice(skeleton: Skeleton, answers: Sequence[str]) -> str:
    """The text with each segment replaced by its answer (an inner form), in the order of the segments.

    A segment answered by its own text keeps the bytes it came from. Raises ``TagMismatchError``
    where an answer's tags are not the segment's, ``ValueError`` if the numbers differ.
    """
    images: dict[int, dict[int, str]] = defaultdict(dict)
    words = [""] * len(skeleton.segments)
    for number, answer in reversed(tuple(enumerate(_paired(skeleton, answers)))):
        hole, segment = skeleton.holes[number], skeleton.segments[number]
        if hole.source is not None and answer == segment.text and number not in images:
            words[number] = hole.source
        else:
            words[number] = unprotect(segment, answer, images.get(number))
        if hole.inside:
            outer = number - hole.inside.back
            if words[number] != hole.source:
                _put(images[outer], skeleton.segments[outer], hole.inside, words[number])
            words[number] = ""
    pairs = zip(skeleton.glue, (*words, ""), strict=True)
    return "".join(f"{_apart(glue) if _NUMBERED.match(word) else glue}{word}" for glue, word in pairs)


def _apart(glue: str) -> str:
    """A blank line in front of words that begin with a number which is none of a list: they would go on with it."""
    begun = _BEGUN.search(glue)
    return f"{glue[: begun.start()]}\n{begun[1].rstrip()}\n{begun[1]}" if begun else glue


def _paired(skeleton: Skeleton, answers: Sequence[str]) -> Sequence[str]:
    if len(answers) != len(skeleton.segments):
        raise ValueError(f"{count(len(skeleton.segments), 'segment')} and {count(len(answers), 'answer')}")
    return answers


def _put(images: dict[int, str], outer: Segment, inside: Inside, words: str) -> None:
    """Put translated words into the source of the tag they stand in."""
    source = images.get(inside.tag) or next(tag.opening for tag in outer.tags if tag.id == inside.tag)
    images[inside.tag] = source[: inside.start] + words + source[inside.end :]

"""Turns the words of one block into a segment: text with its marks as numbered tags."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from plugins.translation.blocks import Block, Plain
from plugins.translation.html_words import html_marks, together
from plugins.translation.inner import Part, Piece, tidy, written
from plugins.translation.marks import Mark, Role, marks, words_only
from plugins.translation.parser import inline_tokens
from plugins.translation.protect import addresses
from plugins.translation.segment import Segment, Tag, TagKind

_AMOUNT = re.compile(r"\d[.,]\d")


@dataclass(frozen=True, slots=True)
class Inside:
    """Where a segment stands within a tag of another: an image's alt text in its source."""

    back: int
    """How many segments before this one the other stands."""
    tag: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A segment with the span of the source it was taken from."""

    segment: Segment
    start: int
    end: int
    inside: Inside | None = None


def placed(block: Block, text: Plain, env: dict[str, Any]) -> tuple[Placed, ...]:
    """The segments of one block: itself if it has words, then the alt texts of its images."""
    reader = _Reader(block, text)
    reader.take(_marks(block, env))
    line = text.line(block.at[0])
    segment = Segment(f"body/{block.kind}", block.kind, written(reader.pieces), tuple(reader.tags), line)
    whole = has_words(reader.pieces)
    found = [Placed(segment, *reader.span(0, len(block.content)))] if whole else []
    for tag, alt, begin in reader.alts:
        for inner in placed(alt, text, env):
            if whole and not inner.inside:
                inside = Inside(len(found), tag, inner.start - begin, inner.end - begin)
                found.append(replace(inner, inside=inside))
            else:
                found.append(inner)
    return tuple(found)


def _marks(block: Block, env: dict[str, Any]) -> tuple[Mark, ...]:
    """The marks of a block; what an abbreviation stands for is plain text."""
    if block.kind == "abbreviation":
        return (Mark(Role.WORDS, 0, len(block.content), block.content),)
    if block.kind == "html":
        return html_marks(block.content)
    return together(marks(inline_tokens(block.content, env)), block.content)


def has_words(pieces: Sequence[Piece]) -> bool:
    """Whether there is something to translate: a letter, or an amount that languages write differently."""
    text = "".join(piece.text for piece in pieces)
    return any(char.isalpha() for char in text) or bool(_AMOUNT.search(text))


@dataclass(slots=True)
class _Reader:
    """Reads the marks of one block into pieces and tags."""

    block: Block
    text: Plain
    pieces: list[Piece] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    alts: list[tuple[int, Block, int]] = field(default_factory=list)
    """Of each image with an alt text: its tag's number, the alt text, where the image starts."""

    def take(self, found: tuple[Mark, ...]) -> None:
        """Read the marks in order."""
        open_tags: list[tuple[int, Mark]] = []
        for is_words, group in itertools.groupby(found, lambda mark: mark.role is Role.WORDS):
            if is_words:
                self._words(tuple(words_only(tuple(group))))
                continue
            for mark in group:
                if mark.role is Role.SINGLE:
                    self._single(mark)
                elif mark.role is Role.OPEN:
                    open_tags.append((self._tag(mark.kind, mark.start, mark.end), mark))
                    self.pieces.append(Piece(Part.OPEN, id=open_tags[-1][0]))
                else:
                    number, opening = open_tags.pop()
                    self._close(number, opening.end, mark)
                    self.pieces.append(Piece(Part.CLOSE, id=number))

    def _close(self, number: int, start: int, mark: Mark) -> None:
        """The closing of a pair whose words begin at ``start``.

        A link that is defined under its own words (``[Haus]``) must keep its definition when the
        words change, so the label is written out.
        """
        closing = self.raw(mark.start, mark.end)
        if mark.kind is TagKind.LINK and closing in ("]", "][]"):
            closing = f"][{tidy(self.block.content[start : mark.start])}]"
        self.tags[number - 1] = replace(self.tags[number - 1], closing=closing)

    def _words(self, run: tuple[tuple[str, int, int], ...]) -> None:
        """A run of words, its addresses as tags."""
        text = "".join(char for char, _, _ in run)
        at = 0
        for found in addresses(text):
            self.pieces.append(Piece(Part.TEXT, text[at : found.start]))
            number = self._tag(found.kind, run[found.start][1], run[found.end - 1][2])
            seen = text[found.start : found.end]
            self.tags[number - 1] = replace(self.tags[number - 1], visible=tidy(seen))
            self.pieces.append(Piece(Part.SINGLE, id=number))
            at = found.end
        self.pieces.append(Piece(Part.TEXT, text[at:]))

    def _single(self, mark: Mark) -> None:
        """A mark that stands for itself."""
        number = self._tag(mark.kind, mark.start, mark.end)
        if mark.kind in (TagKind.URL, TagKind.EMAIL, TagKind.HTML):
            self.tags[number - 1] = replace(self.tags[number - 1], visible=tidy(mark.words))
        if mark.kind is TagKind.IMAGE and mark.words.strip():
            start = mark.start + 2
            places = self.block.at[start : start + len(mark.words)]
            alt = Block("alt", mark.words, (*places, places[-1] + 1))
            self.alts.append((number, alt, self.span(mark.start, mark.end)[0]))
            self.tags[number - 1] = _labelled(self.tags[number - 1], mark.words)
        self.pieces.append(Piece(Part.SINGLE, id=number))

    def _tag(self, kind: TagKind, start: int, end: int) -> int:
        """A new tag of that stretch of the block; its number."""
        self.tags.append(Tag(len(self.tags) + 1, kind, self.raw(start, end, kind is TagKind.BREAK)))
        return len(self.tags)

    def raw(self, start: int, end: int, reaching: bool = False) -> str:
        """The source of that stretch; ``reaching``: up to where the next character stands."""
        begin, after = self.span(start, end, reaching)
        return self.text.source[begin:after]

    def span(self, start: int, end: int, reaching: bool = False) -> tuple[int, int]:
        """Where that stretch of the content stands in the source."""
        at = self.block.at
        after = self.text.place(at[end]) if reaching else self.text.after(at[end - 1])
        return self.text.place(at[start]), after


def _labelled(image: Tag, alt: str) -> Tag:
    """The tag of an image; one that is defined under its own words has its label written out."""
    if image.opening.endswith("][]"):
        return replace(image, opening=f"{image.opening[:-2]}[{tidy(alt)}]")
    shortcut = image.opening.endswith("]") and len(image.opening) == len(alt) + 3
    return replace(image, opening=f"{image.opening}[{tidy(alt)}]") if shortcut else image

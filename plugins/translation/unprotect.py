"""Turns a translated inner form back into Markdown in which the words are words and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from plugins.translation.html_words import is_whole
from plugins.translation.inner import BrokenInnerError, Part, Piece, escaped, read, tidy
from plugins.translation.readback import readable
from plugins.translation.segment import Segment, Tag, TagKind

PLAIN_KINDS = frozenset(
    {"title", "kicker", "teaser", "alt-text", "caption", "label", "correction", "word", "abbreviation"}
)
"""Kinds of segments that are plain text and not Markdown: everything of the front matter."""


class TagMismatchError(ValueError):
    """A translation whose tags are not those of its original; the message is a sentence."""


def unprotect(segment: Segment, answer: str, images: Mapping[int, str] | None = None) -> str:
    """The Markdown (or, for front matter, the plain text) of a translated segment.

    Every character of the answer that Markdown or HTML could read as markup is escaped, so that
    nothing can come in that the original lacks; and what was written is read again with the
    parser before it is let through. ``images`` gives the source of images whose alt text was
    translated. Raises ``TagMismatchError``.
    """
    pieces = checked(segment, answer)
    if segment.kind in PLAIN_KINDS:
        return _plain(pieces, segment.tags)
    if segment.kind == "html":
        return _html(pieces, segment.tags)
    text = readable(segment, pieces, images or {})
    if text is None:
        raise TagMismatchError("Emphasis or links cannot stand where the translation puts them.")
    return text


def checked(segment: Segment, answer: str) -> tuple[Piece, ...]:
    """The pieces of the answer, if its tags are those of the segment. Raises ``TagMismatchError``.

    Each tag must be there once, and a pair that has words inside must keep some. The order is
    free, since languages differ in it.
    """
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
    if segment.tags and _nested_links(pieces, segment.tags):
        raise TagMismatchError("The tags are not those of the original: a link stands inside a link.")
    if segment.tags and _html_order(pieces, segment.tags) != _html_order(read(segment.text), segment.tags):
        raise TagMismatchError("The tags are not those of the original: elements of HTML have changed places.")
    if not "".join(piece.text for piece in pieces).strip() and segment.text.strip():
        raise TagMismatchError("The translation has no words.")
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


def _nested_links(pieces: tuple[Piece, ...], tags: tuple[Tag, ...]) -> bool:
    """Whether a link stands inside another, which HTML forbids and no Markdown can write."""
    links = {tag.id for tag in tags if tag.kind is TagKind.LINK}
    depth = 0
    for piece in pieces:
        if piece.id in links:
            depth += {Part.OPEN: 1, Part.CLOSE: -1}.get(piece.part, 0)
            if depth > 1:
                return True
    return False


def _html_order(pieces: tuple[Piece, ...], tags: tuple[Tag, ...]) -> list[int]:
    """The numbers of the openings and endings of HTML elements: their order is their nesting."""
    sides = {tag.id for tag in tags if tag.kind is TagKind.HTML and not is_whole(tag.opening)}
    return [piece.id for piece in pieces if piece.id in sides]


def _html(pieces: tuple[Piece, ...], tags: tuple[Tag, ...]) -> str:
    """The text with its tags' own source, as HTML that is no Markdown."""
    source = {tag.id: tag.opening for tag in tags}
    return tidy("".join(escaped(piece.text) or source.get(piece.id, "") for piece in pieces)).strip()


def _plain(pieces: tuple[Piece, ...], tags: tuple[Tag, ...]) -> str:
    """The text with its tags' own source, nothing escaped: no parser will read it."""
    source = {tag.id: tag.opening for tag in tags}
    return tidy("".join(piece.text or source.get(piece.id, "") for piece in pieces)).strip()

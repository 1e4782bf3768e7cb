"""Makes one plain list of marks and words of the parser's inline tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from markdown_it.token import Token

from plugins.translation.segment import TagKind

_SINGLES = {
    "code_inline": TagKind.CODE,
    "html_inline": TagKind.HTML,
    "image": TagKind.IMAGE,
    "footnote_ref": TagKind.FOOTNOTE,
    "hardbreak": TagKind.BREAK,
}
_PAIRS = {
    "em": TagKind.EMPHASIS,
    "strong": TagKind.EMPHASIS,
    "link": TagKind.LINK,
}


class Role(StrEnum):
    """What a mark does."""

    WORDS = "words"
    SINGLE = "single"
    OPEN = "open"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of words or a mark, with its span in the block's content."""

    role: Role
    start: int
    end: int
    words: str = ""
    """The words as read; of an image its alt text in Markdown; of an address what is seen."""
    kind: TagKind = TagKind.CODE
    """Of a mark; meaningless for words."""


def marks(tokens: list[Token]) -> tuple[Mark, ...]:
    """The marks of one block, in order and without gaps that matter."""
    found: list[Mark] = []
    pending = 0
    rest = iter(tokens)
    for token in rest:
        start, end = token.meta["span"]
        if token.type == "text" and not token.content:
            # One of the two characters of a strong mark: the parser keeps it as an empty text
            # before the opening or after the closing mark.
            if found and found[-1].role is Role.CLOSE and found[-1].end == start and _is_odd(found[-1]):
                found[-1] = replace(found[-1], end=end)
            else:
                pending = end - start
            continue
        if token.info == "auto":
            found.append(_autolink(token, next(rest), start, end))
            next(rest)
            continue
        found.append(_mark(token, start - pending, end))
        pending = 0
    return tuple(found)


def _is_odd(mark: Mark) -> bool:
    """Whether this strong closing mark still lacks its second character."""
    return mark.words == "strong" and mark.end - mark.start == 1


def _mark(token: Token, start: int, end: int) -> Mark:
    """The mark of one token."""
    if token.type in ("text", "text_special"):
        return Mark(Role.WORDS, start, end, token.content)
    if token.type == "softbreak":
        return Mark(Role.WORDS, start, end, " ")
    if token.type in _SINGLES:
        alt = token.content if token.type == "image" else ""
        return Mark(Role.SINGLE, start, end, alt, _SINGLES[token.type])
    name, _, side = token.type.rpartition("_")
    role = Role.OPEN if side == "open" else Role.CLOSE
    return Mark(role, start, end, name, _PAIRS[name])


def _autolink(opening: Token, text: Token, start: int, end: int) -> Mark:
    """``<https://…>`` or ``<name@…>`` as one mark."""
    href = str(opening.attrs["href"])
    kind = TagKind.EMAIL if href.startswith("mailto:") and "@" in text.content else TagKind.URL
    return Mark(Role.SINGLE, start, end, text.content, kind)


def words_only(found: tuple[Mark, ...]) -> Iterator[tuple[str, int, int]]:
    """Each character of the words with the span of its source."""
    for mark in found:
        if len(mark.words) == mark.end - mark.start:
            yield from ((char, mark.start + n, mark.start + n + 1) for n, char in enumerate(mark.words))
        else:
            yield from ((char, mark.start, mark.end) for char in mark.words)

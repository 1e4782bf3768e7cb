"""Finds the words in HTML that stands in a Markdown text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from plugins.translation.marks import Mark, Role
from plugins.translation.segment import TagKind

_INLINE = (
    "a|abbr|b|bdi|bdo|br|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr"
)
_PART = re.compile(
    r"(?P<silent><!--.*?(?:-->|\Z)|<(?P<name>script|style|pre|textarea|svg|math|template|iframe|object|select)\b"
    r".*?(?:</(?P=name)\s*>|\Z)|<[!?].*?(?:>|\Z))"
    rf"|(?P<inline></?(?:{_INLINE})\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)"
    r"|(?P<block></?[A-Za-z][\w-]*(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)"
    r"|(?P<open></?[A-Za-z].*\Z)",
    re.DOTALL | re.IGNORECASE,
)
_ALONE = re.compile(r"(?:\s*<[^<>]*>[ \t]*\n)+")
_KEPT = re.compile(
    r"<(?:(code|kbd|samp|var)\b|([A-Za-z]+)\b(?=[^>]*\s(?:lang\s*=|translate\s*=\s*[\"']?no\b)))", re.IGNORECASE
)
"""The opening of an element whose words are nobody's to translate: code, and words in another language."""


_TAG = re.compile(r"<(/?)([A-Za-z]+)\b")


def runs(source: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run of words in a block of HTML, with the inline elements around them."""
    at = 0
    for match in _PART.finditer(source):
        if match["inline"] is None:
            yield from _trimmed(source, at, match.start())
            at = match.end()
    yield from _trimmed(source, at, len(source))


def _trimmed(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without the white space around it, unless it is nothing else.

    A tag on a line of its own at the start is what makes the block one of HTML, and stays outside.
    """
    alone = _ALONE.match(source, start, end)
    start = alone.end() if alone else start
    text = source[start:end]
    if text.strip():
        yield start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def html_marks(content: str) -> tuple[Mark, ...]:
    """The words and inline elements of one run."""
    found: list[Mark] = []
    at = 0
    for match in _PART.finditer(content):
        found += _words(content, at, match.start())
        found.append(Mark(Role.SINGLE, match.start(), match.end(), "", TagKind.HTML))
        at = match.end()
    return together([*found, *_words(content, at, len(content))], content)


def _words(content: str, start: int, end: int) -> Iterator[Mark]:
    """The words of a stretch; an entity is one character with the span of its source."""
    at = start
    for match in re.finditer(r"&(?:\w+|#\d+|#[xX][0-9a-fA-F]+);", content[start:end]):
        begin = start + match.start()
        if begin > at:
            yield Mark(Role.WORDS, at, begin, content[at:begin])
        at = start + match.end()
        yield Mark(Role.WORDS, begin, at, html.unescape(match[0]))
    if end > at:
        yield Mark(Role.WORDS, at, end, content[at:end])


def together(found: Sequence[Mark], content: str) -> tuple[Mark, ...]:
    """The marks, with each element whose words are not to be translated as one mark.

    That is ``<span lang="en">Towards New Horizons</span>``, ``translate="no"``, and code.
    """
    out: list[Mark] = []
    number = 0
    closings = _closings(found, content)
    while number < len(found):
        last = closings.get(number, 0)
        if last:
            words = "".join(mark.words for mark in found[number:last] if mark.role is Role.WORDS)
            out.append(Mark(Role.SINGLE, found[number].start, found[last].end, words, TagKind.HTML))
        else:
            out.append(found[number])
        number = max(last, number) + 1
    return tuple(out)


def _closings(found: Sequence[Mark], content: str) -> dict[int, int]:
    """Mark that opens an element to keep -> mark that closes it, where whole pairs stand between; in one pass."""
    closings: dict[int, int] = {}
    opened: dict[str, list[tuple[int, int]]] = {}
    around = [0]  # the pairs that are open, each by the number of a mark
    for number, mark in enumerate(found, 1):
        if mark.role is Role.OPEN:
            around.append(number)
        elif mark.role is Role.CLOSE:
            around.pop()
            around = around or [number]
        tag = _TAG.match(content, mark.start, mark.end) if _is_html(mark) else None
        if tag is None:
            continue
        same = opened.setdefault(tag[2].lower(), [])
        if not tag[1]:
            same.append((number - 1, around[-1]))
        elif same:
            first, inside = same.pop()
            if inside == around[-1] and _KEPT.match(content, found[first].start, found[first].end):
                closings[first] = number - 1
    return closings


def is_whole(source: str) -> bool:
    """Whether a piece of HTML can stand anywhere by itself, being neither an opening nor an ending alone."""
    name = re.match(r"<([A-Za-z][\w-]*)", source)
    if name is None:
        return source.startswith("<!")
    ending = rf"</{re.escape(name[1])}\s*>\Z"
    return name[1].lower() in ("br", "img", "wbr") or re.search(ending, source, re.IGNORECASE) is not None


def _is_html(mark: Mark) -> bool:
    return mark.role is Role.SINGLE and mark.kind is TagKind.HTML

"""The build of a Markdown text: the same blocks and marks in both languages, as the pages read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from plugins.markup.dialect.step import plain_markdown
from plugins.markup.errors import TooDeepError
from plugins.markup.python_markdown import to_html
from plugins.translation.gate.finding import Finding, Level, quote

_MARKS = re.compile(r"[*_`#>\[\]|~=\\<:•–]|^\s*(?:[-+]|\d+[.)])\s|^ {4}|^\t|\n", re.MULTILINE)


class _Skeleton(HTMLParser):
    """Collects the tags of an HTML text in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the name of a tag that opens."""
        del attrs
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Keep the name of a tag that closes."""
        self.tags.append("/" + tag)


def _page(text: str) -> str:
    """The HTML that the pages are made of."""
    try:
        return to_html(plain_markdown(text.replace("\r\n", "\n").replace("\r", "\n")).plain.text)
    except TooDeepError:
        return ""


_INLINE = frozenset(["em", "strong", "a", "code", "img", "del", "br"])


def skeleton(html: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(block tags in order, inline tags sorted: their order may change with the grammar)."""
    parser = _Skeleton()
    parser.feed(html)
    parser.close()
    blocks = tuple(tag for tag in parser.tags if tag.lstrip("/") not in _INLINE)
    inline = tuple(sorted(tag for tag in parser.tags if tag.lstrip("/") in _INLINE))
    return blocks, inline


def difference(source: str, target: str) -> str:
    """In what two Markdown texts differ in build, as the pages read them; empty if in nothing."""
    if not _MARKS.search(source) and not _MARKS.search(target):
        return ""
    for ours, theirs in zip(skeleton(_page(source)), skeleton(_page(target)), strict=True):
        if ours != theirs:
            return _first(ours, theirs)
    return ""


def _first(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))
    was = f"<{ours[at]}>" if at < len(ours) else "the end"
    now = f"<{theirs[at]}>" if at < len(theirs) else "the end"
    return f"{was} has become {now}"


def check(source: str, target: str, line: int) -> Iterator[Finding]:
    """Block a Markdown text whose build differs from the source's."""
    found = difference(source, target)
    if found:
        yield Finding(line, "structure", Level.BLOCK, f"{found} in {quote(target)}")

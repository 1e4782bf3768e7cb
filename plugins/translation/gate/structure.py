"""The build of a Markdown text: the same blocks and marks in both languages, for both parsers."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import markdown as python_markdown
from markdown_it import MarkdownIt

from plugins.translation.gate.finding import Finding, Level, quote

_MARKS = re.compile(r"[*_`#>\[\]|~=\\<]|^\s*(?:[-+]|\d+[.)])\s|^ {4}|^\t|\n", re.MULTILINE)


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


@functools.cache
def _markdown_it() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _markdown_it_html(text: str) -> str:
    return str(_markdown_it().render(text))


def _python_markdown_html(text: str) -> str:
    extensions = ["tables", "footnotes", "fenced_code", "sane_lists", "attr_list"]
    return python_markdown.markdown(text, extensions=extensions)


PARSERS = (("markdown-it", _markdown_it_html), ("Python-Markdown", _python_markdown_html))

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
    """In which parser's eyes, and in what, two Markdown texts differ in build; empty if in none."""
    if not _MARKS.search(source) and not _MARKS.search(target):
        return ""
    for name, render in PARSERS:
        for ours, theirs in zip(skeleton(render(source)), skeleton(render(target)), strict=True):
            if ours != theirs:
                return f"{name}: {_first(ours, theirs)}"
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

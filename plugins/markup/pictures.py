"""Takes pictures out of their paragraphs and marks the places where figures come."""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

from plugins.markup.document import Picture, Refusal, Refused
from plugins.markup.lines import Lines
from plugins.markup.tags import ATTRIBUTES, TAG, VOID, attributes

MARK = '<figure data-photo="{}"></figure>'
"""Where a figure comes. A text cannot write this itself: ``figure`` is not let through."""

_HOLLOW = re.compile(rf"<(a|strong|em|b|i|span|del|ins|mark|u|s|small)({ATTRIBUTES})></\1>|<p{ATTRIBUTES}>\s*</p>\n?")
_EDGE = re.compile(rf"(<p{ATTRIBUTES}>)\s+|\s+(</p>)")
_FLOW = frozenset({"", "li", "td", "th", "dd", "blockquote", "div", "details"})
"""Where a figure may stand; the empty name is the text itself."""


class _Open(NamedTuple):
    """An element that is open, and the figures that come after it."""

    name: str
    tag: str
    after: list[str]


def pictures(html: str, lines: Lines) -> tuple[str, tuple[Picture, ...], tuple[Refused, ...]]:
    """The HTML with marks for its pictures, each where a figure may stand; and what was found.

    A picture in a paragraph parts it; one inside a link, an emphasis or a heading comes after the
    block it is in. A picture that is no ``photo:`` gives way to its alt text.
    """
    if "<img" not in html:
        return html, (), ()
    found: list[Picture] = []
    refused: list[Refused] = []
    out: list[str] = []
    stack = [_Open("", "", [])]
    last = 0
    for match in TAG.finditer(html):
        out.append(html[last : match.start()])
        last = match.end()
        slash, name, inside = match.groups()
        if name == "img":
            given = attributes(inside)
            source, alt = given.get("src", ""), given.get("alt", "")
            if source:
                written = source.partition(":")[2]
                file = normalize("NFC", unquote(written))
                line = lines.of(f"photo:{written}", f"photo:{file}", f"photo:{normalize('NFD', file)}", file)
                found.append(Picture(file, alt, line))
                _mark(out, stack, MARK.format(escape(file)))
            else:
                refused.append(Refused(Refusal.PICTURE, alt, lines.of(f"![{alt}]")))
                out.append(escape(alt, quote=False))
            continue
        out.append(match[0])
        if slash:
            out += stack.pop().after
        elif name not in VOID:
            stack.append(_Open(name, match[0], []))
    return _tidied("".join([*out, html[last:]])), tuple(found), tuple(refused)


def _mark(out: list[str], stack: list[_Open], mark: str) -> None:
    """Puts a mark where it may stand, or keeps it for the end of the block it is in."""
    inner = stack[-1]
    if inner.name in _FLOW:
        out.append(mark)
    elif inner.name == "p" and stack[-2].name in _FLOW:
        out += ["</p>\n", mark, "\n", inner.tag]
    else:
        block = next(at for at in range(len(stack) - 1, -1, -1) if stack[at].name in _FLOW)
        stack[block + 1].after.append("\n" + mark)


def _tidied(html: str) -> str:
    """What pictures left behind: emphasis and links around nothing, paragraphs of nothing."""
    while (fewer := _HOLLOW.sub("", html)) != html:
        html = fewer
    return _EDGE.sub(r"\1\2", html).strip("\n")

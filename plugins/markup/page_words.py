"""The words of a page as its readers see them, with the numbers of its lists."""

from __future__ import annotations

import re
from html import unescape

from plugins.markup.tags import ATTRIBUTES, TAG, attributes

_STARS = re.compile(r"\*\*+")
_REFERENCE = re.compile(r'<sup id="fnref[^>]*>.*?</sup>')
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "var",
    ]
)
"""Elements between whose words no blank is put."""
_TAGS = re.compile(rf"</?[a-z][a-z0-9]*{ATTRIBUTES}>")
_INLINE_TAGS = re.compile(rf"</?(?:{'|'.join(sorted(INLINE))}){ATTRIBUTES}>")


def visible(html: str) -> str:
    """The words of a page with the numbers of its lists and the texts of its pictures."""
    html = _REFERENCE.sub("", html) if 'id="fnref' in html else html
    text = _numbered(html) if "<ol" in html or "<img" in html else _TAGS.sub(" ", _INLINE_TAGS.sub("", html))
    text = unescape(text) if "&" in text else text
    return _STARS.sub("", text) if "**" in text else text


def _numbered(html: str) -> str:
    out: list[str] = []
    counters: list[int | None] = []
    last = 0
    for match in TAG.finditer(html):
        slash, name, inside = match.groups()
        out.append(html[last : match.start()])
        last = match.end()
        if name in INLINE:
            continue
        out.append(" ")
        if name in ("ol", "ul"):
            _count(counters, name, slash, inside)
        elif name == "li" and not slash and counters and counters[-1] is not None:
            counters[-1] += 1
            out.append(f"{counters[-1]}. ")
        elif name == "img":
            out.append(f" {attributes(inside).get('alt', '')} ")
    return "".join([*out, html[last:]])


def titles(html: str) -> str:
    """The words that a page shows when somebody points at a link or an abbreviation."""
    if "title=" not in html:
        return ""
    return " ".join(attributes(match[3]).get("title", "") for match in TAG.finditer(html) if " title=" in match[3])


def _count(counters: list[int | None], name: str, slash: str, inside: str) -> None:
    """Keeps the number of the last item of each open list; ``None`` in one without numbers."""
    if slash:
        if counters:
            counters.pop()
    else:
        start = attributes(inside).get("start", "1") if inside else "1"
        counters.append(int(start) - 1 if name == "ol" and start.isdecimal() else None)

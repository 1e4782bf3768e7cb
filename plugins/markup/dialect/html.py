"""Which names are elements of HTML, and where a block of HTML ends."""

from __future__ import annotations

import re

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "canvas",
        "caption",
        "center",
        "col",
        "colgroup",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "embed",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frame",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "iframe",
        "legend",
        "li",
        "link",
        "main",
        "map",
        "math",
        "menu",
        "meta",
        "nav",
        "noframes",
        "noscript",
        "object",
        "ol",
        "optgroup",
        "option",
        "output",
        "p",
        "param",
        "picture",
        "pre",
        "progress",
        "script",
        "section",
        "source",
        "style",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "template",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "track",
        "ul",
        "video",
        "audio",
    ]
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "applet",
        "area",
        "b",
        "base",
        "bdi",
        "bdo",
        "big",
        "blink",
        "br",
        "button",
        "cite",
        "code",
        "data",
        "datalist",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "mark",
        "marquee",
        "meter",
        "nobr",
        "path",
        "q",
        "rb",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "select",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
NAMES = BLOCKS | INLINE
"""All others in angle brackets are words: ``<Name>``."""

EMBEDS = frozenset(
    [
        "iframe",
        "embed",
        "object",
        "video",
        "audio",
        "script",
        "style",
        "form",
        "input",
        "button",
        "select",
        "textarea",
        "svg",
        "canvas",
        "noscript",
    ]
)
"""What is taken out, or does nothing, on the pages."""

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)

_OPENING = re.compile(r"<(?:(/?)([A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|$)|(!--)|([!?]))")
_ENDS = {"!--": "-->", "!": ">", "?": ">"}


def block_end(text: str, start: int, unclosed: set[str]) -> int:
    """The offset at which the block of HTML that begins at ``start`` ends; -1 if none begins there.

    It ends behind its closing tag, as Python-Markdown has it. One without reaches to the next blank line;
    ``unclosed`` keeps the names of those, so that they are looked for once.
    """
    found = _OPENING.match(text, start)
    if found is None:
        return -1
    other = found[3] or found[4]
    if other:
        sign = _ENDS[other]
        end = -1 if sign in unclosed else text.find(sign, found.end())
        if end < 0:
            unclosed.add(sign)
        return end + len(sign) if end >= 0 else -1
    name = found[2].lower()
    if name not in BLOCKS:
        return -1
    if found[1] or name in VOID or name in unclosed:
        return _paragraph_end(text, start)
    return _closing(text, found.end(), name, unclosed) or _paragraph_end(text, start)


def _closing(text: str, at: int, name: str, unclosed: set[str]) -> int:
    depth = 1
    for match in re.compile(rf"<(/?){name}\b[^<>]*>", re.IGNORECASE).finditer(text, at):
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.end()
    unclosed.add(name)
    return 0


def _paragraph_end(text: str, start: int) -> int:
    blank = re.compile(r"\n[ \t]*(?:\n|\Z)").search(text, start)
    return blank.start() if blank else len(text)

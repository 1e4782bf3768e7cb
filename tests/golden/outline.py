"""What a page says, as text: its elements, words, addresses and languages, without what is there for looks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

KEPT = (
    "lang", "dir", "id", "role", "rel", "http-equiv", "name", "property", "content", "type", "href", "hreflang", "src",
    "alt", "datetime", "value", "translate", "title", "download", "aria-label", "aria-current", "aria-hidden",
)  # fmt: skip
UNSEEN = {"svg", "style"}
CLEAR = {"span", "div", "picture"}
"""Shown by what they hold, where they carry no attribute that is kept."""
ALWAYS_CLEAR = {"source", "wbr"}
"""Void in HTML 5; the parser, which is older, puts what follows inside."""
_VERSION = re.compile(r"(assets/)[0-9a-f]{10}(?=/)")
_HASH = re.compile(r"(\.)[0-9a-f]{8}(?=\.(?:jpg|avif|png|svg|css)\b)")


def outline(page: bytes) -> str:
    """One line an element, children indented; versions and hashes of files replaced by words."""
    return "\n".join(_lines(lxml.html.document_fromstring(page), 0)) + "\n"


def _lines(node: lxml.html.HtmlElement, depth: int) -> Iterator[str]:
    attributes = "".join(f" {name}={_plain(value)}" for name in KEPT if (value := node.get(name)) is not None)
    inner, text = [child for child in node if isinstance(child.tag, str)], _words(node.text)
    tag = str(node.tag)
    if tag in UNSEEN:
        pass
    elif tag == "script":
        if "json" in node.get("type", ""):
            yield f"{'  ' * depth}data {_types(node.text or '')}"
    elif tag in ALWAYS_CLEAR or (tag in CLEAR and not attributes):
        yield from _inside(node, text, depth)
    elif inner:
        yield f"{'  ' * depth}{tag}{attributes}"
        yield from _inside(node, text, depth + 1)
    else:
        yield f"{'  ' * depth}{tag}{attributes}{': ' if text else ''}{text}"


def _inside(node: lxml.html.HtmlElement, text: str, depth: int) -> Iterator[str]:
    if text:
        yield f"{'  ' * depth}{text}"
    for child in node.iterchildren(etree.Element):
        yield from _lines(child, depth)
        if after := _words(child.tail):
            yield f"{'  ' * depth}{after}"


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _plain(value: str) -> str:
    return _HASH.sub(r"\1HASH", _VERSION.sub(r"\1VERSION", " ".join(value.split())))


def _types(text: str | None) -> str:
    assert text is not None
    return ", ".join(part["@type"] for part in json.loads(text)["@graph"])

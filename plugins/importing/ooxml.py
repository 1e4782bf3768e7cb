"""The XML of a Word document: names, parts, and what stands in it as plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = b"http://purl.oclc.org/ooxml/"

Element = Any
"""An element of lxml, which has no types of its own."""


def parse(data: bytes) -> Element:
    """The root of one part; entities are not resolved, nothing is fetched."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def serialised(root: Element) -> bytes:
    """The part as it stands in the archive."""
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def is_strict(data: bytes) -> bool:
    """Whether a part is written in ISO 29500 Strict, which has other names for everything."""
    return _STRICT in data[:4096]


def words_of(element: Element) -> str:
    """The words below an element; paragraphs, breaks and tabs are blanks, deleted words are not among them."""
    return re.sub(r"[ \t]+", " ", "".join(_pieces(element))).strip()


def _pieces(element: Element) -> Iterator[str]:
    for each in element.iter():
        if each.tag == f"{W}t":
            yield each.text or ""
        elif each.tag in (f"{W}br", f"{W}tab", f"{W}cr"):
            yield " "
        elif each.tag == f"{W}sym":
            yield symbol(each)
        elif each.tag == f"{W}noBreakHyphen":
            yield "\u2011"
        elif each.tag in (f"{W}p", f"{W}tc"):
            yield "\n"


def symbol(element: Element) -> str:
    """The sign of one of Word's symbol fonts, as the converter writes it; empty for one that nobody knows."""
    from mammoth.docx.dingbats import dingbats

    font, code = element.get(f"{W}font"), int(element.get(f"{W}char") or "0", 16)
    found = dingbats.get((font, code)) or dingbats.get((font, code & 0xFF))
    return chr(found) if found else ""


def unwrap(element: Element) -> None:
    """Puts what is in an element into its place."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in list(element):
        parent.insert(place, child)
        place += 1
    parent.remove(element)


def remove(element: Element) -> None:
    """Takes an element out."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def paragraphs(root: Element) -> Iterator[str]:
    """The words of each paragraph below an element that has any."""
    for paragraph in root.iter(f"{W}p"):
        text = " ".join(words_of(paragraph).split())
        if text:
            yield text

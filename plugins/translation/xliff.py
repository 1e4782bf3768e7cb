"""Writes segments as XLIFF 1.2, for human agencies and eTranslation."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from plugins.translation.inner import Part, read, trimmed
from plugins.translation.segment import Segment, Tag, TagKind

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_CTYPES = {TagKind.LINK: "link", TagKind.IMAGE: "image", TagKind.BREAK: "lb"}
"""XLIFF 1.2, 2.3 (ctype); the other kinds are told as ``x-…``."""
_UNCARRIED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A segment on its way to a translator, with the translation there is, if any."""

    segment: Segment
    target: str = ""
    """In inner form."""
    state: str = "needs-translation"
    """XLIFF 1.2, 2.3: ``needs-translation``, ``needs-review-translation``, ``translated``, ``final`` …"""


@dataclass(frozen=True, slots=True)
class Document:
    """The segments of one report for one language."""

    original: str
    """Path of the report relative to the content folder, e.g. ``reports/2024/kanada``."""
    source: str
    target: str
    units: tuple[Unit, ...]


def export_segments(documents: Sequence[Document]) -> bytes:
    """The documents as one XLIFF 1.2 file in UTF-8; the same bytes for the same documents."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff version="1.2" xmlns="{NAMESPACE}">',
        *(line for document in documents for line in _file(document)),
        "</xliff>",
    ]
    return ("\n".join(lines) + "\n").encode()


def unit_ids(segments: Iterable[Segment]) -> tuple[str, ...]:
    """A name for each segment: its key and a digest of its text, so that a changed source is another unit."""
    seen: dict[str, int] = {}
    names = []
    for segment in segments:
        digest = hashlib.sha256(f"{segment.key}\0{carried(segment.text)}".encode()).hexdigest()[:12]
        name = f"{_name(segment.key)}-{digest}"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(names)


def carried(text: str) -> str:
    """An inner form as XML can carry it, white space normalised."""
    return trimmed(_UNCARRIED.sub("", text))


def _name(key: str) -> str:
    """A key as an id that every tool takes."""
    return re.sub(r"[^\w.-]+", "-", key, flags=re.ASCII).strip("-") or "unit"


def _file(document: Document) -> Iterator[str]:
    yield (
        f"  <file original={_attribute(document.original)} source-language={_attribute(document.source)}"
        f' target-language={_attribute(document.target)} datatype="plaintext">'
    )
    yield "    <body>"
    names = unit_ids(unit.segment for unit in document.units)
    for name, unit in zip(names, document.units, strict=True):
        yield from _unit(name, unit)
    yield "    </body>"
    yield "  </file>"


def _unit(name: str, unit: Unit) -> Iterator[str]:
    segment = unit.segment
    tags = {tag.id: tag for tag in segment.tags}
    yield (
        f"      <trans-unit id={_attribute(name)} resname={_attribute(segment.key)}"
        f' restype={_attribute(f"x-{segment.kind}")} xml:space="preserve">'
    )
    yield f"        <source>{_content(segment.text, tags)}</source>"
    if unit.target:
        yield f"        <target state={_attribute(unit.state)}>{_content(unit.target, tags)}</target>"
    yield "      </trans-unit>"


def _content(text: str, tags: dict[int, Tag]) -> str:
    """An inner form with its tags described, so that a translator sees what they stand for."""
    out = []
    for piece in read(carried(text)):
        if piece.part is Part.TEXT:
            out.append(escape(piece.text, {"\r": "&#13;"}))
        elif piece.part is Part.CLOSE:
            out.append("</g>")
        else:
            out.append(_tag("g" if piece.part is Part.OPEN else "x", piece.id, tags.get(piece.id)))
    return "".join(out)


def _tag(element: str, number: int, tag: Tag | None) -> str:
    kind = f" ctype={_attribute(_CTYPES.get(tag.kind, f'x-{tag.kind}'))}" if tag else ""
    visible = f" equiv-text={_attribute(tag.visible)}" if tag and tag.visible and element == "x" else ""
    return f'<{element} id="{number}"{kind}{visible}{">" if element == "g" else "/>"}'


def _attribute(value: str) -> str:
    return quoteattr(_UNCARRIED.sub("", value), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})

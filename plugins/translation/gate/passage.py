"""One side of a comparison: the words a reader reads, beside what must be kept letter by letter."""

from __future__ import annotations

import functools
import html
import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from plugins.markup.addresses import addresses, phone_digits
from plugins.translation.gate import patterns
from plugins.translation.gate.patterns import HOLE
from plugins.translation.segment import Tag, TagKind

KIND_CHECKS = {
    TagKind.LINK: "link",
    TagKind.IMAGE: "image",
    TagKind.CODE: "code",
    TagKind.URL: "url",
    TagKind.EMAIL: "email",
    TagKind.PHONE: "phone",
}
"""The checks that miss a numbered tag of a kind; ``placeholder`` for the others."""
LONG, MARKS = 400, 200
"""A line of more characters than that with more marks than that is compared word by word and mark by mark."""
_INNER_TAG = re.compile(r"<(/?)([gx]) id=\"(\d+)\"\s*(/?)>")


@dataclass(frozen=True, slots=True)
class Invariant:
    """Something that must stand in the translation as it stands in the source."""

    check: str
    """The check that misses it: ``link``, ``code``, ``email`` …"""
    value: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A line or a segment, taken apart."""

    text: str
    """Readable words; a hole (U+FFFC) where something kept was taken out."""
    kept: tuple[Invariant, ...] = ()
    skeleton: tuple[str, ...] = ()
    """Inline marks in order: ``strong_open`` …"""
    anchors: tuple[Invariant, ...] = ()
    """What ought to stay about where it is, as it stands in the raw text."""


@functools.cache
def markdown() -> MarkdownIt:
    """The parser of inline Markdown, made once."""
    return MarkdownIt("commonmark").enable(["strikethrough", "table"])


def marks(line: str) -> str:
    """The marks of a line, without its words."""
    return re.sub(r"[\w\s]+", "", line)


def tangled(line: str) -> bool:
    """Whether a line has so many marks that it is no Markdown a person wrote; parsers take for ever on it."""
    return len(line) > LONG and len(marks(line)) > MARKS


def untangled(line: str) -> str:
    """The words of a line alone."""
    return re.sub(r"[^\w\s.,:;!?'’-]+", " ", line)


def from_markdown(line: str) -> Passage:
    """Take one line of Markdown (or of plain text) apart."""
    kept: list[Invariant] = []
    skeleton: list[str] = []
    text: list[str] = []
    references = patterns.REFERENCE.findall(line)
    for block in markdown().parseInline(line, {}):
        _inline(block.children or [], text, kept, skeleton)
    kept += [Invariant("link", label) for label in references]
    words = "".join(text)
    for label in dict.fromkeys(references):
        words = words.replace(label, HOLE)
    words, found = _take_out(words)
    tags = [m.group() for m in patterns.TAG.finditer(line) if not m[1]]
    anchors = (*kept, *found, *(Invariant("placeholder", tag) for tag in tags))
    return Passage(words, (*kept, *found), tuple(skeleton), tuple(dict.fromkeys(anchors)))


def _inline(tokens: list[Token], text: list[str], kept: list[Invariant], skeleton: list[str]) -> None:
    for token in tokens:
        if token.type == "text":
            text.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            text.append("\n")
        elif token.type == "code_inline":
            kept.append(Invariant("code", token.content))
            text.append(HOLE)
        elif token.type == "html_inline":
            kept.append(Invariant("placeholder", _tag(token.content)))
            text.append(" " if re.match(r"<br\b", token.content, re.I) else HOLE)
        elif token.type == "image":
            kept.append(Invariant("image", str(token.attrs.get("src", ""))))
            text.append(" " + token.content + " ")
        elif token.type == "link_open":
            if token.markup == "autolink":
                address = str(token.attrs.get("href", ""))
                kept.append(Invariant("email" if address.startswith("mailto:") else "url", address))
            else:
                kept.append(Invariant("link", str(token.attrs.get("href", ""))))
        elif token.nesting and token.type != "link_close":
            skeleton.append(token.type)


def _tag(raw: str) -> str:
    """A tag without differences that mean nothing (spaces, kind of quotation marks)."""
    match = patterns.TAG.fullmatch(raw)
    if match is None:
        return raw
    slash, name, attributes, end = match.groups()
    pairs = re.sub(r"\s*=\s*['\"]?([^'\"]*)['\"]?", r"=\1", " ".join(attributes.split()))
    return f"<{slash}{name}{' ' if pairs else ''}{pairs}{end}>"


def from_inner(inner: str, tags: tuple[Tag, ...]) -> Passage:
    """Take the inner form of a segment apart; its numbered tags are checked elsewhere."""
    by_id = {tag.id: tag for tag in tags}

    def readable(match: re.Match[str]) -> str:
        tag = by_id.get(int(match[3]))
        if match[2] == "g":
            return ""
        if tag is not None and tag.kind is TagKind.BREAK:
            return "\n"
        if tag is not None and tag.kind is TagKind.NAME:
            return tag.visible
        return HOLE

    raw: list[Invariant] = []

    def foreign(match: re.Match[str]) -> str:
        raw.append(Invariant("placeholder", _tag(match.group())))
        return HOLE

    bare = patterns.TAG.sub(foreign, _INNER_TAG.sub(readable, inner))
    words, found = _take_out(bare)
    still = (TagKind.NAME, TagKind.BREAK, TagKind.EMPHASIS)
    anchors = [
        Invariant(
            KIND_CHECKS.get(tag.kind, "placeholder"), f'<g id="{tag.id}">' if tag.paired else f'<x id="{tag.id}"/>'
        )
        for tag in tags
        if tag.kind not in still
    ]
    return Passage(words, (*raw, *found), (), (*anchors, *found))


def _take_out(text: str) -> tuple[str, tuple[Invariant, ...]]:
    """Take addresses, numbers to dial, placeholders out of the readable text.

    A tag that is left in it was written with entities (``&lt;b&gt;``), and is kept as such.
    """
    kept: list[Invariant] = []
    text = patterns.CODE_POINTS.sub("", html.unescape(text))

    def hole(check: str, value: str) -> str:
        kept.append(Invariant(check, value))
        return HOLE

    text = patterns.PLACEHOLDER.sub(lambda m: hole("placeholder", m.group()), text)
    text = patterns.TAG.sub(lambda m: hole("placeholder", html.escape(_tag(m.group()), quote=False)), text)
    parts: list[str] = []
    at = 0
    for found in addresses(text):
        raw = text[found.start : found.end]
        parts += [text[at : found.start], hole(found.kind, phone_digits(raw) if found.kind == "phone" else raw)]
        at = found.end
    text = "".join([*parts, text[at:]])
    return text, tuple(kept)

"""Writes a translated block as Markdown, and reads it again to be sure that it says the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markdown_it.common.utils import normalizeReference

from plugins.markup.dialect.step import plain_markdown
from plugins.translation.escapes import closed_heading, escaped_words, outward
from plugins.translation.inner import Part, Piece, tidy
from plugins.translation.marks import Mark, Role, marks
from plugins.translation.parser import block_tokens, inline_tokens
from plugins.translation.segment import Segment, Tag, TagKind

_Sides = dict[int, tuple[str, str]]
_MARK = re.compile(r"(?<!\\)(?:\\\\)*!\Z")
_EDGE = re.compile(r"\A[^\S \n]+|[^\S \n]+\Z")
_AROUND = {"heading": ("# ", "", "heading_open"), "cell": ("| ", " |\n|---|", "th_open")}
_LABEL = re.compile(r"\A\]\[((?:\\.|[^\]\\])+)\]\Z")
_SHAPES = {
    TagKind.CODE: "`c`",
    TagKind.HTML: "<b>",
    TagKind.IMAGE: "![](x)",
    TagKind.FOOTNOTE: "[^1]",
    TagKind.BREAK: "  \n",
}
"""A stand-in for each opaque mark, beginning and ending like it: what counts for emphasis beside it."""


def readable(segment: Segment, pieces: Sequence[Piece], images: Mapping[int, str]) -> str | None:
    """The Markdown of the pieces, or ``None`` if there is no way to write them.

    Emphasis that touches letters is not emphasis in Markdown (``_wort_teil``, ``**„Wort“**teil``):
    it is then written with asterisks, and if that fails too in HTML, so that no reader sees marks.
    """
    moved = outward(pieces)
    tags = {tag.id: tag for tag in segment.tags}
    sides = {tag.id: (images.get(tag.id, tag.opening), tag.closing) for tag in segment.tags}
    shapes = {tag.id: _shape(tag) for tag in segment.tags}
    if _breaks_at_an_edge(moved, tags):
        return None
    for spell in (_as_it_was, _with_stars, _in_html):
        changed = {tag.id: spell(tag) for tag in segment.tags if tag.kind is TagKind.EMPHASIS}
        text = _write(moved, segment.kind, tags, shapes | changed)
        if _is_one_block(text, segment.kind) and _says(text, moved, tags, spell is _in_html):
            return _write(moved, segment.kind, tags, sides | changed)
        if not changed:
            return None
    return None


def _breaks_at_an_edge(pieces: Sequence[Piece], tags: dict[int, Tag]) -> bool:
    """Whether a line break stands first or last, where it would be lost."""
    first, last = (tags.get(pieces[edge].id) for edge in (0, -1)) if pieces else (None, None)
    leads = first is not None and first.kind is TagKind.BREAK and not first.opening.startswith("\\")
    return leads or (last is not None and last.kind is TagKind.BREAK)


def _as_it_was(tag: Tag) -> tuple[str, str]:
    return tag.opening, tag.closing


def _with_stars(tag: Tag) -> tuple[str, str]:
    return "*" * len(tag.opening), "*" * len(tag.closing)


def _in_html(tag: Tag) -> tuple[str, str]:
    name = "strong" if len(tag.opening) == 2 else "em"
    return f"<{name}>", f"</{name}>"


def _shape(tag: Tag) -> tuple[str, str]:
    """A stand-in for a mark whose own source may have the signs of a quote or list in it."""
    if tag.kind is TagKind.LINK:
        return "[", "](x)" if "\n" in tag.closing or "\r" in tag.closing else tag.closing
    if tag.kind is TagKind.BREAK:
        return ("\\\n" if tag.opening.startswith("\\") else "  \n"), ""
    if tag.kind in _SHAPES:
        plain = "\n" not in tag.opening and "\r" not in tag.opening
        one = tag.kind is not TagKind.HTML or tag.opening.count("<") == 1
        return tag.opening if plain and one else _SHAPES[tag.kind], ""
    return (tag.opening if tag.opening.startswith("<") else _bare(tag)), ""


def _bare(tag: Tag) -> str:
    """A stand-in for an address among the words: its first and its last character."""
    return tag.opening[:1] + tag.opening[-1:]


def _write(pieces: Sequence[Piece], kind: str, tags: dict[int, Tag], sides: _Sides) -> str:
    """The Markdown of the pieces with the given sides of their tags."""
    out: list[str] = []
    fresh = kind != "alt"
    for piece in pieces:
        if piece.part is Part.TEXT:
            words = piece.text.lstrip(" ") if fresh else piece.text
            _join(out, escaped_words(words, kind, fresh))
            fresh = fresh and not words
        else:
            _join(out, sides[piece.id][piece.part is Part.CLOSE])
            fresh = tags[piece.id].kind is TagKind.BREAK
    text = _EDGE.sub(_as_entities, "".join(out).strip(" "))
    return closed_heading(text) if kind == "heading" else text


def _as_entities(match: re.Match[str]) -> str:
    """Non-breaking spaces at the edge of a block, which parsers would strip."""
    return "".join(f"&#{ord(char)};" for char in match[0])


def _join(out: list[str], text: str) -> None:
    """Add a text, escaping what would become a mark only by what it now stands beside."""
    before = out[-1] if out else ""
    if _MARK.search(before) and text.startswith("["):
        out[-1] = before[:-1] + "\\!"
    elif before.endswith("]") and text.startswith("("):
        text = "\\" + text
    elif before.endswith("]") and text.startswith(":"):
        text = "&#58;" + text[1:]
    out.append(text)


def _is_one_block(text: str, kind: str) -> bool:
    """Whether the parser takes the text for one block, and for one of its kind."""
    if kind in ("alt", "term"):
        return "\n\n" not in text
    before, after, wanted = _AROUND.get(kind, ("", "", "paragraph_open"))
    tokens = block_tokens(plain_markdown(f"{before}{text}{after}").plain.text, {})
    inlines = sum(token.type == "inline" for token in tokens)
    return inlines == 1 and any(token.type == wanted for token in tokens) and len(tokens) == (9 if after else 3)


def _says(text: str, pieces: Sequence[Piece], tags: dict[int, Tag], html: bool) -> bool:
    """Whether the parser reads in the text what the pieces say."""
    labels = (match[1] for tag in tags.values() if (match := _LABEL.search(tag.closing)))
    references = {normalizeReference(label): {"href": "x", "title": ""} for label in labels}
    found = marks(inline_tokens(plain_markdown(text).plain.text, {"references": references}))
    return _heard(found) == _said(pieces, tags, html)


def _heard(found: Sequence[Mark]) -> list[str]:
    """What was read: each mark by its kind, the words between as one text."""
    said: list[str] = [""]
    for mark in found:
        if mark.role is Role.WORDS:
            said[-1] += mark.words
        else:
            said += [f"{mark.role} {mark.kind}", ""]
    return [tidy(text).strip(" ") for text in said]


def _said(pieces: Sequence[Piece], tags: dict[int, Tag], html: bool) -> list[str]:
    """What the pieces say, in the same form."""
    said: list[str] = [""]
    for piece in pieces:
        tag = tags.get(piece.id)
        if tag is None:
            said[-1] += piece.text
        elif tag.paired:
            role = Role.OPEN if piece.part is Part.OPEN else Role.CLOSE
            spelt = html and tag.kind is TagKind.EMPHASIS
            said += [f"{Role.SINGLE} {TagKind.HTML}" if spelt else f"{role} {tag.kind}", ""]
        elif tag.kind in _SHAPES or tag.opening.startswith("<"):
            said += [f"{Role.SINGLE} {tag.kind}", ""]
        else:
            said[-1] += _bare(tag)
    return [tidy(text).strip(" ") for text in said]

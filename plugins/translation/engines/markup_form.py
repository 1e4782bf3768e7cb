"""Tags as HTML or XML elements, for engines that keep markup and leave marked words alone."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from html.parser import HTMLParser

from plugins.translation.engines.tidy import one_line, tidy
from plugins.translation.inner import Part, Piece
from plugins.translation.pieces import balanced, pieces
from plugins.translation.segment import Segment, Tag, TagKind

_Writer = Callable[[Tag], str]
_ID = re.compile(r"[gx]?(\d{1,6})")
_PAIRS = frozenset({"a", "em", "g"})
_SINGLES = frozenset({"span", "x", "br"})


class HtmlForm:
    """Pairs as ``<a>`` and ``<em>``, singles as ``<span translate="no">`` around the visible name.

    The engine sees the name and so gets the grammar around it right. Source of the attributes:
    HTML 5.2, 3.2.5.3 (``translate``), kept by DeepL, LibreTranslate and Microsoft alike
    (Microsoft: ``class="notranslate"``).
    """

    def encode(self, segment: Segment) -> str:
        """The segment as an HTML fragment."""
        return _encoded(segment, _html_open, _html_close, _html_single)

    def decode(self, segment: Segment, answer: str) -> str:
        """An HTML fragment as inner form."""
        return _decoded(segment, answer)


class XmlForm:
    """The inner form itself, with the visible words inside ``<x id="2">…</x>``."""

    def encode(self, segment: Segment) -> str:
        """The segment as an XML fragment."""
        return _encoded(segment, _xml_open, lambda _tag: "</g>", _xml_single)

    def decode(self, segment: Segment, answer: str) -> str:
        """An XML fragment as inner form."""
        return _decoded(segment, answer)


def _encoded(segment: Segment, opening: _Writer, closing: _Writer, single: _Writer) -> str:
    tags = {tag.id: tag for tag in segment.tags}
    out: list[str] = []
    opened: list[Tag] = []
    for piece in pieces(one_line(segment.text)):
        tag = tags.get(piece.id) or Tag(piece.id, TagKind.EMPHASIS, "")
        match piece.part:
            case Part.TEXT:
                out.append(html.escape(piece.text, quote=False))
            case Part.OPEN:
                opened.append(tag)
                out.append(opening(tag))
            case Part.CLOSE:
                out.append(closing(opened.pop()))
            case Part.SINGLE:
                out.append(single(tag))
    return "".join(out)


def _html_name(tag: Tag) -> str:
    return "a" if tag.kind is TagKind.LINK else "em"


def _html_open(tag: Tag) -> str:
    return f'<{_html_name(tag)} id="g{tag.id}">'


def _html_close(tag: Tag) -> str:
    return f"</{_html_name(tag)}>"


def _html_single(tag: Tag) -> str:
    if tag.kind is TagKind.BREAK:
        return f'<br id="x{tag.id}">'
    visible = html.escape(one_line(tag.visible), quote=False)
    return f'<span id="x{tag.id}" class="notranslate" translate="no">{visible}</span>'


def _xml_open(tag: Tag) -> str:
    return f'<g id="{tag.id}">'


def _xml_single(tag: Tag) -> str:
    visible = html.escape(one_line(tag.visible), quote=False)
    return f'<x id="{tag.id}">{visible}</x>' if visible else f'<x id="{tag.id}"/>'


def _decoded(segment: Segment, answer: str) -> str:
    reader = _Reader({tag.id: tag for tag in segment.tags})
    reader.feed(answer)
    reader.close()
    return tidy(one_line(segment.text), balanced(reader.done()))


class _Reader(HTMLParser):
    """Collects the pieces of one answer; markup that is not ours stays as text."""

    def __init__(self, tags: dict[int, Tag]) -> None:
        super().__init__(convert_charrefs=True)
        self._tags = tags
        self._found: list[Piece] = []
        self._single: tuple[str, int, list[str]] | None = None
        self._depth = 0
        self._opened: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        number = _number(attrs)
        if self._single is not None:
            self._depth += tag == self._single[0]
        elif tag == "br" and (number or self._next_break()):
            self._found.append(Piece(Part.SINGLE, id=number or self._next_break()))
        elif tag in _SINGLES and number:
            self._single, self._depth = (tag, number, []), 1
        elif tag in _PAIRS and number:
            self._opened.append((tag, number))
            self._found.append(Piece(Part.OPEN, id=number))
        else:
            self._text(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        number = _number(attrs)
        if tag in _SINGLES and tag != "br" and number and self._single is None:
            self._found.append(Piece(Part.SINGLE, id=number))
        elif tag in _PAIRS and number and self._single is None:
            self._found.extend((Piece(Part.OPEN, id=number), Piece(Part.CLOSE, id=number)))
        else:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._single is not None:
            self._depth -= tag == self._single[0]
            if not self._depth:
                self._finish_single()
        elif any(name == tag for name, _ in self._opened):
            self._close(tag)
        elif tag not in _PAIRS | _SINGLES:
            self._text(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._single is not None:
            self._single[2].append(data)
        else:
            self._text(data)

    def done(self) -> list[Piece]:
        """Everything that was read, a single left open included."""
        if self._single is not None:
            self._finish_single()
        return self._found

    def _text(self, text: str) -> None:
        self._found.append(Piece(Part.TEXT, text))

    def _close(self, tag: str) -> None:
        """End the innermost open pair of that element."""
        place = max(i for i, (name, _) in enumerate(self._opened) if name == tag)
        self._found.append(Piece(Part.CLOSE, id=self._opened.pop(place)[1]))

    def _finish_single(self) -> None:
        """A marked name; what the engine wrote around it inside the element stays outside."""
        assert self._single is not None
        _, number, content = self._single
        self._single = None
        visible = one_line(self._tags[number].visible) if number in self._tags else ""
        before, found, after = "".join(content).partition(visible) if visible else ("", "", "")
        self._text(before if found else "")
        self._found.append(Piece(Part.SINGLE, id=number))
        self._text(after if found else "")

    def _next_break(self) -> int:
        """The first line break of the source not yet seen: engines drop the number of a ``<br>``."""
        seen = {piece.id for piece in self._found if piece.part is Part.SINGLE}
        free = [t.id for t in self._tags.values() if t.kind is TagKind.BREAK and t.id not in seen]
        return free[0] if free else 0


def _number(attrs: list[tuple[str, str | None]]) -> int:
    match = _ID.fullmatch(dict(attrs).get("id") or "")
    return int(match[1]) if match else 0

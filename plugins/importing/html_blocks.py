"""HTML -> blocks: paragraphs, headings, lists, tables, quotations, pictures, in the order of the page."""

from __future__ import annotations

import html as markup
import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin

from lxml import html

from plugins.importing.addresses import meant
from plugins.importing.block import Area, Block, BlockKind, Style
from plugins.importing.html_lists import list_markdown, list_text
from plugins.importing.html_pictures import source_of, stored
from plugins.importing.html_tables import is_layout, table_block
from plugins.importing.html_tree import AROUND, INVISIBLE, is_hidden
from plugins.importing.picture_names import Pictures
from plugins.importing.prose import NOTE, plain, prose

Fetch = Callable[[str], bytes]
"""The bytes behind an address of a picture; empty where they cannot be had."""

BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "hr",
        "header",
        "footer",
        "nav",
        "aside",
        "form",
        "address",
        "details",
        "summary",
        "body",
        "center",
        "fieldset",
        "li",
        "button",
        "tbody",
        "tr",
        "td",
        "th",
    ]
)
_DOUBLE_BREAK = re.compile(r"(?:<br\b[^>]*>\s*){2,}", re.IGNORECASE)
_ALL_BOLD = re.compile(r"<(b|strong)\b[^>]*>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_STYLES = {
    "title": Style.TITLE, "msotitle": Style.TITLE, "subtitle": Style.SUBTITLE, "msosubtitle": Style.SUBTITLE,
    "lead": Style.SUBTITLE, "intro": Style.SUBTITLE, "teaser": Style.SUBTITLE, "kicker": Style.KICKER,
    "caption": Style.CAPTION, "msocaption": Style.CAPTION, "overline": Style.KICKER, "topline": Style.KICKER,
}  # fmt: skip


class HtmlReader:
    """Walks a page once; ``blocks`` are those of it."""

    def __init__(self, pictures: Pictures, fetch: Fetch, base: str = "") -> None:
        self.blocks: list[Block] = []
        self._pictures = pictures
        self._fetch = fetch
        self._base = base
        self._place = 0

    def read(self, element: html.HtmlElement, area: Area, inside: html.HtmlElement | None = None) -> None:
        """Reads everything below an element; what is not ``inside`` that one is around the text."""
        self._flow(element, area, inside, Style.NONE)

    def _flow(self, element: html.HtmlElement, area: Area, inside: html.HtmlElement | None, style: Style) -> None:
        style = _style_of(element) or style
        run: list[str] = [markup.escape(element.text or "", quote=False)]
        for child in element:
            if not isinstance(child.tag, str) or child.tag in INVISIBLE:
                pass
            elif child.tag == "br":
                run.append("<br>")
            elif child.tag in BLOCKS or child.tag == "img" or _has_block(child):
                self._paragraphs("".join(run), area, style)
                run = []
                self._block(child, area, inside, style)
            else:
                run.append(self._inline(child))
            run.append(markup.escape(child.tail or "", quote=False))
        self._paragraphs("".join(run), area, style)

    def _block(self, child: html.HtmlElement, area: Area, inside: html.HtmlElement | None, style: Style) -> None:
        if child is inside:
            area, inside = Area.TEXT, None
        elif is_hidden(child):
            area, inside = Area.HIDDEN, None
        elif child.tag in AROUND and area is Area.TEXT and inside is None:
            area = Area.AROUND
        whole = inside is None
        if child.tag == "img":
            self._picture(child, area, "")
        elif child.tag == "hr":
            self._add(Block(BlockKind.RULE, "", "---", area=area))
        elif whole and child.tag in ("ul", "ol") and area is Area.TEXT and not _has(child, "img", "table"):
            self._list(child, area)
        elif whole and child.tag == "table" and area is Area.TEXT and not is_layout(child):
            self._add(table_block(self._linked(child), area))
        elif whole and child.tag == "pre":
            self._code(child, area)
        elif whole and child.tag == "blockquote":
            self._quotation(child, area)
        elif whole and child.tag == "figure":
            self._figure(child, area)
        elif whole and re.fullmatch("h[1-6]", str(child.tag)) and not _has(child, "img"):
            self._heading(child, area)
        else:
            self._flow(child, area, inside, style)

    def _inline(self, child: html.HtmlElement) -> str:
        self._linked(child)
        made: str = html.tostring(child, encoding="unicode", with_tail=False)
        return made

    def _linked(self, element: html.HtmlElement) -> html.HtmlElement:
        """The element with whole addresses, and without what no reader sees."""
        for dead in list(element.iter(*INVISIBLE)):
            dead.drop_tree()
        for anchor in element.iter("a"):
            href = (anchor.get("href") or "").strip()
            if note := re.fullmatch(r"#(foot|end)note-(\d+)", href):
                _replace_by_text(anchor, f"\ue000{_note_name(note[1], note[2])}\ue001")
            elif href and not href.startswith("#"):
                anchor.set("href", meant(urljoin(self._base, href) if self._base else href))
        return element

    def _paragraphs(self, fragment: str, area: Area, style: Style) -> None:
        for part in _DOUBLE_BREAK.split(fragment):
            text = plain(part)
            if not text:
                continue
            is_bold, inner = _unbold(part)
            words = NOTE.sub(r"[\1]", text)
            self._add(Block(BlockKind.PARAGRAPH, words, prose(inner), area=area, is_bold=is_bold, style=style))

    def _heading(self, child: html.HtmlElement, area: Area) -> None:
        inner = _unbold(self._inner(child))[1]
        text = " ".join(plain(inner).split())
        if text:
            made = prose(inner.replace("<br>", " "))
            self._add(
                Block(BlockKind.HEADING, text, made, area=area, level=int(str(child.tag)[1]), style=_style_of(child))
            )

    def _inner(self, child: html.HtmlElement) -> str:
        self._linked(child)
        text = markup.escape(child.text or "", quote=False)
        return text + "".join(html.tostring(each, encoding="unicode") for each in child)

    def _list(self, child: html.HtmlElement, area: Area) -> None:
        self._linked(child)
        notes = [item for item in child if re.match(r"(?:foot|end)note-\d+$", item.get("id") or "")]
        if notes:
            for item in notes:
                self._note(item, area)
            return
        text = list_text(child)
        if text:
            self._add(Block(BlockKind.LIST, text, list_markdown(child), area=area))

    def _note(self, item: html.HtmlElement, area: Area) -> None:
        sort, _, number = (item.get("id") or "").partition("note-")
        for anchor in list(item.iter("a")):
            if (anchor.get("href") or "").startswith("#"):
                anchor.drop_tree()
        inner = " ".join(self._inner(part) if part.tag == "p" else self._inline(part) for part in item)
        text = plain(inner)
        if text:
            self._add(
                Block(
                    BlockKind.PARAGRAPH,
                    text,
                    f"[^{_note_name(sort, number)}]: {prose(inner)}",
                    area=area,
                    note="footnote",
                )
            )

    def _code(self, child: html.HtmlElement, area: Area) -> None:
        text = child.text_content().strip("\n")
        if text.strip():
            self._add(Block(BlockKind.CODE, text, f"```\n{text}\n```", area=area))

    def _quotation(self, child: html.HtmlElement, area: Area) -> None:
        start = len(self.blocks)
        self._flow(child, area, None, Style.NONE)
        parts = [block for block in self.blocks[start:] if block.kind is not BlockKind.PICTURE]
        pictures = [block for block in self.blocks[start:] if block.kind is BlockKind.PICTURE]
        del self.blocks[start:]
        self.blocks.extend(pictures)
        if parts:
            text = "\n".join(part.text for part in parts)
            made = "\n\n".join(part.markdown for part in parts)
            quoted = "\n".join(f"> {line}".rstrip() for line in made.split("\n"))
            self._add(Block(BlockKind.QUOTATION, text, quoted, area=area))

    def _figure(self, child: html.HtmlElement, area: Area) -> None:
        captions = list(child.iter("figcaption"))
        images = list(child.iter("img"))
        if len(images) != 1 or len(captions) > 1:
            self._flow(child, area, None, Style.NONE)
            return
        caption = plain(self._inner(captions[0])) if captions else ""
        rest = [part for part in child if part not in captions and part.tag != "img" and not _has(part, "img")]
        self._picture(images[0], area, caption)
        for part in rest:
            self._block(part, area, None, Style.NONE)

    def _picture(self, image: html.HtmlElement, area: Area, caption: str) -> None:
        origin = source_of(image, self._base)
        alt = " ".join((image.get("alt") or "").split())
        if not origin or area is not Area.TEXT:
            if alt or caption:
                self._add(Block(BlockKind.PARAGRAPH, f"{alt}\n{caption}".strip(), area=Area.AROUND))
            return
        name = stored(origin, alt, self._pictures, self._fetch)
        self._add(Block(BlockKind.PICTURE, alt, area=area, picture=name, caption=caption))

    def _add(self, block: Block) -> None:
        from dataclasses import replace

        self._place += 1
        place = f"paragraph {self._place}" if block.area in (Area.TEXT, Area.HIDDEN) else block.area.value
        self.blocks.append(replace(block, place=block.place or place))


def _note_name(sort: str, number: str) -> str:
    """What a note is called in the text: Word counts its endnotes (``e1``) apart from its footnotes (``1``)."""
    return f"e{number}" if sort == "end" else number


def _style_of(element: html.HtmlElement) -> Style:
    words = (element.get("class") or "").casefold().replace("_", "-").split()
    return next((_STYLES[word] for word in words if word in _STYLES), Style.NONE)


def _unbold(fragment: str) -> tuple[bool, str]:
    """Whether a paragraph is bold from end to end, and the fragment without it if so."""
    outside = _ALL_BOLD.sub("", fragment)
    if plain(outside) or not plain(fragment):
        return False, fragment
    return True, _ALL_BOLD.sub(r"\2", fragment)


def _replace_by_text(anchor: html.HtmlElement, text: str) -> None:
    for child in list(anchor):
        anchor.remove(child)
    anchor.text = text
    anchor.attrib.pop("href", None)
    parent = anchor.getparent()
    if parent is not None and parent.tag == "sup":
        parent.drop_tag()


def _has(element: html.HtmlElement, *tags: str) -> bool:
    return next(element.iter(*tags), None) is not None


def _has_block(element: html.HtmlElement) -> bool:
    return any(each.tag in BLOCKS or each.tag == "img" for each in _below(element))


def _below(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return (each for each in element.iterdescendants() if isinstance(each.tag, str))

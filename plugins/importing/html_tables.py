"""Tables of HTML -> Markdown; tables that only lay out a page are none."""

from __future__ import annotations

import html as markup
import re
from collections.abc import Iterator

from lxml import html

from plugins.importing.block import Area, Block, BlockKind
from plugins.importing.prose import plain, prose

WIDEST = 20
"""Columns of the widest table that is taken."""


def is_layout(table: html.HtmlElement) -> bool:
    """Whether a table has one row or column only, or holds headings or pictures: then it lays out a page."""
    rows = [list(_cells(row)) for row in _rows(table)]
    widest = max((len(row) for row in rows), default=0)
    return len(rows) < 2 or widest < 2 or next(table.iter("img", "h1", "h2", "h3"), None) is not None


def table_block(table: html.HtmlElement, area: Area) -> Block:
    """The table, its first row as head; a table inside a cell becomes lines of that cell."""
    nested = any(inner is not table for inner in table.iter("table"))
    rows = [row for row in _grid(table) if any(plain(cell) for cell in row)]
    width = max((len(row) for row in rows), default=0)
    lines, words = [], []
    for number, row in enumerate(rows):
        cells = [_cell(cell) for cell in row] + [""] * (width - len(row))
        lines.append(f"| {' | '.join(cells)} |")
        if number == 0:
            lines.append("|" + " --- |" * width)
        words.append(" ".join(" ".join(plain(cell).split()) for cell in row).strip())
    note = "a table in a table was taken apart" if nested else ""
    caption = " ".join(" ".join(each.text_content().split()) for each in table.iter("caption"))
    made = "\n".join(lines)
    if caption:
        made, words = f"{prose(markup.escape(caption, quote=False))}\n\n{made}", [caption, *words]
    return Block(BlockKind.TABLE, "\n".join(words), made, area=area, note=note)


def _rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _cells(row: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return (cell for cell in row if cell.tag in ("td", "th"))


def _grid(table: html.HtmlElement) -> list[list[str]]:
    """The cells row by row; a cell over several columns or rows leaves empty ones behind it."""
    grid: list[list[str]] = []
    reserved: dict[tuple[int, int], bool] = {}
    for y, row in enumerate(_rows(table)):
        line: list[str] = []
        for cell in _cells(row):
            while reserved.pop((y, len(line)), False):
                line.append("")
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            reserved.update(((y + down, len(line) + right), True) for down in range(1, high) for right in range(wide))
            line.extend([_fragment(cell), *[""] * (wide - 1)])
        grid.append(line)
    return grid


def _span(cell: html.HtmlElement, name: str) -> int:
    value = cell.get(name) or "1"
    return min(int(value), WIDEST) or 1 if value.isdecimal() and len(value) < 5 else 1


def _fragment(element: html.HtmlElement) -> str:
    """The inline content of a cell; paragraphs, entries and rows in it are lines."""
    parts = [markup.escape(element.text or "", quote=False)]
    for child in element:
        if not isinstance(child.tag, str):
            pass
        elif child.tag in ("p", "div", "ul", "ol", "li", "table", "tbody", "thead", "tr"):
            parts.append(f"<br>{_fragment(child)}<br>")
        elif child.tag in ("td", "th"):
            parts.append(f" {_fragment(child)} ")
        else:
            parts.append(html.tostring(child, encoding="unicode", with_tail=False))
        parts.append(markup.escape(child.tail or "", quote=False))
    return _BREAKS.sub("<br>", "".join(parts)).removeprefix("<br>").removesuffix("<br>")


_BREAKS = re.compile(r"(?:\s*<br\s*/?>\s*)+")


def _cell(fragment: str) -> str:
    lines = [prose(part) for part in fragment.split("<br>")]
    return "<br>".join(line for line in lines if line).replace("\n", " ").replace("|", "\\|")

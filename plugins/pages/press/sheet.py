"""A release as data for the typesetter: strings, numbers, lists and nodes, in the shape that ``release.typ`` reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from plugins.pages.event_views import event_lines
from plugins.pages.press.release import Release, contact_lines, credit_words, notice_lines, publisher_lines, video_line
from plugins.pages.press.tree import Node, Nodes, words
from plugins.pages.urls import Urls
from plugins.pages.views import FigureView, FundingView, Text

Data = dict[str, Any]
_BLANKS = re.compile(r"[ \t\r\n]+")
_INLINE = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "cite": "em", "var": "em", "dfn": "em"}
_INLINE |= {"sup": "sup", "sub": "sub", "del": "del", "u": "u", "ins": "u", "q": "quote"}
_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "figure", "table", "dl"})
_GROUPS = frozenset({"div", "details", "summary", "section", "hr"})
_DEEPEST = 6


def sheet_of(release: Release, urls: Urls, palette: dict[str, str], fonts: tuple[str, ...], logo: str) -> Data:
    """Everything that stands in the document."""
    page, site, t = release.page, release.site, release.t
    lang, _, rest = release.page.lang.partition("-")
    region = rest if re.fullmatch("[A-Z]{2}", rest) else None
    maker = _Maker(release, urls)
    return {
        "language": {"lang": lang, "region": region},
        "direction": site.direction,
        "palette": palette,
        "fonts": list(fonts),
        "logo": logo or None,
        "kind": page.report_kind,
        "kicker": page.kicker,
        "title": page.title,
        "teaser": page.teaser,
        "authors": [person.name for person in page.authors] or [site.publisher_name],
        "topics": [topic.label for topic in page.topics],
        "dateline": release.dateline,
        "embargo": page.embargo,
        "notice": list(notice_lines(page.notice, t)),
        "hero": maker.picture(page.hero) if page.hero else None,
        "body": list(maker.blocks(release.body, 2)),
        "notes": list(maker.notes()),
        "gallery": [maker.picture(figure) for figure in page.gallery],
        "contacts": [maker.contact(lines) for lines in (contact_lines(person, t) for person in page.contacts)],
        "funding": [maker.funding(one) for one in page.funding],
        "address": release.address,
        "site": {"name": site.name, "boilerplate": [_text(part) for part in site.boilerplate.paragraphs]},
        "publisher": list(publisher_lines(site)),
        "words": {
            "page": t.text("Page {number} of {total}", number="{number}", total="{total}"),
            "pictures": t.text("Pictures"),
            "funding": t.text("Funding"),
            "contact": t.text("Contact"),
            "about": t.text("About {name}", name=site.name),
        },
    }


def _text(text: Text) -> Data:
    return {"text": text.text, "lang": text.foreign.partition("-")[0]}


def _link(to: str, text: str) -> Data:
    return {"tag": "link", "to": to, "children": [text]}


class _Maker:
    def __init__(self, release: Release, urls: Urls) -> None:
        self.release = release
        self.urls = urls

    def picture(self, figure: FigureView) -> Data:
        """A picture with its words and credit."""
        view = figure.picture
        return {
            "tag": "picture",
            "file": f"/{self.urls.file(view.src)}",
            "width": view.width,
            "height": view.height,
            "alt": figure.alt.text or figure.caption.text or credit_words(figure, self.release.t),
            "caption": _text(figure.caption),
            "credit": credit_words(figure, self.release.t),
        }

    def funding(self, one: FundingView) -> Data:
        """A statement with its emblem and its programme's logo; the project in words."""
        t = self.release.t
        marks = [(one.emblem, t.text("Emblem of the European Union")), (one.logo, one.programme.text)]
        project = ", ".join(part for part in (one.project.text, one.programme.text, one.number) if part)
        return {
            "marks": [{"file": f"/{self.urls.file(address)}", "alt": alt} for address, alt in marks if address],
            "statement": _text(one.statement),
            "project": project,
        }

    def contact(self, lines: tuple[str, ...]) -> list[list[Any]]:
        """Name and role, and how to reach somebody: addresses as links."""
        first, *more = lines
        return [[{"tag": "strong", "children": [first]}], *([self._way(line)] for line in more)]

    def _way(self, line: str) -> Data | str:
        label, colon, value = line.partition(": ")
        if colon and "@" in value:
            return {"tag": "", "children": [f"{label}: ", _link(f"mailto:{quote(value, safe='@+')}", value)]}
        return line

    def notes(self) -> Iterator[Data]:
        """What takes place, further information, sources, corrections: each a heading with rows."""
        page, t = self.release.page, self.release.t
        if page.event:
            yield {"heading": t.text("Event"), "rows": [[line] for line in event_lines(page.event, t)]}
        if page.links:
            yield {
                "heading": t.text("Further information"),
                "rows": [[_link(self.urls.absolute(link.url), link.label)] for link in page.links],
            }
        if page.video:
            yield {"heading": t.text("Video"), "rows": [[video_line(self.release)]]}
        if page.sources:
            rows = []
            for source in page.sources:
                day = [f", {source.date.text}"] if source.date else []
                rows.append([_link(source.url, source.name) if source.url else source.name, *day])
            yield {"heading": t.text("Source") if len(rows) == 1 else t.text("Sources"), "rows": rows}
        if page.corrections:
            rows = [[f"{one.date.text}: {one.text}"] for one in page.corrections]
            yield {"heading": t.text("Corrections"), "rows": rows}

    def blocks(self, nodes: Nodes, level: int) -> Iterator[Data]:
        """Nodes as blocks; ``level`` is the deepest that the next heading may have, since none may be left out."""
        run: list[Node | str] = []
        for node in nodes:
            if isinstance(node, Node) and node.tag in _BLOCKS | _GROUPS:
                yield from self._paragraph(run)
                run = []
                for block in self._block(node, level):
                    if block["tag"] == "h":
                        level = min(block["level"] + 1, _DEEPEST)
                    yield block
            else:
                run.append(node)
        yield from self._paragraph(run)

    def _paragraph(self, run: Iterable[Node | str]) -> Iterator[Data]:
        children = self.inline(tuple(run))
        if words(tuple(run)).strip():
            yield {"tag": "p", "children": children}

    def _block(self, node: Node, level: int) -> Iterator[Data]:
        lang = node.get("lang")
        if lang and node.tag not in ("ul", "ol", "table", "dl"):
            bare = Node(node.tag, tuple(a for a in node.attributes if a[0] != "lang"), node.children)
            yield {"tag": "lang", "lang": lang.partition("-")[0], "children": list(self._block(bare, level))}
        elif node.tag == "p":
            yield from self._paragraph(node.children)
        elif node.tag[1:].isdigit():
            yield {"tag": "h", "level": min(int(node.tag[1:]), level), "children": self.inline(node.children)}
        elif node.tag in ("ul", "ol"):
            yield self._list(node, level)
        elif node.tag == "blockquote":
            yield {"tag": "blockquote", "children": list(self.blocks(node.children, level))}
        elif node.tag == "pre":
            yield {"tag": "pre", "text": words(node.children).strip("\n")}
        elif node.tag == "table":
            yield self._table(node)
        elif node.tag == "dl":
            yield {"tag": "terms", "items": self._terms(node, level)}
        elif node.tag == "figure" and node.get("data-photo"):
            figure = self.release.figure(node.get("data-photo"))
            if figure is not None:
                yield self.picture(figure)
        else:
            yield from self.blocks(node.children, level)

    def _list(self, node: Node, level: int) -> Data:
        items = [child for child in node.children if isinstance(child, Node)]
        made = [list(self.blocks(item.children, level)) for item in items]
        first = node.get("start")
        return {
            "tag": node.tag,
            "tight": not any(isinstance(c, Node) and c.tag == "p" for item in items for c in item.children),
            "start": int(first) if first.isdigit() else 1,
            "items": made,
        }

    def _table(self, node: Node) -> Data:
        rows = list(_rows(node))
        columns = max((len(cells) for _, cells in rows), default=1)
        head = next((cells for is_head, cells in rows if is_head), [])
        body = [cells for is_head, cells in rows if not is_head]
        width = range(columns)
        ends = [c for c in width if body and all("right" in _end(cells, c) for cells in body if c < len(cells))]
        padded = [[self.inline(cells[c].children) if c < len(cells) else [] for c in width] for cells in body]
        return {
            "tag": "table",
            "columns": columns,
            "ends": ends,
            "head": [self.inline(head[c].children) if c < len(head) else [] for c in width] if head else [],
            "cells": [cell for cells in padded for cell in cells],
        }

    def _terms(self, node: Node, level: int) -> list[Data]:
        found: list[Data] = []
        for child in node.children:
            if isinstance(child, Node) and child.tag == "dt":
                found.append({"term": self.inline(child.children), "children": []})
            elif isinstance(child, Node) and found:
                found[-1]["children"] += list(self.blocks(child.children, level))
        return found

    def inline(self, nodes: Nodes) -> list[Data | str]:
        """Words and what marks them; white space as HTML has it."""
        found: list[Data | str] = []
        for node in nodes:
            if isinstance(node, str):
                found.append(_BLANKS.sub(" ", node))
            else:
                found += self._element(node)
        return found

    def _element(self, node: Node) -> list[Data | str]:
        kind = node.get("class")
        if kind == "footnote-backref":
            return []
        inner = self.inline(node.children)
        to = node.get("href")
        if kind == "footnote-ref" or (node.tag == "a" and (not to or to.startswith("#"))):
            return inner
        if node.tag == "a":
            return [{"tag": "link", "to": self.urls.absolute(to), "children": inner}]
        if node.tag == "br":
            return [{"tag": "br"}]
        if node.tag in ("code", "kbd", "samp"):
            return [{"tag": "code", "text": words(node.children)}]
        if node.get("lang"):
            return [{"tag": "lang", "lang": node.get("lang").partition("-")[0], "children": inner}]
        return [{"tag": _INLINE[node.tag], "children": inner}] if node.tag in _INLINE else inner


def _rows(node: Node) -> Iterator[tuple[bool, list[Node]]]:
    for child in node.children:
        if isinstance(child, Node) and child.tag == "tr":
            cells = [cell for cell in child.children if isinstance(cell, Node)]
            yield node.tag == "thead", cells
        elif isinstance(child, Node):
            yield from _rows(child)


def _end(cells: list[Node], column: int) -> str:
    return cells[column].get("class") + cells[column].get("align")

"""The XML of a Writer document -> the HTML that all documents are read from."""

from __future__ import annotations

import html as markup
import re
from collections.abc import Callable, Mapping
from typing import Any

from plugins.importing.docx_text import role_by_name

ODT = {
    name: f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}"
    for name in ("text", "table", "office", "style", "drawing", "meta")
} | {
    "fo": "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}",
    "svg": "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}",
    "xlink": "{http://www.w3.org/1999/xlink}",
    "dc": "{http://purl.org/dc/elements/1.1/}",
}  # fmt: skip
"""The names of OpenDocument (ISO/IEC 26300)."""

Styles = Mapping[str, tuple[str, frozenset[str]]]
LOOKS = ("sup", "sub", "s", "em", "strong")
"""Elements for what a style looks like, the innermost first."""
_CLASSES = {"Title": "title", "Subtitle": "subtitle", "Kicker": "kicker", "caption": "caption"}


def local(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def html_of(root: Any, styles: Styles, picture: Callable[[str, str], str]) -> str:
    """The text as HTML. ``picture`` gives the address of a picture, from its place in the document and its alt text."""
    return _Writer(styles, picture).children(root)


class _Writer:
    """Turns one document into HTML; notes come at its end."""

    def __init__(self, styles: Styles, picture: Callable[[str, str], str]) -> None:
        self._styles = styles
        self._picture = picture
        self._notes = 0

    def children(self, element: Any) -> str:
        """What is in an element."""
        made = [_text(element.text)]
        for child in element:
            if isinstance(child.tag, str):
                made.append(self._one(child))
            made.append(_text(child.tail))
        return "".join(made)

    def _one(self, element: Any) -> str:
        name = local(element)
        if name in ("tracked-changes", "annotation", "sequence-decls", "forms", "user-field-decls", "variable-decls"):
            return ""
        if name == "h":
            level = min(int(element.get(f"{ODT['text']}outline-level") or 1), 6)
            return f"<h{level}>{self.children(element)}</h{level}>"
        if name == "p":
            return self._paragraph(element)
        if name == "span":
            return self._span(element)
        if name in ("list", "list-item", "list-header"):
            tag = "ul" if name == "list" else "li"
            return f"<{tag}>{self.children(element)}</{tag}>"
        if name in ("table", "table-row", "table-cell"):
            return self._table(element, name)
        return self._inline(element, name)

    def _inline(self, element: Any, name: str) -> str:
        if name == "a":
            href = markup.escape(element.get(f"{ODT['xlink']}href") or "")
            return f'<a href="{href}">{self.children(element)}</a>'
        if name == "s":
            return " " * min(int(element.get(f"{ODT['text']}c") or 1), 100)
        if name in ("tab", "line-break"):
            return " " if name == "tab" else "<br>"
        if name == "frame":
            return self._frame(element)
        if name == "note":
            return self._note(element)
        if name == "table-of-content":
            return f"<nav>{self.children(element)}</nav>"
        if name in ("covered-table-cell", "desc", "title", "change", "change-start", "change-end"):
            return ""
        return self.children(element)

    def _paragraph(self, element: Any) -> str:
        style = element.get(f"{ODT['text']}style-name") or ""
        role, looks = self._of(style)
        inner = self.children(element)
        if role.startswith("heading"):
            return f"<h{role[-1]}>{inner}</h{role[-1]}>"
        inner = f"<strong>{inner}</strong>" if "strong" in looks and "<img" not in inner else inner
        if role == "Quote":
            return f"<blockquote><p>{inner}</p></blockquote>"
        mark = f' class="{_CLASSES[role]}"' if role in _CLASSES else ""
        return f"<p{mark}>{inner}</p>"

    def _span(self, element: Any) -> str:
        _, looks = self._of(element.get(f"{ODT['text']}style-name") or "")
        inner = self.children(element)
        for tag in LOOKS:
            inner = f"<{tag}>{inner}</{tag}>" if tag in looks else inner
        return inner

    def _of(self, style: str) -> tuple[str, frozenset[str]]:
        """(role, looks) of a style, also where it is based on another one."""
        looks: frozenset[str] = frozenset()
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            if role := role_by_name(style.replace("_20_", " ").replace("_", " ")):
                return role, looks
            base, more = self._styles.get(style, ("", frozenset()))
            looks, style = looks | more, base
        return "", looks

    def _table(self, element: Any, name: str) -> str:
        tag = {"table": "table", "table-row": "tr", "table-cell": "td"}[name]
        spans = ""
        for ours, theirs in (("colspan", "columns"), ("rowspan", "rows")):
            number = element.get(f"{ODT['table']}number-{theirs}-spanned") or "1"
            spans += f' {ours}="{number}"' if number.isdecimal() and number != "1" else ""
        return f"<{tag}{spans}>{self.children(element)}</{tag}>"

    def _frame(self, element: Any) -> str:
        alt = next((e.text or "" for n in ("desc", "title") for e in element.iter(f"{ODT['svg']}{n}") if e.text), "")
        made = []
        for child in element:
            if local(child) == "image":
                source = self._picture(child.get(f"{ODT['xlink']}href") or "", alt)
                made.append(f'<img src="{markup.escape(source)}" alt="{markup.escape(alt)}">')
                break
            if local(child) == "text-box":
                made.append(f"<div>{self.children(child)}</div>")
        return "".join(made)

    def _note(self, element: Any) -> str:
        self._notes += 1
        body = next((e for e in element if local(e) == "note-body"), None)
        words = "" if body is None else self.children(body)
        return f" ({words})" if "<p" not in words else f" ({_flat(words)})"


def _flat(words: str) -> str:
    return " ".join(re.sub(r"</?p[^>]*>", " ", words).split())


def _text(text: str | None) -> str:
    return markup.escape(text or "", quote=False)

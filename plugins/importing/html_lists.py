"""Lists of HTML -> Markdown, with lists in lists."""

from __future__ import annotations

import html as markup

from lxml import html

from plugins.importing.prose import plain, prose

_NESTED = ("ul", "ol")


def list_markdown(element: html.HtmlElement, depth: int = 0) -> str:
    """The list; four blanks of indent for each list that it stands in."""
    lines = []
    number = _start(element)
    for item in element:
        if item.tag in _NESTED:  # a list directly in a list, as some programs write it
            lines.append(list_markdown(item, depth + 1))
            continue
        mark = f"{number}. " if element.tag == "ol" else "- "
        number += 1
        own, nested = _parts(item)
        made = [prose(part) for part in own]
        words = "\\\n".join(part for part in made if part).replace("\n", "\n" + "    " * (depth + 1))
        if words:
            lines.append(f"{'    ' * depth}{mark}{words}")
        lines.extend(list_markdown(inner, depth + 1) for inner in nested)
    return "\n".join(line for line in lines if line)


def list_text(element: html.HtmlElement) -> str:
    """The words of a list, one entry a line; numbers that the page makes are not among them."""
    lines = []
    for item in element:
        if item.tag in _NESTED:
            lines.append(list_text(item))
            continue
        own, nested = _parts(item)
        lines.append(" ".join(" ".join(plain(part).split()) for part in own))
        lines.extend(list_text(inner) for inner in nested)
    return "\n".join(line for line in lines if line)


def _start(element: html.HtmlElement) -> int:
    start = element.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 9 else 1


def _parts(item: html.HtmlElement) -> tuple[list[str], list[html.HtmlElement]]:
    """The inline fragments of an entry, one for each of its paragraphs, and the lists in it."""
    fragments, nested = [markup.escape(item.text or "", quote=False)], []
    for child in item:
        tail = markup.escape(child.tail or "", quote=False)
        if child.tag in _NESTED:
            nested.append(child)
            fragments.append(tail)
        elif child.tag in ("p", "div"):
            own, inner = _parts(child)
            fragments.extend([*own, tail])
            nested.extend(inner)
        elif isinstance(child.tag, str):
            fragments[-1] += html.tostring(child, encoding="unicode", with_tail=False) + tail
        else:
            fragments[-1] += tail
    return [part for part in fragments if plain(part)], nested

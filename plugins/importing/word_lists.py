"""Lists that Word marks in its HTML with levels of their own (``mso-list``) -> lists in lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

_LEVEL = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d)", re.IGNORECASE)
_SIGN = re.compile(r"mso-list\s*:\s*Ignore", re.IGNORECASE)
_COUNTED = re.compile(r"[(]?(\d{1,4}|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)]")


def join_word_lists(body: html.HtmlElement) -> None:
    """Puts each run of such paragraphs into one list; a paragraph whose sign is not marked stays as it is."""
    for first in [element for element in body.iter("p") if _level(element) and not _level(element.getprevious())]:
        _join(list(_run(first)))


def _level(element: html.HtmlElement | None) -> int:
    if element is None or element.tag != "p" or _sign_of(element) is None:
        return 0
    found = _LEVEL.search(element.get("style") or "")
    return int(found[1]) if found else 0


def _sign_of(element: html.HtmlElement) -> html.HtmlElement | None:
    return next((each for each in element.iter("span") if _SIGN.search(each.get("style") or "")), None)


def _run(first: html.HtmlElement) -> Iterator[html.HtmlElement]:
    current: html.HtmlElement | None = first
    while current is not None and _level(current):
        yield current
        current = None if (current.tail or "").strip() else current.getnext()


def _join(run: list[html.HtmlElement]) -> None:
    outer: list[html.HtmlElement] = []
    around: list[tuple[int, html.HtmlElement]] = []
    for item in run:
        around = _at_level(around, outer, item)
        around[-1][1].append(_entry(item))
    for made in outer:
        run[0].addprevious(made)
    outer[-1].tail = run[-1].tail
    for item in run:
        item.tail = None
        item.drop_tree()


def _at_level(
    around: list[tuple[int, html.HtmlElement]], outer: list[html.HtmlElement], item: html.HtmlElement
) -> list[tuple[int, html.HtmlElement]]:
    """(level, list) of the lists around an entry, the innermost last; new ones are put in their places."""
    level, (tag, start) = _level(item), _kind(item)
    above = [each for each in around if each[0] < level]
    same = next((one for at, one in around if at == level), around[0][1] if around and not above else None)
    if same is not None and same.tag == tag:
        return [*above, (level, same)]
    made = html.Element(tag)
    if start not in ("", "1"):
        made.set("start", start)
    if above:
        above[-1][1][-1].append(made)
    else:
        outer.append(made)
    return [*above, (level, made)]


def _kind(item: html.HtmlElement) -> tuple[str, str]:
    """``ul``, or ``ol`` with the number that Word shows."""
    sign = _sign_of(item)
    shown = "".join(sign.itertext() if sign is not None else ()).replace("\u00a0", " ").strip()
    counted = _COUNTED.match(shown)
    if counted is None:
        return "ul", ""
    return "ol", counted[1] if counted[1].isdigit() else ""


def _entry(item: html.HtmlElement) -> html.HtmlElement:
    """A paragraph without its sign, as an entry."""
    sign = _sign_of(item)
    if sign is not None:
        sign.drop_tree()
    made = html.Element("li")
    made.text = (item.text or "").lstrip()
    made.extend(list(item))
    return made

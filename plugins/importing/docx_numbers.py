"""The numbers that Word shows in front of paragraphs, which stand nowhere in its text: where each list goes on."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plugins.importing.ooxml import Element, W

_MARK = re.compile("\ue002(\\d+)\ue003")
_FIRST = re.compile("<ol><li>((?:<[^>]{1,300}>)*)\ue002(\\d+)\ue003")
_BULLETS = ("bullet", "none")


def mark_numbers(document: Element, numbering: Element, styles: Element) -> None:
    """Puts the number of each numbered paragraph in front of its text, in a form that no text has."""
    levels = _levels(numbering)
    by_style = {s.get(f"{W}styleId") or "": s for s in styles.iter(f"{W}style")}
    counts: dict[tuple[str, int], int] = {}
    begun: set[tuple[str, int]] = set()
    for paragraph in document.iter(f"{W}p"):
        num, level = _numbered(paragraph, by_style)
        about = levels.get(num)
        if about is None or level not in about:
            continue
        of, form, start, restart = about[level]
        place = (of, level)
        if restart and (num, level) not in begun:
            counts[place] = start - 1
        begun.add((num, level))
        counts[place] = counts.get(place, start - 1) + 1
        for deeper in [each for each in counts if each[0] == of and each[1] > level]:
            del counts[deeper]
        if form not in _BULLETS and counts[place] >= 0:
            _prefix(paragraph, f"\ue002{counts[place]}\ue003")


def with_starts(html: str) -> str:
    """The page that was made of the document: lists begin with the number that was marked, and the marks are gone."""
    return _MARK.sub("", _FIRST.sub(r'<ol start="\2"><li>\1', html))


_Level = tuple[str, str, int, bool]
"""(list that counts, form of the number, first number, whether a list of this kind begins anew)."""


def _levels(numbering: Element) -> Mapping[str, Mapping[int, _Level]]:
    abstract: dict[str, dict[int, tuple[str, int]]] = {}
    for one in numbering.iter(f"{W}abstractNum"):
        found = {
            _int(level, "ilvl"): (_value(level, "numFmt"), _number(level, "start", 1)) for level in one.iter(f"{W}lvl")
        }
        abstract[one.get(f"{W}abstractNumId") or ""] = found
    out: dict[str, dict[int, _Level]] = {}
    for num in numbering.iter(f"{W}num"):
        of = _value(num, "abstractNumId")
        made = {level: (of, form, start, False) for level, (form, start) in abstract.get(of, {}).items()}
        for over in num.iter(f"{W}lvlOverride"):
            level = _int(over, "ilvl")
            if level in made and over.find(f"{W}startOverride") is not None:
                made[level] = (of, made[level][1], _number(over, "startOverride", 1), True)
        out[num.get(f"{W}numId") or ""] = made
    return out


def _numbered(paragraph: Element, styles: Mapping[str, Element]) -> tuple[str, int]:
    """(list, level) of a paragraph: its own, else that of its style or of those it is based on."""
    own = paragraph.find(f"{W}pPr")
    num, level = "", 0
    if own is not None and (found := own.find(f"{W}numPr")) is not None:
        num, level = _value(found, "numId"), _number(found, "ilvl", 0)
    name = "" if own is None else _value(own, "pStyle")
    seen: set[str] = set()
    while not num and name in styles and name not in seen:
        seen.add(name)
        found = styles[name].find(f"{W}pPr/{W}numPr")
        if found is not None:
            num, level = _value(found, "numId"), _number(found, "ilvl", 0)
        name = _value(styles[name], "basedOn")
    return num, level


def _prefix(paragraph: Element, mark: str) -> None:
    text = next(paragraph.iter(f"{W}t"), None)
    if text is not None:
        text.text = f"{mark}{text.text or ''}"


def _value(element: Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val") or ""


def _number(element: Element, name: str, fallback: int) -> int:
    text = _value(element, name)
    return int(text) if text.isdecimal() and len(text) < 7 else fallback


def _int(element: Element, name: str) -> int:
    text = element.get(f"{W}{name}") or ""
    return int(text) if text.isdecimal() and len(text) < 3 else 0

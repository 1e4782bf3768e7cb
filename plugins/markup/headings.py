"""Gives the headings of a text their levels and their ids."""

from __future__ import annotations

import re

from plugins.markup.document import Heading
from plugins.markup.tags import ATTRIBUTES, text_of
from plugins.newsroom.slug import make_slug

_HEADING = re.compile(rf"<h([1-6])({ATTRIBUTES})>(.*?)</h\1>", re.DOTALL)


def headings(html: str, taken: frozenset[str], given: tuple[str, ...] = ()) -> tuple[str, tuple[Heading, ...]]:
    """The HTML with headings from ``h2`` on, nested as in the text but without gaps, each with an id.

    A page has one ``h1``, its title; a level that is left out is lost on who listens (WCAG 1.3.1).
    An id is made of the heading's words, so that it stays while others come and go, and is none of
    those in ``taken``. Ids that are ``given`` come first, if there are as many of them as headings.
    """
    if "<h" not in html:
        return html, ()
    wanted = iter(given if len(given) == len(_HEADING.findall(html)) else ())
    found: list[Heading] = []
    above: list[int] = []
    used = set(taken)
    last: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        written, inside = int(match[1]), match[3]
        while above and above[-1] >= written:
            above.pop()
        above.append(written)
        level = min(len(above) + 1, 6)
        text = text_of(inside)
        ident = _unused(next(wanted, "") or make_slug(text, "section"), used, last)
        used.add(ident)
        found.append(Heading(level, ident, text))
        return f'<h{level} id="{ident}"{match[2]}>{inside}</h{level}>'

    return _HEADING.sub(numbered, html), tuple(found)


def _unused(ident: str, used: set[str], last: dict[str, int]) -> str:
    """The id, with the first number behind it that makes it another than all before; ``last`` remembers these."""
    if ident not in used:
        return ident
    number = last.get(ident, 1) + 1
    while f"{ident}-{number}" in used:
        number += 1
    last[ident] = number
    return f"{ident}-{number}"

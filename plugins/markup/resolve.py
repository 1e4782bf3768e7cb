"""Puts the addresses of reports and pages, and the figures, into a converted text."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from plugins.markup.document import INTERNAL, Document
from plugins.markup.tags import ATTRIBUTES

LinkResolver = Callable[[str], str | None]
"""``report:<id>`` or ``page:<id>``, each perhaps with ``#anchor`` -> attributes of the link, or None."""

FigureResolver = Callable[[str], str]
"""File of a photo -> HTML of its figure, or nothing."""

_SCHEMES = "|".join(INTERNAL)
_LINK = re.compile(rf'<a href="((?:{_SCHEMES})[^"]*)"({ATTRIBUTES})>(.*?)</a>', re.DOTALL)
_BACK = '<a class="footnote-backref"'
_FIGURE = re.compile(r'<figure data-photo="([^"]*)"></figure>\n?')


def resolve(document: Document, link: LinkResolver, figure: FigureResolver, back: str = "") -> str:
    """The HTML of a document with its links and figures in place. Pure, and nothing to do without any.

    ``link`` gives the attributes that replace ``href`` (escaped), or ``None`` where nothing is to be
    seen: then the words stay without a link. ``figure`` gives HTML, or nothing: then the place closes.
    ``back`` names the arrow from a footnote to its text for who cannot see it (WCAG 2.4.4).
    """
    html = document.html
    if any(one.is_internal for one in document.links):
        html = _LINK.sub(lambda match: _linked(match, link(unescape(match[1]))), html)
    if document.pictures:
        html = _FIGURE.sub(lambda match: _figured(figure(unescape(match[1]))), html)
    if back and _BACK in html:
        html = html.replace(_BACK, f'{_BACK} aria-label="{escape(back)}"')
    return html


def _linked(match: re.Match[str], found: str | None) -> str:
    _, others, words = match.groups()
    return words if found is None else f"<a {found}{others}>{words}</a>"


def _figured(found: str) -> str:
    return f"{found}\n" if found else ""

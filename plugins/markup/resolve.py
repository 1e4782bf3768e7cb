"""Puts the final addresses and figures into a converted text.

A converted text carries inner links as ``href="report:…"`` or ``href="page:…"``, and pictures of the
report as ``<photo-here file="…"></photo-here>`` on a line of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from plugins.markup.document import Document

LinkOf = Callable[[str], str | None]
"""Gives the attributes of a link (``href="…" hreflang="nl"``, escaped), or None where there is nothing to see."""
FigureOf = Callable[[str], str]
"""Gives the HTML of a picture, or nothing."""

_LINK = re.compile(r'<a\b([^>]*?)\shref="((?:report|page):[^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_PHOTO = re.compile(r'<photo-here file="([^"]*)"></photo-here>')


def resolve(document: Document, link_of: LinkOf, figure_of: FigureOf) -> str:
    """The HTML with links and pictures in place; a link that leads nowhere leaves its words alone."""

    def link(match: re.Match[str]) -> str:
        before, target, after, words = match.groups()
        attributes = link_of(unescape(target))
        return words if attributes is None else f"<a{before} {attributes}{after}>{words}</a>"

    html = document.html
    if 'href="report:' in html or 'href="page:' in html:
        html = _LINK.sub(link, html)
    if document.pictures:
        html = _PHOTO.sub(lambda match: figure_of(unescape(match.group(1))), html)
    return html

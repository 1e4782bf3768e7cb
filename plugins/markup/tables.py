"""Makes tables that can be scrolled sideways on a phone, also by keyboard."""

from __future__ import annotations

import re

_HEAD = re.compile(r'<h[2-6] id="([^"]*)"|<table\b|</table>')
_ALIGN = re.compile(r'(<t[dh][^>]*?) align="(left|center|right)"')
_OTHER_ALIGN = re.compile(r'(<t[dh][^>]*?) align="[^"]*"')


def tables(html: str) -> str:
    """The HTML with each table in a box that takes the focus (WCAG 2.1.1), named after the heading above it.

    Alignment becomes a class, since inline style is forbidden on the pages.
    """
    if "<table" not in html:
        return html
    html = _OTHER_ALIGN.sub(r"\1", _ALIGN.sub(r'\1 class="align-\2"', html))
    out: list[str] = []
    last = depth = 0
    heading = ""
    for match in _HEAD.finditer(html):
        if match[1]:
            heading = match[1]
            continue
        closes = match[0].startswith("</")
        depth -= closes
        if depth == 0:
            end = match.end() if closes else match.start()
            out += [html[last:end], "</div>" if closes else _box(heading)]
            last, heading = end, heading if closes else ""
        depth += not closes
    return "".join([*out, html[last:]])


def _box(heading: str) -> str:
    """A region needs a name of its own: a second table under one heading is not made one."""
    name = f' role="region" aria-labelledby="{heading}"' if heading else ""
    return f'<div class="table" tabindex="0"{name}>'

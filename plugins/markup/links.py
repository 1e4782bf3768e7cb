"""Lists the links of a text, and takes out those that lead nowhere."""

from __future__ import annotations

import re
from html import escape

from plugins.markup.document import Link, Refusal, Refused
from plugins.markup.lines import Lines
from plugins.markup.tags import ATTRIBUTES, attributes, text_of

_LINK = re.compile(rf"<a({ATTRIBUTES})>(.*?)</a>", re.DOTALL)
_ENDS = ")>\"' \t\n"
"""What may follow an address in Markdown or HTML."""

_NOTE = 'class="footnote-'


def links(html: str, lines: Lines) -> tuple[str, tuple[Link, ...], tuple[Refused, ...]]:
    """The HTML without links that have no address, and what was found; links of footnotes are not listed."""
    if "<a" not in html:
        return html, (), ()
    found: list[Link] = []
    refused: list[Refused] = []

    def listed(match: re.Match[str]) -> str:
        inside, words = match.groups()
        if _NOTE in inside:
            return match[0]
        href = attributes(inside).get("href", "")
        text = text_of(words)
        if not text:
            return words  # the place of an anchor, or a link without words, which is told as that
        if not href:
            refused.append(Refused(Refusal.LINK, text, lines.of(f"[{text}]", f">{text}<")))
            return words
        line = _line(lines, href, text)
        if (better := _without_blanks(href)) != href:
            found.append(Link(better, text, line))
            return f"<a{inside.replace(escape(href), escape(better), 1)}>{words}</a>"
        found.append(Link(href, text, line))
        return match[0]

    return _LINK.sub(listed, html), tuple(found), tuple(refused)


def _without_blanks(href: str) -> str:
    """The address of a telephone or mailbox as programs want it; elsewhere a blank is told."""
    if href.startswith("tel:"):
        return "".join(href.split())
    return "%20".join(href.split(" ")) if href.startswith("mailto:") else href


def _line(lines: Lines, href: str, text: str) -> int:
    bare = href.removeprefix("mailto:")
    return lines.of(href, bare, bare.replace("&", "&amp;"), bare.removeprefix("https://"), ends=_ENDS) or lines.of(
        f"[{text}]", text
    )

"""Lists the links of a text, and takes out those that lead nowhere."""

from __future__ import annotations

import re
from html import escape, unescape

from plugins.markup.document import Link, Options, Refusal, Refused
from plugins.markup.lines import Lines
from plugins.markup.tags import ATTRIBUTES, attributes, text_of

_LINK = re.compile(rf"<a({ATTRIBUTES})>(.*?)</a>", re.DOTALL)
_ENDS = ")>\"' \t\n"
"""What may follow an address in Markdown or HTML."""

_NOTE = 'class="footnote-'


def links(html: str, lines: Lines, options: Options) -> tuple[str, tuple[Link, ...], tuple[Refused, ...]]:
    """The HTML without links that have no address, and what was found; links of footnotes are not listed."""
    if "<a" not in html:
        return html, (), ()
    found: list[Link] = []
    refused: list[Refused] = []

    def listed(match: re.Match[str]) -> str:
        inside, words = match.groups()
        if _NOTE in inside:
            return _note(match, options)
        href = attributes(inside).get("href", "")
        text = text_of(words)
        if not href:
            refused.append(Refused(Refusal.LINK, text, lines.of(f"[{text}]", f">{text}<")))
            return words
        found.append(Link(href, text, _line(lines, href, text)))
        return match[0]

    return _LINK.sub(listed, html), tuple(found), tuple(refused)


def _line(lines: Lines, href: str, text: str) -> int:
    bare = href.removeprefix("mailto:")
    return lines.of(href, bare, bare.replace("&", "&amp;"), ends=_ENDS) or lines.of(f"[{text}]", text)


def _note(match: re.Match[str], options: Options) -> str:
    """A link of a footnote; the arrow back gets a name for who cannot see it (WCAG 2.4.4)."""
    inside, words = match.groups()
    if "footnote-backref" not in inside or not options.back:
        return match[0]
    return f'<a{inside} aria-label="{escape(unescape(options.back))}">{words}</a>'

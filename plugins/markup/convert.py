"""Converts a Markdown text into a document."""

from __future__ import annotations

import re

from plugins.markup.conservation import losses
from plugins.markup.dialect.step import Step, plain_markdown
from plugins.markup.document import Document, Options, TextRemark
from plugins.markup.foreign import foreign
from plugins.markup.headings import headings
from plugins.markup.lines import Lines
from plugins.markup.links import links
from plugins.markup.pictures import pictures
from plugins.markup.python_markdown import to_html
from plugins.markup.rows import rows
from plugins.markup.sanitise import sanitise
from plugins.markup.tables import tables

DEFAULT = Options()

_NOTE_ID = re.compile(r' id="(fn[^"]*)"')


def convert(source: str, options: Options = DEFAULT) -> Document:
    """The document of a Markdown text. Pure: the same arguments always give the same document.

    Raises ``TooDeepError`` for a text that is nested beyond all sense.
    """
    typed = source.replace("\r\n", "\n").replace("\r", "\n")
    step = plain_markdown(typed)
    raw = to_html(step.plain.text)
    html = sanitise(raw)
    lost = losses(typed, html)
    seen = (*_seen(step, typed), *foreign(raw, html, typed), *rows(typed))
    html, notes = _notes(html)
    html, shown, no_pictures = pictures(html, Lines(typed))
    html, found, no_links = links(html, Lines(typed))
    html, titles = headings(html, options.reserved | notes, options.ids)
    html = tables(html)
    if "<pre>" in html:
        html = html.replace("<pre>", '<pre tabindex="0">')
    return Document(
        html,
        links=found,
        pictures=shown,
        headings=titles,
        anchors=tuple(sorted(notes.union(heading.id for heading in titles))),
        refused=no_pictures + no_links,
        is_headed=html.startswith("<h"),
        seen=seen,
        losses=lost,
    )


def _seen(step: Step, typed: str) -> tuple[TextRemark, ...]:
    return tuple(TextRemark(sign.kind, sign.words, typed.count("\n", 0, sign.start) + 1) for sign in step.signs)


def _notes(html: str) -> tuple[str, frozenset[str]]:
    """The HTML with each id of a footnote once only, whoever wrote it first; and these ids."""
    if ' id="' not in html:
        return html, frozenset()
    seen: set[str] = set()

    def first(match: re.Match[str]) -> str:
        if match[1] in seen:
            return ""
        seen.add(match[1])
        return match[0]

    html = _NOTE_ID.sub(first, html)
    return html.replace('<div class="footnote">', '<div class="footnotes" role="doc-endnotes">'), frozenset(seen)

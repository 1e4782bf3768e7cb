"""Markdown -> Document, by Python-Markdown and an allow-list of HTML."""

from __future__ import annotations

import re
from html import escape

import nh3
from markdown import Markdown

from plugins.markup.document import Document, Reference

_PHOTO = re.compile(r'<p>\s*<img\b[^>]*?src="photo:([^"]*)"[^>]*?>\s*</p>')
_TARGET = re.compile(r'href="((?:report|page):[^"]*)"')
_SCHEMES = {"http", "https", "mailto", "tel", "report", "page", "photo"}


def convert(text: str) -> Document:
    """The document of a Markdown text; raw HTML is sanitised."""
    html = Markdown(extensions=["tables", "footnotes", "def_list", "abbr", "fenced_code"]).convert(text)
    safe = nh3.clean(html, url_schemes=_SCHEMES, link_rel=None)
    pictures: list[str] = []

    def here(match: re.Match[str]) -> str:
        pictures.append(match.group(1))
        return f'<photo-here file="{escape(match.group(1))}"></photo-here>'

    safe = _PHOTO.sub(here, safe)
    return Document(safe, tuple(Reference(t) for t in _TARGET.findall(safe)), tuple(pictures))

"""A web page, saved or fetched or pasted -> a source: its article, with the rest of the page around it."""

from __future__ import annotations

import html as markup
import json
import re
from collections.abc import Callable
from typing import Any

from plugins.importing.block import Area, Source
from plugins.importing.html_blocks import HtmlReader
from plugins.importing.html_marks import with_lists
from plugins.importing.html_tree import article, parse, visible_words
from plugins.importing.picture_names import Pictures

_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
_LD = re.compile(r"<script[^>]*application/ld\+json[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)


def read_page(text: str, name: str, fetch: Callable[[str], bytes], address: str = "") -> Source:
    """The page as a source. Raises ``SourceError``."""
    body = parse(text, name)
    words = visible_words(body)
    inside = article(body, name)
    pictures = Pictures()
    reader = HtmlReader(pictures, fetch, address)
    if inside is body:
        reader.read(body, Area.TEXT)
    else:
        reader.read(body, Area.AROUND, inside)
    said = _said(text)
    return Source(
        name, "web page", tuple(with_lists(reader.blocks)), pictures.all(), title=said.get("title", ""),
        author=said.get("author", ""), date=said.get("date", ""), address=address, words=words,
    )  # fmt: skip


def _said(text: str) -> dict[str, str]:
    """Title, author and day as the page's head gives them."""
    found: dict[str, str] = {}
    for tag in _META.findall(text[:200_000]):
        pairs = {name.lower(): one or two or three for name, one, two, three in _ATTRIBUTE.findall(tag)}
        key = (pairs.get("property") or pairs.get("name") or "").lower()
        value = " ".join(re.sub(r"<[^>]*>", "", markup.unescape(pairs.get("content", ""))).split())
        wanted = {"og:title": "title", "article:published_time": "date", "author": "author", "date": "date"}.get(key)
        if wanted and value:
            found.setdefault(wanted, value)
    for block in _LD.findall(text[:2_000_000]):
        found = {**_linked_data(block), **found}
    title = _TITLE.search(text[:200_000])
    if title:
        found.setdefault("title", " ".join(re.sub(r"<[^>]*>", "", title[1]).split()))
    day = re.match(r"\d{4}-\d{2}-\d{2}", found.get("date", ""))
    return {**found, "date": day[0] if day else ""}


def _linked_data(block: str) -> dict[str, str]:
    try:
        data: Any = json.loads(block)
    except (ValueError, RecursionError):
        return {}
    items = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict) and str(item.get("@type", "")).endswith(("Article", "BlogPosting", "Report")):
            pairs = {"title": item.get("headline"), "date": item.get("datePublished")}
            return {key: value for key, value in pairs.items() if isinstance(value, str)}
    return {}

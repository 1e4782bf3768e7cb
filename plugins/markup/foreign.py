"""Signs of other programs that stand on a page, elements that cannot, and notes that are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from plugins.markup.dialect.html import EMBEDS
from plugins.markup.dialect.signs import SignKind
from plugins.markup.document import TextRemark
from plugins.markup.lines import Lines
from plugins.markup.tags import ATTRIBUTES, attributes

_CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
_SIGNS = re.compile(
    r"\{\{.{1,200}?\}\}|\{%.{1,200}?%\}|\{[:.#][^{}\n<>]{1,80}\}|\{[a-z_-]+=[^{}\n<>]{1,80}\}"
    r"|\[/?(?:caption|embed|gallery|video|audio|youtube|toc|vc_\w+|et_pb_\w+)\b[^\]\n<>]{0,200}\]|\[\[[^\]\n<>]{1,80}\]\]"
    r"|&lt;/?[a-z]\w{0,3}:\w[^&\n<>]{0,80}&gt;|\^\[(?=[^\]\n<>]{0,200}[^\W\d_])[^\]\n<>]{1,200}\]"
    r"|[\ue000-\uf8ff]"
    r"|(?<=<p>):::[^\n<]*|(?<=<p>)!!! [^\n<]*|~~(?=\S)[^~\n<>]{1,200}~~"
    r"|(?<![^\W_])==(?=\S)[^=\n<>]{1,200}(?<=\S)==(?![^\W_])",
    re.IGNORECASE,
)
_BEGINNINGS = ("{", "[", ":::", "!!! ", "~~", "==")
"""With one of which each of them begins."""
_PREFIXED = re.compile(r"</?[a-z]\w{0,3}:\w")
"""A tag of Word, ``<o:p>``."""
_PRIVATE = (b"\xee", b"\xef")
"""With one of which, in UTF-8, the signs of its fonts Symbol and Wingdings begin (U+E000 to U+F8FF)."""
_RAW = re.compile(r"\*\*(?=\S)[^*\n<>]{1,200}(?<=\S)\*\*|^#{1,6} \S[^\n<]{0,80}|\]\(https?:[^()\s<>]+\)", re.MULTILINE)
_NOTE = re.compile(r"\[\^[^\]\s<>]{1,40}\]")
_EMBED = re.compile(rf"<({'|'.join(sorted(EMBEDS))})\b([^<>]*)>", re.IGNORECASE)
_HOLLOW_LINK = re.compile(
    rf"<a({ATTRIBUTES})>((?:\s|&nbsp;|<img{ATTRIBUTES}>|</?(?:b|em|i|span|strong){ATTRIBUTES}>)*)</a>"
)
_PICTURE = re.compile(rf"<img({ATTRIBUTES})>")
_ADDRESS = re.compile(r"\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)


_SORT = re.compile(r"[\ue000-\uf8ff]|\^\[|</?\w+:|\{\{[<%]?|\{[%:.#]?|\[\[|\[/?\w+|:::|!!!|~~|==")


def sort_of(seen: TextRemark) -> str:
    """Signs of one sort have one cause, as have the items of lists that all have one number; else an empty string."""
    if seen.kind is SignKind.LIST_NUMBER:
        return seen.kind
    found = _SORT.match(seen.text) if seen.kind is SignKind.FOREIGN else None
    return found[0].lower().replace("/", "") if found else ""


def foreign(raw: str, html: str, typed: str) -> tuple[TextRemark, ...]:
    """What is to be said of signs and embeds: ``raw`` is the HTML before it was cleaned, ``html`` after."""
    return (*_embeds(raw, typed), *_empty_links(raw, typed), *_signs(html, typed), *_raw_marks(html, typed))


def _embeds(raw: str, typed: str) -> Iterator[TextRemark]:
    if "<" not in typed:
        return
    lines = Lines(typed)
    for match in _EMBED.finditer(raw):
        source = _ADDRESS.search(match[2])
        words = f"<{match[1].lower()}>" + (f" {unescape(source[1])}" if source else "")
        line = lines.of(f"<{match[1]}")
        if line:
            yield TextRemark(SignKind.EMBED, words, line)


def _empty_links(raw: str, typed: str) -> Iterator[TextRemark]:
    """Links of which nothing can be seen: without words, or around a photograph, which is no link."""
    if "</a>" not in raw:
        return
    lines = Lines(typed)
    for match in _HOLLOW_LINK.finditer(raw):
        href = unescape(attributes(match[1]).get("href", ""))
        pictures = [attributes(one[1]) for one in _PICTURE.finditer(match[2])]
        words = "".join(one.get("alt", "") for one in pictures if not one.get("src", "").startswith("photo:"))
        if href and not words.strip():
            yield TextRemark(SignKind.EMPTY_LINK, href, lines.of(f"]({href}", href))


def _signs(html: str, typed: str) -> Iterator[TextRemark]:
    if not any(sign in html for sign in _BEGINNINGS) and not _is_of_word(typed):
        return
    page = _CODE.sub("", html) if "<code" in html or "<pre" in html else html
    lines = Lines(typed)
    for match in _SIGNS.finditer(page):
        words = unescape(match[0])
        yield TextRemark(SignKind.FOREIGN, words, lines.of(words, words[:12], words[:3]))
    if "[^" in page:
        lines = Lines(typed)
        for match in _NOTE.finditer(page):
            yield TextRemark(SignKind.NOTE_MISSING, unescape(match[0]), lines.of(unescape(match[0])))


def _is_of_word(typed: str) -> bool:
    """Whether there may be a tag of Word, or a sign of its fonts; a pattern of these takes ten times as long."""
    data = typed.encode("utf-8", "surrogatepass")
    return any(first in data for first in _PRIVATE) or _PREFIXED.search(typed) is not None


def _raw_marks(html: str, typed: str) -> Iterator[TextRemark]:
    """The first marks that were not read in a passage of HTML; what was escaped stands as it was meant."""
    if "<" not in typed or not ("**" in html or "\n#" in html or "](" in html):
        return
    lines = Lines(typed)
    for match in _RAW.finditer(_CODE.sub("", html)):
        words = unescape(match[0])
        if line := lines.of(words):
            yield TextRemark(SignKind.RAW_MARKS, words, line)
            return

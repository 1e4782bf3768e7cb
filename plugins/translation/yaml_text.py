"""Writes the front matter of an edition as YAML that every reader takes for the same words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from plugins.newsroom.model import Edition

_PLAIN = re.compile(r"[^\W\d_](?:[\w„“”‚‘’»«(),.!?;/…–€%+ -]*[\w“”‘’»«).!?…%])?")
"""What needs no quotation marks under any rules: begins with a letter, no colon, hash or quote."""
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
_UNPRINTED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def scalar(text: str) -> str:
    """A text as a YAML scalar: plain where no rules of any version make something else of it."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def front_matter(edition: Edition, slug: bool) -> str:
    """The front matter with its fences; ``slug``: whether the address is named in it."""
    return "\n".join(("---", *_lines(edition, slug), "---")) + "\n"


def _lines(edition: Edition, slug: bool) -> Iterator[str]:
    """The keys in the order of the handbook; what is empty is left out."""
    fields = (("title", edition.title), ("kicker", edition.kicker), ("teaser", edition.teaser))
    yield from (f"{name}: {scalar(text)}" for name, text in fields if text)
    if slug:
        yield f"slug: {scalar(edition.slug)}"
    told = [words for words in edition.photos if words.alt or words.caption]
    if told:
        yield "photos:"
    for words in told:
        yield f"  {scalar(words.file)}:"
        yield from (f"    {k}: {scalar(v)}" for k, v in (("alt", words.alt), ("caption", words.caption)) if v)
    if edition.documents:
        yield "documents:"
    yield from (f"  {scalar(document.file)}: {scalar(document.title)}" for document in edition.documents)
    if edition.video.title:
        yield "video:"
        yield f"  title: {scalar(edition.video.title)}"
        if edition.video.transcript:
            yield f"  transcript: {scalar(edition.video.transcript)}"
    if edition.links:
        yield "links:"
    for link in edition.links:
        yield f"  - url: {scalar(link.url)}"
        yield f"    label: {scalar(link.label)}"
    if edition.corrections:
        yield "corrections:"
    for correction in edition.corrections:
        yield f"  - date: {correction.date.isoformat()}"
        yield f"    text: {scalar(correction.text)}"
    if edition.added is not None:
        yield f"added: {edition.added.isoformat()}"

"""The numbered tags of a segment: each once, well nested, around something."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.passage import KIND_CHECKS
from plugins.translation.segment import Segment, Tag

_TAG = re.compile(r"<\s*(/?)\s*([gxGX])(?:\s+id\s*=\s*[\"'“”„«»‘’]?\s*(\d+)\s*[\"'“”„«»‘’]?)?\s*(/?)\s*>")
_EXACT = re.compile(r"<g id=\"\d+\">|</g>|<x id=\"\d+\"/>")
_ESCAPED = re.compile(r"&(?:amp;)?lt;\s*/?\s*[gx](?:\s+id\b[^&]{0,20})?(?:&quot;|/|\s)*&(?:amp;)?gt;", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outline:
    """How the tags of an inner form stand to each other."""

    counts: Counter[int]
    parents: dict[int, int]
    """The pair a tag stands in; 0: in none."""
    empty: frozenset[int]
    """Pairs around nothing."""
    torn: str = ""
    """The tag at which the nesting breaks."""


def outline(inner: str) -> Outline:
    """The outline of an inner form, as far as it is well nested."""
    counts: Counter[int] = Counter()
    parents: dict[int, int] = {}
    empty: set[int] = set()
    open_: list[tuple[int, int]] = []
    torn = ""
    for match in _TAG.finditer(inner):
        slash, name, number, _ = match.groups()
        if slash:
            if not open_:
                torn = torn or match.group()
                continue
            key, begin = open_.pop()
            if not re.search(r"\w|<\s*x", inner[begin : match.start()]):
                empty.add(key)
            continue
        key = int(number or 0)
        counts[key] += 1
        parents[key] = open_[-1][0] if open_ else 0
        if name.lower() == "g":
            open_.append((key, match.end()))
    if open_:
        torn = torn or f'<g id="{open_[-1][0]}">'
    return Outline(counts, parents, frozenset(empty), torn)


def check(segment: Segment, target: str) -> Iterator[Finding]:
    """Block tags that were lost, doubled, invented, torn, emptied, or moved into another pair."""
    ours, theirs = outline(segment.text), outline(target)
    by_id = {tag.id: tag for tag in segment.tags}

    def block(key: int, evidence: str) -> Finding:
        tag = by_id.get(key)
        name = KIND_CHECKS.get(tag.kind, "placeholder") if tag else "placeholder"
        return Finding(segment.line, name, Level.BLOCK, f"{_name(key, tag)} {evidence}")

    for key in sorted(ours.counts | theirs.counts):
        was, now = ours.counts[key], theirs.counts[key]
        if was > now:
            yield block(key, "is lost")
        elif now > was:
            yield block(key, f"stands {now} times, not {was}" if was else "does not stand in the source")
        elif ours.parents[key] != theirs.parents[key]:
            yield block(key, "has moved into or out of another tag")
    for key in sorted(theirs.empty - ours.empty):
        yield block(key, "stands around nothing")
    yield from _form(segment, target, theirs)


def _name(key: int, tag: Tag | None) -> str:
    if tag is None:
        return f"the tag {key}"
    return f"the tag {key} ({quote(tag.visible or tag.opening)})"


def _form(segment: Segment, target: str, theirs: Outline) -> Iterator[Finding]:
    if theirs.torn:
        yield Finding(segment.line, "placeholder", Level.BLOCK, f"tags are not well nested at {quote(theirs.torn)}")
    for match in _TAG.finditer(target):
        if not _EXACT.fullmatch(match.group()):
            yield Finding(segment.line, "placeholder", Level.BLOCK, f"{quote(match.group())} is no tag of ours")
            break
    escaped = _ESCAPED.search(target)
    if escaped and not _ESCAPED.search(segment.text):
        yield Finding(segment.line, "placeholder", Level.BLOCK, f"{quote(escaped.group())} is escaped")
    glued = re.search(r"[^\W\d_]<x id=\"\d+\"/>[^\W\d_]", target)
    if glued and not re.search(r"[^\W\d_]<x id=\"\d+\"/>[^\W\d_]", segment.text):
        yield Finding(segment.line, "placeholder", Level.BLOCK, f"{quote(glued.group())} stands inside a word")

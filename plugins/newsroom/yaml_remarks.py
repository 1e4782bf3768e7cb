"""Remarks in YAML that look like text: ``title: Hannover #HM24`` loses its hashtag."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from yaml import MappingNode, Node, ScalarNode, SequenceNode

_REMARK = re.compile(r"(?:^|(?<=\s))#[\s#!]")
"""A remark as people write it: with a blank before and behind its sign, or as a row of signs."""

_BLOCK = re.compile(r"[|>][-+0-9]*(?:[ \t]+(?=#\S)|(?=#))(#[^\n]*)")
_FAR = 2000
"""Characters looked back for the line above."""
_KEY = re.compile(r"#\s*(?:- )?[\w.-]+:(?:\s|$)")


def texts_in_remarks(yaml: str, root: Node | None) -> Iterator[tuple[int, str]]:
    """(offset, text) of each remark that stands behind a value, or below it as if it went on, without a blank."""
    if "#" not in yaml or root is None:
        return
    spans = sorted(_spans(root))
    starts = [start for start, _ in spans]
    yield from _behind_block_signs(yaml, root)
    place = yaml.find("#")
    while place >= 0:
        span = bisect_right(starts, place) - 1
        if span >= 0 and place < spans[span][1]:
            place = yaml.find("#", spans[span][1])
            continue
        end = yaml.find("\n", place)
        end = len(yaml) if end < 0 else end
        if _looks_like_text(yaml, place, yaml[place:end]):
            yield place, yaml[place:end].rstrip()
        place = yaml.find("#", end)


def _behind_block_signs(yaml: str, root: Node) -> Iterator[tuple[int, str]]:
    """What stands on the line of a ``|`` or ``>``, where only a remark can stand."""
    for node in texts_of(root):
        found = _BLOCK.match(yaml, node.start_mark.index) if node.style in ("|", ">") else None
        if found:
            yield found.start(1), found[1].rstrip()


def _looks_like_text(yaml: str, place: int, remark: str) -> bool:
    if _REMARK.match(yaml, place):
        return False
    start = yaml.rfind("\n", 0, place) + 1
    before = yaml[start:place]
    if before.strip():
        return True
    above = yaml[max(start - _FAR, 0) : start].rstrip("\n").rpartition("\n")[2]
    indented = len(before) > len(above) - len(above.lstrip())
    goes_on = above.strip() and not above.lstrip().startswith("#") and not above.rstrip().endswith(":")
    return bool(indented and goes_on) and not _KEY.match(remark)


def _spans(root: Node) -> Iterator[tuple[int, int]]:
    """(start, end) of every text."""
    for node in texts_of(root):
        yield node.start_mark.index, node.end_mark.index


def texts_of(root: Node) -> Iterator[ScalarNode]:
    """Every text of a document, keys too, in no order."""
    nodes = [root]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ScalarNode):
            yield node
        elif isinstance(node, MappingNode):
            nodes.extend(part for pair in node.value for part in pair)
        elif isinstance(node, SequenceNode):
            nodes.extend(node.value)

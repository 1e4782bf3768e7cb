"""Finds answers of one edition that belong to the text before or behind theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plugins.translation.gate import Finding
from plugins.translation.gate.edition import shifted
from plugins.translation.gate.passage import from_inner
from plugins.translation.run.judge import SegmentRequest, Verdict


def out_of_order(asked: Sequence[SegmentRequest], found: Sequence[Verdict]) -> dict[int, Finding]:
    """What the gate says of answers that belong to the text before or behind theirs, by their place."""
    sides = [(item.plain.tags, item.plain.text, verdict.answer) for item, verdict in zip(asked, found, strict=True)]
    texts = [(from_inner(text, tags).text, from_inner(answer, tags).text) for tags, text, answer in sides]
    return {each.line: replace(each, line=asked[each.line].plain.line) for each in shifted(list(enumerate(texts)))}

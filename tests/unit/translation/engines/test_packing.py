"""Batches cut to size."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.translation.engines.base import Batch, EngineInfo
from plugins.translation.engines.packing import halves, packed
from plugins.translation.segment import Segment

batches = st.lists(st.text("ab", max_size=9), max_size=12).map(
    lambda texts: Batch(tuple(Segment(str(i), "paragraph", t) for i, t in enumerate(texts)), "de", "nl", "c")
)


@given(batches, st.integers(1, 5), st.integers(1, 12))
def test_nothing_is_lost_and_limits_hold(batch: Batch, items: int, chars: int) -> None:
    """Every segment once, in order; only a segment too long by itself breaks the limit."""
    parts = packed(batch, EngineInfo("e", max_items=items, max_chars=chars))
    assert tuple(s for part in parts for s in part.segments) == batch.segments
    for part in parts:
        assert len(part.segments) <= items
        assert sum(len(s.text) for s in part.segments) <= chars or len(part.segments) == 1
        assert (part.source, part.target, part.context) == ("de", "nl", "c")


@given(batches)
def test_halves(batch: Batch) -> None:
    """Two parts that make the whole."""
    assert tuple(s for part in halves(batch) for s in part.segments) == batch.segments
    assert len(halves(batch)) == min(2, len(batch.segments))

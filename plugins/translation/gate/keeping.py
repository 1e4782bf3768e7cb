"""Links, images, code, addresses, telephone numbers, placeholders: kept, each as often as in the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plugins.newsroom.counting import count
from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.passage import Invariant, Passage


def check(source: Passage, target: Passage, line: int) -> Iterator[Finding]:
    """Block what was lost, doubled or invented."""
    ours, theirs = Counter(source.kept), Counter(target.kept)
    lost, new = ours - theirs, theirs - ours
    instead_of = {other.check: other for other in reversed(new)}
    for kept in lost:
        verb = "is lost" if theirs[kept] == 0 else f"stands {count(theirs[kept], 'time')}, not {ours[kept]}"
        instead = instead_of.get(kept.check)
        rest = f"; instead: {quote(instead.value)}" if instead else ""
        yield Finding(line, kept.check, Level.BLOCK, f"{quote(kept.value)} {verb}{rest}")
    missed = {kept.check for kept in lost}
    for kept in new:
        if kept.check not in missed:
            yield Finding(line, kept.check, Level.BLOCK, f"{quote(kept.value)} {_origin(kept, ours)}")


def _origin(kept: Invariant, ours: Counter[Invariant]) -> str:
    return "stands more often than in the source" if ours[kept] else "does not stand in the source"

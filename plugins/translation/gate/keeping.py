"""Links, images, code, addresses, telephone numbers, placeholders: kept, each as often as in the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plugins.markup.addresses import AddressKind, is_same_phone
from plugins.newsroom.counting import count
from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.passage import Invariant, Passage


def check(source: Passage, target: Passage, line: int) -> Iterator[Finding]:
    """Block what was lost, doubled or invented."""
    ours, theirs = Counter(source.kept), Counter(target.kept)
    lost, new = _without_phones(ours - theirs, theirs - ours)
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


def _without_phones(lost: Counter[Invariant], new: Counter[Invariant]) -> tuple[Counter[Invariant], Counter[Invariant]]:
    """What is lost and new, but for telephone numbers that are only dialled otherwise: *0231 …* and *+49 231 …*."""
    for kept in [kept for kept in lost if kept.check == AddressKind.PHONE]:
        same = (other for other in new if other.check == AddressKind.PHONE)
        other = next((one for one in same if is_same_phone(kept.value, one.value)), None)
        if other is not None:
            both = Counter({kept: 1}), Counter({other: 1})
            lost, new = lost - both[0], new - both[1]
    return lost, new


def _origin(kept: Invariant, ours: Counter[Invariant]) -> str:
    return "stands more often than in the source" if ours[kept] else "does not stand in the source"

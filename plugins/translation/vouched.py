"""Words of a machine that a person vouched for, by a review or by hand, and that a machine's take the place of."""

from __future__ import annotations

from plugins.translation.catalogue import Catalogue, Entry, Origin
from plugins.translation.fill import review_covering


def replaced(before: Catalogue, after: Catalogue) -> tuple[Entry, ...]:
    """The entries of ``before`` (``rebased``) with vouched words of which a machine's stand in the place in ``after``.

    Their source has changed. The words stay in the memory; what stands there now has been read by nobody.
    """
    pairs = zip(before.entries, after.entries, strict=True)
    return tuple(old for old, new in pairs if new.origin is Origin.MACHINE and _is_vouched(old, before))


def _is_vouched(entry: Entry, catalogue: Catalogue) -> bool:
    """A review read the pair, somebody took its mark away, or nothing says that nobody did."""
    if entry.origin is not Origin.STALE:
        return False
    former = entry.previous, entry.target
    kept = {(each.source, each.target, each.origin) for each in (*catalogue.entries, *catalogue.memory)}
    by_hand = any((*former, origin) in kept for origin in (Origin.PERSON, Origin.UNKNOWN))
    return by_hand or review_covering([former], catalogue) is not None

"""Words of a machine that a person vouched for, by a review or by hand, and that a machine's take the place of."""

from __future__ import annotations

from plugins.translation.catalogue import Catalogue, Entry, Origin


def replaced(before: Catalogue, after: Catalogue) -> tuple[Entry, ...]:
    """The entries of ``before`` (``rebased``) with vouched words of which a machine's stand in the place in ``after``.

    Their source has changed. The words stay in the memory; what stands there now has been read by nobody.
    """
    pairs = zip(before.entries, after.entries, strict=True)
    return tuple(old for old, new in pairs if new.origin is Origin.MACHINE and _is_vouched(old, before))


def _is_vouched(entry: Entry, catalogue: Catalogue) -> bool:
    former = entry.previous, entry.target
    kept = (*catalogue.entries, *catalogue.memory)
    return entry.origin is Origin.STALE and any(
        (each.source, each.target) == former and each.origin is Origin.PERSON for each in kept
    )

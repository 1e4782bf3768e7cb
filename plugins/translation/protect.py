"""Finds in plain text what a translation must not change: addresses, numbers to call, names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.markup.addresses import addresses as find_addresses
from plugins.translation.segment import TagKind


@dataclass(frozen=True, slots=True)
class ProtectedSpan:
    """A stretch of text that must stay as it is."""

    start: int
    end: int
    kind: TagKind


def addresses(text: str) -> tuple[ProtectedSpan, ...]:
    """URLs, e-mail addresses and telephone numbers of a text, in order, never overlapping."""
    return tuple(ProtectedSpan(found.start, found.end, TagKind(found.kind.value)) for found in find_addresses(text))


def names(text: str, wanted: Iterable[str]) -> tuple[ProtectedSpan, ...]:
    """The places of the given names, longest first, never overlapping.

    A name inside a longer word or a hyphenated compound (``Dortmunder``, ``Hannover-Messe-Stand``)
    is a word of the language and stays open to translation. So is a name with an ending of its own
    (``Julia Jägers Rede``): closed off, the ``s`` would be left hanging; open, an engine makes
    ``Julia Jäger's speech`` of it. An apostrophe ends a name (``Jäger's``, ``Markus'``).
    """
    longest = sorted({name for name in wanted if len(name.strip()) > 1}, key=lambda name: (-len(name), name))
    patterns = (re.compile(rf"(?<![\w-]){_loosely(name)}(?![\w]|-\w)") for name in longest)
    return apart(ProtectedSpan(m.start(), m.end(), TagKind.NAME) for p in patterns for m in p.finditer(text))


def _loosely(name: str) -> str:
    """A pattern for the name in which any white space stands for any other."""
    return r"\s+".join(re.escape(word) for word in name.split())


def apart(found: Iterable[ProtectedSpan]) -> tuple[ProtectedSpan, ...]:
    """The finds in order of place; of two that overlap the one listed first stays."""
    kept: list[ProtectedSpan] = []
    for item in found:
        if item.end > item.start and all(item.end <= other.start or item.start >= other.end for other in kept):
            kept.append(item)
    return tuple(sorted(kept, key=lambda item: item.start))

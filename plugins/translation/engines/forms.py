"""The forms in which a segment travels to an engine and comes back: one interface, exact inverses."""

from __future__ import annotations

from typing import Protocol

from plugins.translation.segment import Segment


class Form(Protocol):
    """Turns the inner form into what one sort of engine keeps intact, and back.

    ``decode(segment, encode(segment))`` is the segment's text again, line wraps as spaces.
    ``decode`` is total: a harmed answer comes back as well-formed inner form, in which
    ``gate.tags`` then finds what is lost, doubled, invented or nested otherwise.
    """

    def encode(self, segment: Segment) -> str:
        """The segment as this sort of engine gets it."""
        ...

    def decode(self, segment: Segment, answer: str) -> str:
        """The answer to that segment in inner form."""
        ...

"""How long work tells that it goes on; who listens decides how that looks."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Hears of finished work."""

    def advance(self, n: int) -> None:
        """``n`` more items are done."""


class Unheard:
    """A ``Progress`` nobody listens to."""

    def advance(self, n: int) -> None:
        """Does nothing."""

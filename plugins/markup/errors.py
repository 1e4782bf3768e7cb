"""What can go wrong with a text."""

from __future__ import annotations


class TooDeepError(Exception):
    """Quotes, lists or brackets of a text are nested in one another, or never end, beyond all sense."""

    def __init__(self) -> None:
        super().__init__("The text has quotes, lists or brackets inside one another, hundreds deep. Make it flatter.")

"""What can go wrong with a text."""

from __future__ import annotations


class TooDeepError(Exception):
    """Quotes or lists of a text are nested hundreds of times in one another."""

    def __init__(self) -> None:
        super().__init__("The text has quotes or lists inside one another, hundreds of levels deep. Make it flatter.")

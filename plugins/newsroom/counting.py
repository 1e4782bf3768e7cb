"""Says how many things there are: ``1 text``, ``2 texts``."""

from __future__ import annotations


def count(number: int, thing: str, things: str = "") -> str:
    """``1 segment``, ``2,000 segments``; ``things`` where the plural is not the word with an ``s``."""
    return f"{number:,} {thing if number == 1 else things or f'{thing}s'}"

"""What is raised where a source cannot be read at all."""

from __future__ import annotations


class SourceError(Exception):
    """A file, address or pasted text that cannot be read: what was found, expected, and how to fix it."""

    def __init__(self, name: str, found: str, expected: str, fix: str) -> None:
        super().__init__(f"{name}: found {found}; expected {expected}. Fix: {fix}")
        self.name = name
        self.found = found
        self.expected = expected
        self.fix = fix

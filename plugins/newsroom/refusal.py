"""The exception by which a value is refused, with the sentences an editor will read."""

from __future__ import annotations

from plugins.newsroom.codes import Code


class RefusalError(ValueError):
    """Raised for a value that cannot be taken: what was found, expected, and how to fix it."""

    def __init__(self, code: Code, found: str, expected: str, fix: str) -> None:
        super().__init__(f"{code}: {found}")
        self.code = code
        self.found = found
        self.expected = expected
        self.fix = fix

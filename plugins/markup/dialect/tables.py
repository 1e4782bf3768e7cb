"""Tables: where one begins, and edits for rows of more cells than its head."""

from __future__ import annotations

import re

_SEPARATOR = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CODE_OR_BAR = re.compile(r"\\.|(?<!`)(`++)[^`]*\1(?!`)|(\|)")


def is_separator(line: str) -> bool:
    """Whether a line parts the head of a table from its rows: ``|---|:--:|``."""
    return "-" in line and _SEPARATOR.match(line) is not None


def cells(line: str) -> int:
    """How many cells a row has; a bar in code or behind a backslash parts none."""
    row = line.strip()
    bars = [match.start() for match in _CODE_OR_BAR.finditer(row) if match[2]]
    if not bars:
        return 1
    return len(bars) + 1 - (bars[0] == 0) - (bars[-1] == len(row) - 1 and len(bars) > (bars[0] == 0 and len(row) == 1))


def ends_in_bar(line: str) -> bool:
    """Whether the last cell of a row is closed."""
    row = line.rstrip()
    bars = [match.start() for match in _CODE_OR_BAR.finditer(row) if match[2]]
    return bool(bars) and bars[-1] == len(row) - 1

"""Lines whose words stand in columns, parted by tabs -> the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LABEL = re.compile(r".*:\s*|.*@.*")


def rows_of(lines: Sequence[str]) -> list[list[str]]:
    """The cells of the lines from the first on that are rows of one table; empty where they are none.

    Two columns are a table from three lines on, where the first is no list of labels (“Telefon: …”).
    """
    rows: list[list[str]] = []
    for line in lines:
        cells = [cell.strip() for cell in line.strip().split("\t")]
        if len(cells) < 2 or not all(cells) or (rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
    if not rows or len(rows) < (2 if len(rows[0]) > 2 else 3):
        return []
    return [] if len(rows[0]) == 2 and any(_LABEL.fullmatch(cell) for row in rows for cell in row) else rows

"""A folder as one text: ``-- path --`` begins a file (after Go's txtar)."""

from __future__ import annotations

import re
from pathlib import Path

_MARK = re.compile(r"^-- (\S.*?) --$", re.MULTILINE)


def files_of(text: str) -> dict[str, str]:
    """Path -> content; each file ends with a line break."""
    parts = _MARK.split(text)
    return {path: content.lstrip("\n") for path, content in zip(parts[1::2], parts[2::2], strict=True)}


def write(root: Path, text: str) -> None:
    """Writes the files of an archive under a folder."""
    for path, content in files_of(text).items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="")

"""Checks of what a person typed behind a task's name."""

from __future__ import annotations

import sys
from pathlib import Path


def is_content(folder: str) -> bool:
    """Whether the content folder is there; says what to do where it is not."""
    if Path(folder).is_dir():
        return True
    print(
        f"There is no folder {folder}: name the folder with site.yaml with `--content`,"
        " or start the task in the folder that holds content/.",
        file=sys.stderr,
    )
    return False

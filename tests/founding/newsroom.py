"""The founding newsroom as the tests know it: a copy of their own, since ``content/`` belongs to whoever writes there."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONTENT = Path(__file__).parent / "content"
TRANSLATIONS = Path(__file__).parent / "translations"
UI = ROOT / "translations" / "ui"
"""The theme's words: part of the program, although they stand among the translations."""


def lay_out(root: Path) -> Path:
    """Puts content and translations below a folder, with the theme's words, in the place of what stands there."""
    for name, source in (("content", CONTENT), ("translations", TRANSLATIONS)):
        shutil.rmtree(root / name, ignore_errors=True)
        shutil.copytree(source, root / name)
    shutil.copytree(UI, root / "translations" / "ui")
    return root

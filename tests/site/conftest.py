"""Fixtures of whole sites."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.site.newsroom import GROUND, ROOT, Newsroom


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """A newsroom without reports, with the theme's own words."""
    shutil.copytree(ROOT / "translations" / "ui", tmp_path / "translations" / "ui")
    return Newsroom(tmp_path).write(GROUND)

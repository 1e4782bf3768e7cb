"""Fixtures for the tests of the domain."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.newsroom.sites import BASE, Make, write


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes the small site, with files changed (text or bytes) or taken away (``None``)."""

    def build(changes: dict[str, str | bytes | None] | None = None) -> Path:
        files = {**BASE, **(changes or {})}
        return write(tmp_path, {name: text for name, text in files.items() if text is not None})

    return build

"""The map of the program names modules that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NAMED = sorted(set(re.findall(r"`([a-z_]+/[a-z_/]+\.py)`", (ROOT / "docs/architecture.md").read_text("utf-8"))))


@pytest.mark.parametrize("module", NAMED)
def test_a_module_of_the_map_exists(module: str) -> None:
    """Under ``plugins/``."""
    assert (ROOT / "plugins" / module).is_file()


def test_the_map_names_the_ways_through_the_program() -> None:
    """So that the test above has something to look at."""
    assert {"build/full.py", "pages/plan.py", "pictures/examination.py"} <= set(NAMED)

"""Every check is listed, with its levels, and the guide is made of the list."""

from __future__ import annotations

import re
from pathlib import Path

import plugins.translation.gate as gate
from plugins.translation.gate.passage import KIND_CHECKS
from plugins.translation.gate.registry import CHECKS, table

ROOT = Path(__file__).resolve().parents[4]


def test_the_guide_lists_the_checks_as_they_are() -> None:
    """Name, levels and description stand in docs/gate.md word for word."""
    assert table() in (ROOT / "docs/gate.md").read_text(encoding="utf-8")


def test_every_finding_of_the_code_is_listed_with_its_level() -> None:
    """What a module yields has a line in the list; what is listed is yielded somewhere."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in Path(gate.__file__).parent.glob("*.py"))
    named = set(re.findall(r"Finding\(\s*[\w.]+,\s*\"([\w-]+)\",", code))
    levels = set(re.findall(r"Finding\(\s*[\w.]+,\s*\"([\w-]+)\",\s*Level\.(\w+)", code))
    listed = {check.id for check in CHECKS}
    kept = {*KIND_CHECKS.values(), "placeholder"}
    assert named | kept == listed
    assert {(check.id, level.name) for check in CHECKS for level in check.levels} >= levels

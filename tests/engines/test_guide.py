"""The guide to the engines, held against the code."""

from __future__ import annotations

import re
import sys
import types
from pathlib import Path

import pytest

from plugins.translation.engines import registry
from plugins.translation.engines.base import Batch
from plugins.translation.engines.registry import BUILT_IN, DEFAULT_ORDER, engine_for
from plugins.translation.segment import Segment

ROOT = Path(registry.__file__).parents[3]
GUIDE = (ROOT / "docs" / "engines.md").read_text(encoding="utf-8")
SOURCES = "".join(path.read_text(encoding="utf-8") for path in Path(registry.__file__).parent.glob("*.py"))


def test_every_engine_has_a_row() -> None:
    """By its name in site.yaml."""
    rows = re.findall(r"^\| `(\w+)` \|", GUIDE, re.MULTILINE)
    assert {name for name, _ in BUILT_IN} <= set(rows)


def test_every_variable_is_named_and_none_is_made_up() -> None:
    """What the code reads from the environment, and nothing else."""
    read = set(re.findall(r'environment\.get\("([A-Z_]+)"', SOURCES))
    told = set(re.findall(r"\b[A-Z]+_[A-Z_]+\b", GUIDE)) - {"HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "SHOUT_MARK"}
    assert read == told


def test_the_usual_order_is_told() -> None:
    """As it is tried."""
    flat = " ".join(GUIDE.split())
    assert ", ".join(f"`{name}`" for name in DEFAULT_ORDER) in flat


def test_the_example_engine_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """As printed, named by a dotted path."""
    (code,) = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
    module = types.ModuleType("my_package")
    exec(code, module.__dict__)
    monkeypatch.setitem(sys.modules, "my_package", module)
    engine = engine_for("my_package:Shout", {})
    assert engine.translate(Batch((Segment("body", "paragraph", '<g id="1">Haus</g>'),), "de", "en")) == (
        '<g id="1">HAUS</g>!',
    )

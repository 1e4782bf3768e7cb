"""The guide to the engines, held against the code."""

from __future__ import annotations

import importlib
import re
import sys
import types
from pathlib import Path

import pytest

from plugins.translation.engines import registry
from plugins.translation.engines.base import Batch, Metered
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


QUOTA = re.compile(
    r"\d[\d,. ]*(?:million |thousand |k )?(?:characters |requests |texts )?(?:a|an|each|every|per) (?:hour|day|month|year)"
    r"|(?:up to|quota of|at most) \d[\d,. ]*(?:million |thousand )?(?:characters|requests|texts)?"
)


@pytest.mark.parametrize(
    "words", ["up to 500,000 a month", "2 million characters per month", "quota of 5000 characters"]
)
def test_a_quota_in_the_guide_would_be_found(words: str) -> None:
    """In the usual ways of saying it."""
    assert QUOTA.search(words)


def test_the_guide_states_no_quota() -> None:
    """What an engine may still send it says itself (``left``), or the service does; a number here would be out of date."""
    rows = {name: row for row, name in re.findall(r"^(\| `(\w+)` \|.*)$", GUIDE, re.MULTILINE)}
    metered = [
        name
        for name, place in BUILT_IN
        if issubclass(vars(importlib.import_module(place.partition(":")[0]))[place.partition(":")[2]], Metered)
    ]
    assert "deepl" in metered
    assert "that `translate` asks for and tells" in rows["deepl"]
    assert [row for row in rows.values() if QUOTA.search(row)] == []
    bullets = [line for line in GUIDE.splitlines() if re.match(r"- \*\*(?:DeepL|LibreTranslate|Chat models)", line)]
    assert [line for line in bullets if QUOTA.search(line)] == []

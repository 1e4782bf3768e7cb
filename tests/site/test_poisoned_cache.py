"""Whoever can write the cache can run nothing in the next build."""

from __future__ import annotations

import os
import pickle
import sqlite3
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest

from plugins.build.summary import Summary
from tests.site.newsroom import Newsroom, report


class Runs:
    """Pickles as a call of the system."""

    def __init__(self, proof: Path) -> None:
        self._proof = proof

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (f"touch '{self._proof}'",)


def poison(store: Path, data: bytes, namespaces: str) -> int:
    """Puts other bytes in the place of remembered values, with the right sum: how many."""
    connection = sqlite3.connect(store)
    with connection:
        rows = connection.execute("SELECT id FROM entry WHERE namespace LIKE ?", (namespaces,)).fetchall()
        for (row,) in rows:
            connection.execute("UPDATE blob SET data = ? WHERE id = ?", (data, row))
            connection.execute("UPDATE entry SET sum = ?, size = ? WHERE id = ?", (crc32(data), len(data), row))
    connection.close()
    return len(rows)


@pytest.fixture
def share_templates() -> None:
    """Each newsroom has its own here."""


@pytest.mark.parametrize(
    "edited", ["", "content/reports/2024/eins/de.md", "content/people.yaml", "output/de/index.html"]
)
def test_a_poisoned_store_is_forgotten(newsroom: Newsroom, edited: str, tmp_path: Path) -> None:
    """Every remembered value is a program: none runs, and the output is what a clean build makes."""
    newsroom.write(report("eins") + report("zwei"))
    newsroom.build()
    proof = tmp_path / "proof"
    assert poison(newsroom.root / "cache/dreiklang.sqlite", pickle.dumps(Runs(proof)), "%") > 5
    templates = list((newsroom.root / "cache/templates").iterdir())
    assert templates
    for compiled in templates:
        compiled.write_bytes(pickle.dumps(Runs(proof)))
    if edited:
        file = newsroom.root / edited
        file.write_bytes(file.read_bytes() + b"\n")
    found = newsroom.build()
    assert isinstance(found, Summary)
    assert not proof.exists()
    assert "eins" in newsroom.read("de/2024/eins/index.html")

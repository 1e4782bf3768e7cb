"""Rows of outputs."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from plugins.cache.outputs import row_of
from plugins.cache.reasons import OutputRow
from plugins.cache.stamp import Stamp
from plugins.cache.store import Store

ROW = OutputRow("a", "f", Stamp(1, 2, 3, 4), "d", (("title", "'ä'"), ("body", "#12")))


def test_a_row_comes_back_without_its_parts(tmp_path: Path) -> None:
    """Parts are read for one output alone, when somebody asks why."""
    with Store(tmp_path / "store") as store:
        store.outputs(tmp_path).record(ROW)
        store.flush()
    with Store(tmp_path / "store") as store:
        rows = store.outputs(tmp_path)
        assert {path: row_of(raw) for path, raw in rows.all().items()} == {"a": ROW._replace(parts=())}
        assert rows.parts("a") == ROW.parts
        assert rows.parts("unknown") == ()


def test_a_dropped_row_is_gone_with_its_parts(tmp_path: Path) -> None:
    """Also one that was never written."""
    with Store(tmp_path / "store") as store:
        rows = store.outputs(tmp_path)
        rows.record(ROW)
        store.flush()
        rows.record(ROW._replace(path="b"))
        rows.drop(["a", "b"])
        store.flush()
        assert rows.all() == {}
        assert rows.parts("a") == ()


def test_a_row_whose_path_was_damaged_is_passed_over(tmp_path: Path) -> None:
    """What it was about is found again by looking at the file."""
    with Store(tmp_path / "store") as store:
        store.outputs(tmp_path).record(ROW)
        store.flush()
    connection = sqlite3.connect(tmp_path / "store")
    connection.execute("UPDATE output SET path = x'ff'")
    connection.commit()
    connection.close()
    with Store(tmp_path / "store") as store:
        assert store.outputs(tmp_path).all() == {}

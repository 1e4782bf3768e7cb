"""The gate as a command."""

from __future__ import annotations

import json
from pathlib import Path

from plugins.translation.gate import Finding, Level, gate_report, run


def files(folder: Path, source: str, target: str) -> tuple[Path, Path]:
    """Two files with that text."""
    paths = folder / "a.de", folder / "a.en"
    for path, text in zip(paths, (source, target), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_json_has_exactly_four_keys_per_finding(tmp_path: Path) -> None:
    """A machine reads line, check, level, evidence, and nothing else."""
    source, target = files(tmp_path, "Es kamen 49 Gäste.\nGut.\n", "There were 48 guests.\nGood.\n")
    code, text = run(source, target, "de", "en", "json")
    found = json.loads(text)
    assert code == 1
    assert [sorted(item) for item in found] == [["check", "evidence", "level", "line"]]
    assert (found[0]["line"], found[0]["check"], found[0]["level"]) == (1, "number", "block")


def test_a_good_pair_gives_zero(tmp_path: Path) -> None:
    """No finding: an empty list, exit code 0."""
    assert run(*files(tmp_path, "Gut.\n", "Good.\n"), "de", "en", "json") == (0, "[]")
    assert run(*files(tmp_path, "", ""), "de", "en", "text")[0] == 0


def test_a_hint_alone_gives_zero(tmp_path: Path) -> None:
    """Hints are shown, and do not fail."""
    code, text = run(*files(tmp_path, "Gut.\n", "Good\n"), "de", "en", "text")
    assert code == 0
    assert "end-punctuation" in text


def test_wrong_use_gives_two(tmp_path: Path) -> None:
    """A missing file, an unknown format, an encoding that is not UTF-8: a sentence and exit code 2."""
    source, target = files(tmp_path, "Gut.\n", "Good.\n")
    assert run(source, tmp_path / "none", "de", "en", "text")[0] == 2
    assert run(tmp_path, target, "de", "en", "text")[0] == 2
    assert run(source, target, "de", "en", "xml")[0] == 2
    target.write_bytes(b"\xff\xfe")
    expected = f"{target}: byte 0 is no UTF-8; save the file as UTF-8"
    assert run(source, target, "de", "en", "text") == (2, expected)


def test_line_ends_of_other_systems_count_as_one(tmp_path: Path) -> None:
    """CRLF and a missing last line end make no difference."""
    source, target = files(tmp_path, "Gut.\nGut so.", "")
    target.write_bytes(b"Good.\r\nAll right.\r\n")
    assert run(source, target, "de", "en", "json") == (0, "[]")


def test_the_text_report_counts_by_level() -> None:
    """The last line says how many findings there are of each level; lines are in order."""
    findings = (Finding(2, "number", Level.ANSWER, "x"), Finding(1, "link", Level.BLOCK, "y"))
    assert gate_report(findings, "text").splitlines() == [
        "1: block: link: y",
        "2: answer: number: x",
        "1 block, 1 answer, 0 hint",
    ]

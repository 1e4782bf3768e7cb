"""``build --timings`` says how long each stage took, in the order in which they come."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.build.run import run
from tests.site.newsroom import GROUND, Newsroom, report


def stages(lines: str) -> list[str]:
    """The stages that were said."""
    return re.findall(r"^ +\d+\.\d{3} s  (.+)$", lines, re.MULTILINE)


def test_each_stage_is_said_in_its_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the sources to what is remembered."""
    newsroom = Newsroom(tmp_path).write(GROUND)
    newsroom.write(report("eins"))
    run(newsroom.config(timings=True))
    said = stages(capsys.readouterr().out)
    order = ("look at the sources", "read, fill and convert reports", "check", "compare outputs, render what differs")
    assert [stage for stage in said if stage in order] == list(order)
    assert said[-1] == "remember"


def test_nothing_is_said_without_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An ordinary build has one line."""
    newsroom = Newsroom(tmp_path).write(GROUND)
    newsroom.write(report("eins"))
    run(newsroom.config())
    assert stages(capsys.readouterr().out) == []

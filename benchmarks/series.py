"""Builds every tool's site in every scenario, in turn, several times."""

from __future__ import annotations

import html
import shutil
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.edits import EDITS, Subject, files
from benchmarks.measure import BuildError, measure
from benchmarks.tool import Tool

SCENARIOS = ("cold", "unchanged", *EDITS)
"""In this order within a run; edits add up until the run ends."""
MEMORY = "memory"
"""A cold build before them that is watched and not timed: looking into its processes holds them up."""

ASIDE = ".aside-"
"""In the names of what was moved out of the way of a cold build."""
Say = Callable[[str], None]


@dataclass
class Series:
    """What was measured: by tool and scenario, a figure for each run. ``memory`` is in MiB, all else in seconds."""

    figures: dict[str, dict[str, list[float]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    pages: dict[str, int] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    """Why a tool was left out from some point on."""


def count_pages(output: Path) -> int:
    """HTML files."""
    return sum(1 for _ in output.rglob("*.html"))


def page_of(tool: Tool, subject: Subject) -> str:
    """The edited report's page, without character references. Raises ``BuildError`` where it is not there."""
    for path in sorted(tool.output.rglob(f"{subject.facts.name}/index.html")):
        if not {"nl", "en"} & set(path.relative_to(tool.output).parts):
            return html.unescape(path.read_text(encoding="utf-8"))
    raise BuildError(f"it wrote no page of {subject.facts.name} in German")


def wipe(tool: Tool) -> None:
    """Takes output and everything remembered out of the way.

    It is moved aside and removed when the series is over: ext4 does not use the inodes of files again that were
    removed a moment before, and looking for others would slow the build down that is measured, by a third. It goes
    out of the tool's folder, in which some tools take every page for a source.
    """
    for path in (tool.output, *tool.caches):
        if path.exists():
            aside = tool.root.with_name(f"{tool.root.name}{ASIDE}{time.monotonic_ns()}")
            path.rename(aside)


def tidy(tools: Sequence[Tool]) -> None:
    """Removes what was moved aside."""
    for tool in tools:
        for left in tool.root.parent.glob(f"{tool.root.name}{ASIDE}*"):
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink()


def run_series(tools: Sequence[Tool], count: int, runs: int, say: Say) -> Series:
    """Measures. A tool that fails, or whose page does not show an edit, is left out from there on, with the reason."""
    series, subject = Series(), Subject(count)
    kept = {path: path.read_bytes() for tool in tools for path in files(tool, subject)}
    try:
        for run in range(1, runs + 1):
            for path, text in kept.items():
                path.write_bytes(text)
            for scenario in (MEMORY, *SCENARIOS):
                for tool in tools:
                    if tool.name not in series.failed:
                        _one(tool, scenario, subject, run, series, say)
    finally:
        tidy(tools)
        for path, text in kept.items():
            path.write_bytes(text)
    return series


def _one(tool: Tool, scenario: str, subject: Subject, run: int, series: Series, say: Say) -> None:
    """One build of one tool."""
    try:
        watched = scenario == MEMORY
        if watched or scenario == "cold":
            wipe(tool)
        expected = EDITS[scenario](tool, subject, run) if scenario in EDITS else subject.text.title
        measured = measure(tool.command, tool.root, dict(tool.environment), memory=watched)
        if expected not in page_of(tool, subject):
            raise BuildError(f"the report's page lacks “{expected}” after the build: {scenario}")
    except (BuildError, LookupError) as error:
        series.failed[tool.name] = str(error)
        say(f"{tool.name} is left out from here on: {error}")
        return
    if not watched:
        series.figures[tool.name][scenario].append(measured.seconds)
        say(f"run {run}, {scenario}: {tool.name} {measured.seconds:.2f} s")
        return
    series.pages[tool.name] = count_pages(tool.output)
    if measured.memory:
        series.figures[tool.name][MEMORY].append(measured.memory)
    say(f"run {run}, {MEMORY}: {tool.name} {measured.memory:.0f} MiB")

"""``tasks.py bench``: builds the same newsroom with Dreiklang and its peers, and compares."""

from __future__ import annotations

import platform
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.corpus import rounded
from benchmarks.peers import CHOICES, OURS, PEERS
from benchmarks.result import as_json, as_text
from benchmarks.series import run_series
from benchmarks.tool import NotInstalledError, Setup, Tool

WORK = Path(__file__).parent / "work"
FORMATS = ("text", "json")


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def wrong_use(reports: int, peers: Sequence[str], runs: int, form: str) -> str:
    """What is wrong with the options, or nothing."""
    unknown = [name for name in peers if name not in CHOICES]
    if unknown:
        return f"--peers: {unknown[0]} is not known; there are {', '.join(CHOICES)}."
    if reports < 1:
        return f"--reports: {reports} was found; it must be 1 or more."
    if runs < 1:
        return f"--runs: {runs} was found; it must be 1 or more."
    return "" if form in FORMATS else f"--format: {form} is not known; there are {', '.join(FORMATS)}."


def chosen(peers: Sequence[str]) -> dict[str, Setup]:
    """The tools that ``--peers`` means, by their names."""
    return {name: PEERS[name] for choice in peers for name in CHOICES[choice]}


def gather(setups: Mapping[str, Setup], work: Path, count: int) -> tuple[list[Tool], dict[str, str]]:
    """Installs the tools and writes their corpora; and who cannot be had, with the reason."""
    tools, missing = [], {}
    for name, setup in setups.items():
        _say(f"preparing {name} with {count} reports")
        try:
            tools.append(setup(work / "tools" / name, work / "sites" / str(count) / name, count))
        except NotInstalledError as error:
            missing[name] = str(error)
            _say(f"{name} is left out: {error}")
    return tools, missing


def bench(reports: int, peers: Sequence[str], runs: int, form: str, *, work: Path = WORK) -> int:
    """Measures and prints; 0 done, 1 Dreiklang itself could not be measured, 2 wrong use."""
    wrong = wrong_use(reports, peers, runs, form)
    if wrong:
        _say(wrong)
        return 2
    count = rounded(reports)
    if count != reports:
        _say(f"{count} reports are made, so that every tool writes as many pages of lists")
    return compare({**OURS, **chosen(peers)}, work, count, runs, form)


def compare(setups: Mapping[str, Setup], work: Path, count: int, runs: int, form: str) -> int:
    """Gathers the tools, measures and prints; 1 where one of ours failed."""
    tools, missing = gather(setups, work, count)
    series = run_series(tools, count, runs, _say)
    print(as_json(series) if form == "json" else f"{_machine()}\n{as_text(series, tools, missing)}")
    return 1 if any(name in series.failed for name in OURS) else 0


def _machine() -> str:
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"

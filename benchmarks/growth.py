"""``python3 -m benchmarks.growth 100 1000 3000``: how the time of each tool grows with the archive."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.bench import FORMATS, WORK, chosen, gather, wrong_use
from benchmarks.corpus import rounded
from benchmarks.peers import OURS
from benchmarks.result import COLUMNS, Figures, medians
from benchmarks.series import Say, run_series
from benchmarks.tool import Setup

Grown = Mapping[int, Figures]
"""Reports -> tool -> scenario -> seconds (``memory``: MiB); medians."""


def grow(setups: Mapping[str, Setup], work: Path, sizes: Sequence[int], runs: int, say: Say) -> Grown:
    """Measures every tool at every size, one size after the other; a tool that fails is left out of that size."""
    found: dict[int, Figures] = {}
    for count in sorted({rounded(size) for size in sizes}):
        tools, _ = gather(setups, work, count)
        found[count] = medians(run_series(tools, count, runs, say))
    return found


def exponents(figures: Mapping[int, float]) -> list[float]:
    """How a figure grows from each size to the next: 0 not at all, 1 in step with the reports, 2 with their square."""
    sizes = sorted(figures)
    return [math.log(figures[b] / figures[a]) / math.log(b / a) for a, b in pairwise(sizes)]


def as_text(grown: Grown) -> str:
    """For each tool and scenario: the figure, the figure per report, and the exponent since the size before."""
    lines: list[str] = []
    for tool in dict.fromkeys(name for figures in grown.values() for name in figures):
        lines += [tool, "  " + " " * 10 + "".join(f"{size:>31,}" for size in sorted(grown))]
        for column in COLUMNS:
            at = {size: figures[tool][column] for size, figures in grown.items() if column in figures.get(tool, {})}
            if at:
                lines.append(f"  {column:<10}" + "".join(_cells(grown, at, "MiB" if column == "memory" else "s")))
        lines.append("")
    lines.append("In each cell: the figure; per report in ms (memory: KiB); exponent of growth since the size before.")
    return "\n".join(lines)


def _cells(grown: Grown, at: Mapping[int, float], unit: str) -> list[str]:
    since = dict(zip(sorted(at)[1:], exponents(at), strict=True))
    each = 1024 if unit == "MiB" else 1000
    cells = []
    for size in sorted(grown):
        if size not in at:
            cells.append(f"{'–':>31}")
            continue
        power = f"^{since[size]:.2f}" if size in since else ""
        cells.append(f"{at[size]:>11.2f} {unit:<3}{at[size] * each / size:>9.2f}{power:>7}")
    return cells


def as_json(grown: Grown) -> str:
    """{reports: {tool: {scenario: seconds}}}; ``memory`` is in MiB."""
    return json.dumps(grown, indent=1)


def main(words: Sequence[str], say: Callable[[str], None] = print, work: Path = WORK) -> int:
    """Measures and prints; 0 done, 2 wrong use."""
    parser = argparse.ArgumentParser(prog="python3 -m benchmarks.growth", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+", help="numbers of reports")
    parser.add_argument("--peers", default="", help="whom to measure too: hugo, eleventy, nikola, pelican")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--format", choices=FORMATS, default="text")
    given = parser.parse_args(words)
    peers = [name for name in given.peers.split(",") if name]
    if wrong := wrong_use(min(given.sizes), peers, given.runs, given.format):
        print(wrong, file=sys.stderr)
        return 2
    grown = grow({**OURS, **chosen(peers)}, work, given.sizes, given.runs, lambda line: print(line, file=sys.stderr))
    say(as_json(grown) if given.format == "json" else as_text(grown))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

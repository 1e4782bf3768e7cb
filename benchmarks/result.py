"""Turns what was measured into medians and ratios, as JSON or as a table."""

from __future__ import annotations

import json
import statistics
from collections.abc import Mapping, Sequence

from benchmarks.series import SCENARIOS, Series
from benchmarks.tool import Tool

OURS = "dreiklang"
COLUMNS = (*SCENARIOS, "memory")

Figures = Mapping[str, Mapping[str, float]]


def medians(series: Series) -> dict[str, dict[str, float]]:
    """By tool and scenario; ``memory`` is in MiB, the rest in seconds."""
    return {
        tool: {column: round(statistics.median(figures[column]), 3) for column in COLUMNS if figures.get(column)}
        for tool, figures in series.figures.items()
    }


def ratios(series: Series) -> dict[str, dict[str, float]]:
    """Ours divided by each peer's: the median of the ratios of runs that stood side by side."""
    ours = series.figures.get(OURS, {})
    found: dict[str, dict[str, float]] = {}
    for tool, theirs in series.figures.items():
        if tool.startswith(OURS):
            continue
        found[tool] = {
            column: round(statistics.median(a / b for a, b in zip(ours[column], theirs[column], strict=False)), 4)
            for column in COLUMNS
            if ours.get(column) and theirs.get(column)
        }
    return found


def as_json(series: Series) -> str:
    """One object: ``ratios``, ``seconds`` (``memory`` in MiB among them), ``pages``."""
    return json.dumps({"ratios": ratios(series), "seconds": medians(series), "pages": series.pages}, indent=1)


def as_text(series: Series, tools: Sequence[Tool], missing: Mapping[str, str]) -> str:
    """Two tables, the pages each wrote, and who is left out why."""
    lines = ["seconds (memory: MiB), medians", *_table(medians(series), "{:.2f}"), ""]
    lines += [f"{OURS} / peer", *_table(ratios(series), "{:.3f}"), "", "HTML pages written"]
    lines += [f"  {tool.name} {tool.version}: {series.pages.get(tool.name, 0)}" for tool in tools]
    lines += [f"{name} is left out: {why}" for name, why in {**missing, **series.failed}.items()]
    return "\n".join(lines)


def _table(rows: Figures, form: str) -> list[str]:
    width = max((len(name) for name in rows), default=0)
    lines = [" " * width + "".join(f"{column:>14}" for column in COLUMNS)]
    for name, figures in rows.items():
        cells = (form.format(figures[column]) if column in figures else "–" for column in COLUMNS)
        lines.append(f"{name:<{width}}" + "".join(f"{cell:>14}" for cell in cells))
    return lines

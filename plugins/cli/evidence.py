"""``evidence``: the record of reviews, answers and machine texts, for whoever must be shown it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sys

from plugins.cli.workspace import Workspace, WrongUseError, ended, open_workspace, tell
from plugins.translation.evidence import FIELDS, Item, items
from plugins.translation.run.orders import readings_in

FORMATS = ("csv", "json")


def evidence(content: str, translations: str, since: str, fmt: str) -> int:
    """Prints what has been recorded since that day; 1 where a catalogue cannot be read, 2 for wrong use."""
    return ended(lambda: _evidence(open_workspace(content, translations), since, fmt))


def _evidence(workspace: Workspace, since: str, fmt: str) -> int:
    if fmt not in FORMATS:
        raise WrongUseError(f"There is no format “{fmt}”: use one of {', '.join(FORMATS)}.")
    try:
        first = dt.date.fromisoformat(since) if since else dt.date.min
    except ValueError:
        raise WrongUseError(f"“{since}” is no day: write it as 2026-01-31.") from None
    readings = readings_in(workspace.translations, workspace.newsroom.site.languages)
    problems = [problem for reading in readings.values() if reading.catalogue is None for problem in reading.problems]
    found = [
        item
        for path, reading in readings.items()
        if reading.catalogue
        for item in items(path, reading.catalogue, workspace.newsroom.reports)
        if item.on >= first.isoformat()
    ]
    tell(problems)
    ordered = sorted(found, key=lambda item: (item.on, item.catalogue, item.kind))
    sys.stdout.write(_json(ordered) if fmt == "json" else _csv(ordered))
    return 1 if problems else 0


def _json(found: list[Item]) -> str:
    return json.dumps([item.fields() for item in found], ensure_ascii=False, indent=2) + "\n"


def _csv(found: list[Item]) -> str:
    """A table that no program takes for formulas: a leading ``=``, ``+``, ``-``, ``@`` is put in quotes."""
    out = io.StringIO()
    writer = csv.DictWriter(out, FIELDS, lineterminator="\n")
    writer.writeheader()
    for item in found:
        fields = {name: _cell(value) for name, value in item.fields().items()}
        writer.writerow(fields)
    return out.getvalue()


def _cell(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text

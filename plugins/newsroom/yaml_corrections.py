"""Reads a YAML text as if its faulty lines were corrected, where there is one clear correction, to judge the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plugins.newsroom.problem import Problem
from plugins.newsroom.source import Text
from plugins.newsroom.yaml_repair import repaired_line
from plugins.newsroom.yaml_source import Doc, parse_mapping

_MOST = 40
"""Lines of one file that are read as they should be; a file with more mistakes has another cause."""
_CORRECTIONS = ("Put the whole text in quotation marks:\n", "Add the blank:\n", "Write a colon", "Write a hyphen")


def readable_mapping(
    text: Text, example: str, yaml: str | None = None, offset: int = 0
) -> tuple[Doc | None, tuple[Problem, ...]]:
    """Like ``parse_mapping``, with every problem: those below a line that cannot be read as it stands, too.

    The document then says of which lines it holds the correction. It is for judging, never for writing.
    """
    part = text.text if yaml is None else yaml
    seen: list[Problem] = []
    lines: set[int] = set()
    for _ in range(_MOST):
        doc, problems = parse_mapping(text, example, part, offset)
        seen += without_corrected(problems, lines)
        last = problems[-1] if problems else None
        if doc is not None:
            return replace(doc, corrected=frozenset(lines)), tuple(seen)
        if last is None or last.line in lines or not last.fix.startswith(_CORRECTIONS):
            break
        part = repaired_line(part, last.line - offset - 1, last.fix)
        if not part:
            break
        lines.add(last.line)
    return None, tuple(seen)


def without_corrected(problems: Iterable[Problem], lines: Iterable[int]) -> tuple[Problem, ...]:
    """The problems that are not of those lines, of which another is told already."""
    known = frozenset(lines)
    return tuple(problem for problem in problems if problem.line not in known)

"""Problems as the editor knows the files: relative to the folder they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from plugins.newsroom.problem import Problem


def near(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems with paths relative to the current folder, where they lie below it."""
    here = f"{Path.cwd()}/"
    return tuple(replace(p, file=p.file.removeprefix(here)) for p in problems)


def far(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same problems with whole paths."""
    here = Path.cwd()
    return tuple(replace(p, file=str(here / p.file)) for p in problems)

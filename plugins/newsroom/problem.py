"""A problem of the content: a sentence for the person who can fix it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plugins.newsroom.counting import count


class Level(StrEnum):
    """An error stops the build; a warning is told (and stops ``publish`` as its code says); a notice is only told."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong with one place of one file.

    ``line`` and ``column`` count from 1; 0 means the file as a whole.
    """

    file: str
    """Path as the editor knows it, e.g. ``content/reports/2024/kanada/report.yaml``."""
    line: int
    column: int
    code: str
    """A stable name, e.g. ``unknown-key``; documented in docs/problems.md."""
    found: str
    expected: str
    fix: str
    level: Level = Level.ERROR
    excerpt: str = ""
    """The line concerned, as it stands in the file."""


class ContentError(Exception):
    """Raised where a stage cannot go on; carries every problem found so far.

    ``problems`` are why; ``others`` were found as well, and would not have stopped it.
    """

    def __init__(self, problems: tuple[Problem, ...], others: tuple[Problem, ...] = ()) -> None:
        super().__init__(f"{count(len(problems), 'problem')} in the content")
        self.problems = problems
        self.others = others

    def __reduce__(self) -> tuple[type[ContentError], tuple[tuple[Problem, ...], tuple[Problem, ...]]]:
        return type(self), (self.problems, self.others)  # what a worker raises comes whole

"""Why an edition cannot be reviewed, as a problem that says what to do."""

from __future__ import annotations

from plugins.newsroom.model import Lang, Report
from plugins.newsroom.problem import Problem


class NotReviewableError(Exception):
    """Why a review cannot be recorded; ``problem`` says how to fix it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.found}; expected {problem.expected}. {problem.fix}")
        self.problem = problem


def refusal(report: Report, lang: Lang, found: str, expected: str, fix: str, line: int = 0) -> NotReviewableError:
    """The refusal; with a line, of the original."""
    file = f"{report.path}/{report.source_language if line else lang}.md"
    return NotReviewableError(Problem(file, line, 0, "not-reviewable", found, expected, fix))

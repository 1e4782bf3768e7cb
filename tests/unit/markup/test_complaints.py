"""What an editor is told of a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.markup.complaints import problems_of, too_deep
from plugins.markup.convert import convert
from plugins.newsroom.problem import Level, Problem

TEXT = (
    "## Ausblick\n\n[a](/de/x/)\n\n![b](https://x.example/y.png)\n\n[c](#ausblick) [d](#rückblick)\n\n[^1]\n\n[^1]: n\n"
)
PROBLEMS = problems_of(convert(TEXT), "content/reports/2024/x/de.md", 10)


def test_everything_that_was_taken_out_is_told() -> None:
    """With the line of the file, in its order."""
    assert [(problem.line, problem.code) for problem in PROBLEMS] == [
        (12, "text-link"),
        (14, "text-picture"),
        (16, "text-anchor"),
    ]
    assert PROBLEMS[0].found.endswith(": a")
    assert PROBLEMS[1].found.endswith(": b")
    assert PROBLEMS[2].found == "#rückblick"
    assert PROBLEMS[2].expected == "#ausblick"
    assert {problem.level for problem in PROBLEMS} == {Level.WARNING}


def test_a_good_text_gives_no_problem() -> None:
    """Links to headings, footnotes, reports, the web."""
    source = "## A\n\n[a](#a) [b](report:x) [c](https://x.example) ![](photo:d.jpg) [^1]\n\n[^1]: n\n"
    assert problems_of(convert(source), "de.md", 1) == ()


def test_what_has_no_line_concerns_the_file() -> None:
    """Line 0: the words are marked up, and not found as they stand."""
    found = problems_of(convert("[*a* b](/x)"), "de.md", 10)
    assert [problem.line for problem in found] == [0]


@pytest.mark.parametrize("problem", [*PROBLEMS, too_deep("de.md", 5)], ids=lambda problem: problem.code)
def test_each_is_a_whole_sentence_and_explained(problem: Problem) -> None:
    """Also in the list of problems for editors."""
    explained = (Path(__file__).parents[3] / "docs" / "problems.md").read_text("utf-8")
    assert problem.found and problem.expected and problem.mend.endswith(".")
    assert f"### `{problem.code}`" in explained

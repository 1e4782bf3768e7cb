"""Tests of plugins/desk/last_build.py, and of the pages that show what only a build can find."""

from __future__ import annotations

import os
import time
from pathlib import Path

from plugins.newsroom.problem import Level, Problem
from tests.site.newsroom import report
from tests.unit.desk.desks import Desktop


def built(desk: Desktop, file: str, level: Level, began: float | None = None) -> Path:
    """The last build has found something in a file."""
    path = desk.newsroom.root / "content" / file
    problem = Problem(str(path), 3, 1, "text-link", f"a link in {path.parent.name}", "https", "Write it.", level, "# x")
    desk.state.built((*desk.state.problems, problem), began=began)
    return path


def test_what_only_a_build_finds_is_counted_at_its_report_and_stops_the_publication(desk: Desktop) -> None:
    """One outside the reports is told there; one of a draft, and a notice, stop nobody."""
    desk.newsroom.write(report("gut") + report("entwurf", status="draft"))
    built(desk, "reports/2024/gut/de.md", Level.WARNING)
    built(desk, "reports/2024/gut/report.yaml", Level.NOTICE)
    built(desk, "reports/2024/entwurf/de.md", Level.ERROR)
    built(desk, "brand/brand.css", Level.WARNING)
    page = desk.get("/desk/").text
    assert all(words in page for words in ("1 error", "1 warning", "1 notice", "1 problem outside the reports"))
    assert "keeps the preview" not in page  # only a draft has an error
    page = desk.get("/desk/publish").text
    assert "2 problems stop the publication" in page
    assert "A link in entwurf" not in page


def test_each_has_its_weight_in_words_its_line_and_its_explanation(desk: Desktop) -> None:
    """As the task ``check`` shows it."""
    desk.newsroom.write(report("gut"))
    built(desk, "reports/2024/gut/de.md", Level.ERROR)
    page = desk.get("/desk/").text
    assert "1 problem keeps the preview as it was" in page
    assert '<b class="weight">Error</b>' in page
    assert "<mark>#</mark> x</pre>" in page
    assert "content/reports/2024/gut/de.md:3</code>" in page
    assert "/__preview/problems#text-link" in page


def test_a_file_that_is_newer_than_the_build_is_not_judged_by_it(desk: Desktop) -> None:
    """What was fixed a moment ago is not told again."""
    desk.newsroom.write(report("gut"))
    path = built(desk, "reports/2024/gut/de.md", Level.WARNING, time.time())
    assert "stops the publication" in desk.get("/desk/publish").text
    os.utime(path, (desk.state.began + 9, desk.state.began + 9))
    assert "stops the publication" not in desk.get("/desk/publish").text


def test_more_problems_than_a_page_lists_are_counted(desk: Desktop) -> None:
    """None is left out without a word."""
    desk.newsroom.write(report("gut"))
    path = desk.newsroom.root / "content/reports/2024/gut/de.md"
    desk.state.built(tuple(Problem(str(path), n, 1, "text-link", f"{n}", "https", "Write it.") for n in range(1, 104)))
    assert "3 more: `check` lists them all." in desk.get("/desk/publish").text

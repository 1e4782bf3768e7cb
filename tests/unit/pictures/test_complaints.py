"""The sentences about pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.newsroom.problem import Problem
from plugins.pictures import complaints
from plugins.pictures.picture import LIMITS
from plugins.pictures.sniff import SUFFIXES, Kind

ALL = (
    complaints.missing("a.jpg"),
    complaints.unreadable("a.jpg", "Permission denied"),
    complaints.too_heavy("a.jpg", 123_456_789, LIMITS),
    complaints.too_large("a.jpg", "30,000 x 30,000 pixels", LIMITS),
    complaints.broken("a.jpg", Kind.JPEG, "image file is truncated"),
    complaints.depth("a.jpg", "F"),
    complaints.renamed("a.jpg", Kind.PNG, ".jpg"),
    complaints.animated("a.gif", 12),
    complaints.odd_metadata("a.jpg"),
    complaints.changed("a.jpg"),
    *(complaints.of_kind("a.jpg", kind) for kind in Kind if kind not in SUFFIXES),
)


@pytest.mark.parametrize("problem", ALL, ids=lambda problem: f"{problem.code}: {problem.found}")
def test_each_says_what_was_found_expected_and_how_to_fix(problem: Problem) -> None:
    """Every sentence is whole: file, code, found, expected, and an instruction that ends in a full stop."""
    assert problem.file and problem.code.startswith("picture-")
    assert problem.found and problem.expected
    assert problem.fix.endswith(".") and problem.fix[0].isupper()


def test_kinds_are_named() -> None:
    """The editor reads what the file is, not a magic number."""
    assert complaints.of_kind("a.jpg", Kind.PDF).found == "a file of the kind PDF"
    assert complaints.of_kind("a.jpg", Kind.HTML).found == "a web page"
    assert complaints.of_kind("a.jpg", Kind.EMPTY).found == "an empty file"


@pytest.mark.parametrize("code", sorted({problem.code for problem in ALL}))
def test_each_code_is_explained(code: str) -> None:
    """The list of problems for editors has them all."""
    explained = Path(__file__).parents[3] / "docs" / "problems.md"
    assert f"### `{code}`" in explained.read_text("utf-8")

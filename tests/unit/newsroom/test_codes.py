"""Tests of plugins/newsroom/codes.py against docs/problems.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.newsroom.codes import Code
from plugins.newsroom.consequences import sentences, stops_publication
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.source import Text
from plugins.newsroom.yaml_source import parse_yaml
from tests.bad.archive import cases

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### `([a-z0-9-]+)`\n(.*?)(?=^##|\Z)", PAGE, re.DOTALL | re.MULTILINE))


def test_every_code_is_explained() -> None:
    """Each problem has its place on the page, with how to fix it."""
    for code in Code:
        assert code.value in SECTIONS, f"docs/problems.md does not explain {code.value}"
        assert "**Fix:** " in SECTIONS[code.value]


def test_nothing_is_explained_that_does_not_exist() -> None:
    """A code that was renamed or dropped leaves the page as well."""
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "plugins").rglob("*.py"))
    for code in SECTIONS:
        assert f'"{code}"' in sources, f"nothing gives {code}"


def test_warnings_are_marked_as_such() -> None:
    """The page says which problems keep nothing from being built."""
    warnings = {e.code for case in cases() for e in case.expected if e.level == "warning"}
    marked = {code for code, text in SECTIONS.items() if "*A warning.*" in text}
    assert warnings <= marked
    assert marked & {code.value for code in Code} <= warnings


def test_the_page_says_of_each_whether_it_stops_a_publication_and_why() -> None:
    """In the words that stand at the code; of every code, once."""
    told = {code: re.findall(r"^\*\*Publishing:\*\* (.+)$", text, re.MULTILINE) for code, text in SECTIONS.items()}
    assert told == {code: [sentence] for code, sentence in sentences()}


@pytest.mark.parametrize(
    ("code", "level", "stops"),
    [
        (Code.BAD_DATE, Level.ERROR, True),
        (Code.UNEXPECTED_FILE, Level.ERROR, True),
        (Code.UNEXPECTED_FILE, Level.WARNING, False),
        (Code.HIDDEN_REPORT, Level.WARNING, True),
        ("a-code-of-tomorrow", Level.WARNING, True),
        (Code.STRAIGHT_QUOTES, Level.NOTICE, False),
        (Code.HIDDEN_REPORT, Level.NOTICE, False),
    ],
)
def test_errors_stop_notices_do_not_and_warnings_as_their_code_says(code: str, level: Level, stops: bool) -> None:
    """A code of which nothing is said stops: silence would publish."""
    assert stops_publication(Problem("a", 1, 1, code, "b", "c", "d", level)) is stops


def _blocks(code: str) -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", SECTIONS[code], re.DOTALL)


@pytest.mark.parametrize("code", sorted(code for code in SECTIONS if code.startswith(("yaml-", "duplicate-"))))
def test_a_wrong_example_of_form_is_wrong_in_that_way(code: str) -> None:
    """What the page shows as a fault gives the problem it explains."""
    for wrong in _blocks(code)[:1]:
        assert [problem.code for problem in parse_yaml(Text("a", wrong))[1]] == [code]


@pytest.mark.parametrize("code", sorted(SECTIONS))
def test_a_right_example_is_yaml(code: str) -> None:
    """What the page shows as fixed can be read."""
    for right in _blocks(code)[1:]:
        assert parse_yaml(Text("a", right))[1] == ()

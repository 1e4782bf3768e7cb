"""Tests of plugins/newsroom/output.py."""

from __future__ import annotations

import io
import json

import pytest

from plugins.newsroom.output import format_github, format_json, format_text, summary, wants_colour
from plugins.newsroom.problem import Level, Problem

COLON = Problem(
    "content/a/de.md",
    2,
    14,
    "yaml-colon",
    "a second colon",
    "one colon",
    "Put it in quotes.",
    excerpt="title: Kanada: x",
)
WHOLE = Problem("content/a", 0, 0, "no-report-file", "a folder", "a file", "Create it.", Level.WARNING)


def test_text_shows_the_line_and_a_caret_below_the_place() -> None:
    """File, place, line, caret, what was expected and how to fix it."""
    assert format_text([COLON]) == (
        "content/a/de.md\n"
        "  2:14  error  a second colon  [yaml-colon]\n"
        "      | title: Kanada: x\n"
        "      |              ^\n"
        "      expected: one colon\n"
        "      fix: Put it in quotes.\n"
        "\n"
        "1 error in 1 file.\n"
    )


def test_text_groups_by_file_whatever_the_order() -> None:
    """The order of the problems handed in does not matter."""
    assert format_text([COLON, WHOLE]) == format_text([WHOLE, COLON])
    assert format_text([COLON, WHOLE]).endswith("1 error and 1 warning in 2 files.\n")


def test_no_problem_is_said_too() -> None:
    """Silence would be unclear."""
    assert summary([]) == "No problems."


def test_a_caret_stands_below_wide_and_combined_signs() -> None:
    """A sign two columns wide moves the caret by two, a combining one by none."""
    wide = Problem("a", 1, 5, "x", "f", "e", "m", excerpt="日本e\u0301x")
    caret = format_text([wide]).splitlines()[3]
    assert caret == "      | " + " " * 5 + "^"


def test_a_long_line_is_cut_around_the_place() -> None:
    """The caret still points at it."""
    long = Problem("a", 1, 301, "x", "f", "e", "m", excerpt="a" * 300 + "X" + "b" * 50)
    line, caret = format_text([long]).splitlines()[2:4]
    assert line[caret.index("^")] == "X"
    assert len(line) < 120


def test_nothing_a_terminal_obeys_gets_through() -> None:
    """An escape sequence or a change of direction in a text is shown as a mark."""
    evil = Problem("a\x1b[2J", 1, 1, "x", "f\x1b]0;x\x07", "e\u202e", "m", excerpt="\x1b[31mred\u202e")
    shown = format_text([evil])
    assert "\x1b" not in shown and "\u202e" not in shown and "\x07" not in shown


def test_colour_is_for_terminals_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for files and pipes, and not against NO_COLOR."""
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert wants_colour(terminal) and not wants_colour(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not wants_colour(terminal)
    assert "\x1b[31m" in format_text([COLON], colour=True)


def test_json_holds_every_field() -> None:
    """Programs get what people get."""
    whole = json.loads(format_json([COLON, WHOLE]))
    assert (whole["errors"], whole["warnings"]) == (1, 1)
    assert whole["problems"][1] == {
        "file": "content/a/de.md", "line": 2, "column": 14, "code": "yaml-colon", "found": "a second colon",
        "expected": "one colon", "fix": "Put it in quotes.", "level": "error", "excerpt": "title: Kanada: x",
    }  # fmt: skip


def test_a_workflow_command_is_escaped() -> None:
    """No text can end the command or begin another."""
    tricky = Problem("a,b:c.md", 3, 1, "x", "100%\n::error::y", "e", "m")
    assert format_github([tricky]) == (
        "::error file=a%2Cb%3Ac.md,line=3,col=1,title=x::Found: 100%25%0A::error::y%0AExpected: e%0AFix: m\n"
    )


def test_a_whole_file_is_annotated_without_a_line() -> None:
    """A warning is a warning there too."""
    assert format_github([WHOLE]).startswith("::warning file=content/a,title=no-report-file::Found: a folder")


def test_a_damaged_name_can_be_written_out() -> None:
    """A file name that is no text does not make the output fail."""
    damaged = Problem("a\udcff", 0, 0, "x", "f", "e", "m")
    for text in (format_text([damaged]), format_json([damaged]), format_github([damaged])):
        text.encode("utf-8")


def test_lines_to_be_written_stand_on_lines_of_their_own() -> None:
    """What is to be typed can be copied as it stands, with its indentation."""
    problem = Problem("a.yaml", 0, 0, "x", "f", "e", "Write:\ntopics:\n  - port")
    assert "      fix: Write:\n        topics:\n          - port\n" in format_text([problem])

"""Tests of plugins/newsroom/source.py."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.newsroom.source import MOST, Text, read_text


def _codes(path: Path, limit: int = 1000) -> tuple[Text | None, list[str]]:
    text, problems = read_text(path, "shown.md", limit)
    return text, [problem.code for problem in problems]


def test_a_plain_file_is_read_as_it_stands(tmp_path: Path) -> None:
    """No problem, the same text, under the name the editor knows."""
    (tmp_path / "a").write_bytes("Größe\n".encode())
    assert read_text(tmp_path / "a", "shown.md", 1000) == (Text("shown.md", "Größe\n"), ())


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\r\nb\n"])
def test_a_byte_order_mark_and_line_ends_are_read_without_a_word(tmp_path: Path, data: bytes) -> None:
    """Notepad and Git for Windows write them; they say nothing of the text."""
    (tmp_path / "a").write_bytes(data)
    assert read_text(tmp_path / "a", "shown.md", 1000) == (Text("shown.md", "a\nb\n"), ())


def test_control_characters_are_all_told_and_made_visible(tmp_path: Path) -> None:
    """Each with its place and line; columns stay where they are."""
    (tmp_path / "a").write_bytes(b"ab\x00c\x07\nd\x01\n")
    text, problems = read_text(tmp_path / "a", "shown.md", 1000)
    assert text is not None
    assert text.text == "ab\ufffdc\ufffd\nd\ufffd\n"
    assert [(p.line, p.column, p.found[-6:], p.excerpt) for p in problems] == [
        (1, 3, "U+0000", "ab\x00c\x07"),
        (1, 5, "U+0007", "ab\x00c\x07"),
        (2, 2, "U+0001", "d\x01"),
    ]


def test_of_very_many_control_characters_the_number_is_told(tmp_path: Path) -> None:
    """A picture that was saved as a text does not fill the screen."""
    (tmp_path / "a").write_bytes(b"\x01\x02a" * 40_000)
    _, problems = read_text(tmp_path / "a", "shown.md", 200_000)
    assert len(problems) == MOST + 1
    assert problems[-1].found.startswith(f"{40_000 - MOST} more")


def test_a_byte_that_is_no_utf8_is_placed_and_guessed(tmp_path: Path) -> None:
    """The letter it would be in Windows-1252 is named, and the line shown with it."""
    (tmp_path / "a").write_bytes(b"eins\nzw\xf6lf\n")
    text, (problem,) = read_text(tmp_path / "a", "shown.md", 1000)
    assert text is None
    assert (problem.line, problem.column, problem.excerpt) == (2, 3, "zwölf")
    assert "ö" in problem.found


@pytest.mark.parametrize("size", [11, 100_000])
def test_a_file_above_the_limit_is_not_read(tmp_path: Path, size: int) -> None:
    """Its size is told instead."""
    (tmp_path / "a").write_bytes(b"x" * size)
    assert _codes(tmp_path / "a", limit=10) == (None, ["too-large"])


def test_a_named_pipe_does_not_hold_up_the_build(tmp_path: Path) -> None:
    """Nobody writes into it: it is refused at once."""
    os.mkfifo(tmp_path / "a")
    assert _codes(tmp_path / "a") == (None, ["unreadable-file"])


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """A file that is not there is a problem, not an exception."""
    assert _codes(tmp_path / "a") == (None, ["missing-file"])


def test_positions_count_from_one(tmp_path: Path) -> None:
    """Lines and columns are those an editor's status bar shows."""
    text = Text("a", "eins\nzwei\n")
    assert text.position(0) == (1, 1)
    assert text.position(7) == (2, 3)
    assert (text.line(2), text.line(9)) == ("zwei", "")


@pytest.mark.parametrize("lines", [1, 39, 40, 41, 500])
def test_every_line_and_place_of_a_long_text_is_found(lines: int) -> None:
    """However far down it is."""
    text = Text("a", "\n".join(f"Zeile {number}" for number in range(1, lines + 1)))
    assert [text.line(number) for number in range(1, lines + 2)] == [*text.text.split("\n"), ""]
    assert text.position(text.text.rindex("Zeile")) == (lines, 1)

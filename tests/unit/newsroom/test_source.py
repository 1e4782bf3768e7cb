"""Tests of plugins/newsroom/source.py."""

from __future__ import annotations

import os

import pytest

from plugins.newsroom.source import Text, read_text


def _codes(path, limit=1000):
    text, problems = read_text(path, "shown.md", limit)
    return text, [problem.code for problem in problems]


def test_a_plain_file_is_read_as_it_stands(tmp_path):
    """No problem, the same text, under the name the editor knows."""
    (tmp_path / "a").write_bytes("Größe\n".encode())
    assert read_text(tmp_path / "a", "shown.md", 1000) == (Text("shown.md", "Größe\n"), ())


def test_a_byte_order_mark_and_line_ends_are_told_and_taken_away(tmp_path):
    """Both are problems, and the rest of the file can still be checked."""
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n")
    text, codes = _codes(tmp_path / "a")
    assert text.text == "a\nb\nc\n"
    assert codes == ["line-endings", "bom"]


def test_control_characters_are_told_once_and_made_visible(tmp_path):
    """The first one is told; columns stay where they are."""
    (tmp_path / "a").write_bytes(b"ab\x00c\x07\n")
    text, problems = read_text(tmp_path / "a", "shown.md", 1000)
    assert text.text == "ab\ufffdc\ufffd\n"
    assert [(p.line, p.column, p.found) for p in problems] == [(1, 3, "the invisible character U+0000")]


def test_a_byte_that_is_no_utf8_is_placed_and_guessed(tmp_path):
    """The letter it would be in Windows-1252 is named, and the line shown with it."""
    (tmp_path / "a").write_bytes(b"eins\nzw\xf6lf\n")
    text, (problem,) = read_text(tmp_path / "a", "shown.md", 1000)
    assert text is None
    assert (problem.line, problem.column, problem.excerpt) == (2, 3, "zwölf")
    assert "ö" in problem.found


@pytest.mark.parametrize("size", [11, 100_000])
def test_a_file_above_the_limit_is_not_read(tmp_path, size):
    """Its size is told instead."""
    (tmp_path / "a").write_bytes(b"x" * size)
    assert _codes(tmp_path / "a", limit=10) == (None, ["too-large"])


def test_a_named_pipe_does_not_hold_up_the_build(tmp_path):
    """Nobody writes into it: it is refused at once."""
    os.mkfifo(tmp_path / "a")
    assert _codes(tmp_path / "a") == (None, ["unreadable-file"])


def test_a_missing_file_is_told(tmp_path):
    """A file that is not there is a problem, not an exception."""
    assert _codes(tmp_path / "a") == (None, ["missing-file"])


def test_positions_count_from_one(tmp_path):
    """Lines and columns are those an editor's status bar shows."""
    text = Text("a", "eins\nzwei\n")
    assert text.position(0) == (1, 1)
    assert text.position(7) == (2, 3)
    assert (text.line(2), text.line(9)) == ("zwei", "")

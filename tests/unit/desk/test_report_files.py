"""A report's files, edited: untouched paragraphs stay byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.report_files import read_file, with_changes
from plugins.desk.yaml_edit import NotEditableError

HEAD = "---\n# Worte\ntitle: Alt\nteaser: Kurz  # gesagt\n---\n\n"
PARTS = st.lists(
    st.sampled_from(
        ["Ein Absatz.", "", "- Liste  ", "| a | b |", "\tein Tab", "[x](report:y)", "18. April", "\u00a0hart", "---"]
    ),
    max_size=8,
)
FILE = Path("de.md")


@given(PARTS, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_nothing_changed_is_the_file_byte_for_byte(parts: list[str], end: str, mark: bool) -> None:
    """With its line ends and its byte order mark."""
    data = (b"\xef\xbb\xbf" if mark else b"") + (HEAD + "\n".join(parts)).replace("\n", end).encode()
    file = read_file(FILE, data)
    assert with_changes(file, file.value, file.body) == data


@given(PARTS, st.integers(0, 8), st.sampled_from(["\n", "\r\n"]))
def test_paragraphs_that_nobody_touched_keep_their_bytes(parts: list[str], place: int, end: str) -> None:
    """A new one in between."""
    data = (HEAD + "\n".join(parts) + "\n").replace("\n", end).encode()
    file = read_file(FILE, data)
    lines = file.body.split("\n")
    at = place % (len(lines) + 1)
    made = with_changes(file, {**file.value, "title": "Neu"}, "\n".join([*lines[:at], "Ganz neu.", *lines[at:]]))
    assert b"# Worte" in made
    assert b"Kurz  # gesagt" in made
    assert b"title: Neu" in made
    kept = made.replace(("Ganz neu." + end).encode(), b"").replace((end + "Ganz neu.").encode(), b"")
    before = [line for line in data.split(end.encode()) if line and b"title" not in line]
    assert [line for line in kept.split(end.encode()) if line and b"title" not in line] == before


def test_a_language_that_is_not_there_yet_becomes_a_file() -> None:
    """With its front matter."""
    file = read_file(Path("nl.md"), None)
    assert file.version == ""
    assert with_changes(file, {"title": "Nieuw", "teaser": "Kort: ja"}, "Tekst.\n") == (
        b'---\ntitle: Nieuw\nteaser: "Kort: ja"\n---\nTekst.\n'
    )


def test_a_file_whose_head_cannot_be_read_is_not_changed() -> None:
    """Nothing is guessed."""
    file = read_file(FILE, b"---\ntitle: [x\n---\nText\n")
    assert file.doc is None
    with pytest.raises(NotEditableError):
        with_changes(file, {"title": "y"}, "Text\n")

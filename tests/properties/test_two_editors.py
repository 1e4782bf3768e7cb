"""One text, edited at the desk and in a text editor at once: untouched paragraphs keep their bytes, no word is lost."""

from __future__ import annotations

import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.desk.report_files import read_file, with_changes
from plugins.desk.versions import Outcome, Versions

MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""Where files cost no disk: each of them is written through to the disk, which is nine tenths of the time otherwise."""
PARAGRAPHS = (
    "Der Hafen  wurde eröffnet.", "- eins\n- zwei", "## Ausblick", "> Ein Zitat", "Zeile eins\nZeile zwei  ",
    "| a | b |\n|---|---|\n| 1 | 2 |", "Autor*innen und `code`", "18. April: ein Tag",
)  # fmt: skip


@dataclass(frozen=True)
class Edit:
    """A paragraph changed, put in, or taken out."""

    place: int
    how: str
    word: str


def edits(who: str) -> st.SearchStrategy[list[Edit]]:
    """Edits whose words say whose they are."""
    words = st.integers(0, 99).map(lambda number: f"{who}{number}")
    how = st.sampled_from(("change", "in", "out"))
    return st.lists(st.builds(Edit, st.integers(0, 9), how, words), max_size=3)


def edited(paragraphs: tuple[str, ...], changes: list[Edit]) -> tuple[str, ...]:
    """The paragraphs with these edits."""
    out = list(paragraphs)
    for change in changes:
        at = change.place % (len(out) + 1)
        if change.how == "in":
            out.insert(at, change.word)
        elif at < len(out):
            out[at : at + 1] = [f"{out[at]} {change.word}"] if change.how == "change" else []
    return tuple(out)


def file_of(paragraphs: tuple[str, ...], end: str, title: str = "Alt") -> bytes:
    """An edition as a text editor writes it."""
    text = f"---\ntitle: '{title}'  # bleibt\nteaser:   Kurz\n---\n" + "\n\n".join(paragraphs) + "\n"
    return text.replace("\n", end).encode()


CASES = st.tuples(
    st.lists(st.sampled_from(PARAGRAPHS), unique=True, max_size=6).map(tuple),
    edits("desk"),
    edits("editor"),
    st.sampled_from(("\n", "\r\n")),
    st.booleans(),
)
Case = tuple[tuple[str, ...], list[Edit], list[Edit], str, bool]


def _law(case: Case) -> None:
    base, mine, theirs, end, titled = case
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path, versions = Path(folder) / "de.md", Versions(Path(folder) / "cache")
        path.write_bytes(file_of(base, end))
        opened = read_file(path, path.read_bytes())
        shown = versions.keep(opened.data)
        ours, others = edited(base, mine), edited(base, theirs)
        path.write_bytes(file_of(others, end))
        value = {**opened.value, "title": "Neu"} if titled else opened.value
        wanted = with_changes(opened, value, "\n\n".join(ours) + "\n")
        saved = versions.save(path, shown, wanted)
        _holds(path.read_bytes(), saved.outcome, (base, ours, others), end)
        if saved.outcome is Outcome.CONFLICT:
            assert path.read_bytes() == file_of(others, end)
            assert versions.get(versions.keep(wanted)) == wanted
        elif titled:
            assert b"title: 'Neu'  # bleibt" in path.read_bytes()


def _holds(data: bytes, outcome: Outcome, sides: tuple[tuple[str, ...], ...], end: str) -> None:
    base, ours, others = sides
    assert f"teaser:   Kurz{end}".encode() in data
    blocks = data.decode().split(f"---{end}", 2)[2].strip(end).split(end * 2)
    for paragraph in base:
        if paragraph in ours and paragraph in others:
            assert paragraph.replace("\n", end).rstrip() in {block.rstrip() for block in blocks}, paragraph
    if outcome is not Outcome.CONFLICT:
        words = re.findall(r"(?:desk|editor)\d+", data.decode())
        for side in (ours, others):
            for word in re.findall(r"(?:desk|editor)\d+", " ".join(side)):
                assert word in words, word


@given(CASES)
def test_two_edits_at_once_lose_no_word(case: Case) -> None:
    """Both are in the file, or nothing was written and both versions are kept; all else is as it was, byte for byte."""
    _law(case)


@pytest.mark.nightly
@pytest.mark.parametrize("tenth", range(10))
@settings(max_examples=1_000)
@given(case=CASES)
def test_ten_thousand_edits_at_once_lose_no_word(tenth: int, case: Case) -> None:
    """A run of nightly size, in tenths."""
    del tenth
    _law(case)

"""What a document is, and what it must not be."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.documents import examine as examining
from plugins.documents.examine import LIMIT, examine
from tests.unit.documents.samples import RIGHT, WRONG, pdf


@pytest.mark.parametrize("name", RIGHT)
def test_a_document_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    """With its size."""
    data, kind = RIGHT[name]
    (tmp_path / name).write_bytes(data)
    facts, problems = examine(tmp_path / name, name)
    assert problems == ()
    assert facts is not None
    assert (facts.kind, facts.size) == (kind, len(data))


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_handed_out_is_told(tmp_path: Path, name: str) -> None:
    """One sentence, by the first thing that is wrong with it."""
    data, code = WRONG[name]
    (tmp_path / name).write_bytes(data)
    facts, problems = examine(tmp_path / name, f"content/{name}")
    assert facts is None
    assert [problem.code for problem in problems] == [code]
    assert problems[0].file == f"content/{name}"


@pytest.mark.parametrize("tagged", [True, False])
def test_a_pdf_says_whether_it_is_tagged(tmp_path: Path, tagged: bool) -> None:
    """Other kinds say nothing of it."""
    (tmp_path / "a.pdf").write_bytes(pdf(tagged=tagged))
    facts, _ = examine(tmp_path / "a.pdf", "a.pdf")
    assert facts is not None
    assert facts.tagged is tagged


def test_two_gigabytes_are_told_without_being_read(tmp_path: Path) -> None:
    """Whatever is in them."""
    with (tmp_path / "a.mp4").open("wb") as file:
        file.truncate(2_000_000_000)
    facts, (problem,) = examine(tmp_path / "a.mp4", "a.mp4")
    assert facts is None
    assert problem.code == "document-too-large"
    assert "2,000 MB" in problem.found
    assert LIMIT < 2_000_000_000


@given(st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"PK\x05\x06", pdf()[:200]]), st.binary(max_size=400))
def test_no_bytes_are_a_crash(tmp_path_factory: pytest.TempPathFactory, head: bytes, rest: bytes) -> None:
    """Facts, or a sentence."""
    path = tmp_path_factory.getbasetemp() / "any.pdf"
    path.write_bytes(head + rest)
    facts, problems = examining.examine(path, "any.pdf")
    assert (facts is None) == bool(problems)

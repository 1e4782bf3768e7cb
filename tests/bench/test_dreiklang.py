"""Dreiklang in the comparison: a copy of the product, with the plain theme and with its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.corpus import rounded
from benchmarks.corpus_words import LANGS
from benchmarks.edits import Subject, partial
from benchmarks.measure import measure
from benchmarks.peers import PEERS, dreiklang
from benchmarks.peers.ground import SITES, lay_out
from benchmarks.series import page_of
from benchmarks.tool import Tool

COUNT = rounded(3)
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("theme", [dreiklang.plain, dreiklang.themed])
def test_it_builds_and_its_partial_can_be_edited(tmp_path: Path, theme: Callable[[Path, Path, int], Tool]) -> None:
    """The copy is built and edited, never the product's own templates."""
    tool = theme(tmp_path / "product", tmp_path / "site", COUNT)
    subject = Subject(COUNT)
    mark = partial(tool, subject, 1)
    measure(tool.command, tool.root, dict(tool.environment))
    page = page_of(tool, subject)
    assert mark in page
    assert subject.phone in page
    assert len(list(tool.output.glob("*/*/report-*/index.html"))) == COUNT * len(LANGS)
    assert mark not in (ROOT / "theme/templates/partials/contact.html").read_text(encoding="utf-8")


def test_each_peer_has_a_theme_with_the_shared_words(tmp_path: Path) -> None:
    """Laying out a peer's site needs no package and gives it words, labels, people and reports."""
    for name in PEERS:
        lay_out(name, tmp_path / name, COUNT, "words")
        assert {p.stem for p in (tmp_path / name / "words").glob("*.json")} >= {"words", "labels", "people"}
        assert len(list((tmp_path / name).rglob("report-*.md"))) == COUNT * len(LANGS)
        assert (SITES / name).is_dir()

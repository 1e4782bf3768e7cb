"""The corpus: the same words every time, in lists of whole pages."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.corpus import PER_PAGE, all_facts, rounded, texts
from benchmarks.layouts import LAYOUTS, write_corpus


def tree(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_corpus_is_the_same_every_time(layout: str, tmp_path: Path) -> None:
    """Two makings give the same bytes, in as many editions as there are reports and languages."""
    for name in ("first", "second"):
        write_corpus(tmp_path / name, layout, rounded(3))
    assert tree(tmp_path / "first") == tree(tmp_path / "second")
    assert len(list((tmp_path / "first").rglob("*.md"))) == rounded(3) * 3


def test_every_list_fills_its_pages() -> None:
    """Topics and years hold a multiple of a page, so that every tool makes as many pages of them."""
    facts = all_facts(200)
    counted = Counter(topic for one in facts for topic in one.topics)
    counted.update(str(one.moment.year) for one in facts)
    assert {number % PER_PAGE for number in counted.values()} == {0}


def test_reports_do_not_depend_on_chance() -> None:
    """A report's words are the same, made alone or with others."""
    facts = all_facts(40)
    assert list(texts(facts[7], 40)) == [one for f in facts for one in texts(f, 40) if f.number == 7]

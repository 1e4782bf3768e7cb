"""site.yaml: what is wrong in it, all of it in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.newsroom.site import read_site
from plugins.newsroom.source import Text

SITE = "name: N\nurl: https://newsroom.example\nlanguages: [de]\ntimezone: Europe/Berlin\npublisher:\n  name: P\n"


def told(tmp_path: Path, more: str) -> list[tuple[str, int]]:
    """(code, line) of the problems."""
    return [(p.code, p.line) for p in read_site(Text("site.yaml", SITE + more), tmp_path).problems]


@pytest.mark.parametrize("line", ["accessibility_status: teilweise", "accessibility_method: selbst"])
def test_words_that_no_legal_page_has_a_sentence_for_are_told(tmp_path: Path, line: str) -> None:
    """They stood on the page as they were."""
    assert told(tmp_path, f"operator:\n  {line}\n") == [("unknown-value", 8)]
    assert told(tmp_path, f"operator:\n  {line.partition(':')[0]}: none\n") == []


def test_a_telephone_number_is_judged_beside_other_mistakes(tmp_path: Path) -> None:
    """Both are told in one run."""
    assert sorted(told(tmp_path, "  email: falsch\n  phone: ruf an\n")) == [("bad-email", 7), ("bad-phone", 8)]

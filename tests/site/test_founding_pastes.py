"""The five founding texts as somebody copies them from a page: everything found, no word lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.founding.newsroom import CONTENT
from tools.measure_import import main

PASTES = Path(__file__).parents[1] / "founding" / "pastes"


def test_each_contact_author_source_caption_and_credit_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    """Galleries of “Image” and two lines, contact boxes, breadcrumb, date block, a hero known by its file's name."""
    assert main(str(PASTES), str(CONTENT)) == 0, capsys.readouterr().out
    sums = capsys.readouterr().out.splitlines()[-1]
    assert sums == (
        "found: contacts 2/2, authors 1/1, sources 2/2, captions 6/6, credits 7/7, links 1/1, title 5/5, kicker 2/2, "
        "lang 5/5; 0 of 707 words lost"
    )

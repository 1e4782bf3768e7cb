"""No test can read the newsroom's own content, so that nothing an editor writes decides one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.guard import ROOT, ContentReadError


@pytest.mark.parametrize("path", ["content/site.yaml", "translations/glossary.yaml", "translations/reports/x/nl.po"])
@pytest.mark.parametrize("form", [str, Path])
def test_a_file_of_the_editors_cannot_be_opened(path: str, form: type) -> None:
    """Whether it is there or not, and however it is named."""
    with pytest.raises(ContentReadError, match="tests/founding"):
        open(form(ROOT / path))  # noqa: SIM115, PTH123 (it is never opened)
    with pytest.raises(ContentReadError):
        open(form(os.path.relpath(ROOT / path)), "rb")  # noqa: SIM115, PTH123 (it is never opened)


def test_a_folder_of_the_editors_cannot_be_listed() -> None:
    """Nor walked through."""
    with pytest.raises(ContentReadError):
        os.listdir(ROOT / "content")  # noqa: PTH208 (this is what is forbidden)
    with pytest.raises(ContentReadError):
        list((ROOT / "content").rglob("*.md"))


def test_the_themes_words_can_be_read() -> None:
    """They are part of the program."""
    assert (ROOT / "translations/ui/de.po").read_text("utf-8")

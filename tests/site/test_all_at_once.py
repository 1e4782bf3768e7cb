"""What is wrong with a text is told in the same run as what is wrong above it."""

from __future__ import annotations

import pytest

from plugins.cli.check import configure, problems_of
from tests.site.newsroom import Newsroom, report

BROKEN = {
    "unknown key": ("teasr: x", {"unknown-key", "text-foreign-sign", "text-link"}),
    "colon": ("kicker: Hafen: neu", {"yaml-colon", "text-foreign-sign", "text-link"}),
    "bracket": ("kicker: [Update] Hafen", {"yaml-bracket", "text-foreign-sign", "text-link"}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_an_error_above_the_text_hides_nothing_in_it(newsroom: Newsroom, name: str) -> None:
    """Whether the front matter can be read or not; all of it on its own line."""
    line, codes = BROKEN[name]
    text = report("eins", body="{{< video >}}\n\n[a](https:/www.example.org)\n")
    newsroom.write(text.replace("title: ", f"{line}\ntitle: ", 1))
    content, translations, cache = (str(newsroom.root / name) for name in ("content", "translations", "cache"))
    found = [p for p in problems_of(configure(content, translations, cache)) if p.file.endswith("eins/de.md")]
    assert {problem.code for problem in found} == codes
    lines = (newsroom.root / "content/reports/2024/eins/de.md").read_text("utf-8").split("\n")
    assert all(problem.excerpt == lines[problem.line - 1] for problem in found if problem.excerpt)

"""A text in another language than its file says is told by check, with its line."""

from __future__ import annotations

from plugins.cli.check import configure, problems_of
from tests.site.newsroom import Newsroom, report
from tests.unit.translation.test_text_language import TEXTS


def said(newsroom: Newsroom) -> list[tuple[str, int, str]]:
    """(file, line, language) of what is said of languages."""
    content, translations, cache = (str(newsroom.root / name) for name in ("content", "translations", "cache"))
    found = problems_of(configure(content, translations, cache))
    return [(p.file.rpartition("/")[2], p.line, p.found) for p in found if p.code == "text-language"]


def test_a_dutch_text_in_the_german_file_is_told_once(newsroom: Newsroom) -> None:
    """From memory too; an edit that mends it ends it."""
    newsroom.write(report("eins", body=TEXTS["nl"]).replace("Der erste Absatz von eins.\n\n", ""))
    sentence = "a text that reads as nl, in the file of de"
    assert said(newsroom) == [("de.md", 5, sentence)]
    newsroom.build()
    assert said(newsroom) == [("de.md", 5, sentence)]
    path = newsroom.root / "content/reports/2024/eins/de.md"
    path.write_text(path.read_text("utf-8").replace(TEXTS["nl"], TEXTS["de"]), "utf-8")
    newsroom.build()
    assert said(newsroom) == []


def test_an_edit_into_another_language_is_told(newsroom: Newsroom) -> None:
    """Though nothing but the text below the front matter has changed."""
    newsroom.write(report("eins", body=TEXTS["de"]))
    newsroom.build()
    path = newsroom.root / "content/reports/2024/eins/de.md"
    path.write_text(path.read_text("utf-8").replace(TEXTS["de"], TEXTS["en"]), "utf-8")
    newsroom.build()
    assert [found for _, _, found in said(newsroom)] == ["a text that reads as en, in the file of de"]

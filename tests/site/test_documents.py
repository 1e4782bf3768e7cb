"""Documents of a report: handed out with title, kind, language, size, and no longer than they may be."""

from __future__ import annotations

import datetime as dt

import pytest

from plugins.newsroom.problem import ContentError
from tests.site.desk import run
from tests.site.newsroom import Newsroom, report
from tests.unit.documents.samples import WRONG, office, pdf

FOLDER = "content/reports/2024/messe/documents"
LISTED = """documents:
  - {file: Programm.pdf, language: de}
  - {file: zahlen.xlsx, language: en, usable_until: 2026-03-01}"""
TITLES = "documents:\n  Programm.pdf: Das Programm\n  zahlen.xlsx: Zahlen zur Messe\nteaser: "


def full(newsroom: Newsroom, *, status: str = "published", more: str = "") -> Newsroom:
    """A report with two documents."""
    newsroom.put(f"{FOLDER}/Programm.pdf", pdf(tagged=True))
    newsroom.put(f"{FOLDER}/zahlen.xlsx", office("xl"))
    return newsroom.write(report("messe", status=status, more=f"{LISTED}\n{more}").replace("teaser: ", TITLES, 1))


def handed_out(newsroom: Newsroom) -> list[str]:
    """Documents in the output."""
    return [path for path in newsroom.output() if path.startswith("media/messe/")]


def test_a_page_offers_them_with_all_that_is_known(newsroom: Newsroom) -> None:
    """Title, kind, language, whether a PDF is accessible, size; another language is marked."""
    full(newsroom).build()
    page = newsroom.read("de/2024/messe/index.html")
    assert "<span>Das Programm <small>(PDF, Deutsch, barrierefrei, 1\u00a0kB)</small></span>" in page
    assert "<span>Zahlen zur Messe <small>(XLSX, Englisch, 1\u00a0kB)</small></span>" in page
    assert 'hreflang="en" download="zahlen.xlsx"' in page
    (first, second) = handed_out(newsroom)
    assert first.startswith("media/messe/programm.")
    assert newsroom.output()[first] == pdf(tagged=True)
    assert f'href="/{first}"' in page
    assert f'href="/{second}"' in page


def test_a_title_is_translated_like_every_word(newsroom: Newsroom) -> None:
    """Into each language's page."""
    full(newsroom)
    assert run(newsroom) == 0
    newsroom.build()
    (path,) = (p for p in newsroom.output() if p.startswith("en/2024/") and p.endswith("index.html"))
    page = newsroom.read(path)
    assert "(PDF, German, accessible, 1\u00a0kB)" in page
    assert "<span>Das Programm <" not in page


def test_a_document_that_may_not_be_used_any_more_is_gone(newsroom: Newsroom) -> None:
    """From its page and from the output, by itself."""
    full(newsroom).build()
    newsroom.now = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
    newsroom.build()
    assert len(handed_out(newsroom)) == 1
    assert "zahlen" not in newsroom.read("de/2024/messe/index.html").lower()


@pytest.mark.parametrize(
    ("status", "more"),
    [("draft", ""), ("published", "embargo: 2026-03-01T14:00+01:00"), ("withdrawn", "withdrawn: {date: 2025-01-01}")],
)
def test_what_may_not_be_seen_is_not_handed_out(newsroom: Newsroom, status: str, more: str) -> None:
    """Nor of a report that was withdrawn."""
    full(newsroom, status=status, more=more).build()
    assert handed_out(newsroom) == []


def test_another_file_of_the_same_name_has_another_address(newsroom: Newsroom) -> None:
    """So that nobody's browser keeps the old one."""
    full(newsroom).build()
    before = handed_out(newsroom)[0]
    newsroom.put(f"{FOLDER}/Programm.pdf", pdf())
    newsroom.build()
    assert handed_out(newsroom)[0] != before
    assert "(PDF, Deutsch, nicht barrierefrei, " in newsroom.read("de/2024/messe/index.html")


@pytest.mark.parametrize("name", WRONG)
def test_whatever_lies_there_is_told_and_not_handed_out(newsroom: Newsroom, name: str) -> None:
    """The build ends with the file's name; readers never get it."""
    data, code = WRONG[name]
    newsroom.put(f"{FOLDER}/{name}", data)
    text = report("messe", more=f"documents: [{{file: {name}}}]")
    newsroom.write(text.replace("teaser: ", f"documents:\n  {name}: Titel\nteaser: ", 1))
    with pytest.raises(ContentError) as refused:
        newsroom.build()
    assert [(p.code, p.file) for p in refused.value.problems] == [(code, f"{newsroom.root}/{FOLDER}/{name}")]
    assert not (newsroom.root / "output/media").exists()

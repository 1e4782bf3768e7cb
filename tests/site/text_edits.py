"""A newsroom whose texts are edited, and the comparison with a clean build."""

from __future__ import annotations

from contextlib import AbstractContextManager
from unittest import mock

from plugins.build import full
from tests.site.newsroom import Newsroom, jpeg, report

EINS = "content/reports/2024/eins"
PAGE = "content/pages/impressum"


def three_reports(newsroom: Newsroom) -> Newsroom:
    """Three reports, one with a picture in its text, and a static page; built once."""
    newsroom.write(report("eins") + report("zwei") + report("drei", topic="handel"))
    newsroom.put(f"{EINS}/photos/a.jpg", jpeg())
    facts = newsroom.root / EINS / "report.yaml"
    facts.write_text(facts.read_text("utf-8") + "photos: [{file: a.jpg, credit: Foto}]\n", "utf-8")
    edit(newsroom, "eins", "teaser:", "photos: {a.jpg: {alt: Bild}}\nteaser:")
    edit(newsroom, "eins", "Ein zweiter", "Siehe [dort](report:zwei).\n\n![](photo:a.jpg)\n\nEin zweiter")
    newsroom.write("-- content/reports/2024/eins/en.md --\n---\ntitle: One\nteaser: Short.\n---\nEnglish words.\n")
    newsroom.put(f"{PAGE}/page.yaml", b"source_language: de\n").put(f"{PAGE}/de.md", b"---\ntitle: Wir\n---\nWorte.\n")
    newsroom.build()
    return newsroom


def edit(newsroom: Newsroom, ident: str, old: str, new: str, lang: str = "de") -> None:
    """Replaces words in an edition."""
    folder = f"{PAGE}" if ident == "impressum" else f"content/reports/2024/{ident}"
    path = newsroom.root / folder / f"{lang}.md"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def no_whole_build() -> AbstractContextManager[object]:
    """A whole build is an error."""
    return mock.patch.object(full, "build", side_effect=AssertionError("a whole build"))


def same_as_clean(newsroom: Newsroom, **changes: object) -> None:
    """The output is what a build without memory makes."""
    place = {"output": newsroom.root / "clean", "cache": newsroom.root / "clean-cache"}
    newsroom.build(**{**changes, **place})
    assert newsroom.output() == newsroom.output("clean")

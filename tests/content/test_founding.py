"""The founding newsroom, in the copy that the tests have of it: whole, honest about its translations, and free of other people's numbers."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from plugins.newsroom.load import load
from plugins.newsroom.model import Edition, Newsroom, State
from plugins.translation.catalogue import Catalogue
from plugins.translation.fill import filled
from plugins.translation.gate.finding import Level
from plugins.translation.gate.segments import check_segment
from plugins.translation.glossary import Glossary, load_glossary
from plugins.translation.po_read import read_catalogue
from tests.founding.newsroom import CONTENT, TRANSLATIONS

CATALOGUES = sorted((TRANSLATIONS / "reports").glob("*/*.po"))
FICTIONAL = re.compile(r"\+493023125\d{3}")
"""030 23125 000 to 999: kept free by the Bundesnetzagentur for film and television."""


@cache
def newsroom() -> Newsroom:
    """What is shipped."""
    loaded = load(CONTENT, TRANSLATIONS)
    assert loaded.problems == ()
    assert loaded.newsroom is not None
    return loaded.newsroom


@cache
def glossary() -> Glossary:
    """The words agreed on, with nothing wrong in them."""
    found, problems = load_glossary((TRANSLATIONS / "glossary.yaml").read_bytes(), "glossary.yaml")
    assert problems == ()
    return found


def catalogue(path: Path) -> Catalogue:
    """A catalogue that can be read without a problem."""
    reading = read_catalogue(path.read_bytes(), str(path), path.stem)
    assert reading.problems == ()
    assert reading.catalogue is not None
    return reading.catalogue


def edition(path: Path) -> Edition:
    """What a catalogue gives its report."""
    report = next(r for r in newsroom().reports if r.id == path.parent.name)
    found = filled(report, catalogue(path))
    assert found is not None
    return found


def test_the_content_has_no_problem() -> None:
    """Not one warning either."""
    assert len(newsroom().reports) == 5


def test_every_report_is_read_in_every_language() -> None:
    """Each report has its original and a catalogue for each other language."""
    for report in newsroom().reports:
        written = {e.lang for e in report.editions}
        in_catalogues = {path.stem for path in CATALOGUES if path.parent.name == report.id}
        assert written | in_catalogues == set(newsroom().site.languages)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_a_filled_edition_says_who_made_it(path: Path) -> None:
    """A language model translated it, and nobody is said to have reviewed it."""
    found = edition(path)
    assert found.state is State.MACHINE
    assert not found.stale
    assert found.provenance is not None
    assert (found.provenance.engine, found.provenance.reviewer) == ("language-model", "")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_the_gate_lets_a_filled_edition_through(path: Path) -> None:
    """No link, number, name or sentence is lost; only words marked as foreign may read as foreign."""
    found, words = catalogue(path), glossary()
    for entry in found.entries:
        findings = check_segment(
            entry.segment,
            entry.target,
            found.header.source_lang,
            found.header.lang,
            terms=words.terms,
            names=words.names,
            forbidden=words.forbidden,
        )
        marked = any("lang=" in tag.opening for tag in entry.tags)
        blocked = [f for f in findings if f.level is Level.BLOCK and not (marked and f.check == "language")]
        assert blocked == []


def test_no_edition_says_a_sentence_twice() -> None:
    """Sentences of six words and more stand once in an edition, headings included."""
    editions = [e for r in newsroom().reports for e in r.editions] + [edition(path) for path in CATALOGUES]
    for found in editions:
        flat = re.sub(r"<[^>]+>", "", " ".join((found.title, found.teaser, found.body)))
        said = [" ".join(s.split()) for s in re.split(r"(?<=[.!?:])\s|\n#+ |\n\n", flat)]
        long = [sentence for sentence in said if len(sentence.split()) >= 6]
        assert sorted(long) == sorted(set(long))


def test_the_newsroom_uses_nobody_elses_address() -> None:
    """The publisher's telephones are kept for fiction, its domains end in .example."""
    site = newsroom().site
    press = [p for p in newsroom().people if p.id in site.press_contacts]
    numbers = [site.publisher.phone_e164, *(p.phone_e164 for p in press)]
    for page in (CONTENT / "pages").rglob("*.md"):
        numbers += re.findall(r"tel:([+\d]+)", page.read_text("utf-8"))
    assert [n for n in numbers if not FICTIONAL.fullmatch(n)] == []
    mails = [site.publisher.email, *(p.email for p in press)]
    assert all(mail.endswith("@trifinium.example") for mail in mails)
    assert site.url.endswith(".example")

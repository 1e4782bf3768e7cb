"""Tests of plugins/newsroom/bundle.py, report_values.py, photo_checks.py and reference_checks.py."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.newsroom.bundle import load_bundle
from plugins.newsroom.context import Embedded
from plugins.newsroom.load import load
from plugins.newsroom.model import Report, Status
from plugins.newsroom.problem import Level
from plugins.newsroom.shared import load_shared, make_context
from tests.unit.newsroom.sites import EDITION, REPORT, SITE, Make, newsroom_of

Says = Callable[[Path], Embedded]
FACTS = "reports/2024/hannover/report.yaml"
WORDS = "reports/2024/hannover/de.md"


def _report(content: Path) -> Report:
    assert load(content).problems == ()
    return newsroom_of(content).reports[0]


def _codes(content: Path, *, lenient: bool = False, embedded: Says | None = None) -> list[tuple[str, Level]]:
    loaded = load(content, lenient=lenient, embedded=embedded)
    return [(problem.code, problem.level) for problem in loaded.problems]


def test_times_are_local_to_the_newsroom(make: Make) -> None:
    """A publication with a time carries the site's zone, an event's time its own where it has one."""
    facts = REPORT.replace("date: 2024-05-02", "date: 2024-05-02T10:30").replace(
        "start: 2024-04-22", "start: 2024-04-22T18:00, end: 2024-04-22T20:00+01:00"
    )
    report = _report(make({FACTS: facts}))
    berlin = ZoneInfo("Europe/Berlin")
    assert report.has_time and report.published == dt.datetime(2024, 5, 2, 10, 30, tzinfo=berlin)
    assert report.event is not None
    assert report.event.start == dt.datetime(2024, 4, 22, 18, tzinfo=berlin)
    assert isinstance(report.event.end, dt.datetime)
    assert report.event.end.utcoffset() == dt.timedelta(hours=1)


def test_a_publication_in_another_zone_is_brought_home(make: Make) -> None:
    """The same moment, told in the site's zone."""
    report = _report(make({FACTS: REPORT.replace("2024-05-02", "2024-05-02T23:30Z", 1)}))
    assert report.published.isoformat() == "2024-05-03T01:30:00+02:00"


@pytest.mark.parametrize("word", ["18:00", "01067", "NO", "no", "1_000", "007", "2024", "true"])
def test_a_word_that_looks_like_something_else_stays_a_word(make: Make, word: str) -> None:
    """Venue and kicker are words, whatever they look like."""
    content = make(
        {
            FACTS: REPORT.replace("venue: Hannover Messe", f"venue: {word}"),
            WORDS: EDITION.replace("teaser:", f"kicker: {word}\nteaser:"),
        }
    )
    report = _report(content)
    assert report.event is not None
    assert (report.event.venue, report.original.kicker) == (word, word)


def test_embargo_and_aliases_arrive(make: Make) -> None:
    """An embargo is a moment; old addresses stay as they stand."""
    facts = f"{REPORT}embargo: 2024-05-02T10:00+02:00\nconfidential: true\naliases: [/alt/]\nnote: Jahr erschlossen\n"
    report = _report(make({FACTS: facts}))
    assert report.embargo == dt.datetime(2024, 5, 2, 8, tzinfo=dt.UTC)
    assert (report.confidential, report.aliases, report.note) == (True, ("/alt/",), "Jahr erschlossen")


def test_editions_come_in_the_order_of_the_site(make: Make) -> None:
    """Not in that of the folder."""
    content = make(
        {
            "site.yaml": SITE.replace("[de, nl, en]", "[nl, en, de]"),
            "reports/2024/hannover/en.md": EDITION,
            "reports/2024/hannover/nl.md": EDITION,
        }
    )
    assert [edition.lang for edition in _report(content).editions] == ["nl", "en", "de"]


def test_a_fourth_language_needs_only_the_configuration(make: Make) -> None:
    """French is an edition like the others once site.yaml names it."""
    changes = {
        "site.yaml": SITE.replace("[de, nl, en]", "[de, nl, en, fr]"),
        "reports/2024/hannover/fr.md": EDITION,
    }
    edition = _report(make(changes)).edition("fr")
    assert edition is not None
    assert edition.path == "reports/2024/hannover/fr.md"


def test_words_on_pictures_come_in_the_order_of_the_report(make: Make) -> None:
    """The order in an edition's front matter does not matter."""
    facts = REPORT.replace("hero:", "  - {file: a.jpg, credit: Agentur}\nhero:")
    words = EDITION.replace("photos:\n", "photos:\n  a.jpg: {alt: A}\n")
    report = _report(make({FACTS: facts, WORDS: words, "reports/2024/hannover/photos/a.jpg": "x"}))
    assert [item.file for item in report.original.photos] == ["stand.jpg", "a.jpg"]


def test_a_picture_name_may_be_composed_otherwise_on_the_disk(make: Make) -> None:
    """A Mac hands out decomposed umlauts: the name on the disk is the one that opens the file."""
    name, on_disk = "grün.jpg", unicodedata.normalize("NFD", "grün.jpg")
    report = _report(
        make(
            {
                FACTS: REPORT.replace("stand.jpg", name),
                WORDS: EDITION.replace("stand.jpg", name) + f"![](photo:{name})\n",
                "reports/2024/hannover/photos/stand.jpg": None,
                f"reports/2024/hannover/photos/{on_disk}": "x",
            }
        )
    )
    assert report.photos[0].file == report.hero == report.original.photos[0].file == on_disk


def test_hidden_files_of_systems_and_editors_are_passed_over(make: Make) -> None:
    """Nobody is bothered with what a Mac or a text editor leaves behind."""
    folder = "reports/2024/hannover"
    names = (
        ".DS_Store",
        "Thumbs.db",
        "de.md~",
        ".de.md.swp",
        "photos/.DS_Store",
        "photos/Thumbs.db",
        "photos/.gitkeep",
    )
    assert _codes(make({f"{folder}/{name}": "x" for name in names})) == []


DRAFT = """\
date: 2024-05-02
source_language: de
status: draft
photos: [{file: stand.jpg}]
"""
UNSAID = "---\ntitle: Titel\nteaser: Anriss\n---\nText.\n"
LACKING = {FACTS: DRAFT, WORDS: UNSAID, "site.yaml": SITE.replace("press_contacts: [julia-jaeger]\n", "")}


def test_a_draft_may_lack_three_things_where_the_check_is_lenient(make: Make) -> None:
    """Contact, credit and alt text become warnings, and the newsroom is loaded."""
    content = make(LACKING)
    expected = ["photo-without-alt", "no-contact", "photo-without-credit"]
    assert _codes(content) == [(code, Level.ERROR) for code in expected]
    assert _codes(content, lenient=True) == [(code, Level.WARNING) for code in expected]
    assert newsroom_of(content, lenient=True).reports[0].status is Status.DRAFT


def test_leniency_is_for_drafts_alone(make: Make) -> None:
    """A published report must be whole."""
    content = make({**LACKING, FACTS: DRAFT.replace("draft", "published")})
    assert {level for _, level in _codes(content, lenient=True)} == {Level.ERROR}


def test_the_default_credit_of_the_site_stands_in(make: Make) -> None:
    """Its credit is no longer missing; the report says nothing of its own."""
    content = make(
        {
            "site.yaml": SITE + "default_credit: Agentur\n",
            FACTS: REPORT.replace('credit: "Agentur | Jäger", ', ""),
        }
    )
    assert _report(content).photos[0].credit.line == ""


def _says(path: Path) -> Embedded:
    assert path.name == "stand.jpg"
    return Embedded("Foto: Jäger", (("de-DE", "Ein Stand"),))


def test_a_picture_may_say_its_credit_and_alt_text_itself(make: Make) -> None:
    """What IPTC/XMP in the file has is not missed."""
    content = make({FACTS: DRAFT, WORDS: UNSAID})
    assert _codes(content, embedded=_says) == []
    assert len(_codes(content, embedded=lambda path: Embedded())) == 2


def test_a_picture_that_has_all_its_words_is_not_opened(make: Make) -> None:
    """Pictures are read only where something is missing."""

    def forbidden(path: Path) -> Embedded:
        raise AssertionError(path)

    assert _codes(make(), embedded=forbidden) == []


def test_a_bundle_with_an_error_gives_no_report_but_its_head(make: Make) -> None:
    """Others can still link to it, so that one fault is told once."""
    content = make({FACTS: REPORT.replace("kind: report", "kind: reprot")})
    bundle = load_bundle(content / "reports/2024/hannover", make_context(content, *load_shared(content)))
    assert bundle.report is None
    assert (bundle.head.id, bundle.head.year, bundle.head.slugs[0][1].word) == ("hannover", 2024, "hannover")


def test_a_fault_in_one_report_is_told_beside_those_of_its_editions(make: Make) -> None:
    """Facts, words and references are checked in the same run."""
    facts = REPORT.replace("kind: report", "kind: reprot").replace("[export]", "[exprot]").replace("julia", "julai")
    content = make({FACTS: facts, WORDS: EDITION.replace("teaser", "teasr") + "[x](report:nowhere)\n"})
    assert sorted(code for code, _ in _codes(content)) == [
        "missing-key", "unknown-key", "unknown-person", "unknown-report", "unknown-topic", "unknown-value",
    ]  # fmt: skip


def test_a_line_is_one_line_however_it_is_wrapped(make: Make) -> None:
    """Wrapped titles are joined by one blank; a no-break space is kept."""
    wrapped = "title: >-\n  Gespräche\n  in   5\u00a0Tagen\n"
    report = _report(make({WORDS: EDITION.replace("title: Gespräche in Hannover\n", wrapped)}))
    assert report.original.title == "Gespräche in 5\u00a0Tagen"

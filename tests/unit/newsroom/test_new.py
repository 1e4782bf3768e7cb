"""Tests of plugins/newsroom/new.py."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml

from plugins.newsroom.forms import EditionForm, ReportForm
from plugins.newsroom.load import load
from plugins.newsroom.model import Status
from plugins.newsroom.new import new_report
from plugins.newsroom.problem import ContentError, Level
from tests.unit.newsroom.sites import Make, newsroom_of

DAY = dt.date(2024, 5, 2)


def test_a_new_report_is_a_draft_that_passes_the_lenient_check(make: Make) -> None:
    """Title, language and day are those given; of the straight quotation marks there is a notice."""
    content = make()
    folder = new_report(content, "kanada-lunch", "nl", DAY, 'Canada: "een gesprek"')
    loaded = load(content, lenient=True)
    assert [problem.code for problem in loaded.problems] == ["straight-quotes"]
    report = next(r for r in newsroom_of(content, lenient=True).reports if r.id == "kanada-lunch")
    assert folder == content / "reports/2024/kanada-lunch"
    assert (report.status, report.source_language, report.published.date()) == (Status.DRAFT, "nl", DAY)
    assert report.original.title == 'Canada: "een gesprek"'


def test_publishing_it_unwritten_is_refused(make: Make) -> None:
    """The gaps for teaser and text are found as soon as it is no draft."""
    content = make()
    facts = new_report(content, "kanada", "de", DAY, "Titel") / "report.yaml"
    facts.write_text(facts.read_text().replace("status: draft", "status: published"))
    assert [problem.code for problem in load(content).problems] == ["placeholder", "placeholder"]


def test_every_key_is_explained_in_the_files(make: Make) -> None:
    """An editor finds each key that exists, as a line to be uncommented."""
    folder = new_report(make(), "kanada", "de", DAY, "Titel")
    facts, words = (folder / "report.yaml").read_text(), (folder / "de.md").read_text()
    for key in ReportForm.model_fields:
        assert f"\n{key}: " in facts or f"\n# {key}:" in facts, key
    for key in EditionForm.model_fields:
        assert f"\n{key}: " in words or f"\n# {key}:" in words, key


def test_the_remarks_become_valid_when_uncommented(make: Make) -> None:
    """Each remarked line is YAML that the check accepts, but for the names in it."""
    content = make()
    folder = new_report(content, "kanada", "de", DAY, "Titel")
    facts = folder / "report.yaml"
    lines = facts.read_text().split("\n")
    keys = tuple(f"# {key}:" for key in ReportForm.model_fields)
    open_lines = [line[2:] if line.startswith((*keys, "#   ")) else line for line in lines]
    facts.write_text("\n".join(open_lines))
    codes = {problem.code for problem in load(content, lenient=True).problems}
    assert codes == {
        "unknown-topic",
        "unknown-person",
        "photo-absent",
        "photo-without-alt",
        "document-absent",
        "document-without-title",
        "video-without-title",
        "unknown-report",
        "unknown-funding",
        "unknown-series",
        "withdrawn-status",
    }
    assert yaml.safe_load(facts.read_text())["status"] == "draft"


@pytest.mark.parametrize(
    ("name", "lang", "title", "code"),
    [
        ("hannover", "de", "Titel", "duplicate-id"),
        ("../hannover", "de", "Titel", "bad-id"),
        ("Über uns", "de", "Titel", "bad-id"),
        ("", "de", "Titel", "bad-id"),
        ("..", "de", "Titel", "bad-id"),
        ("kanada", "fr", "Titel", "unknown-language"),
        ("kanada", "de", " \u200b", "empty-value"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(make: Make, name: str, lang: str, title: str, code: str) -> None:
    """A taken or impossible id, a language that is not configured, no title."""
    content = make()
    before = sorted(content.rglob("*"))
    with pytest.raises(ContentError) as caught:
        new_report(content, name, lang, DAY, title)
    assert code in [problem.code for problem in caught.value.problems]
    assert all(problem.level is Level.ERROR and problem.fix for problem in caught.value.problems)
    assert sorted(content.rglob("*")) == before


def test_an_id_of_another_year_is_taken(make: Make) -> None:
    """Ids are unique across years."""
    with pytest.raises(ContentError) as caught:
        new_report(make(), "hannover", "de", dt.date(2025, 1, 1), "Titel")
    assert caught.value.problems[0].file.endswith("reports/2024/hannover")

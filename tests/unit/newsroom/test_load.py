"""Tests of plugins/newsroom/load.py."""

from __future__ import annotations

import datetime as dt
import pickle
from zoneinfo import ZoneInfo

from plugins.newsroom.bundle import load_bundle
from plugins.newsroom.load import load
from plugins.newsroom.model import Kind, Status
from plugins.newsroom.shared import load_shared, make_context
from tests.unit.newsroom.sites import SITE, Make, newsroom_of


def test_a_clean_folder_gives_a_newsroom_without_problems(make: Make) -> None:
    """Everything in the folder is found, and nothing is said."""
    loaded = load(make())
    assert loaded.problems == ()
    room = newsroom_of(make())
    assert [report.id for report in room.reports] == ["hannover"]
    assert [page.id for page in room.pages] == ["imprint"]
    assert [topic.id for topic in room.topics] == ["export"]


def test_a_report_carries_the_facts_of_its_folder(make: Make) -> None:
    """Each key of report.yaml arrives in the report."""
    report = newsroom_of(make()).reports[0]
    assert report.path == "reports/2024/hannover"
    assert report.published == dt.datetime(2024, 5, 2, tzinfo=ZoneInfo("Europe/Berlin"))
    assert (report.has_time, report.kind, report.status) == (False, Kind.REPORT, Status.PUBLISHED)
    assert report.event is not None
    assert report.event.end == dt.date(2024, 4, 22)
    assert report.photos[0].focus == (0.5, 0.25)
    assert report.contacts == ("julia-jaeger",)


def test_an_edition_carries_its_words_and_where_its_body_starts(make: Make) -> None:
    """The body starts after the blank line, and the line is that of the file."""
    edition = newsroom_of(make()).reports[0].original
    assert edition.title == "Gespräche in Hannover"
    assert edition.slug == "hannover"
    assert (edition.body, edition.body_line) == ("Ein Text.\n", 8)
    assert edition.photos[0].caption == "Der Stand"


def test_a_person_has_a_number_that_can_be_dialled(make: Make) -> None:
    """The country of a number is that of the newsroom's time zone."""
    person = newsroom_of(make()).people[0]
    assert person.phone_e164 == "+492315024821"
    assert person.role.by_lang == (("de", "Betreuung"), ("en", "Support"))


def test_a_bundle_and_its_context_can_go_to_another_process(make: Make) -> None:
    """Both survive pickling, and the report is the same."""
    content = make()
    context = pickle.loads(pickle.dumps(make_context(content, *load_shared(content))))
    bundle = load_bundle(content / "reports/2024/hannover", context)
    assert pickle.loads(pickle.dumps(bundle)) == bundle
    assert bundle.report == newsroom_of(content).reports[0]
    assert bundle.sources == ("reports/2024/hannover/report.yaml", "reports/2024/hannover/de.md")


def test_what_contracts_say_of_engines_arrives(make: Make) -> None:
    """Confidentiality and prices by the engine's name, in the order of the file."""
    site = (
        SITE + "translation: {engines: [openai], confidential: {openai: true, deepl: false}, prices: {openai: 1.5}}\n"
    )
    policy = newsroom_of(make({"site.yaml": site})).site.translation
    assert policy.confidential == (("openai", True), ("deepl", False))
    assert policy.prices == (("openai", 1.5),)

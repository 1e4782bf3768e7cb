"""Translation from the desk: the plan first, then the run."""

from __future__ import annotations

import re

import pytest

from tests.site.newsroom import report
from tests.site.service import settings
from tests.unit.desk.desks import Desktop
from tests.unit.desk.test_works import until

HERE = "/desk/reports/eins/translate"


@pytest.fixture
def one(desk: Desktop) -> Desktop:
    """A report, and the engine of trials."""
    desk.newsroom.write(report("eins"))
    settings(desk.newsroom, "{engines: [pseudo]}")
    return desk


def test_the_plan_says_what_would_be_sent_and_sends_nothing(one: Desktop) -> None:
    """For one language, or for all."""
    page = one.get(f"{HERE}?lang=nl").text
    assert "Nothing has been sent yet" in page
    assert "pseudo" in page
    assert "Dutch" in page
    assert "English" not in page.split("<tbody>")[1].split("</tbody>")[0]
    assert not (one.newsroom.root / "translations/reports").exists()


def test_the_run_is_followed_and_leads_to_the_review(one: Desktop) -> None:
    """Its lines are those of the task."""
    started = one.post(HERE, {"lang": "nl"})
    place = started.headers["location"]
    assert place == "/desk/work/translate-eins"
    until(lambda: one.get(place, headers={"Accept": "application/json"}).json()["code"] is not None)
    page = one.get(place).text
    assert "eins, Dutch: 4 segments filled by pseudo." in page
    assert 'href="/desk/reports/eins/review/nl"' in page
    assert "0 of 4 read" in one.get("/desk/reports/eins/review/nl").text


def test_without_an_engine_the_page_says_what_to_set_up(one: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the editor's words."""
    settings(one.newsroom, "{engines: [deepl]}")
    monkeypatch.delenv("DEEPL_AUTH_KEY", raising=False)
    assert "No translation service is set up" in one.get(HERE).text


def test_a_task_that_nobody_started_is_not_there(one: Desktop) -> None:
    """404."""
    assert one.get("/desk/work/nothing").status_code == 404


def test_one_paragraph_can_be_asked_for_again_from_its_review(one: Desktop) -> None:
    """The page says first what would be sent; a person's words are not asked for."""
    one.post(HERE, {"lang": "nl"})
    until(lambda: one.get("/desk/work/translate-eins", headers={"Accept": "application/json"}).json()["code"] == 0)
    review = one.get("/desk/reports/eins/review/nl").text
    assert re.search(re.escape(f'href="{HERE}?lang=nl&amp;again=title') + '(%40|@)[0-9a-f]{6}"', review)
    page = one.get(f"{HERE}?lang=nl&again=title").text
    assert "Ask the engine again" in page
    assert "<td>pseudo</td><td>1</td>" in page
    assert '<input type="hidden" name="again" value="title">' in page
    assert one.post(HERE, {"lang": "nl", "again": "title"}).headers["location"] == "/desk/work/translate-eins"
    until(lambda: one.get("/desk/work/translate-eins", headers={"Accept": "application/json"}).json()["code"] == 0)
    assert "There is no text" in one.get(f"{HERE}?lang=nl&again=nothing").text

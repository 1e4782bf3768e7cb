"""The record for an authority: what is in it, and what it says of words that have changed since."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from plugins.cli.evidence import evidence
from plugins.cli.review import ReviewWish, review
from tests.site.desk import by_hand, folders, run
from tests.site.newsroom import Newsroom, report


@pytest.fixture
def reviewed(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    """A newsroom with a Dutch catalogue that Ans has reviewed."""
    newsroom.write(report("eins"))
    assert run(newsroom, lang="nl") == 0
    wish = ReviewWish("Ans Jansen", "Persdienst")
    assert review(*folders(newsroom)[:2], "eins", "nl", wish) == 0
    capsys.readouterr()
    return newsroom


def records(newsroom: Newsroom, capsys: pytest.CaptureFixture[str], since: str = "") -> list[dict[str, object]]:
    """What is printed as JSON."""
    assert evidence(*folders(newsroom)[:2], since, "json") == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def test_a_review_and_what_machines_wrote(reviewed: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """Who, for whom, when, and digests of both sides, as many as texts."""
    machine, read = records(reviewed, capsys)
    assert (machine["kind"], machine["engine"]) == ("machine", "pseudo")
    assert (read["kind"], read["by"], read["responsible"]) == ("review", "Ans Jansen", "Persdienst")
    assert read["texts"] == len(str(read["source"]).split()) == len(str(read["target"]).split())
    assert read["holds"] == f"{read['texts']} of {read['texts']}"


def test_a_record_stays_and_says_what_of_it_holds(reviewed: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """A text that was changed afterwards is not covered any more."""
    by_hand(reviewed, "reports/eins/nl.po", "Kurz gesagt", "Kort gezegd over een.")
    read = records(reviewed, capsys)[-1]
    assert read["holds"] == f"{int(str(read['texts'])) - 1} of {read['texts']}"


def test_only_what_happened_since(reviewed: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """From that day on."""
    assert records(reviewed, capsys, "2999-01-01") == []
    assert evidence(*folders(reviewed)[:2], "gestern", "csv") == 2
    assert "gestern" in capsys.readouterr().err


def test_a_table(newsroom: Newsroom, reviewed: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """With a head, and no cell that a program takes for a formula."""
    wish = ReviewWish("=cmd()", "Persdienst")
    assert review(*folders(newsroom)[:2], "eins", "nl", replace(wish, yes=True)) == 0
    capsys.readouterr()
    assert evidence(*folders(reviewed)[:2], "", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["by"] for row in rows if row["kind"] == "review"] == ["Ans Jansen", "'=cmd()"]

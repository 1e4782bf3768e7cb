"""When the languages of a report go out: together, as they are ready, or once somebody has reviewed them."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.cli.check import check
from plugins.cli.review import ReviewWish, review
from plugins.cli.status import status
from plugins.newsroom.model import PublishRule, State, Status
from tests.site.desk import folders, run
from tests.site.newsroom import Newsroom, report
from tests.unit.translation import samples
from tests.unit.translation.samples import DUTCH, LANGUAGES, ORIGINAL

ANS = ReviewWish("Ans Jansen", "Persdienst")


def ruled(newsroom: Newsroom, rule: str) -> None:
    """Gives the report a rule."""
    path = newsroom.root / "content/reports/2024/eins/report.yaml"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("publish:")]
    path.write_text("\n".join([*lines, f"publish: {rule}"]) + "\n", "utf-8")


def traces(newsroom: Newsroom) -> set[str]:
    """The languages in which there is a page of the report; ``any`` where a file of the site names it at all."""
    newsroom.build()
    out = newsroom.output()
    found = {lang for lang in ("de", "nl", "en") if any(p.startswith(f"{lang}/2024/") for p in out)}
    return found | ({"any"} if any(b"Bericht eins" in data for data in out.values()) else set())


def test_together_nothing_is_seen_until_all_languages_are_there(newsroom: Newsroom) -> None:
    """Not in one list, feed or sitemap; then everywhere at once."""
    newsroom.write(report("eins"))
    ruled(newsroom, "together")
    assert traces(newsroom) == set()
    assert run(newsroom, lang="nl") == 0
    assert traces(newsroom) == set()
    assert run(newsroom) == 0
    assert traces(newsroom) == {"de", "nl", "en", "any"}


def test_together_a_language_that_goes_takes_the_others_along(newsroom: Newsroom) -> None:
    """In no order is it partly public."""
    newsroom.write(report("eins"))
    ruled(newsroom, "together")
    assert run(newsroom) == 0
    assert traces(newsroom) == {"de", "nl", "en", "any"}
    (newsroom.root / "translations/reports/eins/nl.po").unlink()
    assert traces(newsroom) == set()


def test_a_published_report_that_waits_again_stops_what_would_lose_its_addresses(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str]
) -> None:
    """And is told to be waiting, not to have been deleted."""
    newsroom.write(report("eins"))
    ruled(newsroom, "together")
    assert run(newsroom) == 0
    (newsroom.root / "content/addresses.yaml").write_text("/de/2024/eins/: report:eins\n", "utf-8")
    assert check(*folders(newsroom), "text", lenient=False) == 0
    (newsroom.root / "translations/reports/eins/nl.po").unlink()
    capsys.readouterr()
    assert check(*folders(newsroom), "text", lenient=False) == 1
    told = capsys.readouterr()
    assert "address-lost" in told.out + told.err
    assert "review the languages that the report waits for" in told.out + told.err
    assert "Bring it back" not in told.out + told.err


def test_check_says_what_waits_for_what(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """As a notice, at the report's file, and no longer than it waits; the check passes meanwhile."""

    def told() -> list[str]:
        capsys.readouterr()
        assert check(*folders(newsroom), "github", lenient=False) == 0
        return [line for line in capsys.readouterr().out.splitlines() if "publish-waits" in line]

    newsroom.write(report("eins"))
    ruled(newsroom, "together")
    assert run(newsroom, lang="nl") == 0
    assert [("::notice file=" in line, "eins/report.yaml" in line, "waits for en:" in line) for line in told()] == [
        (True, True, True)
    ]
    assert [p.code for p in newsroom.build(publish=True).problems if p.code == "publish-waits"] == ["publish-waits"]
    ruled(newsroom, "{nl: reviewed}")
    assert ["reviewed” for nl, which nobody has" in line for line in told()] == [True]
    assert review(*folders(newsroom)[:2], "eins", "nl", ANS) == 0
    assert told() == []
    assert [p.code for p in newsroom.build().problems if p.code == "publish-waits"] == []


def test_a_language_may_wait_for_its_review(newsroom: Newsroom) -> None:
    """The others are there meanwhile."""
    newsroom.write(report("eins"))
    ruled(newsroom, "{nl: reviewed}")
    assert run(newsroom) == 0
    assert traces(newsroom) == {"de", "en", "any"}
    assert review(*folders(newsroom)[:2], "eins", "nl", ANS) == 0
    assert traces(newsroom) == {"de", "nl", "en", "any"}


def test_the_newsroom_may_say_it_for_all(newsroom: Newsroom) -> None:
    """A report's own word goes before it."""
    site = newsroom.root / "content/site.yaml"
    site.write_text(site.read_text("utf-8") + "publish: together\n", "utf-8")
    newsroom.write(report("eins"))
    assert traces(newsroom) == set()
    ruled(newsroom, "as-ready")
    assert traces(newsroom) == {"de", "any"}


def test_status_says_what_it_waits_for(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """By language, with what has to happen."""
    newsroom.write(report("eins"))
    ruled(newsroom, "together")
    assert run(newsroom, lang="nl") == 0
    capsys.readouterr()
    assert status(*folders(newsroom)[:2], "text") == 0
    out = capsys.readouterr().out
    assert "eins en: missing" in out and "goes out only together" in out
    ruled(newsroom, "{nl: reviewed}")
    assert status(*folders(newsroom)[:2], "text") == 0
    assert "waits for its review" in capsys.readouterr().out


def test_a_word_that_means_nothing_is_told(newsroom: Newsroom) -> None:
    """With the words there are."""
    from plugins.newsroom.problem import ContentError

    newsroom.write(report("eins"))
    for rule in ("togehter", "{nl: later}", "[nl]"):
        ruled(newsroom, rule)
        with pytest.raises(ContentError):
            newsroom.build()


STATES = st.sampled_from([None, State.MACHINE, State.REVIEWED, State.WRITTEN])


@settings(max_examples=300, deadline=None)
@given(STATES, STATES, st.booleans())
def test_together_is_all_or_nothing(dutch: State | None, english: State | None, withdrawn: bool) -> None:
    """Whatever the states: either no language waits, or all are held."""
    rule = PublishRule(together=LANGUAGES)
    others = [replace(DUTCH, lang=t, state=s) for t, s in (("nl", dutch), ("en", english)) if s is not None]
    made = replace(samples.report(ORIGINAL, *others), publish=rule)
    assert bool(made.waits_for) == (dutch is None or english is None)
    assert not replace(made, status=Status.WITHDRAWN).waits_for or not withdrawn
    for one, two in itertools.combinations(made.released, 2):
        assert one.lang != two.lang

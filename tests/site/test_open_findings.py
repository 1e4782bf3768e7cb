"""What is said of findings that wait for an answer, one and several, in each language."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from plugins.cli.adopt import adopt
from plugins.cli.questions import ReviewOptions
from plugins.cli.review import ReviewWish, review
from plugins.cli.status import status
from plugins.desk.progress import progress
from plugins.desk.wording import wording
from tests.site.desk import by_hand, folders, run
from tests.site.newsroom import Newsroom, report

BODY = "Es kamen 22 Gäste nach Hannover.\n\nSie brachten 17 Ideen aus Kanada mit."
DUTCH = (("22", "Er kwamen gasten naar Hannover."), ("17", "Ze brachten ideeën mee uit Canada."))
ANS = ReviewWish("Ans Jansen", "Persdienst")


@pytest.mark.parametrize(("number", "told"), [(1, "1 finding"), (2, "2 findings")])
def test_findings_that_wait_are_counted_in_words(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str], number: int, told: str
) -> None:
    """By translate, review, adopt and an answer given alone; nothing is recorded before all are answered."""
    newsroom.write(report("eins", body=BODY))
    assert run(newsroom, lang="nl") == 0
    for source, words in DUTCH[:number]:
        by_hand(newsroom, "reports/eins/nl.po", source, words)
    capsys.readouterr()
    run(newsroom, lang="nl")
    assert f"reports/eins/nl.po: {told} of the gate open; `review` asks about each." in capsys.readouterr().out
    content, translations, _ = folders(newsroom)
    assert review(content, translations, "eins", "nl", ANS) == 1
    asked = capsys.readouterr().out
    assert f"eins nl: waiting for an answer: {told}; nothing was recorded." in asked
    keys = re.findall(r"^([0-9a-f]{6})  ", asked, re.MULTILINE)
    assert len(keys) == number
    assert adopt(content, translations, "eins", "nl", ReviewOptions("Ans")) == 1
    assert f"eins nl: waiting for an answer: {told}; nothing was written." in capsys.readouterr().out
    status(content, translations, "text")
    assert all(key in capsys.readouterr().out for key in keys[:1])
    alone = replace(ANS, responsible="", answers=(f"{keys[0]}=so it is",))
    assert review(content, translations, "eins", "nl", alone) == 0
    assert f"eins nl: 1 finding answered by Ans Jansen, {number - 1} left." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lang", "one", "two"),
    [
        ("de", "1 Befund ist offen", "2 Befunde sind offen"),
        ("nl", "1 bevinding staat open", "2 bevindingen staan open"),
        ("en", "1 finding is open", "2 findings are open"),
    ],
)
def test_the_desk_counts_them_in_its_languages(lang: str, one: str, two: str) -> None:
    """Beside the text that is read, in the list of all reports, and in what a run says."""
    said = wording(lang)
    assert [str(said.n("{n} finding is open", "{n} findings are open", n)) for n in (1, 2)] == [one, two]
    assert said.t("Open findings: {n}", n=1).endswith(": 1")
    lines = [
        progress(f"translations/reports/messe/nl.po: {n} of the gate open; `review` asks about each.", said)
        for n in ("1 finding", "2 findings")
    ]
    nouns = {"de": ("1 Befund", "2 Befunde"), "nl": ("1 bevinding", "2 bevindingen"), "en": ("1 finding", "2 findings")}
    assert [re.search(rf"\b{noun}\b", line) is not None for noun, line in zip(nouns[lang], lines, strict=True)] == [
        True
    ] * 2

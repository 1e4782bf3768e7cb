"""Lines of tasks in the editor's language."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

from plugins.build.summary import Summary
from plugins.desk.progress import progress
from plugins.desk.wording import wording
from plugins.translation.run.fulfil import Outcome
from plugins.translation.run.run import Tally, outcome_sentences, summary

PLACE = "translations/reports/messe/nl.po"
RELEASE = (
    "12 reports and 1 static page go out.",
    "3 reports and 4 static pages go out. New: messe, alt.",
    "Waiting:",
    "  messe: under embargo until 2026-12-03 10:00 +0100",
    "  alt, nl: until somebody has reviewed it",
    "  alt: held until all its languages are there; it lacks nl, en",
    "Left out:",
    "  neu: a draft",
    "  neu: a draft, with 2 errors that `check` shows",
    "  alt, kran.jpg: not to be used after 2026-01-01",
    "  en: 3 reports without a language version, listed there in another language; `status` shows which",
    "Reading reports: 300",
    "published https://news.example in output",
    "sent 12 files to web@www.example:/var/www, removed 1 file there",
    "pushed 12 files to gh-pages of origin, removed 1 file there",
    "gh-pages of origin has this site already",
)
FAULTS = (
    "libretranslate: could not be reached: no connection, or it was cut; trying again in 4 s",
    "deepl: gave 3 answers to 4 questions; asking again in smaller parts",
    "chat: gave no answer within 60 seconds; the next engine takes the whole edition",
    "deepl: waiting, 30 s more",
)
ENGLISH = re.compile(r"\b(?:the|and|of|filled|sent|left|open|by|to|with|until|it|that|nothing|for|there|out)\b")


class Order:
    """As far as a line needs it."""

    path = PLACE


def lines() -> list[str]:
    """Everything that a run and a publication say."""
    whole = Outcome(12, 2, "deepl", ("no engine is left to ask",), (), 3, 4, ("Genau so.",), ("“So.”",))
    alone = [replace(Outcome(), **{field.name: getattr(whole, field.name)}) for field in fields(Outcome)]
    one = [replace(Outcome(1, 0, "deepl"), left=left, open=asked) for left in (0, 1) for asked in (0, 2)]
    said = [line for outcome in (whole, *alone) for line in outcome_sentences(Order(), outcome)]  # type: ignore[arg-type]
    said += [
        summary(Tally(((Order(), outcome),), sent, "", waiting))  # type: ignore[arg-type]
        for outcome in (Outcome(), *one)
        for waiting in (0, 1)
        for sent in ((), (("deepl", 1200),))
    ]
    return [*said, *RELEASE, *FAULTS, Summary(1, 2, 3, 0.5, ()).line]


@pytest.mark.parametrize("lang", ["de", "nl"])
@pytest.mark.parametrize("line", lines())
def test_no_english_is_left_in_a_line(lang: str, line: str) -> None:
    """Whatever a run says of its way and its end; numbers and names stay."""
    found = progress(line, wording(lang))
    assert not (set(ENGLISH.findall(found)) - ({"open", "of"} if lang == "nl" else set())), found
    assert sorted(re.findall(r"\d+", found)) == sorted(re.findall(r"\d+", line))


def test_english_stays_english_and_a_catalogue_is_called_by_its_language() -> None:
    """What nobody knows is shown as it came."""
    assert progress(f"{PLACE}: 1 segment filled by deepl.", wording("en")) == "messe, Dutch: 1 segment filled by deepl."
    assert (
        progress(f"{PLACE}: 1 segment filled by deepl.", wording("de"))
        == "messe, Niederländisch: 1 Absatz übersetzt von deepl."
    )
    assert progress("Traceback: x", wording("de")) == "Traceback: x"
    assert not Path(PLACE).exists()

"""Dates in every format must be answered."""

from __future__ import annotations

import pytest

from plugins.translation.gate import Level
from plugins.translation.gate.dates import check


def found(source: str, target: str, source_lang: str = "de", target_lang: str = "en") -> list[str]:
    """The names of the checks that found something."""
    return [finding.check for finding in check(source, target, source_lang, target_lang, 1)]


@pytest.mark.parametrize(
    ("source", "target", "source_lang", "target_lang"),
    [
        ("am 24. September 1759", "on September 24, 1759", "de", "en"),
        ("am 24.9.1759", "on 24 September 1759", "de", "en"),
        ("2024-05-02", "am 2. Mai 2024", "en", "de"),
        ("op 8 november", "am 8. November", "nl", "de"),
        ("02/05/2024", "2 May 2024", "en", "en"),
        ("02/25/2024", "25. Februar 2024", "en", "de"),
        ("vom 24.4. bis 25.5.", "from 24 April to 25 May", "de", "en"),
        ("im März", "in March", "de", "en"),
        ("am Mittwochabend", "on Wednesday evening", "de", "en"),
        ("on Wednesday afternoon", "woensdagmiddag", "en", "nl"),
        ("8 november 2023", "8 novembre 2023", "nl", "fr"),
        ("siehe Abbildung 1.1.", "see Figure 1.1.", "de", "en"),
        ("You may go.", "Sie dürfen gehen.", "en", "de"),
    ],
)
def test_the_same_date_in_another_format_is_an_answer(
    source: str, target: str, source_lang: str, target_lang: str
) -> None:
    """Any format answers any format."""
    assert found(source, target, source_lang, target_lang) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("am 5.3.2026", "on 3 May 2026"),
        ("am 24. September 1759", "on October 24, 1759"),
        ("im März", "in April"),
        ("am Montag", "on Tuesday"),
        ("am 24.9.2024", "on 24.8.2024"),
    ],
)
def test_another_date_is_asked_about(source: str, target: str) -> None:
    """A month, a day of the week, a whole date that changed is a finding."""
    assert found(source, target) == ["date"]


@pytest.mark.parametrize(
    ("source", "target", "level"),
    [
        ("am 24. April 2024", "on 25 April 2024", Level.BLOCK),
        ("im April", "in June", Level.BLOCK),
        ("am Montag", "on Tuesday", Level.BLOCK),
        ("im April", "in spring", Level.ANSWER),
    ],
)
def test_another_day_blocks_and_a_lost_one_is_asked_about(source: str, target: str, level: Level) -> None:
    """A reader would come on the wrong day."""
    assert [finding.level for finding in check(source, target, "de", "en", 1)] == [level]


@pytest.mark.parametrize(
    ("source", "target", "source_lang", "target_lang"),
    [
        ("am 18. März, dem größten Tag", "on May 18, the greatest day", "de", "en"),
        ("(November bis März)", "(November to May)", "de", "en"),
        ("een begindatum in mei", "with a March start date", "nl", "en"),
        ("in summer (Nov–Feb)", "im Sommer von September bis Februar", "en", "de"),
    ],
)
def test_another_month_is_blocked(source: str, target: str, source_lang: str, target_lang: str) -> None:
    """Also one that is a word of another kind too, or cut short."""
    findings = check(source, target, source_lang, target_lang, 1)
    assert [finding.level for finding in findings] == [Level.BLOCK]


@pytest.mark.parametrize(
    ("source", "target", "evidence"),
    [
        (
            "Am Montag, 3. Mai 2026, beginnt es.",
            "It begins on Monday, 3 May 2026.",
            "the source says “Montag, 3. Mai 2026”, which is a Sunday",
        ),
        ("Am 3. Mai 2026 beginnt es.", "It begins on Monday, 3 May 2026.", "“Monday, 3 May 2026” is a Sunday"),
    ],
)
def test_a_weekday_that_its_date_contradicts_is_asked_about(source: str, target: str, evidence: str) -> None:
    """Once, whether it was the source's mistake or the translation's."""
    findings = list(check(source, target, "de", "en", 1))
    assert [(found.level, found.evidence) for found in findings] == [(Level.ANSWER, evidence)]


def test_a_right_weekday_raises_nothing() -> None:
    """It stands in the calendar."""
    assert found("Am Sonntag, 3. Mai 2026, beginnt es.", "It begins on Sunday, 3 May 2026.") == []

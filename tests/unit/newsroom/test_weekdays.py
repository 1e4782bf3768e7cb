"""Days of the week and their dates."""

from __future__ import annotations

import datetime as dt

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.weekdays import contradictions, weekday_name


@pytest.mark.parametrize(
    ("text", "lang", "raw"),
    [
        ("Am Montag, 3. Mai 2026, beginnt es.", "de", "Montag, 3. Mai 2026"),
        ("Am Montag, den 3. Mai 2026, beginnt es.", "de", "Montag, den 3. Mai 2026"),
        ("Am Montagabend (3. Mai 2026)", "de", "Montagabend (3. Mai 2026"),
        ("Mo., 03.05.2026", "de", "Mo., 03.05.2026"),
        ("am 3. Mai 2026 (Montag)", "de", "3. Mai 2026 (Montag"),
        ("am 3. Mai 2026, einem Montag", "de", "3. Mai 2026, einem Montag"),
        ("Montag, 1. Jänner 2026", "de-AT", "Montag, 1. Jänner 2026"),
        ("op maandag 3 mei 2026", "nl", "maandag 3 mei 2026"),
        ("maandagavond 3-5-2026", "nl", "maandagavond 3-5-2026"),
        ("ma. 3 mei 2026", "nl", "ma. 3 mei 2026"),
        ("on Monday, 3 May 2026", "en", "Monday, 3 May 2026"),
        ("on Monday, May 3rd, 2026", "en", "Monday, May 3rd, 2026"),
        ("Monday evening, the 3rd of May 2026", "en", "Monday evening, the 3rd of May 2026"),
        ("Mon 3 May 2026", "en", "Mon 3 May 2026"),
    ],
)
def test_a_weekday_that_its_date_contradicts_is_found(text: str, lang: str, raw: str) -> None:
    """As people write dates in the three languages."""
    assert [found.raw for found in contradictions(text, lang)] == [raw]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Am Sonntag, 3. Mai 2026, beginnt es.", "de"),
        ("Montag bis Mittwoch, 4. bis 6. Mai 2026", "de"),
        ("Montag, 4., bis Mittwoch, 6. Mai 2026", "de"),
        ("Montag und Dienstag, 4. und 5. Mai 2026", "de"),
        ("Am Montag, 3. Mai, und am 4. Mai 2026", "de"),
        ("so 4. Mai 2026", "de"),
        ("Montag, 31. Februar 2026", "de"),
        ("Montag, 3. Mai 1582", "de"),
        ("Monday, 03/05/2026", "en"),
        ("Monday and Tuesday, May 4 and 5, 2026", "en"),
        ("lundi 3 mai 2026", "fr"),
    ],
)
def test_what_may_be_right_is_left_alone(text: str, lang: str) -> None:
    """Spans, dates without a year, dates of another calendar, languages that are not known."""
    assert list(contradictions(text, lang)) == []


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)),
    st.integers(0, 6),
    st.sampled_from([("de", "EEEE, d. MMMM y"), ("nl", "EEEE d MMMM y"), ("en", "EEEE, d MMMM y"), ("en", "EEEE, MMMM d, y")]),
)  # fmt: skip
def test_every_right_day_passes_and_every_wrong_one_is_found(day: dt.date, off: int, form: tuple[str, str]) -> None:
    """Whatever the date."""
    lang, pattern = form
    weekday = format_date(day + dt.timedelta(off), "EEEE", lang)
    text = f"… {weekday}{format_date(day, pattern.removeprefix('EEEE'), lang)}."
    assert [found.day for found in contradictions(text, lang)] == ([day] if off else [])


def test_days_have_their_english_names() -> None:
    """Problems are told in English, whatever the locale."""
    assert weekday_name(dt.date(2026, 5, 3)) == "Sunday"

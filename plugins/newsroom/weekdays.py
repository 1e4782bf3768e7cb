"""A day of the week that its own date contradicts: ``Montag, 3. Mai 2026`` was a Sunday."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from plugins.newsroom.codes import Code
from plugins.newsroom.model import Lang
from plugins.newsroom.month_names import MONTHS, numbered
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.quotation import short_texts
from plugins.newsroom.source import MOST, Text

if TYPE_CHECKING:
    from plugins.newsroom.yaml_source import Doc

_DAYS = {
    "de": "montag/mo dienstag/di mittwoch/mi donnerstag/do freitag/fr samstag/sonnabend/sa sonntag/so",
    "nl": "maandag/ma dinsdag/di woensdag/wo donderdag/do vrijdag/vr zaterdag/za zondag/zo",
    "en": "monday/mon tuesday/tues/tue wednesday/wed thursday/thurs/thur/thu friday/fri saturday/sat sunday/sun",
}
_PARTS = {
    "de": r"(?:vormittag|mittag|nachmittag|abend|nacht|früh|morgen)?s?",
    "nl": r"(?:ochtend|middag|namiddag|avond|nacht)?",
    "en": r"(?:\s(?:morning|noon|afternoon|evening|night))?",
}
_FIRST = 1900
"""Before, dates may be of another calendar."""
_YEAR = re.compile(r"(?:19|2\d)\d\d(?!\d)")
_NEAR = 120
"""Characters on each side of a year among which its date and its weekday stand."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A weekday beside a date that fell on another."""

    start: int
    raw: str
    day: dt.date


def contradictions(text: str, lang: Lang) -> Iterator[Contradiction]:
    """Every weekday of a text that the date beside it contradicts; only dates with their year are certain."""
    base = lang.split("-")[0].lower()
    if base not in _DAYS:
        return
    days, months = numbered(_DAYS[base]), numbered(MONTHS[base])
    names = _beginnings(base)
    near = ((s, e) for s, e in _near_years(text) if any(map(text[s:e].casefold().__contains__, names)))
    found = (match for start, end in near for p in _patterns(base) for match in p.finditer(text, start, end))
    taken = 0
    for match in sorted(found, key=lambda match: match.start()):
        if match.start() < taken:
            continue
        taken = match.end()
        fields = match.groupdict()
        month = months[fields["name"].lower()] + 1 if "name" in fields else int(fields["month"])
        try:
            day = dt.date(int(fields["year"]), month, int(fields["day"]))
        except ValueError:
            continue  # what is no date is told elsewhere
        said = fields["weekday"] or fields["short"]
        if day.year >= _FIRST and day.weekday() != days[said.lower()]:
            yield Contradiction(match.start(), match.group().strip("( "), day)


def _near_years(text: str) -> Iterator[tuple[int, int]]:
    """The passages of a text, as (start, end), in which there is a year: to look at others takes five times as long."""
    start = end = 0
    for match in _YEAR.finditer(text):
        if match.start() - _NEAR > end:
            if end:
                yield start, end
            start = match.start() - _NEAR
        end = min(match.end() + _NEAR, len(text))
    if end:
        yield max(start, 0), end


def weekday_problems(lang: Lang, text: Text, body: str, doc: Doc) -> Iterator[Problem]:
    """A warning for each such weekday in an edition, in its text and above it."""
    start = len(text.text) - len(body)
    for found in islice(contradictions(body, lang), MOST):
        yield _problem(found, text, text.position(start + found.start))
    for path, words in short_texts(doc):
        for found in contradictions(words, lang):
            yield _problem(found, text, doc.at(path))


def _problem(found: Contradiction, text: Text, at: tuple[int, int]) -> Problem:
    return text.problem(
        Code.WEEKDAY,
        at,
        f"“{found.raw}”, which is a {weekday_name(found.day)}",
        "a day of the week and a date that go together",
        "Correct the day of the week, or the date: look it up in a calendar.",
        Level.WARNING,
    )


def weekday_name(day: dt.date) -> str:
    """The day of the week in English, whatever the locale."""
    return _DAYS["en"].split()[day.weekday()].split("/")[0].capitalize()


@functools.cache
def _beginnings(lang: str) -> tuple[str, ...]:
    """What a passage with a day of the week holds, full names or short ones: most passages hold none."""
    full, short = _lengths(_DAYS[lang])
    return (*full, *(name + stop for name in short for stop in (("",) if lang == "en" else (".", ","))))


@functools.cache
def _patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    """A weekday before its date, and one behind it."""
    full, short = ("|".join(names) for names in _lengths(_DAYS[lang]))
    stop = r"[.,]" if lang != "en" else r"\.?"  # *so* and *do* are words
    before = rf"(?<!\w)(?:(?P<weekday>{full}){_PARTS[lang]}|(?P<short>{short}){stop})"
    after = rf"(?P<weekday>{full}){_PARTS[lang]}(?!\w)"
    day, year = r"(?P<day>\d{1,2})", r"(?P<year>\d{4})(?!\d)"
    month = rf"(?P<name>{'|'.join(name for names in _lengths(MONTHS[lang]) for name in names)})\.?"
    # With slashes the order of day and month is not certain in English.
    figures = rf"{day}(?P<mark>[.-]{'' if lang == 'en' else '|/'})\s?(?P<month>\d{{1,2}})(?P=mark)\s?{year}"
    dates = [rf"{day}(?:\.|st|nd|rd|th|e|ste|de)?\s+(?:of\s+)?{month},?\s+{year}", figures]
    if lang == "en":
        dates.append(rf"{month}\s+{day}(?:st|nd|rd|th)?,?\s+{year}")
    join = r"\s*,?\s*\(?(?:(?:den|dem|de|the|am|op|on)\s+)?"
    behind = r"(?:\s*\(|,\s*(?:einem|einen|een|a)\s+)"
    patterns = [pattern for date in dates for pattern in (before + join + date, rf"(?<![\d.]){date}{behind}{after}")]
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _lengths(names: str) -> tuple[list[str], list[str]]:
    """The names in full and in short, the longer ones first."""
    every = sorted(names.replace("/", " ").split(), key=len, reverse=True)
    return [name for name in every if len(name) > 5], [name for name in every if len(name) <= 5]

"""Days and times as press texts in German, Dutch and English write them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from babel.dates import get_month_names

from plugins.newsroom.moments import YEARS
from plugins.newsroom.record import record


@record
class Day:
    """A day that stands in a text."""

    text: str
    """As it was written."""
    day: int
    month: int
    year: int = 0
    """0: no year was written."""
    is_ambiguous: bool = False
    """Written as 05/03/2024, which two countries read in two ways."""

    @property
    def iso(self) -> str:
        """As 2024-05-02, or empty without a year or where there is no such day."""
        try:
            return dt.date(self.year, self.month, self.day).isoformat() if self.year else ""
        except ValueError:
            return ""


@cache
def _months() -> dict[str, int]:
    found = {}
    for lang in ("de", "de_AT", "nl", "en"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, "format", lang).items():
                found[name.casefold().rstrip(".")] = number
    return {**found, "mrt": 3, "maerz": 3, "mär": 3, "sept": 9}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    weekday = r"(?:\b(?:mo|di|mi|do|fr|sa|so|ma|wo|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)\w*[.,]?\s+(?:,?\s*den\s+)?)?"
    return tuple(
        re.compile(rf"(?<![\w.]){pattern}(?!\w)", re.IGNORECASE)
        for pattern in (
            rf"{weekday}(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s*(?P<name>{names})\.?,?(?:\s+(?P<year>\d{{4}}))?",
            rf"{weekday}(?P<name>{names})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?",
            rf"{weekday}(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?(?P<year>\d{{4}}|\d{{2}})?",
            r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
            r"(?P<day>\d{1,2})(?P<slash>[/-])(?P<month>\d{1,2})[/-](?P<year>\d{4})",
        )
    )


def days(text: str) -> Iterator[Day]:
    """Every day in a text, from left to right."""
    found = [(match.start(), match) for pattern in _patterns() for match in pattern.finditer(text)]
    end = -1
    for start, match in sorted(found, key=lambda each: (each[0], -each[1].end())):
        if start < end:
            continue
        day = _day(match)
        if day is not None:
            end = match.end()
            yield day


def _day(match: re.Match[str]) -> Day | None:
    parts = match.groupdict()
    month = int(parts["month"]) if parts.get("month") else _months()[(parts.get("name") or "").casefold().rstrip(".")]
    number, year = int(parts["day"]), int(parts["year"] or 0)
    if 0 < year < 100:
        year += 2000
    if not (1 <= month <= 12 and 1 <= number <= 31) or (year and year not in YEARS):
        return None
    slashed = parts.get("slash") == "/" and number <= 12 and number != month
    return Day(match[0].strip(), number, month, year, slashed)


def only_day(text: str) -> Day | None:
    """The day, where a text holds nothing else."""
    found = next(days(text), None)
    if found is None:
        return None
    rest = text.replace(found.text, "", 1)
    return found if not re.search(r"\w", rest) else None


_TIME = re.compile(
    r"(?<![\d.,])(?P<hour>[01]?\d|2[0-4])(?:(?:[:.](?P<minute>[0-5]\d))(?!\.?\d)|(?=\s*(?:uhr|uur|h\b|[ap]\.?m\b)))"
    r"\s*(?P<half>[ap]\.?m\.?)?(?:\s*(?:uhr|uur|hrs|h\b|o'clock))?\s*(?P<zone>m?e?sz|mez|ce?s?t|utc|gmt|bst|[ecmp][sd]t|[ep]t|eest|eet|west|wet|msk|ist|jst|aest|hkt)?\b",
    re.IGNORECASE,
)


def time_of(text: str) -> tuple[str, str]:
    """(``10:00``, zone as written) of the first time in a text; empty where there is none.

    24:00 is given as it is; ``zone`` is empty where the text names none.
    """
    for day in days(text):
        text = text.replace(day.text, " ", 1)
    found = _TIME.search(text)
    if found is None:
        return "", ""
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found["half"] or "").replace(".", "").casefold()
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}", (found["zone"] or "").upper()

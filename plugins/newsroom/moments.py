"""Points in time as an editor writes them, read without guessing."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from plugins.newsroom.codes import Code
from plugins.newsroom.invisible import trimmed, typed_plainly
from plugins.newsroom.month_names import month_number
from plugins.newsroom.refusal import RefusalError

YEARS = range(1900, 2101)
"""Years that are taken for meant; others are slips of the finger."""

_MOMENT = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})"
    r"(?:(?:[Tt]|[ ]+)(\d{2}):(\d{2})(?::(\d{2})(?:\.0+)?)?[ ]?([Zz]|[+-]\d{2}:?\d{2})?)?",
    re.ASCII,
)
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(.*)", re.DOTALL)
_SLASHED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
_SHORT = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(.*)", re.DOTALL)
_WORDED = re.compile(
    r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th)? ?(?:of )?(?P<month>[^\W\d_]+\.?),? (?P<year>\d{4})", re.IGNORECASE
)
_WORDED_FIRST = re.compile(r"(?P<month>[^\W\d_]+\.?) (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})", re.IGNORECASE)
_FRACTION = re.compile(r"(.*T\d{2}:\d{2}:\d{2})\.\d+(.*)", re.DOTALL)
_TIME = re.compile(r"[T, ]+(\d{1,2})(?:[.:h](\d{2}))?(?: ?(?:Uhr|uur|h))?", re.IGNORECASE)
_POINTED = re.compile(r"(\d{4}-\d{2}-\d{2})[T, ]+(\d{1,2})(?:[.:h](\d{2}))?(?: ?(?:Uhr|uur|h))?", re.IGNORECASE)
_ZONED = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ]+(\d{2}:\d{2})(?::\d{2})?[ ,]*(?:[A-Za-z][\w/() +-]*|\[[\w/+-]+\]|[+-]\d{1,2})"
)
_CLOCK = re.compile(r"(\d{1,2})[.:h](\d{2})(?: ?(?:Uhr|uur|h))?", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})([/.]|)(\d{2})\2(\d{2})")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_EXPECTED_DAY = "a day as year-month-day, such as 2024-05-02"
_EXPECTED_MOMENT = "a day such as 2024-05-02, or a day and time such as 2024-05-02T10:00"
_EXPECTED_INSTANT = "a day and a time, such as 2024-05-02T10:00"


def parse_day(text: str) -> dt.date:
    """The day written as ``2024-05-02``. Raises ``RefusalError``."""
    value = _parse(text, _EXPECTED_DAY)
    if isinstance(value, dt.datetime):
        fix = f"Leave the time away: {value.date().isoformat()}."
        raise RefusalError(Code.BAD_DATE, f"“{text}”, a day with a time", _EXPECTED_DAY, fix)
    return value


def parse_moment(text: str, zone: ZoneInfo) -> dt.date | dt.datetime:
    """A day, or a datetime with a zone: the one written, else ``zone``.

    Raises ``RefusalError``, also for a time that the clocks of ``zone`` show twice or never
    (RFC 5545, 3.3.5, lets programs guess; here the editor is asked).
    """
    value = _parse(text, _EXPECTED_MOMENT)
    if isinstance(value, dt.datetime) and value.tzinfo is None:
        return _localised(value, zone)
    return value


def parse_instant(text: str, zone: ZoneInfo) -> dt.datetime:
    """A time; one without a zone is local to ``zone``. Raises ``RefusalError``, also for a day alone."""
    value = _parse(text, _EXPECTED_INSTANT)
    if isinstance(value, dt.datetime):
        return value if value.tzinfo is not None else _localised(value, zone)
    found, hint = f"“{text}”, a day without a time", f"{value.isoformat()}T10:00"
    fix = f"Add the time at which it ends, on the newsroom's clock, for example: {hint}"
    raise RefusalError(Code.EMBARGO_TIME, found, _EXPECTED_INSTANT, fix)


def local_time(text: str, zone: ZoneInfo) -> dt.datetime | None:
    """What the newsroom's clock shows at a time written with another offset than ``zone`` has on that day.

    ``None`` for everything else: no offset, the right one, or no time at all.
    """
    found = _MOMENT.fullmatch(trimmed(text))
    if found is None or found[7] is None:
        return None
    try:
        value = _parse(text, "")
    except RefusalError:
        return None
    if not isinstance(value, dt.datetime):
        return None
    local = value.astimezone(zone)
    return None if local.utcoffset() == value.utcoffset() else local


def is_before(one: dt.date | dt.datetime, other: dt.date | dt.datetime) -> bool:
    """Whether a day or time lies wholly before another; a time lies within its day."""
    if isinstance(one, dt.datetime) and isinstance(other, dt.datetime):
        return one < other
    return _day(one) < _day(other)


def _day(moment: dt.date | dt.datetime) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _parse(text: str, expected: str) -> dt.date | dt.datetime:
    text = trimmed(text)
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise RefusalError(Code.BAD_DATE, f"“{text}”", expected, _hint(typed_plainly(text)))
    year, month, day = (int(part) for part in found.group(1, 2, 3))
    date = _date(text, expected, year, month, day)
    if found[4] is None:
        return date
    try:
        time = dt.time(int(found[4]), int(found[5]), int(found[6] or 0))
    except ValueError:
        fix = "Hours go from 00 to 23, minutes and seconds from 00 to 59; midnight is 00:00 of the next day."
        raise RefusalError(Code.BAD_DATE, f"“{text}”, a time that does not exist", expected, fix) from None
    return dt.datetime.combine(date, time, _offset(text, found[7], expected))


def _date(text: str, expected: str, year: int, month: int, day: int) -> dt.date:
    found = f"“{text}”"
    if not 1 <= month <= 12:
        swap = f" Were day and month meant the other way round: {year:04}-{day:02}-{month:02}?" if day <= 12 else ""
        raise RefusalError(Code.BAD_DATE, found, expected, f"Months go from 01 to 12.{swap}")
    if year not in YEARS:
        raise RefusalError(Code.BAD_DATE, found, expected, f"Check the year {year:04}.")
    try:
        return dt.date(year, month, day)
    except ValueError:
        fix = f"{_MONTHS[month - 1]} {year} has no day {day}."
        raise RefusalError(Code.BAD_DATE, found, expected, fix) from None


def _offset(text: str, written: str | None, expected: str) -> dt.tzinfo | None:
    if written is None:
        return None
    if written in "Zz":
        return dt.UTC
    hours, minutes = int(written[1:3]), int(written[-2:])
    if hours > 14 or minutes > 59:
        raise RefusalError(
            Code.BAD_DATE, f"“{text}”, with a zone that does not exist", expected, "Write +01:00 or +02:00."
        )
    sign = -1 if written[0] == "-" else 1
    return dt.timezone(sign * dt.timedelta(hours=hours, minutes=minutes))


def _localised(naive: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    first, second = naive.replace(tzinfo=zone), naive.replace(tzinfo=zone, fold=1)
    if first.utcoffset() == second.utcoffset():
        return first
    found = f"“{naive.isoformat(sep=' ', timespec='minutes')}” without a zone"
    if first.astimezone(dt.UTC).astimezone(zone).replace(tzinfo=None) != naive:
        raise RefusalError(
            Code.TIME_SKIPPED,
            found,
            f"a time that exists: the clocks of {zone.key} skipped it that night",
            "Check the time; an hour later was most probably meant.",
        )
    one, two = (moment.isoformat(timespec="minutes") for moment in (first, second))
    raise RefusalError(
        Code.TIME_TWICE,
        found,
        f"a time with its zone: the clocks of {zone.key} showed it twice that night",
        f"Write {one} for the first or {two} for the second.",
    )


def _hint(text: str) -> str:
    """How to write a date that was typed with plain signs in another way."""
    if _MOMENT.fullmatch(text):
        return f"Write it with hyphens and digits of the keyboard: {text}."
    if clock := _CLOCK.fullmatch(text):
        return f"Write the day before the time, for example 2024-05-02T{clock[1]:0>2}:{clock[2]}."
    if german := _GERMAN.fullmatch(text):
        day, month, year = (int(part) for part in german.group(1, 2, 3))
        if 1 <= month <= 12 and 1 <= day <= 31:
            time = _TIME.fullmatch(german[4])
            iso = f"{year:04}-{month:02}-{day:02}" + (f"T{time[1]:0>2}:{time[2] or '00'}" if time else "")
            return f"If {day} {_MONTHS[month - 1]} {year} is meant, write {iso}."
    if pointed := _POINTED.fullmatch(text):
        return f"Write the time with a colon: {pointed[1]}T{pointed[2]:0>2}:{pointed[3] or '00'}."
    if zoned := _ZONED.fullmatch(text):
        return f"Leave away what stands behind the time, if the newsroom's clock is meant: {zoned[1]}T{zoned[2]}."
    if first := _YEAR_FIRST.fullmatch(text):
        return f"Write it with hyphens: {first[1]}-{first[3]}-{first[4]}."
    if fraction := _FRACTION.fullmatch(text):
        return f"Leave the fraction of a second away: {fraction[1]}{fraction[2]}."
    if short := _SHORT.fullmatch(text):
        year, month, day = (int(part) for part in short.group(1, 2, 3))
        return f"Write {year:04}-{month:02}-{day:02}, with two digits each; a time follows as T10:00."
    if _SLASHED.match(text):
        return "Write the year first, then month and day, with hyphens: 2024-05-02."
    return _named_month(text) or "Write the day as 2024-05-02."


def _named_month(text: str) -> str:
    """How to write a day whose month was written as a word, in German, Dutch or English; empty for others."""
    found = _WORDED.fullmatch(text) or _WORDED_FIRST.fullmatch(text)
    month = month_number(found["month"]) if found else 0
    if not found or not month:
        return ""
    return f"Write it with hyphens and digits of the keyboard: {found['year']}-{month:02}-{int(found['day']):02}."

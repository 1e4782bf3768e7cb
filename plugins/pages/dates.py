"""Dates, ranges and names of languages and countries as each language writes them (Babel, CLDR)."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_interval, format_time, get_timezone_gmt

from plugins.newsroom.model import Event, Lang
from plugins.pages.views import DateView

EUROPEAN = {"en": "en_GB"}
"""CLDR's bare ``en`` writes American dates; the newsroom's English is Europe's."""

_TO = "\u2009–\u2009"
"""Between two dates that have blanks themselves, as CLDR writes it."""


@lru_cache(maxsize=64)
def locale_of(lang: Lang) -> Locale:
    """Babel's locale for a language tag: the nearest one that it has, as ``de`` for ``de-x-leicht``.

    A language that Babel does not know at all has the dates and numbers of English.
    """
    parts = lang.split("-")
    for length in range(len(parts), 0, -1):
        tag = "-".join(parts[:length])
        try:
            return Locale.parse(EUROPEAN.get(tag, tag.replace("-", "_")))
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(EUROPEAN["en"])


@lru_cache(maxsize=64)
def open_graph_locale(lang: Lang) -> str:
    """Language and country as Open Graph writes them, ``de_DE``; the likeliest country, if none is named."""
    locale = locale_of(lang)
    likely = get_global("likely_subtags").get(locale.language, "")
    territory = locale.territory or likely.rpartition("_")[2]
    return f"{locale.language}_{territory}" if territory else locale.language


@lru_cache(maxsize=64)
def direction_of(lang: Lang) -> str:
    """``ltr`` or ``rtl``."""
    return str(locale_of(lang).character_order).replace("left-to-right", "ltr").replace("right-to-left", "rtl")


@lru_cache(maxsize=256)
def language_name(lang: Lang, reader: Lang) -> str:
    """The name of a language in the reader's language."""
    return locale_of(lang.split("-")[0]).get_language_name(locale_of(reader)) or lang


@lru_cache(maxsize=64)
def endonym(lang: Lang) -> str:
    """The name of a language in itself, with a capital for lists."""
    name = Locale.parse(lang.replace("-", "_")).get_language_name() or lang
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=1024)
def country_name(code: str, reader: Lang) -> str:
    """The name of a country (ISO 3166-1 alpha-2) in the reader's language, or the code."""
    return str(locale_of(reader).territories.get(code, code))


@lru_cache(maxsize=8192)
def long_date(day: dt.date, lang: Lang) -> str:
    """``22. April 2024`` and its like."""
    return format_date(day, "long", locale=locale_of(lang))


@lru_cache(maxsize=4096)
def day_range(start: dt.date, end: dt.date, lang: Lang) -> str:
    """``3.–5. März 2026`` and its like; one day is written once."""
    if start == end:
        return long_date(start, lang)
    locale = locale_of(lang)
    largest = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    # CLDR has ranges with short months alone; the long dates around them want the month in full.
    patterns = locale.interval_formats.get("yMMMd", {}).get(largest)
    if not patterns:
        return str(format_interval(start, end, "yMMMMd", locale=locale))
    days = zip((start, end), patterns, strict=True)
    return "".join(format_date(day, re.sub("MMM", "MMMM", pattern), locale=locale) for day, pattern in days)


def date_view(day: dt.date | dt.datetime, lang: Lang) -> DateView:
    """A day, machine and human."""
    plain = day.date() if isinstance(day, dt.datetime) else day
    return DateView(plain.isoformat(), long_date(plain, lang))


def timed_view(day: dt.date | dt.datetime, lang: Lang) -> DateView:
    """A day, with its time where it has one: ``2. Mai 2026, 10:00``."""
    if not isinstance(day, dt.datetime):
        return date_view(day, lang)
    return DateView(day.isoformat(), f"{long_date(day.date(), lang)}, {_clock(day.time(), lang)}")


@lru_cache(maxsize=4096)
def _clock(time: dt.time, lang: Lang) -> str:
    return str(format_time(time, "short", locale=locale_of(lang)))


def zone_name(moment: dt.datetime, lang: Lang) -> str:
    """The offset of a time as people write it: ``GMT-04:00``."""
    return str(get_timezone_gmt(moment, "long", locale=locale_of(lang)))


def event_when(event: Event, lang: Lang) -> str:
    """When an event takes place: days, and times where both are given."""
    start, end = event.start, event.end
    if isinstance(start, dt.datetime) and isinstance(end, dt.datetime):
        first, last = _clock(start.time(), lang), _clock(end.time(), lang)
        if end > start and last == "00:00":  # an evening that ends at midnight is of one day
            end, last = end - dt.timedelta(days=1), "24:00"
        if start.date() == end.date():
            return f"{long_date(start.date(), lang)}, {first}" + ("" if start == end else f"–{last}")
        return f"{long_date(start.date(), lang)}, {first}{_TO}{long_date(end.date(), lang)}, {last}"
    first_day = start.date() if isinstance(start, dt.datetime) else start
    last_day = end.date() if isinstance(end, dt.datetime) else end
    return day_range(first_day, last_day, lang)


@lru_cache(maxsize=4096)
def short_month(day: dt.date, lang: Lang) -> str:
    """Abbreviated month for a date block."""
    return format_date(day, "MMM", locale=locale_of(lang)).rstrip(".")

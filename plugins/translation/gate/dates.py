"""Dates: months, days of the week, whole dates in any format (month names after CLDR)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError

from plugins.newsroom.weekdays import contradictions, weekday_name
from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.words import level, plain

_SHORT = r"(?:(?<=m )|(?<=is )|(?<=en )|(?<=, )|(?<=[(–-]))(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?!\d)"
"""A day and a month without a year (``vom 24.4. bis 25.5.``), after a word: chapters look the same."""

_IN = re.compile(r"\b(?:in|of|since|until|by|early|late|mid|last|next|this)[\s-]$", re.IGNORECASE)
"""What stands before the month of May, and not before one who may."""

_SPAN = re.compile(r"[-–—/]")
"""What joins two short names: ``Nov–Feb``."""
_AMIDST = re.compile(r"(?:(?<=[a-z,;–] )|(?<=[(–/-]))([A-Z][a-z]+)(?!\s+[A-Z])|(?<!\w)([A-Z][a-z]+)(?=\s\d)")
"""A single word with a capital after a small one, or before a figure: *in (May)*, *March 2024*."""

_SHORT_DAY = re.compile(r"(?<!\w)([^\W\d_]{2,5})\.?,?\s(?:the |dem |den |de )?$")
"""What may be a short name of a day of the week before a date."""
_NEAR = 24
_JOIN = r"\s?(?:[-–—/]|\b(?:bis(?: zum)?|und|to|and|until|tot(?: en met)?|t/m|en)\b)\s?"
_BEGINS = re.compile(rf"(?<![\d.,:])(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th|e)?{_JOIN}(?:the |de |dem )?$", re.IGNORECASE)
_ENDS = re.compile(r"\s?(?:[-–—]|\b(?:to|until)\b)\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|[.,]\d)", re.IGNORECASE)
"""The other end of a span, before a date or behind one."""

Day = tuple[int, int, int]
"""(year or 0, month, day)."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in a text, with every day it may mean."""

    start: int
    end: int
    raw: str
    days: frozenset[Day]
    numeric: bool = False

    def agrees(self, other: Mention) -> bool:
        """Whether both may mean the same day; a missing year agrees with any."""
        return any(a[1:] == b[1:] and (not a[0] or not b[0] or a[0] == b[0]) for a in self.days for b in other.days)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Names of months and days of the week of one language, plain, with their numbers."""

    months: tuple[tuple[str, int], ...] = ()
    weekdays: tuple[tuple[str, int], ...] = ()

    @property
    def month_numbers(self) -> dict[str, int]:
        """Month by name."""
        return dict(self.months)


@functools.cache
def calendar(lang: str) -> Calendar:
    """The names Babel knows for a language, in full and short; empty where it knows none."""
    try:
        locale = Locale.parse(lang.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return Calendar()
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                months.setdefault(plain(name).rstrip("."), int(number))
        for number, name in locale.days[context]["wide"].items():
            weekdays.setdefault(plain(name), int(number))
    for name, number in lexicon(lang).months:
        months.setdefault(name, int(number))
    for name, number in lexicon(lang).weekdays:
        weekdays.setdefault(name, int(number))
    return Calendar(tuple(_letters(months)), tuple(_letters(weekdays)))


def _letters(names: dict[str, int]) -> list[tuple[str, int]]:
    return [(name, number) for name, number in names.items() if re.fullmatch(r"[^\W\d_]{2,}", name)]


@functools.cache
def _patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    names = sorted((name for name, _ in calendar(lang).months), key=len, reverse=True)
    month = "(?P<month>" + "|".join(map(re.escape, names)) + r")\b\.?"
    day = r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er|e|de|ste)?"
    year = r"(?:,?\s+(?P<year>\d{4})\b)?"
    written = (
        [rf"(?<![\d.,:]){day}\s+(?:of\s+|de\s+)?{month}{year}", rf"\b{month}\s+{day}(?![\d:]|\.\d){year}"]
        if names
        else []
    )
    numeric = [
        r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])",
        r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2})(?![\d.]\d)",
        r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4}|\d{2})(?![\d/])",
        r"(?<![\d-])(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})(?![\d-])",
        *([_SHORT] if lexicon(lang).ordinal_dot else []),
    ]
    return tuple(re.compile(pattern) for pattern in (*written, *numeric))


@functools.lru_cache(maxsize=4096)
def dates(text: str, lang: str) -> tuple[Mention, ...]:
    """Every date of the text with a day and a month, in order; what cannot be a day is left out."""
    months = calendar(lang).month_numbers
    simple = level(text)
    found: list[Mention] = []
    taken: set[int] = set()
    for pattern in _patterns(lang):
        for match in pattern.finditer(simple):
            span = range(*match.span())
            if not taken.isdisjoint(span):
                continue
            days = _days(match, months, "/" in match.group())
            if days:
                raw = text[match.start() : match.end()]
                numeric = match["month"].isdigit()
                taken.update(span)
                found.append(Mention(match.start(), match.end(), raw, days, numeric))
    return tuple(sorted(found, key=lambda m: m.start))


def with_ends(text: str, lang: str) -> tuple[Mention, ...]:
    """Every date, also the end of a span that leaves its month to the other one: *1. bis 3. Juni*, *June 1 to 3*."""
    found: list[Mention] = []
    for mention in dates(text, lang):
        before = _BEGINS.search(text[max(0, mention.start - _NEAR) : mention.start])
        behind = None if mention.numeric or mention.raw[0].isdigit() else _ENDS.match(text, mention.end)
        for match in (before, behind):
            day = int(match["day"]) if match and not mention.numeric else 0
            if 1 <= day <= 31:
                days = frozenset((year, month, day) for year, month, _ in mention.days)
                found.append(Mention(mention.start, mention.end, f"{day} {mention.raw}", days))
        found.append(mention)
    return tuple(found)


def _days(match: re.Match[str], months: dict[str, int], slashed: bool) -> frozenset[Day]:
    """A date with slashes has its day first, as in Britain, unless only the other order makes one."""
    fields = match.groupdict()
    day = int(fields["day"])
    month = months.get(fields["month"]) or (int(fields["month"]) if fields["month"].isdigit() else 0)
    raw_year = fields.get("year") or "0"
    years = [int(raw_year) + century for century in (1900, 2000)] if len(raw_year) == 2 else [int(raw_year)]
    if slashed and month > 12:
        month, day = day, month
    return frozenset((year, month, day) for year in years if 1 <= month <= 12 and 1 <= day <= 31)


def check(source: str, target: str, source_lang: str, target_lang: str, line: int) -> Iterator[Finding]:
    """Block another month, weekday or date in the place of one; ask about one that is only gone."""
    ours, theirs = with_ends(source, source_lang), with_ends(target, target_lang)
    missing = [m for m in ours if not any(m.agrees(t) for t in theirs)]
    extra = [t for t in theirs if not any(t.agrees(m) for m in ours)]
    if missing and len(missing) == len(extra):
        evidence = f"{quote(missing[0].raw)} has become {quote(extra[0].raw)}"
        yield Finding(line, "date", Level.BLOCK, evidence, (missing[0].raw, extra[0].raw))
        return
    yield from _names(source, target, source_lang, target_lang, line)
    yield from _weekdays(source, target, source_lang, target_lang, line)


def _weekdays(source: str, target: str, source_lang: str, target_lang: str, line: int) -> Iterator[Finding]:
    """Ask about a day of the week that its own date contradicts, in the source or in the translation alone."""
    ours, theirs = list(contradictions(source, source_lang)), list(contradictions(target, target_lang))
    for found in ours:
        evidence = f"the source says {quote(found.raw)}, which is a {weekday_name(found.day)}"
        yield Finding(line, "date", Level.ANSWER, evidence, (found.raw, ""))
    for found in theirs:
        if found.day not in {other.day for other in ours}:
            evidence = f"{quote(found.raw)} is a {weekday_name(found.day)}"
            yield Finding(line, "date", Level.ANSWER, evidence, ("", found.raw))


def _names(source: str, target: str, source_lang: str, target_lang: str, line: int) -> Iterator[Finding]:
    ours, theirs = calendar(source_lang), calendar(target_lang)
    if not (ours.months and theirs.months):
        return
    for what, mine, other in (("month", ours.months, theirs.months), ("day", ours.weekdays, theirs.weekdays)):
        said = _certain(source, mine, source_lang)
        answered = {n for _, n in _said(target, other, target_lang, strict=False)}
        if what == "month":
            answered |= {d[1] for t in dates(target, target_lang) for d in t.days}
        lost = [(word, number) for word, number in said if number not in answered]
        fresh = [
            (word, number)
            for word, number in _certain(target, other, target_lang)
            if number not in {n for _, n in _said(source, mine, source_lang, strict=False)}
        ]
        if lost:
            stands = fresh[0][0] if fresh else ""
            instead = f", {quote(stands)} stands there" if fresh else ""
            evidence = f"the {what} {quote(lost[0][0])} has no answer{instead}"
            yield Finding(line, "date", Level.BLOCK if fresh else Level.ANSWER, evidence, (lost[0][0], stands))
            return


def _certain(text: str, names: tuple[tuple[str, int], ...], lang: str) -> list[tuple[str, int]]:
    """The names that are meant as such."""
    return [*_said(text, names, lang, strict=True), *_doubtful(text, names, lang)]


def _doubtful(text: str, names: tuple[tuple[str, int], ...], lang: str) -> list[tuple[str, int]]:
    """(word, number) of names that are words too (*May*, *March*), with a capital in the midst of a sentence."""
    table, doubtful = dict(names), lexicon(lang).months_ambiguous
    found = (match[1] or match[2] for match in _AMIDST.finditer(text))
    return [(word, table[plain(word)]) for word in found if plain(word) in doubtful and plain(word) in table]


def _beside_dates(text: str, lang: str) -> list[tuple[str, int]]:
    """(word, number) of short names of days of the week right before a date: *Mi., 24. April*."""
    table, mentions = dict(lexicon(lang).weekdays_short), dates(text, lang) if lexicon(lang).weekdays_short else ()
    found = (_SHORT_DAY.search(text[max(0, mention.start - _NEAR) : mention.start]) for mention in mentions)
    return [(match[1], int(table[plain(match[1])])) for match in found if match and plain(match[1]) in table]


def _said(text: str, names: tuple[tuple[str, int], ...], lang: str, *, strict: bool) -> list[tuple[str, int]]:
    """(word, number) of each name in the text; ``strict`` leaves out short and ambiguous ones."""
    table = dict(names)
    doubtful = lexicon(lang).months_ambiguous
    found = _beside_dates(text, lang) if names is calendar(lang).weekdays else []
    for match in re.finditer(r"[^\W\d_]+", text):
        word = plain(match.group())
        number = table.get(word)
        if number is None and len(word) > 6:
            number = next((n for name, n in names if len(name) > 5 and word.startswith(name)), None)
        if number is None:
            continue
        alone = not _SPAN.match(text[match.end() : match.end() + 2]) and not _SPAN.search(text[: match.start()][-2:])
        if strict and len(word) < 4 and alone and word not in ("mai", "mei", "may"):
            continue
        if (
            strict
            and word in doubtful
            and not (match.group()[0].isupper() and _IN.search(text[max(0, match.start() - 8) : match.start()]))
        ):
            continue
        found.append((match.group(), number))
    return found

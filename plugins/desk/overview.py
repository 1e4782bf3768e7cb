"""The first page: every report as one row, found by words and by how it stands."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.desk.inventory import Item, Stock
from plugins.newsroom.model import Lang, Report, State, Status
from plugins.newsroom.problem import Level

PER_PAGE = 40
"""Rows on one page: some 100 KB with everything."""


@dataclass(frozen=True, slots=True)
class Row:
    """One report."""

    id: str
    title: str
    lang: Lang
    """Of the title."""
    day: dt.date | None
    picture: str
    item: Item
    standing: str
    """``draft``, ``embargo``, ``ahead``, ``waits``, ``withdrawn``, ``public`` or ``broken``."""
    until: dt.datetime | None
    """The end of an embargo, or the day to come."""
    errors: int
    warnings: int
    notices: int
    unsaved: bool
    """Changed since it was last handed in for publication."""

    @property
    def states(self) -> tuple[tuple[Lang, State, int], ...]:
        """(language, state, open findings)."""
        return tuple((found.lang, found.state, len(found.open)) for found in self.item.coverage)


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody is looking for."""

    words: str = ""
    standing: str = ""
    """A standing, or ``problems``, ``unsaved``, ``machine``, ``stale``, ``missing``."""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Overview:
    """A page of the rows that were found, newest first."""

    rows: tuple[Row, ...]
    found: int
    every: int
    page: int
    pages: int
    counts: tuple[tuple[str, int | None], ...]
    """(filter, number of reports); of states of languages no number, which would have to look at all of them."""


def overview(stock: Stock, now: dt.datetime, changed: frozenset[str], search: Search) -> Overview:
    """The rows of a page; ``changed``: ids of reports that are not handed in."""
    rows = sorted((row_of(item, stock, now, changed) for item in stock.items), key=_newest, reverse=True)
    chosen = [row for row in rows if _matches(row, search, stock)]
    pages = max((len(chosen) + PER_PAGE - 1) // PER_PAGE, 1)
    page = min(max(search.page, 1), pages)
    counts = tuple((name, None if name in _STATES else sum(_is(row, name) for row in rows)) for name in FILTERS)
    return Overview(tuple(chosen[(page - 1) * PER_PAGE : page * PER_PAGE]), len(chosen), len(rows), page, pages, counts)


FILTERS = ("draft", "embargo", "public", "withdrawn", "problems", "unsaved", "machine", "stale", "missing")
_STATES = {"machine": State.MACHINE, "stale": State.STALE, "missing": State.MISSING}


def _is(row: Row, name: str) -> bool:
    if name in _STATES:
        return any(state is _STATES[name] for _, state, _ in row.states)
    if name == "problems":
        return bool(row.errors or row.warnings or row.notices)
    if name == "unsaved":
        return row.unsaved
    return row.standing == name or (name == "embargo" and row.standing == "ahead")


def _matches(row: Row, search: Search, stock: Stock) -> bool:
    if search.standing in FILTERS and not _is(row, search.standing):
        return False
    text = search.words.casefold().split()
    if not text:
        return True
    item = stock.item(row.id)
    hay = " ".join(_searched(item)).casefold() if item else ""
    return all(word in hay for word in text)


def _searched(item: Item) -> Iterator[str]:
    """Everything in a report that somebody may remember of it."""
    yield item.id
    report = item.bundle.report
    if report is None:
        return
    yield report.published.date().isoformat()
    for edition in report.editions:
        yield from (edition.title, edition.kicker, edition.teaser)
    if report.event is not None:
        yield from (report.event.city, report.event.venue)


def _newest(row: Row) -> tuple[dt.date, str]:
    return row.day or dt.date.max, row.id


def row_of(item: Item, stock: Stock, now: dt.datetime, changed: frozenset[str]) -> Row:
    """One report as a row."""
    report = item.bundle.report
    lang, title = _title(item, report)
    levels = Counter(problem.level for problem in item.problems)
    standing, until = ("broken", None) if report is None else _standing(report, item, now)
    return Row(
        id=item.id,
        title=title,
        lang=lang,
        day=report.published.date() if report else None,
        picture=_picture(item.folder, report),
        item=item,
        standing=standing,
        until=until.astimezone(ZoneInfo(stock.site.timezone)) if until else None,
        errors=levels[Level.ERROR],
        warnings=levels[Level.WARNING],
        notices=levels[Level.NOTICE],
        unsaved=item.id in changed,
    )


def _title(item: Item, report: Report | None) -> tuple[Lang, str]:
    if report is not None:
        return report.source_language, report.original.title
    for path in sorted(item.folder.glob("*.md")):
        for line in path.read_text("utf-8", "replace").splitlines()[:40]:
            if line.startswith("title:") and line[6:].strip():
                return path.stem, line[6:].strip().strip("\"'")
    return "", item.id


def _standing(report: Report, item: Item, now: dt.datetime) -> tuple[str, dt.datetime | None]:
    if report.status is Status.DRAFT:
        return "draft", report.public_from if report.public_from > now else None
    if report.public_from > now:
        return ("embargo" if report.embargo == report.public_from else "ahead"), report.public_from
    if report.status is Status.WITHDRAWN:
        return "withdrawn", None
    waits = bool(report.publish.together) and item.filled is not None and bool(item.filled.waits_for)
    return ("waits" if waits else "public"), None


def _picture(folder: Path, report: Report | None) -> str:
    """The name of its picture, if the file is there; of a report with errors any."""
    there = sorted(path.name for path in (folder / "photos").glob("[!.]*"))
    names = (report.hero, *(photo.file for photo in report.photos)) if report else there
    return next((name for name in names if name in there), "")

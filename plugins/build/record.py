"""Stage: the addresses that were published, and those that nothing answers any more."""

from __future__ import annotations

from pathlib import Path

from plugins.build.check import Gathered
from plugins.newsroom.address_record import FILE, PublishedAddress, lost, read_record
from plugins.newsroom.problem import Problem
from plugins.pages.index import Index
from plugins.pages.moved import own_addresses


def record_of(content: Path, found: Gathered, index: Index) -> tuple[tuple[PublishedAddress, ...], tuple[Problem, ...]]:
    """The record of the content folder, with a problem for what has vanished without a word.

    A report or page with an error of its own has not vanished; where site.yaml has one, nothing can be said.
    """
    known, problems = read_record(content)
    if not known or not found.site.url:
        return known, problems
    ids: dict[str, set[str]] = {
        "report": {entry.report.id for entry in index.entries},
        "page": {entry.page.id for entry in index.pages},
    }
    for made in found.prepared:
        if made.head is not None and made.report is None and made.page is None:
            ids[made.head.kind].add(made.head.id)
    answered = frozenset(own_addresses(index))
    reports, pages = frozenset(ids["report"]), frozenset(ids["page"])
    waiting = frozenset(made.report.id for made in found.prepared if made.report and made.report.waits_for)
    missing = lost(known, str(content / FILE), answered, reports, pages, waiting)
    return known, (*problems, *missing)

"""Gives every newly filled edition an address that no other report has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from plugins.newsroom.model import Lang, Newsroom, Report
from plugins.newsroom.slug import MAX_LENGTH
from plugins.translation.catalogue import Catalogue, Reading

Place = tuple[Lang, int, str]
"""(language, year, slug)."""


class Addresses:
    """Which report has which address. One owner, one run."""

    def __init__(self, newsroom: Newsroom, readings: Mapping[str, Reading]) -> None:
        self._owners: dict[Place, str] = {}
        languages = newsroom.site.languages
        for report in newsroom.reports:
            for lang, slug in (*_written(report, languages), *_filled(report, languages, readings)):
                self._owners.setdefault((lang, report.published.year, slug), report.id)

    def settled(self, report: Report, catalogue: Catalogue, *, fresh: bool) -> Catalogue:
        """The catalogue, its address taken.

        A ``fresh`` address that another report has is made its own by the report's name; one that was given
        before stays, so that links stay good.
        """
        slug = catalogue.header.slug
        place = catalogue.header.lang, report.published.year, slug
        if not slug or self._owners.setdefault(place, report.id) == report.id or not fresh:
            return catalogue
        start = slug[: max(MAX_LENGTH - len(report.id) - 1, 0)].rstrip("-")
        return replace(catalogue, header=replace(catalogue.header, slug=f"{start}-{report.id}".lstrip("-")))


def _written(report: Report, languages: Iterable[Lang]) -> Iterable[tuple[Lang, str]]:
    """What people gave, and the report's own name, which is its address where nothing else is."""
    yield from ((edition.lang, edition.slug) for edition in report.editions)
    yield from ((lang, report.id) for lang in languages)


def _filled(report: Report, languages: Iterable[Lang], readings: Mapping[str, Reading]) -> Iterable[tuple[Lang, str]]:
    for lang in languages:
        reading = readings.get(f"reports/{report.id}/{lang}.po")
        if reading and reading.catalogue and report.edition(lang) is None:
            yield lang, reading.catalogue.header.slug

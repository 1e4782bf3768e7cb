"""What journalists get ahead of its time says so itself: pictures in their metadata, documents in their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from plugins.build.bundle_pictures import replanned
from plugins.build.bundle_record import Prepared
from plugins.build.check import Gathered
from plugins.cache.digest import digest
from plugins.newsroom.model import Document, Lang, Report
from plugins.pages.embargo import PREFIX, embargo_line
from plugins.pages.labels import Labels
from plugins.pages.urls import Urls


def with_embargoes(found: Gathered, words: Iterable[tuple[Lang, bytes]]) -> Gathered:
    """What was gathered, with the end of the embargo in all pictures and documents of each report that has one.

    ``words`` are the theme's catalogues. Public renditions have other names and keys: neither stands for the other.
    """
    labels = {lang: Labels(lang, catalogue) for lang, catalogue in words}
    return replace(found, prepared=tuple(_marked(made, found, labels) for made in found.prepared))


def _marked(made: Prepared, found: Gathered, labels: dict[Lang, Labels]) -> Prepared:
    report = made.report
    if report is None or report.embargo is None or not (made.pictures or report.documents):
        return made
    line = _line(report, found.site.timezone, labels)
    media = Urls.of(found.site.url, absolute=False).at("media/")
    shots, works = replanned(report, made.pictures, media, line)
    documents = tuple(_named(document) for document in report.documents)
    return replace(
        made,
        report=replace(report, documents=documents),
        shots=shots,
        pictures=works,
        digest=digest((made.digest, line, shots, documents)),
    )


def _line(report: Report, timezone: str, labels: dict[Lang, Labels]) -> str:
    """Until when, in each language of the report, its own first."""
    languages = (report.source_language, *(e.lang for e in report.released if e.lang != report.source_language))
    lines = (embargo_line(report, timezone, labels[lang]) for lang in languages if lang in labels)
    return " ".join(dict.fromkeys(lines))


def _named(document: Document) -> Document:
    path = PurePosixPath(document.address)
    return replace(document, address=str(path.with_name(PREFIX + path.name)))

"""``check --funding``: the sheet of a project for its auditor, a line for each language version of each report."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields

from plugins.build.check import Gathered
from plugins.build.visibility import is_visible
from plugins.cache.errors import MemoError
from plugins.cli.arguments import is_content
from plugins.cli.check import configure, gathered
from plugins.newsroom.counting import count
from plugins.newsroom.funding import Funding
from plugins.newsroom.model import Edition, Report
from plugins.newsroom.several import has_errors
from plugins.newsroom.suggest import did_you_mean, listing
from plugins.pages.dates import event_when
from plugins.pages.places import place_line
from plugins.pages.urls import Urls

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Signs with which spreadsheets begin a formula, which no text of a sheet shall be."""


@dataclass(frozen=True, slots=True)
class Row:
    """A language version of a report that the project paid for."""

    project: str
    number: str
    programme: str
    report: str
    language: str
    title: str
    address: str
    published: str
    """Day, or empty where readers cannot see it."""
    text: str
    """Who stands behind the words: written, reviewed, machine, stale."""
    event: str
    place: str
    pictures: int
    statement: str
    mark: str
    """The emblem, or the file of the programme's logo."""


def sheet(found: Gathered, one: Funding, now: dt.datetime) -> Iterator[Row]:
    """The rows of a project, oldest report first."""
    reports = (made.report for made in found.prepared if made.report and one.id in made.report.funding)
    for report in sorted(reports, key=lambda report: (report.published, report.id)):
        for edition in report.editions:
            yield _row(found, one, report, edition, now)


def _row(found: Gathered, one: Funding, report: Report, edition: Edition, now: dt.datetime) -> Row:
    lang, order = edition.lang, found.site.languages
    urls = Urls.of(found.site.url, absolute=True)
    is_seen = is_visible(report, now) and edition in report.released
    return Row(
        project=one.project.nearest(lang, order)[1],
        number=one.number,
        programme=one.programme.nearest(lang, order)[1],
        report=report.id,
        language=lang,
        title=edition.title,
        address=urls.absolute(urls.report(report, lang)),
        published=f"{report.public_from:%Y-%m-%d}" if is_seen else "",
        text=edition.state.value,
        event=event_when(report.event, lang) if report.event else "",
        place=place_line(report.event, lang) if report.event else "",
        pictures=len(report.photos),
        statement=one.statement.nearest(lang, order)[1],
        mark="emblem of the European Union" if one.emblem else one.logo,
    )


def as_csv(rows: Sequence[Row]) -> str:
    """Comma-separated (RFC 4180), with a line of names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(field.name for field in fields(Row))
    writer.writerows([_safe(value) for value in asdict(row).values()] for row in rows)
    return out.getvalue()


def _safe(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def as_text(rows: Sequence[Row]) -> str:
    """A line for each, for people."""
    lines = [
        f"{row.published or 'not public'}  {row.language}  {row.text:<8}  {row.title}\n  {row.address}\n"
        f"  {row.statement}"
        for row in rows
    ]
    return "\n".join((*lines, count(len(rows), "language version"))) + "\n"


FORMATS: dict[str, Callable[[Sequence[Row]], str]] = {
    "text": as_text,
    "csv": as_csv,
    "json": lambda rows: json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1) + "\n",
}


def funding(content: str, translations: str, cache: str, fmt: str, ident: str) -> int:
    """Prints the sheet; 1 where the content has an error, 2 for an unknown project or format."""
    if not is_content(content):
        return 2
    if fmt not in FORMATS:
        print(f"There is no format “{fmt}” of a project: use one of {', '.join(FORMATS)}.", file=sys.stderr)
        return 2
    try:
        config = configure(content, translations, cache)
        found = gathered(config)
    except MemoError as error:
        print(error.sentence, file=sys.stderr)
        return 1
    one = next((one for one in found.site.funding if one.id == ident), None)
    if one is None:
        ids = tuple(one.id for one in found.site.funding)
        known = f"Known are: {listing(ids)}." if ids else "Add it to “funding” in site.yaml."
        print(f"There is no project “{ident}” in site.yaml. {did_you_mean(ident, ids, known)}", file=sys.stderr)
        return 2
    if has_errors(found.problems):
        print("The content has errors, so that the sheet may lack reports. “check” tells them.", file=sys.stderr)
    sys.stdout.write(FORMATS[fmt](tuple(sheet(found, one, config.now))))
    return 1 if has_errors(found.problems) else 0

"""What of the newsroom goes out, what waits and until when, and what is left out, each with its reason."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from plugins.build.visibility import is_visible, why_unseen
from plugins.newsroom.model import Lang, Report, Status
from plugins.newsroom.problem import Level, Problem
from plugins.pictures.usable import is_usable, last_day

if TYPE_CHECKING:
    from plugins.build.check import Gathered


@dataclass(frozen=True, slots=True)
class Absence:
    """Something that readers do not get, or not yet."""

    what: str
    """A report; with a language or a picture behind a comma, that alone."""
    why: str
    waits: bool
    """Whether it goes out later by itself, or once somebody has done something that was asked for."""


@dataclass(frozen=True, slots=True)
class Release:
    """What a publication at one moment holds."""

    reports: int
    pages: int
    absences: tuple[Absence, ...] = ()

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Release:
        """Back from what ``facts`` gave."""
        absences = tuple(Absence(**one) for one in facts["absences"])
        return cls(facts["reports"], facts["pages"], absences)

    def facts(self) -> dict[str, Any]:
        """Plain values, to be remembered."""
        return asdict(self)

    def lines(self) -> Iterator[str]:
        """For people: what goes out, what waits, what is left out."""
        yield f"{_count(self.reports, 'report')} and {_count(self.pages, 'static page')} go out."
        for head, waits in (("Waiting:", True), ("Left out:", False)):
            some = [one for one in self.absences if one.waits is waits]
            yield from (head, *(f"  {one.what}: {one.why}" for one in some)) if some else ()


def release_of(found: Gathered, now: dt.datetime) -> Release:
    """What goes out at a moment, of everything that was gathered."""
    reports = [made.report for made in found.prepared if made.report is not None]
    out = [report for report in reports if is_visible(report, now)]
    absences = [*_hidden(found, now), *_parts(out, found.site.timezone, now), *_lacking(out, found.site.languages)]
    return Release(len(out), sum(made.page is not None for made in found.prepared), tuple(absences))


def _hidden(found: Gathered, now: dt.datetime) -> Iterator[Absence]:
    """Whole reports. A draft that cannot even be read has no more than its head."""
    errors = _errors(found.problems)
    for made in found.prepared:
        head, report = made.head, made.report
        if head is None or head.kind != "report" or (report is not None and is_visible(report, now)):
            continue
        if report is None or report.status is Status.DRAFT:
            number = errors[head.path]
            more = f", with {_count(number, 'error')} that `check` shows" if number else ""
            yield Absence(head.id, f"a draft{more}", waits=False)
        else:
            yield Absence(head.id, why_unseen(report), waits=True)


def _errors(problems: Iterable[Problem]) -> Counter[str]:
    """Errors by the folder of the report concerned."""
    places = (p.file.partition("/reports/")[2].split("/") for p in problems if p.level is Level.ERROR)
    return Counter(f"reports/{'/'.join(place[:2])}" for place in places)


def _parts(reports: Iterable[Report], timezone: str, now: dt.datetime) -> Iterator[Absence]:
    """Languages that wait for a person, and pictures whose time is over, of reports that go out."""
    today = now.astimezone(ZoneInfo(timezone)).date()
    for report in reports:
        released = report.released
        for edition in report.editions:
            if edition not in released:
                yield Absence(f"{report.id}, {edition.lang}", "until somebody has reviewed it", waits=True)
        for photo in report.photos:
            if report.status is not Status.WITHDRAWN and not is_usable(photo, today):
                yield Absence(f"{report.id}, {photo.file}", f"not to be used after {last_day(photo)}", waits=False)


def _lacking(reports: Iterable[Report], languages: tuple[Lang, ...]) -> Iterator[Absence]:
    """How many reports lack a language: each of those is listed there under its original."""
    lacks = Counter(lang for report in reports for lang in languages if report.edition(lang) is None)
    for lang in languages:
        if lacks[lang]:
            why = f"{_count(lacks[lang], 'report')} without a language version, listed there in another language"
            yield Absence(lang, f"{why}; `status` shows which", waits=False)


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"

"""``status``: how far every report is filled in, and what has changed in the originals since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.cli.catalogues import catalogue_file, shared_file
from plugins.cli.workspace import Workspace, WrongUseError, ended, open_workspace, tell
from plugins.newsroom.model import Lang, State
from plugins.newsroom.problem import Problem
from plugins.translation.fill import fill
from plugins.translation.findings import questions
from plugins.translation.pages import as_report
from plugins.translation.shared import SHARED
from plugins.translation.states import Coverage, coverage, waits, with_release
from plugins.translation.status import as_json, as_markdown, as_table

FORMATS = ("text", "json", "markdown")


def status(content: str, translations: str, fmt: str, reports: tuple[str, ...] = ()) -> int:
    """Prints the coverage; 1 where the content or a catalogue has a problem, 2 for wrong use."""
    return ended(lambda: _status(content, translations, fmt, reports))


def _status(content: str, translations: str, fmt: str, reports: tuple[str, ...]) -> int:
    if fmt not in FORMATS:
        raise WrongUseError(f"There is no format “{fmt}”: use one of {', '.join(FORMATS)}.")
    workspace = open_workspace(content, translations)
    found: list[Coverage] = []
    problems: list[Problem] = []
    languages = workspace.newsroom.site.languages
    for report in [workspace.report(ident) for ident in reports] or workspace.newsroom.reports:
        readings = [item.reading for lang in languages if (item := catalogue_file(workspace, report, lang)).reading]
        problems += [problem for reading in readings if reading for problem in reading.problems]
        catalogues = [reading.catalogue for reading in readings if reading and reading.catalogue]
        policy = workspace.newsroom.site.translation
        found += with_release(coverage(report, catalogues, languages), fill(report, catalogues, languages, policy))
    if not reports:
        found += _pages(workspace, problems)
        found += _shared(workspace, problems)
    tell(problems)
    print(_written(fmt, found, languages), end="")
    return 1 if problems else 0


def _pages(workspace: Workspace, problems: list[Problem]) -> Iterator[Coverage]:
    """Static pages that a catalogue fills, in a language or more."""
    languages = workspace.newsroom.site.languages
    for page in workspace.newsroom.pages:
        text = as_report(page)
        readings = [item.reading for lang in languages if (item := catalogue_file(workspace, text, lang)).reading]
        problems += [problem for reading in readings if reading for problem in reading.problems]
        catalogues = [reading.catalogue for reading in readings if reading and reading.catalogue]
        if catalogues:
            for row in coverage(text, catalogues, languages):
                yield replace(row, report=f"pages/{page.id}")


def _shared(workspace: Workspace, problems: list[Problem]) -> Iterator[Coverage]:
    """Languages in which roles, labels or boilerplate wait for a person."""
    for lang in workspace.newsroom.site.languages:
        reading = shared_file(workspace, lang).reading
        problems += reading.problems if reading else ()
        catalogue = reading.catalogue if reading else None
        if catalogue and (questions(catalogue) or any(waits(catalogue))):
            state = State.MACHINE if any(entry.made_by_machine for entry in catalogue.entries) else State.WRITTEN
            yield Coverage(SHARED, lang, state, (), open=questions(catalogue), waits=tuple(waits(catalogue)))


def _written(fmt: str, found: list[Coverage], languages: tuple[Lang, ...]) -> str:
    if fmt == "json":
        return as_json(found)
    return as_markdown(found, languages) if fmt == "markdown" else as_table(found, languages)

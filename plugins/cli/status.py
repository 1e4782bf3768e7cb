"""``status``: how far every report is filled in, and what has changed in the originals since."""

from __future__ import annotations

from plugins.cli.catalogues import catalogue_file
from plugins.cli.workspace import WrongUseError, ended, open_workspace, tell
from plugins.newsroom.model import Lang
from plugins.newsroom.problem import Problem
from plugins.translation.fill import fill
from plugins.translation.states import Coverage, coverage, with_release
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
    tell(problems)
    print(_written(fmt, found, languages), end="")
    return 1 if problems else 0


def _written(fmt: str, found: list[Coverage], languages: tuple[Lang, ...]) -> str:
    if fmt == "json":
        return as_json(found)
    return as_markdown(found, languages) if fmt == "markdown" else as_table(found, languages)

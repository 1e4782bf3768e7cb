"""Where in a content folder the bundles are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.codes import Code
from plugins.newsroom.copies import original_of, second_copy
from plugins.newsroom.folder import Listing, list_folder
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.source import whole
from plugins.newsroom.suggest import nearest

_FILES = ("site.yaml", "people.yaml", "topics.yaml")
_FOLDERS = ("reports", "pages")


@dataclass(frozen=True, slots=True)
class Tree:
    """The folders of all reports and pages, in the order of their paths."""

    reports: tuple[Path, ...]
    pages: tuple[Path, ...]
    folders: tuple[str, ...]
    """Folders that were listed, relative to the content folder."""
    problems: tuple[Problem, ...]


def find_bundles(content: Path) -> Tree:
    """The folders ``reports/<year>/<id>`` and ``pages/<id>``, and what lies beside them by mistake."""
    problems: list[Problem] = []
    folders = [""]
    top = _listed(content, str(content), content, problems)
    problems.extend(_misnamed(content, top))
    reports: list[Path] = []
    if "reports" in top.folders:
        folders.append("reports")
        years = _listed(content / "reports", f"{content}/reports", content, problems)
        problems.extend(_stray(f"{content}/reports/{name}") for name in years.files)
        for year in years.folders:
            folders.append(f"reports/{year}")
            reports.extend(_year(content, year, problems))
    pages: list[Path] = []
    if "pages" in top.folders:
        folders.append("pages")
        listing = _listed(content / "pages", f"{content}/pages", content, problems)
        problems.extend(_stray(f"{content}/pages/{name}") for name in listing.files)
        pages.extend(content / "pages" / name for name in listing.folders)
    return Tree(tuple(reports), tuple(pages), tuple(folders), tuple(problems))


def _misnamed(content: Path, top: Listing) -> Iterator[Problem]:
    """Files and folders beside ours whose names are nearly ours; any others are the editor's own."""
    for names, ours in ((top.files, _FILES), (top.folders, _FOLDERS)):
        for name in names:
            if (original := original_of(name, ours)) in names:
                yield second_copy(f"{content}/{name}", name, original)
                continue
            near = nearest(name, ours)
            if name not in ours and near and near not in names:
                yield whole(
                    f"{content}/{name}",
                    Code.UNEXPECTED_FILE,
                    f"“{name}”, which nobody reads",
                    f"one of: {', '.join(ours)}",
                    f"Is “{near}” meant? Rename it.",
                    Level.WARNING,
                )


def _year(content: Path, year: str, problems: list[Problem]) -> list[Path]:
    shown = f"{content}/reports/{year}"
    if not (len(year) == 4 and year.isascii() and year.isdecimal()):
        problems.append(_bad_year(shown, year))
        return []
    listing = _listed(content / "reports" / year, shown, content, problems)
    problems.extend(_stray(f"{shown}/{name}") for name in listing.files)
    return [content / "reports" / year / name for name in listing.folders]


def _listed(folder: Path, shown: str, home: Path, problems: list[Problem]) -> Listing:
    listing = list_folder(folder, shown, home)
    problems.extend(listing.problems)
    return listing


def _stray(shown: str) -> Problem:
    expected, fix = (
        "folders alone",
        "Move the file into the folder of its report, or out of the content folder.",
    )
    return whole(shown, Code.UNEXPECTED_FILE, "a file nobody reads", expected, fix, Level.WARNING)


def _bad_year(shown: str, name: str) -> Problem:
    fix = "Rename the folder to the year of its reports, or move it into one."
    return whole(shown, Code.BAD_YEAR, f"the folder “{name}”", "a folder named by a year, such as 2024", fix)

"""``rename``: another name for a report, with everything that names it."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.build.config import read_clock
from plugins.cache.faults import faults_at
from plugins.cli.arguments import is_content
from plugins.cli.workspace import WrongUseError, ended, open_workspace
from plugins.newsroom.fields import describe
from plugins.newsroom.model import Report, Status
from plugins.newsroom.slug import is_slug, make_slug
from plugins.newsroom.suggest import did_you_mean
from plugins.newsroom.tree import find_bundles
from plugins.pages.urls import Urls
from plugins.translation.rename import Renaming, is_begun
from plugins.translation.rename import rename as work


def rename(content: str, translations: str, old: str, new: str) -> int:
    """Renames a report in one step; 2 where one of the names cannot be used, 1 where the content has errors."""
    if not is_content(content):
        return 2
    return ended(lambda: _rename(content, translations, old, new))


def _rename(content: str, translations: str, old: str, new: str) -> int:
    folders = Path(content).resolve(), Path(translations).resolve()
    if not is_slug(new):
        near = make_slug(new)
        raise WrongUseError(
            f"{describe(new)} cannot be a report's name: write small letters a–z, digits and single hyphens"
            f"{f', for example {near}' if near else ''}."
        )
    found = {path.name: path for path in find_bundles(folders[0]).reports}
    if old not in found:
        begun = Renaming(*folders, found[new].with_name(old), new) if new in found else None
        if begun is None or not is_begun(begun):
            near = did_you_mean(old, found, "`status` lists them.")
            raise WrongUseError(f"There is no report “{old}”. {near}")
        return _done(begun)
    if new in found:
        raise WrongUseError(f"There is a report “{new}” already: {found[new]}.")
    report = open_workspace(content, translations).report(old)
    return _done(Renaming(*folders, found[old], new, _addresses(report)))


def _addresses(report: Report) -> tuple[str, ...]:
    """The addresses of a report, if readers may have seen it."""
    hidden = report.embargo is not None and report.embargo > read_clock()
    if report.status is Status.DRAFT or hidden:
        return ()
    return tuple(Urls().report(report, edition.lang) for edition in report.editions)


def _done(renaming: Renaming) -> int:
    with faults_at(renaming.folder):
        changed = work(renaming)
    print(f"{renaming.old} is {renaming.new} now: {renaming.target}")
    for path in changed:
        print(f"  changed: {path}")
    print("Old addresses lead to it. Read the changes with git, and commit them together.", file=sys.stdout)
    return 0

"""``review``: records that a person has reviewed an edition as it now stands."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.cli.catalogues import taken
from plugins.cli.workspace import Workspace, WrongUseError, ended, open_workspace
from plugins.newsroom.model import Report
from plugins.newsroom.problem import ContentError
from plugins.translation.review import NotReviewableError
from plugins.translation.review import review as reviewed


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who vouches for an edition: a person, and the office responsible."""

    name: str
    office: str
    minor: bool = False
    """Only small things have changed in the original; nobody vouches for anything new."""


def review(content: str, translations: str, ident: str, lang: str, by: Reviewer) -> int:
    """Writes the review into the catalogue; 1 where the edition cannot be reviewed, 2 for wrong use."""
    return ended(lambda: _review(open_workspace(content, translations), ident, lang, by))


def _review(workspace: Workspace, ident: str, lang: str, by: Reviewer) -> int:
    report, lang = workspace.report(ident), workspace.language(lang)
    if not by.minor and not (by.name.strip() and by.office.strip()):
        raise WrongUseError("A review needs a name and an office: give --by and --responsible.")
    item = taken(workspace, report, lang)
    try:
        fresh = reviewed(report, lang, item.whole(), by.name, by.office, workspace.today, minor=by.minor)
    except NotReviewableError as error:
        raise ContentError((workspace.near(error.problem),)) from None
    if not item.put_back(fresh):
        raise WrongUseError(f"{item.path} was changed in this very moment: look at it again, then review it.")
    print(_told(report, lang, by))
    return 0


def _told(report: Report, lang: str, by: Reviewer) -> str:
    if by.minor:
        return f"{report.id} {lang}: the change of the original is minor; every text stands for the new words."
    what = "is watched from now on" if report.edition(lang) else "is reviewed as it now stands"
    return f"{report.id} {lang}: {what}, by {by.name.strip()}, {by.office.strip()}."

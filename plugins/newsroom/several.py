"""What concerns several files at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from plugins.newsroom.codes import Code
from plugins.newsroom.cross_check import cross_check
from plugins.newsroom.heads import Head
from plugins.newsroom.loaded import PeopleReading, SiteReading
from plugins.newsroom.orphans import orphan_catalogues
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.staff_checks import departures, without_press_contact
from plugins.newsroom.suggest import did_you_mean


def shared_problems(
    heads: Sequence[Head], site: SiteReading, people: PeopleReading, translations: Path | None
) -> tuple[Problem, ...]:
    """What concerns several files at once, from the heads of all reports and pages."""
    languages = site.stand_in.languages
    pages = frozenset(head.id for head in heads if head.kind == "page")
    problems = [*site_references(site, people.ids, pages), *cross_check(heads, languages)]
    problems.extend(departures(heads, people.people))
    if site.doc is not None:
        problems.extend(without_press_contact(site.doc, people.people))
    if translations is not None:
        problems.extend(orphan_catalogues(translations, heads, languages))
    return tuple(problems)


def site_references(loaded: SiteReading, people: frozenset[str] | None, pages: frozenset[str]) -> tuple[Problem, ...]:
    """What site.yaml refers to and nobody wrote: press contacts, legal pages."""
    doc = loaded.doc
    if doc is None:
        return ()
    problems = []
    for path, person in doc.strings("press_contacts"):
        if people is not None and person not in people:
            fix = did_you_mean(person, people, "Add the person to people.yaml.")
            problems.append(doc.problem(Code.UNKNOWN_PERSON, path, f"“{person}”", "an id of people.yaml", fix))
    legal = doc.value.get("legal")
    for role, page in legal.items() if isinstance(legal, dict) else ():
        if isinstance(page, str) and page.strip() not in pages:
            fix = did_you_mean(page, pages, f"Create the folder pages/{page} with page.yaml and its texts.")
            at = ("legal", role)
            problems.append(doc.problem(Code.UNKNOWN_PAGE, at, f"“{page}”", "a folder under pages/", fix))
    return tuple(problems)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any problem is more than a warning."""
    return any(problem.level is Level.ERROR for problem in problems)

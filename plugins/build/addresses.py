"""Stage: every filled edition has an address of its own; what people wrote keeps theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from plugins.build.bundle_record import Prepared
from plugins.build.check import Gathered
from plugins.cache.digest import digest
from plugins.newsroom.codes import Code
from plugins.newsroom.cross_check import RESERVED
from plugins.newsroom.model import Edition
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.slug import is_slug


def with_addresses(found: Gathered, translations: Path) -> Gathered:
    """What was gathered, with another address for each filled edition whose own is taken, or is none.

    A catalogue's address is made when it is first filled; an edition written since, a renamed report or a
    hand in the file can bring two to one place. The warning says how to fix it.
    """
    taken = _written(found)
    problems: list[Problem] = []
    prepared = tuple(_placed(made, taken, problems, translations) for made in found.prepared)
    if not problems:
        return found
    return replace(found, prepared=prepared, problems=tuple(sorted({*found.problems, *problems})))


def _written(found: Gathered) -> dict[str, str]:
    """The addresses people gave, and whose they are: of editions, old ones, and the name of each bundle."""
    taken: dict[str, str] = {}
    for made in found.prepared:
        if made.head is None:
            continue
        for lang, slug in made.head.slugs:
            taken[_address(made, lang, slug.word)] = made.head.path
        for alias in made.head.aliases:
            taken.setdefault(alias.word.removesuffix("index.html").rstrip("/") + "/", made.head.path)
    return taken


def _address(made: Prepared, lang: str, slug: str) -> str:
    year = (
        f"{made.report.published.year}/"
        if made.report
        else f"{made.head.year}/"
        if made.head and made.head.year
        else ""
    )
    return f"/{lang}/{year}{slug}/"


def _placed(made: Prepared, taken: dict[str, str], problems: list[Problem], translations: Path) -> Prepared:
    """The bundle with good addresses; ``taken`` learns them."""
    subject = made.report or made.page
    if subject is None or all(edition.path for edition in subject.editions):
        return made
    editions = tuple(_settled(edition, made, taken, problems, translations) for edition in subject.editions)
    if editions == subject.editions:
        return made
    if made.report:
        report = replace(made.report, editions=editions)
        return replace(made, report=report, digest=digest((report, made.shots)))
    page = replace(made.page, editions=editions) if made.page else None
    return replace(made, page=page, digest=digest(page))


def _settled(
    edition: Edition, made: Prepared, taken: dict[str, str], problems: list[Problem], translations: Path
) -> Edition:
    if edition.path:
        return edition
    subject = made.report or made.page
    own = subject.path if subject else ""
    wished = ((slug, _address(made, edition.lang, slug)) for slug in _candidates(edition, made))
    slug = next(slug for slug, address in wished if taken.setdefault(address, own) == own)
    if slug == edition.slug:
        return edition
    problems.append(_problem(edition, made, slug, translations))
    return replace(edition, slug=slug)


def _candidates(edition: Edition, made: Prepared) -> Iterator[str]:
    """Its own address if it can be one, then the report's name, then that with a number."""
    if _is_slug(edition.slug, page=made.page is not None):
        yield edition.slug
    name = _name(made)
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def _is_slug(slug: str, *, page: bool) -> bool:
    reserved = page and (slug in RESERVED or (len(slug) == 4 and slug.isdecimal()))
    return is_slug(slug) and not reserved


def _name(made: Prepared) -> str:
    subject = made.report or made.page
    return subject.id if subject else ""


def _problem(edition: Edition, made: Prepared, slug: str, translations: Path) -> Problem:
    folder = "reports" if made.report else "pages"
    known = _is_slug(edition.slug, page=made.page is not None)
    return Problem(
        file=str(translations / folder / _name(made) / f"{edition.lang}.po"),
        line=0,
        column=0,
        code=(Code.DUPLICATE_URL if known else Code.BAD_SLUG).value,
        found=f"X-Slug: {edition.slug}, an address that {'something else has' if known else 'cannot be one'}",
        expected="an address that nothing else has, of small letters, digits and hyphens",
        fix=f"Write X-Slug: {slug} in the head of the file; until then the edition stands there.",
        level=Level.WARNING,
    )

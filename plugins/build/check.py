"""Stage: what was found is checked as a whole; with an error, the build ends here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from plugins.build.bundle_record import Prepared
from plugins.build.config import Config
from plugins.build.language_releases import waiting_languages
from plugins.build.schedule import HERO_NOTICE, REPORTED_BY
from plugins.build.site import Shared
from plugins.build.theme_words import theme_words
from plugins.newsroom.codes import Code
from plugins.newsroom.consequences import stops_publication
from plugins.newsroom.event import OPEN
from plugins.newsroom.funding_checks import without_results
from plugins.newsroom.loaded import SiteReading
from plugins.newsroom.model import Person, Report, Site, Status, Topic
from plugins.newsroom.problem import ContentError, Level, Problem
from plugins.newsroom.security_checks import expiring
from plugins.newsroom.several import shared_problems
from plugins.newsroom.source import whole
from plugins.newsroom.suggest import did_you_mean
from plugins.newsroom.tree import find_bundles
from plugins.pictures.usable import is_usable, last_day


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that was loaded, with every problem, sorted by file and line."""

    site: Site
    people: tuple[Person, ...]
    topics: tuple[Topic, ...]
    prepared: tuple[Prepared, ...]
    problems: tuple[Problem, ...]


def gather(
    config: Config, shared: Shared, prepared: tuple[Prepared, ...], others: tuple[Problem, ...] = ()
) -> Gathered:
    """Adds what concerns several files, and what was found elsewhere, to what each file has."""
    site, people, topics = shared
    heads = [made.head for made in prepared if made.head is not None]
    problems = [*site.problems, *people.problems, *topics.problems, *find_bundles(config.content).problems]
    problems.extend(others)
    problems.extend(problem for made in prepared for problem in made.problems)
    problems.extend(shared_problems(heads, site, people, config.translations))
    problems.extend(_brand(config, site))
    problems.extend(theme_words(config, site))
    zone = ZoneInfo((site.site or site.stand_in).timezone)
    if site.site is not None and site.doc is not None:
        today = config.now.astimezone(zone).date()
        problems.extend(without_results(site.site.funding, site.doc, today))
        problems.extend(expiring(site.site.security, site.doc, today))
    reports = (made.report for made in prepared if made.report is not None)
    for report in reports:
        problems.extend(unreported(report, config.now, zone, str(config.content)))
        problems.extend(without_hero(report, config.now.astimezone(zone).date(), str(config.content)))
        problems.extend(waiting_languages(report, str(config.content)))
    found = tuple(sorted(set(problems)))
    return Gathered(site.site or site.stand_in, people.people, topics.topics, prepared, found)


def unreported(report: Report, now: dt.datetime, zone: dt.tzinfo, content: str) -> Iterator[Problem]:
    """An event that was announced, is over, and was never reported; one published ahead of it is an announcement."""
    event = report.event
    if event is None or event.status not in OPEN or report.status is not Status.PUBLISHED:
        return
    first = event.start.date() if isinstance(event.start, dt.datetime) else event.start
    if event.status is None and report.public_from.date() >= first:
        return
    if event.ends_at(zone) + REPORTED_BY <= now:
        yield whole(
            f"{content}/{report.path}/report.yaml",
            Code.EVENT_UNREPORTED,
            f"an event that was announced and ended on {event.end:%Y-%m-%d}",
            "a report of what happened, or a word that it did not",
            "Write the text anew in the same folder and set the event’s status to happened; or to cancelled.",
            Level.NOTICE,
        )


def without_hero(report: Report, today: dt.date, content: str) -> Iterator[Problem]:
    """A hero that soon disappears, or has disappeared, because it may be used no longer."""
    hero = next((photo for photo in report.photos if photo.file == report.hero), None)
    day = last_day(hero) if hero else None
    if hero is None or day is None or report.status is not Status.PUBLISHED or today < day - HERO_NOTICE:
        return
    others = [photo.file for photo in report.photos if photo is not hero and is_usable(photo, today)]
    instead = f"“{others[0]}” stands for it in lists and previews" if others else "the report stands there without one"
    gone = f"“{hero.file}” as the hero, which could be used until {day}: it is gone, and {instead}"
    soon = f"“{hero.file}” as the hero, which may be used until {day}: from the day after, {instead}"
    yield whole(
        f"{content}/{report.path}/report.yaml",
        Code.HERO_EXPIRES,
        gone if day < today else soon,
        "a hero that may be used",
        "Name another picture as the hero, or write the new last day if you may use it for longer.",
        Level.NOTICE,
    )


def _brand(config: Config, site: SiteReading) -> Iterator[Problem]:
    """A brand that is neither a preset of the theme nor a file of the content."""
    name, doc = site.stand_in.brand, site.doc
    presets = tuple(sorted(path.stem for path in (config.theme / "static" / "presets").glob("*.css")))
    if not name or doc is None or name in presets or (config.content / name).is_file():
        return
    yield doc.problem(
        Code.UNKNOWN_BRAND,
        ("brand",),
        f"“{name}”, which is no preset and no file",
        f"one of {', '.join(presets)}, or the path of a style sheet in the content folder",
        did_you_mean(name, presets, "Correct the name, or leave the line out."),
    )


def refuse(found: Gathered, config: Config) -> None:
    """Raises ``ContentError`` where the content has an error, or a warning that stops a publication.

    What is wrong with a draft is the draft's own affair: it is told, and stops nobody else.
    """
    drafts = draft_folders(found, config)
    others = tuple(p for p in found.problems if p.level is not Level.NOTICE and not f"{p.file}/".startswith(drafts))
    stopping = tuple(p for p in others if p.level is Level.ERROR or (config.publish and stops_publication(p)))
    if stopping:
        raise ContentError(stopping, tuple(sorted(set(found.problems).difference(stopping))))


def draft_folders(found: Gathered, config: Config) -> tuple[str, ...]:
    """The folders of drafts and of their translations, with which the files of their problems begin."""
    heads = [made.head for made in found.prepared if made.head is not None and made.head.status is Status.DRAFT]
    texts = (f"{config.content}/{head.path}/" for head in heads)
    return (*texts, *(f"{config.translations}/reports/{head.id}/" for head in heads))


def without_clashes(found: Gathered, config: Config) -> Gathered:
    """What was gathered, without drafts that want what another report has: a preview cannot show both."""
    at = len(f"{config.content}/")
    codes = {Code.DUPLICATE_ID, Code.DUPLICATE_URL, Code.ALIAS_TAKEN}
    wants = {(*p.file[at:].split("/")[:3], p.code) for p in found.problems if p.code in codes}
    return replace(found, prepared=tuple(_without(made, wants) for made in found.prepared)) if wants else found


def _without(made: Prepared, wants: set[tuple[str, ...]]) -> Prepared:
    report = made.report
    if report is None or report.status is not Status.DRAFT:
        return made
    folder = tuple(report.path.split("/"))
    if (*folder, Code.DUPLICATE_ID) in wants or (*folder, Code.DUPLICATE_URL) in wants:
        return replace(made, report=None)
    return replace(made, report=replace(report, aliases=())) if (*folder, Code.ALIAS_TAKEN) in wants else made

"""Stage: the renditions of every picture that may be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.host.check_stage import Gathered
from plugins.host.config import Config
from plugins.host.console import Console
from plugins.host.prepare import PictureWork, picture_view
from plugins.memo.output import Output
from plugins.memo.pool import Pool
from plugins.newsroom.model import Person
from plugins.newsroom.problem import ContentError
from plugins.pages.index import Index
from plugins.pages.urls import Urls
from plugins.pages.views import PictureView
from plugins.pictures.cabinet import Cabinet
from plugins.pictures.examine import examine
from plugins.pictures.fetch import Job
from plugins.pictures.make import make
from plugins.pictures.metadata import Rights
from plugins.pictures.plan import Use
from plugins.pictures.renditions import renditions


@dataclass(frozen=True, slots=True)
class Portraits:
    """The portraits of people, as pages show them and as work to do."""

    views: tuple[tuple[str, PictureView], ...]
    works: tuple[tuple[str, PictureWork], ...]


def plan_portraits(config: Config, people: tuple[Person, ...], urls: Urls) -> Portraits:
    """Portraits of everybody who has one."""
    views, works = [], []
    for person in people:
        found = examine(config.content / person.photo) if person.photo else None
        if found is None or found.picture is None:
            continue
        rights: Rights = found.picture.metadata.rights
        made = renditions(found.picture, rights, frozenset({Use.PORTRAIT}))
        shown = made.shown(Use.PORTRAIT, urls.at("media/people/"))
        if shown:
            views.append((person.id, picture_view(shown)))
            works.append((person.id, PictureWork(person.photo, found.picture, made, rights)))
    return Portraits(tuple(views), tuple(works))


def _works(found: Gathered, portraits: Portraits, index: Index) -> Iterator[tuple[str, PictureWork]]:
    shown = {e.report.id: {s.file for s in e.shots} for e in index.entries}
    for made in found.prepared:
        if made.report and made.report.id in shown:
            for work in made.pictures:
                if work.source.rsplit("/", 1)[1] in shown[made.report.id]:
                    yield f"media/{made.report.id}", work
    for _, work in portraits.works:
        yield "media/people", work


def make_pictures(
    config: Config,
    found: Gathered,
    portraits: Portraits,
    index: Index,
    output: Output,
    pool: Pool,
    console: Console,
) -> None:
    """Sees to it that every rendition stands in the output. Raises ``ContentError`` where one cannot be made."""
    jobs = tuple(
        Job(config.content / work.source, work.picture, work.rights, work.renditions, folder)
        for folder, work in _works(found, portraits, index)
    )
    with console.stage("Pictures", len(jobs)) as meter:
        made = make(jobs, output, Cabinet(config.cache / "renditions"), pool, meter)
    if made.problems:
        raise ContentError(made.problems)

"""Stage: the renditions of every picture that may be seen."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.build.bundle_record import PictureWork
from plugins.build.check import Gathered
from plugins.build.config import Config
from plugins.build.console import Console
from plugins.build.site_pictures import SharedPictures
from plugins.cache.output import Output
from plugins.cache.pool import Pool
from plugins.newsroom.model import Status
from plugins.newsroom.problem import ContentError
from plugins.pages.index import Index


def works_of(found: Gathered, shared: SharedPictures, index: Index) -> Iterator[tuple[str, PictureWork]]:
    """(Folder in the output, picture) of everything that may be seen."""
    entries = (e for e in index.entries if e.report.status is not Status.WITHDRAWN)  # their pages show none
    shown = {e.report.id: {s.file for s in e.shots} for e in entries}
    for made in found.prepared:
        if made.report and made.report.id in shown:
            for work in made.pictures:
                if work.source.rsplit("/", 1)[1] in shown[made.report.id]:
                    yield f"media/{made.report.id}", work
    yield from shared.works


def make_pictures(
    config: Config, works: tuple[tuple[str, PictureWork], ...], output: Output, pool: Pool, console: Console
) -> None:
    """Sees to it that every rendition stands in the output. Raises ``ContentError`` where one cannot be made."""
    if not works:
        return
    from plugins.pictures.fetch import Job
    from plugins.pictures.make import make
    from plugins.pictures.rendition_store import RenditionStore

    jobs = tuple(
        Job(config.content / work.source, work.picture, work.rights, work.renditions, folder) for folder, work in works
    )
    with console.stage("Pictures", len(jobs)) as meter:
        made = make(jobs, output, RenditionStore(config.renditions), pool, meter)
    if made.problems:
        raise ContentError(made.problems)

"""Stage: the renditions of every picture that may be seen."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.host.check_stage import Gathered
from plugins.host.config import Config
from plugins.host.console import Console
from plugins.host.prepared import PictureWork
from plugins.host.shared_pictures import SharedPictures
from plugins.memo.output import Output
from plugins.memo.pool import Pool
from plugins.newsroom.model import Status
from plugins.newsroom.problem import ContentError
from plugins.pages.index import Index


def _works(found: Gathered, shared: SharedPictures, index: Index) -> Iterator[tuple[str, PictureWork]]:
    entries = (e for e in index.entries if e.report.status is not Status.WITHDRAWN)  # their pages show none
    shown = {e.report.id: {s.file for s in e.shots} for e in entries}
    for made in found.prepared:
        if made.report and made.report.id in shown:
            for work in made.pictures:
                if work.source.rsplit("/", 1)[1] in shown[made.report.id]:
                    yield f"media/{made.report.id}", work
    yield from shared.works


def make_pictures(
    config: Config,
    found: Gathered,
    shared: SharedPictures,
    index: Index,
    output: Output,
    pool: Pool,
    console: Console,
) -> None:
    """Sees to it that every rendition stands in the output. Raises ``ContentError`` where one cannot be made."""
    works = tuple(_works(found, shared, index))
    if not works:
        return
    from plugins.pictures.cabinet import Cabinet
    from plugins.pictures.fetch import Job
    from plugins.pictures.make import make

    jobs = tuple(
        Job(config.content / work.source, work.picture, work.rights, work.renditions, folder) for folder, work in works
    )
    with console.stage("Pictures", len(jobs)) as meter:
        made = make(jobs, output, Cabinet(config.renditions), pool, meter)
    if made.problems:
        raise ContentError(made.problems)

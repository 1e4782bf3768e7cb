"""Making renditions over several builds: what is rendered, restored, kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.cache.output import Output, Tally
from plugins.cache.pool import Pool
from plugins.cache.store import Store
from plugins.newsroom.model import Credit
from plugins.pictures.credit import rights_for
from plugins.pictures.examine import examine
from plugins.pictures.fetch import Job
from plugins.pictures.make import RenditionTally, make
from plugins.pictures.plan import GALLERY, HERO
from plugins.pictures.reading import read_metadata
from plugins.pictures.rendition_store import RenditionStore
from plugins.pictures.renditions import renditions
from tests.unit.pictures import samples


class Heard:
    """Counts what a progress bar would show."""

    def __init__(self) -> None:
        self.count = 0

    def advance(self, n: int) -> None:
        """Adds up."""
        self.count += n


def jobs_of(folder: Path, credit: str = "Amt | Öz") -> list[Job]:
    """A job for each picture in ``photos``; the first is the hero."""
    jobs = []
    for number, path in enumerate(sorted((folder / "photos").iterdir())):
        picture = examine(path, f"photos/{path.name}").picture
        assert picture is not None
        rights = rights_for(Credit(credit), picture.metadata)
        uses = GALLERY if number else HERO
        jobs.append(Job(path, picture, rights, renditions(picture, rights, uses), "photos/x"))
    return jobs


def build(
    folder: Path, jobs: list[Job], *, workers: int = 1, out: str = "out", progress: Heard | None = None
) -> tuple[RenditionTally, Tally]:
    """One build with nothing but pictures."""
    with Store(folder / "cache" / "store") as store, Pool(workers) as pool:
        output = Output(folder / out, store)
        made = make(jobs, output, RenditionStore(folder / "cache" / "renditions"), pool, progress)
        return made, output.commit()


def counts(made: RenditionTally) -> tuple[int, int, int]:
    """Rendered, restored, kept; without a problem."""
    assert made.problems == ()
    return made.rendered, made.restored, made.kept


def contents(folder: Path) -> dict[str, bytes]:
    """All files with their bytes."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.*")}


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A folder with two pictures."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(samples.saved(samples.corners(600, 400)))
    (tmp_path / "photos" / "b.png").write_bytes(samples.saved(samples.corners(300, 400), "PNG"))
    return tmp_path


def test_all_that_is_described_is_there(newsroom: Path) -> None:
    """Every rendition that pages name stands in the output, with its rights inside."""
    jobs = jobs_of(newsroom)
    heard = Heard()
    made, _ = build(newsroom, jobs, progress=heard)
    names = {f"photos/x/{item.name}" for job in jobs for item in job.renditions.items}
    files = contents(newsroom / "out")
    assert set(files) == names
    assert counts(made) == (len(names), 0, 0)
    assert all(read_metadata(data).rights.credit == "Amt | Öz" for data in files.values())
    assert heard.count == 2


def test_second_run_renders_nothing(newsroom: Path) -> None:
    """What stands there is kept."""
    first, _ = build(newsroom, jobs_of(newsroom))
    second, _ = build(newsroom, jobs_of(newsroom))
    assert counts(second) == (0, 0, first.rendered)


def test_same_files_over_workers(newsroom: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Two workers make the same bytes as one process."""
    other = tmp_path_factory.mktemp("other")
    (other / "photos").mkdir()
    for file in (newsroom / "photos").iterdir():
        (other / "photos" / file.name).write_bytes(file.read_bytes())
    build(newsroom, jobs_of(newsroom))
    build(other, jobs_of(other), workers=2)
    assert contents(newsroom / "out") == contents(other / "out")


def test_another_output_is_filled_from_the_cabinet(newsroom: Path) -> None:
    """Publishing into a fresh folder encodes nothing."""
    first, _ = build(newsroom, jobs_of(newsroom))
    second, _ = build(newsroom, jobs_of(newsroom), out="public")
    assert counts(second) == (0, first.rendered, 0)
    assert contents(newsroom / "out") == contents(newsroom / "public")


def test_a_removed_rendition_comes_back(newsroom: Path) -> None:
    """One that is missing in the output is put back, the rest is kept."""
    first, _ = build(newsroom, jobs_of(newsroom))
    before = contents(newsroom / "out")
    next((newsroom / "out").rglob("*.avif")).unlink()
    second, _ = build(newsroom, jobs_of(newsroom))
    assert counts(second) == (0, 1, first.rendered - 1)
    assert contents(newsroom / "out") == before


def test_a_damaged_rendition_is_put_right(newsroom: Path) -> None:
    """So is one that was overwritten."""
    build(newsroom, jobs_of(newsroom))
    before = contents(newsroom / "out")
    next((newsroom / "out").rglob("*.avif")).write_bytes(b"damaged")
    second, _ = build(newsroom, jobs_of(newsroom))
    assert second.restored == 1
    assert contents(newsroom / "out") == before


def test_a_damaged_cabinet_is_made_anew(newsroom: Path) -> None:
    """Where the kept bytes are damaged too, only that rendition is rendered again."""
    build(newsroom, jobs_of(newsroom))
    before = contents(newsroom / "out")
    item = jobs_of(newsroom)[0].renditions.items[2]
    (newsroom / "cache" / "renditions" / item.key[:2] / item.key).write_bytes(b"damaged")
    (newsroom / "out" / "photos" / "x" / item.name).unlink()
    second, _ = build(newsroom, jobs_of(newsroom))
    assert (second.rendered, second.restored) == (1, 0)
    assert contents(newsroom / "out") == before


def test_another_credit_makes_other_files(newsroom: Path) -> None:
    """The rights are in the bytes, so they are in the names; the old files are removed."""
    first, _ = build(newsroom, jobs_of(newsroom))
    before = set(contents(newsroom / "out"))
    second, tally = build(newsroom, jobs_of(newsroom, "Amt | Jäger"))
    assert counts(second) == (first.rendered, 0, 0)
    assert set(tally.removed) == before


def test_a_picture_no_longer_wanted_is_removed(newsroom: Path) -> None:
    """A picture whose licence ran out leaves no rendition behind."""
    jobs = jobs_of(newsroom)
    build(newsroom, jobs)
    _, tally = build(newsroom, jobs[1:])
    assert set(tally.removed) == {f"photos/x/{item.name}" for item in jobs[0].renditions.items}


def test_the_same_picture_twice_is_made_once(newsroom: Path) -> None:
    """Two jobs for one file in one folder are one."""
    jobs = jobs_of(newsroom)
    made, _ = build(newsroom, [*jobs, *jobs])
    assert made.rendered == sum(len(job.renditions.items) for job in jobs)


def test_a_picture_that_was_changed_meanwhile(newsroom: Path) -> None:
    """Bytes other than the examined ones are not rendered under their name."""
    jobs = jobs_of(newsroom)
    (newsroom / "photos" / "a.jpg").write_bytes(samples.saved(samples.corners(64, 64)))
    made, _ = build(newsroom, jobs)
    assert [(problem.code, problem.file) for problem in made.problems] == [("picture-changed", "photos/a.jpg")]
    assert made.rendered == len(jobs[1].renditions.items)


def test_a_picture_that_is_gone_meanwhile(newsroom: Path) -> None:
    """A file that was removed since is a problem."""
    jobs = jobs_of(newsroom)
    (newsroom / "photos" / "b.png").unlink()
    made, _ = build(newsroom, jobs)
    assert [problem.code for problem in made.problems] == ["picture-missing"]

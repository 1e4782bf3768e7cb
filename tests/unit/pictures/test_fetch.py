"""Getting the bytes of single renditions, as a press kit does."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.newsroom.problem import ContentError
from plugins.pictures.examine import examine
from plugins.pictures.fetch import Job, fetch
from plugins.pictures.metadata import Rights
from plugins.pictures.reading import read_metadata
from plugins.pictures.rendition_store import RenditionStore
from plugins.pictures.renditions import renditions
from tests.unit.pictures import samples


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """A picture with its renditions to be."""
    path = tmp_path / "stand.jpg"
    path.write_bytes(samples.saved(samples.corners()))
    picture = examine(path).picture
    assert picture is not None
    rights = Rights(credit="Amt | Öz")
    return Job(path, picture, rights, renditions(picture, rights))


def test_rendered_once_then_kept(job: Job, tmp_path: Path) -> None:
    """The large picture for a kit is rendered at first and comes from the rendition_store afterwards."""
    large = job.renditions.large
    assert large is not None
    rendition_store = RenditionStore(tmp_path / "rendition_store")
    (first,) = fetch(job, [large], rendition_store)
    (second,) = fetch(job, [large], rendition_store)
    assert (first.rendered, second.rendered) == (True, False)
    assert first.data == second.data
    assert read_metadata(first.data).rights.credit == "Amt | Öz"


def test_the_original_is_not_needed_again(job: Job, tmp_path: Path) -> None:
    """What is kept is given although the original is gone."""
    rendition_store = RenditionStore(tmp_path / "rendition_store")
    before = [got.data for got in fetch(job, job.renditions.items, rendition_store)]
    job.path.unlink()
    assert [got.data for got in fetch(job, job.renditions.items, rendition_store)] == before


def test_another_picture_in_its_place(job: Job, tmp_path: Path) -> None:
    """Other bytes are never given under the old name."""
    job.path.write_bytes(samples.saved(samples.corners(64, 64)))
    with pytest.raises(ContentError) as caught:
        list(fetch(job, job.renditions.items, RenditionStore(tmp_path / "rendition_store")))
    assert caught.value.problems[0].code == "picture-changed"

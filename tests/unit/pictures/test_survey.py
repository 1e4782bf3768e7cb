"""Examining all pictures, and remembering what was found."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.cache.digest import digest_bytes
from plugins.cache.pool import Pool
from plugins.cache.store import Store
from plugins.pictures.examination import PictureFile
from plugins.pictures.picture import Limits
from plugins.pictures.survey import Survey, survey
from tests.unit.pictures import samples


def run(folder: Path, *names: str, jobs: int = 1, limits: Limits = Limits()) -> Survey:  # noqa: B008
    """One build's survey of the files."""
    files = [PictureFile(folder / name, f"photos/{name}", digest_bytes((folder / name).read_bytes())) for name in names]
    with Store(folder / "cache" / "store") as store, Pool(jobs) as pool:
        found = survey(files, store, pool, limits=limits)
        store.flush()
        return found


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Two sound pictures, one with words of its own."""
    plain = samples.saved(samples.corners())
    words = {"Xmp.dc.description": samples.lang_alt(default="x", nl="y"), "Xmp.plus.DataMining": "no"}
    (tmp_path / "a.jpg").write_bytes(plain)
    (tmp_path / "b.jpg").write_bytes(samples.tagged(plain, words))
    return tmp_path


def test_second_time_opens_nothing(photos: Path) -> None:
    """What was found is remembered whole, metadata and all."""
    first = run(photos, "a.jpg", "b.jpg")
    second = run(photos, "a.jpg", "b.jpg")
    assert (first.opened, second.opened) == (2, 0)
    assert first.found == second.found
    assert list(second.found) == ["photos/a.jpg", "photos/b.jpg"]


def test_same_over_workers(photos: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Two workers find what one process finds."""
    other = tmp_path_factory.mktemp("other")
    for name in ("a.jpg", "b.jpg"):
        (other / name).write_bytes((photos / name).read_bytes())
    assert run(photos, "a.jpg", "b.jpg").found == run(other, "a.jpg", "b.jpg", jobs=2).found


def test_a_changed_file_is_opened_alone(photos: Path) -> None:
    """Only the picture whose bytes changed is examined again."""
    run(photos, "a.jpg", "b.jpg")
    (photos / "a.jpg").write_bytes(samples.saved(samples.corners(64, 64)))
    second = run(photos, "a.jpg", "b.jpg")
    picture = second.found["photos/a.jpg"].picture
    assert second.opened == 1
    assert picture is not None and picture.width == 64


def test_warnings_are_remembered(photos: Path) -> None:
    """A warning is told in every build, not only in the first."""
    (photos / "c.jpg").write_bytes(samples.saved(samples.corners(), "PNG"))
    for _ in range(2):
        (warning,) = run(photos, "c.jpg").found["photos/c.jpg"].problems
        assert (warning.code, warning.file) == ("picture-renamed", "photos/c.jpg")


def test_refusals_are_told_each_time(photos: Path) -> None:
    """A broken picture stays a problem until it is fixed."""
    (photos / "c.jpg").write_bytes(b"no picture")
    for _ in range(2):
        assert run(photos, "c.jpg").found["photos/c.jpg"].picture is None


def test_other_limits_examine_again(photos: Path) -> None:
    """What was fine under wider limits is not fine for ever."""
    run(photos, "a.jpg")
    narrow = run(photos, "a.jpg", limits=Limits(pixels=100))
    assert narrow.found["photos/a.jpg"].picture is None

"""What a replaced site leaves for a day, and a folder that cannot be replaced."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from plugins.publish import swap
from plugins.publish.renewal import renew
from plugins.publish.retention import DAY, Memory, retained
from tests.site.newsroom import Newsroom, jpeg, report
from tests.site.test_publish import publish

NOW = 1_772_366_400
PHOTO = "photos: [{file: a.jpg, credit: Foto GmbH%s}]"
ALT = "\nphotos: {a.jpg: {alt: Ein Bild}}\n---"


def at(monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    """The clock says so many seconds after the beginning."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOW + seconds))


def with_photo(more: str = "", colour: str = "teal", **facts: Any) -> str:
    """A report with a picture."""
    return report("eins", more=PHOTO % more, **facts).replace("eins.\n---", "eins." + ALT)


def sheets(newsroom: Newsroom) -> set[str]:
    """The style sheets of the published folder."""
    return {path for path in newsroom.output("public") if path.endswith(".css") and path.startswith("brand/")}


def pictures(newsroom: Newsroom) -> set[str]:
    """The renditions in the published folder."""
    return {path for path in newsroom.output("public") if path.startswith("media/")}


def brand(newsroom: Newsroom, colour: str) -> None:
    """Another colour."""
    newsroom.put("content/brand.css", f":root {{ --accent: {colour} }}\n".encode())
    site = newsroom.root / "content/site.yaml"
    if "brand:" not in site.read_text("utf-8"):
        site.write_text(site.read_text("utf-8") + "brand: brand.css\n", "utf-8")


def test_an_old_style_sheet_stays_for_a_day(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages in somebody's cache keep their looks; after a day the next publication takes it away."""
    at(monkeypatch, 0)
    brand(newsroom, "teal")
    newsroom.write(report("eins"))
    assert publish(newsroom) == 0
    first = sheets(newsroom)
    at(monkeypatch, 60)
    brand(newsroom, "navy")
    assert publish(newsroom) == 0
    second = sheets(newsroom)
    assert first < second
    for seconds, left in ((DAY, second), (60 + DAY - 1, second), (60 + DAY, second - first)):
        at(monkeypatch, seconds)
        assert publish(newsroom) == 0
        assert sheets(newsroom) == left


def test_a_picture_with_another_crop_stays_and_one_whose_consent_has_ended_goes(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once, with all that was left of it."""
    at(monkeypatch, 0)
    newsroom.put("content/reports/2024/eins/photos/a.jpg", jpeg(640, 480)).write(with_photo())
    assert publish(newsroom) == 0
    first = pictures(newsroom)
    assert first
    newsroom.write(with_photo(", focus: [0.1, 0.1]", title="Anders"))
    newsroom.write(with_photo(", licence: CC BY 4.0"))
    assert publish(newsroom) == 0
    assert first < pictures(newsroom)
    newsroom.write(with_photo(", persons: [Erika Muster], consent_until: 2026-02-28"))
    assert publish(newsroom) == 0
    assert pictures(newsroom) == set()


def test_an_exchanged_picture_goes_at_once(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Perhaps it had to."""
    at(monkeypatch, 0)
    newsroom.put("content/reports/2024/eins/photos/a.jpg", jpeg(640, 480)).write(with_photo())
    assert publish(newsroom) == 0
    first = pictures(newsroom)
    newsroom.put("content/reports/2024/eins/photos/a.jpg", jpeg(641, 480, "maroon"))
    assert publish(newsroom) == 0
    assert pictures(newsroom)
    assert not first & pictures(newsroom)


def test_the_rule_by_itself() -> None:
    """Names with hyphens, a neighbour's name, what belongs to nobody."""
    before = Memory({"media/x/a": (1, 1), "media/x/a-b": (2, 2)}, {"assets/old.css": 10})
    live = [
        "assets/old.css",
        "media/x/a-b-480.12345678.jpg",
        "media/x/a-960.12345678.jpg",
        "media/people/p-480.1.jpg",
        "de/x.html",
    ]
    pictures = {"media/x/a": (1, 1), "media/x/a-b": (2, 2)}
    staged = ["media/x/a-480.00000000.jpg"]
    assert retained(before, live, staged, pictures, 20).since == {
        "assets/old.css": 10,
        "media/x/a-960.12345678.jpg": 20,
    }


def test_a_folder_with_other_things_is_refused(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody's files are lost to a mistyped --output."""
    newsroom.write(report("eins")).put("public/thesis.docx", b"years of work")
    assert publish(newsroom) == 1
    assert "holds files that no publication put there" in capsys.readouterr().err
    assert newsroom.output("public") == {"thesis.docx": b"years of work"}


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV, errno.EACCES])
def test_a_volume_is_published_into(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """A folder that the system will not exchange holds the new site afterwards, and nothing else."""

    def refuse(*_: object) -> bool:
        raise OSError(number, os.strerror(number))

    (newsroom.root / "public/lost+found").mkdir(parents=True)
    newsroom.write(report("eins") + report("zwei"))
    assert publish(newsroom) == 0
    newsroom.write(report("zwei", body="Ein neuer Absatz.", more="aliases: [/alt/]"))
    monkeypatch.setattr(swap, "exchange", refuse)
    assert publish(newsroom) == 0
    public = newsroom.output("public")
    assert public == newsroom.output("cache/published")
    assert b"Ein neuer Absatz." in public["de/2024/zwei/index.html"]


def test_a_renewal_that_was_stopped_anywhere_is_whole_the_second_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files become folders, folders files; every file is that of before or that of after at any time."""
    old = {"a": "1", "b/c": "1", "b/d/e": "1", "assets/x": "1", "gone": "1"}
    new = {"a/b": "2", "b": "2", "c": "2", "assets/x": "2"}
    for stop in range(12):
        root = tmp_path / str(stop)
        for name, files in (("live", old), ("staged", new)):
            for path, text in files.items():
                (root / name / path).parent.mkdir(parents=True, exist_ok=True)
                (root / name / path).write_text(text)
        left = stop

        def counted(*given: Any) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise KeyboardInterrupt
            Path(given[0]).rename(given[1])

        with monkeypatch.context() as patch:
            patch.setattr("plugins.publish.renewal.os.replace", counted)
            try:
                renew(root / "staged", root / "live")
            except KeyboardInterrupt:
                texts = {
                    p.read_text() for p in (root / "live").rglob("*") if p.is_file() and p.parent.name != ".publishing"
                }
                assert texts <= {"1", "2"}
        renew(root / "staged", root / "live")
        there = {
            p.relative_to(root / "live").as_posix(): p.read_text() for p in (root / "live").rglob("*") if p.is_file()
        }
        assert there == new

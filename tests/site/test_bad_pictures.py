"""Whatever lies in a photos folder: a sentence that names the file, or the right picture; never a crash."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

from plugins.cli.check import configure, problems_of
from plugins.newsroom.problem import ContentError, Level, Problem
from tests.site.bad_pictures import REFUSED, RIGHT, SMALL
from tests.site.gallery import FOLDER, PAGE, large, renditions, show
from tests.site.newsroom import GROUND, ROOT, Newsroom, jpeg
from tests.unit.pictures import samples

COLOURS = (samples.RED, samples.GREEN, samples.BLUE, samples.YELLOW)
PURE = ((255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0))
MEANT = {"inks-by-profile.jpg": PURE}
"""Where the colours are not those of ``corners``."""
TOLD = {name: code for name, (code, _) in RIGHT.items() if code}


def fresh(root: Path) -> Newsroom:
    """A newsroom without reports."""
    shutil.copytree(ROOT / "translations" / "ui", root / "translations" / "ui")
    return Newsroom(root).write(GROUND)


def checked(newsroom: Newsroom) -> tuple[Problem, ...]:
    """What ``check`` tells."""
    folders = (newsroom.root / name for name in ("content", "translations", "cache"))
    return problems_of(configure(*map(str, folders)))


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """Everything that is no picture, in one report: what ``check`` says of each file."""
    newsroom = show(fresh(tmp_path_factory.mktemp("refused")), {name: data for name, (_, data) in REFUSED.items()})
    found: dict[str, list[Problem]] = {}
    for problem in checked(newsroom):
        found.setdefault(Path(problem.file).name, []).append(problem)
    return found


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Newsroom, tuple[Problem, ...]]:
    """Everything that is a picture all the same, in one report: the site, and what was told."""
    photos = {name: data for name, (_, data) in {**RIGHT, **SMALL}.items()}
    newsroom = show(fresh(tmp_path_factory.mktemp("shown")), photos)
    return newsroom, newsroom.build().problems


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_picture_is_told(name: str, refused: dict[str, list[Problem]]) -> None:
    """One error for each file: which it is, what was found, what was expected, how to fix it."""
    (problem,) = refused[name]
    assert (problem.code, problem.level) == (REFUSED[name][0], Level.ERROR)
    assert problem.file.endswith(f"{FOLDER}/photos/{name}")
    assert problem.found and problem.expected and problem.fix.endswith(".")
    assert "Traceback" not in problem.found and "\n" not in problem.found


@pytest.mark.parametrize("name", ["cut-off.jpg", "telephone.heic", "drawing.svg"])
def test_no_byte_is_published_of_what_is_no_picture(name: str, newsroom: Newsroom) -> None:
    """The build ends, and the site is as it was."""
    newsroom.build()
    before = newsroom.output()
    with pytest.raises(ContentError):
        show(newsroom, {name: REFUSED[name][1]}).build()
    assert newsroom.output() == before


def test_a_folder_in_place_of_a_picture(newsroom: Newsroom) -> None:
    """A folder named like a photograph is told of, with its name."""
    show(newsroom, {"x.jpg": b""})
    path = newsroom.root / FOLDER / "photos" / "x.jpg"
    path.unlink()
    path.mkdir()
    assert any(problem.file.endswith(f"{FOLDER}/photos/x.jpg") for problem in checked(newsroom))


@pytest.mark.parametrize("name", RIGHT)
def test_odd_pictures_come_out_right(name: str, shown: tuple[Newsroom, tuple[Problem, ...]]) -> None:
    """Upright and in the colours that were meant."""
    image = large(shown[0], [name])[name]
    assert image.width > image.height
    assert all(samples.near(a, b, 30) for a, b in zip(samples.quarters(image), MEANT.get(name, COLOURS), strict=True))


@pytest.mark.parametrize("name", RIGHT)
def test_avif_is_the_same_picture(name: str, shown: tuple[Newsroom, tuple[Problem, ...]]) -> None:
    """So it does in the other format."""
    made = renditions(shown[0], name)
    image = Image.open(io.BytesIO(next(data for path, data in made.items() if path.endswith(".avif"))))
    assert all(samples.near(a, b, 30) for a, b in zip(samples.quarters(image), MEANT.get(name, COLOURS), strict=True))


def test_what_is_odd_is_told(shown: tuple[Newsroom, tuple[Problem, ...]]) -> None:
    """The editor hears of a wrong ending, of an animation and of damaged metadata, and of nothing else."""
    assert {Path(p.file).name: p.code for p in shown[1] if p.level is not Level.ERROR} == TOLD


def test_one_pixel_stays_one(shown: tuple[Newsroom, tuple[Problem, ...]]) -> None:
    """The smallest picture is shown, never enlarged."""
    assert large(shown[0], SMALL)["dot.png"].size == (1, 1)


def test_a_hundred_megapixels(newsroom: Newsroom) -> None:
    """The largest photograph a camera takes is scaled down like any other, also a progressive one."""
    data = samples.saved(Image.new("L", (11_600, 8_700), 90), progressive=True, quality=40)
    show(newsroom, {"wide.jpg": data}).build()
    assert large(newsroom, ["wide.jpg"])["wide.jpg"].size == (2560, 1920)


def test_all_is_told_at_once(newsroom: Newsroom) -> None:
    """Several pictures with trouble are told of in one run."""
    show(newsroom, {"a.jpg": b"", "b.jpg": jpeg()[:300], "c.jpg": jpeg()})
    assert [Path(p.file).name for p in checked(newsroom) if p.level is Level.ERROR] == ["a.jpg", "b.jpg"]


HOSTILE = '"><script>alert(1)</script>'
SAID = {
    "Xmp.dc.description": samples.lang_alt(default=HOSTILE),
    "Xmp.iptc.AltTextAccessibility": samples.lang_alt(default=HOSTILE),
    "Xmp.photoshop.Credit": HOSTILE,
}


def test_script_in_metadata_stays_words(newsroom: Newsroom) -> None:
    """Caption, alt text and credit of a stranger's picture are text on the page."""
    show(newsroom, {"a.jpg": samples.tagged(jpeg(), SAID)}, {"a.jpg": ""}, words=False).build()
    assert b"<script>alert" not in b"".join(
        d for p, d in newsroom.output().items() if not p.startswith("media/") and not p.endswith(".json")
    )
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in newsroom.read(PAGE)


def test_metadata_in_latin_1(newsroom: Newsroom) -> None:
    """Old picture archives' umlauts come out as umlauts."""
    fields = samples.iim((120, "Müller grüßt".encode("latin-1")), (80, "Jörg Öz".encode("latin-1")))
    show(newsroom, {"a.jpg": samples.saved(samples.corners(), extra=fields)}, {"a.jpg": ""}).build()
    page = newsroom.read(PAGE)
    assert "Müller grüßt" in page and "Jörg Öz" in page

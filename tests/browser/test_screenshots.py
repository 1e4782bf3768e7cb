"""The pictures in README and guides: shown, small, and made from the real build."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.browser.base import ROOT
from tools.desk_journeys import JOURNEYS, picture_of
from tools.desk_pictures import LANGUAGES, STEPS, name_of
from tools.screenshots import MOTIFS, PICTURES, main, make

PAGES = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "docs/guide").glob("*.md")]


def shown() -> set[Path]:
    """The pictures that README and guides show."""
    found = (
        (page, name) for page in PAGES for name in re.findall(r"!\[[^\]]+\]\(([^)]+\.webp)\)", page.read_text("utf-8"))
    )
    return {(page.parent / name).resolve() for page, name in found}


def test_every_picture_is_shown_and_can_be_made_again() -> None:
    """Those that pages show, those in the folder and those that the three scripts make are the same."""
    made = {f"{motif.name}.webp" for motif in MOTIFS} | {name_of(step, lang) for step in STEPS for lang in LANGUAGES}
    for journey in JOURNEYS:
        steps = len(list(PICTURES.glob(picture_of(journey, 0).replace("0", "*"))))
        assert 2 <= steps <= journey.most
        made |= {picture_of(journey, step) for step in range(1, steps + 1)}
    assert shown() == set(PICTURES.glob("*.webp")) == {PICTURES / name for name in made}


def test_they_are_small() -> None:
    """Each below 150 KB, together below 800 KB: a clone stays light."""
    sizes = [path.stat().st_size for path in PICTURES.iterdir()]
    assert max(sizes) < 150_000
    assert sum(sizes) < 800_000


@pytest.mark.parametrize("name", ["home", "gallery"])
def test_the_script_makes_them(browser: Browser, built_site: str, tmp_path: Path, name: str) -> None:
    """From the built site, as large as the one that is shown and with as much on it."""
    motif = next(one for one in MOTIFS if one.name == name)
    made = Image.open(make(motif, browser, built_site, tmp_path))
    with Image.open(PICTURES / f"{name}.webp") as agreed:
        assert made.size == agreed.size
    assert len(made.getcolors(1 << 24) or []) > 1000


def test_without_a_built_site_it_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence, exit code 2, no picture."""
    assert main(["--site", str(tmp_path), "--to", str(tmp_path / "out")]) == 2
    assert "tasks.py build" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()

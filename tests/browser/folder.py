"""Writes the sample pages to a folder that a server can offer."""

from __future__ import annotations

import shutil
from pathlib import Path

from plugins.pages.templates import Theme
from tests.browser import base, drawing, samples
from tests.founding.newsroom import CONTENT

ROOT = Path(__file__).parents[2]


def write(folder: Path) -> tuple[base.Sample, ...]:
    """Every sample page with its pictures and the theme's files, ready to be served."""
    photos = folder / "photos"
    shapes = ((1600, 1067), (1600, 1200), (1600, 900), (1200, 1200), (900, 1200), (1600, 1067))
    shots = tuple(drawing.write(photos, "/photos/", n + 1, *shape) for n, shape in enumerate(shapes))
    made = samples.everything(shots, drawing.write(photos, "/photos/", 99, 960, 1440))
    shutil.copytree(ROOT / "theme" / "static", folder / "theme")
    shutil.copy(CONTENT / "brand" / "logo.svg", folder / "logo.svg")
    theme = Theme(ROOT / "theme")
    for sample in made:
        target = folder / sample.path.strip("/")
        target = target if target.suffix == ".html" else target / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(theme.render(sample.page, sample.site))
    return made

"""Makes the pictures of the site that README and guides show, from the real build.

Run as ``python3 tasks.py build`` and then ``.venv/bin/python -m tools.screenshots``. It drives Chromium, as the browser
tests do, over the folder that ``build`` wrote, and writes small WebP files to ``docs/pictures/``.
"""

from __future__ import annotations

import argparse
import functools
import io
import os
import shutil
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
LUNCH = "/nl/2024/zakenlunch-canada-dortmund/"
GUIDE = "branding.md"
"""Stands for the style sheet that the guide on branding gives as example."""
GAP = 24
"""Pixels between two views that stand in one picture."""
SETTLED = """() => Promise.all([...document.images].filter((i) => i.loading !== 'lazy').map((i) => i.decode()))"""


@dataclass(frozen=True)
class View:
    """A page as somebody sees it."""

    path: str
    width: int = 1280
    height: int = 860
    dark: bool = False
    opens: str = ""
    """A picture to click on, so that it is shown large."""
    sheet: str = ""
    """A brand's style sheet: a preset's name, or ``GUIDE``."""
    down: str = ""
    """An element to scroll to."""


@dataclass(frozen=True)
class Motif:
    """A picture for the guides: one view, or several side by side, at a given width."""

    name: str
    views: tuple[View, ...]
    width: int = 1000


def _phone(path: str, *, dark: bool = False, down: str = "") -> View:
    return View(path, 390, 780, dark, down=down)


BRANDED = (("/en/", GUIDE), ("/de/", "kern"), ("/nl/", "nldesign"))
MOTIFS = (
    Motif("home", (View("/de/"),)),
    Motif("report", (View("/en/2014/bsr-stars/", height=1500),), 800),
    Motif(
        "phones",
        (
            _phone("/de/"),
            _phone(LUNCH),
            _phone("/en/2021/e-mission-luxembourg/", dark=True),
            _phone("/de/2024/kanada-business-lunch/", down=".contacts"),
        ),
        1200,
    ),
    Motif("gallery", (View(LUNCH, 1100, 720, opens="[data-gallery] li:nth-child(2) a.zoom"),)),
    Motif("brands", tuple(View(path, 920, 600, sheet=name) for path, name in BRANDED), 1400),
)


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".avif": "image/avif", ".js": "text/javascript"}

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which the folder is served on this machine alone."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def shoot(browser: Browser, address: str, view: View) -> Image.Image:
    """The view as a picture."""
    page = browser.new_page(
        viewport={"width": view.width, "height": view.height},
        color_scheme="dark" if view.dark else "light",
        reduced_motion="reduce",
    )
    if view.sheet:
        _dress(page, view.sheet)
    page.goto(address + view.path)
    page.evaluate(SETTLED)
    if view.opens:
        page.locator(view.opens).click()
        page.locator(".pswp--ui-visible").wait_for()
        page.wait_for_function("() => document.querySelector('.pswp__img:not(.pswp__img--placeholder)')?.complete")
    if view.down:
        page.locator(view.down).evaluate("(e) => scrollTo(0, e.getBoundingClientRect().top + scrollY - 24)")
        page.evaluate(SETTLED)
    data = page.screenshot()
    page.close()
    return Image.open(io.BytesIO(data)).convert("RGB")


def _dress(page: Page, brand: str) -> None:
    """Lets the theme's sheet come with a brand's after it."""
    static = ROOT / "theme" / "static"
    if brand == GUIDE:
        example = (ROOT / "docs" / GUIDE).read_text("utf-8").partition("```css content/brand/brand.css\n")[2]
        colours = example.partition("```")[0]
    else:
        colours = (static / "presets" / f"{brand}.css").read_text("utf-8")
    words = (static / "css" / "site.css").read_text("utf-8") + colours
    page.route("**/css/site.css", lambda route: route.fulfill(status=200, content_type="text/css", body=words))


def beside(pictures: Iterable[Image.Image], width: int) -> Image.Image:
    """The pictures in a row on grey, brought to ``width``."""
    row = list(pictures)
    whole = sum(one.width for one in row) + GAP * (len(row) - 1)
    sheet = Image.new("RGB", (whole, max(one.height for one in row)), "#c9c9c9")
    left = 0
    for one in row:
        sheet.paste(one, (left, 0))
        left += one.width + GAP
    return sheet.resize((width, round(sheet.height * width / sheet.width)), Image.Resampling.LANCZOS)


def make(motif: Motif, browser: Browser, address: str, folder: Path) -> Path:
    """Writes one picture; its path."""
    picture = beside((shoot(browser, address, view) for view in motif.views), motif.width)
    target = folder / f"{motif.name}.webp"
    target.parent.mkdir(parents=True, exist_ok=True)
    picture.save(target, "WEBP", quality=78, method=6)
    return target


def main(arguments: list[str] | None = None) -> int:
    """Makes all pictures, or those that are named; 2 where there is no built site or no browser."""
    parser = argparse.ArgumentParser(description="Makes the pictures of the site that README and guides show.")
    parser.add_argument("names", nargs="*", help=f"which ones (all): {', '.join(motif.name for motif in MOTIFS)}")
    parser.add_argument("--site", type=Path, default=ROOT / "output", help="the folder that build wrote")
    parser.add_argument("--to", type=Path, default=PICTURES, help="folder for the pictures")
    options = parser.parse_args(arguments)
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), "")
    if not (options.site / "index.html").is_file():
        print(f"There is no built site in {options.site}: run `python3 tasks.py build` first.")
        return 2
    if not program:
        print("The pictures need Chromium: install it, or name one in the variable CHROMIUM.")
        return 2
    with served(options.site) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for motif in MOTIFS:
            if not options.names or motif.name in options.names:
                print(make(motif, browser, address, options.to))
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

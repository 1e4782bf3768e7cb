"""Makes the pictures of the guides for editors from the real desk: ``.venv/bin/python -m tools.desk_pictures``.

A small newsroom is laid out as the browser tests do it, ``serve`` runs over it at a fixed moment, and Chromium takes a
picture of each step in each language into ``docs/pictures/``. Beside them stands a digest of what they show.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser.desk_serving import desk_serving, hafen
from tools.screenshots import PICTURES, PROGRAMS, ROOT

STEPS = ("begin", "edit", "review", "publish")
"""The numbered steps of the guides, in their order."""
LANGUAGES = ("de", "nl", "en")
DIGEST = PICTURES / "desk.sha256"
MOMENT = "1772366400"
"""1 March 2026: the desk shows days."""
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def name_of(step: str, lang: str) -> str:
    """The file of a picture."""
    return f"desk-{step}-{lang}.webp"


def sources() -> str:
    """The digest of what the pictures show: the desk's templates and style sheet."""
    desk = ROOT / "plugins" / "desk"
    found = hashlib.sha256()
    for path in sorted((*desk.glob("templates/*.html"), *desk.glob("static/*.css"))):
        found.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()


def _shoot(page: Page, step: str, lang: str) -> None:
    page.wait_for_load_state("networkidle")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    size = 900, round(picture.height * 900 / picture.width)
    picture.resize(size, Image.Resampling.LANCZOS).save(PICTURES / name_of(step, lang), "WEBP", quality=60, method=6)


def _language(page: Page, base: str, lang: str) -> None:
    page.goto(f"{base}/desk/")
    page.locator("#language").select_option(lang)
    page.locator(f"html[lang={lang}]").wait_for()


def _steps(page: Page, base: str, lang: str) -> None:
    """The four steps, as the guide tells them."""
    page.goto(f"{base}/desk/import")
    file = {"name": "hafen.docx", "mimeType": _WORD, "buffer": hafen()}
    page.locator("#file").set_input_files(file)  # type: ignore[arg-type]
    page.wait_for_url("**/desk/import/*")
    _shoot(page, "begin", lang)
    page.goto(f"{base}/desk/reports/messe/")
    _shoot(page, "edit", lang)
    page.goto(f"{base}/desk/reports/messe/review/nl")
    _shoot(page, "review", lang)
    page.goto(f"{base}/desk/publish")
    _shoot(page, "publish", lang)


@contextmanager
def open_desk(place: Path) -> Iterator[tuple[Page, str]]:
    """A page of Chromium at the desk of the browser tests, and the server's address, at the fixed moment.

    Raises ``FileNotFoundError`` where there is no Chromium.
    """
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), "")
    if not program:
        raise FileNotFoundError("The pictures need Chromium: install it, or name one in the variable CHROMIUM.")
    os.environ["SOURCE_DATE_EPOCH"] = MOMENT
    with desk_serving(place) as serving, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(viewport={"width": 1200, "height": 800}, reduced_motion="reduce").new_page()
        page.goto(serving.desk)
        yield page, serving.desk.partition("/desk/")[0]
        browser.close()


def main() -> int:
    """Makes all pictures; 2 where there is no browser."""
    try:
        with tempfile.TemporaryDirectory() as place, open_desk(Path(place)) as (page, base):
            page.goto(f"{base}/desk/reports/messe/translate?lang=nl")
            page.locator("form button.button").first.click()
            page.locator("[data-work=done]").wait_for(timeout=120_000)
            for lang in LANGUAGES:
                _language(page, base, lang)
                _steps(page, base, lang)
    except FileNotFoundError as error:
        print(error)
        return 2
    DIGEST.write_text(f"{sources()}\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

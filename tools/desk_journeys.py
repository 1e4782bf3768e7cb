"""Walks the desk's journeys as a person does, counts the actions, and takes a picture of each step:
``.venv/bin/python -m tools.desk_journeys`` writes ``docs/desk-journeys.md`` and its pictures.
"""

from __future__ import annotations

import io
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.desk_serving import Counted, hafen
from tools.desk_pictures import open_desk
from tools.screenshots import PICTURES, ROOT

TEXT = ROOT / "docs" / "desk-journeys.md"
WIDTH = 640
"""Pixels of a picture: enough to know the page again, small enough for a dozen of them."""
FIRST = "the first paragraph, which then stands no more in the text"
PASTE = ROOT / "tests/founding/pastes/1-kanada.txt"
OPENING = """# The desk's journeys, counted

Each click, field, choice and file is one action. `python -m tools.desk_journeys` walks them in Chromium, over a
newsroom with an engine on loopback, counts, and takes the pictures; `tests/browser/test_desk.py` holds the numbers.
"""


@dataclass(frozen=True, slots=True)
class Journey:
    """One journey: its name, the most actions it may take, and the walk, which tells of its steps."""

    name: str
    title: str
    most: int
    walk: Callable[[Counted, str], Iterator[str]]
    """Yields what has been done, at each step."""


def _everything_is_saved(page: Page) -> None:
    expect(page.locator("[data-saving]")).to_have_text("Everything is saved.")


def _imported(person: Counted) -> None:
    person.drop("Choose a document, or drop it here", "hafen.docx", hafen())
    expect(person.page.get_by_role("heading", level=1)).to_have_text("Neuer Hafen am Rhein")


def _answered(person: Counted) -> None:
    """The findings of one review, one by one."""
    button = person.page.get_by_role("button", name="Right as it is")
    while left := button.count():
        button.first.click()
        person.actions += 1
        expect(button).to_have_count(left - 1)


def _reviewed(person: Counted, base: str, lang: str) -> None:
    person.page.goto(f"{base}/desk/reports/neuer-hafen-am-rhein/review/{lang}")
    person.actions += 1
    if lang == "nl":
        person.fill("Your name", "Ine de Vries")
        person.fill("Office that answers for it", "Pers")
    _answered(person)
    person.click("Everything without findings is read")
    expect(person.page.locator("#read-so-far")).to_have_text(re.compile(r"^(\d+) of \1 read$"))
    person.click("Sign as reviewed")
    expect(person.page.locator(".state-reviewed")).to_be_visible()


def _from_word(person: Counted, base: str) -> Iterator[str]:
    page = person.page
    person.click("Import", "link")
    yield "**Import**"
    _imported(person)
    yield "The Word file is dropped: three pictures with captions and credits, the author and the contact are found"
    person.click(FIRST, "radio")
    person.click("Make the draft")
    expect(page.locator("#report")).to_be_visible()
    yield "The teaser is chosen, **Make the draft**: the report with the page beside it"
    person.choose("Standing needed", "published")
    _everything_is_saved(page)
    person.click("Translate all languages by machine", "link")
    yield "**Published**, then **Translate all languages by machine**: what would be sent, to whom, for how much"
    person.click("Translate now")
    expect(page.locator("[data-work=done]")).to_contain_text("Done.")
    yield "**Translate now**"
    _reviewed(person, base, "nl")
    yield "The Dutch version is read beside the original, what the gate found is answered, and it is signed"
    _reviewed(person, base, "en")
    yield "The English version too"
    person.click("Publish", "link")
    person.fill("Your name", "Ine de Vries")
    person.fill("E-mail", "ine@newsroom.example")
    person.click("Record and send")
    expect(page.get_by_role("status").first).to_contain_text("Handed in.")
    yield "**Publish**, **Record and send**: handed in, in three languages"


def _corrected(person: Counted, base: str) -> Iterator[str]:
    page = person.page
    page.goto(f"{base}/desk/reports/neuer-hafen-am-rhein/")
    text = page.locator("textarea[data-body=de]")
    text.fill(text.input_value().replace("300", "320"))
    person.actions += 1
    _everything_is_saved(page)
    yield "A number is corrected in the original; it is saved by itself"
    person.click("Translate all languages by machine", "link")
    person.click("Translate now")
    expect(page.locator("[data-work=done]")).to_be_visible()
    yield "**Translate all languages by machine**, **Translate now**: the number is carried into both other languages"
    page.goto(f"{base}/desk/reports/neuer-hafen-am-rhein/review/nl")
    expect(page.get_by_text("320 gasten").first).to_be_visible()
    page.get_by_text("320 gasten").first.scroll_into_view_if_needed()
    yield "The Dutch sentence with the new number, to be read once more"


def _pasted(person: Counted, base: str) -> Iterator[str]:
    page = person.page
    page.goto(f"{base}/desk/import")
    person.fill("Paste a text, a mail or a web page here", PASTE.read_text("utf-8"))
    yield "A page is copied in the browser, with everything around its text, and pasted"
    person.click("Look at it", nth=1)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Innovationen über den Atlantik"))
    yield "**Look at it**: six captions with their credit, two contacts and the author are found, and menus dropped"
    person.click(FIRST, "radio")
    person.click("Make the draft")
    expect(page.locator("#report")).to_be_visible()
    yield "**Make the draft**"


JOURNEYS = (
    Journey("word", "From a Word file with three pictures to three languages on the web", 25, _from_word),
    Journey("number", "A corrected number in three languages", 6, _corrected),
    Journey("paste", "A founding text, pasted raw", 4, _pasted),
)


def picture_of(journey: Journey, step: int) -> str:
    """The file of a picture."""
    return f"journey-{journey.name}-{step}.webp"


def _shoot(page: Page, path: Path) -> None:
    page.wait_for_load_state()
    page.wait_for_timeout(700)  # the page beside a form, whose stream of events never ends
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    size = WIDTH, round(picture.height * WIDTH / picture.width)
    picture.resize(size, Image.Resampling.LANCZOS).save(path, "WEBP", quality=60, method=6)


def _walked(journey: Journey, page: Page, base: str, folder: Path) -> str:
    """The journey as a section of the page; its pictures go into the folder.

    Raises ``ValueError`` where it takes more actions than it may.
    """
    page.goto(f"{base}/desk/")
    person = Counted(page)
    steps = []
    for number, done in enumerate(journey.walk(person, base), 1):
        _shoot(page, folder / picture_of(journey, number))
        words = re.sub(r"\*\*", "", done)
        steps.append(
            f"{number}. {done}. *{person.actions} {'action' if person.actions == 1 else 'actions'} so far*\n\n"
            f"   ![{words}](pictures/{picture_of(journey, number)})\n"
        )
    if person.actions > journey.most:
        raise ValueError(f"{journey.title}: {person.actions} actions, {journey.most} are allowed")
    head = (
        f"\n## {journey.title}\n\n**{person.actions} actions** of at most {journey.most}; no command after `serve`.\n\n"
    )
    return head + "\n".join(steps)


def main() -> int:
    """Writes page and pictures; 2 where there is no browser."""
    try:
        with tempfile.TemporaryDirectory() as place, open_desk(Path(place)) as (page, base):
            page.set_default_timeout(60_000)
            expect.set_options(timeout=60_000)
            fresh = Path(place) / "pictures"
            fresh.mkdir()
            text = OPENING + "".join(_walked(journey, page, base, fresh) for journey in JOURNEYS)
            for old in PICTURES.glob("journey-*.webp"):
                old.unlink()
            for made in fresh.iterdir():
                shutil.copy(made, PICTURES)
    except FileNotFoundError as error:
        print(error)
        return 2
    TEXT.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

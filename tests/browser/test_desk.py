"""The desk as a person uses it: from a Word file to three languages, a corrected number, without a mouse, on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.checks import barriers_in_both_schemes, overflow
from tests.browser.conftest import SLOW, Opener
from tests.browser.desk_serving import Counted, Serving, desk_serving, git, hafen
from tests.site.newsroom import jpeg

PAGES = (
    "/desk/", "/desk/new", "/desk/import", "/desk/publish", "/desk/newsroom", "/desk/people", "/desk/reports/messe/",
    "/desk/reports/messe/?write=nl", "/desk/reports/messe/review/nl", "/desk/reports/messe/translate",
)  # fmt: skip

FIRST = "the first paragraph, which then stands no more in the text"


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Opens pages whose scripts may not fail; a picture may be gone for a moment while the site is built again."""
    faults: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(SLOW * 3)

    def open_(address: str) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(address)
        return page

    yield open_
    context.close()
    assert faults == []


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A desk that nobody changes."""
    with desk_serving(tmp_path_factory.mktemp("desk")) as serving:
        yield serving


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Serving]:
    """A desk of one test."""
    with desk_serving(tmp_path) as serving:
        yield serving


def body(page: Page) -> Locator:
    """The German text."""
    return page.locator("textarea[data-body=de]")


def saved(page: Page) -> None:
    """Waits until everything is saved."""
    expect(page.locator("[data-saving]")).to_have_text("Everything is saved.")


def translated_and_reviewed(person: Counted) -> None:
    """Both other languages: by machine, read, signed."""
    page = person.page
    person.click("Translate all languages by machine", "link")
    person.click("Translate now")
    expect(page.locator("[data-work=done]")).to_contain_text("Done.")
    for lang in ("nl", "en"):
        page.goto(page.url.partition("/desk/")[0] + f"/desk/reports/neuer-hafen-am-rhein/review/{lang}")
        person.actions += 1
        if lang == "nl":
            person.fill("Your name", "Ine de Vries")
            person.fill("Office that answers for it", "Pers")
        while page.get_by_role(
            "button", name="Right as it is"
        ).count():  # the Rhine is called otherwise in each language
            left = page.get_by_role("button", name="Right as it is").count()
            page.get_by_role("button", name="Right as it is").first.click()
            person.actions += 1
            expect(page.get_by_role("button", name="Right as it is")).to_have_count(left - 1)
        person.click("Everything without findings is read")
        expect(page.locator("#read-so-far")).to_have_text(re.compile(r"^(\d+) of \1 read$"))
        person.click("Sign as reviewed")
        expect(page.locator(".state-reviewed")).to_be_visible()


def test_from_a_word_file_to_three_languages_on_the_web(own: Serving, visit: Callable[[str], Page]) -> None:
    """No command after ``serve``, at most 25 actions; captions, credits, contact and author where they belong."""
    person = Counted(visit(own.desk))
    page = person.page
    person.click("Import", "link")
    person.drop("Choose a document, or drop it here", "hafen.docx", hafen())
    expect(page.get_by_role("heading", level=1)).to_have_text("Neuer Hafen am Rhein")
    person.click(FIRST, "radio")
    person.click("Make the draft")
    expect(page.locator("#report")).to_be_visible()
    person.choose("Standing needed", "published")
    saved(page)
    translated_and_reviewed(person)
    person.click("Publish", "link")
    person.fill("Your name", "Ine de Vries")
    person.fill("E-mail", "ine@newsroom.example")
    person.click("Record and send")
    expect(page.get_by_role("status").first).to_contain_text("Handed in.")
    assert person.actions <= 25, person.actions
    year = next((own.newsroom.root / "content/reports").glob("*/neuer-hafen-am-rhein")).parent.name
    folder = f"content/reports/{year}/neuer-hafen-am-rhein"
    text, facts = own.published(f"{folder}/de.md"), own.published(f"{folder}/report.yaml")
    for words in ("Ein Kran vor dem Fluss", "Der Kran am ersten Tag", "Gäste auf dem Schiff", "Das Tor steht offen"):
        assert words in text
    assert facts.count("Stadt Hafen") == 3
    assert "authors:\n  - hans" in facts
    assert "contacts:\n  - erika" in facts
    for lang, words in (("nl", "300 gasten uit de hele regio"), ("en", "300 guests from the whole region")):
        assert words in own.published(f"translations/reports/neuer-hafen-am-rhein/{lang}.po").replace('"\n"', "")
        shown = visit(f"{own.site}{lang}/")
        expect(
            shown.get_by_text("Nieuwe haven aan de Rijn" if lang == "nl" else "New harbour on the Rhine").first
        ).to_be_visible()


def test_what_is_typed_is_saved_by_itself_and_the_page_beside_it_follows(
    own: Serving, visit: Callable[[str], Page]
) -> None:
    """Nothing else in the file changes; undo brings it back."""
    before = (own.newsroom.root / "content/reports/2024/messe/de.md").read_text("utf-8")
    page = visit(own.desk)
    page.goto(own.desk.partition("/desk/")[0] + "/desk/reports/messe/")
    body(page).fill("Der erste Absatz von messe.\n\nGanz frisch getippt.\n")
    saved(page)
    expect(page.frame_locator("[data-frame]").get_by_text("Ganz frisch getippt.")).to_be_visible()
    now = (own.newsroom.root / "content/reports/2024/messe/de.md").read_text("utf-8")
    assert now.rstrip("\n") == before.replace("Ein zweiter Absatz.", "Ganz frisch getippt.").rstrip("\n")
    page.get_by_role("button", name="Undo the last save").click()
    expect(page.get_by_text("The last save was taken back.")).to_be_visible()
    assert (own.newsroom.root / "content/reports/2024/messe/de.md").read_text("utf-8") == before


def test_words_that_could_not_be_saved_are_brought_back(own: Serving, visit: Callable[[str], Page]) -> None:
    """The network is gone, the window is closed: they are in the report when it is opened again."""
    page = visit(own.desk)
    address = own.desk.partition("/desk/")[0] + "/desk/reports/messe/"
    page.goto(address)
    page.route(
        "**/desk/reports/messe/**",
        lambda route: route.fulfill(status=200, body="?") if route.request.method == "POST" else route.continue_(),
    )
    body(page).fill("Nicht verloren.\n")
    expect(page.locator("[data-saving]")).to_contain_text("Not saved yet")
    page.unroute_all()
    page.goto(own.site)
    page.goto(address)
    saved(page)
    assert "Nicht verloren." in (own.newsroom.root / "content/reports/2024/messe/de.md").read_text("utf-8")


def test_a_toolbar_writes_markdown_and_links_are_chosen(own: Serving, visit: Callable[[str], Page]) -> None:
    """Also with the keyboard; the browser's own undo knows it."""
    page = visit(own.desk)
    page.goto(own.desk.partition("/desk/")[0] + "/desk/reports/messe/")
    text = body(page)
    text.fill("Hafen")
    text.select_text()
    text.press("Control+b")
    expect(text).to_have_value("**Hafen**")
    text.press("Control+z")
    expect(text).to_have_value("Hafen")
    text.select_text()
    text.press("Control+k")
    page.get_by_label("or a report of this newsroom").select_option("alt")
    page.get_by_role("dialog").get_by_role("button", name="Insert").click()
    expect(text).to_have_value("[Hafen](report:alt)")
    saved(page)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_of_the_desk_has_a_barrier_or_scrolls_sideways(shared: Serving, opened: Opener, path: str) -> None:
    """On a desk, on a phone, and at 200 per cent."""
    page = opened(shared.desk)
    page.goto(shared.desk.partition("/desk/")[0] + path)
    assert barriers_in_both_schemes(page) == []
    for width in (640, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert overflow(page) == [], width


def test_a_review_is_done_with_the_keyboard_alone(own: Serving, visit: Callable[[str], Page]) -> None:
    """From the list to the signature."""
    page = visit(own.desk)
    base = own.desk.partition("/desk/")[0]
    page.goto(base + "/desk/reports/messe/translate?lang=nl")
    page.get_by_role("button", name="Translate now").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-work=done]")).to_be_visible()
    page.goto(base + "/desk/reports/messe/review/nl")
    count = page.locator(".pair").count()
    page.locator("[aria-pressed]").first.focus()
    for read in range(1, count + 1):
        page.keyboard.press("Enter")
        expect(page.locator("#read-so-far")).to_have_text(f"{read} of {count} read")
    page.get_by_label("Your name").focus()
    page.keyboard.type("Ine")
    page.keyboard.press("Tab")
    page.keyboard.type("Pers")
    page.keyboard.press("Enter")
    expect(page.locator(".state-reviewed")).to_be_visible()


def test_pictures_change_places_with_the_keyboard(own: Serving, visit: Callable[[str], Page]) -> None:
    """And a click on a picture sets the point that stays visible."""
    page = visit(own.desk)
    page.goto(own.desk.partition("/desk/")[0] + "/desk/reports/messe/")
    page.get_by_label("Choose pictures, or drop them here").set_input_files(
        {"name": "Zweites.jpg", "mimeType": "image/jpeg", "buffer": jpeg(300, 200, "navy")}
    )
    expect(page.locator(".photo")).to_have_count(2)
    page.wait_for_load_state()  # the scripts of the new page
    page.locator(".photo").nth(1).get_by_role("button", name="Move up").focus()
    page.keyboard.press("Enter")
    saved(page)
    facts = own.newsroom.root / "content/reports/2024/messe/report.yaml"
    assert facts.read_text("utf-8").index("zweites.jpg") < facts.read_text("utf-8").index("stand.jpg")
    page.locator(".photo").nth(0).locator(".picture").click(position={"x": 10, "y": 10})
    saved(page)
    assert "focus: [0.0" in facts.read_text("utf-8")


def test_a_corrected_number_in_three_languages_takes_six_clicks_at_most(
    own: Serving, visit: Callable[[str], Page]
) -> None:
    """The number is carried where the gate proves it; the rest is one read and one signature."""
    page = visit(own.desk)
    base = own.desk.partition("/desk/")[0]
    page.goto(base + "/desk/import")
    person = Counted(page)
    person.drop("Choose a document, or drop it here", "hafen.docx", hafen())
    person.click(FIRST, "radio")
    person.click("Make the draft")
    translated_and_reviewed(person)
    page.goto(base + "/desk/reports/neuer-hafen-am-rhein/")
    person = Counted(page)
    text = body(page)
    text.fill(text.input_value().replace("300", "320"))
    saved(page)
    person.click("Translate all languages by machine", "link")
    person.click("Translate now")
    expect(page.locator("[data-work=done]")).to_be_visible()
    root = own.newsroom.root / "translations/reports/neuer-hafen-am-rhein"
    assert "320 gasten" in (root / "nl.po").read_text("utf-8").replace('"\n"', "")
    assert "320 guests" in (root / "en.po").read_text("utf-8").replace('"\n"', "")
    assert person.actions <= 6


def test_a_founding_text_is_pasted_and_becomes_a_draft(own: Serving, visit: Callable[[str], Page]) -> None:
    """As it was copied from its page: contacts, author, captions and credits stand where they belong."""
    page = visit(own.desk)
    page.goto(own.desk.partition("/desk/")[0] + "/desk/import")
    text = (Path(__file__).parents[1] / "founding/pastes/1-kanada.txt").read_text("utf-8")
    person = Counted(page)
    person.fill("Paste a text, a mail or a web page here", text)
    person.click("Look at it", nth=1)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Innovationen über den Atlantik"))
    person.click(FIRST, "radio")
    person.click("Make the draft")
    expect(page.locator("#report")).to_be_visible()
    [folder] = (own.newsroom.root / "content/reports").glob("*/innovationen*")
    facts, edition = (folder / "report.yaml").read_text("utf-8"), (folder / "de.md").read_text("utf-8")
    people = (own.newsroom.root / "content/people.yaml").read_text("utf-8")
    assert facts.count("Wirtschaftsförderung Dortmund | Jäger") == 6
    assert "authors:\n  - julia-jaeger\ncontacts:\n  - julia-jaeger\n  - frank-gruetzenbach" in facts
    assert "frank.gruetzenbach@stadtdo.de" in people
    assert "kicker: Wirtschaftsförderung International" in edition
    for caption in ("Kanada Stand", "Convention Center HMI"):
        assert caption in edition + facts


def test_pages_that_follow_from_an_action_have_no_barrier(own: Serving, visit: Callable[[str], Page]) -> None:
    """A proposal, a refused document, a plan for one paragraph, a task, an address that is not there."""
    page = visit(own.desk)
    base = own.desk.partition("/desk/")[0]
    page.goto(base + "/desk/import")
    page.get_by_label("Choose a document, or drop it here").set_input_files(
        {
            "name": "alt.doc",
            "mimeType": "application/msword",
            "buffer": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        }
    )
    expect(page.get_by_role("alert")).to_be_visible()
    _is_whole(page)
    page.get_by_label("Choose a document, or drop it here").set_input_files(
        {"name": "hafen.txt", "mimeType": "text/plain", "buffer": b"Neuer Hafen am Rhein\n\nEin Satz steht hier.\n"}
    )
    expect(page.get_by_role("heading", level=1)).to_have_text("Neuer Hafen am Rhein")
    _is_whole(page)
    page.goto(base + "/desk/reports/messe/translate?lang=nl")
    page.get_by_role("button", name="Translate now").click()
    expect(page.locator("[data-work=done]")).to_be_visible()
    _is_whole(page)
    for path in ("/desk/reports/messe/translate?lang=nl&again=title", "/desk/nowhere"):
        page.goto(base + path)
        _is_whole(page)


def test_both_versions_and_the_run_of_the_forge_have_no_barrier(own: Serving, visit: Callable[[str], Page]) -> None:
    """Two windows change one place: nothing is written, both are shown, one is chosen with the keyboard alone."""
    base, path = own.desk.partition("/desk/")[0], own.newsroom.root / "content/reports/2024/messe/de.md"
    page = visit(own.desk)
    page.goto(base + "/desk/reports/messe/")
    path.write_text(path.read_text("utf-8").replace("Ein zweiter Absatz.", "Von jemand anderem."), "utf-8")
    body(page).fill("Der erste Absatz von messe.\n\nVon mir.\n")
    shown = page.get_by_role("link", name="See both versions")
    expect(shown).to_be_visible()
    _is_whole(page)
    assert "Von jemand anderem." in path.read_text("utf-8")
    shown.focus()
    page.keyboard.press("Enter")
    expect(page.locator("ins", has_text="Von mir.")).to_be_visible()
    expect(page.locator("del", has_text="Von jemand anderem.")).to_be_visible()
    _is_whole(page)
    page.get_by_role("button", name="Take my version").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#report")).to_be_visible()
    assert "Von mir." in path.read_text("utf-8")
    git(own.newsroom.root, "remote", "set-url", "origin", "https://127.0.0.1:9/stadt/redaktion.git")
    (own.newsroom.root / ".gitlab-ci.yml").write_text("", "utf-8")
    page.goto(f"{base}/desk/run/{git(own.newsroom.root, 'rev-parse', 'HEAD').strip()}")
    expect(page.locator("[data-run]")).to_be_visible()
    _is_whole(page)


def test_what_stops_a_publication_is_told_without_a_barrier(own: Serving, visit: Callable[[str], Page]) -> None:
    """The list of problems, a forge that is not there, and a branch to which nobody may send."""
    page, base = visit(own.desk), own.desk.partition("/desk/")[0]
    path = own.newsroom.root / "content/reports/2024/messe/de.md"
    path.write_text(path.read_text("utf-8").replace("Ein zweiter", "Ein anderer"), "utf-8")
    hook = own.forge / "hooks/update"
    hook.write_text('#!/bin/sh\n[ "$1" = refs/heads/main ] && echo "protected branch" >&2 && exit 1\nexit 0\n', "utf-8")
    hook.chmod(0o755)
    page.goto(base + "/desk/publish")
    page.get_by_label("Your name").fill("Ine de Vries")
    page.get_by_label("E-mail").fill("ine@newsroom.example")
    page.get_by_role("button", name="Record and send").click()
    expect(page.get_by_role("button", name="Hand in as a proposal")).to_be_visible()
    _is_whole(page)
    page.get_by_role("button", name="Hand in as a proposal").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Handed in as a proposal")
    _is_whole(page)
    path.write_text(path.read_text("utf-8").replace("title:", "titel:", 1), "utf-8")
    page.goto(base + "/desk/publish")
    expect(page.locator("#stops")).to_be_visible()
    _is_whole(page)


def _is_whole(page: Page) -> None:
    assert barriers_in_both_schemes(page) == []
    for width in (640, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert overflow(page) == [], (page.url, width)
    page.set_viewport_size({"width": 1280, "height": 800})

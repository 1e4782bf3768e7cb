"""Reader views (Mozilla Readability, as in Firefox) keep everything of a report that a reader must see."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from tests.browser.conftest import Opener
from tests.browser.places import reports
from tests.browser.server import serving
from tests.site.desk import run
from tests.site.newsroom import GROUND, ROOT, Newsroom, jpeg, report

READABILITY = (Path(__file__).parent / "vendor/readability-0.6.0/Readability.js").read_text("utf-8")
READ = f"() => {{ {READABILITY}; return new Readability(document.cloneNode(true)).parse() }}"
SENTENCE = "Der Hafen hat seine Kais geöffnet, und viele Menschen haben sich angesehen, was am Wasser entsteht. "
SIZES = {"short": 500, "long": 10_000}
PHOTOS = """photos:
  - file: kai.jpg
    credit: Hafenamt
  - file: kran.jpg
    credit: Stadtarchiv
hero: kai.jpg
"""
ALTS = "photos:\n  kai.jpg: {alt: Ein Kai, caption: Am Kai}\n  kran.jpg: {alt: Ein Kran}\n"


def text_of(size: int) -> str:
    """Paragraphs of some three sentences, as long in all as was asked for."""
    count = size // (3 * len(SENTENCE)) + 1
    return "\n\n".join(f"Absatz {number}: {SENTENCE * 3}".strip() for number in range(count))[:size]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """Two German reports, a short one and a long one, filled in by machine in the other languages."""
    root = tmp_path_factory.mktemp("reader")
    shutil.copytree(ROOT / "translations" / "ui", root / "translations" / "ui")
    made = Newsroom(root).write(GROUND)
    for ident, size in SIZES.items():
        archive = report(ident, more=PHOTOS + "event:\n  start: 2024-05-01\n  city: Berlin\n", body=text_of(size))
        made.write(archive.replace("teaser: ", ALTS + "teaser: "))
        for name in ("kai", "kran"):
            made.put(f"content/reports/2024/{ident}/photos/{name}.jpg", jpeg(640, 480))
    assert run(made) == 0
    made.build()
    return made


@pytest.fixture(scope="module")
def site(newsroom: Newsroom) -> Iterator[str]:
    """Its address."""
    with serving(newsroom.root / "output") as address:
        yield address


def words(html: str) -> str:
    """The words of some HTML, with single blanks."""
    return " ".join(str(lxml.html.fromstring(html).text_content()).replace("\xad", "").split())


def read(opened: Opener, address: str) -> tuple[Any, dict[str, Any]]:
    """The page as it stands, and as the reader view shows it."""
    page = opened(address)
    found = page.evaluate(READ)
    assert found is not None
    return lxml.html.document_fromstring(page.content()), found


def must_have(page: Any) -> dict[str, str]:
    """What a reader must see of a page, by its name."""
    found = {
        "teaser": page.xpath("string(//p[contains(@class, 'teaser')])"),
        "notice": page.xpath("string(//*[@role='note']/p[1])") if page.xpath("//*[@role='note']") else "",
        "credit of the hero": page.xpath("string(//figure[contains(@class, 'hero')]//*[@class='credit-line'])"),
    }
    found |= {
        f"paragraph {n}": p.text_content() for n, p in enumerate(page.xpath("//div[contains(@class, 'e-content')]/p"))
    }
    for number, box in enumerate(page.xpath("//section[@class='contacts']//*[contains(@class, 'h-card')]")):
        found[f"name of contact {number}"] = box.xpath("string(.//*[contains(@class, 'p-name')])")
        found[f"phone of contact {number}"] = box.xpath("string(.//*[@class='p-tel'])")
    return {name: " ".join(text.split()) for name, text in found.items() if text.strip()}


def lost(page: Any, found: dict[str, Any]) -> list[str]:
    """What the reader view does not show."""
    kept = words(found["content"])
    missing = [name for name, text in must_have(page).items() if text not in kept]
    heading = " ".join(page.xpath("string(//h1)").split())
    if heading not in found["title"] and heading not in kept:
        missing.append("headline")
    hero = page.xpath("//figure[contains(@class, 'hero')]//img/@src")
    if hero and hero[0].rpartition("/")[2].partition("-")[0] not in found["content"]:
        missing.append("hero")
    mails = page.xpath("//section[@class='contacts']//a[starts-with(@href, 'mailto:')]/@href")
    return missing + [mail for mail in mails if mail not in found["content"]]


@pytest.mark.parametrize("lang", ["de", "nl", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_of_a_report_is_lost(opened: Opener, newsroom: Newsroom, site: str, size: str, lang: str) -> None:
    """Headline, teaser, hero, notice, text and contacts: at 500 and at 10,000 characters, in each language."""
    german = lxml.html.document_fromstring(newsroom.read(f"de/2024/{size}/index.html"))
    (path,) = german.xpath(f"//nav[@class='languages']//a[@lang='{lang}']/@href")
    page, found = read(opened, f"{site}{path}")
    expected = {"teaser", "paragraph 0", "name of contact 0", "phone of contact 0", "credit of the hero"}
    assert must_have(page).keys() >= expected | ({"notice"} if lang != "de" else set())
    assert lost(page, found) == []
    assert found["lang"] == lang


def test_nothing_of_the_newsroom_s_reports_is_lost(opened: Opener, built: Path, built_site: str) -> None:
    """Every report of the founding newsroom."""
    missing = {path: lost(*read(opened, built_site + path)) for path in reports(built)}
    assert {path: names for path, names in missing.items() if names} == {}


def test_nothing_else_is_kept(opened: Opener, site: str) -> None:
    """Neither navigation nor related reports nor the publisher's foot are part of the text."""
    _, found = read(opened, f"{site}/de/2024/long/")
    for other in ("Aktuelles", "Auf dem Laufenden bleiben", "Ähnliche Berichte"):
        assert other not in words(found["content"])

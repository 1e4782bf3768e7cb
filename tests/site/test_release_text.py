"""A report as plain text: made where wanted, complete, in the reader's language, linked with its size."""

from __future__ import annotations

import re

from tests.site.desk import run
from tests.site.newsroom import GROUND, Newsroom, jpeg, report

WANTED = "press: {text: true}\n-- content/people.yaml"
TEXT = """Ein [Verweis](https://ziel.example/a) und eine Note[^1].

## Zwischentitel

- eins
- zwei
    - innen

> Gesagt ist gesagt.

| Stadt | Zahl |
|-------|-----:|
| Köln  | 1.234 |

![](photo:stand.jpg)

Mehr im [anderen Bericht](report:anderer).

[^1]: Die Anmerkung.
"""
PICTURES = """photos:
  - {file: stand.jpg, credit: Foto Muster | Jäger, licence: CC BY 4.0}
  - {file: halle.jpg, credit: Foto Zwei}
event: {start: 2024-04-22, city: Hannover}
sources: [{name: Messe AG, url: "https://messe.example", date: 2024-04-20}]"""
WORDS = """teaser: """
PHOTOS = "photos:\n  stand.jpg: {alt: Ein Stand, caption: Am Stand}\n  halle.jpg: {alt: Eine Halle}\nteaser: "


def full(newsroom: Newsroom) -> Newsroom:
    """A newsroom with one report that has everything, and its texts wanted."""
    newsroom.write(GROUND.replace("-- content/people.yaml", WANTED))
    for name in ("stand", "halle"):
        newsroom.put(f"content/reports/2024/messe/photos/{name}.jpg", jpeg())
    return newsroom.write(report("messe", body=TEXT, more=PICTURES).replace(WORDS, PHOTOS, 1) + report("anderer"))


def test_the_text_has_everything_a_release_needs(newsroom: Newsroom) -> None:
    """Headline, dateline, text, captions with credits, contact, publisher, address, in an order that can be read."""
    full(newsroom).build()
    assert newsroom.read("de/2024/messe/report.txt") == (
        "Bericht\n\nBericht messe\n\nKurz gesagt zu messe.\n\nHannover, 2. Mai 2024\n\n"
        "Der erste Absatz von messe.\n\nEin Verweis (https://ziel.example/a) und eine Note[1].\n\nZwischentitel\n\n"
        "– eins\n– zwei\n  – innen\n\n> Gesagt ist gesagt.\n\nStadt | Zahl\nKöln | 1.234\n\n"
        "[Am Stand]\nFoto: Foto Muster | Jäger · CC BY 4.0 https://creativecommons.org/licenses/by/4.0/\n\n"
        "Mehr im anderen Bericht (/de/2024/anderer/).\n\n1. Die Anmerkung.\n\n"
        "Veranstaltung\n22. April 2024\nHannover\n\n"
        "Quelle\nMesse AG, 20. April 2024, https://messe.example\n\n"
        "Bilder\n\n[Eine Halle]\nFoto: Foto Zwei\n\n"
        "Kontakt\n\nErika Muster, Presse\nTelefon: 030 23125 100\nE-Mail: erika@newsroom.example\n\n"
        "Testverlag\npost@newsroom.example\n\n/de/2024/messe/\n"
    )


def test_addresses_are_whole_in_a_published_site(newsroom: Newsroom) -> None:
    """The text is read elsewhere."""
    full(newsroom).build(publish=True)
    text = newsroom.read("de/2024/messe/report.txt")
    assert "anderen Bericht (https://newsroom.example/de/2024/anderer/)" in text
    assert text.endswith("\n\nhttps://newsroom.example/de/2024/messe/\n")


def test_the_page_offers_it_with_kind_language_and_size(newsroom: Newsroom) -> None:
    """And with a button that is hidden until a script can serve it."""
    full(newsroom).build()
    page = newsroom.read("de/2024/messe/index.html")
    assert 'href="/de/2024/messe/report.txt" download="messe-de.txt"' in page
    assert "<small>(TXT, Deutsch, 1\u00a0kB)</small>" in page
    assert re.search(r'<button class="copy" type="button" hidden[^>]*>Text kopieren</button>', page)
    assert '<span class="copied" role="status"></span>' in page


def test_nothing_is_made_where_it_is_not_wanted(newsroom: Newsroom) -> None:
    """No file, no link, no button."""
    newsroom.write(report("messe")).build()
    assert not [path for path in newsroom.output() if path.endswith("report.txt")]
    assert "report.txt" not in newsroom.read("de/2024/messe/index.html")


def test_a_machine_translation_says_so_above_its_text(newsroom: Newsroom) -> None:
    """What nobody vouched for says that it was not."""
    newsroom.write(GROUND.replace("-- content/people.yaml", WANTED) + report("anderer"))
    assert run(newsroom) == 0
    newsroom.build()
    (path,) = (p for p in newsroom.output() if p.startswith("en/") and p.endswith("report.txt"))
    text = newsroom.read(path)
    told = text.index("translated by machine from German and has not been checked by a person.")
    assert told < text.index("Responsible: Testverlag, post@newsroom.example") < text.index("erika@newsroom.example")


def test_a_withdrawn_report_has_no_text(newsroom: Newsroom) -> None:
    """What was withdrawn is not handed out."""
    full(newsroom).build()
    assert "de/2024/anderer/report.txt" in newsroom.output()
    newsroom.write(report("anderer", status="withdrawn", more="withdrawn: {date: 2025-01-01}")).build()
    assert "de/2024/anderer/report.txt" not in newsroom.output()
    assert "report.txt" not in newsroom.read("de/2024/anderer/index.html")


def test_the_second_build_makes_none(newsroom: Newsroom) -> None:
    """And an edited text makes its own again, with its page."""
    full(newsroom).build()
    assert newsroom.build().rendered == 0
    newsroom.write(report("anderer", body="Ein neuer Absatz."))
    newsroom.build()
    assert "Ein neuer Absatz." in newsroom.read("de/2024/anderer/report.txt")
    assert newsroom.build().rendered == 0

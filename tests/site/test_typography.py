"""Blanks, quotation marks, hyphenation and dates on pages in three languages."""

from __future__ import annotations

import lxml.html
import pytest

from plugins.cli.check import configure, problems_of
from tests.site.newsroom import ROOT, Newsroom, jpeg

NBSP = "\u00a0"
SITE = """
-- content/reports/2026/messe/report.yaml --
date: 2026-02-06
source_language: de
status: published
event: {{start: {start}, end: {end}}}
photos: [{{file: a.jpg, credit: Amt}}]
hero: a.jpg
-- content/reports/2026/messe/de.md --
---
title: "Rund 10 000 € für 5 % der Betriebe"
kicker: "Dr. Öz in Halle 5"
teaser: "Das sind z. B. 3 Mio. Euro, so Prof. Dr. Öz."
photos: {{a.jpg: {{alt: "Ein Stand von 50 m²", caption: "Gezählt um 18 Uhr, s. S. 12"}}}}
links: [{{url: "https://example.org/b", label: "Bericht, S. 7"}}]
---
Sie sagte: „Das sind 5 %.“ Mehr unter `5 %` und <https://example.org/a>, [z. B. hier](https://example.org/z).
-- content/reports/2026/messe/nl.md --
---
title: "Ruim 10 000 euro voor 5 % in 's-Hertogenbosch"
teaser: "Volgens dr. Jansen gaat het om € 3 miljoen, wie's er ook is."
photos: {{a.jpg: {{alt: "Een stand van 50 m²", caption: "Geteld om 18 uur, blz. 12"}}}}
---
Zij zei: ‘Dat is 5 %, wie's dat ook telt’, en: “In 's-Hertogenbosch.”
-- content/reports/2026/messe/en.md --
---
title: "Some 10 000 euro for 5 % of companies"
teaser: "As Dr Smith said on p. 12, it is £3 million."
photos: {{a.jpg: {{alt: "A stand of 50 m²", caption: "Counted at 6 p.m., see No. 5"}}}}
---
She said: “It's 5 %.” And: ‘No. That is all.’
"""


def messe(newsroom: Newsroom, start: str = "2026-03-03", end: str = "2026-03-05") -> Newsroom:
    """The newsroom with that report."""
    newsroom.put("content/reports/2026/messe/photos/a.jpg", jpeg())
    return newsroom.write(SITE.format(start=start, end=end))


def page(newsroom: Newsroom, lang: str) -> lxml.html.HtmlElement:
    """The report's page."""
    return lxml.html.document_fromstring(newsroom.read(f"{lang}/2026/messe/index.html"))


JOINED = {
    "de": [
        "10~000~€ für 5~%",
        "Dr.~Öz",
        "z.~B. 3~Mio. Euro",
        "Prof.~Dr.~Öz",
        "18~Uhr",
        "S.~12",
        "S.~7",
        "„Das sind 5~%.“",
    ],
    "nl": ["10~000~euro voor 5~%", "dr.~Jansen", "€~3~miljoen", "18~uur", "blz.~12", "‘Dat is 5~%"],
    "en": ["10~000~euro for 5~%", "Dr~Smith", "p.~12", "£3~million", "6~p.m.", "No.~5", "“It's 5~%.”", "‘No. That"],
}


@pytest.mark.parametrize("lang", JOINED)
def test_what_belongs_together_stays_on_one_line(newsroom: Newsroom, lang: str) -> None:
    """In title, kicker, teaser, caption, links and text, as the language wants it."""
    messe(newsroom).build()
    text = page(newsroom, lang).text_content()
    for words in JOINED[lang]:
        assert words.replace("~", NBSP) in text, words


@pytest.mark.parametrize("lang", JOINED)
def test_alt_texts_and_lists_too(newsroom: Newsroom, lang: str) -> None:
    """What is read aloud, and the cards of lists."""
    messe(newsroom).build()
    assert f"50{NBSP}m²" in page(newsroom, lang).xpath("//figure//img/@alt")[0]
    assert f"10{NBSP}000" in lxml.html.document_fromstring(newsroom.read(f"{lang}/index.html")).text_content()


def test_code_and_addresses_are_left_alone(newsroom: Newsroom) -> None:
    """What is copied or followed keeps its signs."""
    messe(newsroom).build()
    found = page(newsroom, "de")
    assert found.xpath("string(//code)") == "5 %"
    assert not [address for address in found.xpath("//@href | //@src") if NBSP in address or "%C2%A0" in address]


@pytest.mark.parametrize("lang", JOINED)
def test_marks_are_never_changed(newsroom: Newsroom, lang: str) -> None:
    """No automatic quotation marks: what was written stands there."""
    messe(newsroom).build()
    body = page(newsroom, lang).xpath("//*[contains(@class, 'e-content')]")[0].text_content()
    written = SITE.rpartition(f"/{lang}.md --")[2].split("---\n")[2].partition("\n-- ")[0]
    marks = "„“”‚‘’'\"«»"
    assert [sign for sign in body if sign in marks] == [sign for sign in written if sign in marks]


def told(newsroom: Newsroom) -> list[tuple[str, str]]:
    """File and code of what ``check`` says of quotation marks."""
    folders = (newsroom.root / name for name in ("content", "translations", "cache"))
    problems = problems_of(configure(*map(str, folders)))
    return [(p.file.rpartition("/")[2], p.code) for p in problems if p.code.endswith("quotes")]


def test_each_language_s_own_marks_are_no_problem(newsroom: Newsroom) -> None:
    """„…“ in German, ‘…’ and “…” in Dutch and English; neither are wie's and 's-Hertogenbosch."""
    assert told(messe(newsroom)) == []


@pytest.mark.parametrize(
    ("lang", "words", "code"),
    [
        ("de", 'Sie sagte "ja".', "straight-quotes"),
        ("de", "Sie sagte “ja”.", "foreign-quotes"),
        ("nl", "Zij zei 'ja'.", "straight-quotes"),
        ("nl", "Zij zei «ja».", "foreign-quotes"),
        ("en", 'She said "yes".', "straight-quotes"),
        ("en", "She said „yes“.", "foreign-quotes"),
    ],
)
def test_other_marks_are_told(newsroom: Newsroom, lang: str, words: str, code: str) -> None:
    """A typewriter's and another language's marks are reported by check, never fixed."""
    messe(newsroom)
    file = newsroom.root / f"content/reports/2026/messe/{lang}.md"
    file.write_text(f"{file.read_text('utf-8')}\n{words}\n", "utf-8")
    assert told(newsroom) == [(f"{lang}.md", code)]


RANGES = [
    ("2026-03-03", "2026-03-05", "3.–5. März 2026", "3–5 maart 2026", "3–5 March 2026"),
    ("2026-04-30", "2026-05-02", "30. April – 2. Mai 2026", "30 april – 2 mei 2026", "30 April – 2 May 2026"),
    (
        "2025-12-30",
        "2026-01-02",
        "30. Dezember 2025 – 2. Januar 2026",
        "30 december 2025 – 2 januari 2026",
        "30 December 2025 – 2 January 2026",
    ),
    ("2026-03-03", "2026-03-03", "3. März 2026", "3 maart 2026", "3 March 2026"),
    (
        "2026-03-03T10:00",
        "2026-03-03T18:30",
        "3. März 2026, 10:00–18:30",
        "3 maart 2026, 10:00–18:30",
        "3 March 2026, 10:00–18:30",
    ),
    (
        "2026-03-03T18:00",
        "2026-03-04T02:00",
        "3. März 2026, 18:00 – 4. März 2026, 02:00",
        "3 maart 2026, 18:00 – 4 maart 2026, 02:00",
        "3 March 2026, 18:00 – 4 March 2026, 02:00",
    ),
]


@pytest.mark.parametrize(("start", "end", "de", "nl", "en"), RANGES)
def test_when_it_takes_place(newsroom: Newsroom, start: str, end: str, de: str, nl: str, en: str) -> None:
    """Each language writes a range of days its own way, common parts once."""
    messe(newsroom, start, end).build()
    for lang, expected in {"de": de, "nl": nl, "en": en}.items():
        text = " ".join(page(newsroom, lang).text_content().replace("\u2009", " ").split())
        assert expected in text, lang


def test_words_are_hyphenated_by_their_language(newsroom: Newsroom) -> None:
    """Every page says its language, and the style sheet asks the browser to hyphenate."""
    messe(newsroom).build()
    for lang in JOINED:
        assert page(newsroom, lang).get("lang") == lang
    styles = "".join(p.read_text("utf-8") for p in (ROOT / "theme" / "static").rglob("*.css"))
    assert "hyphens:auto" in styles.replace(" ", "")

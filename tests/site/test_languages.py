"""Every language is equal, and a missing one is a visible decision."""

from __future__ import annotations

import lxml.html
import pytest

from plugins.newsroom.problem import ContentError
from tests.site.newsroom import Newsroom, report

TRILINGUAL = """
-- content/reports/2024/drei/nl.md --
---
title: Bericht drie
teaser: Kort gezegd.
slug: drie
---
De eerste alinea.
-- content/reports/2024/drei/en.md --
---
title: Report three
teaser: In short.
---
The first paragraph.
"""


def test_a_report_without_a_language_is_listed_marked_and_linked_to_the_original(newsroom: Newsroom) -> None:
    """Dutch readers see the German title with its lang, said to be only in German."""
    newsroom.write(report("eins")).build()
    page = lxml.html.fromstring(newsroom.read("nl/index.html"))
    link = page.xpath("//a[@href='/de/2024/eins/']")[0]
    assert link.xpath("ancestor-or-self::*[@lang='de']") or link.xpath(".//*[@lang='de']")
    assert "Alleen in het Duits" in page.text_content()


def test_a_missing_language_is_no_page_and_in_no_sitemap_or_hreflang(newsroom: Newsroom) -> None:
    """What does not exist is promised nowhere; the feed marks it, as the list does."""
    newsroom.write(report("eins")).build()
    output = newsroom.output()
    assert "nl/2024/eins/index.html" not in output
    assert b"/nl/2024/eins/" not in output["sitemap.xml"]
    assert "Bericht eins (Alleen in het Duits)" in output["nl/feed.xml"].decode()
    assert b'href="/de/2024/eins/"' in output["nl/feed.xml"]
    head = output["de/2024/eins/index.html"].partition(b"</head>")[0]
    assert b'rel="alternate" hreflang' not in head


def test_switching_stays_on_the_report(newsroom: Newsroom) -> None:
    """The language switch of a report leads to its other editions, with hreflang both ways."""
    newsroom.write(report("drei") + TRILINGUAL).build()
    for lang, path in (("de", "de/2024/drei/"), ("nl", "nl/2024/drie/"), ("en", "en/2024/drei/")):
        page = lxml.html.fromstring(newsroom.read(f"{path}index.html"))
        assert page.get("lang") == lang
        alternates = {n.get("hreflang"): n.get("href") for n in page.xpath("//link[@rel='alternate'][@hreflang]")}
        assert alternates == {
            "de": "/de/2024/drei/",
            "nl": "/nl/2024/drie/",
            "en": "/en/2024/drei/",
            "x-default": "/de/2024/drei/",
        }
        others = {"/de/2024/drei/", "/nl/2024/drie/", "/en/2024/drei/"} - {f"/{path}"}
        assert others <= set(page.xpath("//nav//a/@href"))


def test_inner_links_stay_in_the_readers_language(newsroom: Newsroom) -> None:
    """report: leads to the reader's edition, or to the original where there is none."""
    both = report("eins", body="Siehe [dort](report:drei).") + report("drei") + TRILINGUAL
    english = (
        "\n-- content/reports/2024/eins/en.md --\n---\ntitle: One\nteaser: One.\n---\n"
        "See [there](report:drei) and [here](report:zwei).\n"
    )
    newsroom.write(both + report("zwei") + english).build()
    assert 'href="/de/2024/drei/"' in newsroom.read("de/2024/eins/index.html")
    page = newsroom.read("en/2024/eins/index.html")
    assert 'href="/en/2024/drei/"' in page
    assert 'href="/de/2024/zwei/" hreflang="de"' in page


def test_dates_are_written_in_each_language(newsroom: Newsroom) -> None:
    """Babel's long dates and ranges; English is Europe's."""
    newsroom.write(report("drei", more="event: {start: 2024-03-03, end: 2024-03-05, city: Bonn}") + TRILINGUAL).build()
    assert "3.–5. März 2024" in newsroom.read("de/2024/drei/index.html")
    assert "3–5 maart 2024" in newsroom.read("nl/2024/drie/index.html")
    assert "2 May 2024" in newsroom.read("en/2024/drei/index.html")


FRENCH = """
-- translations/ui/fr.po --
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Topics"
msgstr "Thèmes"
-- content/reports/2024/drei/fr.md --
---
title: Rapport trois
teaser: En bref.
---
Le premier alinéa.
"""


def test_a_fourth_language_needs_only_files(newsroom: Newsroom) -> None:
    """site.yaml, a catalogue and content make French equal to the others."""
    newsroom.write(report("drei") + TRILINGUAL + FRENCH)
    site = newsroom.root / "content/site.yaml"
    site.write_text(site.read_text("utf-8").replace("[de, nl, en]", "[de, nl, en, fr]"), "utf-8")
    newsroom.build()
    page = newsroom.read("fr/2024/drei/index.html")
    assert '<html lang="fr"' in page
    assert "Thèmes" in page
    assert "2 mai 2024" in page
    assert "Rapport trois" in newsroom.read("fr/feed.xml")
    assert 'hreflang="fr"' in newsroom.read("de/2024/drei/index.html")
    assert 'href="/fr/"' in newsroom.read("index.html")


@pytest.mark.parametrize(("lang", "is_told"), [("de-AT", False), ("nl-BE", False), ("en-GB", False), ("fr", True)])
def test_a_language_without_words_for_the_theme_is_told(newsroom: Newsroom, lang: str, is_told: bool) -> None:
    """A region has those of its language; any other would be half English, and is not published."""
    site = newsroom.root / "content/site.yaml"
    site.write_text(
        site.read_text("utf-8").replace("languages: [de, nl, en]", f"languages: [de, nl, en, {lang}]"), "utf-8"
    )
    found = [problem for problem in newsroom.write(report("eins")).build().problems if problem.code == "theme-words"]
    assert [(problem.line > 0, problem.level.value) for problem in found] == ([(True, "warning")] if is_told else [])
    if is_told:
        with pytest.raises(ContentError):
            newsroom.build(publish=True)


@pytest.mark.parametrize("entry", ["", 'msgid "Contact"\nmsgstr ""\n', '#, fuzzy\nmsgid "Contact"\nmsgstr "Kontakt"\n'])
def test_words_that_a_language_lacks_are_told(newsroom: Newsroom, entry: str) -> None:
    """Not there, empty, or a proposal: readers would see English; it holds nobody up."""
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    for lang in ("en", "nl"):
        newsroom.put(f"translations/ui/{lang}.po", f'{head}msgid "Contact"\nmsgstr "Contact"\n'.encode())
    newsroom.put("translations/ui/de.po", f"{head}{entry}".encode())
    found = [p for p in newsroom.write(report("eins")).build(publish=True).problems if p.code == "theme-words-missing"]
    assert [(p.file.rpartition("/")[2], "(Contact)" in p.found) for p in found] == [("de.po", True)]


NORDIC = """
-- content/site.yaml --
name: Newsroom
url: https://newsroom.example
languages: [de, sv]
timezone: Europe/Berlin
publisher: {name: Testverlag, email: post@newsroom.example}
press_contacts: [hans]
-- content/people.yaml --
hans: {name: Hans Zander, sort_name: "Zander, Hans", email: hans@newsroom.example}
olaf: {name: Olaf Öhler, sort_name: "Öhler, Olaf"}
-- content/topics.yaml --
energie: {de: Zukunft, sv: Zoologi}
handel: {de: Öffnung, sv: Öppning}
"""


@pytest.mark.parametrize(
    ("lang", "people", "topics"),
    [
        ("de", ["Olaf Öhler", "Hans Zander"], ["Öffnung", "Zukunft"]),
        ("sv", ["Hans Zander", "Olaf Öhler"], ["Zoologi", "Öppning"]),
    ],
)
def test_names_stand_in_the_order_of_the_language(
    newsroom: Newsroom, lang: str, people: list[str], topics: list[str]
) -> None:
    """Ö beside O in German, behind Z in Swedish: authors by their sorted names, topics by their labels."""
    both = report("zwei", topic="handel").replace("[hans]", "[olaf]")
    newsroom.write(NORDIC + report("eins") + both).build()
    for place, names in (("authors", people), ("topics", topics)):
        page = lxml.html.fromstring(newsroom.read(f"{lang}/{place}/index.html"))
        links = [" ".join(a.text_content().split()) for a in page.xpath("//main//*[@class='entry-label']")]
        assert [text for text in links if text in names] == names

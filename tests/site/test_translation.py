"""What readers see of translations: notices, states, addresses of headings, and never a half translated page."""

from __future__ import annotations

import lxml.html
import pytest

from plugins.cli.review import ReviewWish, review
from tests.site.desk import folders, run
from tests.site.newsroom import Newsroom, report
from tests.site.translation_pages import BODY, graph, notice, page, set_policy


@pytest.mark.parametrize(
    ("lang", "told", "link"),
    [
        ("nl", "machinaal vertaald uit het Duits", "Lees het origineel in het Duits"),
        ("en", "translated by machine from German", "Read the original in German"),
    ],
)
def test_a_machine_edition_says_so_in_the_readers_language(filled: Newsroom, lang: str, told: str, link: str) -> None:
    """With a link to the original, and the words of the original nowhere."""
    filled.build()
    tree = page(filled, lang)
    assert told in notice(tree)
    original = tree.xpath("//*[@role='note']//a")[0]
    assert (original.text, original.get("href"), original.get("hreflang")) == (link, "/de/2024/eins/", "de")
    assert "Der erste Absatz" not in tree.text_content()


def test_the_original_has_no_notice(filled: Newsroom) -> None:
    """It is a person's."""
    filled.build()
    assert notice(lxml.html.fromstring(filled.read("de/2024/eins/index.html"))) == ""


def test_machines_are_told_what_is_a_translation(filled: Newsroom) -> None:
    """schema.org both ways, translator and source type; a mark in the head."""
    filled.build()
    tree = page(filled, "nl")
    article = graph(tree)
    assert article["translationOfWork"]["@id"] == "/de/2024/eins/"  # type: ignore[index]
    assert article["translator"]["@type"] == "Organization"  # type: ignore[index]
    assert "rainedAlgorithmicMedia" in str(article["digitalSourceType"])
    assert tree.xpath("//meta[@name='digitalSourceType']")
    assert tree.xpath("string(//meta[@name='ai-disclosure']/@content)") == "autonomous"
    assert tree.xpath("string(//*[contains(@class, 'e-content')]/@data-ai-disclosure)") == "autonomous"
    original = graph(lxml.html.fromstring(filled.read("de/2024/eins/index.html")))
    assert "workTranslation" not in original and "digitalSourceType" not in original
    set_policy(filled, "{publish_machine: true, index_machine: true}")
    filled.build()
    original = graph(lxml.html.fromstring(filled.read("de/2024/eins/index.html")))
    assert [work["inLanguage"] for work in original["workTranslation"]] == ["nl", "en"]  # type: ignore[attr-defined]


def test_the_notice_says_who_answers_and_stands_in_the_text_too(filled: Newsroom) -> None:
    """The publisher and its address, also within the text, where a reader view keeps them."""
    filled.build()
    tree = page(filled, "nl")
    assert "Verantwoordelijk: Testverlag" in notice(tree)
    assert tree.xpath("//*[@role='note']//a[starts-with(@href, 'mailto:')]")
    inside = tree.xpath("//*[contains(@class, 'e-content')]/*[@class='origin']")[0]
    assert "machinaal vertaald" in inside.text_content()
    assert "Verantwoordelijk: Testverlag" in inside.text_content()
    assert inside.xpath(".//a[starts-with(@href, 'mailto:')]")


def test_a_reviewed_text_is_no_machines_any_more(filled: Newsroom) -> None:
    """It says that a machine made it and a person has read it, and claims nothing more."""
    assert review(*folders(filled)[:2], "eins", "nl", ReviewWish("Ans Jansen", "Persdienst")) == 0
    filled.build()
    tree = page(filled, "nl")
    assert tree.xpath("string(//meta[@name='ai-disclosure']/@content)") == "ai-generated"
    assert not tree.xpath("//meta[@name='digitalSourceType']")
    assert "digitalSourceType" not in graph(tree)
    assert "machinaal vertaald" not in tree.text_content()


def test_search_engines_are_led_to_no_page_they_should_not_read(filled: Newsroom) -> None:
    """No hreflang to a page that is noindex, and none from it."""
    filled.build()
    original = lxml.html.fromstring(filled.read("de/2024/eins/index.html"))
    assert not original.xpath("//link[@hreflang]") and not page(filled, "nl").xpath("//link[@hreflang]")
    set_policy(filled, "{publish_machine: true, index_machine: true}")
    filled.build()
    original = lxml.html.fromstring(filled.read("de/2024/eins/index.html"))
    assert len(original.xpath("//link[@hreflang]")) == 4


def test_feeds_carry_the_notice(filled: Newsroom) -> None:
    """Atom and JSON alike, in their language."""
    filled.build()
    for feed in ("nl/feed.xml", "nl/feed.json"):
        assert "machinaal vertaald" in filled.read(feed)
        assert "maschinell" not in filled.read(feed.replace("nl/", "de/"))


def test_machine_editions_may_be_kept_from_search_engines(filled: Newsroom) -> None:
    """index_machine decides: noindex and out of the sitemap, or neither."""
    filled.build()
    assert page(filled, "nl").xpath("//meta[@name='robots'][@content='noindex']")
    assert "/nl/2024/" not in filled.read("sitemap.xml")
    set_policy(filled, "{publish_machine: true, index_machine: true}")
    filled.build()
    assert not page(filled, "nl").xpath("//meta[@name='robots']")
    assert "/nl/2024/" in filled.read("sitemap.xml")


def test_machine_editions_may_be_kept_from_readers(filled: Newsroom) -> None:
    """publish_machine: false leaves them missing until a person vouches for them."""
    set_policy(filled, "{publish_machine: false}")
    filled.build()
    assert not [path for path in filled.output() if path.startswith("nl/2024/")]
    assert review(*folders(filled)[:2], "eins", "nl", ReviewWish("Ans Jansen", "Persdienst")) == 0
    filled.build()
    assert "Ans Jansen" in notice(page(filled, "nl"))


def test_a_reviewed_edition_names_the_reviewer_and_the_office(filled: Newsroom) -> None:
    """And is shown to search engines."""
    assert review(*folders(filled)[:2], "eins", "nl", ReviewWish("Ans Jansen", "Persdienst")) == 0
    filled.build()
    tree = page(filled, "nl")
    assert "Nagekeken door Ans Jansen, Persdienst" in notice(tree)
    assert "machinaal vertaald" not in notice(tree)
    assert not tree.xpath("//meta[@name='robots']")
    assert "machinaal vertaald" not in filled.read("nl/feed.xml")


def test_a_changed_paragraph_leaves_the_last_whole_edition_with_a_mark(filled: Newsroom) -> None:
    """Nothing is half translated; the reader is told that the original has moved on."""
    filled.build()
    before = page(filled, "nl").xpath("//div[contains(@class, 'e-content')]")[0].text_content()
    filled.write(report("eins", body=BODY.replace("dritter Absatz", "neuer Absatz"))).build()
    tree = page(filled, "nl")
    assert tree.xpath("//div[contains(@class, 'e-content')]")[0].text_content() == before
    assert "bijgewerkt" in notice(tree)
    assert "neuer" not in tree.text_content()


def test_feeds_tell_that_the_original_has_moved_on(filled: Newsroom) -> None:
    """Who reads in a feed reader is told what the page tells, in their language; nobody is while it is up to date."""
    filled.build()
    assert "bijgewerkt" not in filled.read("nl/feed.xml") + filled.read("nl/feed.json")
    filled.write(report("eins", body=BODY.replace("dritter Absatz", "neuer Absatz"))).build()
    for feed in ("nl/feed.xml", "nl/feed.json"):
        assert "Het origineel is bijgewerkt" in filled.read(feed)
    assert "updated since" in filled.read("en/feed.xml")
    assert "aktualisiert" not in filled.read("de/feed.xml")


def test_links_to_headings_hold_in_a_translation(filled: Newsroom) -> None:
    """A translated heading keeps the id of its original, so that a link within the text still finds it."""
    filled.write(report("eins", body=BODY + "\n\nSiehe [oben](#eine-ueberschrift)."))
    assert run(filled) == 0
    filled.build()
    for lang in ("nl", "en"):
        tree = page(filled, lang)
        (link,) = tree.xpath("//div[contains(@class, 'e-content')]//a[starts-with(@href, '#')]/@href")
        (heading,) = tree.xpath(f"//*[@id='{link[1:]}']")
        assert heading.tag == "h2"
        assert heading.text_content() != "Eine Überschrift"


def test_nothing_is_parsed_again_where_nothing_changed(filled: Newsroom) -> None:
    """A second build renders nothing."""
    first = filled.build()
    second = filled.build()
    assert (second.rendered, second.reused) == (0, first.rendered)

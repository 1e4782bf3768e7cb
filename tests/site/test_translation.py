"""What readers see of translations: notices, states, and never a half translated page."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import lxml.html
import pytest

from plugins.cli.adopt import adopt
from plugins.cli.review import ReviewWish, review
from plugins.newsroom.problem import ContentError
from tests.site.desk import by_hand, catalogue, edit, entries, folders, run
from tests.site.newsroom import Newsroom, report

BODY = "Ein zweiter Absatz.\n\n## Eine Überschrift\n\nEin dritter Absatz mit [Verweis](https://messe.example)."


def page(newsroom: Newsroom, lang: str, ident: str = "eins") -> lxml.html.HtmlElement:
    """The page of a report in that language, found by its link from the front page."""
    front = lxml.html.fromstring(newsroom.read(f"{lang}/index.html"))
    for link in front.xpath("//a[contains(@class, 'u-url')]/@href"):
        found = newsroom.read(f"{link.strip('/')}/index.html")
        if f'href="/de/2024/{ident}/"' in found:
            return lxml.html.fromstring(found)
    raise AssertionError(f"{ident} is not linked from the front page in {lang}")


def notice(tree: lxml.html.HtmlElement) -> str:
    """The words of the notice, or an empty string."""
    return " ".join(" ".join(node.text_content() for node in tree.xpath("//*[@role='note']")).split())


def graph(tree: lxml.html.HtmlElement) -> dict[str, object]:
    """The NewsArticle of a page."""
    data = json.loads(tree.xpath("//script[@type='application/ld+json']")[0].text)
    return next(node for node in data["@graph"] if node["@type"] == "NewsArticle")


@pytest.fixture
def filled(newsroom: Newsroom) -> Newsroom:
    """A German report, filled in Dutch and English by machine."""
    newsroom.write(report("eins", body=BODY))
    assert run(newsroom) == 0
    return newsroom


def set_policy(newsroom: Newsroom, policy: str) -> None:
    """Another line ``translation:`` in site.yaml."""
    site = newsroom.root / "content/site.yaml"
    lines = [line for line in site.read_text("utf-8").splitlines() if not line.startswith("translation:")]
    site.write_text("\n".join([*lines, f"translation: {policy}", ""]), "utf-8")


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
    assert [work["inLanguage"] for work in original["workTranslation"]] == ["nl", "en"]  # type: ignore[attr-defined]
    assert "digitalSourceType" not in original


def test_the_notice_says_who_answers_and_stands_in_the_text_too(filled: Newsroom) -> None:
    """The publisher and its address; in short within the text, where a reader view keeps it."""
    filled.build()
    tree = page(filled, "nl")
    assert "Verantwoordelijk: Testverlag" in notice(tree)
    assert tree.xpath("//*[@role='note']//a[starts-with(@href, 'mailto:')]")
    assert "machinaal vertaald" in tree.xpath("string(//*[contains(@class, 'e-content')])")


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


def test_a_changed_paragraph_is_asked_for_alone(filled: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """The others are neither sent nor touched, and the edition is whole again."""
    before = {source: entry.msgstr for source, entry in entries(filled, "reports/eins/nl.po").items()}
    filled.write(report("eins", body=BODY.replace("dritter Absatz", "neuer Absatz")))
    capsys.readouterr()
    assert run(filled, lang="nl") == 0
    assert "reports/eins/nl.po: 1 segment filled" in capsys.readouterr().out
    after = {source: entry.msgstr for source, entry in entries(filled, "reports/eins/nl.po").items()}
    assert {source: words for source, words in after.items() if before.get(source) != words}.keys() == {
        next(source for source in after if "neuer" in source)
    }
    filled.build()
    assert "bijgewerkt" not in notice(page(filled, "nl"))


def test_a_change_taken_back_brings_the_old_words_back(filled: Newsroom) -> None:
    """Also a person's, without asking anybody."""
    by_hand(filled, "reports/eins/nl.po", "Ein zweiter", "Een tweede alinea.")
    filled.write(report("eins", body=BODY.replace("Ein zweiter Absatz.", "Ein anderer zweiter Absatz.")))
    assert run(filled) == 0
    filled.build()
    assert "Een tweede alinea." in page(filled, "nl").text_content()
    assert "bijgewerkt" in notice(page(filled, "nl"))
    filled.write(report("eins", body=BODY))
    assert run(filled, budget="0") == 0
    filled.build()
    assert "Een tweede alinea." in page(filled, "nl").text_content()


def test_what_a_person_wrote_in_a_catalogue_survives(filled: Newsroom) -> None:
    """Runs before and after a change elsewhere leave it as it is."""
    by_hand(filled, "reports/eins/nl.po", "Ein zweiter", "Een tweede alinea.")
    filled.write(report("eins", body=BODY + "\n\nUnd noch einer am Ende."))
    assert run(filled) == 0
    filled.build()
    text = page(filled, "nl").text_content()
    assert "Een tweede alinea." in text
    assert "Únd nóch" in text


def test_an_adopted_edition_is_a_persons(filled: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """Its file wins over the catalogue, and a change of the original is told without touching it.

    The notice stays as long as nobody has reviewed the words.
    """
    assert adopt(*folders(filled)[:2], "eins", "nl") == 0
    file = filled.root / "content/reports/2024/eins/nl.md"
    words = file.read_bytes()
    filled.build()
    assert "machinaal vertaald" in notice(page(filled, "nl"))
    ans = ReviewWish("Ans Jansen", "Persdienst")
    capsys.readouterr()
    assert review(*folders(filled)[:2], "eins", "nl", ans) == 1
    keys = re.findall(r"^([0-9a-f]{6})  ", capsys.readouterr().out, re.MULTILINE)
    answers = tuple(f"{key}=these are words for trying things out" for key in keys)
    assert review(*folders(filled)[:2], "eins", "nl", replace(ans, answers=answers)) == 0
    filled.build()
    assert "Ans Jansen, Persdienst" in notice(page(filled, "nl"))
    filled.write(report("eins", body=BODY.replace("dritter Absatz", "neuer Absatz")))
    assert run(filled) == 0
    filled.build()
    assert "bijgewerkt" in notice(page(filled, "nl"))
    assert file.read_bytes() == words


def test_a_written_edition_that_was_reviewed_is_watched(newsroom: Newsroom) -> None:
    """The reviewer is named; a later change of the original is told until it is reviewed again."""
    dutch = "\n-- content/reports/2024/eins/nl.md --\n---\ntitle: Een\nteaser: Kort.\n---\nEen alinea.\n"
    newsroom.write(report("eins") + dutch)
    anna = ReviewWish("Anna Bakker", "Persdienst")
    assert review(*folders(newsroom)[:2], "eins", "nl", anna) == 0
    newsroom.build()
    assert "Anna Bakker, Persdienst" in notice(page(newsroom, "nl"))
    newsroom.write(report("eins", body="Ganz anderes.")).build()
    assert "bijgewerkt" in notice(page(newsroom, "nl"))
    assert review(*folders(newsroom)[:2], "eins", "nl", anna) == 1
    assert review(*folders(newsroom)[:2], "eins", "nl", replace(anna, yes=True)) == 0
    newsroom.build()
    assert "bijgewerkt" not in notice(page(newsroom, "nl"))


def test_a_typo_in_the_original_stales_nothing(filled: Newsroom) -> None:
    """Review --minor lets every translation stand for the new words."""
    filled.write(report("eins", body=BODY.replace("dritter", "driter")))
    minor = ReviewWish("", "", minor=True)
    for lang in ("nl", "en"):
        assert review(*folders(filled)[:2], "eins", lang, minor) == 0
    assert run(filled, budget="0") == 0
    filled.build()
    assert "bijgewerkt" not in notice(page(filled, "nl"))


ROLES = """
-- content/people.yaml --
erika: {name: Erika Muster, sort_name: "Muster, Erika", role: {de: Presse}, email: erika@newsroom.example}
hans: {name: Hans Beispiel, sort_name: "Beispiel, Hans", role: {nl: Redactie}, email: hans@newsroom.example}
-- content/topics.yaml --
energie: {de: Energie}
handel: {de: Handel, nl: Handel, en: Trade}
"""


def test_roles_and_labels_are_filled_from_the_shared_catalogues(newsroom: Newsroom) -> None:
    """Each from the language it stands in; by hand they are a person's."""
    newsroom.write(ROLES + report("eins"))
    assert run(newsroom) == 0
    by_hand(newsroom, "shared/en.po", "Presse", "Press office")
    newsroom.build()
    english = page(newsroom, "en")
    assert "Press office" in english.xpath("string(//section[@class='contacts'])")
    label = entries(newsroom, "shared/en.po")["Energie"].msgstr
    assert english.xpath("//a[contains(@class, 'p-category')]")[0].text == label
    assert entries(newsroom, "shared/de.po")["Redactie"].msgstr in newsroom.read("de/authors/hans/index.html")


def test_a_person_whose_role_was_not_translated_keeps_it_with_its_language(newsroom: Newsroom) -> None:
    """Never nothing, and never a word that pretends to be the reader's."""
    newsroom.write(ROLES + report("eins")).build()
    role = lxml.html.fromstring(newsroom.read("en/index.html")).xpath("//*[contains(@class, 'p-role')]")[0]
    assert role.text_content().strip() == "Presse"
    assert role.xpath("ancestor-or-self::*[@lang][1]/@lang | .//@lang")[-1] == "de"


IMPRINT = """
-- content/pages/imprint/page.yaml --
source_language: de
-- content/pages/imprint/de.md --
---
title: Impressum
---
Verantwortlich ist die Redaktion.
"""


def test_static_pages_are_filled_too(newsroom: Newsroom) -> None:
    """At the address of their name, with the notice."""
    newsroom.write(IMPRINT + report("eins"))
    assert run(newsroom) == 0
    newsroom.build()
    tree = lxml.html.fromstring(newsroom.read("nl/imprint/index.html"))
    assert "machinaal vertaald" in notice(tree)
    assert tree.xpath("//meta[@name='robots'][@content='noindex']")
    assert "Verantwortlich" not in tree.text_content()


def break_catalogue(newsroom: Newsroom, how: str) -> None:
    """Damages the Dutch catalogue."""
    if how == "no PO file":
        catalogue(newsroom, "reports/eins/nl.po").write_text("this is no PO file\n", "utf-8")
    elif how == "a script":
        edit(newsroom, "reports/eins/nl.po", "Éín zwéítéér Ábsáátz.", "Een <script>alert(1)</script>")
    elif how == "another language":
        edit(newsroom, "reports/eins/nl.po", "Language: nl", "Language: fr")
    else:
        by_hand(newsroom, "reports/eins/nl.po", "Verweis", "Een derde alinea zonder verwijzing.")


WAYS = ("no PO file", "a script", "another language", "a lost link")


@pytest.mark.parametrize("how", WAYS)
def test_a_broken_catalogue_leaves_the_last_good_edition(filled: Newsroom, how: str) -> None:
    """With a warning; build after build, and not a word of the broken one."""
    filled.build()
    before = filled.output()
    break_catalogue(filled, how)
    for _ in range(2):
        summary = filled.build()
        assert filled.output() == before
        assert [p for p in summary.problems if p.file.endswith("reports/eins/nl.po")]


@pytest.mark.parametrize("how", WAYS)
def test_where_site_yaml_says_so_it_leaves_the_edition_missing(filled: Newsroom, how: str) -> None:
    """on_broken: drop."""
    filled.build()
    set_policy(filled, "{on_broken: drop}")
    break_catalogue(filled, how)
    assert filled.build().problems
    assert not [path for path in filled.output() if path.startswith("nl/2024/")]
    assert [path for path in filled.output() if path.startswith("en/2024/")]


def test_without_a_last_good_state_the_edition_is_missing(filled: Newsroom) -> None:
    """A first build shows nothing rather than something broken."""
    break_catalogue(filled, "no PO file")
    assert filled.build().problems
    assert not [path for path in filled.output() if path.startswith("nl/2024/")]


def test_a_fixed_catalogue_is_used_again(filled: Newsroom) -> None:
    """And the newer words are remembered as the last good ones."""
    file = catalogue(filled, "reports/eins/nl.po")
    filled.build()
    good = file.read_bytes()
    file.write_text("damaged", "utf-8")
    filled.build()
    file.write_bytes(good)
    by_hand(filled, "reports/eins/nl.po", "Ein zweiter", "Een tweede alinea.")
    assert not filled.build().problems
    file.write_text("damaged", "utf-8")
    filled.build()
    assert "Een tweede" in page(filled, "nl").text_content()


def test_publishing_refuses_a_broken_catalogue(filled: Newsroom) -> None:
    """Warnings are fatal there, and the last site stays."""
    filled.build(publish=True)
    before = filled.output()
    break_catalogue(filled, "a script")
    with pytest.raises(ContentError):
        filled.build(publish=True)
    assert filled.output() == before


def test_a_broken_shared_catalogue_leaves_the_last_good_words(newsroom: Newsroom) -> None:
    """Or, the first time, the words of the language they were written in."""
    newsroom.write(ROLES + report("eins"))
    run(newsroom)
    newsroom.build()
    before = newsroom.output()
    catalogue(newsroom, "shared/en.po").write_text("damaged", "utf-8")
    assert newsroom.build().problems
    assert newsroom.output() == before


def test_a_contradictory_glossary_is_told_and_the_build_goes_on(filled: Newsroom) -> None:
    """As a warning that names both lines."""
    filled.write("\n-- translations/glossary.yaml --\nterms:\n- {de: Messe, nl: beurs}\n- {de: Messe, nl: mis}\n")
    problems = filled.build().problems
    assert [(p.code, p.line) for p in problems] == [("glossary-contradiction", 3)]
    assert run(filled) == 1


def test_two_editions_never_have_one_address(newsroom: Newsroom) -> None:
    """The second of two reports with one title gets its name added; its own file later wins an address."""
    newsroom.write(report("eins", title="Gleich") + report("zwei", title="Gleich"))
    assert run(newsroom) == 0
    newsroom.build()
    assert {path for path in newsroom.output() if path.startswith("nl/2024/")} == {
        "nl/2024/gleiich/index.html",
        "nl/2024/gleiich-zwei/index.html",
    }
    english = "\n-- content/reports/2024/{0}/en.md --\n---\ntitle: Same\nteaser: Same.\nslug: {1}\n---\nSame.\n"
    newsroom.write(english.format("zwei", "gleiich"))
    problems = newsroom.build().problems
    assert [p.code for p in problems] == ["duplicate-url"]
    assert "Same." in newsroom.read("en/2024/gleiich/index.html")
    assert "en/2024/eins/index.html" in newsroom.output()


@pytest.mark.parametrize("slug", ["../../ausbruch", "Gross", "a/b", ".."])
def test_an_address_in_a_catalogue_cannot_lead_out(filled: Newsroom, slug: str) -> None:
    """The edition stands under the report's name, and a warning says so."""
    edit(filled, "reports/eins/nl.po", "X-Slug: beriicht-eins", f"X-Slug: {slug}")
    assert [p.code for p in filled.build().problems] == ["bad-slug"]
    assert "nl/2024/eins/index.html" in filled.output()


def test_nothing_is_parsed_again_where_nothing_changed(filled: Newsroom) -> None:
    """A second build renders nothing."""
    first = filled.build()
    second = filled.build()
    assert (second.rendered, second.reused) == (0, first.rendered)

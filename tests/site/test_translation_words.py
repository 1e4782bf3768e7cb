"""Whose words a catalogue holds: a change of the original asks for itself alone, and no person's word is lost."""

from __future__ import annotations

import re
from dataclasses import replace

import lxml.html
import pytest

from plugins.cli.adopt import adopt
from plugins.cli.review import ReviewWish, review
from plugins.cli.status import status
from tests.site.desk import by_hand, entries, folders, run
from tests.site.newsroom import Newsroom, report
from tests.site.translation_pages import BODY, ROLES, notice, page


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


def test_a_reviewed_text_whose_original_changes_is_told_to_wait_again(
    filled: Newsroom, capsys: pytest.CaptureFixture[str]
) -> None:
    """By translate as it happens, and by status until somebody has reviewed what is new; readers see the notice."""
    content, translations, _ = folders(filled)
    ans = ReviewWish("Ans Jansen", "Persdienst", yes=True)
    assert review(content, translations, "eins", "nl", ans) == 0
    filled.write(report("eins", body=BODY.replace("dritter Absatz", "neuer Absatz")))
    capsys.readouterr()
    assert run(filled, lang="nl") == 0
    told = capsys.readouterr().out
    assert "reports/eins/nl.po: 1 reviewed text replaced by a machine's after a change of the original (“" in told
    for form in ("text", "json", "markdown"):
        status(content, translations, form)
        assert "1 text of a machine, newer than the review by Ans Jansen on " in capsys.readouterr().out.replace(
            "\\", ""
        )
    filled.build()
    assert "machinaal vertaald" in notice(page(filled, "nl"))
    assert review(content, translations, "eins", "nl", ans) == 0
    status(content, translations, "text")
    assert "newer than the review" not in capsys.readouterr().out


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

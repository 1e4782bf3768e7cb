"""Static pages and shared words are reviewed, answered and told as reports are."""

from __future__ import annotations

import re

import pytest

from plugins.cli.adopt import adopt
from plugins.cli.check import check
from plugins.cli.review import ReviewWish, review
from plugins.cli.status import status
from tests.site.desk import by_hand, edit, folders, run
from tests.site.newsroom import Newsroom

PAGE = """
-- content/pages/impressum/page.yaml --
source_language: de
-- content/pages/impressum/de.md --
---
title: Impressum
---
Wir sind 22 Leute in Dortmund.
"""
ANS = ReviewWish("Ans Jansen", "Persdienst")


def test_a_page_is_reviewed_like_a_report(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """Its findings are told by status and check with a command that works; reviewed, its notice has gone."""
    content, translations, cache = folders(newsroom.write(PAGE))
    assert run(newsroom, lang="nl") == 0
    by_hand(newsroom, "pages/impressum/nl.po", "22", "Wij zijn een groep in Dortmund.")
    run(newsroom, lang="nl")
    newsroom.build()
    assert "machinaal vertaald" in newsroom.read("nl/impressum/index.html")
    capsys.readouterr()
    assert check(content, translations, cache, "text", lenient=False) == 0
    assert "`review pages/impressum nl` asks about each" in capsys.readouterr().out
    status(content, translations, "text")
    told = capsys.readouterr().out
    keys = re.findall(r"^  ([0-9a-f]{6})  ", told, re.MULTILINE)
    assert re.search(r"^pages/impressum +written +machine", told, re.MULTILINE) and len(keys) == 1
    assert review(content, translations, "pages/impressum", "nl", ANS) == 1
    wish = ReviewWish("Ans Jansen", "Persdienst", answers=(f"{keys[0]}=we say no number",))
    assert review(content, translations, "impressum", "nl", wish) == 0
    newsroom.build()
    page = newsroom.read("nl/impressum/index.html")
    assert "Ans Jansen, Persdienst" in page and "machinaal vertaald" not in page


def test_a_page_is_adopted_like_a_report(newsroom: Newsroom) -> None:
    """As a file of its folder."""
    content, translations, _ = folders(newsroom.write(PAGE))
    assert run(newsroom, lang="nl") == 0
    assert adopt(content, translations, "pages/impressum", "nl") == 0
    assert (newsroom.root / "content/pages/impressum/nl.md").is_file()
    newsroom.build()


def test_a_shared_word_waits_for_its_person(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """A corrected claim stays beside its changed original, is told, and stands again once its mark is taken away."""
    site = newsroom.root / "content/site.yaml"
    before, after = "claim: {de: Wir melden, nl: Wij berichten, en: We report}", "claim: {de: Wir melden 22 Dinge}"
    site.write_text(site.read_text("utf-8").replace(before, after), "utf-8")
    content, translations, cache = folders(newsroom)
    assert run(newsroom, lang="nl") == 0
    by_hand(newsroom, "shared/nl.po", "22", "Wij melden dingen")
    run(newsroom, lang="nl")
    capsys.readouterr()
    status(content, translations, "text")
    key = re.findall(r"^  ([0-9a-f]{6})  site/claim", capsys.readouterr().out, re.MULTILINE)[0]
    assert review(content, translations, "shared", "nl", ReviewWish("Ans")) == 1
    assert review(content, translations, "shared", "nl", ReviewWish("Ans", answers=(f"{key}=fine",))) == 0
    assert "shared nl: 1 finding answered by Ans, 0 left." in capsys.readouterr().out
    site.write_text(site.read_text("utf-8").replace("22 Dinge", "22 Dinge!"), "utf-8")
    assert run(newsroom, lang="nl") == 0
    assert "1 text of people kept" in capsys.readouterr().out
    assert "Wij melden dingen" in (newsroom.root / "translations/shared/nl.po").read_text("utf-8")
    check(content, translations, cache, "text", lenient=False)
    assert "take the mark “fuzzy” away" in capsys.readouterr().out
    status(content, translations, "text")
    assert "site/claim: “Wij melden dingen” is a person's, for former words" in capsys.readouterr().out
    edit(newsroom, "shared/nl.po", '#, fuzzy\n#| msgid "Wir melden 22 Dinge"\n', "")
    newsroom.build()
    assert "Wij melden dingen" in newsroom.read("nl/index.html")

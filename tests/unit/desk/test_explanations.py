"""The page on which every problem can be looked up."""

from __future__ import annotations

import lxml.html
import pytest

from plugins.desk.explanations import explanations
from plugins.desk.wording import LANGUAGES, wording
from plugins.newsroom.codes import Code
from plugins.newsroom.consequences import CONSEQUENCES
from plugins.newsroom.problem import Level, Problem


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_can_be_looked_up(lang: str) -> None:
    """Under its own name, in every language of the desk; no word of the page is in a language that it does not name."""
    page = lxml.html.fromstring(explanations(wording(lang)))
    assert {code.value for code in Code} | {"text-words", "picture-raw", "catalogue-open"} <= set(page.xpath("//@id"))
    assert page.get("lang") == lang
    if lang != "en":
        assert len(page.xpath("//section/details/div[@lang='en']")) == len(page.xpath("//section"))
        assert "**Publishing" not in page.text_content()


def test_what_is_wrong_now_stands_there_in_the_language_of_the_desk() -> None:
    """With its place, its fix and what it means for a publication, so that nobody needs the English below."""
    wrong = Problem(
        "content/a/de.md", 3, 1, "unknown-key", "“colour”, which report.yaml does not know", "a known key",
        "Delete the line.", Level.ERROR,
    )  # fmt: skip
    page = lxml.html.fromstring(explanations(wording("de"), [wrong]))
    (section,) = page.xpath("//section[@id='unknown-key']")
    assert section.findtext(".//li/code") == "content/a/de.md:3"
    assert section.findtext(".//p/strong") == "Die Veröffentlichung hält an."
    assert section.find("details").get("open") is None
    assert page.xpath("//section[@id='bad-slug']/details/@open")
    assert not page.xpath("//section[@id='bad-slug']//li")


def test_what_comes_of_a_problem_is_said_in_each_language() -> None:
    """Whoever adds a sentence adds it in all."""
    for lang in LANGUAGES:
        known = wording(lang).words
        assert [one.why for one in CONSEQUENCES if ("consequence", one.why) not in known] == []

"""What pages say to machines: microformats, languages, marks of machine texts, the head."""

from __future__ import annotations

from functools import cache

import pytest
from lxml import html

from plugins.pages.templates import Theme
from plugins.pages.views import PictureView
from tests.browser import samples
from tests.browser.base import ROOT

LANGUAGES = ("de", "nl", "en")


@cache
def pages() -> dict[str, html.HtmlElement]:
    """Every sample page, parsed, by its path."""
    shot = PictureView("/p.jpg", 960, 640, "/p.jpg 960w", "/p.avif 960w", "/l.jpg", 1600, 1067, "#aabbcc", (0.2, 0.9))
    theme = Theme(ROOT / "theme")
    made = samples.everything((shot,) * 6, shot)
    return {sample.path: html.document_fromstring(theme.render(sample.page, sample.site)) for sample in made}


def classes(root: html.HtmlElement, *names: str) -> list[html.HtmlElement]:
    """Elements that carry all of these classes."""
    query = "".join(f"[contains(concat(' ', @class, ' '), ' {name} ')]" for name in names)
    return [found for found in root.xpath(f"//*{query}") if isinstance(found, html.HtmlElement)]


def inside(outer: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    """Elements of that class below one."""
    return [e for e in outer.iterdescendants() if name in (e.get("class") or "").split()]


@pytest.mark.parametrize("lang", LANGUAGES)
class TestMicroformats:
    """microformats2, as readers and aggregators look for them."""

    def test_a_report_is_an_entry(self, lang: str) -> None:
        """With name, summary, date, address, text and author."""
        entry = classes(pages()[f"/{lang}/2024/kanada/"], "report", "h-entry")[0]
        for name in ("p-name", "p-summary", "dt-published", "u-url", "e-content", "u-photo", "p-category"):
            assert inside(entry, name), name
        author = next(e for e in inside(entry, "p-author") if "h-card" in (e.get("class") or ""))
        assert inside(author, "p-name")[0].text_content() == "Julia Jäger"

    def test_its_event_has_day_and_place(self, lang: str) -> None:
        """h-event with start, place and organiser."""
        event = classes(pages()[f"/{lang}/2024/kanada/"], "h-event")[0]
        assert inside(event, "dt-start")[0].get("datetime") == "2024-04-22"
        assert "Hannover" in inside(event, "p-location")[0].text_content()
        assert inside(event, "p-organizer")

    def test_a_contact_is_a_card_that_can_be_dialled(self, lang: str) -> None:
        """The number is shown as people write it and dialled in E.164; the card can be saved."""
        card = next(c for c in classes(pages()[f"/{lang}/2024/kanada/"], "contact", "h-card"))
        assert inside(card, "p-tel")[0].text_content() == "0231 50 24 821"
        links = [str(link) for link in card.xpath(".//a/@href")]
        assert {"tel:+492315024821", "mailto:jjaeger@stadtdo.de", "/contacts/julia-jaeger.vcf"} <= set(links)

    def test_a_list_is_a_feed_of_entries(self, lang: str) -> None:
        """h-feed with one h-entry for each card."""
        feed = classes(pages()[f"/{lang}/"], "h-feed")[0]
        assert len(inside(feed, "h-entry")) == 5


@pytest.mark.parametrize("lang", ["nl", "en"])
class TestLanguages:
    """Words in another language than the page's."""

    def test_a_report_that_lacks_the_language_says_so(self, lang: str) -> None:
        """Its title and teaser carry their own language, and a mark tells which it is."""
        page = pages()[f"/{lang}/"]
        card = next(c for c in classes(page, "card") if "Clusters meet Regions" in c.text_content())
        assert inside(card, "p-name")[0].get("lang") == "de"
        assert inside(card, "p-name")[0].get("hreflang") == "de"
        assert inside(card, "mark-only")

    def test_a_machine_translation_is_marked(self, lang: str) -> None:
        """For people by a notice with a link to the original, for machines in the head."""
        page = pages()[f"/{lang}/2024/kanada/"]
        notice = classes(page, "notice-machine")[0]
        assert notice.xpath(".//a[@hreflang='de']/@href") == ["/de/2024/kanada/"]
        assert page.xpath("//meta[@name='translation']/@content") == ["machine"]
        assert "trainedAlgorithmicMedia" in page.xpath("//meta[@name='digitalSourceType']/@content")[0]
        assert page.xpath("//meta[@name='ai-disclosure']/@content") == ["autonomous"]

    def test_the_original_is_not_marked(self, lang: str) -> None:
        """Neither a notice nor a mark, and search engines may read it."""
        page = pages()["/de/2024/kanada/"]
        assert classes(page, "notice") == []
        assert page.xpath("//meta[@name='translation' or @name='robots']") == []

    def test_the_switch_leads_to_the_same_report(self, lang: str) -> None:
        """Each language is named in itself; one that is lacking says so and claims no translation."""
        switch = classes(pages()["/de/2024/kanada/"], "languages")[0]
        link = switch.xpath(f".//a[@lang='{lang}']")[0]
        assert (link.get("href"), link.get("hreflang")) == (f"/{lang}/2024/kanada/", lang)
        lacking = classes(pages()["/de/2024/plain/"], "languages")[0].xpath(f".//a[@lang='{lang}']")[0]
        assert lacking.get("hreflang") is None
        assert "nicht verfügbar" in lacking.text_content()


def test_hreflang_names_every_language_and_the_default() -> None:
    """And none where a page stands alone."""
    found = pages()["/en/2024/kanada/"].xpath("//link[@rel='alternate'][@hreflang]/@hreflang")
    assert found == ["de", "nl", "en", "x-default"]
    assert pages()["/en/2024/plain/"].xpath("//link[@rel='alternate'][@hreflang]") == []


def test_hostile_words_stay_words() -> None:
    """Nothing that a field says becomes an element, an attribute or a template."""
    page = pages()["/en/2024/hostile/"]
    assert page.xpath("//img[@src='x'] | //*[@onerror]") == []
    assert "{{ 7*7 }}" in page.text_content()


def test_focus_and_colour_of_a_picture_need_no_inline_style() -> None:
    """They are a class per axis and a data attribute."""
    image = pages()["/de/2024/kanada/"].xpath("//figure//img")[0]
    assert {"fx1", "fy4"} <= set(image.get("class").split())
    assert image.get("data-colour") == "#aabbcc"


def test_an_illustration_is_not_called_a_photograph() -> None:
    """Its label stands before the credit instead of the word photo."""
    credit = classes(pages()["/en/2024/one/"], "credit")[0].text_content()
    assert credit.startswith("Illustration: Atelier Trifinium")

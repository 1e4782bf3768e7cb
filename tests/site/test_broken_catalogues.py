"""Catalogues and glossaries that are broken: the last good edition stays, and it is said."""

from __future__ import annotations

import pytest

from plugins.newsroom.problem import ContentError
from tests.site.desk import by_hand, catalogue, edit, run
from tests.site.newsroom import Newsroom, report
from tests.site.translation_pages import ROLES, page, set_policy


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

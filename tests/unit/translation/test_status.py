"""The coverage as text, JSON and Markdown."""

from __future__ import annotations

import json

from plugins.translation.states import coverage
from plugins.translation.status import as_json, as_markdown, as_table
from tests.unit.translation.samples import LANGUAGES, dutch, report, with_body

FOUND = coverage(report(with_body("22 Gäste", "23 | Gäste")), [dutch()], LANGUAGES)


def test_text() -> None:
    """A matrix, a sum, then what is behind, word by word."""
    assert as_table(FOUND, LANGUAGES) == (
        "report  de       nl     en\n"
        "kanada  written  stale  missing\n"
        "\n"
        "1 written, 1 stale, 1 missing\n"
        "\n"
        "kanada nl: stale (title machine, kicker machine, teaser machine, captions machine, links machine, "
        "corrections machine)\n"
        "  line 3: changed\n"
        "    Es kamen [-22-]{+23 |+} Gäste aus Kanada, siehe Bericht.\n"
    )


def test_json() -> None:
    """An object per edition, for other programs."""
    found = json.loads(as_json(FOUND))
    assert [item["state"] for item in found] == ["written", "stale", "missing"]
    assert found[1]["parts"]["body"] == "stale"
    assert ["-", "22"] in found[1]["changed"][0]["words"]


def test_markdown() -> None:
    """A table, whose cells no text can break."""
    text = as_markdown(FOUND, LANGUAGES)
    assert "| kanada | written | stale | missing |\n" in text
    assert "- line 3, changed: Es kamen <del>22</del><ins>23 \\|</ins> Gäste aus" in text


def test_nothing() -> None:
    """An empty newsroom is told as such."""
    assert as_table([], LANGUAGES) == "report  de  nl  en\n\nno reports\n"

"""A corrected file imported again: what differs, and only what was accepted is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.importing.difference import accept, accepted, difference
from plugins.importing.errors import SourceError

from .test_write import content as content
from .test_write import proposal

OLD = """---
title: "Kai 7 ist eröffnet"   # so gewollt
kicker: Hafen
teaser: >-
  Der Kai
  ist offen.
photos:
  kai.jpg: {alt: Ein Kai}
---
Es kamen 300 Gäste.


![](photo:kai.jpg)

Der zweite   Absatz
bleibt.

Der dritte geht.
"""
NEW = "# Kai 7 ist eröffnet\n\nEs kamen 400 Gäste.\n\nDer zweite Absatz bleibt.\n\nEin neuer Absatz.\n"


@pytest.fixture
def report(content: Path) -> Path:
    """A report that somebody has edited since its import."""
    folder = content / "reports/2024/kai-7"
    folder.mkdir(parents=True)
    (folder / "report.yaml").write_text("date: 2024-05-02\nsource_language: de\nstatus: draft\nkind: report\n", "utf-8")
    (folder / "de.md").write_bytes(OLD.replace("\n", "\r\n").encode())
    return folder


def test_what_differs_is_shown(content: Path, report: Path) -> None:
    """Paragraph by paragraph; other line breaks are no difference, pictures are facts."""
    found = difference(proposal(content, NEW.encode(), "kai.md"), content, "kai-7")
    assert [(c.what, c.before, c.after) for c in found.changes] == [
        ("paragraph", "Es kamen 300 Gäste.", "Es kamen 400 Gäste."),
        ("paragraph", "Der dritte geht.", "Ein neuer Absatz."),
    ]
    assert found.summary.startswith("2 differences in ")


def test_only_what_was_accepted_is_written(content: Path, report: Path) -> None:
    """Every other byte stays, also line ends and facts."""
    facts = (report / "report.yaml").read_bytes()
    found = difference(proposal(content, NEW.encode(), "kai.md"), content, "kai-7")
    accept(found, {found.changes[0].key})
    assert (report / "de.md").read_bytes() == OLD.replace("300", "400").replace("\n", "\r\n").encode()
    assert (report / "report.yaml").read_bytes() == facts


def test_title_and_teaser(content: Path, report: Path) -> None:
    """Also where a value stands on several lines."""
    new = NEW.replace("Kai 7 ist eröffnet", "Kai 7: offen").replace(
        "\n\nEs", "\n\n**Teaser: Der Kai ist seit gestern offen.**\n\nEs"
    )
    found = difference(proposal(content, new.encode(), "kai.md"), content, "kai-7")
    made = accepted(found, {"title", "teaser"})
    assert 'title: "Kai 7: offen"\nkicker: Hafen\nteaser: Der Kai ist seit gestern offen.\nphotos:\n' in made.replace(
        '"Der Kai ist seit gestern offen."', "Der Kai ist seit gestern offen."
    )
    assert made.endswith(OLD.partition("---\n")[2].partition("---\n")[2])


def test_paragraphs_come_and_go(content: Path, report: Path) -> None:
    """A new one stands behind the one before it; one that is gone takes its gap with it."""
    new = "# Kai 7 ist eröffnet\n\nEs kamen 300 Gäste.\n\nNeu dazwischen.\n\nDer zweite Absatz bleibt.\n"
    found = difference(proposal(content, new.encode(), "kai.md"), content, "kai-7")
    made = accepted(found, {change.key for change in found.changes})
    assert "Es kamen 300 Gäste.\n\nNeu dazwischen.\n\n\n![](photo:kai.jpg)" in made
    assert "Der dritte geht." not in made


def test_the_same_file_makes_no_difference(content: Path, report: Path) -> None:
    """Imported once more."""
    text = OLD.partition("---\n")[2].partition("---\n")[2]
    found = difference(proposal(content, f"# Kai 7 ist eröffnet\n\n{text}".encode(), "kai.md"), content, "kai-7")
    assert found.changes == ()


def test_a_file_changed_meanwhile_is_not_overwritten(content: Path, report: Path) -> None:
    """A sentence in its place."""
    found = difference(proposal(content, NEW.encode(), "kai.md"), content, "kai-7")
    (report / "de.md").write_text(OLD + "Noch etwas.\n", "utf-8")
    with pytest.raises(SourceError, match="another text"):
        accept(found, {found.changes[0].key})


def test_a_report_that_is_not_there(content: Path) -> None:
    """Or has no text in that language."""
    with pytest.raises(SourceError, match="no report"):
        difference(proposal(content, NEW.encode(), "kai.md"), content, "kai-8")

"""What has changed in an original since an edition was made."""

from __future__ import annotations

from dataclasses import replace

from plugins.translation.changes import Kind
from plugins.translation.merge import rebased
from plugins.translation.watch import Difference, differences
from tests.unit.translation.samples import DUTCH, ORIGINAL, dutch, report, reviewed, with_body

CHANGED = replace(with_body("**22 Gäste**", "**23 Gäste**"), title="Neuer Titel", body_line=7)
CHANGED = replace(CHANGED, body=CHANGED.body.replace("- Mikrotechnik\n", "- Ganz was Neues\n"))
EXPECTED = (
    Difference(Kind.CHANGED, "title", "Kanada kommt nach Hannover", "Neuer Titel"),
    Difference(
        Kind.CHANGED,
        "body/paragraph",
        "Es kamen 22 Gäste aus Kanada, siehe Bericht.",
        "Es kamen 23 Gäste aus Kanada, siehe Bericht.",
        9,
    ),
    Difference(Kind.ADDED, "body/item", "", "Ganz was Neues", 13),
    Difference(Kind.REMOVED, "body/item", "Mikrotechnik", ""),
)


def test_the_changes_are_told_text_by_text() -> None:
    """As a reader sees them, with the line of the original."""
    assert differences(report(CHANGED), dutch()) == EXPECTED


def test_a_watching_catalogue_tells_the_same() -> None:
    """Of a written edition it keeps no translation, only what the edition stands for."""
    catalogue = reviewed(report(ORIGINAL, DUTCH), None)
    assert differences(report(CHANGED, DUTCH), catalogue) == EXPECTED


def test_a_catalogue_on_its_way_tells_the_same_of_what_is_still_there() -> None:
    """Brought to the present and not yet answered, it still knows what readers see."""
    found = differences(report(CHANGED), rebased(report(CHANGED), dutch()))
    assert found == EXPECTED[:3]

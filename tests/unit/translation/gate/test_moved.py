"""What stands at quite another place is asked about."""

from __future__ import annotations

import pytest

from plugins.translation.gate import Level, check_lines

SOURCE = (
    "Die Anmeldung {form} steht allen Betrieben der Region bis zum Ende des Monats offen. Danach wird {date} gelost."
)
TARGET = (
    "The registration {form} is open to all companies in the region until the end of the month. Then {date} is drawn."
)


def found(target: str) -> list[str]:
    """The checks that found something beside the sound parts."""
    findings = check_lines([SOURCE], [target], "de", "en")
    return [finding.check for finding in findings if finding.level is Level.ANSWER]


def test_a_placeholder_at_its_place_is_fine() -> None:
    """The words around it may be in another order."""
    assert found(TARGET) == []


@pytest.mark.parametrize(
    "target",
    [
        TARGET.replace(" {form}", "").replace("drawn.", "drawn. {form}"),
        TARGET.replace(" {form}", "").replace("is drawn", "{form} is drawn"),
        TARGET.replace("{form}", "{x}").replace("{date}", "{form}").replace("{x}", "{date}"),
    ],
)
def test_a_placeholder_elsewhere_is_asked_about(target: str) -> None:
    """Behind the last sentence, in another sentence, or at the place of another one."""
    assert found(target) == ["placeholder"]


def test_two_links_that_changed_places_are_asked_about() -> None:
    """The addresses are all there, and lead the reader astray."""
    source = "Das [Programm](https://a.example) finden alle,"
    source += " die schon länger darauf warten, gleich neben der [Anmeldung](https://b.example)."
    target = "The [programme](https://b.example), for all"
    target += " who have long been waiting for it, is right beside the [form](https://a.example)."
    assert [f.check for f in check_lines([source], [target], "de", "en")] == ["link"]

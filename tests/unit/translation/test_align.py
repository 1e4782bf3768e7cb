"""A catalogue made of two parallel editions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.newsroom.model import Provenance, State
from plugins.translation.align import UnalignedError, align, write_catalogue
from plugins.translation.fill import fill
from plugins.translation.po_read import read_catalogue
from tests.unit.translation.samples import BY_MACHINE, DUTCH, LANGUAGES, POLICY, report, with_body


def test_the_catalogue_gives_the_edition_back() -> None:
    """What was aligned is what readers get, word by word."""
    reading = read_catalogue(write_catalogue(report(), DUTCH, BY_MACHINE), "nl.po", "nl")
    assert reading.catalogue is not None and reading.problems == ()
    edition = fill(report(), [reading.catalogue], LANGUAGES, POLICY).edition("nl")
    assert edition == replace(DUTCH, state=State.MACHINE, provenance=BY_MACHINE)


def test_a_machine_edition_says_so_and_names_no_reviewer() -> None:
    """The head of the file tells people who translated and that nobody reviewed."""
    text = write_catalogue(report(), DUTCH, Provenance(engine="openai", model="m-1")).decode()
    assert "translated by openai" in text
    assert "Reviewed by nobody." in text
    assert text.count("#, fuzzy") == text.count('\nmsgid "') - 1


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("- Microtechniek\n", "", "The original has 5 blocks of text, the translation 4."),
        ("## Een lunch\n\n", "Een lunch\n\n", "line 1 (heading): heading in the original, paragraph in"),
        ("[bericht](report:zwei)", "bericht", "lacks '[](report:zwei)'"),
        ("**22 gasten**", "22 gasten", "lacks '****'"),
        ("report:zwei", "report:drie", "is not in the original"),
    ],
)
def test_editions_of_different_structure_are_refused(old: str, new: str, told: str) -> None:
    """Each place where the two part is named by a sentence."""
    with pytest.raises(UnalignedError) as caught:
        align(report(), with_body(old, new, DUTCH), BY_MACHINE)
    assert told in str(caught.value)


def test_a_missing_field_is_told_and_a_missing_caption_is_not() -> None:
    """Only a caption may fall back alone."""
    words = (replace(DUTCH.photos[0], caption=""),)
    assert align(report(), replace(DUTCH, photos=words), BY_MACHINE)
    with pytest.raises(UnalignedError, match="teaser: the translation has no teaser"):
        align(report(), replace(DUTCH, teaser=""), BY_MACHINE)

"""Editions filled in from catalogues."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from plugins.newsroom.model import Edition, PhotoWords, Provenance, State
from plugins.translation.catalogue import Catalogue
from plugins.translation.fill import fill
from plugins.translation.po_read import read_catalogue
from plugins.translation.po_write import write_catalogue
from tests.unit.translation.parallel import align
from tests.unit.translation.samples import (
    BY_MACHINE,
    DUTCH,
    LANGUAGES,
    ORIGINAL,
    POLICY,
    dutch,
    report,
    with_body,
)


def edition(original: Edition = ORIGINAL, catalogue: Catalogue | None = None) -> Edition | None:
    """The Dutch edition of a report with that original."""
    return fill(report(original), [catalogue or dutch()], LANGUAGES, POLICY).edition("nl")


def test_a_written_edition_wins() -> None:
    """A catalogue never touches what somebody wrote."""
    written = replace(DUTCH, title="Eigen woorden")
    filled = fill(report(ORIGINAL, written), [dutch()], LANGUAGES, POLICY)
    assert filled.edition("nl") == written


def test_editions_stand_in_the_order_of_the_site() -> None:
    """The order is that of site.yaml, whichever language is the original."""
    filled = fill(report(), [dutch()], ("nl", "de"), POLICY)
    assert [e.lang for e in filled.editions] == ["nl", "de"]


def test_wrapping_and_white_space_stale_nothing() -> None:
    """The same words in other lines are the same words."""
    found = edition(with_body("**22 Gäste** aus\nKanada", "**22 Gäste**\naus   Kanada"))
    assert found is not None and not found.stale


def test_a_new_picture_falls_back_alone() -> None:
    """Pictures stale nothing: the new one has no words of its own yet."""
    photos = (*ORIGINAL.photos, PhotoWords("neu.jpg", alt="Neu"))
    found = edition(replace(ORIGINAL, photos=photos))
    assert found is not None and not found.stale
    assert found.photos[1] == PhotoWords("neu.jpg")


def test_a_changed_paragraph_leaves_the_last_good_text_standing() -> None:
    """Readers get the whole earlier text with a notice, never a mixture."""
    found = edition(with_body("Robotik", "Robotik und Logistik"))
    assert found is not None and found.stale
    assert found == replace(DUTCH, state=State.MACHINE, provenance=BY_MACHINE, stale=True)


def test_a_new_paragraph_leaves_the_last_good_text_standing() -> None:
    """Text without a translation is never shown in the wrong language."""
    found = edition(replace(ORIGINAL, body=ORIGINAL.body + "\nNeuer Absatz.\n"))
    assert found is not None and found.stale and found.body == DUTCH.body


def test_a_deleted_paragraph_is_gone_at_once() -> None:
    """Nothing new has to be translated, so the edition follows."""
    found = edition(with_body("- Robotik\n", ""))
    assert found is not None and not found.stale and "Robotica" not in found.body


def test_paragraphs_may_change_places() -> None:
    """A paragraph is known by its words and not by its number."""
    found = edition(with_body("- Robotik\n- Mikrotechnik\n", "- Mikrotechnik\n- Robotik\n"))
    assert found is not None and not found.stale
    assert "- Microtechniek\n- Robotica\n" in found.body


def test_a_changed_address_goes_into_the_translation() -> None:
    """Addresses and targets are not words: the translation takes the new ones."""
    found = edition(with_body("report:zwei", "report:drei"))
    assert found is not None and not found.stale and "(report:drei)" in found.body


def test_an_edition_that_lacks_one_answer_is_missing() -> None:
    """Half an edition is none."""
    catalogue = dutch()
    entries = tuple(replace(e, target="") if e.source == "Robotik" else e for e in catalogue.entries)
    assert edition(catalogue=replace(catalogue, entries=entries)) is None


def test_a_caption_may_be_missing() -> None:
    """It falls back alone."""
    catalogue = dutch()
    entries = tuple(replace(e, target="") if e.key.endswith("caption") else e for e in catalogue.entries)
    found = edition(catalogue=replace(catalogue, entries=entries))
    assert found is not None and found.photos == (PhotoWords("stand.jpg", alt="Een stand"),)


def test_reviewed_needs_a_name_and_an_office() -> None:
    """EU AI Act, Art. 50(4): without the responsible office a machine's edition stays a machine's."""
    named = replace(BY_MACHINE, reviewer="Julia Jäger", reviewed_on=dt.date(2024, 5, 4))
    found = edition(catalogue=dutch(named))
    assert found is not None and found.state is State.MACHINE
    found = edition(catalogue=dutch(replace(named, office="Pressestelle")))
    assert found is not None and found.state is State.REVIEWED
    assert found.provenance is not None and found.provenance.office == "Pressestelle"


def test_a_translators_edition_is_written() -> None:
    """Words that no machine made carry no notice."""
    found = edition(catalogue=dutch(Provenance(translator="Bureau De Vries")))
    assert found is not None and found.state is State.WRITTEN
    assert found.provenance == Provenance(translator="Bureau De Vries")


def test_the_site_may_keep_machine_editions_back() -> None:
    """``publish_machine: false`` leaves them out; reviewed ones are shown."""
    policy = replace(POLICY, publish_machine=False)
    assert fill(report(), [dutch()], LANGUAGES, policy).edition("nl") is None
    seen = replace(BY_MACHINE, reviewer="A", office="B")
    assert fill(report(), [dutch(seen)], LANGUAGES, policy).edition("nl") is not None


def test_a_catalogue_gives_the_edition_back() -> None:
    """What was translated is what readers get, word by word, from the file too."""
    data = write_catalogue(align(report(), DUTCH, BY_MACHINE))
    reading = read_catalogue(data, "nl.po", "nl")
    assert reading.catalogue is not None and reading.problems == ()
    edition = fill(report(), [reading.catalogue], LANGUAGES, POLICY).edition("nl")
    assert edition == replace(DUTCH, state=State.MACHINE, provenance=BY_MACHINE)
    assert "translated by pseudo" in data.decode() and "Reviewed by nobody." in data.decode()

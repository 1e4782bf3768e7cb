"""Reviews: what is recorded, and what they hold against."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.newsroom.model import Edition, State
from plugins.translation.catalogue import Catalogue, Origin
from plugins.translation.fill import fill
from plugins.translation.merge import rebased, wanting
from plugins.translation.minor import minor
from plugins.translation.refusals import NotReviewableError
from plugins.translation.review import laid_out
from tests.unit.translation import samples
from tests.unit.translation.samples import DAY, DUTCH, LANGUAGES, ORIGINAL, POLICY, dutch, report, with_body

TYPO = with_body("Es kamen **22 Gäste** aus", "Es kamen **22 Gäste** ausz")
WRITTEN = replace(DUTCH, title="Eigen woorden")


def reviewed(catalogue: Catalogue | None = None, original: Edition = ORIGINAL, *others: Edition) -> Catalogue:
    """The catalogue after Julia's review."""
    return samples.reviewed(report(original, *others), catalogue)


def shown(catalogue: Catalogue, original: Edition = ORIGINAL, *others: Edition) -> Edition:
    """The Dutch edition readers get."""
    found = fill(report(original, *others), [catalogue], LANGUAGES, POLICY).edition("nl")
    assert found is not None
    return found


def test_a_reviewed_edition_names_its_reviewer() -> None:
    """With the responsible office and the day."""
    found = shown(reviewed(dutch()))
    assert found.state is State.REVIEWED
    assert found.provenance is not None
    assert (found.provenance.reviewer, found.provenance.office) == ("Julia Jäger", "Pressestelle")
    assert (found.provenance.reviewed_on, found.provenance.engine) == (DAY, "pseudo")


def test_reviewed_words_are_a_persons() -> None:
    """No run overwrites them."""
    assert {entry.origin for entry in reviewed(dutch()).entries} == {Origin.PERSON}


def test_a_change_after_the_review_is_not_reviewed() -> None:
    """Nobody is named for words she has not seen."""
    catalogue = reviewed(dutch())
    entries = tuple(replace(e, target="Robots") if e.target == "Robotica" else e for e in catalogue.entries)
    assert shown(replace(catalogue, entries=entries)).state is State.MACHINE


@pytest.mark.parametrize(("by", "office", "told"), [("", "B", "--by"), ("A", " ", "--responsible")])
def test_both_names_are_needed(by: str, office: str, told: str) -> None:
    """A review nobody answers for is none."""
    with pytest.raises(NotReviewableError, match=told):
        samples.reviewed(report(), dutch(), by, office)


def test_what_does_not_exist_cannot_be_reviewed() -> None:
    """A sentence says what to do first."""
    with pytest.raises(NotReviewableError, match="Run translate first"):
        reviewed(None)
    with pytest.raises(NotReviewableError, match="another language"):
        laid_out(report(), "de", None)


def test_a_stale_edition_can_be_reviewed() -> None:
    """The reviewer vouches for what is shown; it stays behind the original until it is translated."""
    changed = with_body("Robotik", "Robotik und Logistik")
    found = shown(reviewed(dutch(), changed), changed)
    assert (found.state, found.stale, found.body) == (State.REVIEWED, True, DUTCH.body)


def test_a_minor_change_stales_nothing() -> None:
    """A typo in the original: every translation stands as it stood, whoever made it."""
    for before in (dutch(), reviewed(dutch()), rebased(report(TYPO), dutch())):
        after = minor(report(TYPO), "nl", before, DAY)
        found = shown(after, TYPO)
        assert (found.stale, found.body) == (False, DUTCH.body)
        assert found.state is (State.REVIEWED if before.header.reviews else State.MACHINE)
        assert wanting(after) == ()


def test_a_minor_change_that_is_taken_back_stales_nothing_either() -> None:
    """The former words are remembered."""
    after = minor(report(TYPO), "nl", dutch(), DAY)
    assert not shown(after).stale


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("- Robotik\n", "- Robotik\n- Etwas ganz Neues\n", "was added"),
        ("[Bericht](report:zwei)", "Bericht", "other links"),
    ],
)
def test_a_change_that_is_not_minor_is_refused(old: str, new: str, told: str) -> None:
    """What has no translation cannot be waved through."""
    with pytest.raises(NotReviewableError, match=told) as caught:
        minor(report(with_body(old, new)), "nl", dutch(), DAY)
    assert caught.value.problem.line > 0


def test_a_written_edition_is_watched_from_its_review_on() -> None:
    """Its words stay untouched; a change of the original is its reader's notice."""
    catalogue = reviewed(None, ORIGINAL, WRITTEN)
    found = shown(catalogue, ORIGINAL, WRITTEN)
    assert (found.stale, found.title, found.state) == (False, "Eigen woorden", State.WRITTEN)
    assert found.provenance is not None and found.provenance.reviewer == "Julia Jäger"
    found = shown(catalogue, with_body("22 Gäste", "23 Gäste"), WRITTEN)
    assert found.stale and replace(found, stale=False, provenance=None) == WRITTEN


def test_wrapping_and_pictures_do_not_make_a_written_edition_stale() -> None:
    """Only words do."""
    catalogue = reviewed(None, ORIGINAL, WRITTEN)
    other = replace(with_body("aus\nKanada", "aus Kanada"), photos=())
    assert not shown(catalogue, other, WRITTEN).stale


def test_another_review_sets_the_baseline_anew() -> None:
    """Whoever has brought the edition up to date says so by a review."""
    changed = with_body("22 Gäste", "23 Gäste")
    again = reviewed(reviewed(None, ORIGINAL, WRITTEN), changed, WRITTEN)
    assert not shown(again, changed, WRITTEN).stale


def test_a_minor_change_sets_the_baseline_of_a_written_edition() -> None:
    """And keeps its reviewer."""
    before = reviewed(None, ORIGINAL, WRITTEN)
    after = minor(report(TYPO, WRITTEN), "nl", before, DAY)
    found = shown(after, TYPO, WRITTEN)
    assert not found.stale
    assert found.provenance is not None and found.provenance.reviewer == "Julia Jäger"


def test_words_written_after_the_review_are_not_reviewed() -> None:
    """The name stands for the words that were seen."""
    catalogue = reviewed(None, ORIGINAL, WRITTEN)
    found = shown(catalogue, ORIGINAL, replace(WRITTEN, title="Later"))
    assert found.provenance is None

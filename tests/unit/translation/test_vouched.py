"""Words that were vouched for, and have gone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from plugins.newsroom.model import Provenance
from plugins.translation.catalogue import Catalogue
from plugins.translation.merge import Answer, new_catalogue, rebased, wanting, with_answers
from plugins.translation.po_read import read_catalogue
from plugins.translation.po_write import write_catalogue
from plugins.translation.review import Reviewer, laid_out, review
from plugins.translation.states import since_review
from plugins.translation.vouched import replaced
from tests.unit.translation.samples import ORIGINAL, report

DAY = dt.date(2024, 5, 4)
FIRST = replace(ORIGINAL, kicker="", photos=(), links=(), corrections=(), body="Alpha beta.\n\nGamma delta.\n")
LATER = replace(FIRST, body="Alpha beta.\n\nGamma delta epsilon.\n")


def answered(catalogue: Catalogue, original: object, words: str) -> Catalogue:
    """The catalogue with a machine's words where it lacks any, read from its file."""
    answers = {(s.key, s.text): Answer(f"{words} {s.text}") for s in wanting(catalogue)}
    made = with_answers(report(original), catalogue, answers, Provenance(engine="pseudo", date=DAY), DAY)  # type: ignore[arg-type]
    found = read_catalogue(write_catalogue(made), "nl.po", "nl").catalogue
    assert found is not None
    return found


def reviewed(catalogue: Catalogue) -> Catalogue:
    """As Julia has read it."""
    return review(laid_out(report(FIRST), "nl", catalogue), report(FIRST), Reviewer("Julia", "Presse", DAY))


def by_hand(catalogue: Catalogue) -> Catalogue:
    """Every mark taken away in an editor."""
    return replace(catalogue, entries=tuple(replace(entry, fuzzy=False) for entry in catalogue.entries))


@pytest.mark.parametrize("vouch", [reviewed, by_hand])
def test_vouched_words_are_named_where_a_machines_take_their_place(vouch: object) -> None:
    """Those of the changed text alone, also after the file was written and read; a second run tells nothing."""
    first = answered(new_catalogue(report(FIRST), "nl"), FIRST, "eerst")
    before = rebased(report(LATER), vouch(first))  # type: ignore[operator]
    after = answered(before, LATER, "later")
    assert [entry.target for entry in replaced(before, after)] == ["eerst Gamma delta."]
    again = rebased(report(LATER), after)
    assert replaced(again, answered(again, LATER, "noch")) == ()
    assert [e.target for e in after.memory if e.source == "Gamma delta."] == ["eerst Gamma delta."]


def test_words_that_nobody_has_read_are_replaced_in_silence() -> None:
    """A machine's by a machine's."""
    first = answered(new_catalogue(report(FIRST), "nl"), FIRST, "eerst")
    before = rebased(report(LATER), first)
    assert replaced(before, answered(before, LATER, "later")) == ()


def test_what_is_newer_than_the_review_is_told() -> None:
    """How many texts, whose review it was, and the first of them; nothing before, and nothing after the next review."""
    catalogue = reviewed(answered(new_catalogue(report(FIRST), "nl"), FIRST, "eerst"))
    assert since_review(catalogue) == ""
    later = answered(rebased(report(LATER), catalogue), LATER, "later")
    assert since_review(later) == (
        "1 text of a machine, newer than the review by Julia on 2024-05-04 (first “later Gamma delta epsilon.”);"
        " read what is new, and review again."
    )
    known = review(laid_out(report(LATER), "nl", later), report(LATER), Reviewer("Ans", "Presse", DAY))
    assert since_review(known) == ""

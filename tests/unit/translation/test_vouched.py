"""Words that were vouched for, and have gone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from plugins.newsroom.model import Provenance
from plugins.translation.adopt import adopt
from plugins.translation.catalogue import Catalogue, Origin
from plugins.translation.findings import answers_to, questions
from plugins.translation.findings import with_answers as with_answers_to
from plugins.translation.merge import Answer, new_catalogue, rebased, wanting, with_answers
from plugins.translation.po_read import LOST, read_catalogue
from plugins.translation.po_write import write_catalogue
from plugins.translation.review import Reviewer, laid_out, review
from plugins.translation.states import since_review
from plugins.translation.vouched import replaced
from plugins.translation.watch import differences
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


BARE = ("#.", "#,", "#|")


def stripped(catalogue: Catalogue) -> Catalogue:
    """The catalogue after another program has taken all comments and marks out of its file."""
    lines = [line for line in write_catalogue(catalogue).decode().splitlines() if line[:2] not in BARE]
    found = read_catalogue(("\n".join(lines) + "\n").encode(), "nl.po", "nl").catalogue
    assert found is not None
    return found


def test_an_answer_to_a_finding_signs_no_words() -> None:
    """Words of which nothing says whose they are stay so where somebody answers a finding in them."""
    made = answered(new_catalogue(report(FIRST), "nl"), FIRST, "eerst")
    doubtful = replace(made.entries[0], findings=("answer: number: “22” is missing",))
    bare = stripped(replace(made, entries=(doubtful, *made.entries[1:])))
    asked = questions(bare)
    assert [question.finding for question in asked] == [LOST]
    known = with_answers_to(bare, answers_to(asked, {asked[0].key: "so it is"}, "Julia", "", DAY))
    again = read_catalogue(write_catalogue(known), "nl.po", "nl").catalogue
    assert again is not None and again.entries[0].open == ()
    assert again.entries[0].origin is Origin.UNKNOWN and again.entries[0].made_by_machine


def test_what_waits_is_shown_by_no_stripped_file() -> None:
    """A person's words for a former source wait for the person; a machine's are made anew."""
    made = answered(new_catalogue(report(FIRST), "nl"), FIRST, "eerst")
    mine = tuple(replace(e, target="mens", fuzzy=False) if e.source == "Gamma delta." else e for e in made.entries)
    both = replace(FIRST, body="Alpha beta gamma.\n\nGamma delta epsilon.\n")
    bare = stripped(rebased(report(both), replace(made, entries=mine)))
    by_source = {entry.source: entry for entry in bare.entries}
    assert by_source["Gamma delta epsilon."].origin is Origin.UNFINISHED
    assert by_source["Gamma delta epsilon."].target == "mens"
    assert by_source["Alpha beta gamma."].origin is Origin.NOBODY


def test_an_adopted_edition_stands_for_the_words_it_was_made_of() -> None:
    """Also where the catalogue has gone on since: what has changed is told, and nothing of a person is lost."""
    made = answered(new_catalogue(report(FIRST), "nl"), FIRST, "eerst")
    now = replace(FIRST, title="Anders", body="Alpha beta.\n\nGamma delta epsilon.\n")
    partly = rebased(report(now), made)
    mine = tuple(
        replace(e, target="Mijn titel", fuzzy=False, previous="") if e.key == "title" else e for e in partly.entries
    )
    adopted = adopt(report(now), "nl", replace(partly, entries=mine), DAY)
    assert "title: eerst Kanada kommt nach Hannover" in adopted.text
    assert {d.key for d in differences(report(now), adopted.catalogue)} == {"title", "body/paragraph"}
    assert "Mijn titel" in {entry.target for entry in adopted.catalogue.memory}

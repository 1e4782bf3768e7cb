"""A catalogue that follows its original, and takes answers in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from plugins.newsroom.model import Edition, Provenance, Report, State
from plugins.translation.catalogue import Catalogue, Entry, Origin
from plugins.translation.fill import filled
from plugins.translation.merge import Answer, new_catalogue, rebased, wanting, with_answers
from tests.unit.translation.samples import BY_MACHINE, DUTCH, ORIGINAL, dutch, report, with_body

DAY = dt.date(2024, 6, 1)
AGAIN = Provenance(engine="pseudo", model="second", date=DAY)
CHANGED = with_body("Robotik", "Robotik und Logistik")


def entry(catalogue: Catalogue, source: str) -> Entry:
    """The entry of that source."""
    return next(e for e in catalogue.entries if e.source == source)


def with_entry(catalogue: Catalogue, source: str, **fields: object) -> Catalogue:
    """The catalogue with one entry changed by hand."""
    old = entry(catalogue, source)
    new = replace(old, **fields)  # type: ignore[arg-type]
    return replace(catalogue, entries=tuple(new if e is old else e for e in catalogue.entries))


def answered(of: Report, catalogue: Catalogue) -> Catalogue:
    """Every open segment answered by itself in capitals."""
    answers = {
        (s.key, s.text): Answer(
            s.text.upper().replace("<X ID", "<x id").replace("<G ID", "<g id").replace("</G", "</g")
        )
        for s in wanting(catalogue)
    }
    return with_answers(of, catalogue, answers, AGAIN, DAY)


def shown(original: Edition, catalogue: Catalogue) -> Edition:
    """The edition readers get."""
    edition = filled(report(original), catalogue)
    assert edition is not None
    return edition


def test_a_new_catalogue_wants_everything() -> None:
    """Every segment of the original, each once."""
    catalogue = new_catalogue(report(), "nl")
    assert len(wanting(catalogue)) == len(catalogue.entries) == 12
    assert filled(report(), catalogue) is None


def test_without_changes_nothing_changes() -> None:
    """Bringing an up to date catalogue to the present is no change at all."""
    assert rebased(report(), dutch()) == dutch()


def test_a_changed_paragraph_is_stale_alone() -> None:
    """Only the changed words are wanted; the former ones stand beside, their pair in the memory."""
    catalogue = rebased(report(CHANGED), dutch())
    assert [s.text for s in wanting(catalogue)] == ["Robotik und Logistik"]
    stale = entry(catalogue, "Robotik und Logistik")
    assert (stale.origin, stale.target, stale.previous) == (Origin.STALE, "Robotica", "Robotik")
    assert [(e.source, e.target) for e in catalogue.memory] == [("Robotik", "Robotica")]


def test_the_last_good_edition_stands_until_all_is_answered() -> None:
    """A run that fails at one segment leaves the former edition whole, and the paid answers too."""
    twice = replace(CHANGED, body=CHANGED.body + "\nNeuer Absatz.\n")
    catalogue = rebased(report(twice), dutch())
    first = {("body/item", "Robotik und Logistik"): Answer("Robotica en logistiek")}
    half = with_answers(report(twice), catalogue, first, AGAIN, DAY)
    assert shown(twice, half) == replace(DUTCH, state=State.MACHINE, provenance=BY_MACHINE, stale=True)
    assert [s.text for s in wanting(half)] == ["Neuer Absatz."]
    full = answered(report(twice), half)
    assert full.standing is None
    assert "Robotica en logistiek" in shown(twice, full).body and "NEUER ABSATZ." in shown(twice, full).body


def test_the_last_good_edition_outlives_further_changes() -> None:
    """Two changes without a translation between them: still the last whole text."""
    once = rebased(report(CHANGED), dutch())
    other = replace(CHANGED, title="Neuer Titel")
    assert shown(other, rebased(report(other), once)).title == DUTCH.title


def test_words_of_people_are_never_answered() -> None:
    """Neither with the fuzzy mark taken away, nor changed below it, nor marked by somebody else."""
    for fields in ({"fuzzy": False}, {"target": "Robots"}, {"mark": ""}):
        catalogue = with_entry(dutch(), "Robotik", **fields)
        before = entry(catalogue, "Robotik")
        answers = {(e.key, e.source): Answer("overschreven") for e in catalogue.entries}
        after = with_answers(report(), rebased(report(), catalogue), answers, AGAIN, DAY)
        assert entry(after, "Robotik") == before


def test_a_persons_words_stay_beside_a_changed_source_and_come_back() -> None:
    """No machine takes their place, however often the source changes: they are shown until the person decides."""
    by_hand = with_entry(dutch(), "Robotik", target="Robots", fuzzy=False)
    there = answered(report(CHANGED), rebased(report(CHANGED), by_hand))
    for catalogue in (there, answered(report(CHANGED), rebased(report(CHANGED), there))):
        kept = entry(catalogue, "Robotik und Logistik")
        assert (kept.target, kept.origin, kept.previous) == ("Robots", Origin.BEHIND, "Robotik")
        assert shown(CHANGED, catalogue).stale and "- Robots\n" in shown(CHANGED, catalogue).body
    assert "- Robots\n" in shown(ORIGINAL, there).body
    back = rebased(report(), there)
    assert entry(back, "Robotik").target == "Robots"
    assert entry(back, "Robotik").origin is Origin.PERSON


def test_a_stale_entry_fixed_by_a_person_is_the_persons() -> None:
    """Whoever changes the former words beside the new source has translated it."""
    catalogue = with_entry(rebased(report(CHANGED), dutch()), "Robotik und Logistik", target="Neu", fuzzy=False)
    assert wanting(catalogue) == ()
    found = filled(report(CHANGED), catalogue)
    assert found is not None and not found.stale and "- Neu\n" in found.body


def test_unfinished_words_are_not_shown() -> None:
    """A fuzzy mark that is not ours means that somebody has doubts."""
    catalogue = with_entry(dutch(), "Robotik", mark="")
    assert filled(report(), catalogue) is None


def test_the_address_stays() -> None:
    """It is made of the first translated title, and no later title changes it."""
    catalogue = answered(report(), new_catalogue(report(), "nl"))
    assert catalogue.header.slug == "kanada-kommt-nach-hannover"
    other = replace(ORIGINAL, title="Ganz anders")
    assert answered(report(other), rebased(report(other), catalogue)).header.slug == "kanada-kommt-nach-hannover"


def test_of_two_alike_the_persons_stays() -> None:
    """One of two equal paragraphs goes: the one that a person translated is kept."""
    double = replace(ORIGINAL, body="Gleich\n\nGleich\n")
    catalogue = answered(report(double), new_catalogue(report(double), "nl"))
    second = replace(catalogue.entries[-1], target="Zelfde", fuzzy=False)
    catalogue = replace(catalogue, entries=(*catalogue.entries[:-1], second))
    single = replace(ORIGINAL, body="Gleich\n")
    assert shown(single, catalogue).body == "Zelfde\n"
    assert entry(rebased(report(single), catalogue), "Gleich").target == "Zelfde"

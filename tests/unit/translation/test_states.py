"""The coverage of reports, edition by edition and part by part."""

from __future__ import annotations

from dataclasses import replace

from plugins.newsroom.model import Edition, PhotoWords, State
from plugins.translation.catalogue import Catalogue
from plugins.translation.states import Coverage, Row, coverage
from tests.unit.translation.samples import DUTCH, LANGUAGES, ORIGINAL, dutch, report, reviewed, with_body

W, R, M, S, X = State.WRITTEN, State.REVIEWED, State.MACHINE, State.STALE, State.MISSING


def of(lang: str, original: Edition = ORIGINAL, catalogue: Catalogue | None = None, *others: Edition) -> Coverage:
    """How one edition stands."""
    found = coverage(report(original, *others), [catalogue] if catalogue else [], LANGUAGES)
    return found[LANGUAGES.index(lang)]


def parts(found: Coverage) -> dict[str, State]:
    """Each part's state."""
    return dict(found.parts)


def test_the_original_is_written_and_a_language_without_anything_is_missing() -> None:
    """Every part the original has is told of."""
    assert of("de").state is W
    found = of("en")
    assert (found.state, set(parts(found).values())) == (X, {X})
    assert found.rows[0] == Row("kanada", "en", "title", X)
    assert [part for part, _ in found.parts] == [
        "title",
        "kicker",
        "teaser",
        "body",
        "captions",
        "links",
        "corrections",
    ]


def test_a_machines_edition() -> None:
    """Every part of it is a machine's."""
    found = of("nl", ORIGINAL, dutch())
    assert (found.state, set(parts(found).values()), found.by) == (M, {M}, "pseudo")


def test_a_changed_paragraph_makes_the_body_stale_alone() -> None:
    """The edition is stale with it, and says what changed."""
    found = of("nl", with_body("22 Gäste", "23 Gäste"), dutch())
    assert (found.state, parts(found)["body"], parts(found)["title"]) == (S, S, M)
    assert [d.after for d in found.changed] == ["Es kamen 23 Gäste aus Kanada, siehe Bericht."]


def test_a_new_picture_lacks_its_captions_alone() -> None:
    """The edition itself stands."""
    found = of("nl", replace(ORIGINAL, photos=(*ORIGINAL.photos, PhotoWords("b.jpg", alt="Neu"))), dutch())
    assert (found.state, parts(found)["captions"]) == (M, X)


def test_reviewed_editions() -> None:
    """Filled or written."""
    filled = reviewed(report(), dutch(), "Julia")
    assert (of("nl", ORIGINAL, filled).state, of("nl", ORIGINAL, filled).by) == (R, "Julia")
    written = reviewed(report(ORIGINAL, DUTCH), None)
    found = of("nl", ORIGINAL, written, DUTCH)
    assert (found.state, set(parts(found).values())) == (R, {R})


def test_a_written_edition_behind_its_original() -> None:
    """Only the part that changed is stale; what the edition lacks is missing."""
    watching = reviewed(report(ORIGINAL, DUTCH), None)
    short = replace(DUTCH, links=())
    found = of("nl", replace(ORIGINAL, title="Neu"), watching, short)
    assert (found.state, parts(found)["title"], parts(found)["body"], parts(found)["links"]) == (S, S, W, X)


def test_a_written_edition_nobody_watches() -> None:
    """It is written, whatever the original says."""
    assert of("nl", ORIGINAL, None, DUTCH).state is W

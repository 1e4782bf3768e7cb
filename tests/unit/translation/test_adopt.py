"""A filled edition that becomes a person's file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.newsroom.model import Edition, Provenance, Report, State
from plugins.translation.adopt import NotAdoptableError, adopt, write_new
from plugins.translation.fill import fill, filled
from plugins.translation.merge import rebased
from tests.unit.translation.samples import DAY, DUTCH, LANGUAGES, ORIGINAL, POLICY, dutch, report, reviewed, with_body

CHANGED = with_body("Robotik", "Robotik und Logistik")


def as_written(edition: Edition) -> Edition:
    """The edition as the loader would give it: a person's."""
    return replace(edition, state=State.WRITTEN, provenance=None, stale=False)


def shown(of: Report, text: Edition, catalogue: object) -> Edition:
    """The adopted edition as readers see it."""
    found = fill(replace(of, editions=(*of.editions, text)), [catalogue], LANGUAGES, POLICY).edition("nl")  # type: ignore[list-item]
    assert found is not None
    return found


def test_the_file() -> None:
    """Front matter in the order of the handbook, each paragraph on one line."""
    adopted = adopt(report(), "nl", dutch(), DAY)
    assert adopted.path == "reports/2024/kanada/nl.md"
    assert adopted.text == (
        "---\n"
        "title: Canada komt naar Hannover\n"
        "kicker: Economie\n"
        'teaser: "22 gasten spraken over onderzoek."\n'
        "slug: canada-komt-naar-hannover\n"
        "photos:\n"
        "  stand.jpg:\n"
        "    alt: Een stand\n"
        "    caption: De stand van Canada\n"
        "links:\n"
        '  - url: "https://messe.example/"\n'
        "    label: Naar de beurs\n"
        "corrections:\n"
        "  - date: 2024-05-03\n"
        "    text: De naam klopte niet.\n"
        "---\n\n" + DUTCH.body
    )


def test_an_adopted_edition_is_watched() -> None:
    """Its words are the person's, current now, and behind when the original moves on."""
    adopted = adopt(report(), "nl", dutch(), DAY)
    mine = as_written(DUTCH)
    found = shown(report(), mine, adopted.catalogue)
    assert replace(found, state=State.WRITTEN, provenance=None) == mine
    assert shown(report(CHANGED), mine, adopted.catalogue).stale


def test_an_edition_that_was_behind_stays_behind() -> None:
    """Adopting is no updating: with the catalogue as it was, and on its way."""
    for catalogue in (dutch(), rebased(report(CHANGED), dutch())):
        adopted = adopt(report(CHANGED), "nl", catalogue, DAY)
        assert DUTCH.body in adopted.text
        assert shown(report(CHANGED), as_written(DUTCH), adopted.catalogue).stale
        assert not shown(report(), as_written(DUTCH), adopted.catalogue).stale


def test_words_that_nobody_has_read_keep_their_notice() -> None:
    """Whose they are has changed, not whether somebody has read them; a review says that."""
    adopted, mine = adopt(report(), "nl", dutch(), DAY), as_written(DUTCH)
    unread = shown(report(), mine, adopted.catalogue)
    assert unread.state is State.MACHINE
    assert unread.provenance is not None and unread.provenance.engine == "pseudo"
    read = shown(report(), mine, reviewed(report(ORIGINAL, mine), adopted.catalogue))
    assert read.state is State.WRITTEN
    assert read.provenance is not None and read.provenance.reviewer == "Julia Jäger"


def test_a_translators_words_need_no_notice() -> None:
    """No machine wrote them."""
    adopted = adopt(report(), "nl", dutch(Provenance(translator="Bureau De Vries")), DAY)
    assert shown(report(), as_written(DUTCH), adopted.catalogue).state is State.WRITTEN


def test_a_reviewer_is_still_named() -> None:
    """These are the words she has seen."""
    seen = reviewed(report(), dutch())
    found = shown(report(), as_written(DUTCH), adopt(report(), "nl", seen, DAY).catalogue)
    assert found.provenance is not None and found.provenance.reviewer == "Julia Jäger"


def test_the_translations_are_kept() -> None:
    """The file is gone again: the machine's edition is there as it was."""
    assert filled(report(), adopt(report(), "nl", dutch(), DAY).catalogue) == filled(report(), dutch())


def test_what_exists_is_not_adopted() -> None:
    """A written edition, a language without any."""
    with pytest.raises(NotAdoptableError, match="somebody wrote"):
        adopt(report(ORIGINAL, DUTCH), "nl", dutch(), DAY)
    with pytest.raises(NotAdoptableError, match="Run translate first"):
        adopt(report(), "nl", None, DAY)


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    """Not even one that the loader does not know."""
    (tmp_path / "reports/2024/kanada").mkdir(parents=True)
    adopted = adopt(report(), "nl", dutch(), DAY)
    file = write_new(tmp_path, adopted)
    assert file.read_bytes().decode() == adopted.text
    file.write_text("mine")
    with pytest.raises(NotAdoptableError, match="nothing is overwritten"):
        write_new(tmp_path, adopted)
    assert file.read_text() == "mine"

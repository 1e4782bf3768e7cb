"""The theme's words are there in every language, and alike in form."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

CATALOGUES = sorted((Path(__file__).parents[2] / "translations" / "ui").glob("*.po"))


def entries(path: Path) -> dict[str, polib.POEntry]:
    """The entries of a catalogue by msgid."""
    return {entry.msgid: entry for entry in polib.pofile(str(path))}


def forms(entry: polib.POEntry) -> list[str]:
    """The translation, in the singular and the plural where there are two."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: p.stem)
def test_all_catalogues_have_the_same_words(path: Path) -> None:
    """What one language can say, all can."""
    assert entries(path).keys() == entries(CATALOGUES[0]).keys()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: p.stem)
def test_no_word_is_missing_or_unsure(path: Path) -> None:
    """Each entry is translated, and none is marked fuzzy."""
    assert [e.msgid for e in entries(path).values() if "" in forms(e) or e.fuzzy] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: p.stem)
def test_a_translation_keeps_the_places_of_values(path: Path) -> None:
    """``{name}`` stands in each form of a translation as in the msgid."""
    for entry in entries(path).values():
        wanted = set(re.findall(r"{\w+}", entry.msgid))
        assert all(set(re.findall(r"{\w+}", form)) == wanted for form in forms(entry)), entry.msgid


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: p.stem)
def test_words_stand_in_the_order_of_the_alphabet(path: Path) -> None:
    """So that two additions rarely meet on one line."""
    msgids = [entry.msgid.casefold() for entry in polib.pofile(str(path))]
    assert msgids == sorted(msgids)

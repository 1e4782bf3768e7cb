"""Word lists beside the gate."""

from __future__ import annotations

import hashlib

from plugins.translation.gate.dictionary import LISTS, dictionary


def test_the_lists_are_as_they_were_published() -> None:
    """Each file has the digest on record, and none is unrecorded."""
    lines = (LISTS / "SHA256SUMS").read_text("utf-8").splitlines()
    known = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    files = {path.name: path.read_bytes() for path in LISTS.iterdir() if path.suffix in (".aff", ".dic", ".txt")}
    assert known == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def test_words_inflections_and_names() -> None:
    """A name needs its capital."""
    english = dictionary("en-GB")
    assert english is not None
    assert english.has_small("Houses")
    assert english.has_name("Thompson")
    assert not english.has("Lindqvist")


def test_compounds() -> None:
    """Two nouns in German, two words in Dutch."""
    german, dutch = dictionary("de"), dictionary("nl")
    assert german is not None
    assert dutch is not None
    assert german.has_parts("Tempelfeste", nouns=True)
    assert dutch.has_parts("Weekendtochten", nouns=False)
    assert not german.has_parts("Lindqvist", nouns=True)


def test_other_languages_have_none() -> None:
    """They are judged by the other rules."""
    assert dictionary("fr") is None

"""The theme's words."""

from __future__ import annotations

import pickle

from markupsafe import Markup

from plugins.pages.labels import Labels, compiled

PO = b"""
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Page {number}"
msgstr "Seite {number}"

msgid "{n} report"
msgid_plural "{n} reports"
msgstr[0] "{n} Bericht"
msgstr[1] "{n} Berichte"
"""


def test_words_are_translated_and_values_escaped() -> None:
    """A value is text, unless it is Markup already."""
    labels = Labels("de", PO)
    assert labels("Page {number}", number="<b>") == "Seite &lt;b&gt;"
    assert labels("Page {number}", number=Markup("<b>2</b>")) == "Seite <b>2</b>"
    assert labels.text("Page {number}", number="<b>") == "Seite <b>"


def test_plurals_follow_the_language() -> None:
    """One and many."""
    labels = Labels("de", PO)
    assert [str(labels.plural("{n} report", "{n} reports", n)) for n in (1, 2)] == ["1 Bericht", "2 Berichte"]


def test_a_missing_word_stands_in_english() -> None:
    """A language without a catalogue is usable."""
    assert Labels("fr", b"")("Contact") == "Contact"


def test_labels_pickle_as_language_and_catalogue() -> None:
    """Workers get them."""
    again = pickle.loads(pickle.dumps(Labels("de", PO)))
    assert again == Labels("de", PO)
    assert again("Page {number}", number=2) == "Seite 2"


def test_a_compiled_catalogue_tells_nothing_of_the_time_it_was_compiled() -> None:
    """Pages depend on its bytes: they must be the same in a minute, and in a clean build."""
    made = compiled(b'msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "Contact"\nmsgstr "Kontakt"\n')
    assert b"POT-Creation-Date: 1970-01-01" in made

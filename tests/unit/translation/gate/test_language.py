"""Titles and captions of a few words, which a model of letters alone takes for Catalan or French."""

from __future__ import annotations

import itertools

import pytest

from plugins.translation.gate import Level, check_lines

TITLES = {
    "en": ("Canada comes to Hanover", "Minister praises port project", "New harbour hall opens", "Clusters meet regions again"),
    "nl": ("Canada komt naar Hannover", "Minister prijst havenproject", "Nieuwe havenhal gaat open", "Clusters ontmoeten opnieuw regio’s"),
    "de": ("Kanada kommt nach Hannover", "Minister lobt Hafenprojekt", "Neue Hafenhalle wird eröffnet", "Cluster treffen wieder Regionen"),
}  # fmt: skip


def _read_as_another(source: str, target: str, source_lang: str, target_lang: str) -> bool:
    found = check_lines([source], [target], source_lang, target_lang)
    return any(f.check in ("language", "untranslated") and f.level is not Level.HINT for f in found)


@pytest.mark.parametrize(("source_lang", "target_lang"), list(itertools.permutations(TITLES, 2)))
def test_titles_are_read_in_their_language(source_lang: str, target_lang: str) -> None:
    """A title in the right language is never asked about; one in the third language is."""
    third = next(lang for lang in TITLES if lang not in (source_lang, target_lang))
    for source, right, wrong in zip(TITLES[source_lang], TITLES[target_lang], TITLES[third], strict=True):
        assert not _read_as_another(source, right, source_lang, target_lang), right
        assert _read_as_another(source, wrong, source_lang, target_lang), wrong

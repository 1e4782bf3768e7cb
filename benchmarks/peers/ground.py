"""Lays out a peer's site: its theme, the words and names all themes share, and the corpus."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks.corpus_words import AUTHORS, CONTACTS, FIELDS, LANGS, SUBJECTS
from benchmarks.layouts import write_corpus

SITES = Path(__file__).parents[1] / "sites"

WORDS = {
    "topics": ("Themen", "Onderwerpen", "Topics"),
    "years": ("Archiv", "Archief", "Archive"),
    "authors": ("Personen", "Personen", "People"),
    "contact": ("Kontakt", "Contact", "Contact"),
    "further": ("Weitere Informationen", "Meer informatie", "Further information"),
    "by": ("Von", "Door", "By"),
    "older": ("Älter", "Ouder", "Older"),
    "newer": ("Neuer", "Nieuwer", "Newer"),
    "page": ("Seite", "Pagina", "Page"),
    "of": ("von", "van", "of"),
}


def tables() -> dict[str, object]:
    """Words, names and contacts, by the name of the JSON file they go into."""
    return {
        "words": {lang: {key: said[n] for key, said in WORDS.items()} for n, lang in enumerate(LANGS)},
        "labels": {lang: _labels(n) for n, lang in enumerate(LANGS)},
        "people": CONTACTS,
    }


def _labels(n: int) -> dict[str, str]:
    """What topics and authors are called in the language of that number."""
    fields = {ident: said[n] for ident, said in FIELDS.items()}
    return fields | {ident: ident for ident in SUBJECTS} | AUTHORS


def lay_out(name: str, site: Path, count: int, data: str, base: str = "") -> None:
    """Makes the site's folder anew; the shared tables go into its folder ``data``.

    ``base`` is another site, whose files stand where this one has none of its own.
    """
    shutil.rmtree(site, ignore_errors=True)
    for one in filter(None, (base, name)):
        shutil.copytree(SITES / one, site, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    folder = site / data
    folder.mkdir(exist_ok=True)
    for table, value in tables().items():
        (folder / f"{table}.json").write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
    write_corpus(site, name, count)

"""Small content folders for the tests of this package."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from plugins.newsroom.load import load
from plugins.newsroom.model import Newsroom

Make = Callable[..., Path]

SITE = """\
name: Newsroom
url: https://newsroom.example
languages: [de, nl, en]
timezone: Europe/Berlin
publisher: {name: Agentur, phone: 030 23125 000, email: presse@newsroom.example}
press_contacts: [julia-jaeger]
legal: {imprint: imprint}
"""

PEOPLE = """\
julia-jaeger:
  name: Julia Jäger
  sort_name: "Jäger, Julia"
  role: {en: Support, de: Betreuung}
  organisation: Wirtschaftsförderung
  phone: 0231 50 24 821
  email: jaeger@newsroom.example
"""

TOPICS = "export: {de: Export, nl: Export, en: Exports}\n"

REPORT = """\
date: 2024-05-02
event: {start: 2024-04-22, venue: Hannover Messe, city: Hannover, country: DE}
source_language: de
kind: report
topics: [export]
authors: [julia-jaeger]
organisers: [{name: IHK, url: https://ihk.example}]
photos:
  - {file: stand.jpg, credit: "Agentur | Jäger", focus: [0.5, 0.25]}
hero: stand.jpg
status: published
"""

EDITION = """\
---
title: Gespräche in Hannover
teaser: Ein Anriss.
photos:
  stand.jpg: {alt: Ein Stand, caption: Der Stand}
---

Ein Text.
"""

BASE = {
    "site.yaml": SITE,
    "people.yaml": PEOPLE,
    "topics.yaml": TOPICS,
    "pages/imprint/page.yaml": "updated: 2024-01-01\n",
    "pages/imprint/de.md": "---\ntitle: Impressum\n---\nText.\n",
    "reports/2024/hannover/report.yaml": REPORT,
    "reports/2024/hannover/de.md": EDITION,
    "reports/2024/hannover/photos/stand.jpg": "a picture",
}


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Writes the files into ``folder/content`` and returns that folder."""
    content = folder / "content"
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return content


def newsroom_of(content: Path, *, lenient: bool = False) -> Newsroom:
    """The newsroom of a folder without errors."""
    loaded = load(content, lenient=lenient)
    assert loaded.newsroom is not None, loaded.problems
    return loaded.newsroom

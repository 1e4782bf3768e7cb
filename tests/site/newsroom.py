"""A small newsroom in a temporary folder, and the builds of it."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from plugins.build.build import build
from plugins.build.config import Config
from plugins.build.console import Console
from plugins.build.summary import Summary
from tests.site.archive import write

ROOT = Path(__file__).resolve().parents[2]

GROUND = """
-- content/site.yaml --
name: Testredaktion
claim: {de: Wir melden, nl: Wij berichten, en: We report}
url: https://newsroom.example
languages: [de, nl, en]
timezone: Europe/Berlin
publisher: {name: Testverlag, email: post@newsroom.example}
press_contacts: [erika]
translation: {engines: [], publish_machine: true, index_machine: false}
-- content/people.yaml --
erika: {name: Erika Muster, sort_name: "Muster, Erika", role: {de: Presse, nl: Pers, en: Press}, phone: 030 23125 100, email: erika@newsroom.example}
hans: {name: Hans Beispiel, sort_name: "Beispiel, Hans", role: {de: Redaktion, nl: Redactie, en: Editor}, email: hans@newsroom.example}
-- content/topics.yaml --
energie: {de: Energie, nl: Energie, en: Energy}
handel: {de: Handel, nl: Handel, en: Trade}
"""

REPORT = """
-- content/reports/2024/{id}/report.yaml --
date: {date}
source_language: de
topics: [{topic}]
authors: [hans]
status: {status}
{more}
-- content/reports/2024/{id}/de.md --
---
title: {title}
teaser: Kurz gesagt zu {id}.
---
Der erste Absatz von {id}.

{body}
"""


def report(
    ident: str,
    *,
    date: str = "2024-05-02",
    topic: str = "energie",
    status: str = "published",
    more: str = "",
    title: str = "",
    body: str = "Ein zweiter Absatz.",
) -> str:
    """The archive of one German report."""
    return REPORT.format(
        id=ident, date=date, topic=topic, status=status, more=more, title=title or f"Bericht {ident}", body=body
    )


def jpeg(width: int = 64, height: int = 48, colour: str = "teal") -> bytes:
    """A plain photograph."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG")
    return out.getvalue()


@dataclass
class Newsroom:
    """Folders of one newsroom."""

    root: Path
    now: dt.datetime = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)

    def write(self, archive: str) -> Newsroom:
        """Adds or replaces files."""
        write(self.root, archive)
        return self

    def put(self, path: str, data: bytes) -> Newsroom:
        """Adds or replaces one file of bytes."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        return self

    def build(self, **changes: object) -> Summary:
        """Builds; ``changes`` are fields of ``Config``."""
        return build(self.config(**changes), Console(quiet=True))

    def config(self, **changes: object) -> Config:
        """The configuration of its builds."""
        settings: dict[str, object] = {
            "content": self.root / "content",
            "translations": self.root / "translations",
            "theme": ROOT / "theme",
            "output": self.root / "output",
            "cache": self.root / "cache",
            "now": self.now,
            "jobs": 1,
            **changes,
        }
        return Config(**settings)  # type: ignore[arg-type]

    def folders(self, output: str = "output") -> tuple[str, str, str, str]:
        """Content, translations, output and cache, as tasks take them."""
        root = self.root
        return str(root / "content"), str(root / "translations"), str(root / output), str(root / "cache")

    def read(self, path: str) -> str:
        """A file of the output."""
        return (self.root / "output" / path).read_text(encoding="utf-8")

    def output(self, folder: str = "output") -> dict[str, bytes]:
        """Every file of the output with its bytes."""
        root = self.root / folder
        return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}

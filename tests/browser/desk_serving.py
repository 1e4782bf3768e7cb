"""A newsroom under git with ``serve`` running over it, an engine on loopback, and a Word file to begin with."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.engines.dialects import LIBRETRANSLATE
from tests.engines.wire import Reply, Seen, serve
from tests.site.newsroom import GROUND, ROOT, Newsroom, jpeg, report
from tests.unit.importing.documents import picture, word

SITE = GROUND.replace("engines: []", "engines: [libretranslate]")
PHOTO = "photos:\n  - file: stand.jpg\n    credit: Hans Beispiel\nhero: stand.jpg"
KNOWN = {
    "nl": {
        "Eine Messe": "Een beurs",
        "Kurz gesagt zu messe.": "Kort gezegd over de beurs.",
        "Ein Stand": "Een stand",
        "Der erste Absatz von messe.": "De eerste alinea over de beurs.",
        "Ein zweiter Absatz.": "Een tweede alinea.",
        "Neuer Hafen am Rhein": "Nieuwe haven aan de Rijn",
        "Der Hafen wurde am Montag eröffnet, und viele Gäste kamen.": "De haven werd maandag geopend, en er kwamen veel gasten.",
        "Zur Feier kamen 300 Gäste aus der ganzen Region.": "Naar het feest kwamen 300 gasten uit de hele regio.",
        "Zur Feier kamen 320 Gäste aus der ganzen Region.": "Naar het feest kwamen 320 gasten uit de hele regio.",
        "Die Arbeiten dauerten lange und gehen im Sommer weiter.": "De werkzaamheden duurden lang en gaan in de zomer verder.",
        "Ein Kran vor dem Fluss": "Een kraan voor de rivier",
        "Gäste auf dem Schiff": "Gasten op het schip",
        "Das neue Tor": "De nieuwe poort",
        "Der Kran am ersten Tag": "De kraan op de eerste dag",
        "Die Gäste fahren los": "De gasten varen uit",
        "Das Tor steht offen": "De poort staat open",
    },
    "en": {
        "Neuer Hafen am Rhein": "New harbour on the Rhine",
        "Der Hafen wurde am Montag eröffnet, und viele Gäste kamen.": "The harbour was opened on Monday, and many guests came.",
        "Zur Feier kamen 300 Gäste aus der ganzen Region.": "To the celebration came 300 guests from the whole region.",
        "Zur Feier kamen 320 Gäste aus der ganzen Region.": "To the celebration came 320 guests from the whole region.",
        "Die Arbeiten dauerten lange und gehen im Sommer weiter.": "The work took a long time and goes on in the summer.",
        "Ein Kran vor dem Fluss": "A crane in front of the river",
        "Gäste auf dem Schiff": "Guests on the ship",
        "Das neue Tor": "The new gate",
        "Der Kran am ersten Tag": "The crane on the first day",
        "Die Gäste fahren los": "The guests are setting off",
        "Das Tor steht offen": "The gate is open",
    },
}
"""What the engine of these tests knows."""


def hafen() -> bytes:
    """A Word file with three pictures, their captions and credits, an author and a contact."""

    def fill(document: Any) -> None:
        document.add_heading("Neuer Hafen am Rhein", 0)
        document.add_paragraph().add_run("Der Hafen wurde am Montag eröffnet, und viele Gäste kamen.").bold = True
        document.add_paragraph("Zur Feier kamen 300 Gäste aus der ganzen Region.")
        for colour, alt, caption in (
            ("teal", "Ein Kran vor dem Fluss", "Der Kran am ersten Tag"),
            ("navy", "Gäste auf dem Schiff", "Die Gäste fahren los"),
            ("olive", "Das neue Tor", "Das Tor steht offen"),
        ):
            picture(document, jpeg(400, 300, colour), alt)
            document.add_paragraph(f"{caption} (Foto: Stadt Hafen)")
        document.add_paragraph("Die Arbeiten dauerten lange und gehen im Sommer weiter.")
        document.add_paragraph("Text: Hans Beispiel")
        document.add_paragraph("Kontakt: Erika Muster, Telefon 030 23125 100, erika@newsroom.example")

    return word(fill)


def _answer(seen: Seen) -> Reply:
    if seen.method != "POST":
        return Reply(404)
    known = KNOWN[seen.json["target"]]
    return LIBRETRANSLATE.reply([known.get(html.unescape(text), text) for text in LIBRETRANSLATE.asked(seen)])


@dataclass
class Serving:
    """A running desk."""

    newsroom: Newsroom
    forge: Path
    site: str
    desk: str

    def published(self, path: str) -> str:
        """A file as the forge has it."""
        return git(self.forge, "show", f"main:{path}")


def git(folder: Path, *words: str) -> str:
    """What git says."""
    who = ["-c", "user.name=Test", "-c", "user.email=test@newsroom.example", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@contextmanager
def desk_serving(place: Path) -> Iterator[Serving]:
    """A newsroom with three reports, and ``serve`` over it until the block ends."""
    root = place / "redaktion"
    shutil.copytree(ROOT / "translations" / "ui", root / "translations" / "ui")
    more = report("messe", title="Eine Messe", more=PHOTO) + report("entwurf", status="draft")
    newsroom = Newsroom(root).write(SITE + more + report("alt", date="2024-01-01", topic="handel"))
    text = root / "content/reports/2024/messe/de.md"
    alt = "photos:\n  stand.jpg:\n    alt: Ein Stand\n---\nDer"
    text.write_text(text.read_text("utf-8").replace("---\nDer", alt), "utf-8")
    newsroom.put("content/reports/2024/messe/photos/stand.jpg", jpeg(400, 300))
    (root / ".gitignore").write_text(".cache/\noutput/\n")
    git(place, "init", "--bare", "-q", "forge.git")
    for words in (("init", "-q"), ("checkout", "-q", "-b", "main"), ("add", "-A"), ("commit", "-qm", "Anfang")):
        git(root, *words)
    git(root, "remote", "add", "origin", str(place / "forge.git"))
    git(root, "push", "-q", "-u", "origin", "main")
    loopback, stop = serve(_answer)
    environment = {
        **os.environ, "DREIKLANG_ENVIRONMENT": "current", "PYTHONUNBUFFERED": "1", "NO_PROXY": "127.0.0.1,localhost",
        "GIT_CONFIG_GLOBAL": str(place / "none"), "GIT_CONFIG_NOSYSTEM": "1", "LIBRETRANSLATE_URL": loopback.url,
    }  # fmt: skip
    command = [sys.executable, str(ROOT / "tasks.py"), "serve", "--port", "0", "--language", "en"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            found: list[str] = []
            for line in process.stdout or ():
                found += re.findall(r"http://127\.0\.0\.1:\S+", line)
                if len(found) == 2:
                    break
            yield Serving(newsroom, place / "forge.git", found[0], found[1])
        finally:
            process.terminate()
            process.wait()
            stop()


class Counted:
    """A person at a page, whose actions are counted: clicks, fields filled in, choices, files dropped."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def click(self, name: str, role: str = "button", *, nth: int = 0) -> None:
        """One click on something with that name."""
        self.actions += 1
        self.page.get_by_role(role, name=name, exact=True).nth(nth).click()  # type: ignore[arg-type]

    def fill(self, label: str, text: str) -> None:
        """One field filled in."""
        self.actions += 1
        self.page.get_by_label(label, exact=True).fill(text)

    def choose(self, label: str, value: str) -> None:
        """One choice."""
        self.actions += 1
        self.page.get_by_label(label, exact=True).select_option(value)

    def drop(self, label: str, name: str, data: bytes) -> None:
        """One file."""
        self.actions += 1
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        self.page.get_by_label(label, exact=True).set_input_files({"name": name, "mimeType": kind, "buffer": data})

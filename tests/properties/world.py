"""A newsroom that is edited, damaged, interrupted and built: what can happen between two builds."""

from __future__ import annotations

import datetime as dt
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from unittest import mock

from plugins.host.config import Config
from plugins.host.console import Console
from plugins.host.pipeline import build
from plugins.host.standing import unchanged
from plugins.memo.output import Output
from plugins.newsroom.bundle import load_bundle
from plugins.newsroom.load import load_shared, make_context
from plugins.newsroom.model import Provenance
from plugins.newsroom.problem import ContentError
from plugins.translation.align import write_catalogue
from tests.site.newsroom import GROUND, ROOT, Newsroom, jpeg, report

IDS = ("eins", "zwei", "drei", "vier")
TEMPLATES = ("report.html", "partials/card.html", "base.html", "redirect.html")
FAR_AHEAD_NS = 10_000_000_000
"""Nanoseconds by which a trusting world's clock is ahead, so that stamps count as settled at once."""


class Killed(Exception):  # noqa: N818 (it is no error)
    """Stands for a process that is gone."""


class World:
    """One newsroom, with everything that may happen to it."""

    def __init__(self, *, trusting: bool) -> None:
        self.folder = Path(tempfile.mkdtemp())
        shutil.copytree(ROOT / "translations" / "ui", self.folder / "translations" / "ui")
        shutil.copytree(ROOT / "theme", self.folder / "theme", ignore=shutil.ignore_patterns("vendor", "presets"))
        # By default the last good state of a broken catalogue is kept, which a clean build cannot know.
        self.newsroom = Newsroom(self.folder).write(GROUND.replace("engines: [],", "engines: [], on_broken: drop,"))
        self.newsroom.write(report("eins", more="aliases: [/de/alt/]") + report("zwei", topic="handel"))
        self.now = self.newsroom.now
        self.trusting = trusting
        self.settings: dict[str, object] = {}
        self.version = 1

    def close(self) -> None:
        """Leaves nothing behind."""
        shutil.rmtree(self.folder)

    def bundle(self, ident: str) -> Path:
        """The folder of one report."""
        return self.folder / "content/reports/2024" / ident

    # What editors do.

    def write_report(self, ident: str, title: str, body: str, topic: str) -> None:
        """Adds a report, or rewrites it."""
        self.newsroom.write(report(ident, body=body, title=f"'{title}'", topic=topic))

    def edit_body(self, ident: str, body: str) -> None:
        """Changes the text alone; links to another report."""
        path = self.bundle(ident) / "de.md"
        if path.exists():
            path.write_text(path.read_text("utf-8") + f"\n{body} [dort](report:eins)\n", "utf-8")

    def delete_report(self, ident: str) -> None:
        """Takes a report away; links to it then are errors of the content, which end a build."""
        shutil.rmtree(self.bundle(ident), ignore_errors=True)

    def rename_report(self, ident: str, other: str) -> None:
        """Gives a report another id."""
        if self.bundle(ident).exists() and not self.bundle(other).exists():
            self.bundle(ident).rename(self.bundle(other))

    def write_edition(self, ident: str, lang: str, title: str) -> None:
        """Adds an edition, or takes it away when it is there."""
        path = self.bundle(ident) / f"{lang}.md"
        if path.exists():
            path.unlink()
        elif path.parent.exists():
            path.write_text(f"---\ntitle: '{title}'\nteaser: T.\nslug: {ident}-{lang}\n---\nText.\n", "utf-8")

    def link_edition(self, ident: str) -> None:
        """Makes the English edition a link to the German one, or takes the link away."""
        path = self.bundle(ident) / "en.md"
        if path.is_symlink():
            path.unlink()
        elif path.parent.exists() and not path.exists():
            path.symlink_to("de.md")

    def translate(self, ident: str, lang: str, word: str) -> None:
        """Writes the catalogue that fills one edition."""
        content = self.folder / "content"
        if not self.bundle(ident).exists():
            return
        found = load_bundle(self.bundle(ident), make_context(content, *load_shared(content))).report
        if found is None:
            return
        origin = found.original
        other = replace(origin, lang=lang, title=f"{lang} {word}", slug=f"{ident}-{lang}")
        made = write_catalogue(found, other, Provenance(engine="pseudo", date=dt.date(2026, 2, 1)))
        self.newsroom.put(f"translations/reports/{ident}/{lang}.po", made)

    def break_catalogue(self, ident: str, lang: str, how: str) -> None:
        """Spoils a catalogue, takes its fuzzy marks away, or deletes it."""
        path = self.folder / f"translations/reports/{ident}/{lang}.po"
        if not path.exists():
            return
        text = path.read_text("utf-8")
        if how == "delete":
            path.unlink()
        elif how == "cut":
            path.write_text(text[: len(text) // 2] + '"', "utf-8")
        elif how == "tag":
            path.write_text(text.replace('msgstr "', 'msgstr "<g id=\\"9\\">', 3), "utf-8")
        else:
            path.write_text(text.replace("#, fuzzy\n", ""), "utf-8")

    def change_facts(self, ident: str, key: str, value: str) -> None:
        """Sets one line of a report.yaml."""
        self._replace(f"content/reports/2024/{ident}/report.yaml", f"{key}:", f"{key}: {value}")

    def add_photo(self, ident: str, colour: str, until: str) -> None:
        """Adds or changes a picture that runs out."""
        if not self.bundle(ident).exists():
            return
        self.newsroom.put(f"content/reports/2024/{ident}/photos/a.jpg", jpeg(48, 32, colour))
        self.change_facts(ident, "photos", f"[{{file: a.jpg, credit: Foto, usable_until: {until}}}]")
        path = self.bundle(ident) / "de.md"
        text = path.read_text("utf-8")
        if "photos:" not in text:
            path.write_text(text.replace("teaser:", "photos: {a.jpg: {alt: Bild}}\nteaser:", 1), "utf-8")

    def change_person(self, word: str) -> None:
        """Another name."""
        self._replace(
            "content/people.yaml", "hans:", f'hans: {{name: "Hans {word}", sort_name: Hans, role: {{de: R}}}}'
        )

    def add_person(self, word: str) -> None:
        """Somebody new, whom nothing names yet."""
        self._replace(
            "content/people.yaml", "neu:", f'neu: {{name: "Neu {word}", sort_name: Neu, email: neu@x.example}}'
        )

    def change_topic(self, word: str) -> None:
        """Another label."""
        self._replace("content/topics.yaml", "handel:", f'handel: {{de: "{word}", nl: Handel, en: Trade}}')

    def remove_topic(self) -> None:
        """Reports filed under it are in error from now on."""
        self._replace("content/topics.yaml", "handel:", "neues: {de: Neues}")

    def change_site(self, word: str, size: int) -> None:
        """Another claim, other page sizes."""
        self._replace("content/site.yaml", "claim:", f'claim: {{de: "{word}"}}')
        self._replace("content/site.yaml", "per_page:", f"per_page: {size}")

    def change_template(self, word: str, name: str) -> None:
        """A remark in a template that is seen in the page."""
        path = self.folder / "theme/templates" / name
        remark = "<!-- " + word.replace("<", "") + " --></a>"
        path.write_text(path.read_text("utf-8").replace("</a>", remark, 1), "utf-8")

    def change_static(self, word: str, name: str) -> None:
        """A static file of the theme is added, changed or taken away."""
        path = self.folder / "theme/static" / name
        if path.exists() and not word:
            path.unlink()
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"/* {word} */\n", "utf-8")

    def change_label(self, word: str) -> None:
        """Another word of the theme."""
        path = self.folder / "translations/ui/de.po"
        path.write_text(path.read_text("utf-8").replace('msgstr "Archiv"', f'msgstr "Archiv {word}"', 1), "utf-8")

    def _replace(self, path: str, start: str, line: str) -> None:
        """Replaces the line that starts so, or adds it."""
        target = self.folder / path
        if not target.exists():
            return
        lines = [old for old in target.read_text("utf-8").splitlines() if not old.startswith(start)]
        target.write_text("\n".join([*lines, line]) + "\n", "utf-8")

    # What happens to the machine.

    def damage_output(self, seed: int, how: str) -> None:
        """Somebody meddles with a file of the output."""
        output = self.folder / "output"
        files = sorted(p for p in output.rglob("*") if p.is_file() and p.parent.name != "assets")
        if not files:
            return
        path = random.Random(seed).choice(files)
        data = path.read_bytes()
        if how == "touch":
            path.touch()
            return
        path.unlink()
        if how == "folder":
            path.mkdir()
        elif how == "link":
            path.symlink_to(self.folder / "content/site.yaml")
        elif how == "edit":
            path.write_bytes(data + b"meddled")
        elif how == "same size":
            path.write_bytes(b"x" * len(data))

    def lose_output(self) -> None:
        """The whole output is gone."""
        shutil.rmtree(self.folder / "output", ignore_errors=True)

    def lose_cache(self, how: str) -> None:
        """What is remembered is gone, spoilt, or of another version of the program."""
        for path in sorted(p for p in (self.folder / "cache").rglob("*") if p.is_file()):
            is_store = path.name.startswith("dreiklang.sqlite")
            if how == "remove" or how == ("store alone" if is_store else "all but the store"):
                path.unlink()
            elif how in ("garble", "cut") and path.suffix != ".lock":
                data = path.read_bytes()
                path.write_bytes(b"nonsense" * 99 if how == "garble" else data[: len(data) // 2])
            elif how == "version" and path.suffix == ".sqlite":
                _set_version(path, 99)

    def kill_build(self, after: int) -> None:
        """A build ends in the middle, without cleaning up behind itself."""
        left = after
        plain = Output.record

        def record(output: Output, *args: object, **kwargs: object) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise Killed
            plain(output, *args, **kwargs)  # type: ignore[arg-type]

        try:
            with mock.patch.object(Output, "record", record):
                self.build()
        except Killed:
            return

    # Builds.

    def build(self, **changes: object) -> bool:
        """Builds as the world now is; false where the content has an error."""
        try:
            with self.surroundings():
                build(self.config(**changes), Console(quiet=True))
        except ContentError:
            return False
        return True

    def config(self, **changes: object) -> Config:
        """The configuration of its builds."""
        return self.newsroom.config(theme=self.folder / "theme", now=self.now, **{**self.settings, **changes})

    def has_nothing_to_do(self) -> bool:
        """Whether another build would not even start."""
        with self.surroundings():
            return unchanged(self.config()) is not None

    @contextmanager
    def surroundings(self) -> Iterator[None]:
        """A version of a library, on which texts and feeds depend, and the clock of the file system."""
        version = self.version
        library = self.folder / "site-packages"
        wanted = library / f"markdown-{version}.dist-info"
        if not wanted.exists():
            shutil.rmtree(library, ignore_errors=True)
            wanted.mkdir(parents=True)
            (wanted / "METADATA").write_text(f"Metadata-Version: 2.1\nName: markdown\nVersion: {version}\n")
        with ExitStack() as stack:
            stack.enter_context(mock.patch.object(sys, "path", [str(library), *sys.path]))
            stack.enter_context(mock.patch("plugins.pages.feeds.NEWEST", version))
            stack.enter_context(
                mock.patch("plugins.host.prepare.spaced_html", lambda html, _: f"{html}<p>{version}</p>")
            )
            if self.trusting:
                stack.enter_context(mock.patch("plugins.memo.stamp.RACY_NS", -FAR_AHEAD_NS))
            yield

    def check(self) -> None:
        """The claim itself: the output equals that of a clean build of the same world."""
        assert self.build(output=self.folder / "clean", cache=self.folder / "clean-cache", fresh=False)
        expected, found = self.newsroom.output("clean"), self.newsroom.output()
        shutil.rmtree(self.folder / "clean")
        shutil.rmtree(self.folder / "clean-cache")
        wrong = sorted(p for p in {**found, **expected} if found.get(p) != expected.get(p))
        if wrong:
            raise AssertionError(f"not as in a clean build: {wrong}")


def _set_version(path: Path, version: int) -> None:
    import sqlite3

    connection = sqlite3.connect(path)
    try:
        connection.execute(f"PRAGMA user_version = {version}")
    except sqlite3.DatabaseError:
        return
    finally:
        connection.close()

"""The oracle: after any history of edits, the incremental output equals a clean build, byte for byte."""

from __future__ import annotations

import datetime as dt
import random
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from plugins.memo.output import Output
from plugins.newsroom.problem import ContentError
from tests.site.newsroom import GROUND, ROOT, Newsroom, jpeg, report

IDS = ("eins", "zwei", "drei", "vier")
WORDS = ("Alpha", "Beta", "Gamma & Delta", "<b>Epsilon</b>")
ids = st.sampled_from(IDS)
words = st.sampled_from(WORDS)


class Killed(Exception):  # noqa: N818 (it is no error)
    """Stands for a process that is gone."""


class Incremental(RuleBasedStateMachine):
    """A newsroom that is edited, damaged, interrupted and rebuilt."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copytree(ROOT / "translations" / "ui", self.folder / "translations" / "ui")
        shutil.copytree(ROOT / "theme", self.folder / "theme", ignore=shutil.ignore_patterns("vendor", "presets"))
        self.newsroom = Newsroom(self.folder).write(GROUND)
        self.newsroom.write(report("eins") + report("zwei", topic="handel"))
        self.now = self.newsroom.now
        self.clean = 0

    def teardown(self) -> None:
        """Leaves nothing behind."""
        shutil.rmtree(self.folder)

    # What editors do.

    @rule(ident=ids, body=words, title=words, topic=st.sampled_from(["energie", "handel"]))
    def write_report(self, ident: str, body: str, title: str, topic: str) -> None:
        """Adds a report, or rewrites it."""
        self.newsroom.write(report(ident, body=body, title=f"'{title}'", topic=topic))

    @rule(ident=ids, body=words)
    def edit_body(self, ident: str, body: str) -> None:
        """Changes the text alone; links to another report."""
        path = self.folder / f"content/reports/2024/{ident}/de.md"
        if path.exists():
            path.write_text(path.read_text("utf-8") + f"\n{body} [dort](report:eins)\n", "utf-8")

    @rule(ident=st.sampled_from(IDS[1:]))
    def delete_report(self, ident: str) -> None:
        """Takes a report away; links to it then are errors of the content, which end a build."""
        shutil.rmtree(self.folder / f"content/reports/2024/{ident}", ignore_errors=True)

    @rule(ident=ids, lang=st.sampled_from(["nl", "en"]), title=words)
    def write_edition(self, ident: str, lang: str, title: str) -> None:
        """Adds an edition, or takes it away when it is there."""
        path = self.folder / f"content/reports/2024/{ident}/{lang}.md"
        if path.exists():
            path.unlink()
        elif path.parent.exists():
            path.write_text(f"---\ntitle: '{title}'\nteaser: T.\nslug: {ident}-{lang}\n---\nText.\n", "utf-8")

    @rule(ident=ids, status=st.sampled_from(["draft", "published", "withdrawn"]))
    def change_status(self, ident: str, status: str) -> None:
        """Publishes, withdraws, takes back."""
        self._replace(f"content/reports/2024/{ident}/report.yaml", "status: ", f"status: {status}")

    @rule(ident=ids, hour=st.integers(0, 23))
    def set_embargo(self, ident: str, hour: int) -> None:
        """Puts a report under embargo for some hours."""
        path = self.folder / f"content/reports/2024/{ident}/report.yaml"
        if path.exists():
            kept = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("embargo:")]
            path.write_text("\n".join([*kept, f"embargo: 2026-03-01T{hour:02}:00+01:00"]) + "\n", "utf-8")

    @rule(ident=ids, colour=st.sampled_from(["red", "navy"]), until=st.sampled_from(["2026-02-01", "2026-03-02"]))
    def add_photo(self, ident: str, colour: str, until: str) -> None:
        """Adds or changes a picture that runs out."""
        folder = self.folder / f"content/reports/2024/{ident}"
        if not folder.exists():
            return
        self.newsroom.put(f"content/reports/2024/{ident}/photos/a.jpg", jpeg(48, 32, colour))
        facts = [line for line in (folder / "report.yaml").read_text("utf-8").splitlines() if "photos:" not in line]
        facts.append(f"photos: [{{file: a.jpg, credit: Foto, usable_until: {until}}}]")
        (folder / "report.yaml").write_text("\n".join(facts) + "\n", "utf-8")
        text = (folder / "de.md").read_text("utf-8")
        if "photos:" not in text:
            (folder / "de.md").write_text(text.replace("teaser:", "photos: {a.jpg: {alt: Bild}}\nteaser:", 1), "utf-8")

    @rule(word=words)
    def change_person(self, word: str) -> None:
        """Another telephone, another name."""
        self._replace("content/people.yaml", "hans:", f'hans: {{name: "Hans {word}", sort_name: Hans, role: {{de: R}}}}')

    @rule(word=words)
    def change_topic(self, word: str) -> None:
        """Another label."""
        self._replace("content/topics.yaml", "handel:", f'handel: {{de: "{word}", nl: Handel, en: Trade}}')

    @rule(word=words, size=st.integers(1, 3))
    def change_site(self, word: str, size: int) -> None:
        """Another claim, other page sizes."""
        self._replace("content/site.yaml", "claim:", f'claim: {{de: "{word}"}}')
        self._replace("content/site.yaml", "per_page:", f"per_page: {size}")

    @rule(word=words, name=st.sampled_from(["report.html", "partials/card.html", "base.html", "redirect.html"]))
    def change_template(self, word: str, name: str) -> None:
        """A remark in a template that is seen in the page."""
        path = self.folder / "theme/templates" / name
        path.write_text(path.read_text("utf-8").replace("</a>", "<!-- " + word.replace("<", "") + " --></a>", 1), "utf-8")

    @rule(word=words)
    def change_label(self, word: str) -> None:
        """Another word of the theme."""
        path = self.folder / "translations/ui/de.po"
        path.write_text(path.read_text("utf-8").replace('msgstr "Archiv"', f'msgstr "Archiv {word}"', 1), "utf-8")

    @rule(hours=st.sampled_from([1, 5, 25]))
    def wait(self, hours: int) -> None:
        """Time goes on."""
        self.now += dt.timedelta(hours=hours)

    # What happens to the output and to builds.

    @precondition(lambda self: (self.folder / "output").exists())
    @rule(seed=st.integers(0, 999), how=st.sampled_from(["edit", "delete", "folder", "same size", "touch"]))
    def damage_output(self, seed: int, how: str) -> None:
        """Somebody meddles with a file of the output."""
        files = sorted(p for p in (self.folder / "output").rglob("*.html") if p.is_file())
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
        elif how == "edit":
            path.write_bytes(data + b"meddled")
        elif how == "same size":
            path.write_bytes(b"x" * len(data))

    @rule(after=st.integers(0, 30))
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

        Output.record = record  # type: ignore[method-assign,assignment]
        try:
            self._build()
        except Killed:
            pass
        finally:
            Output.record = plain  # type: ignore[method-assign]

    @rule(how=st.sampled_from(["remove", "garble", "cut"]))
    def lose_store(self, how: str) -> None:
        """The store is gone or damaged."""
        for path in (self.folder / "cache").glob("dreiklang.sqlite*"):
            if how == "remove":
                path.unlink()
            elif path.suffix == ".sqlite":
                data = path.read_bytes()
                path.write_bytes(b"nonsense" * 99 if how == "garble" else data[: len(data) // 2])

    @invariant()
    def equals_a_clean_build(self) -> None:
        """The claim itself. Content with an error leaves the output as it was."""
        before = self.newsroom.output()
        if not self._build():
            assert self.newsroom.output() == before
            return
        self.clean += 1
        name = f"clean-{self.clean}"
        self._build(output=self.folder / name, cache=self.folder / f"{name}-cache")
        expected, found = self.newsroom.output(name), self.newsroom.output()
        shutil.rmtree(self.folder / name)
        shutil.rmtree(self.folder / f"{name}-cache")
        assert sorted(found) == sorted(expected)
        assert [path for path in found if found[path] != expected[path]] == []

    def _build(self, **changes: object) -> bool:
        try:
            self.newsroom.build(theme=self.folder / "theme", now=self.now, **changes)
        except ContentError:
            return False
        return True

    def _replace(self, path: str, start: str, line: str) -> None:
        """Replaces the line that starts so, or adds it."""
        target = self.folder / path
        if not target.exists():
            return
        lines = [old for old in target.read_text("utf-8").splitlines() if not old.startswith(start)]
        target.write_text("\n".join([*lines, line]) + "\n", "utf-8")


class TestIncremental(Incremental.TestCase):
    """An ordinary run."""

    settings = settings(max_examples=6, stateful_step_count=8, deadline=None)


@pytest.mark.nightly
class TestIncrementalNightly(Incremental.TestCase):
    """A run of nightly size."""

    settings = settings(max_examples=300, stateful_step_count=30, deadline=None)

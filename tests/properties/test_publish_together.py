"""In no order of edits, translations, reviews and killed runs is a report that goes out together partly public."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from plugins.build.visibility import is_visible
from plugins.cache.output import Output
from plugins.cli.adopt import adopt
from plugins.cli.catalogues import catalogue_file
from plugins.cli.publish import publish
from plugins.cli.review import ReviewWish, review
from plugins.cli.workspace import open_workspace
from plugins.newsroom.model import State
from plugins.translation.fill import fill
from plugins.translation.run import filing
from tests.site.desk import folders, run
from tests.site.newsroom import GROUND, ROOT, Newsroom, report

LANGUAGES = ("de", "nl", "en")
OTHERS = st.sampled_from(["nl", "en"])
WORDS = st.sampled_from(["Eins.", "Zwei mit 40 Gästen.", "Drei."])
ANS = ReviewWish("Ans Jansen", "Persdienst", yes=True)


class KilledError(BaseException):
    """The program ends here."""


class Together(RuleBasedStateMachine):
    """A report of a small newsroom, in files, and what people and machines do to it."""

    @initialize(rule=st.sampled_from(["together", "together", "{nl: reviewed}"]))
    def begin(self, rule: str) -> None:
        """A report in German."""
        self.folder = Path(tempfile.mkdtemp())
        shutil.copytree(ROOT / "translations" / "ui", self.folder / "translations" / "ui")
        self.newsroom = Newsroom(self.folder).write(GROUND).write(report("eins"))
        self.content, self.translations, _ = folders(self.newsroom)
        self.publish_rule = rule
        self.facts(f"publish: {rule}")

    def teardown(self) -> None:
        """Everything is forgotten."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def facts(self, line: str) -> None:
        """Sets one line of the report's facts."""
        path = self.folder_of_report / "report.yaml"
        key = line.partition(":")[0]
        lines = [old for old in path.read_text("utf-8").splitlines() if not old.startswith(f"{key}:")]
        path.write_text("\n".join([*lines, line]) + "\n", "utf-8")

    @property
    def folder_of_report(self) -> Path:
        """The folder of the report."""
        return self.folder / "content/reports/2024/eins"

    def catalogue(self, lang: str) -> Path:
        """The catalogue of one language."""
        return self.folder / f"translations/reports/eins/{lang}.po"

    @rule(words=WORDS)
    def edit(self, words: str) -> None:
        """The original changes."""
        self.newsroom.write(report("eins", body=words))
        self.facts(f"publish: {self.publish_rule}")

    @rule(lang=st.sampled_from(["", "nl", "en"]))
    def translate(self, lang: str) -> None:
        """A machine fills one language, or all."""
        run(self.newsroom, lang=lang)

    @rule(after=st.integers(0, 2))
    def translate_killed(self, after: int) -> None:
        """The run ends in the middle."""
        left, plain = after, filing.Filing.write

        def write(of: filing.Filing, *given: object, **more: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise KilledError
            return plain(of, *given, **more)  # type: ignore[arg-type]

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(filing.Filing, "write", write)
            try:
                run(self.newsroom)
            except KilledError:
                return

    @rule(lang=OTHERS)
    def review(self, lang: str) -> None:
        """Somebody reads a language, if there is anything to read."""
        review(self.content, self.translations, "eins", lang, ANS)

    @rule(lang=OTHERS)
    def adopt(self, lang: str) -> None:
        """Somebody makes it her own."""
        adopt(self.content, self.translations, "eins", lang)

    @rule(lang=OTHERS, words=WORDS)
    def write(self, lang: str, words: str) -> None:
        """Somebody writes a language herself."""
        text = f"---\ntitle: Bericht eins {lang}\nteaser: T.\n---\n{words}\n"
        (self.folder_of_report / f"{lang}.md").write_text(text, "utf-8")

    @rule(lang=OTHERS, file=st.booleans())
    def delete(self, lang: str, file: bool) -> None:
        """Her file, or the catalogue, is gone."""
        (self.folder_of_report / f"{lang}.md" if file else self.catalogue(lang)).unlink(missing_ok=True)

    @rule(lang=OTHERS, how=st.sampled_from(["<<<<<<< HEAD\n", "fuzzy", "cut"]))
    def damage(self, lang: str, how: str) -> None:
        """A merge stops in the middle of a catalogue; a text needs work; the file is cut short."""
        path = self.catalogue(lang)
        if not path.exists():
            return
        text = path.read_text("utf-8")
        changed = {"fuzzy": text.replace('msgstr "', 'msgstr "x ', 3), "cut": text[: len(text) // 2]}
        path.write_text(changed.get(how, how + text), "utf-8")

    @rule(status=st.sampled_from(["draft", "published", "published"]))
    def change_status(self, status: str) -> None:
        """It becomes a draft again, or goes out."""
        self.facts(f"status: {status}")

    def seen(self) -> set[str]:
        """The languages in which readers would see it now."""
        space = open_workspace(self.content, self.translations)
        now = space.report("eins")
        readings = [catalogue_file(space, now, lang).reading for lang in LANGUAGES]
        policy = space.newsroom.site.translation
        filled = fill(now, [r.catalogue for r in readings if r and r.catalogue], LANGUAGES, policy)
        self.unread = {e.lang for e in filled.editions if e.state in (State.MACHINE, State.STALE, State.MISSING)}
        return {edition.lang for edition in filled.released} if is_visible(filled, space.now) else set()

    @invariant()
    def it_is_public_as_a_whole_or_not_at_all(self) -> None:
        """Or, where a language waits for its review, without that language alone."""
        languages = self.seen()
        if self.publish_rule == "together":
            assert languages in (set(), set(LANGUAGES))
        else:
            assert "nl" not in languages or "nl" not in self.unread


class Published(Together):
    """The same, told by the public folder: each step is published, or the publication is killed."""

    @rule(after=st.integers(0, 40))
    def publish_killed(self, after: int) -> None:
        """A publication ends in the middle."""
        left, plain = after, Output.record

        def record(output: Output, *given: object, **more: object) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise KilledError
            plain(output, *given, **more)  # type: ignore[arg-type]

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Output, "record", record)
            try:
                self.publish()
            except KilledError:
                return

    @rule()
    def publish(self) -> None:
        """What stands in the files goes out, if nothing is wrong with it."""
        publish(self.content, self.translations, str(self.folder / "public"), str(self.folder / "cache"), 1)

    def seen(self) -> set[str]:
        """The languages whose pages, lists or feeds name the report in the public folder."""
        super().seen()
        public = self.newsroom.output("public")
        pages = {lang for lang in LANGUAGES if f"{lang}/2024/eins/index.html" in public}
        named = any(b"Bericht eins" in data for data in public.values())
        assert named == bool(pages)
        self.unread = {lang for lang in pages if b"notice-machine" in public[f"{lang}/2024/eins/index.html"]}
        return pages


class TestTogether(Together.TestCase):  # type: ignore[misc, valid-type]
    """Some dozens of stories."""

    settings = settings(max_examples=6, stateful_step_count=10, deadline=None, suppress_health_check=list(HealthCheck))


class TestPublished(Published.TestCase):  # type: ignore[misc, valid-type]
    """A story or two, published for good."""

    settings = settings(max_examples=1, stateful_step_count=6, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.nightly
class TestManyTogether(Together.TestCase):  # type: ignore[misc, valid-type]
    """A run of nightly size."""

    settings = settings(
        max_examples=1000, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
    )


@pytest.mark.nightly
class TestManyPublished(Published.TestCase):  # type: ignore[misc, valid-type]
    """A run of nightly size."""

    settings = settings(max_examples=60, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))

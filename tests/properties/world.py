"""A newsroom with everything that happens to it between two builds, and the claim that it is built right."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest import mock

from plugins.build import assets
from plugins.build.build import build
from plugins.build.config import Config
from plugins.build.console import Console
from plugins.build.state import difference
from plugins.cache.output import Output
from plugins.newsroom.problem import ContentError
from tests.properties.accidents import Accidents
from tests.properties.bare_theme import write_theme
from tests.properties.editors import Editors
from tests.site.newsroom import GROUND, ROOT, Newsroom, report

FAR_AHEAD_NS = 10_000_000_000
"""Nanoseconds by which a trusting world's clock is ahead, so that stamps count as settled at once."""


class Killed(Exception):  # noqa: N818 (it is no error)
    """Stands for a process that is gone."""


class World(Editors, Accidents):
    """One newsroom, with everything that may happen to it."""

    def __init__(self, *, trusting: bool, bare: bool = False, spread: bool = False) -> None:
        """``trusting``: stamps of files are believed at once; ``bare``: a theme that shows everything there is;
        ``spread``: every piece of work is done by worker processes, to which libraries and code stay the same.
        """
        self.folder = Path(tempfile.mkdtemp())
        shutil.copytree(ROOT / "translations" / "ui", self.folder / "translations" / "ui")
        if bare:
            write_theme(self.folder / "theme")
        else:
            shutil.copytree(ROOT / "theme", self.folder / "theme", ignore=shutil.ignore_patterns("vendor", "presets"))
        # By default the last good state of a broken catalogue is kept, which a clean build cannot know.
        self.newsroom = Newsroom(self.folder).write(GROUND.replace("engines: [],", "engines: [], on_broken: drop,"))
        self.newsroom.write(report("eins", more="aliases: [/de/alt/]") + report("zwei", topic="handel"))
        self.now = self.newsroom.now
        self.trusting = trusting
        self.spread = spread
        self.settings: dict[str, object] = {}
        self.version = self.code = 1
        self.foreign: dict[str, bytes] = {}

    def close(self) -> None:
        """Leaves nothing behind."""
        shutil.rmtree(self.folder)

    # Builds.

    def build(self, **changes: object) -> bool:
        """Builds as the world now is; false where the content has an error."""
        try:
            with self.surroundings():
                build(self.config(**changes), Console(quiet=True))
        except ContentError:
            return False
        return True

    def is_error(self) -> bool:
        """Whether a build refuses the content."""
        try:
            return not self.build()
        except LookupError:  # it went on with a report that names somebody who is not there
            return False

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

    def config(self, **changes: object) -> Config:
        """The configuration of its builds."""
        settings = {"jobs": 2 if self.spread else 1, **self.settings, **changes}
        return self.newsroom.config(theme=self.folder / "theme", now=self.now, **settings)

    def has_nothing_to_do(self) -> bool:
        """Whether another build would not even start."""
        with self.surroundings():
            return difference(self.config(), {}) is not None

    @contextmanager
    def surroundings(self) -> Iterator[None]:
        """A version of a library and of our code, on which texts and feeds depend; the clock of the file system."""
        library, code = self.folder / "site-packages", self.folder / "code"
        wanted = library / f"markdown-{self.version}.dist-info"
        if not wanted.exists():
            shutil.rmtree(library, ignore_errors=True)
            wanted.mkdir(parents=True)
            (wanted / "METADATA").write_text(f"Metadata-Version: 2.1\nName: markdown\nVersion: {self.version}\n")
        if not code.exists():
            self.edit_code(self.code)
        with ExitStack() as stack:
            use: Callable[[str, object], object] = lambda target, value: stack.enter_context(mock.patch(target, value))
            stack.enter_context(mock.patch.object(sys, "path", [str(library), str(code), *sys.path]))
            use("plugins.build.assets.PACKAGES", (*assets.PACKAGES, "dreiklang_world"))
            use("plugins.build.state.CODE", code)
            if self.trusting:
                use("plugins.cache.stamp.RACY_NS", -FAR_AHEAD_NS)
            if self.spread:
                use("plugins.build.bundles.FEW", 0)
                use("plugins.build.render.FEW", 0)
                use("plugins.build.incremental.FEW", 0)
            else:
                use("plugins.pages.outputs.sitemap.clean", lambda text: f"{text}{self.version}")
                mark = f"<p>{self.version} {self.code}</p>"
                use("plugins.build.text.spaced_html", lambda html, _: html + mark)
            yield

    def check(self, folder: str = "output", **changes: object) -> None:
        """The claim itself: an output equals that of a clean build of the same world; foreign files still stand."""
        clean = {**changes, "output": self.folder / "clean", "cache": self.folder / "clean-cache", "fresh": False}
        assert self.build(**clean)
        expected, found = self.newsroom.output("clean"), self.newsroom.output(folder)
        shutil.rmtree(self.folder / "clean")
        shutil.rmtree(self.folder / "clean-cache")
        if folder == "output":
            expected |= self.foreign
        wrong = sorted(p for p in {**found, **expected} if found.get(p) != expected.get(p))
        if wrong:
            raise AssertionError(f"not as in a clean build: {wrong}")

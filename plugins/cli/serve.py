"""``serve``: build, show, and build again on every change."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
import webbrowser
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from watchfiles import watch

from plugins.build.build import build
from plugins.build.config import Config, read_clock
from plugins.build.console import Console
from plugins.build.own_theme import theme_of
from plugins.build.problem_paths import near
from plugins.build.summary import Summary
from plugins.cache.errors import MemoError
from plugins.cache.faults import faults_at
from plugins.cli.arguments import is_content
from plugins.cli.check import ROOT, configure
from plugins.desk.preview import State
from plugins.newsroom.output import format_text, summary, wants_colour
from plugins.newsroom.problem import ContentError, Problem
from plugins.newsroom.sentences import language_of_tasks, sentences
from plugins.newsroom.site import load_site
from plugins.pages.urls import Urls

THEME = ROOT / "theme"


class Builds:
    """One build after another: for whatever was seen to change, and at once for what the desk has written."""

    def __init__(self, config: Config, state: State, console: Console, language: str = "") -> None:
        self._config, self._state, self._console, self._language = config, state, console, language
        self._lock = threading.Lock()

    def at_once(self, edited: Sequence[Path]) -> None:
        """Builds beside the answer to a save; of all files only those that were edited are looked at."""
        threading.Thread(target=self.build, args=(edited,), daemon=True).start()

    def build(self, edited: Sequence[Path] = ()) -> None:
        """One build: what ``check`` shows goes into the pages, of which the last good ones stay."""
        with self._lock:
            began = time.time()
            try:
                theme = theme_of(THEME, self._config.content, self._config.cache)
                now = replace(self._config, now=read_clock(), theme=theme, awaited=self._state.open_pages)
                done = build(now, self._console, edited)
            except ContentError as error:
                stopping = near(error.problems)
                print(format_text(stopping, colour=wants_colour(sys.stderr), lang=self._language), file=sys.stderr)
                self._state.built((*stopping, *near(error.others)), began=began)
            except MemoError as error:
                print(error.sentence, file=sys.stderr)
                stop = Problem(error.place, 0, 0, "build-stopped", error.sentence, "a finished build", "See above.")
                self._state.built((stop,), began=began)
            else:
                self._tell(done, began)

    def _tell(self, done: Summary, began: float) -> None:
        self._console.say(done.line)
        if done.problems:
            said = sentences(self._language or language_of_tasks())
            self._console.say(f"{summary(done.problems, said.lang)} {said.say('Each page shows them at its top.')}")
        is_same = not (done.rendered or done.removed)
        self._state.built(near(done.problems), done.unseen, is_same=is_same, began=began)


def serve(
    content: str, translations: str, cache: str, port: int, language: str = "", stop: threading.Event | None = None
) -> int:
    """Serves until interrupted; 1 where the port is taken, 2 for a language that the desk does not speak.

    Drafts and embargoed reports are shown too, so the pages are made apart from every output folder.
    """
    from plugins.desk.app import open_desk  # brings Starlette and uvicorn along: other tasks go without
    from plugins.desk.server import ServerThread, bound
    from plugins.desk.wording import LANGUAGES

    if not is_content(content):
        return 2
    if language and language not in LANGUAGES:
        print(f"The desk does not speak “{language}”: use one of {', '.join(LANGUAGES)}.", file=sys.stderr)
        return 2
    try:
        config = configure(content, translations, cache, lenient=True)
        config = replace(config, output=config.cache / "preview", drafts=True)
        with faults_at(config.output):
            config.output.mkdir(parents=True, exist_ok=True)
    except MemoError as error:
        print(error.sentence, file=sys.stderr)
        return 1
    site = load_site(config.content).stand_in
    state = State(Urls.of(site.url, absolute=False).prefix)
    console = Console(made=state.made)
    builds = Builds(config, state, console, language)
    builds.build()
    state.edited = builds.at_once
    try:
        listening = bound(port)
    except OSError as error:
        print(f"Port {port} cannot be used ({error.strerror}): try `--port {port + 1}`.", file=sys.stderr)
        return 1
    opened = open_desk(config, state, listening.getsockname()[1], language)
    console.say(f"{opened.site} shows the newsroom. Ctrl+C ends it.")
    console.say(f"{opened.desk} is the desk, for you alone.")
    if sys.stdout.isatty():
        open_window(opened.desk)
    folders = [f for f in (config.content, config.translations, THEME) if f.exists()]
    threading.Thread(target=opened.warm, daemon=True).start()
    with ServerThread(opened.app, listening, state):
        for _ in watch(*folders, stop_event=stop, raise_interrupt=False):
            builds.build()
    return 0


def open_window(address: str) -> None:
    """Shows an address in a browser with a window of its own; one for terminals would take ours."""
    with contextlib.suppress(webbrowser.Error):
        browser = webbrowser.get()
        if not isinstance(browser, webbrowser.GenericBrowser) or isinstance(browser, webbrowser.BackgroundBrowser):
            browser.open(address)

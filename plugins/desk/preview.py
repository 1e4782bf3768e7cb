"""What the preview knows of the last build, and the notes that its pages carry."""

from __future__ import annotations

import asyncio
import html
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from plugins.desk import problem_panel
from plugins.newsroom.problem import Problem
from plugins.newsroom.sentences import sentences

EVENTS = "/__preview/events"
SCRIPT = "/__preview/reload.js"
STYLE = "/__preview/problems.css"

RELOAD = b"""new EventSource('/__preview/events?page=' + encodeURIComponent(location.pathname)
  + '&version=' + document.currentScript.dataset.version)
  .addEventListener('built', () => location.reload());
"""
CSS = (
    b"""#preview-unseen{all:revert;margin:0;padding:.5rem 1.5rem;background:#ffd84d;color:#000;
font:1rem/1.5 system-ui,sans-serif}
"""
    + problem_panel.CSS
)


_OPEN = 4
"""Pages that count as open, the last that were asked for."""


def file_of(page: str) -> str:
    """The file of a page in the output, by its path without the site's own."""
    return page.lstrip("/") + ("index.html" if page.endswith("/") else "")


class Listener:
    """One open page that waits for the next build; lives in the server's event loop."""

    def __init__(self, file: str = "", is_new: bool = False) -> None:
        self.file = file
        """Of the page, in the output."""
        self.is_new = is_new
        """Whether what it shows was made by the build that still goes on."""
        self._loop = asyncio.get_running_loop()
        self._events: asyncio.Queue[str] = asyncio.Queue()

    def tell(self, event: str) -> None:
        """Called from any thread."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._events.put_nowait, event)

    async def next(self, timeout: float) -> str:
        """The next event, or ``alive`` after so many seconds."""
        try:
            return await asyncio.wait_for(self._events.get(), timeout)
        except TimeoutError:
            return "alive"


def _nobody(_: Sequence[Path]) -> None:
    """Nobody builds."""


class State:
    """What the server knows of the last build; builds change it, requests read it."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.problems: tuple[Problem, ...] = ()
        self.began = 0.0
        """When the last build began: files that are newer may stand otherwise than it says."""
        self.is_stopped = False
        """Whether the last build was not finished, so that the pages are those of before."""
        self.unseen: dict[str, str] = {}
        """Address -> why readers may not see that page yet."""
        self.edited: Callable[[Sequence[Path]], None] = _nobody
        """Called with the files that the desk has written, before anybody else sees that they are others."""
        self._listeners: set[Listener] = set()
        self._open: deque[str] = deque(maxlen=_OPEN)
        self.version = 0
        """Counts how often open pages were made; a page that was served before says so by a lower number."""
        self._made: dict[str, int] = {}
        """Open pages that the build which still goes on has made -> the version from which on they are served."""
        self._lock = threading.Lock()

    def opened(self, file: str) -> None:
        """Somebody has asked for a page, by its file in the output."""
        with self._lock:
            if file in self._open:
                self._open.remove(file)
            self._open.append(file)

    @property
    def open_pages(self) -> frozenset[str]:
        """The files of the pages that were asked for last: builds make them first."""
        with self._lock:
            return frozenset(self._open)

    def made(self, files: Collection[str]) -> None:
        """Tells those who look at one of these pages, before the build has come to its end."""
        with self._lock:
            self.version += 1
            self._made.update(dict.fromkeys(files, self.version))
            for listener in self._listeners:
                if listener.file in files:
                    listener.tell("built")

    def built(
        self,
        problems: tuple[Problem, ...],
        unseen: tuple[tuple[str, str], ...] | None = None,
        *,
        is_same: bool = False,
        began: float | None = None,
    ) -> None:
        """Tells every open page that there is something new; without ``unseen`` the pages are those of before.

        With ``is_same`` no file of the site has changed: nobody is told where nothing else has either. ``began``: when
        that build began, now if nothing is said.
        """
        self.began = time.time() if began is None else began
        fresh = (problems, unseen is None, self.unseen if unseen is None else dict(unseen))
        is_known = fresh == (self.problems, self.is_stopped, self.unseen)
        if not (is_same and is_known):
            self.problems, self.is_stopped, self.unseen = fresh
            self._tell("built", all_pages=not is_known)
        with self._lock:
            self._made = {}
            for listener in self._listeners:
                listener.is_new = False

    def spoken(self) -> None:
        """Tells every open page that its notes are to be read in another language."""
        self._tell("built")

    def close(self) -> None:
        """Ends every stream, so that the server can end."""
        self._tell("closed")

    def _tell(self, event: str, *, all_pages: bool = True) -> None:
        with self._lock:
            for listener in self._listeners:
                if all_pages or not listener.is_new:
                    listener.tell(event)

    def listen(self, page: str = "", version: int = 0) -> Listener:
        """Somebody who looks at a page, and hears of the next builds; called in the server's event loop.

        ``version``: what the state's was when the page was read, which may be long before it is listened for.
        """
        file = file_of(page.removeprefix(self.prefix)) if page else ""
        with self._lock:
            listener = Listener(file, file in self._made and version >= self._made[file])
            self._listeners.add(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """Ends listening."""
        with self._lock:
            self._listeners.discard(listener)


def with_notes(
    page: bytes,
    problems: tuple[Problem, ...],
    why: str = "",
    *,
    is_stopped: bool = False,
    lang: str = "en",
    version: int = 0,
) -> bytes:
    """A page that reloads itself, and tells at its top of problems, and ``why`` readers may not see it."""
    head = f'<script src="{SCRIPT}" data-version="{version}" defer></script><link rel="stylesheet" href="{STYLE}">'
    told = html.escape(sentences(lang).say(f"Only in this preview: {why}."))
    note = f'<p id="preview-unseen" role="note" lang="{lang}">{told}</p>' if why else ""
    note += problem_panel.panel(problems, is_stopped=is_stopped, lang=lang)
    page = page.replace(b"</head>", head.encode() + b"</head>", 1)
    start = page.find(b">", page.find(b"<body")) + 1
    return page[:start] + note.encode() + page[start:]

"""``publish --watch``: publishes on every change of the content, and whenever something changes by itself."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from watchfiles import watch

from plugins.build.config import read_clock
from plugins.build.schedule import after
from plugins.cache.errors import MemoError
from plugins.cli.arguments import is_content
from plugins.cli.due import schedule
from plugins.cli.publish import publish

LOOK = 2000
"""Milliseconds between two looks at the clock."""


def publish_watch(
    content: str, translations: str, output: str, cache: str, jobs: int, stop: threading.Event | None = None
) -> int:
    """Publishes until interrupted; what cannot be published is printed, and the last good site stays."""
    if not is_content(content):
        return 2

    def next_moment() -> dt.datetime | None:
        try:
            found = after(schedule(content, translations, cache)[0], read_clock())
        except MemoError:
            return None  # publish has told it already
        print(f"next change by itself: {found.at:%Y-%m-%d %H:%M %z}" if found else "nothing changes by itself")
        return found.at if found else None

    follow(
        _changes((content, translations), stop),
        lambda: publish(content, translations, output, cache, jobs),
        next_moment,
        read_clock,
    )
    return 0


def follow(
    changes: Iterable[bool],
    work: Callable[[], object],
    next_moment: Callable[[], dt.datetime | None],
    clock: Callable[[], dt.datetime],
) -> None:
    """Works at once, then at each change and at each moment; ``changes`` says at every look whether a file changed."""
    work()
    moment = next_moment()
    for is_changed in changes:
        if is_changed or (moment is not None and clock() >= moment):
            work()
            moment = next_moment()


def _changes(folders: Iterable[str], stop: threading.Event | None) -> Iterator[bool]:
    """Whether a file changed, at every look; at the first it may have, before watching began."""
    paths = [folder for folder in folders if Path(folder).exists()]
    looks = watch(*paths, stop_event=stop, rust_timeout=LOOK, yield_on_timeout=True, raise_interrupt=False)
    return (bool(found) or number == 0 for number, found in enumerate(looks))

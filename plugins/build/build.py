"""The build, from content to output: nothing, what reads the words that changed, or everything that must be made."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.build import state
from plugins.build.config import Config
from plugins.build.console import Console
from plugins.build.state import Difference
from plugins.build.summary import Summary
from plugins.newsroom.problem import Level, Problem

if TYPE_CHECKING:
    from plugins.cache.store import Store

WAIT = 60.0
"""Seconds to wait for another build of the same newsroom."""


def build(config: Config, console: Console, edited: Sequence[Path] = ()) -> Summary:
    """Builds the newsroom into ``config.output``; where ``edited`` files are named, what follows from them is enough.

    Raises ``ContentError`` with every problem (the last output stays as it was), ``MemoError``.
    """
    start = time.monotonic()
    with console.timed("compare stamps"):
        found = state.known_edits(config, edited) if edited else None
        found = found or state.difference(config, state.EDITS)
    return build_from(config, console, found, start)


def build_from(config: Config, console: Console, found: Difference | None, start: float) -> Summary:
    """The same, where it is known what differs, and since when this build has been going on."""
    if found is not None and not found.paths:
        return replace(_as_before(found, 0, found.last.facts["outputs"], ()), seconds=time.monotonic() - start)
    from plugins.cache.store import with_store  # brings SQLite along

    def work(store: Store) -> Summary:
        if found is not None:
            from plugins.build import incremental

            with console.timed("what reads edited words and templates"):
                tally = incremental.build(config, found, store, console)
            if tally is not None:
                return _as_before(found, tally.rendered, tally.reused, tally.removed)
        from plugins.build import full

        return full.build(config, console, store)

    return replace(with_store(config.store, work, wait=WAIT, tell=console.say), seconds=time.monotonic() - start)


def _as_before(found: Difference, rendered: int, reused: int, removed: tuple[str, ...]) -> Summary:
    """What there is to tell where nothing but words or templates differs from the last build."""
    known = found.last.facts
    problems = tuple(map(_problem, known["problems"]))
    hidden = tuple((address, why) for address, why in known["unseen"])
    return Summary(rendered, reused, len(removed), 0.0, problems, hidden)


def _problem(fields: Sequence[Any]) -> Problem:
    """A problem from the fields that a snapshot keeps of it."""
    file, line, column, code, found, expected, fix, level, excerpt = fields
    return Problem(file, line, column, code, found, expected, fix, Level(level), excerpt)

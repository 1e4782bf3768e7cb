"""The build, from content to output: nothing, the pages of a few texts, or everything that must be made."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from plugins.host import standing
from plugins.host.config import Config
from plugins.host.console import Console
from plugins.host.standing import Difference
from plugins.host.summary import Summary
from plugins.newsroom.problem import Level, Problem

if TYPE_CHECKING:
    from plugins.memo.store import Store

WAIT = 60.0
"""Seconds to wait for another build of the same newsroom."""


def build(config: Config, console: Console) -> Summary:
    """Builds the newsroom into ``config.output``.

    Raises ``ContentError`` with every problem (the last output stays as it was), ``MemoError``.
    """
    start = time.monotonic()
    return build_from(config, console, standing.difference(config, standing.EDITS), start)


def build_from(config: Config, console: Console, found: Difference | None, start: float) -> Summary:
    """The same, where it is known what differs, and since when this build has been going on."""
    if found is not None and not found.paths:
        return replace(_as_before(found, 0), seconds=time.monotonic() - start)
    from plugins.memo.store import with_store  # brings SQLite along

    def work(store: Store) -> Summary:
        count = _edited(config, console, found, store) if found is not None else None
        if found is not None and count is not None:
            return _as_before(found, count)
        from plugins.host import whole

        return whole.build(config, console, store)

    return replace(with_store(config.store, work, wait=WAIT, tell=console.say), seconds=time.monotonic() - start)


def _edited(config: Config, console: Console, found: Difference, store: Store) -> int | None:
    """The number of outputs made again where only texts, or only templates differ; ``None``: build the whole."""
    if set(found.paths) == {standing.CONTENT}:
        from plugins.host import text_edits

        return text_edits.build(config, found, store)
    if set(found.paths) == {standing.THEME}:
        from plugins.host import restyle

        return restyle.build(config, found, store, console)
    return None


def _as_before(found: Difference, rendered: int) -> Summary:
    """What there is to tell where nothing but texts or templates differs from the last build."""
    known = found.last.facts
    problems = tuple(map(_problem, known["problems"]))
    hidden = tuple((address, why) for address, why in known["unseen"])
    return Summary(rendered, known["outputs"] - rendered, 0, 0.0, problems, hidden)


def _problem(fields: Sequence[Any]) -> Problem:
    """A problem from the fields that a snapshot keeps of it."""
    file, line, column, code, found, expected, mend, level, excerpt = fields
    return Problem(file, line, column, code, found, expected, mend, Level(level), excerpt)

"""The build, from content to output; its stages read from top to bottom in ``lay_out`` and ``_build``."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any

from plugins.host import standing
from plugins.host.afresh import forget
from plugins.host.config import Config, cores
from plugins.host.console import Console
from plugins.host.lay_out import lay_out
from plugins.host.make_stage import copy_all, make_all
from plugins.host.picture_stage import make_pictures
from plugins.host.visible import span, unseen
from plugins.memo.output import Output
from plugins.memo.pool import Pool
from plugins.memo.store import Store, with_store
from plugins.newsroom.problem import Level, Problem

WORKERS = ("plugins.host.prepare", "plugins.host.makers", "plugins.pages.templates")
"""What every worker imports, once for all of them."""
KEPT = 512 << 20
"""Bytes of results that are remembered at most; what was not used for longest goes first."""
WAIT = 60.0
"""Seconds to wait for another build of the same newsroom."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did."""

    rendered: int
    reused: int
    removed: int
    seconds: float
    problems: tuple[Problem, ...]
    """Warnings; errors end a build."""
    unseen: tuple[tuple[str, str], ...] = ()
    """(address, why) of pages that stand in a preview alone."""

    @property
    def line(self) -> str:
        """The last line of a build."""
        return f"rendered {self.rendered}, reused {self.reused}, removed {self.removed} in {self.seconds:.2f} s"


def build(config: Config, console: Console) -> Summary:
    """Builds the newsroom into ``config.output``.

    Raises ``ContentError`` with every problem (the last output stays as it was), ``MemoError``.
    """
    start = time.monotonic()
    known = standing.unchanged(config)
    if known is not None:
        problems = tuple(map(_problem, known["problems"]))
        hidden = tuple((address, why) for address, why in known["unseen"])
        return Summary(0, known["outputs"], 0, time.monotonic() - start, problems, hidden)
    return with_store(config.store, lambda store: _build(config, console, store, start), wait=WAIT, tell=console.say)


def _build(config: Config, console: Console, store: Store, start: float) -> Summary:
    if config.fresh:
        forget(config, store)
    with Pool(config.jobs or cores(), preload=WORKERS, executor=config.executor, lock=str(store.workers)) as pool:
        site = lay_out(config, store, pool, console)
        output = Output(config.output, store, fresh=config.fresh)
        make_all(site, output, store, pool, console)
        copy_all(site.copies, output)
        make_pictures(config, site.pictures, output, pool, console)
        tally = output.commit()
    store.values.collect(KEPT)
    found, hidden = site.found, unseen(site.found, site.setting.urls, config.now)
    facts = {
        "outputs": tally.rendered + tally.reused,
        "problems": [astuple(problem) for problem in found.problems],
        "unseen": hidden,
    }
    standing.remember(config, site.sources, site.code, output, span(found, config.now), facts)
    seconds = time.monotonic() - start
    return Summary(tally.rendered, tally.reused, len(tally.removed), seconds, found.problems, hidden)


def _problem(fields: Sequence[Any]) -> Problem:
    """A problem from the fields that a snapshot keeps of it."""
    file, line, column, code, found, expected, mend, level, excerpt = fields
    return Problem(file, line, column, code, found, expected, mend, Level(level), excerpt)

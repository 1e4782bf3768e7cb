"""The build, from content to output; its stages read from top to bottom in ``_build``."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any, NoReturn

from plugins.host import standing
from plugins.host.address_stage import with_addresses
from plugins.host.afresh import forget
from plugins.host.check_stage import gather, refuse
from plugins.host.config import Config, cores
from plugins.host.console import Console
from plugins.host.ground import assets, engine, templates, words
from plugins.host.make_stage import changed, copy_all, make_all
from plugins.host.picture_stage import make_pictures
from plugins.host.plan_stage import Plan
from plugins.host.prepare_stage import prepare_all
from plugins.host.scan import bundles, scan
from plugins.host.shared_pictures import look, plan_shared
from plugins.host.shared_stage import shared_of
from plugins.host.visible import make_index, span, unseen
from plugins.host.words_stage import with_words
from plugins.memo.output import Output
from plugins.memo.pool import Pool
from plugins.memo.store import Store, with_store
from plugins.newsroom.problem import Level, Problem
from plugins.pages.plan import Planner
from plugins.pages.studio import Setting, Studio
from plugins.pages.urls import Urls

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
    code, mark = standing.code_group(), engine()
    sources = scan(store, config.content, config.translations, config.theme)
    shared = shared_of(config, sources, mark, store)
    with Pool(config.jobs or cores(), executor=config.executor, lock=str(store.workers)) as pool:
        prepared = prepare_all(config, shared, bundles(sources), mark, store, pool, console)
        looked = look(config, shared, sources, store, pool)
        found = with_words(gather(config, shared, prepared, looked.problems), config, sources, mark, store)
        found = with_addresses(found, config.translations)
        refuse(found, config)
        site = found.site
        urls = Urls.of(site.url, absolute=config.publish)
        index = make_index(found, config.now, drafts=config.drafts)
        static = assets(config, sources, site, urls)
        common = plan_shared(config, looked, index.people, site.publisher.logo, sources, urls)
        setting = Setting(
            index=index,
            urls=urls,
            labels=words(config, sources, site, store),
            theme=str(config.theme),
            assets=static.prefix,
            brand=static.brand,
            logo=common.logo,
            portraits=common.portraits,
            engine=mark,
            templates=templates(config, sources, mark, store),
        )
        output = Output(config.output, store, fresh=config.fresh)
        plan = Plan(Planner(Studio(setting, _nothing)), store, str(config.output))
        make_all(setting, changed(plan, output), output, store, pool, console)
        copy_all((*static.copies, *common.copies), output)
        make_pictures(config, found, common, index, output, pool, console)
        tally = output.commit()
    store.values.collect(KEPT)
    hidden = unseen(found, urls, config.now)
    facts = {
        "outputs": tally.rendered + tally.reused,
        "problems": [astuple(problem) for problem in found.problems],
        "unseen": hidden,
    }
    standing.remember(config, sources, code, output, span(found, config.now), facts)
    seconds = time.monotonic() - start
    return Summary(tally.rendered, tally.reused, len(tally.removed), seconds, found.problems, hidden)


def _problem(fields: Sequence[Any]) -> Problem:
    """A problem from the fields that a snapshot keeps of it."""
    file, line, column, code, found, expected, mend, level, excerpt = fields
    return Problem(file, line, column, code, found, expected, mend, Level(level), excerpt)


def _nothing(key: str) -> NoReturn:
    raise LookupError(f"planning reads no text ({key})")

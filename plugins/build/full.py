"""A build that looks at everything; its stages read from top to bottom in ``lay_out`` and ``build``."""

from __future__ import annotations

from dataclasses import astuple

from plugins.build import state
from plugins.build.config import WORKERS, Config, cores
from plugins.build.console import Console
from plugins.build.layout import lay_out
from plugins.build.press import missing
from plugins.build.recall import keep
from plugins.build.release import release_of
from plugins.build.render import copy_all, make_all
from plugins.build.renditions import make_pictures
from plugins.build.reset import forget
from plugins.build.search import make_search
from plugins.build.shared_edit import reviewers
from plugins.build.summary import Summary
from plugins.build.visibility import span, unseen
from plugins.cache.output import Output
from plugins.cache.pool import Pool
from plugins.cache.store import Store
from plugins.pages.moved import published

KEPT = 512 << 20
"""Bytes of results that are remembered at most; what was not used for longest goes first."""


def build(config: Config, console: Console, store: Store) -> Summary:
    """Builds everything that must be built. Raises ``ContentError`` with every problem, ``MemoError``."""
    if config.fresh:
        forget(config, store)
    jobs, lock = config.jobs or cores(), str(store.workers)
    with Pool(jobs, preload=WORKERS, executor=config.executor, lock=lock) as pool:
        site = lay_out(config, store, pool, console)
        if told := missing(site.found.site, site.setting.typesetting):
            console.say(told)
        output = Output(config.output, store, fresh=config.fresh)
        with console.timed("make pictures"):  # first: PDFs are made with them
            make_pictures(config, site.pictures, output, pool, console)
            copy_all(site.copies, output)
        with console.timed("compare outputs, render what differs"):
            make_all(site, output, store, pool, console)
        with console.timed("make the search"):
            make_search(site.setting, output, store)
        with console.timed("remove what is left over"):
            tally = output.commit()
        with console.timed("remember"):
            keep(store, config.output, site.plan.base_digest, site.setting, site.owners)
            store.flush()
    store.values.collect(KEPT)
    found, hidden = site.found, unseen(site.found, site.setting.urls, config.now)
    facts = {
        "outputs": tally.rendered + tally.reused,
        "problems": [astuple(problem) for problem in found.problems],
        "unseen": hidden,
        "plan": site.plan.base_digest,
        "edits": site.plan.base_digest,
        "setting": site.plan.base_digest,
        "shared": site.shared,
        "names": sorted({name for made in found.prepared for name in made.parts}),
        "reviewers": sorted(reviewers(found.prepared)),
        "release": release_of(found, config.now).facts(),
        "templates": site.setting.templates,
        "reading": site.reading,
        "addresses": published(site.plan.paths) if config.publish else {},
    }
    with console.timed("remember"):
        state.remember(config, site.sources, site.code, output, span(found, config.now), facts)
    return Summary(tally.rendered, tally.reused, len(tally.removed), 0.0, found.problems, hidden)

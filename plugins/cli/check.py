"""``check``: every problem of the content, in one run, without building."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from plugins.build.addresses import with_addresses
from plugins.build.assets import engine
from plugins.build.bundles import prepare_all
from plugins.build.check import Gathered, gather
from plugins.build.config import Config, cores, read_clock
from plugins.build.console import Console
from plugins.build.outside import links_out
from plugins.build.own_theme import theme_of
from plugins.build.problem_paths import near
from plugins.build.record import record_of
from plugins.build.site_pictures import look
from plugins.build.sources import Bundles, scan
from plugins.build.visibility import make_index
from plugins.build.words import with_words
from plugins.cache.errors import MemoError
from plugins.cache.pool import Pool
from plugins.cache.store import Store, with_store
from plugins.cli.arguments import is_content
from plugins.newsroom.output import format_github, format_json, format_text, wants_colour
from plugins.newsroom.problem import Problem
from plugins.newsroom.several import has_errors
from plugins.newsroom.shared import load_shared

ROOT = Path(__file__).resolve().parents[2]


def configure(content: str, translations: str, cache: str, *, lenient: bool = False) -> Config:
    """The configuration of a task that only reads. Raises ``MemoError`` where the cache cannot be written."""
    folder, memory = Path(content).resolve(), Path(cache).resolve()
    return Config(
        content=folder,
        translations=Path(translations).resolve(),
        theme=theme_of(ROOT / "theme", folder, memory),
        output=ROOT / "output",
        cache=memory,
        now=read_clock(),
        jobs=cores(),
        lenient=lenient,
    )


def problems_of(config: Config) -> tuple[Problem, ...]:
    """Every problem, sorted by file and line. Raises ``MemoError``."""
    return gathered(config).problems


def gathered(config: Config) -> Gathered:
    """Everything that was loaded, with every problem. Raises ``MemoError``."""

    def work(store: Store) -> Gathered:
        sources = scan(store, config.content, config.translations, config.theme)
        shared = load_shared(config.content)
        mark = engine()
        with Pool(config.jobs) as pool:
            readied = prepare_all(config, shared, Bundles(sources, store), mark, store, pool, Console(quiet=True))
            looked = look(config, shared, sources, store, pool)
        others = (*looked.problems, *links_out(sources))
        found = with_words(gather(config, shared, readied.prepared, others), config, sources, mark, store)
        store.flush()
        found = with_addresses(found, config.translations)
        _, lost = record_of(config.content, found, make_index(found, config.now))
        return replace(found, problems=tuple(sorted({*found.problems, *lost})))

    return with_store(config.store, work, wait=60.0)


def check(content: str, translations: str, cache: str, fmt: str, *, lenient: bool) -> int:
    """Prints the problems; 1 where there is an error, 2 for an unknown format."""
    if not is_content(content):
        return 2
    formats: dict[str, Callable[[tuple[Problem, ...]], str]] = {
        "text": lambda found: format_text(found, colour=wants_colour(sys.stdout)),
        "json": format_json,
        "github": format_github,
    }
    if fmt not in formats:
        print(f"There is no format “{fmt}”: use one of {', '.join(formats)}.", file=sys.stderr)
        return 2
    try:
        found = near(problems_of(configure(content, translations, cache, lenient=lenient)))
    except MemoError as error:
        print(error.sentence, file=sys.stderr)
        return 1
    print(formats[fmt](found))
    return 1 if has_errors(found) else 0

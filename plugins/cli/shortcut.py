"""The short way into ``build``: what was built before is told, or built on, without Pelican and Invoke.

Settings are read from what the last build remembers of them, as long as the settings file stands as it
did. Whatever else is asked for, or not known, takes the long way.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.build import state

if TYPE_CHECKING:
    from plugins.build.config import Config
    from plugins.build.state import Difference

CONF = state.ROOT / "pelicanconf.py"
_FOLDERS = {"content": "content", "translations": "translations", "output": "output", "cache": ".cache"}
"""Options of ``build`` that name a folder, with what they are if not given (as in tasks.py)."""
LARGE = 100
"""Reports from which on a build will surely want workers."""


def enter(arguments: Sequence[str]) -> int | None:
    """The exit code of a ``build`` that could be done the short way; ``None``: take the long one."""
    start = time.monotonic()
    wishes = parse(arguments)
    config = state.config_from(CONF, *wishes) if wishes and wishes[0].is_dir() else None
    if config is None:
        if wishes and not state.file_of(wishes[3], wishes[2]).exists():
            _preheat(wishes[0], wishes[4])
        return None
    found = state.difference(config, state.EDITS)
    if found is not None and state.THEME in found.paths:
        _preheat(config.content, config.jobs)
    if found is not None and not found.paths and not found.last.facts["problems"]:
        print(f"rendered 0, reused {found.last.facts['outputs']}, removed 0 in {time.monotonic() - start:.2f} s")
        return 0
    return _build(config, found, start)


def _preheat(content: Path, jobs: int) -> None:
    """Where most pages will have to be made, workers import what they need while this process still reads."""
    if jobs == 1 or sum(1 for _ in content.glob("reports/*/*")) <= LARGE:
        return
    from plugins.build.config import WORKERS
    from plugins.cache.pool import Pool

    Pool.preheat(WORKERS)


def _build(config: Config, found: Difference | None, start: float) -> int:
    from plugins.build.build import build_from
    from plugins.build.run import ended, run

    return ended(lambda: run(config, lambda _, console: build_from(config, console, found, start)))


def parse(arguments: Sequence[str]) -> tuple[Path, Path, Path, Path, int] | None:
    """Content, translations, output, cache, jobs of a plain ``build``; ``None`` for anything else."""
    if not arguments or arguments[0] != "build":
        return None
    given = {**_FOLDERS, "jobs": "0"}
    words = iter(arguments[1:])
    for word in words:
        name, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or name not in given:
            return None
        value = value if equals else next(words, "")
        if not value or value.startswith("-"):
            return None
        given[name] = value
    if not given["jobs"].isdecimal():
        return None
    content, translations, output, cache = (Path(os.path.realpath(given[name])) for name in _FOLDERS)
    return content, translations, output, cache, int(given["jobs"])

"""Builds of a small output folder for the tests of this package, and what lies in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.cache.fingerprint import explained
from plugins.cache.output import Output, Tally
from plugins.cache.reasons import Why
from plugins.cache.stamp import Sort, walk
from plugins.cache.store import Store


def build(
    folder: Path,
    site: Mapping[str, str],
    *,
    fresh: bool = False,
    foreign: Iterable[str] = (),
) -> tuple[Tally, dict[str, Why]]:
    """Builds ``site`` (path -> text) in ``folder``; what was done, and why."""
    why: dict[str, Why] = {}
    with Store(folder / "cache" / "store") as store:
        output = Output(folder / "out", store, fresh=fresh)
        for path, text in site.items():
            mark = explained((("text", text),))
            reason = output.reason(path, mark)
            if reason is None:
                output.keep(path)
            else:
                why[path] = reason.why
                output.write(path, text.encode(), mark)
        tally = output.commit()
        assert output.foreign() == tuple(sorted(foreign))
        return tally, why


def files(folder: Path) -> dict[str, str]:
    """The files of the output with their text."""
    out = folder / "out"
    return {path: (out / path).read_text() for path, seen in walk(out).items() if seen.sort is not Sort.FOLDER}


def folders(folder: Path) -> set[str]:
    """The folders of the output."""
    return {path for path, seen in walk(folder / "out").items() if seen.sort is Sort.FOLDER}

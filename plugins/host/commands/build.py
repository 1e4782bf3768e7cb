"""``build``: content to output, through Pelican."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plugins.host.commands.arguments import is_content

ROOT = Path(__file__).resolve().parents[3]


def build(
    content: str,
    translations: str,
    output: str,
    cache: str,
    jobs: int,
    *,
    fresh: bool = False,
    verify: bool = False,
    conf: str = "pelicanconf.py",
) -> int:
    """Builds; problems go to standard error and the last output stays."""
    if not is_content(content):
        return 2
    own = {"TRANSLATIONS": _path(translations), "JOBS": jobs, "FRESH": fresh, "VERIFY": verify}
    override = {"PATH": _path(content), "OUTPUT_PATH": _path(output), "CACHE_PATH": _path(cache)}
    return run_pelican(conf, override, own)


def _path(given: str) -> str:
    return str(Path(given).resolve())


def run_pelican(conf: str, override: dict[str, Any], own: dict[str, Any]) -> int:
    """Runs Pelican with our settings and says what went wrong in sentences."""
    from pelican.settings import read_settings

    from plugins.host.plugin import Newsroom
    from plugins.host.run import ended
    from plugins.host.settings import sources_of

    path = ROOT / conf
    settings = read_settings(str(path), override=override)
    settings["DREIKLANG"] = {**settings["DREIKLANG"], **own, "SETTINGS": sources_of(path, settings)}
    return ended(Newsroom(settings).run)

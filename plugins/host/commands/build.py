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
    from plugins.host.plugin import Newsroom
    from plugins.host.run import ended

    settings = settings_of(conf, content, translations, output, cache, jobs, FRESH=fresh, VERIFY=verify)
    return ended(Newsroom(settings).run)


def _path(given: str) -> str:
    return str(Path(given).resolve())


def settings_of(
    conf: str, content: str, translations: str, output: str, cache: str, jobs: int, **more: bool
) -> dict[str, Any]:
    """Pelican's settings from a file of ours, with the folders and wishes of a task."""
    from pelican.settings import read_settings

    from plugins.host.settings import sources_of

    path = ROOT / conf
    override = {"PATH": _path(content), "OUTPUT_PATH": _path(output), "CACHE_PATH": _path(cache)}
    settings: dict[str, Any] = read_settings(str(path), override=override)
    own = {"TRANSLATIONS": _path(translations), "JOBS": jobs, **more}
    settings["DREIKLANG"] = {**settings["DREIKLANG"], **own, "SETTINGS": sources_of(path, settings)}
    return settings

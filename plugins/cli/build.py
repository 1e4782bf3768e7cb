"""``build``: content to output, through Pelican."""

from __future__ import annotations

from plugins.cli.arguments import is_content


def build(
    content: str,
    translations: str,
    output: str,
    cache: str,
    jobs: int,
    *,
    fresh: bool = False,
    verify: bool = False,
    timings: bool = False,
    conf: str = "pelicanconf.py",
) -> int:
    """Builds; problems go to standard error and the last output stays."""
    if not is_content(content):
        return 2
    from plugins.build.run import ended
    from plugins.pelican_plugin import Newsroom, settings_of

    wishes = {"FRESH": fresh, "VERIFY": verify, "TIMINGS": timings}
    settings = settings_of(conf, content, translations, output, cache, jobs, **wishes)
    return ended(Newsroom(settings).run)

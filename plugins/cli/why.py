"""``why``: why a page would be made again, or not."""

from __future__ import annotations

from plugins.build.config import Config
from plugins.cli.arguments import is_content
from plugins.pelican_plugin import settings_of


def why(address: str, content: str, translations: str, output: str, cache: str) -> int:
    """Says why; 0 where the newsroom has such an output, 1 where it has not, or its content has an error."""
    if not is_content(content):
        return 2
    from plugins.build.run import ended
    from plugins.build.why import why as ask
    from plugins.pelican_plugin import config_of

    known = True

    def tell() -> None:
        nonlocal known
        config: Config = config_of(settings_of("pelicanconf.py", content, translations, output, cache, 1))
        answer = ask(config, address)
        known = answer.known
        print("\n".join(answer.lines))

    return ended(tell) or (0 if known else 1)

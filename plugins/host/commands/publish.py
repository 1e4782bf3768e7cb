"""``publish``: build aside, check everything, put it in place at once."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.host.audit import audit, place_of
from plugins.host.commands.arguments import is_content
from plugins.host.commands.build import build
from plugins.host.swap import swap_in
from plugins.newsroom.output import format_text, wants_colour
from plugins.newsroom.site import load_site


def publish(content: str, translations: str, output: str, cache: str, jobs: int) -> int:
    """Publishes into ``output``; on any problem the folder stays as it was."""
    if not is_content(content):
        return 2
    staged = Path(cache).resolve() / "published"
    code = build(content, translations, str(staged), cache, jobs, conf="publishconf.py")
    if code:
        return code
    site = load_site(Path(content).resolve()).stand_in
    problems = audit(staged, place_of(site.url))
    if problems:
        print(format_text(problems, colour=wants_colour(sys.stderr)), file=sys.stderr)
        return 1
    try:
        swap_in(staged, Path(output).resolve())
    except OSError as error:
        print(f"The published site could not be put into {output}: {error.strerror}.", file=sys.stderr)
        return 1
    print(f"published {site.url} in {output}")
    return 0

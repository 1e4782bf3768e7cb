"""``publish --preview-embargoed``: the reports under embargo, for journalists alone, where nobody can guess."""

from __future__ import annotations

import secrets
import shutil
import sys
from dataclasses import replace
from pathlib import Path

from plugins.build.run import ended, run
from plugins.cache.errors import MemoError
from plugins.cli.arguments import is_content
from plugins.newsroom.output import format_text, wants_colour
from plugins.newsroom.site import load_site
from plugins.publish.audit import audit, place_of
from plugins.publish.documents import judge
from plugins.publish.swap import swap_in

SUFFIX = ".embargoed"
"""Added to the name of the output folder: beside it, and never in it."""
BEGINNING = "ahead-"
_BYTES = 16
"""Of chance in the folder's name: 128 bits, as NIST SP 800-63B wants of a secret that is looked up."""


def publish_ahead(content: str, translations: str, output: str, cache: str, jobs: int) -> int:
    """Puts the reports under embargo into ``<output>.embargoed/ahead-…``; on any problem the folder stays as it was.

    The name of that folder stays the same from run to run, so that corrections stand where journalists look. Where
    nothing is under embargo, the folder goes.
    """
    if not is_content(content):
        return 2
    from plugins.pelican_plugin import config_of, settings_of

    live = Path(f"{Path(output).resolve()}{SUFFIX}")
    own = Path(cache).resolve() / "embargoed"
    token = _token(live)
    staged = own / "published"
    settings = settings_of("publishconf.py", content, translations, str(staged), str(own), jobs)
    code = ended(lambda: run(replace(config_of(settings), ahead=token, settings=())))
    if code:
        return code
    if not any(staged.glob("*/[0-9][0-9][0-9][0-9]/*/index.html")):
        shutil.rmtree(live, ignore_errors=True)
        print("No report is under embargo: there is nothing for journalists ahead of time.")
        return 0
    url = f"{load_site(Path(content).resolve()).stand_in.url}/{token}"
    try:
        problems = (*audit(staged, place_of(url)), *judge(staged, own / "judged.txt"))
        if problems:
            print(format_text(problems, colour=wants_colour(sys.stderr)), file=sys.stderr)
            return 1
        swap_in(staged, live / token)
    except OSError as error:
        print(f"The reports could not be put into {live}: {error.strerror}.", file=sys.stderr)
        return 1
    except MemoError as error:
        print(error.sentence, file=sys.stderr)
        return 1
    print(f"Reports under embargo stand in {live / token}.")
    print(f"Bring that folder to {url}/, and give the address to journalists.")
    return 0


def _token(live: Path) -> str:
    """The name that the folder has, or a new one that nobody can guess."""
    known = sorted(path.name for path in live.glob(f"{BEGINNING}*") if path.is_dir() and "." not in path.name)
    return known[0] if known else BEGINNING + secrets.token_hex(_BYTES)

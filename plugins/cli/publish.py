"""``publish``: build aside, check everything, put it in place at once."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.build.build import WAIT
from plugins.build.config import read_clock
from plugins.cache.errors import MemoError
from plugins.cache.faults import of_system
from plugins.cli.arguments import is_content
from plugins.cli.build import build
from plugins.newsroom.output import format_text, wants_colour
from plugins.newsroom.problem import ContentError
from plugins.newsroom.site import load_site
from plugins.publish import publication
from plugins.publish.addresses import remember_addresses
from plugins.publish.audit import audit, place_of
from plugins.publish.documents import judge
from plugins.publish.retention import sources


def publish(content: str, translations: str, output: str, cache: str, jobs: int) -> int:
    """Publishes into ``output``; on any problem the folder stays as it was."""
    if not is_content(content):
        return 2
    store = Path(cache).resolve() / publication.STORE
    staged, live = store.parent / "published", Path(output).resolve()
    if publication.is_foreign(store.parent, live):
        print(
            f"{output} holds files that no publication put there, and publishing makes a folder anew: name an empty one"
            " with --output, or empty this one.",
            file=sys.stderr,
        )
        return 1
    code = build(content, translations, str(staged), cache, jobs, conf="publishconf.py")
    if code:
        return code
    folder = Path(content).resolve()
    site = load_site(folder).stand_in
    moment = publication.Moment(int(read_clock().timestamp()), sources(folder))
    stands = publication.stands(store.parent, staged, live, moment.now)
    problems = () if stands else (*audit(staged, place_of(site.url)), *judge(staged, store.parent / "judged.txt"))
    if problems:
        print(format_text(problems, colour=wants_colour(sys.stderr)), file=sys.stderr)
        return 1
    try:
        remember_addresses(folder, store.parent, staged)  # first: what somebody may see must be known
        if not stands:
            publication.put_in_place(store, staged, live, moment, wait=WAIT, tell=print)
    except ContentError as error:
        print(format_text(error.problems, colour=wants_colour(sys.stderr)), file=sys.stderr)
        return 1
    except OSError as error:
        print(of_system(error, output).sentence, file=sys.stderr)
        return 1
    except MemoError as error:
        print(error.sentence, file=sys.stderr)
        return 1
    print(f"published {site.url} in {output}")
    return 0

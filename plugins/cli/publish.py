"""``publish``: build aside, check everything, put it in place at once."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.build import state
from plugins.build.build import WAIT
from plugins.build.config import read_clock
from plugins.build.release import Release
from plugins.cache.errors import MemoError
from plugins.cache.faults import of_system
from plugins.cli.arguments import is_content
from plugins.cli.build import build
from plugins.newsroom.address_record import REPORT, read_record
from plugins.newsroom.output import format_text, wants_colour
from plugins.newsroom.problem import ContentError
from plugins.newsroom.site import load_site
from plugins.newsroom.suggest import listing
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
    tell_release(folder, store.parent, staged)
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


def tell_release(content: Path, cache: Path, staged: Path) -> None:
    """Says what goes out, what of it is new, what waits until when, and what is left out and why."""
    last = state.read(cache, staged)
    if last is None:
        return
    told, *more = Release.of(last.facts["release"]).lines()
    known = {line.owner for line in read_record(content)[0]}
    owners = {owner for owner in last.facts["addresses"].values() if owner.startswith(REPORT)}
    new = sorted(owner.removeprefix(REPORT) for owner in owners - known)
    print(f"{told} New: {listing(new, 20)}." if new else told)
    print("\n".join(more), end="\n" if more else "")

"""Sends a published folder to a web server with rsync."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from plugins.publish.tool import DeployError, call, resolved, shown

_REMOTE = re.compile(r"^(?:rsync://[^/]+/|(?:[^/:\[]+|[^/\[]*\[[^/\]]+\])::?)(?P<path>.*)$")
_NO_SUCH_FOLDER = 23
"""rsync(1): partial transfer due to error."""
_OURS = frozenset({"404.html", "robots.txt", "sitemap.xml"})
"""Files at the top of every newsroom; a folder that lacks them holds something else."""
_SENT = re.compile(r"^[<>]f\S* ", re.MULTILINE)
_REMOVED = re.compile(r"^\*deleting\s+.*[^/\n]$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sent:
    """How many files went to the server, and how many were removed there."""

    sent: int
    removed: int


def check_target(target: str, published: Path) -> None:
    """Refuses a target that cannot be meant: what is not ours would be deleted there. Raises ``DeployError``."""
    remote = _REMOTE.match(target)
    path = remote["path"] if remote else target
    if target.startswith("-") or path.strip("/") in ("", ".", "..", "~"):
        raise DeployError(
            f"“{shown(target)}” names no folder of its own:"
            " write the whole path, for example --target web@www.example.org:/var/www/newsroom."
        )
    if not remote:
        here = resolved(target)
        if any(here == folder or here in folder.parents for folder in (published, Path.cwd(), Path.home())):
            raise DeployError(
                f"{here} holds more than a site, and everything else there would be deleted: name another."
            )


def deploy_rsync(published: Path, target: str, *, dry_run: bool) -> Sent:
    """Makes the folder on the server the same as the published one. Raises ``DeployError``.

    Files are compared by content and put in place together at the end, deletions last, so that a
    reader meets no page whose pictures are not there yet.
    """
    check_target(target, published)
    there = target.rstrip("/") + "/"
    _refuse_foreign(there)
    command = ("rsync", "--recursive", "--times", "--perms", "--chmod=D755,F644", "--checksum")
    careful = ("--delay-updates", "--delete-delay", "--itemize-changes")
    answer = call((*command, *careful, *(["--dry-run"] if dry_run else []), "--", f"{published}/", there))
    if answer.code:
        raise DeployError(f"The folder could not be sent to {shown(target)}; rsync says: {answer.last}")
    return Sent(len(_SENT.findall(answer.out)), len(_REMOVED.findall(answer.out)))


def _refuse_foreign(there: str) -> None:
    listed = call(("rsync", "--list-only", "--", there))
    if listed.code:
        if listed.code == _NO_SUCH_FOLDER and "No such file or directory" in listed.error:
            return
        raise DeployError(f"{shown(there)} could not be reached; rsync says: {listed.last}")
    names = {line.split(None, 4)[-1] for line in listed.out.splitlines() if line.strip()} - {"."}
    if names and not names >= _OURS:
        example = min(names - _OURS)
        raise DeployError(
            f"{shown(there)} holds something else than a newsroom (“{example}”), and it would be deleted:"
            " name an empty folder, or one that has never been there."
        )

"""Second copies of a file or folder: of two people who saved it at once, or of one who copied it by hand."""

from __future__ import annotations

import re
from collections.abc import Collection

from plugins.newsroom.codes import Code
from plugins.newsroom.problem import Problem
from plugins.newsroom.source import whole

_COPY = re.compile(
    r"(?P<behind>.+?)(?:[ _-]?\([^()]*\)|[ _](?:- )?(?:[Kk]opie|[Cc]opy|[23])|-(?:Kopie|Copy)"
    r"|[.]sync-conflict-[\w-]+|_conflict[\w-]*"
    r"|-(?=[A-Z0-9-]{4})[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)+"
    r"|(?:Kopie von|Copy of|Kopie van) (?P<before>.+)"
)
"""As Windows, macOS, Dropbox, OneDrive, Google Drive, Nextcloud and Syncthing name a copy."""


def original_of(name: str, ours: Collection[str]) -> str:
    """Of which of these names another is a copy; empty if of none."""
    stem, dot, ending = name.rpartition(".")
    if not dot or " " in ending or "(" in ending:
        stem, dot, ending = name, "", ""
    found = _COPY.fullmatch(stem)
    bare = (found["behind"] or found["before"]) if found else stem
    near = f"{bare}{dot}{ending}"
    return next((one for one in ours if one != name and near.casefold() == one.casefold()), "")


def second_copy(shown: str, name: str, original: str) -> Problem:
    """What to do about it: its words may be those that somebody wants to be read."""
    return whole(
        shown,
        Code.SECOND_COPY,
        f"“{name}”, a second copy of “{original}”, which nobody reads",
        "one of the two",
        "Compare the two, take over what is missing, and delete the copy. Programs that keep folders alike on several "
        "machines make one where two people saved at once.",
    )

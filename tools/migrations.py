"""What an upgrade does to files that stay as the newsroom has them, and that the new version reads in another form.

Standard library only, as in ``upgrade``. A migration gets a file as it stands here and as the new version brings it. It
keeps every word that somebody wrote, may run any number of times, and says in a sentence what it has done. A form that
no program can bring to the new one is no migration but a problem that ``check`` tells, line by line.
"""

import re
from dataclasses import dataclass
from typing import Callable  # noqa: UP035 (as in bootstrap)

from tools.words import with_missing


@dataclass(frozen=True)
class Migration:
    """A change of form, and the files that it concerns."""

    files: "re.Pattern[str]"
    """Paths below the project."""
    migrate: "Callable[[bytes, bytes], tuple[bytes, str]]"
    """(the file here, the new version's) -> (the file as the new version reads it, what was done or nothing)."""


def _words_of_the_theme(own: bytes, new: bytes) -> "tuple[bytes, str]":
    """A new theme has new words; without them, pages of a newsroom that has changed one word would be half English."""
    try:
        text, count = with_missing(own.decode("utf-8"), new.decode("utf-8"))
    except UnicodeDecodeError:
        return own, ""
    return text.encode("utf-8"), f"words of the new version added at its end: {count}" if count else ""


MIGRATIONS = (Migration(re.compile(r"translations/ui/[^/]+\.po"), _words_of_the_theme),)
"""In the order in which they are carried out; a new one is a function and a line here."""


def migrated(path: str, own: bytes, new: bytes) -> "tuple[bytes, str]":
    """The file after all migrations that concern it, and what was done."""
    done: list[str] = []
    for migration in MIGRATIONS:
        if migration.files.fullmatch(path):
            own, told = migration.migrate(own, new)
            done += [told] if told else []
    return own, "; ".join(done)

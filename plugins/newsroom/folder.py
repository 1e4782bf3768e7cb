"""What lies in one folder of content, in a fixed order, nothing followed out of it."""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.codes import Code
from plugins.newsroom.places import escape_problem, escapes
from plugins.newsroom.problem import Problem
from plugins.newsroom.source import unreadable, whole

_IGNORED = frozenset(("Thumbs.db", "desktop.ini", "ehthumbs.db", "Icon\r", "__MACOSX"))
_AUTOSAVED = re.compile(r"#.+#")


@dataclass(frozen=True, slots=True)
class Listing:
    """The names in a folder: sorted, without those that start with a dot or that systems leave behind."""

    files: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    """Names of links that lead out, which are problems already."""
    problems: tuple[Problem, ...] = ()


def list_folder(folder: str | Path, shown: str, home: str | Path) -> Listing:
    """The files and folders in ``folder``; a symbolic link that leads out of ``home`` is a problem."""
    try:
        with os.scandir(folder) as scan:
            found = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        return Listing(problems=(unreadable(shown, error),))
    files, folders, refused, problems = [], [], [], []
    for entry in found:
        name = entry.name
        if name.startswith((".", "~$", "~WRL")) or name.endswith("~") or name in _IGNORED or _AUTOSAVED.fullmatch(name):
            continue
        if not name.isprintable():
            problems.append(_bad_name(shown, name))
        elif entry.is_symlink() and escapes(entry.path, home):
            refused.append(name)
            problems.append(escape_problem(f"{shown}/{name}"))
        elif _leads_nowhere(entry):
            refused.append(name)
            problems.append(unreadable(f"{shown}/{name}", OSError(errno.ELOOP, "a link that leads to itself")))
        elif entry.is_dir():
            folders.append(name)
        else:
            files.append(name)
    return Listing(tuple(files), tuple(folders), tuple(refused), tuple(problems))


def _leads_nowhere(entry: os.DirEntry[str]) -> bool:
    """Whether it is a link that leads back to itself."""
    try:
        entry.is_dir()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


def nfc(name: str) -> str:
    """A file's name with its accents composed: macOS hands them out decomposed."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def _bad_name(shown: str, name: str) -> Problem:
    printable = "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in name)
    return whole(
        f"{shown}/{printable}",
        Code.UNREADABLE_FILE,
        "a file name with invisible or damaged characters",
        "a name of letters, digits, hyphens and full stops",
        "Rename the file.",
    )

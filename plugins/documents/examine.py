"""Looks at a document: what it is by its content, how large, accessible or not, whether it may be handed out."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from plugins.documents import complaints
from plugins.documents.archives import archive_problems
from plugins.documents.kinds import Kind, endings, kind_of
from plugins.documents.portable import pdf_problems
from plugins.newsroom.problem import Problem

LIMIT = 250_000_000
"""Bytes of a document at most."""
_PACKED = frozenset({Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODT, Kind.ODS, Kind.ODP, Kind.ZIP})


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found in a document that may be handed out."""

    kind: str
    size: int
    """In bytes."""
    tagged: bool | None
    """Whether a PDF is tagged; ``None`` for every other kind."""


def examine(path: Path, file: str) -> tuple[Facts | None, tuple[Problem, ...]]:
    """(its facts, or ``None`` where it is not handed out; what is wrong with it). ``file`` as the editor knows it."""
    try:
        size = path.stat().st_size
        if size > LIMIT:
            return None, (complaints.too_large(file, size, LIMIT),)
        if size == 0:
            return None, (complaints.unreadable(file, "an empty file"),)
        kind = kind_of(path)
        if kind in (Kind.UNKNOWN, Kind.OLD_OFFICE):
            return None, (complaints.of_kind(file, kind),)
        problems, tagged = _inside(path, file, kind)
    except OSError as error:
        return None, (complaints.unreadable(file, f"a file that cannot be read ({error.strerror})"),)
    except zipfile.BadZipFile:
        return None, (complaints.unreadable(file, "a damaged archive"),)
    except ValueError as error:
        return None, (complaints.unreadable(file, str(error)),)
    if path.suffix.lower().lstrip(".") not in endings(kind):
        problems = (*problems, complaints.misnamed(file, kind))
    return (None if problems else Facts(kind.value, size, tagged)), problems


def _inside(path: Path, file: str, kind: Kind) -> tuple[tuple[Problem, ...], bool | None]:
    if kind is Kind.PDF:
        return pdf_problems(path, file)
    return (tuple(archive_problems(path, file, kind)) if kind in _PACKED else ()), None

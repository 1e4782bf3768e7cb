"""The sentences said of a document that is not handed out, or not as it is."""

from __future__ import annotations

from plugins.documents.kinds import Kind, endings
from plugins.newsroom.problem import Problem

_READ = "a PDF, a Word, Excel, PowerPoint or OpenDocument file, a ZIP, or an audio or video file"


def unreadable(file: str, reason: str) -> Problem:
    """The system does not let us read it, or it is damaged."""
    fix = "Save the document anew in its program, and put that file in its place."
    return Problem(file, 0, 0, "document-damaged", reason, _READ, fix)


def too_large(file: str, size: int, limit: int) -> Problem:
    """More bytes than anybody wants to download."""
    fix = "Make it smaller (export with pictures for screens), or put it elsewhere and link to it under “links”."
    found = f"a document of {size / 1e6:,.0f} MB"
    return Problem(file, 0, 0, "document-too-large", found, f"{limit / 1e6:,.0f} MB at most", fix)


def of_kind(file: str, kind: Kind) -> Problem:
    """A kind of file that is not handed out."""
    if kind is Kind.OLD_OFFICE:
        found = "an Office file in the old format of 1997, or one behind a password"
        fix = "Save it in its program as .docx, .xlsx or .pptx without a password, or better as PDF."
    else:
        found, fix = "a file of a kind that nobody knows", "Look what the file is, and save it as PDF."
    return Problem(file, 0, 0, "document-kind", found, _READ, fix)


def misnamed(file: str, kind: Kind) -> Problem:
    """The content is something else than the name says."""
    name, allowed = file.rpartition("/")[2], " or ".join(f".{ending}" for ending in endings(kind))
    found = f"“{name}”, whose content is of the kind {kind.value}"
    fix = f"Look what the file really is. If it is right, rename it so that it ends in {allowed}."
    return Problem(file, 0, 0, "document-misnamed", found, f"a name that ends in {allowed}", fix)


def encrypted(file: str) -> Problem:
    """Nobody could open it."""
    fix = "Save it without a password or restrictions."
    return Problem(file, 0, 0, "document-encrypted", "an encrypted document", "one that everybody can open", fix)


def active(file: str, found: str) -> Problem:
    """Something in it would run on a reader's machine."""
    fix = "Save it without that: as .docx, .xlsx, .pptx without macros, or print it into a PDF."
    return Problem(file, 0, 0, "document-active", found, "one in which nothing runs", fix)


def bomb(file: str, found: str) -> Problem:
    """An archive that unpacks to more than it should."""
    fix = "Pack fewer and smaller files, without folders outside of the archive."
    return Problem(file, 0, 0, "document-archive", found, "an archive that is safe to unpack", fix)

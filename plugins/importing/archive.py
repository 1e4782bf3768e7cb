"""Opens .docx and .odt, which are zip archives full of XML, within limits and without entities."""

from __future__ import annotations

import io
import zipfile

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from plugins.importing.errors import SourceError

LIMIT = 200_000_000
"""Bytes of the largest source that is read."""
UNPACKED = 600_000_000
"""Bytes that all parts together may unpack to."""
PART = 60_000_000
"""Bytes that one part of XML may unpack to: 300 pages have about 3 million."""
RATIO = 200
"""A part of XML above a megabyte that is packed better than this is a bomb; real ones reach 30."""
PARTS = 5_000

_EXPECTED = "a document as Word or LibreOffice save it"


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive, whose parts may be read. Raises ``SourceError``."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise SourceError(
            name, "a document that is damaged or cut off", _EXPECTED,
            "Open it in the program that made it, save it again, and import that; or ask for it to be sent again.",
        ) from None  # fmt: skip
    _within_limits(name, parts)
    manifest = next((part for part in parts if part.filename == "META-INF/manifest.xml"), None)
    if manifest and b"encryption-data" in read_part(archive, manifest.filename, name):
        raise protected(name)
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels")) and part.file_size:
            _harmless(name, part.filename, read_part(archive, part.filename, name))
    return archive


def read_part(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    """One part's bytes. Raises ``SourceError`` where it is damaged."""
    try:
        return archive.read(part)
    except Exception as error:  # zlib, checksums, missing parts: whatever an unpacker raises means damage
        raise SourceError(
            name, f"a document whose part “{part}” is damaged ({type(error).__name__})", _EXPECTED,
            "Open it in the program that made it, save it again, and import that.",
        ) from None  # fmt: skip


def _within_limits(name: str, parts: list[zipfile.ZipInfo]) -> None:
    fix = "Do not open it; ask who sent it. A text of 300 pages with pictures stays far below these limits."
    expected = "a document of a usual size"
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
        raise SourceError(name, "a document that unpacks to far more than it is", expected, fix)
    for part in parts:
        if part.flag_bits & 1:
            raise protected(name)
        path = part.filename.replace("\\", "/")
        if path.startswith("/") or ".." in path.split("/") or ":" in path:
            raise SourceError(name, f"a part that points out of the document: “{part.filename}”", _EXPECTED, fix)
        if not path.lower().endswith((".xml", ".rels")):
            continue
        if part.file_size > PART or part.file_size > max(1_000_000, RATIO * part.compress_size):
            found = f"a part, “{part.filename}”, that unpacks to {part.file_size / 1e6:,.0f} MB"
            raise SourceError(name, found, expected, fix)


def _harmless(name: str, part: str, data: bytes) -> None:
    try:
        fromstring(data, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise SourceError(
            name, f"XML with entities in “{part}”, which no word processor writes", _EXPECTED,
            "Do not open it; ask who sent it, and have the text sent as plain text.",
        ) from None  # fmt: skip
    except (ParseError, ValueError, LookupError):
        raise SourceError(
            name, f"a document whose part “{part}” is damaged", _EXPECTED,
            "Open it in the program that made it, save it again, and import that.",
        ) from None  # fmt: skip


def protected(name: str) -> SourceError:
    """The refusal of a document that has a password."""
    return SourceError(
        name, "a document that is protected by a password", "a document that anybody can open",
        "Open it in Word or LibreOffice with its password, take the password away "
        "(Word: File › Info › Protect Document), save it, and import it again.",
    )  # fmt: skip

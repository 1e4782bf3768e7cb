"""Tells what a document is by its content: names lie."""

from __future__ import annotations

import zipfile
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """What may be handed out; the value is how people call such a file."""

    PDF = "PDF"
    DOCX = "DOCX"
    XLSX = "XLSX"
    PPTX = "PPTX"
    ODT = "ODT"
    ODS = "ODS"
    ODP = "ODP"
    ZIP = "ZIP"
    MP3 = "MP3"
    M4A = "M4A"
    OGG = "OGG"
    WAV = "WAV"
    FLAC = "FLAC"
    MP4 = "MP4"
    WEBM = "WebM"
    VTT = "VTT"
    OLD_OFFICE = "old or encrypted Office file"
    """An OLE2 container: a file of Word 97, or a newer one behind a password. Not handed out."""
    UNKNOWN = "unknown"


ENDINGS: dict[Kind, tuple[str, ...]] = {
    Kind.OGG: ("ogg", "oga", "opus", "ogv"),
    Kind.MP4: ("mp4", "m4v", "mov"),
    Kind.M4A: ("m4a",),
    Kind.WEBM: ("webm", "mkv"),
}
"""Endings of the kinds that have others than their own name."""
_ZIPPED = (("word/", Kind.DOCX), ("xl/", Kind.XLSX), ("ppt/", Kind.PPTX))
_OPEN = {"text": Kind.ODT, "spreadsheet": Kind.ODS, "presentation": Kind.ODP}
_OPEN_PREFIX = b"application/vnd.oasis.opendocument."
HEAD = 1024
"""Bytes in which the mark of a PDF may stand (ISO 32000-1, Annex H)."""


def endings(kind: Kind) -> tuple[str, ...]:
    """How the name of such a file may end."""
    return ENDINGS.get(kind, (kind.value.lower(),))


def kind_of(path: Path) -> Kind:
    """What a file is. Raises ``OSError``, ``zipfile.BadZipFile`` for a broken archive."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if b"%PDF-" in head:
        return Kind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(path)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Kind.OLD_OFFICE
    if head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
        return Kind.VTT
    return _media(head)


def _zipped(path: Path) -> Kind:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if names and names[0] == "mimetype" and archive.getinfo("mimetype").file_size < HEAD:
            said = archive.read("mimetype")
            if said.startswith(_OPEN_PREFIX):
                return _OPEN.get(said.removeprefix(_OPEN_PREFIX).decode("ascii", "replace"), Kind.UNKNOWN)
    if "[Content_Types].xml" in names:
        return next((kind for start, kind in _ZIPPED if any(n.startswith(start) for n in names)), Kind.ZIP)
    return Kind.ZIP


def _media(head: bytes) -> Kind:
    if head[4:8] == b"ftyp":
        return Kind.M4A if head[8:11] in (b"M4A", b"M4B") else Kind.MP4
    if head.startswith(b"RIFF"):
        return Kind.WAV if head[8:12] == b"WAVE" else Kind.UNKNOWN
    marks = ((b"ID3", Kind.MP3), (b"OggS", Kind.OGG), (b"fLaC", Kind.FLAC), (b"\x1a\x45\xdf\xa3", Kind.WEBM))
    found = next((kind for mark, kind in marks if head.startswith(mark)), None)
    if found is not None:
        return found
    # A frame of MPEG audio, layer III (ISO/IEC 11172-3): eleven bits of synchronisation, version, layer.
    is_frame = len(head) > 2 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2 and head[2] & 0xF0 != 0xF0
    return Kind.MP3 if is_frame else Kind.UNKNOWN

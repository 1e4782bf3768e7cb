"""Looks through archives, and the Office files that are such: bombs, ways out, passwords, macros, programs."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from plugins.documents import complaints
from plugins.documents.kinds import Kind
from plugins.newsroom.problem import Problem

MEMBERS = 10_000
UNPACKED = 1_000_000_000
"""Bytes that an archive may unpack to."""
RATIO = 200
"""Times its size that it may unpack to; text packs to a tenth at best, a sheet of equal cells to a fiftieth."""
_SMALL = 10_000_000
"""Bytes that may be packed as densely as they like."""
_MACROS = ("vbaproject.bin", "macros/", "basic/", "scripts/", "xl/macrosheets/", "activex/")
_PROGRAMS = tuple(
    f".{ending}"
    for ending in (
        *(
            "exe",
            "dll",
            "com",
            "scr",
            "bat",
            "cmd",
            "ps1",
            "vbs",
            "vbe",
            "js",
            "jse",
            "wsf",
            "hta",
            "msi",
            "jar",
            "lnk",
        ),
        *("docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppam", "ppsm", "sh", "app", "apk"),
    )
)


def archive_problems(path: Path, file: str, kind: Kind) -> Iterator[Problem]:
    """Everything that is wrong with an archive. Raises ``zipfile.BadZipFile``, ``OSError``."""
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        size = sum(member.file_size for member in members)
        packed = sum(member.compress_size for member in members)
        manifest = _text(archive, "META-INF/manifest.xml") if kind in (Kind.ODT, Kind.ODS, Kind.ODP) else ""
    if len(members) > MEMBERS:
        yield complaints.bomb(file, f"an archive of {len(members):,} files")
    if size > UNPACKED or (size > _SMALL and size > RATIO * max(packed, 1)):
        yield complaints.bomb(file, f"an archive of {packed / 1e6:,.0f} MB that unpacks to {size / 1e6:,.0f} MB")
    if any(member.flag_bits & 1 for member in members) or "encryption-data" in manifest:
        yield complaints.encrypted(file)
    names = [member.filename.replace("\\", "/").lower() for member in members]
    way_out = next((n for n in names if n.startswith("/") or ".." in n.split("/") or ":" in n.split("/")[0]), None)
    if way_out is not None:
        yield complaints.bomb(file, f"an archive with a file that wants to lie outside of it (“{way_out}”)")
    if kind is Kind.ZIP:
        program = next((name for name in names if name.endswith(_PROGRAMS)), None)
        if program is not None:
            yield complaints.active(file, f"a program or macros in it (“{program}”)")
    elif any(mark in name for name in names for mark in _MACROS):
        yield complaints.active(file, "macros")


def _text(archive: zipfile.ZipFile, name: str) -> str:
    try:
        if archive.getinfo(name).file_size > _SMALL:
            return ""
        return archive.read(name).decode("utf-8", "replace")
    except (KeyError, RuntimeError):
        return ""

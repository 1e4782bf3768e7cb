"""Looks through archives, and the Office files that are such: bombs, ways out, passwords, macros, programs."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from plugins.documents import complaints
from plugins.documents.kinds import Kind
from plugins.newsroom.counting import count
from plugins.newsroom.problem import Problem

MEMBERS = 10_000
UNPACKED = 1_000_000_000
"""Bytes that an archive may unpack to."""
RATIO = 200
"""Times its size that it may unpack to; text packs to a tenth at best, a sheet of equal cells to a fiftieth."""
_SMALL = 10_000_000
"""Bytes that may be packed as densely as they like."""
_MACROS = ("vbaproject.bin", "macros/", "basic/", "scripts/", "xl/macrosheets/", "activex/")
_MACRO_TYPES = re.compile(rb"vbaProject|macroEnabled|macrosheet|keyMapCustomizations", re.IGNORECASE)
"""What names macros in the contents of an Office file, whatever the file with them is called (ECMA-376, Part 2)."""
_REMOTE = re.compile(
    rb"""<Relationship\b(?=[^>]*TargetMode=["']External)"""
    rb"""(?=[^>]*Type=["'][^"']*/(?:attachedTemplate|oleObject|frame|subDocument)["'])"""
)
"""A template or object that is fetched from elsewhere when the file is opened, and brings its own macros."""
_PROGRAMS = (
    "exe", "dll", "com", "scr", "pif", "cpl", "bat", "cmd", "ps1", "psm1", "vbs", "vbe", "vb", "js", "jse", "wsf",
    "wsh", "sct", "hta", "msi", "msix", "appx", "jar", "lnk", "url", "scf", "reg", "inf", "chm", "hlp", "gadget",
    "docm", "dotm", "xlsm", "xltm", "xlam", "xll", "pptm", "potm", "ppam", "ppsm", "sh", "command", "app", "apk",
    "iso", "img", "vhd", "vhdx", "dmg", "pkg", "deb", "rpm",
)  # fmt: skip
PROGRAMS = tuple(f".{ending}" for ending in _PROGRAMS)
"""How the names of files end that run when they are opened, or hold such."""
_STARTS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")
"""How a program begins on Windows, Linux and macOS, and a script anywhere."""
_SEALED = (".7z", ".rar", ".ace", ".cab", ".arj", ".lzh")
"""Archives that nobody here can look into."""
_NESTED = (".zip", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp")
_DEPTH = 2
"""How many archives within each other are looked through."""
_READ = 50_000_000
"""Bytes of an archive within an archive that are read at most."""


def archive_problems(path: Path, file: str, kind: Kind) -> Iterator[Problem]:
    """Everything that is wrong with an archive. Raises ``zipfile.BadZipFile``, ``OSError``."""
    with zipfile.ZipFile(path) as archive:
        yield from _sizes(archive, file)
        if _is_encrypted(archive, kind):
            yield complaints.encrypted(file)
        way_out = next((name for name in map(_way_out, archive.infolist()) if name), "")
        if way_out:
            yield complaints.bomb(file, f"an archive with a file that wants to lie outside of it (“{way_out}”)")
        if kind is Kind.ZIP:
            name, is_hidden = _program(archive, _DEPTH)
            if is_hidden:
                yield complaints.active(file, f"a document with an archive in it that nobody can look into (“{name}”)")
            elif name:
                yield complaints.active(file, f"a document with a program or macros in it (“{name}”)")
        elif _has_macros(archive):
            yield complaints.active(file, "a document with macros")


def _sizes(archive: zipfile.ZipFile, file: str) -> Iterator[Problem]:
    members = archive.infolist()
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if len(members) > MEMBERS:
        yield complaints.bomb(file, f"an archive of {count(len(members), 'file')}")
    if size > UNPACKED or (size > _SMALL and size > RATIO * max(packed, 1)):
        yield complaints.bomb(file, f"an archive of {packed / 1e6:,.0f} MB that unpacks to {size / 1e6:,.0f} MB")


def _is_encrypted(archive: zipfile.ZipFile, kind: Kind) -> bool:
    manifest = _read(archive, "META-INF/manifest.xml") if kind in (Kind.ODT, Kind.ODS, Kind.ODP) else b""
    return any(member.flag_bits & 1 for member in archive.infolist()) or b"encryption-data" in manifest


def _way_out(member: zipfile.ZipInfo) -> str:
    """The name of a member that would lie, or lead, outside of the folder it is unpacked to; else empty."""
    name = member.filename.replace("\\", "/").lower()
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    return name if is_link or name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0] else ""


def _has_macros(archive: zipfile.ZipFile) -> bool:
    """Whether an Office file has some, under whatever name, or fetches a template that may."""
    names = [name.replace("\\", "/").lower() for name in archive.namelist()]
    if any(mark in name for name in names for mark in _MACROS):
        return True
    if _MACRO_TYPES.search(_read(archive, "[Content_Types].xml")):
        return True
    relations = [name for name in archive.namelist() if name.lower().endswith(".rels")]
    return any(_REMOTE.search(_read(archive, name)) for name in relations)


def _program(archive: zipfile.ZipFile, depth: int) -> tuple[str, bool]:
    """The first member that is a program or that nobody can look into, empty if there is none; whether the latter."""
    for member in archive.infolist():
        name = member.filename.replace("\\", "/").lower()
        if name.rstrip(". ").endswith(PROGRAMS) or _head(archive, member).startswith(_STARTS):
            return name, False
        if name.endswith(_SEALED):
            return name, True
        if name.endswith(_NESTED):
            inner, is_hidden = _nested(archive, member, depth)
            if inner or is_hidden:
                return f"{name}/{inner}".rstrip("/"), is_hidden
    return "", False


def _nested(archive: zipfile.ZipFile, member: zipfile.ZipInfo, depth: int) -> tuple[str, bool]:
    """The same of an archive within an archive."""
    if member.flag_bits & 1:
        return "", False  # which is told already
    if depth == 0 or member.file_size > _READ:
        return "", True
    try:
        with zipfile.ZipFile(io.BytesIO(archive.read(member))) as inner:
            return ("macros", False) if _has_macros(inner) else _program(inner, depth - 1)
    except (zipfile.BadZipFile, NotImplementedError, zlib.error):
        return "", True


def _head(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.flag_bits & 1 or member.is_dir():
        return b""
    try:
        with archive.open(member) as content:
            return content.read(4)
    except (NotImplementedError, zipfile.BadZipFile, zlib.error):
        return b""


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        return archive.read(name) if archive.getinfo(name).file_size <= _SMALL else b""
    except (KeyError, RuntimeError, NotImplementedError, zlib.error):
        return b""

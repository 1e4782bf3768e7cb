"""The sentences said of a picture that cannot be used, or not as it is."""

from __future__ import annotations

from plugins.newsroom.problem import Level, Problem
from plugins.pictures.picture import Limits
from plugins.pictures.sniff import Kind

_READ = "a photograph as JPEG, HEIC, PNG, WebP, TIFF or AVIF"
_EXPORT = "Export it from the picture program as JPEG (sRGB) and name that file in report.yaml."

_FIXES: dict[Kind, tuple[str, str]] = {
    Kind.SVG: (
        "picture-svg",
        "An SVG can carry scripts and is not published. Export it as PNG, at least 1600 pixels wide.",
    ),
    Kind.RAW: ("picture-raw", "Develop it in the camera's program and export it as JPEG (sRGB)."),
    Kind.LFS: ("picture-lfs", "The picture itself is kept in Git LFS: run `git lfs pull`, then build again."),
    Kind.HTML: ("picture-not-a-picture", "A web page was saved in its place. Download the picture again."),
    Kind.METAFILE: (
        "picture-format",
        "Open the document in Word, right-click the drawing, choose “Save as Picture”, and save it as PNG.",
    ),
    Kind.EMPTY: ("picture-empty", "The file has no bytes. Copy the picture again from where it came from."),
    Kind.UNKNOWN: ("picture-not-a-picture", "Look what the file is, then put the picture in its place."),
}


def of_kind(file: str, kind: Kind) -> Problem:
    """The file is of a kind that is not read."""
    code, fix = _FIXES.get(kind, ("picture-format", _EXPORT))
    found = {
        Kind.EMPTY: "an empty file",
        Kind.UNKNOWN: "a file that is not a picture",
        Kind.RAW: "a camera raw file",
        Kind.LFS: "a Git LFS pointer in place of the picture",
    }.get(kind, kind.value if kind.value.startswith("a") else f"a file of the kind {kind.value}")
    return Problem(file, 0, 0, code, found, _READ, fix)


def missing(file: str) -> Problem:
    """There is no such file."""
    fix = "Put the file there, or correct the name: capitals and the ending count."
    return Problem(file, 0, 0, "picture-missing", "no such file", "the picture named in the report", fix)


def unreadable(file: str, reason: str) -> Problem:
    """The system does not let us read the file."""
    fix = "Give the file read permission, or copy it anew."
    return Problem(file, 0, 0, "picture-unreadable", reason, "a file that can be read", fix)


def too_heavy(file: str, size: int, limits: Limits) -> Problem:
    """The file has more bytes than are read."""
    found = f"{size / 1e6:,.0f} MB"
    return Problem(file, 0, 0, "picture-too-heavy", found, f"at most {limits.bytes / 1e6:,.0f} MB", _EXPORT)


def too_large(file: str, found: str, limits: Limits) -> Problem:
    """The picture has more pixels than are decoded (or claims to, as a decompression bomb does)."""
    expected = f"at most {limits.pixels / 1e6:,.0f} million pixels and {limits.side:,} on the longer side"
    fix = "Scale the picture down to 6000 pixels on the longer side, which is enough for print."
    return Problem(file, 0, 0, "picture-too-large", found, expected, fix)


def broken(file: str, kind: Kind, reason: str) -> Problem:
    """The file begins like a picture but cannot be decoded to the end."""
    found = f"a damaged or cut-off {kind.value} ({reason})"
    fix = "Copy the picture again from the camera, or ask whoever sent it; a transfer was broken off."
    return Problem(file, 0, 0, "picture-broken", found, "a whole picture", fix)


def depth(file: str, mode: str) -> Problem:
    """The pixels are of a sort that photographs do not have."""
    found = f"pixels of the sort {mode}"
    return Problem(file, 0, 0, "picture-depth", found, "8 or 16 bits a channel", _EXPORT)


def renamed(file: str, kind: Kind, suffix: str) -> Problem:
    """The name's ending does not fit the content, which is what counts."""
    found = f"a {kind.value} with the ending {suffix or '(none)'}"
    fix = "It is read all the same. Rename it here and in report.yaml, for other programs."
    expected = f"an ending that fits {kind.value}"
    return Problem(file, 0, 0, "picture-renamed", found, expected, fix, Level.NOTICE)


def animated(file: str, frames: int) -> Problem:
    """Only the first frame is used."""
    found = f"{frames} frames"
    fix = "Only the first is shown. Choose the frame yourself and save it as JPEG if it should be another."
    return Problem(file, 0, 0, "picture-animated", found, "one still picture", fix, Level.WARNING)


def odd_metadata(file: str) -> Problem:
    """Some of the metadata is unreadable; what was readable is used."""
    fix = "Write caption, alt text and credit in the report, or save the picture anew with its metadata."
    found, expected = "metadata that cannot be read", "well-formed XMP, IPTC or EXIF"
    return Problem(file, 0, 0, "picture-metadata", found, expected, fix, Level.WARNING)


def changed(file: str) -> Problem:
    """The file is no longer the one that was examined."""
    found = "a file that was changed while the newsroom was being built"
    fix = "Wait until the program that writes it has ended, then build again."
    return Problem(file, 0, 0, "picture-changed", found, "the same file from beginning to end", fix)


def cut_short(file: str) -> Problem:
    """The last bytes are missing, which takes nothing of the picture away."""
    found, expected = "a JPEG whose last bytes are missing", "a whole file"
    fix = "It is shown whole all the same. Copy it again if other programs refuse it."
    return Problem(file, 0, 0, "picture-cut-short", found, expected, fix, Level.NOTICE)


def broken_profile(file: str) -> Problem:
    """The colour profile is unreadable; the pixels are taken for sRGB, as browsers do."""
    found, expected = "a colour profile that cannot be read", "a colour profile (ICC), or none"
    fix = "Its colours are taken for sRGB. If they look wrong, export the picture anew in sRGB."
    return Problem(file, 0, 0, "picture-profile", found, expected, fix, Level.NOTICE)


def expires(file: str, day: str) -> Problem:
    """The picture's own metadata ends its use."""
    found, expected = f"metadata that end the picture's use on {day}", "a picture that may be used"
    fix = (
        "That is heeded: from the day after, it is shown nowhere. If you may use it for longer, write the last day "
        "beside it in report.yaml, “usable_until:”."
    )
    return Problem(file, 0, 0, "picture-expires", found, expected, fix, Level.NOTICE)


def embargoed(file: str, day: str) -> Problem:
    """The picture's own metadata hold it back."""
    found, expected = f"metadata that hold the picture back until {day}", "a picture that may be shown with its report"
    fix = (
        "That is heeded: before that day, it is shown nowhere. If you may use it sooner, write the first day beside "
        "it in report.yaml, “usable_from:”."
    )
    return Problem(file, 0, 0, "picture-embargo", found, expected, fix, Level.NOTICE)


def bad_address(file: str, address: str) -> Problem:
    """An address in the metadata that nobody should follow; it is left out of every rendition."""
    found = f"an address in its metadata that is none of the web: {address[:60]}"
    fix = "It is left out of what is published. Write the licence in report.yaml, by its name or its web address."
    expected = "a web address such as https://creativecommons.org/licenses/by/4.0/"
    return Problem(file, 0, 0, "picture-address", found, expected, fix, Level.WARNING)

"""Checks of a report's video: there is something to watch, a poster of its own, files that are there, a title."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.codes import Code
from plugins.newsroom.edition import EditionReading
from plugins.newsroom.folder import nfc
from plugins.newsroom.problem import Problem
from plugins.newsroom.suggest import did_you_mean, listing
from plugins.newsroom.yaml_source import Doc

FILMS = (".mp4", ".m4v", ".mov", ".webm", ".mkv", ".ogv", ".ogg")
"""How files end that a browser plays as films."""


def video_problems(
    doc: Doc, photos: tuple[str, ...], documents: tuple[str, ...], original: EditionReading | None
) -> Iterator[Problem]:
    """Everything that is wrong with ``video``; names are those of report.yaml's pictures and documents."""
    video = doc.value.get("video")
    if not isinstance(video, dict):
        return
    if not {"url", "file"} & video.keys():
        fix = "Add “url: …” where it is watched, or “file: …”, the name of one of the report's documents."
        yield doc.problem(
            Code.VIDEO_SOURCE, ("video",), "a video without an address", "“url” or “file”", fix, on_key=True
        )
    if isinstance(video.get("embed"), str) and not video["embed"].startswith("https://"):
        fix = (
            "Write the address of the player, from https:// on; or leave “embed” out: the page then links to the video."
        )
        yield doc.problem(Code.BAD_URL, ("video", "embed"), f"“{video['embed']}”", "an address with https://", fix)
    yield from _absent(doc, ("video", "poster"), video.get("poster"), photos, "photos", Code.UNKNOWN_PHOTO)
    yield from _absent(doc, ("video", "file"), video.get("file"), documents, "documents", Code.UNKNOWN_DOCUMENT)
    yield from _other_kind(doc, ("video", "file"), video.get("file"), FILMS, "a film: MP4, WebM or Ogg")
    captions = video.get("captions")
    if captions and "file" not in video:
        found, fix = (
            "subtitles, but no film of your own to show them with",
            ("Give the subtitles to the host of the film and take “captions” away; or add “file: …”, your own film."),
        )
        yield doc.problem(Code.VIDEO_KIND, ("video", "captions"), found, "“file”, a film of your own", fix, on_key=True)
    for lang, file in captions.items() if isinstance(captions, dict) else ():
        at = ("video", "captions", lang)
        yield from _absent(doc, at, file, documents, "documents", Code.UNKNOWN_DOCUMENT)
        yield from _other_kind(doc, at, file, (".vtt",), "subtitles: a file of WebVTT (.vtt)")
    if original is not None and original.doc is not None and "video" not in original.doc.value:
        fix = "Add in the front matter:\nvideo:\n  title: what the film shows"
        yield original.doc.problem(Code.VIDEO_TITLE, ("video",), "no title of the video", "a title", fix, on_key=True)


def _other_kind(
    doc: Doc, at: tuple[str, ...], file: object, kinds: tuple[str, ...], expected: str
) -> Iterator[Problem]:
    """A document whose name is that of another kind; whether it is what its name says is looked at elsewhere."""
    if isinstance(file, str) and file.strip() and not file.strip().lower().endswith(kinds):
        fix = "Convert it, or name another of the report's documents: a browser would show nothing."
        yield doc.problem(Code.VIDEO_KIND, at, f"“{file}”", expected, fix)


def _absent(
    doc: Doc, at: tuple[str, ...], file: object, names: tuple[str, ...], key: str, code: Code
) -> Iterator[Problem]:
    if isinstance(file, str) and file.strip() and nfc(file.strip()) not in names:
        otherwise = f"Named there are: {listing(names)}." if names else f"Name it under “{key}”."
        fix = did_you_mean(file, names, otherwise)
        yield doc.problem(code, at, f"“{file}”", f"a file named under “{key}”", fix)

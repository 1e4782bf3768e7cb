"""A report's video as its page shows it: with a poster of its own, and nothing asked of another host."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from plugins.newsroom.model import Document, VideoWords
from plugins.pages.dates import endonym
from plugins.pages.entry import Entry
from plugins.pages.parts import TrackView, VideoView

if TYPE_CHECKING:
    from plugins.pages.language import Language

MIMES = {"MP4": "video/mp4", "WebM": "video/webm", "OGG": "video/ogg"}


def video_view(entry: Entry, language: Language) -> VideoView | None:
    """``None`` without a video, or where its file or poster may not be shown any more."""
    report = entry.report
    video = report.video
    shot = entry.shot(video.poster) if video is not None else None
    if video is None or shot is None:
        return None
    documents = {document.file: document for document in report.documents}
    film = documents.get(video.file)
    if film is None and not video.url:
        return None
    own, original = language.edition(report), report.original
    words, source = (own.video, own.lang) if own.video.title else (original.video, original.lang)
    told, tongue = (own.video, own.lang) if own.video.transcript else (original.video, original.lang)
    return VideoView(
        title=language.text(words.title, source),
        poster=language.figure(report, shot),
        length=video.length,
        url=video.url,
        host=(urlsplit(video.url).hostname or "").removeprefix("www."),
        embed="" if film else video.embed,
        player=(urlsplit(video.embed).hostname or "").removeprefix("www."),
        file=language.urls.at(film.address) if film else "",
        mime=MIMES.get(film.kind, "") if film else "",
        tracks=tuple(_track(lang, documents[file], language) for lang, file in video.captions if file in documents),
        transcript=tuple(language.text(part, tongue) for part in _paragraphs(told)),
    )


def _paragraphs(words: VideoWords) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in words.transcript.split("\n\n") if part.strip())


def _track(lang: str, document: Document, language: Language) -> TrackView:
    return TrackView(lang, endonym(lang), language.urls.at(document.address))

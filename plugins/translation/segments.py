"""Cuts an edition into its segments, and builds an edition of translated words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.newsroom.model import Correction, DocumentTitle, Edition, Lang, Link, PhotoWords, VideoWords
from plugins.translation.inlines import has_words
from plugins.translation.inner import Part, Piece, written
from plugins.translation.keys import is_body, numbered
from plugins.translation.protect import addresses
from plugins.translation.segment import Segment, Tag
from plugins.translation.splice import Skeleton, cut

OPTIONAL_KINDS = frozenset({"caption"})
"""Kinds whose absence leaves the rest of an edition whole: it falls back alone."""


@dataclass(frozen=True, slots=True)
class EditionCut:
    """An edition as segments: those of the front matter in the order of the file, then the body's."""

    edition: Edition
    segments: tuple[Segment, ...]
    body: Skeleton

    @property
    def fields(self) -> tuple[Segment, ...]:
        """The segments of the front matter."""
        return self.segments[: len(self.segments) - len(self.body.segments)]


def cut_edition(edition: Edition) -> EditionCut:
    """The segments of an edition. The slug is none: it is an address and not a text."""
    body = cut(edition.body)
    lines = edition.body_line - 1
    moved = _distinct([replace(segment, line=segment.line + lines) for segment in body.segments])
    fields = tuple(plain_segment(*field) for field in _fields(edition) if is_text(field[2]))
    return EditionCut(edition, (*fields, *moved), body)


def _fields(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """(key, kind, text) of everything in the front matter that has words."""
    yield "title", "title", edition.title
    yield "kicker", "kicker", edition.kicker
    yield "teaser", "teaser", edition.teaser
    for photo in edition.photos:
        yield f"photos/{photo.file}/alt", "alt-text", photo.alt
        yield f"photos/{photo.file}/caption", "caption", photo.caption
    seen: Counter[str] = Counter()
    for link in edition.links:
        seen[link.url] += 1
        yield numbered(f"links/{link.url}", seen[link.url]), "label", link.label
    for correction in edition.corrections:
        day = correction.date.isoformat()
        seen[day] += 1
        yield numbered(f"corrections/{day}", seen[day]), "correction", correction.text
    for document in edition.documents:
        yield f"documents/{document.file}", "label", document.title
    yield "video/title", "label", edition.video.title
    yield "video/transcript", "transcript", edition.video.transcript


def is_text(text: str) -> bool:
    """Whether a field has something to translate; ``2024`` has not."""
    return has_words([Piece(Part.TEXT, text)])


def plain_segment(key: str, kind: str, text: str) -> Segment:
    """The segment of a plain text without Markdown: its addresses are tags, all else is words."""
    pieces: list[Piece] = []
    tags: list[Tag] = []
    at = 0
    for found in addresses(text):
        seen = text[found.start : found.end]
        tags.append(Tag(len(tags) + 1, found.kind, seen, visible=seen))
        pieces += [Piece(Part.TEXT, text[at : found.start]), Piece(Part.SINGLE, id=len(tags))]
        at = found.end
    pieces.append(Piece(Part.TEXT, text[at:]))
    return Segment(key, kind, written(pieces), tuple(tags))


def _distinct(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The blocks with a number after the key of each but the first of those that are alike.

    A block is known by its kind and its text, so that a paragraph put in before it changes nothing.
    """
    seen: Counter[tuple[str, str]] = Counter()
    out = []
    for segment in segments:
        seen[segment.key, segment.text] += 1
        out.append(replace(segment, key=numbered(segment.key, seen[segment.key, segment.text])))
    return tuple(out)


def with_words(original: Edition, words: Mapping[str, str], body: str, lang: Lang, slug: str) -> Edition:
    """An edition in another language: the original's fields in the words given by their keys.

    A field without words of its own (``2024``) is taken over; a link or correction whose words
    are missing is left out, any other field is then empty.
    """
    texts = [words.get(key, "") if is_text(text) else text for key, _kind, text in _fields(original)]
    title, kicker, teaser, *rest = texts
    count = 2 * len(original.photos)
    photos = zip(original.photos, rest[:count:2], rest[1:count:2], strict=True)
    labels = zip(original.links, rest[count:], strict=False)
    count += len(original.links)
    notes = zip(original.corrections, rest[count:], strict=False)
    count += len(original.corrections)
    titles = zip(original.documents, rest[count:], strict=False)
    video = VideoWords(*rest[count + len(original.documents) :])
    return Edition(
        lang=lang,
        title=title,
        kicker=kicker,
        teaser=teaser,
        body=body,
        slug=slug,
        photos=tuple(PhotoWords(photo.file, alt, caption) for photo, alt, caption in photos),
        links=tuple(Link(link.url, label) for link, label in labels if label),
        corrections=tuple(Correction(item.date, text) for item, text in notes if text),
        documents=tuple(DocumentTitle(document.file, title) for document, title in titles if title),
        video=video,
    )


def words_of(edition: Edition) -> tuple[tuple[str, str], ...]:
    """(key, text) of every field of an edition that has words."""
    return tuple((key, text) for key, _kind, text in _fields(edition) if text and not is_body(key))

"""What can be translated of the words all reports share: those that stand in one language of site.yaml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plugins.newsroom.model import Lang, Newsroom
from plugins.translation.catalogue import Catalogue, Entry
from plugins.translation.entries import answered
from plugins.translation.merge import wanting
from plugins.translation.run.addresses import Addresses
from plugins.translation.run.texts import Answers, Brief
from plugins.translation.run.whole import Remarks
from plugins.translation.segment import Segment
from plugins.translation.shared import SHARED, shared_catalogue, shared_segments


@dataclass(frozen=True)
class SharedText:
    """The shared words of one language that another lacks.

    All of them that a language lacks stand in one catalogue, from whatever language they come.
    """

    brief: Brief
    segments: tuple[tuple[Lang, Segment], ...]
    """(language, segment) of everything the target lacks."""

    def path(self, lang: Lang) -> str:
        """The catalogue of that language, below the translations."""
        return f"{self.brief.place}/{lang}.po"

    def blank(self, lang: Lang) -> Catalogue:
        """A catalogue with everything still to be made."""
        return shared_catalogue(self.segments, lang, None)

    def rebased(self, catalogue: Catalogue) -> Catalogue:
        """The catalogue brought to the present state of the words."""
        return shared_catalogue(self.segments, catalogue.header.lang, catalogue)

    def wanting(self, catalogue: Catalogue) -> tuple[Segment, ...]:
        """What a machine may translate from this language."""
        ours = {(segment.key, segment.text) for lang, segment in self.segments if lang == self.brief.source}
        return tuple(segment for segment in wanting(catalogue) if (segment.key, segment.text) in ours)

    def taken(self, catalogue: Catalogue, answers: Answers, day: dt.date) -> Catalogue:
        """The rebased catalogue with these answers; what a person wrote is left alone."""
        if not answers:
            return catalogue
        free = {(segment.key, segment.text) for segment in wanting(catalogue)}

        def filled(entry: Entry) -> Entry:
            found = answers.get((entry.key, entry.source))
            if found is None or (entry.key, entry.source) not in free:
                return entry
            answer, made = found
            return replace(answered(entry, answer.text, made), findings=answer.findings, answers=answer.answers)

        header = replace(catalogue.header, revised=day.isoformat())
        return replace(catalogue, header=header, entries=tuple(map(filled, catalogue.entries)))

    def refused(self, catalogue: Catalogue) -> Remarks:
        """Nothing: single words make no whole."""
        del catalogue
        return {}

    def remarked(self, catalogue: Catalogue) -> Catalogue:
        """The catalogue itself: single words make no whole."""
        return catalogue

    def addressed(self, catalogue: Catalogue, former: Catalogue, addresses: Addresses) -> Catalogue:
        """The catalogue itself: shared words have no address."""
        del former, addresses
        return catalogue


def shared_texts(newsroom: Newsroom, fixed: tuple[str, ...]) -> Iterator[tuple[SharedText, Lang]]:
    """(text, language) for each direction in which shared words are lacking."""
    names = tuple(dict.fromkeys((*fixed, newsroom.site.publisher.name)))
    for lang in newsroom.site.languages:
        segments = shared_segments(newsroom.people, newsroom.topics, newsroom.site, lang)
        for source in dict.fromkeys(tag for tag, _ in segments):
            yield SharedText(Brief(SHARED, source, names), segments), lang

"""A film that belongs to a report: a file of the newsroom's own, or one that another host shows."""

from __future__ import annotations

from plugins.newsroom.record import record
from plugins.newsroom.words import Lang


@record
class Video:
    """The facts of a film."""

    poster: str
    """File of the report's picture that stands in its place."""
    url: str = ""
    """Where it is watched; empty for a file of the newsroom's own."""
    embed: str = ""
    """Address of that host's player, asked for nothing before a reader wants it; empty: there is a link alone."""
    file: str = ""
    """One of the report's documents: the film itself."""
    length: str = ""
    """As people write it: ``3:25``, ``1:02:30``."""
    captions: tuple[tuple[Lang, str], ...] = ()
    """(language, one of the report's documents): subtitles as WebVTT."""

    @property
    def seconds(self) -> int:
        """Its length; 0 where that is not said."""
        total = 0
        for part in self.length.split(":") if self.length else ():
            total = total * 60 + int(part)
        return total


@record
class VideoWords:
    """What an edition says of the film."""

    title: str = ""
    transcript: str = ""
    """Everything that is said and to be seen, for those who cannot hear or see it."""

"""What other reports have to know of one: light enough to keep for all of them."""

from __future__ import annotations

from plugins.newsroom.body_links import BodyLink
from plugins.newsroom.codes import Code
from plugins.newsroom.model import Lang, Status
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.record import record
from plugins.newsroom.source import Text


@record
class Mention:
    """A word in a file, and where it stands."""

    word: str
    file: str
    line: int
    column: int
    excerpt: str = ""

    def problem(self, code: Code, found: str, expected: str, fix: str, level: Level = Level.ERROR) -> Problem:
        """A problem of this word."""
        return Problem(self.file, self.line, self.column, code.value, found, expected, fix, level, self.excerpt)


def mention(text: Text, link: BodyLink) -> Mention:
    """What a text names with a link, whose line is that of the file."""
    return Mention(link.target, text.file, link.line, link.column, text.line(link.line))


@record
class Head:
    """A report or a static page as the others see it."""

    kind: str
    """``report`` or ``page``."""
    id: str
    path: str
    """Folder relative to the content folder."""
    file: str
    """Its report.yaml or page.yaml, as the editor knows it."""
    year: int = 0
    """Year of publication of a report, which its address carries; 0 where it is not known."""
    status: Status = Status.PUBLISHED
    slugs: tuple[tuple[Lang, Mention], ...] = ()
    aliases: tuple[Mention, ...] = ()
    known_as: tuple[Mention, ...] = ()
    """The name that a renamed report was first published under, if it has one."""
    reports: tuple[Mention, ...] = ()
    """Reports its texts link to."""
    pages: tuple[Mention, ...] = ()
    """Static pages its texts link to."""
    day: str = ""
    """The day from which readers see it, as far as report.yaml says."""
    contacts: tuple[Mention, ...] = ()
    authors: tuple[Mention, ...] = ()

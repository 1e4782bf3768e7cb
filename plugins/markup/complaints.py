"""The sentences said of a text in which something cannot be published."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.markup.document import Document, Refusal
from plugins.newsroom.problem import Level, Problem

_SENTENCES = {
    Refusal.LINK: (
        "text-link",
        "a link to an address that cannot be published",
        "https://…, mailto:…, tel:…, report:<id>, page:<id> or #heading",
        "Write the whole address; for a report of this newsroom, `report:` and the name of its folder.",
    ),
    Refusal.PICTURE: (
        "text-picture",
        "a picture from elsewhere",
        "![](photo:<file>)",
        "Put the picture into the folder `photos`, name it in report.yaml with its credit, and write photo: before it.",
    ),
}


def problems_of(document: Document, file: str, first_line: int) -> tuple[Problem, ...]:
    """What an editor should know of a converted text that starts on ``first_line`` of ``file``."""
    return tuple(sorted((*_refused(document, file, first_line), *_anchors(document, file, first_line))))


def too_deep(file: str, first_line: int) -> Problem:
    """Nothing can be made of the text."""
    return Problem(
        file,
        first_line,
        0,
        "text-too-deep",
        "quotes or lists inside one another, hundreds of levels deep",
        "a few levels",
        "Take the marks at the beginning of the lines away; they may come from an e-mail.",
    )


def _refused(document: Document, file: str, first_line: int) -> Iterator[Problem]:
    for refused in document.refused:
        code, found, expected, mend = _SENTENCES[refused.what]
        words = f"{found}: {refused.text}" if refused.text else found
        yield Problem(file, _line(refused.line, first_line), 0, code, words, expected, mend, Level.WARNING)


def _anchors(document: Document, file: str, first_line: int) -> Iterator[Problem]:
    """Links to headings of the same text that it does not have."""
    for link in document.links:
        if link.href.startswith("#") and link.href[1:] not in document.anchors:
            known = ", ".join(f"#{heading.id}" for heading in document.headings) or "no heading in this text"
            mend = "Write the words of the heading in small letters, with hyphens between them."
            line = _line(link.line, first_line)
            yield Problem(file, line, 0, "text-anchor", link.href, known, mend, Level.WARNING)


def _line(line: int, first_line: int) -> int:
    return first_line + line - 1 if line else 0

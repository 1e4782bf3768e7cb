"""The sentences said of a text in which something cannot be published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from plugins.markup.dialect.signs import SignKind
from plugins.markup.document import Document, Refusal, TextRemark
from plugins.markup.foreign import sort_of
from plugins.newsroom.addresses import check_email, check_url
from plugins.newsroom.codes import Code
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.refusal import RefusalError

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


_SEEN = {
    SignKind.NUMBER_QUOTED: (
        Level.WARNING,
        "a number behind “>” is shown as a quotation",
        "“more than” written without a blank (>20 %), or as words",
        "Write \\> 20 %, or “more than 20 %”.",
    ),
    SignKind.HEADING_BLANK: (
        Level.NOTICE,
        "a heading without a blank behind its signs is shown as words",
        "## Heading",
        "Put a blank behind the signs #, if this is a heading.",
    ),
    SignKind.OPEN_CODE: (
        Level.WARNING,
        "code that does not end: all the rest of the text is shown as code",
        "three backticks before it and three behind it",
        "Put a line of three backticks behind the code, or take the first one away.",
    ),
    SignKind.LIST_NUMBER: (
        Level.NOTICE,
        "the items of a list all have the same number; the page counts them",
        "1. 2. 3.",
        "Write the numbers that readers should see.",
    ),
    SignKind.FOREIGN: (
        Level.NOTICE,
        "signs of another program stand on the page",
        "words, and the marks of this newsroom’s Markdown",
        "Take them away; the page docs/markup.md lists what can be written.",
    ),
    SignKind.RAW_MARKS: (
        Level.NOTICE,
        "marks of Markdown stand on the page as they are, for they are inside HTML",
        "Markdown outside of HTML, or HTML throughout",
        "Take the tags around it away (<div>, <details> …), or write what is inside in HTML as well.",
    ),
    SignKind.EMBED: (
        Level.WARNING,
        "an element that cannot stand in a text is left out",
        "a link; nothing is loaded from elsewhere",
        "Write a link to it: [Watch the video](https://…); a recording goes to `recording` in report.yaml.",
    ),
    SignKind.EMPTY_LINK: (
        Level.WARNING,
        "a link without words, which nobody can see",
        "words that say where it leads: [words](https://…)",
        "Write the words between the brackets, or delete the link. A photograph is no link: write the link below it.",
    ),
    SignKind.ROWS: (
        Level.NOTICE,
        "rows of cells stand one behind the other, not as a table",
        "a table: bars between the cells, and below the first row a line such as |---|---|",
        "Write it so, or begin each line with a hyphen and a blank if it is a list.",
    ),
    SignKind.NOTE_MISSING: (
        Level.WARNING,
        "a footnote mark without its note",
        "a line of its own with the same mark and a colon: [^1]: the note",
        "Write the note, or take the mark away.",
    ),
}


def problems_of(
    document: Document, file: str, first_line: int, title: str = "", typed: str = ""
) -> tuple[Problem, ...]:
    """What an editor should know of a converted text that starts on ``first_line`` of ``file``, under that title.

    ``typed`` is the text itself, of which each shows its line.
    """
    found = (
        *_refused(document, file, first_line),
        *_anchors(document, file, first_line),
        *_addresses(document, file, first_line),
        *_seen(document, file, first_line),
        *_losses(document, file, first_line),
        *_title(document, file, first_line, title),
    )
    if found and typed:
        lines = typed.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        found = tuple(_with_line(problem, lines, first_line) for problem in found)
    return tuple(sorted(found))


def _with_line(problem: Problem, lines: list[str], first_line: int) -> Problem:
    """The problem with the line concerned, at the words that it names, or at the line's beginning."""
    number = problem.line - first_line
    if not problem.line or not 0 <= number < len(lines):
        return problem
    line = lines[number]
    words = problem.found.rpartition(": ")[2].partition(" (and on line")[0].strip("“”")
    parts = (f"[{words}]", words, words.partition(">")[0], words.partition(" ")[0])
    places = (line.find(part) for part in parts if words and part)
    return replace(problem, column=next((at for at in places if at >= 0), 0) + 1, excerpt=line)


def _addresses(document: Document, file: str, first_line: int) -> Iterator[Problem]:
    """Links in the text are judged as those in ``links:``."""
    for link in document.links:
        _, label, _, _ = _SENTENCES[Refusal.LINK]
        scheme, _, rest = link.href.partition(":")
        level = Level.WARNING
        try:
            if scheme in ("http", "https"):
                check_url(link.href)
            elif scheme == "mailto":
                check_email(unquote(rest.partition("?")[0]))
            elif scheme == "tel" and not any(char.isdigit() for char in rest):
                raise RefusalError(Code.BAD_PHONE, f"“{link.href}”", "tel:+49 …", "Write the number behind tel:.")
        except RefusalError as refused:
            level = Level.ERROR if is_this_machine(link.href) else level
            line = _line(link.line, first_line)
            words = f"{label}: {link.href}"
            yield Problem(file, line, 0, "text-link", words, refused.expected, refused.fix, level)


def is_this_machine(href: str) -> bool:
    """Whether an address leads to the machine of whoever reads it."""
    try:
        host = urlsplit(href).hostname or ""
    except ValueError:
        return False
    return host in ("localhost", "0.0.0.0", "::1") or host.endswith(".localhost") or host.startswith("127.")  # noqa: S104


def _seen(document: Document, file: str, first_line: int) -> Iterator[Problem]:
    """What was seen; signs of one sort are told once for a text, with all lines on which they stand."""
    groups: dict[tuple[SignKind, str], list[TextRemark]] = {}
    for number, one in enumerate(document.seen):
        groups.setdefault((one.kind, sort_of(one) or str(number)), []).append(one)
    for (kind, _), group in groups.items():
        level, found, expected, fix = _SEEN[kind]
        lines = [_line(one.line, first_line) for one in group]
        words = f"{found}: {group[0].text}"
        words = _with_others(words, [line for line in dict.fromkeys(lines) if line and line != lines[0]])
        yield Problem(file, lines[0], 0, kind, words, expected, fix, level)


def _losses(document: Document, file: str, first_line: int) -> Iterator[Problem]:
    """Words that the page does not show, on lines of which nothing else is said; the last one tells of all further."""
    explained = {one.line for one in document.seen} | {one.line for one in document.refused}
    lost = [loss for loss in document.losses if loss.line not in explained]
    for number, loss in enumerate(lost[:_LINES], start=1):
        words = f"words of this line do not stand on the page as they were typed: “{loss.words}”"
        others = [_line(other.line, first_line) for other in lost[_LINES:]] if number == _LINES else []
        yield Problem(
            file,
            _line(loss.line, first_line),
            0,
            "text-words",
            _with_others(words, others),
            "every word and number as it was typed",
            "Put a backslash before a sign that is meant as it stands (\\<, \\*); or move the words.",
            Level.WARNING,
        )


_LINES = 20
"""Lines with losses that are told one by one."""


def _with_others(words: str, lines: Sequence[int]) -> str:
    """A sentence with the other lines that it holds for."""
    others = ", ".join(map(str, lines))
    if len(lines) == 1:
        return f"{words} (and on line {others})"
    return f"{words} (and on lines {others})" if others else words


def _title(document: Document, file: str, first_line: int, title: str) -> Iterator[Problem]:
    if (
        document.is_headed
        and document.headings
        and " ".join(document.headings[0].text.split()) == " ".join(title.split())
    ):
        yield Problem(
            file,
            first_line,
            0,
            "text-title-twice",
            f"the text begins with its own title: {title}",
            "words; the page shows the title above them",
            "Take the first line of the text away.",
            Level.NOTICE,
        )


def too_deep(file: str, first_line: int) -> Problem:
    """Nothing can be made of the text."""
    return Problem(
        file,
        first_line,
        0,
        "text-too-deep",
        "quotes, lists or brackets inside one another, hundreds deep, or thousands of brackets without an end",
        "a few levels",
        "Take the marks at the beginning of the lines, or the brackets, away; they may come from an e-mail.",
    )


def _refused(document: Document, file: str, first_line: int) -> Iterator[Problem]:
    for refused in document.refused:
        code, found, expected, fix = _SENTENCES[refused.what]
        words = f"{found}: {refused.text}" if refused.text else found
        yield Problem(file, _line(refused.line, first_line), 0, code, words, expected, fix, Level.WARNING)


def _anchors(document: Document, file: str, first_line: int) -> Iterator[Problem]:
    """Links to headings of the same text that it does not have."""
    for link in document.links:
        if link.href.startswith("#") and link.href[1:] not in document.anchors:
            known = ", ".join(f"#{heading.id}" for heading in document.headings) or "no heading in this text"
            fix = "Write the words of the heading in small letters, with hyphens between them."
            line = _line(link.line, first_line)
            yield Problem(file, line, 0, "text-anchor", link.href, known, fix, Level.WARNING)


def _line(line: int, first_line: int) -> int:
    return first_line + line - 1 if line else 0

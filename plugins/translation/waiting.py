"""What in a catalogue waits for a person, as warnings of ``check``."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.problem import Level, Problem
from plugins.translation.catalogue import Catalogue, Entry, Origin
from plugins.translation.findings import first_words
from plugins.translation.shared import SHARED


def waiting(catalogue: Catalogue, file: str) -> tuple[Problem, ...]:
    """A warning for each text with an open finding or without any, and for an unfinished or a former one of a person.

    Of a written edition only until somebody has reviewed it.
    """
    if catalogue.header.watches and not catalogue.header.adopted:
        return ()
    return tuple(problem for entry in catalogue.entries for problem in _waiting(entry, file, catalogue))


def _waiting(entry: Entry, file: str, catalogue: Catalogue) -> Iterator[Problem]:
    shared = catalogue.header.report == SHARED
    name = "pages/" * (f"/pages/{catalogue.header.report}/" in file) + catalogue.header.report
    review = f"`review {name} {catalogue.header.lang}`"
    words = first_words(entry.target)
    if entry.waiting_for_words:
        found = f"{first_words(entry.source)}, of which no answer passed: {'; '.join(entry.findings)}"
        fix = "Write its translation after msgstr, or in the desk."
        yield _problem(file, entry, "catalogue-refused", found, "a person's translation", fix)
    elif entry.origin is Origin.UNFINISHED:
        fix = "Finish it, and take the mark “fuzzy” away."
        yield _problem(file, entry, "catalogue-unfinished", f"{words}, which needs work", "finished words", fix)
    elif entry.origin is Origin.BEHIND:
        fix = f"Change the text, or let it stand for the new words: {review}."
        fix = "Change the text, or let it stand for the new words: take the mark “fuzzy” away." if shared else fix
        yield _problem(file, entry, "catalogue-behind", f"{words}, for former words", "a text for the new ones", fix)
    elif not entry.stale and entry.open:
        found = f"{'; '.join(entry.open)} (in {entry.key})"
        fix = f"Correct the words, or say why they are right: {review} asks about each."
        yield _problem(file, entry, "catalogue-open", found, "an answer to each finding", fix)


def _problem(file: str, entry: Entry, code: str, found: str, expected: str, fix: str) -> Problem:
    return Problem(file, entry.line, 0, code, found, expected, fix, Level.WARNING)

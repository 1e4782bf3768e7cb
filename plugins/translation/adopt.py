"""Writes a filled edition out as a file, from then on a person's."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.newsroom.model import Edition, Lang, Report, State
from plugins.newsroom.problem import Problem
from plugins.translation.catalogue import Catalogue, Origin
from plugins.translation.fill import filled
from plugins.translation.keys import is_body
from plugins.translation.matching import place
from plugins.translation.minor import former
from plugins.translation.po_comments import GLUE
from plugins.translation.review import watching
from plugins.translation.segments import cut_edition
from plugins.translation.watch import edition_digest, target_digests
from plugins.translation.yaml_text import front_matter


class NotAdoptableError(Exception):
    """Why an edition cannot be adopted; ``problem`` says how to fix it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.found}; expected {problem.expected}. {problem.fix}")
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Adopted:
    """An edition as a file of the content folder, and the catalogue that watches it."""

    path: str
    """Relative to the content folder."""
    text: str
    catalogue: Catalogue


def adopt(report: Report, lang: Lang, catalogue: Catalogue | None, day: dt.date) -> Adopted:
    """The edition that readers now see in ``lang``, as a file of the person who adopts it.

    Paragraphs stand on one line each. Whose the words are changes, not whether somebody has read them: what a
    machine wrote and nobody reviewed keeps its notice until somebody does. The catalogue stays: it remembers the
    translations, and against which words of the original the edition stands. Raises ``NotAdoptableError`` where there
    is an edition already, or none to adopt.
    """
    path = f"{report.path}/{lang}.md"
    if report.edition(lang) is not None:
        raise NotAdoptableError(_problem(path, "an edition that somebody wrote", "none", "It needs no adopting."))
    edition = filled(report, catalogue) if catalogue else None
    if edition is None or catalogue is None:
        raise NotAdoptableError(_problem(path, "no whole edition", "a filled one", "Run translate first."))
    text = front_matter(edition, slug=edition.slug != report.id) + "\n" + edition.body.lstrip("\n")
    text = text if text.endswith("\n") else text + "\n"
    return Adopted(path, text, _watching(report, edition, catalogue, day))


def _watching(report: Report, edition: Edition, catalogue: Catalogue, day: dt.date) -> Catalogue:
    """The catalogue that watches the adopted edition, which stays behind the original if it was.

    Whoever reviewed these words is still named: the record stands once more, for the words as the file has them.
    """
    fresh = _as_it_stood(edition, catalogue) if edition.stale else watching(report, edition, catalogue)
    unread = day.isoformat() if edition.state is State.MACHINE else ""
    reviews = fresh.header.reviews
    if edition.state is State.REVIEWED and reviews:
        made = edition.provenance
        named = made and [r for r in reviews if (r.by, r.office) == (made.reviewer, made.office)]
        last = replace((named or reviews)[-1], target=target_digests(edition), carried=day.isoformat())
        reviews = (*reviews, last)
    return replace(fresh, header=replace(fresh.header, adopted=unread, reviews=reviews))


def _as_it_stood(edition: Edition, catalogue: Catalogue) -> Catalogue:
    """The catalogue with the words of the original that a stale edition stands for."""
    if catalogue.standing:
        return _as_put_by(edition, catalogue)
    entries = tuple(former(catalogue, n) for n, e in enumerate(catalogue.entries) if e.origin is not Origin.NOBODY)
    header = replace(catalogue.header, watches=edition_digest(edition))
    return replace(catalogue, header=header, entries=entries)


def _as_put_by(edition: Edition, catalogue: Catalogue) -> Catalogue:
    """The same where the edition was put by whole, and the entries have gone on since: each text by its words."""
    kept = tuple(e for e in (*catalogue.memory, *catalogue.entries) if e.target and not e.stale)
    known = {(place(entry.key), entry.target): entry for entry in kept}
    segments = cut_edition(edition).segments
    found = tuple((s.key, known[name]) for s in segments if (name := (place(s.key), s.text)) in known)
    first = next((key for key, _ in found if is_body(key)), "")
    entries = tuple(
        replace(entry, key=key, glue=GLUE if is_body(key) and key != first else "", inside=None) for key, entry in found
    )
    used = {id(entry) for _, entry in found}
    memory = tuple(replace(entry, glue="", inside=None) for entry in kept if id(entry) not in used)
    header = replace(catalogue.header, watches=edition_digest(edition))
    return replace(catalogue, header=header, entries=entries, memory=memory)


def write_new(content: Path, adopted: Adopted) -> Path:
    """Write the file of an adopted edition. Raises ``NotAdoptableError`` if there is one, ``OSError``."""
    file = content / adopted.path
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(adopted.text)
    except FileExistsError as error:
        fix = "Move the file away first; nothing is overwritten."
        raise NotAdoptableError(_problem(adopted.path, "a file of that name", "none", fix)) from error
    return file


def _problem(path: str, found: str, expected: str, fix: str) -> Problem:
    return Problem(path, 0, 0, "not-adoptable", found, expected, fix)

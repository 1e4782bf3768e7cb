"""Prepares a bundle again in which nothing but texts below the front matter has changed.

What stands above them is taken as it was read before: reading it again, with everything that checks it, takes
longer than the rest of such a build. Where a text has anything to be told of, or is more than a text, there is
no answer, and the bundle is prepared as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from plugins.build.bundle_record import Prepared, SideResults
from plugins.build.sources import Bundle
from plugins.build.text import Texts
from plugins.newsroom.body_links import BodyLink, body_links
from plugins.newsroom.front_matter import PLACEHOLDER, Halves, split
from plugins.newsroom.heads import Head, Mention, mention
from plugins.newsroom.model import Edition, Report, TextPage
from plugins.newsroom.quotation import is_clean
from plugins.newsroom.source import MARKDOWN_LIMIT, Text, read_text
from plugins.newsroom.weekdays import contradictions


def reread(
    bundle: Bundle, paths: Iterable[str], old: Prepared, content: str, engine: str
) -> tuple[Prepared, SideResults] | None:
    """What ``prepare`` would make of a bundle whose editions at ``paths`` have changed; ``None``: ask ``prepare``.

    ``old`` is what it made before; every other file of the bundle must be as it was.
    """
    if old.broken or bundle.catalogues:  # what is filled in depends on what it is filled from
        return None
    made, texts = old, Texts(engine, None)
    for path in paths:
        found = _edition(path, made, content, texts)
        if found is None:
            return None
        made = found
    return made, SideResults(tuple(texts.documents), conversions=tuple(texts.conversions))


def _edition(path: str, old: Prepared, content: str, texts: Texts) -> Prepared | None:
    subject, head = old.report or old.page, old.head
    edition = next((e for e in subject.editions if e.path == path), None) if subject else None
    if subject is None or head is None or edition is None:
        return None
    shown = f"{content}/{path}"
    text, problems = read_text(Path(content, path), shown, MARKDOWN_LIMIT)
    halves, more = split(text) if text else (None, ())
    if text is None or halves is None or problems or more:
        return None
    if (edition.lang, halves.front) not in old.fronts or halves.body_line != edition.body_line:
        return None
    links = tuple(link.below(halves.body_line - 1) for link in body_links(halves.body))
    changed = _head(head, text, links)
    if changed is None or _is_doubtful(edition, halves, links, subject) or any(p.file == shown for p in old.problems):
        return None
    whole = replace(edition, body=halves.body)
    text_found, told = texts.read(whole, shown)
    if told:
        return None
    bodies = tuple(text_found.body if b.lang == edition.lang else b for b in old.bodies)
    return replace(old, head=changed, bodies=bodies)


def _is_doubtful(edition: Edition, halves: Halves, links: Iterable[BodyLink], subject: Report | TextPage) -> bool:
    """Whether there may be something to say of a text."""
    if halves.body.strip() in ("", PLACEHOLDER) or not is_clean(edition.lang, halves.body):
        return True
    if next(contradictions(halves.body, edition.lang), None) is not None:
        return True
    shown = {photo.file for photo in subject.photos} if isinstance(subject, Report) else frozenset()
    return any(link.kind == "photo" and link.target not in shown for link in links)


def _head(head: Head, text: Text, links: tuple[BodyLink, ...]) -> Head | None:
    """The head with the places at which a text now names what it named before; ``None`` if it names anything else."""
    reports = _moved(head.reports, text, [link for link in links if link.kind == "report"])
    pages = _moved(head.pages, text, [link for link in links if link.kind == "page"])
    return None if reports is None or pages is None else replace(head, reports=reports, pages=pages)


def _moved(before: tuple[Mention, ...], text: Text, links: list[BodyLink]) -> tuple[Mention, ...] | None:
    if [m.word for m in before if m.file == text.file] != [link.target for link in links]:
        return None
    fresh: Iterator[Mention] = (mention(text, link) for link in links)
    return tuple(next(fresh) if m.file == text.file else m for m in before)

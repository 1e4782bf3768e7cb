"""A whole content folder -> Newsroom, with every problem of every file in one run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.bundle import load_bundle
from plugins.newsroom.codes import Code
from plugins.newsroom.context import Embedded
from plugins.newsroom.model import Newsroom
from plugins.newsroom.problem import Problem
from plugins.newsroom.several import has_errors, shared_problems
from plugins.newsroom.shared import load_shared, make_context
from plugins.newsroom.source import whole
from plugins.newsroom.text_page import load_page
from plugins.newsroom.tree import find_bundles


@dataclass(frozen=True, slots=True)
class NewsroomReading:
    """What a content folder holds. ``newsroom`` is ``None`` where anything has an error."""

    newsroom: Newsroom | None
    problems: tuple[Problem, ...]


def load(
    content: Path,
    translations: Path | None = None,
    *,
    lenient: bool = False,
    embedded: Callable[[Path], Embedded] | None = None,
) -> NewsroomReading:
    """The newsroom in a content folder, and everything that is wrong with it, sorted by file and line.

    ``lenient``: what a draft may still lack is a warning. ``embedded``: see ``Context``. Editions filled
    from ``translations`` are added later by others; here only catalogues nobody needs are reported.
    """
    if not content.is_dir():
        return NewsroomReading(None, (_no_content(content),))
    site, people, topics = load_shared(content)
    tree = find_bundles(content)
    context = make_context(content, site, people, topics, lenient=lenient, embedded=embedded)
    pages = [load_page(folder, context) for folder in tree.pages]
    bundles = [load_bundle(folder, context) for folder in tree.reports]
    problems = [*site.problems, *people.problems, *topics.problems, *tree.problems]
    problems.extend(problem for page in pages for problem in page.problems)
    problems.extend(problem for bundle in bundles for problem in bundle.problems)
    heads = [page.head for page in pages] + [bundle.head for bundle in bundles]
    problems.extend(shared_problems(heads, site, people, translations))
    found = tuple(sorted(set(problems)))
    if site.site is None or has_errors(found):
        return NewsroomReading(None, found)
    reports = tuple(sorted((b.report for b in bundles if b.report is not None), key=lambda r: r.id))
    texts = tuple(sorted((p.page for p in pages if p.page is not None), key=lambda p: p.id))
    return NewsroomReading(Newsroom(site.site, people.people, topics.topics, texts, reports), found)


def _no_content(content: Path) -> Problem:
    fix = "Check the name of the folder, and the folder this is started from."
    return whole(str(content), Code.MISSING_FILE, "no such folder", "the folder with site.yaml", fix)

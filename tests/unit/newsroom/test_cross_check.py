"""Tests of plugins/newsroom/cross_check.py."""

from __future__ import annotations

import random
from typing import Any

from plugins.newsroom.cross_check import cross_check
from plugins.newsroom.heads import Head, Mention
from plugins.newsroom.model import Status

LANGUAGES = ("de", "nl", "en")


def _head(name: str, *, kind: str = "report", year: int = 2024, slug: str = "", **more: Any) -> Head:
    folder = f"reports/{year}/{name}" if kind == "report" else f"pages/{name}"
    slugs = tuple((lang, Mention(slug or name, f"{folder}/{lang}.md", 1, 1)) for lang in LANGUAGES)
    return Head(kind, name, folder, f"{folder}/{kind}.yaml", year=year, slugs=slugs, **more)


def _links(*targets: str) -> tuple[Mention, ...]:
    return tuple(Mention(target, "a.md", line, 1) for line, target in enumerate(targets, 1))


def test_the_order_of_the_heads_does_not_matter() -> None:
    """Who was first is decided by the folders' names."""
    heads = [_head("b", slug="x"), _head("a", slug="x"), _head("c", reports=_links("nowhere", "a"))]
    expected = cross_check(heads, LANGUAGES)
    assert [problem.code for problem in expected].count("duplicate-url") == 3
    assert all(problem.file.startswith("reports/2024/b") for problem in expected if problem.code == "duplicate-url")
    for seed in range(5):
        random.Random(seed).shuffle(heads)
        assert cross_check(heads, LANGUAGES) == expected


def test_one_slug_may_serve_in_different_years() -> None:
    """The year is part of the address."""
    assert cross_check([_head("a", slug="messe"), _head("b", slug="messe", year=2025)], LANGUAGES) == ()


def test_an_alias_may_not_hide_anything() -> None:
    """Not another report, not a page, not a list, not another alias, not the report itself."""
    aliases = _links("/de/2024/b/", "/nl/imprint", "/en/archive/", "/de/", "/de/2024/a/index.html", "/old/", "/old/")
    heads = [_head("a", aliases=aliases), _head("b"), _head("imprint", kind="page", year=0)]
    assert [problem.line for problem in cross_check(heads, LANGUAGES)] == [1, 2, 3, 4, 5, 7]


def test_drafts_may_link_to_drafts() -> None:
    """A link to a draft is only told where readers would follow it."""
    draft = _head("a", status=Status.DRAFT, reports=_links("b"))
    hidden = _head("b", status=Status.DRAFT)
    assert cross_check([draft, hidden], LANGUAGES) == ()
    (problem,) = cross_check([_head("a", reports=_links("b")), hidden], LANGUAGES)
    assert problem.code == "hidden-report"


def test_a_page_named_like_a_year_is_refused() -> None:
    """Years stand directly under a language."""
    problems = cross_check([_head("2024", kind="page", year=0)], LANGUAGES)
    assert {problem.code for problem in problems} == {"reserved-id"}

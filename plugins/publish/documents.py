"""Judges every PDF of a finished site by PDF/UA-1; one that was judged before is known by its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from plugins.cache.digest import digest_bytes
from plugins.cache.faults import faults_at
from plugins.newsroom.problem import Problem

NAME = "report.pdf"
_SHOWN = 3
"""Faults of a document that are told."""


def judge(root: Path, memory: Path) -> tuple[Problem, ...]:
    """A problem for each PDF of a report that is not accessible (ISO 14289-1); ``memory`` names those that were.

    Raises ``NotWritable``, ``NoSpace``.
    """
    found = sorted(root.rglob(NAME))
    if not found:
        return ()
    judged_by = f"page-validation {version('page-validation')}"
    known = _known(memory, judged_by)
    good: set[str] = set()
    problems = []
    for file in found:
        data = file.read_bytes()
        mark = digest_bytes(data)
        faults = () if mark in known else tuple(_faults(data))
        if faults:
            problems.append(_problem(file.relative_to(root).as_posix(), faults))
        else:
            good.add(mark)
    if good != known:
        with faults_at(memory):
            memory.write_text("\n".join((judged_by, *sorted(good), "")), "utf-8")
    return tuple(problems)


def _known(memory: Path, judged_by: str) -> set[str]:
    try:
        first, *marks = memory.read_text("utf-8").split("\n")
    except (OSError, ValueError):
        return set()
    return set(filter(None, marks)) if first == judged_by else set()


def _faults(data: bytes) -> Iterator[str]:
    import page  # fifty megabytes, which nothing but this needs

    try:
        report = page.validate_pdf_bytes(data, profile="ua1")
    except page.PageError as error:
        yield str(error)
        return
    if not report.is_compliant:
        yield from dict.fromkeys(failure.message for failure in report.failures) or ("not PDF/UA-1",)


def _problem(path: str, faults: tuple[str, ...]) -> Problem:
    more = f"; and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
    return Problem(
        f"output/{path}",
        0,
        0,
        "pdf-inaccessible",
        f"a PDF that not everybody can read: {'; '.join(faults[:_SHOWN])}{more}",
        "a tagged PDF (PDF/UA-1, ISO 14289-1)",
        "Correct theme/press/release.typ, or switch “pdf” off under “press” in site.yaml.",
    )

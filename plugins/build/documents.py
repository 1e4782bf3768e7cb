"""The documents of reports: looked at with their report, copied where it may be seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from plugins.build.assets import Copy
from plugins.build.bundle_record import BundleSettings
from plugins.build.config import Config
from plugins.build.sources import Sources
from plugins.newsroom.document_checks import FOLDER
from plugins.newsroom.folder import nfc
from plugins.newsroom.model import Document, Report, Status
from plugins.newsroom.problem import Problem
from plugins.newsroom.slug import make_slug
from plugins.pages.index import Index


def with_documents(
    report: Report, files: Mapping[str, str], settings: BundleSettings
) -> tuple[Report, tuple[Problem, ...]]:
    """(the report with what was found in its documents, what is wrong with them); ``files`` are digests by path."""
    if not report.documents:
        return report, ()
    from plugins.documents.examine import examine

    there = {nfc(path): path for path in files}
    found: list[Document] = []
    problems: list[Problem] = []
    for document in report.documents:
        path = there.get(f"{report.path}/{FOLDER}/{document.file}", "")
        if not path:
            continue  # the loader has told
        facts, told = examine(Path(settings.content, path), settings.context.display_path(path))
        problems += told
        if facts is not None:
            where = f"media/{report.id}/{_name(document.file, files[path])}"
            known = replace(document, kind=facts.kind, size=facts.size, tagged=facts.tagged, address=where)
            found.append(known)
    return replace(report, documents=tuple(found)), tuple(problems)


def _name(file: str, mark: str) -> str:
    """A name that every system has; different bytes have different names."""
    path = Path(file)
    return f"{make_slug(path.stem) or 'document'}.{mark[:8]}{path.suffix.lower()}"


def copies_of(config: Config, sources: Sources, index: Index) -> Iterator[Copy]:
    """The documents of every report that may be seen and was not withdrawn."""
    for entry in index.entries:
        report = entry.report
        if report.status is Status.WITHDRAWN or not report.documents:
            continue
        folder = f"{report.path}/{FOLDER}/"
        there = {nfc(path): (path, mark) for path, mark in sources.under("content", folder)}
        for document in report.documents:
            path, mark = there[folder + document.file]
            yield Copy(document.address, str(config.content / path), mark)

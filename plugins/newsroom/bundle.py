"""One folder under reports/ -> Report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.bundle_files import BundleFiles, bundle_files
from plugins.newsroom.bundle_head import bundle_head
from plugins.newsroom.codes import Code
from plugins.newsroom.complaints import Elsewhere, validate
from plugins.newsroom.context import Context
from plugins.newsroom.document_checks import DocumentCheck
from plugins.newsroom.edition import EditionReading, load_edition, placeholder_problems
from plugins.newsroom.forms import EditionForm, PhotoWordsForm, ReportForm
from plugins.newsroom.heads import Head
from plugins.newsroom.model import Edition, Lang, Report, Status
from plugins.newsroom.photo_checks import PhotoCheck
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.reference_checks import reference_problems
from plugins.newsroom.report_values import to_report
from plugins.newsroom.source import YAML_LIMIT, read_text
from plugins.newsroom.suggest import did_you_mean
from plugins.newsroom.video_checks import video_problems
from plugins.newsroom.yaml_corrections import readable_mapping
from plugins.newsroom.yaml_source import Doc

_WORDS = {key: Elsewhere.EDITION for key in EditionForm.model_fields if key not in ReportForm.model_fields}
_PHOTO_WORDS = {f"photos.{key}": Elsewhere.EDITION for key in PhotoWordsForm.model_fields}
_ELSEWHERE = _WORDS | _PHOTO_WORDS


@dataclass(frozen=True, slots=True)
class Bundle:
    """A report's folder as read. ``report`` is ``None`` where the folder has an error."""

    report: Report | None
    head: Head
    problems: tuple[Problem, ...]
    sources: tuple[str, ...]
    """Files that were read, relative to the content folder."""
    folders: tuple[str, ...]
    """Folders that were listed, relative to the content folder."""
    fronts: tuple[tuple[Lang, str], ...] = ()
    texts: tuple[Edition, ...] = ()
    """All texts of the folder with their titles alone, to be judged where it has an error."""
    """(language, digest of the front matter) of each edition that could be read."""


def load_bundle(folder: Path, context: Context) -> Bundle:
    """The report in a folder ``reports/<year>/<id>``, with everything that is wrong with it alone.

    Pure but for reading: the same files and context give the same bundle, in any process.
    """
    relative = f"reports/{folder.parent.name}/{folder.name}"
    files = bundle_files(folder, relative, context)
    facts = _facts(folder, relative, context, files)
    keys = facts.doc.top_keys() if facts.doc is not None else ()
    editions = tuple(load_edition(file, context, EditionForm, keys) for file in files.editions)
    found = [*files.problems, *facts.problems]
    for loaded in editions:
        found.extend(loaded.problems)
    if facts.doc is not None:
        found.extend(_checks(facts.doc, folder, relative, context, files, editions))
    found.sort()
    report = None
    if facts.form is not None and not any(problem.level is Level.ERROR for problem in found):
        written = (loaded.edition for loaded in editions if loaded.edition is not None)
        report = to_report(facts.form, folder.name, relative, written, files.photos, context.site)
    head = bundle_head(facts.doc, folder, relative, context, editions)
    return Bundle(report, head, tuple(found), files.sources, files.folders, fronts(editions), bare_texts(editions))


def bare_texts(editions: tuple[EditionReading, ...]) -> tuple[Edition, ...]:
    """The text of each edition that has one."""
    return tuple(loaded.bare for loaded in editions if loaded.bare is not None and loaded.bare.body.strip())


def fronts(editions: tuple[EditionReading, ...]) -> tuple[tuple[Lang, str], ...]:
    """(language, digest of the front matter) of each edition that could be read."""
    return tuple((loaded.lang, loaded.front) for loaded in editions if loaded.front)


@dataclass(frozen=True, slots=True)
class _Facts:
    doc: Doc | None = None
    form: ReportForm | None = None
    problems: tuple[Problem, ...] = ()


def _facts(folder: Path, relative: str, context: Context, files: BundleFiles) -> _Facts:
    if not files.has_facts:
        return _Facts()
    text, problems = read_text(folder / "report.yaml", context.display_path(f"{relative}/report.yaml"), YAML_LIMIT)
    doc, more = readable_mapping(text, "date: 2024-05-02") if text is not None else (None, ())
    problems += more
    if doc is None:
        return _Facts(problems=problems)
    form, more = validate(doc, ReportForm, context.rules, elsewhere=_ELSEWHERE)
    return _Facts(doc, form, problems + more)


def _checks(
    doc: Doc,
    folder: Path,
    relative: str,
    context: Context,
    files: BundleFiles,
    editions: tuple[EditionReading, ...],
) -> Iterator[Problem]:
    draft = doc.value.get("status") == Status.DRAFT.value
    softened = Level.WARNING if context.lenient and draft else Level.ERROR
    yield from reference_problems(doc, context, folder.parent.name, softened)
    source = next((text for _, text in doc.strings("source_language")), "")
    original = next((loaded for loaded in editions if loaded.lang == source), None)
    if source and original is None:
        yield from _no_original(doc, source, context, files)
    photos = PhotoCheck(doc, folder, relative, context, files.photos, files.blocked, softened)
    yield from photos.problems(original)
    documents = DocumentCheck(doc, relative, context, files.documents, files.blocked)
    yield from documents.problems(original)
    names = tuple(name for _, name in photos.named() or ())
    yield from video_problems(doc, names, tuple(name for _, name in documents.named()), original)
    for loaded in editions:
        yield from photos.words_problems(loaded)
        yield from documents.words_problems(loaded)
        if not draft:
            yield from placeholder_problems(loaded)


def _no_original(doc: Doc, source: str, context: Context, files: BundleFiles) -> Iterator[Problem]:
    languages, at = context.site.languages, ("source_language",)
    if languages and source not in languages:
        expected = f"one of the site's languages: {', '.join(languages)}"
        fix = did_you_mean(source, languages, "Write the language the report was first written in.")
        yield doc.problem(Code.UNKNOWN_LANGUAGE, at, f"“{source}”", expected, fix)
        return
    if f"{source}.md" in files.blocked:
        return
    there = [f"{file.lang}.md" for file in files.editions]
    fix = f"Write {source}.md" + (f", or correct source_language: there is {', '.join(there)}." if there else ".")
    yield doc.problem(Code.NO_ORIGINAL, at, f"no {source}.md", "the original edition in the same folder", fix)

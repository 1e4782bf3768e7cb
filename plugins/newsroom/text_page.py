"""One folder under pages/ -> TextPage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.bundle import bare_texts, fronts
from plugins.newsroom.bundle_files import BundleFiles, bundle_files
from plugins.newsroom.bundle_head import mentions, slugs
from plugins.newsroom.codes import Code
from plugins.newsroom.complaints import validate
from plugins.newsroom.context import Context
from plugins.newsroom.edition import EditionReading, load_edition
from plugins.newsroom.forms import PageEditionForm, PageForm
from plugins.newsroom.heads import Head
from plugins.newsroom.legal.text import KINDS, LANGUAGES, NONE, legal_gaps, legal_text, legal_title
from plugins.newsroom.model import Edition, Lang, TextPage
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.source import YAML_LIMIT, read_text, whole
from plugins.newsroom.suggest import did_you_mean
from plugins.newsroom.yaml_corrections import readable_mapping
from plugins.newsroom.yaml_source import Doc


@dataclass(frozen=True, slots=True)
class PageReading:
    """A static page's folder as read. ``page`` is ``None`` where the folder has an error."""

    page: TextPage | None
    head: Head
    problems: tuple[Problem, ...]
    sources: tuple[str, ...]
    folders: tuple[str, ...]
    fronts: tuple[tuple[Lang, str], ...] = ()
    texts: tuple[Edition, ...] = ()
    """All texts of the folder with their titles alone, to be judged where it has an error."""


def load_page(folder: Path, context: Context) -> PageReading:
    """The static page in a folder ``pages/<id>``, with everything that is wrong with it alone."""
    relative = f"pages/{folder.name}"
    files = bundle_files(folder, relative, context, "page.yaml", photos=False)
    doc, form, problems = _facts(folder, relative, context, files)
    editions = tuple(load_edition(file, context, PageEditionForm) for file in files.editions)
    found = [*files.problems, *problems]
    for loaded in editions:
        found.extend(loaded.problems)
        found.extend(_pictures(loaded))
    source = (form.source_language if form is not None else "") or next((e.lang for e in editions), "")
    is_made = form is not None and form.text in KINDS
    if is_made:
        source = source or next((lang for lang in context.site.languages if lang in LANGUAGES), "")
    elif doc is not None and form is not None and source not in [loaded.lang for loaded in editions]:
        found.append(_no_original(doc, source, relative, context))
    found.extend(_legal_problems(doc, form, relative, context))
    found.sort()
    page = None
    if form is not None and not any(problem.level is Level.ERROR for problem in found):
        written = tuple(loaded.edition for loaded in editions if loaded.edition is not None)
        written += tuple(_generated(form.text, relative, context, written))
        page = TextPage(folder.name, relative, source, written, form.updated, form.in_footer)
    head = _head(relative, context, editions)
    return PageReading(page, head, tuple(found), files.sources, files.folders, fronts(editions), bare_texts(editions))


def _generated(kind: str, relative: str, context: Context, written: tuple[Edition, ...]) -> Iterator[Edition]:
    """The editions of a legal page that nobody wrote, from the facts of site.yaml."""
    there = {edition.lang for edition in written}
    for lang in context.site.languages if kind else ():
        if lang not in there and lang in LANGUAGES:
            body = legal_text(kind, lang, context.site)
            slug = relative.removeprefix("pages/")
            yield Edition(lang, legal_title(kind, lang), "", body, slug, path=f"{relative}/page.yaml")


def _legal_problems(doc: Doc | None, form: PageForm | None, relative: str, context: Context) -> Iterator[Problem]:
    """A kind of text that there is not, and the facts that a text lacks: it may be built, but not published."""
    if doc is None or form is None or not form.text:
        return
    if form.text not in KINDS:
        fix = did_you_mean(form.text, KINDS, "Write one of them, or delete the line and write the text yourself.")
        yield doc.problem(Code.UNKNOWN_VALUE, ("text",), f"“{form.text}”", f"one of {', '.join(KINDS)}", fix)
        return
    for name in legal_gaps(form.text, context.site) if context.site.url else ():
        found = f"no {name}, which the page “{relative.removeprefix('pages/')}” has to say"
        fix = f"Write it into site.yaml, under “{name.partition('.')[0]}”; “{NONE}” if it does not apply to you."
        yield whole(
            context.display_path("site.yaml"), Code.LEGAL_GAP, found, "the facts of the legal pages", fix, Level.WARNING
        )


def _head(relative: str, context: Context, editions: tuple[EditionReading, ...]) -> Head:
    name = relative.removeprefix("pages/")
    return Head(
        kind="page",
        id=name,
        path=relative,
        file=context.display_path(f"{relative}/page.yaml"),
        slugs=tuple(slugs(name, context, relative, editions)),
        reports=tuple(mentions(editions, "report")),
        pages=tuple(mentions(editions, "page")),
    )


def _pictures(loaded: EditionReading) -> Iterator[Problem]:
    for link in loaded.links:
        if link.kind == "photo" and loaded.text is not None:
            at, found = (link.line, link.column), f"“{link.target}”"
            yield loaded.text.problem(Code.UNKNOWN_PHOTO, at, found, _NO_PHOTOS, _MOVE)


_NO_PHOTOS = "no picture: static pages have none"
_MOVE = "Delete the picture here, or write a report."


def _facts(
    folder: Path, relative: str, context: Context, files: BundleFiles
) -> tuple[Doc | None, PageForm | None, tuple[Problem, ...]]:
    if not files.has_facts:
        return None, None, ()
    text, problems = read_text(folder / "page.yaml", context.display_path(f"{relative}/page.yaml"), YAML_LIMIT)
    doc, more = readable_mapping(text, "source_language: de") if text is not None else (None, ())
    problems += more
    if doc is None:
        return None, None, problems
    form, more = validate(doc, PageForm, context.rules)
    return doc, form, problems + more


def _no_original(doc: Doc, source: str, relative: str, context: Context) -> Problem:
    languages = context.site.languages
    if source and languages and source not in languages:
        fix = did_you_mean(source, languages, "Write the language the page was first written in.")
        expected = f"one of the site's languages: {', '.join(languages)}"
        return doc.problem(Code.UNKNOWN_LANGUAGE, ("source_language",), f"“{source}”", expected, fix)
    if not source:
        name = f"{next(iter(languages), 'de')}.md"
        return whole(context.display_path(relative), Code.NO_ORIGINAL, "a page without a text", name, f"Write {name}.")
    fix = f"Write {source}.md, or correct source_language."
    return doc.problem(Code.NO_ORIGINAL, ("source_language",), f"no {source}.md", "the original text", fix)

"""What the other reports have to know of one: its head, taken from the raw values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.newsroom.context import Context
from plugins.newsroom.drafts import says_draft
from plugins.newsroom.edition import EditionReading
from plugins.newsroom.heads import Head, Mention, mention
from plugins.newsroom.model import Lang, Status
from plugins.newsroom.yaml_source import Doc


def bundle_head(doc: Doc | None, folder: Path, path: str, context: Context, editions: Iterable[EditionReading]) -> Head:
    """The head of a report, whether or not the report itself could be read."""
    loaded = tuple(editions)
    _, folder_year, name = path.split("/")
    value = doc.value if doc is not None else {}
    date, status = value.get("date"), value.get("status")
    year = date[:4] if isinstance(date, str) and date[:4].isdigit() and date[4:5] == "-" else folder_year
    return Head(
        kind="report",
        id=name,
        path=path,
        file=context.display_path(f"{path}/report.yaml"),
        year=int(year) if year.isdecimal() else 0,
        status=Status(status) if status in tuple(Status) else _status(folder),
        slugs=tuple(slugs(name, context, path, loaded)),
        aliases=tuple(aliases(doc)),
        known_as=tuple(words(doc, "known_as")),
        reports=(*successors(doc), *mentions(loaded, "report")),
        pages=tuple(mentions(loaded, "page")),
        day=max((word[:10] for key in ("date", "embargo") for _, word in doc.strings(key)), default="") if doc else "",
        contacts=tuple(words(doc, "contacts")),
        authors=tuple(words(doc, "authors")),
    )


def _status(folder: Path) -> Status:
    """Of a report whose status cannot be read: published, so that its errors are not passed over."""
    return Status.DRAFT if says_draft(folder / "report.yaml") else Status.PUBLISHED


def slugs(name: str, context: Context, path: str, editions: Iterable[EditionReading]) -> Iterator[tuple[Lang, Mention]]:
    """(language, slug) for every language: the folder's name where no edition says otherwise."""
    by_lang = {loaded.lang: loaded for loaded in editions}
    for lang in context.site.languages or tuple(by_lang):
        loaded = by_lang.get(lang)
        file = context.display_path(f"{path}/{lang}.md")
        if loaded is None or loaded.doc is None or loaded.text is None:
            yield lang, Mention(name, file if loaded else context.display_path(path), 0, 0)
            continue
        slug = loaded.doc.value.get("slug")
        line, column = loaded.doc.at(("slug",)) if isinstance(slug, str) else (1, 1)
        word = slug.strip() if isinstance(slug, str) else name
        yield lang, Mention(word, file, line, column, loaded.text.line(line))


def aliases(doc: Doc | None) -> Iterator[Mention]:
    """The old addresses in report.yaml."""
    return words(doc, "aliases")


def successors(doc: Doc | None) -> Iterator[Mention]:
    """The report that stands in the place of a withdrawn one."""
    return words(doc, "withdrawn", "successor")


def words(doc: Doc | None, *keys: str) -> Iterator[Mention]:
    """The words that stand at a place of report.yaml."""
    if doc is None:
        return
    for path, word in doc.strings(*keys):
        line, column = doc.at(path)
        yield Mention(word, doc.text.file, line, column, doc.text.line(line))


def mentions(editions: Iterable[EditionReading], kind: str) -> Iterator[Mention]:
    """The links of the texts to reports or pages."""
    for loaded in editions:
        for link in loaded.links:
            if link.kind == kind and loaded.text is not None:
                yield mention(loaded.text, link)

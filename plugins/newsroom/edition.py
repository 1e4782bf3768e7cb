"""One edition: a file such as de.md -> Edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.newsroom.body_links import BodyLink, body_links
from plugins.newsroom.codes import Code
from plugins.newsroom.complaints import Elsewhere, validate
from plugins.newsroom.context import Context
from plugins.newsroom.folder import nfc
from plugins.newsroom.forms import EditionForm, PageEditionForm, PhotoForm, ReportForm
from plugins.newsroom.front_matter import PLACEHOLDER, Halves, split
from plugins.newsroom.model import Correction, DocumentTitle, Edition, Lang, Link, PhotoWords, VideoWords
from plugins.newsroom.problem import Problem
from plugins.newsroom.quotation import quotation_problems
from plugins.newsroom.source import MARKDOWN_LIMIT, Text, read_text
from plugins.newsroom.weekdays import weekday_problems
from plugins.newsroom.yaml_corrections import readable_mapping, without_corrected
from plugins.newsroom.yaml_source import Doc

_FACTS = {key: Elsewhere.REPORT for key in ReportForm.model_fields if key not in EditionForm.model_fields}
_PHOTO_FACTS = {f"photos.{key}": Elsewhere.REPORT for key in PhotoForm.model_fields}

EditionShape = type[EditionForm] | type[PageEditionForm]


@dataclass(frozen=True, slots=True)
class EditionFile:
    """A file that should hold an edition."""

    path: str
    relative: str
    """The path inside the content folder."""
    lang: Lang
    default_slug: str


@dataclass(frozen=True, slots=True)
class EditionReading:
    """An edition's file as read; ``edition`` and ``doc`` are ``None`` where they could not be."""

    lang: Lang
    edition: Edition | None
    text: Text | None
    doc: Doc | None
    links: tuple[BodyLink, ...]
    """Lines counted within the file."""
    problems: tuple[Problem, ...]
    front: str = ""
    """Digest of the front matter."""
    bare: Edition | None = None
    """The text with nothing but its title, for those who judge it where the front matter has an error."""


def load_edition(
    file: EditionFile, context: Context, form: EditionShape = EditionForm, facts: Iterable[str] = ()
) -> EditionReading:
    """The edition in a file; ``facts`` are the keys that report.yaml has."""
    path, relative, lang = file.path, file.relative, file.lang
    text, problems = read_text(path, context.display_path(relative), MARKDOWN_LIMIT)
    halves, more = split(text) if text else (None, ())
    problems += more
    if text is None or halves is None:
        return EditionReading(lang, None, text, None, (), problems)
    links = tuple(link.below(halves.body_line - 1) for link in body_links(halves.body))
    if not halves.body.strip():
        problems += (_no_body(text, halves),)
    doc, more = readable_mapping(text, "title: …", halves.yaml, offset=1)
    problems += more
    title = doc.value.get("title") if doc is not None else None
    bare = _bare(halves, file, title if isinstance(title, str) else "")
    if doc is None:
        return EditionReading(lang, None, text, None, links, problems, bare=bare)
    filled, more = validate(doc, form, context.rules, elsewhere=_elsewhere(facts))
    more += (*quotation_problems(lang, text, halves, doc), *weekday_problems(lang, text, halves.body, doc))
    problems += without_corrected(more, doc.corrected)
    if filled is None:
        return EditionReading(lang, None, text, doc, links, problems, bare=bare)
    edition = _edition(filled, halves, file)
    return EditionReading(lang, edition, text, doc, links, problems, halves.front, bare)


def _bare(halves: Halves, file: EditionFile, title: str) -> Edition:
    return Edition(file.lang, title, "", halves.body, "", path=file.relative, body_line=halves.body_line)


def _elsewhere(facts: Iterable[str]) -> dict[str, Elsewhere]:
    return _FACTS | _PHOTO_FACTS | {key: Elsewhere.BOTH for key in facts if key in _FACTS}


def _edition(form: EditionForm | PageEditionForm, halves: Halves, file: EditionFile) -> Edition:
    more = form if isinstance(form, EditionForm) else _NO_MORE
    return Edition(
        lang=file.lang,
        title=form.title,
        teaser=form.teaser,
        body=halves.body,
        slug=form.slug or file.default_slug,
        kicker=more.kicker,
        photos=tuple(PhotoWords(name, words.alt, words.caption) for name, words in more.photos.items()),
        links=tuple(Link(link.url, link.label) for link in more.links),
        corrections=tuple(Correction(item.date, item.text) for item in more.corrections),
        added=more.added,
        documents=tuple(DocumentTitle(nfc(name), title) for name, title in more.documents.items()),
        video=VideoWords(more.video.title, more.video.transcript) if more.video else VideoWords(),
        path=file.relative,
        body_line=halves.body_line,
    )


# What an edition of a static page has nothing of.
_NO_MORE = EditionForm.model_construct(title="", teaser="")


def _no_body(text: Text, halves: Halves) -> Problem:
    return text.problem(
        Code.MISSING_BODY,
        (halves.yaml.count("\n") + 2, 1),
        "no text below the front matter",
        "the text of the report below the second line “---”",
        "Write the text, or delete the file: a language without a file is shown as missing.",
    )


def placeholder_problems(loaded: EditionReading) -> Iterator[Problem]:
    """What a new report's folder came with and nobody has written yet."""
    doc, text = loaded.doc, loaded.text
    if doc is None or text is None or loaded.edition is None:
        return
    fix = "Write it, or set “status: draft” in report.yaml until it is written."
    for key in ("title", "teaser"):
        if doc.value[key].strip() == PLACEHOLDER:
            yield doc.problem(Code.PLACEHOLDER, (key,), f"“{PLACEHOLDER}” as the {key}", "words", fix)
    if loaded.edition.body.strip() == PLACEHOLDER:
        at = (loaded.edition.body_line, 1)
        yield text.problem(Code.PLACEHOLDER, at, f"“{PLACEHOLDER}” as the text", "words", fix)

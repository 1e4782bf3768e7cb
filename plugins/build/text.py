"""The text of one edition, converted and as it is remembered under what it was converted from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.build.bundle_record import CONVERSION, DOCUMENT
from plugins.cache.digest import digest
from plugins.cache.serialisation import dumps, loads
from plugins.cache.values import Reader
from plugins.markup.complaints import problems_of, too_deep
from plugins.markup.convert import DEFAULT, convert
from plugins.markup.document import Document, Link, Options
from plugins.markup.errors import TooDeepError
from plugins.newsroom.model import Edition
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.record import record
from plugins.pages.entry import Body
from plugins.pages.typography import spaced_html
from plugins.translation.text_language import other_language


@record
class Conversion:
    """What became of a text: all that is known of it without its HTML."""

    body: Body
    document: Document
    """Without its HTML."""
    language: str = ""
    """The language that it is written in, where that is another than its file says."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its headings, in their order."""
        return tuple(heading.id for heading in self.document.headings)


Pair = tuple[str, bytes]
"""(key, what is to be remembered under it)."""


def conversion_key(edition: Edition, engine: str, options: Options = DEFAULT) -> str:
    """Covers everything that a conversion depends on."""
    return digest((engine, edition.lang, edition.body, options_of(edition, options)))


def options_of(edition: Edition, options: Options) -> Options:
    """The options of a text that nobody wrote; another has headings of its own."""
    return DEFAULT if edition.path.endswith(".md") else options


def convert_text(edition: Edition, key: str, options: Options = DEFAULT) -> tuple[Conversion, Pair, Pair]:
    """(what is known of the text, its document, its conversion), the latter as they are to be remembered.

    Of the document is remembered what a page is made of. Raises ``TooDeepError``.
    """
    plain = convert(edition.body, options_of(edition, options))
    document = replace(plain, html=spaced_html(plain.html, edition.lang))
    language = other_language(plain.html, edition.lang)
    conversion = Conversion(_body(edition, document), replace(plain, html=""), language)
    page = Document(document.html, links=_internal(document), pictures=document.pictures)
    return (
        conversion,
        (conversion.body.key, dumps(page)),
        (key, dumps(conversion)),
    )


class Texts:
    """Converts the texts of a bundle, those that were converted before from memory, if there is one."""

    def __init__(self, engine: str, memory: Reader | None) -> None:
        self._engine = engine
        self._memory = memory
        self.documents: list[Pair] = []
        self.conversions: list[Pair] = []
        """What is to be remembered of the texts that were converted."""

    def read(self, edition: Edition, file: str, options: Options = DEFAULT) -> tuple[Conversion, tuple[Problem, ...]]:
        """What is known of a text, and what there is to say of it: nothing of one that nobody wrote as it stands.

        ``file`` is the path its writer knows; ``options`` are for a text that nobody wrote.
        """
        key = conversion_key(edition, self._engine, options)
        conversion = self._known(key)
        if conversion is None:
            try:
                conversion, document, pair = convert_text(edition, key, options)
            except TooDeepError:
                return self._too_deep(edition, file)
            self.documents.append(document)
            self.conversions.append(pair)
        if not edition.path.endswith(".md"):
            return conversion, ()
        problems = problems_of(conversion.document, file, edition.body_line, edition.title, edition.body)
        return conversion, (*problems, *_foreign(conversion, edition, file))

    def _known(self, key: str) -> Conversion | None:
        """A conversion that is remembered together with its document. Raises ``Damaged``."""
        data = self._memory.get(CONVERSION, key) if self._memory else None
        if self._memory is None or data is None:
            return None
        found = loads(data, Conversion)
        return found if self._memory.known(DOCUMENT, [found.body.key]) else None

    def _too_deep(self, edition: Edition, file: str) -> tuple[Conversion, tuple[Problem, ...]]:
        empty = Document("")
        self.documents.append((digest(empty), dumps(empty)))
        return Conversion(_body(edition, empty), empty), (too_deep(file, edition.body_line),)


def _foreign(conversion: Conversion, edition: Edition, file: str) -> Iterator[Problem]:
    """That a text is written in another language than its file says."""
    if conversion.language:
        yield Problem(
            file,
            edition.body_line,
            0,
            "text-language",
            f"a text that reads as {conversion.language}, in the file of {edition.lang}",
            f"a text in the language of its file: {edition.lang}",
            f"Rename the file to {conversion.language}.md, or write the text in {edition.lang}; what is quoted"
            f' stands in quotation marks, or between <span lang="{conversion.language}"> and </span>.',
            Level.WARNING,
        )


def _body(edition: Edition, document: Document) -> Body:
    links = tuple(link.href for link in _internal(document))
    return Body(edition.lang, digest(document), links, tuple(picture.file for picture in document.pictures))


def _internal(document: Document) -> tuple[Link, ...]:
    return tuple(link for link in document.links if link.is_internal)

"""The text of one edition, converted and as it is remembered."""

from __future__ import annotations

import pickle
from dataclasses import replace

from plugins.cache.digest import digest
from plugins.markup.complaints import problems_of, too_deep
from plugins.markup.convert import DEFAULT, convert
from plugins.markup.document import Document, Options
from plugins.markup.errors import TooDeepError
from plugins.newsroom.model import Edition
from plugins.newsroom.problem import Problem
from plugins.pages.entry import Body
from plugins.pages.typography import spaced_html


def text_of(edition: Edition, file: str, options: Options = DEFAULT) -> tuple[Document, tuple[Problem, ...]]:
    """The converted text; of one that nobody wrote as it stands there is nobody to tell.

    ``file`` is the path its writer knows; ``options`` are for a text that nobody wrote: another has headings
    of its own.
    """
    told = edition.path.endswith(".md")
    try:
        document = convert(edition.body, DEFAULT if told else options)
    except TooDeepError:
        return Document(""), (too_deep(file, edition.body_line),)
    return document, problems_of(document, file, edition.body_line) if told else ()


def kept_text(edition: Edition, plain: Document) -> tuple[Body, tuple[str, bytes]]:
    """(what is known of a text without it, the text to be remembered with its key).

    Of the text is remembered what a page is made of: the rest has been told by then.
    """
    document = replace(plain, html=spaced_html(plain.html, edition.lang))
    key = digest(document)
    inner = tuple(link for link in document.links if link.is_internal)
    body = Body(edition.lang, key, tuple(link.href for link in inner), tuple(p.file for p in document.pictures))
    kept = Document(document.html, links=inner, pictures=document.pictures)
    return body, (key, pickle.dumps(kept, pickle.HIGHEST_PROTOCOL))

"""Tasks that begin a newsroom or a report, or rename one, as Invoke reads them."""

from __future__ import annotations

from invoke.context import Context
from invoke.tasks import task

from plugins.cli.options import CONTENT, LANGUAGE, done, speak


@task(
    positional=["ident"],
    help={
        "ident": "name of the report's folder, for ever",
        "content": CONTENT["content"],
        "lang": "language it is written in (the site's first)",
        "date": "day of publication (today)",
        "title": "its title",
    },
)
def new(_: Context, ident: str, content: str = "content", lang: str = "", date: str = "", title: str = "") -> None:
    """Begin a new report."""
    from plugins.cli.new import new as work

    done(work(content, ident, lang, date, title))


@task(
    name="import",
    positional=["source"],
    iterable=["answer"],
    help={
        "source": "a .docx, .odt, .html, .md, .txt or .eml file, a web address, or - for pasted text",
        "content": CONTENT["content"],
        "ident": "name of the new report's folder (made of the title)",
        "answer": "KEY=VALUE: the answer to a question (may be given several times)",
        "pictures": "folder with the pictures that the source only names",
        "into": "the report whose text a corrected file changes; its facts stay",
        "plan": "tell what was found, and write nothing",
        **LANGUAGE,
        "private": "the web address may be one of your own network",
    },
)
def import_(
    _: Context,
    source: str,
    answer: list[str],
    content: str = "content",
    ident: str = "",
    pictures: str = "",
    into: str = "",
    plan: bool = False,
    private: bool = False,
    language: str = "",
) -> None:
    """Begin a report from a Word file, a page, a mail or a pasted text, with its pictures."""
    from plugins.cli.import_source import ImportWish, import_source

    speak(language)
    done(import_source(content, ImportWish(source, ident, tuple(answer), pictures, into, plan, private)))


@task(
    help={
        **CONTENT,
        "name": "the newsroom's name",
        "address": "its web address",
        "languages": "its languages, such as de,nl,en; the first one first",
        "timezone": "its time zone, such as Europe/Berlin",
        "press": "the press office: e-mail address, and a telephone behind a comma",
        "colour": "colour of links and lines, such as #003b75",
    }
)
def start(
    _: Context,
    name: str = "",
    address: str = "",
    languages: str = "",
    timezone: str = "",
    press: str = "",
    colour: str = "",
    content: str = "content",
    translations: str = "translations",
) -> None:
    """Begin a newsroom of your own: six questions, and the founding one stands aside in example/."""
    from plugins.cli.start import StartOptions
    from plugins.cli.start import start as work

    done(work(content, translations, StartOptions(name, address, languages, timezone, press, colour)))


@task(
    positional=["report", "new"],
    help={**CONTENT, "report": "name of the report's folder", "new": "its new name"},
)
def rename(_: Context, report: str, new: str, content: str = "content", translations: str = "translations") -> None:
    """Give a report another name; its folder, catalogues, links and old addresses follow."""
    from plugins.cli.rename import rename as work

    done(work(content, translations, report, new))


TASKS = (new, import_, start, rename)

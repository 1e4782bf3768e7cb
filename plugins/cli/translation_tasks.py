"""Tasks around translations, as Invoke reads them."""

from __future__ import annotations

from dataclasses import replace

from invoke.context import Context
from invoke.tasks import task

from plugins.cli.options import CONTENT, done

ANSWERS = {
    "by": "the person who has read it beside the original",
    "answer": "KEY=WHY: a finding of the gate is right as it stands (may be given several times)",
}


@task(
    iterable=["report"],
    help={
        **CONTENT,
        "cache": "folder in which paid answers are remembered",
        "report": "only this report (may be given several times)",
        "lang": "only into this language",
        "engine": "this engine instead of those in site.yaml",
        "budget": "characters that may be sent at most",
        "plan": "print segments, characters and cost, and send nothing",
        "format": "of the plan: text or json",
        "yes": "text may go to public web services",
        "export": "write what is wanted to this XLIFF file, and ask nobody",
        "import_": "take translations from this XLIFF file",
        "again": "the key of one text whose machine words are to be replaced by others",
        "by": "translator or agency whose translations are imported (else they count as a machine's)",
    },
)
def translate(
    _: Context,
    report: list[str],
    lang: str = "",
    engine: str = "",
    budget: str = "",
    plan: bool = False,
    format: str = "text",
    yes: bool = False,
    export: str = "",
    import_: str = "",
    by: str = "",
    again: str = "",
    content: str = "content",
    translations: str = "translations",
    cache: str = ".cache",
) -> None:
    """Fill in what is missing or stale, by the engines of site.yaml."""
    from plugins.cli.translate import TranslateOptions
    from plugins.cli.translate import translate as work

    wish = TranslateOptions(content, translations, cache, tuple(report), lang, engine, budget)
    wish = replace(wish, format=format, plan=plan, yes=yes, export=export, bring=import_, by=by, again=again)
    done(work(wish))


@task(
    iterable=["report"],
    help={**CONTENT, "format": "text, json or markdown", "report": "only this report (may be given several times)"},
)
def status(
    _: Context, report: list[str], content: str = "content", translations: str = "translations", format: str = "text"
) -> None:
    """Tell how far each report is filled in: written, reviewed, machine, stale or missing."""
    from plugins.cli.status import status as work

    done(work(content, translations, format, tuple(report)))


@task(help={**CONTENT, "since": "first day, such as 2026-01-31 (from the beginning)", "format": "csv or json"})
def evidence(
    _: Context, since: str = "", format: str = "csv", content: str = "content", translations: str = "translations"
) -> None:
    """Print the record of reviews, answers and machine texts."""
    from plugins.cli.evidence import evidence as work

    done(work(content, translations, since, format))


@task(
    positional=["report", "lang"],
    iterable=["answer"],
    help={
        **CONTENT,
        **ANSWERS,
        "report": "name of the report's folder",
        "lang": "language of the edition",
        "responsible": "the office that answers for it",
        "minor": "only a slip (a typo) was put right in the original: nothing becomes stale",
        "yes": "the changes of the original that are shown have been read",
    },
)
def review(
    _: Context,
    report: str,
    lang: str,
    answer: list[str],
    by: str = "",
    responsible: str = "",
    minor: bool = False,
    yes: bool = False,
    content: str = "content",
    translations: str = "translations",
) -> None:
    """Record that a person has reviewed an edition as it now stands."""
    from plugins.cli.review import ReviewWish
    from plugins.cli.review import review as work

    done(work(content, translations, report, lang, ReviewWish(by, responsible, minor, tuple(answer), yes)))


@task(
    positional=["report", "lang"],
    iterable=["answer"],
    help={**CONTENT, **ANSWERS, "report": "name of the report's folder", "lang": "language of the edition"},
)
def adopt(
    _: Context,
    report: str,
    lang: str,
    answer: list[str],
    by: str = "",
    content: str = "content",
    translations: str = "translations",
) -> None:
    """Write a filled edition out as <lang>.md, from then on a person's."""
    from plugins.cli.adopt import adopt as work
    from plugins.cli.questions import ReviewOptions

    done(work(content, translations, report, lang, ReviewOptions(by, answers=tuple(answer))))


@task(
    positional=["source", "target"],
    help={
        "source": "text file in the source language",
        "target": "its translation, line by line",
        "from_": "language of the source, such as de",
        "to": "language of the translation",
        "format": "text or json",
        "glossary": "file with agreed terms and names, such as translations/glossary.yaml",
    },
)
def gate(
    _: Context, source: str, target: str, from_: str = "", to: str = "", format: str = "text", glossary: str = ""
) -> None:
    """Check a translation of a text file, line by line."""
    from plugins.cli.gate import gate as work

    done(work(source, target, from_, to, format, glossary))


TASKS = (translate, status, evidence, review, adopt, gate)

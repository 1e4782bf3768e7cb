"""The newsroom's tasks: ``python3 tasks.py`` lists them."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from tools import console
from tools.bootstrap import ensure, ensure_development

if __name__ == "__main__":
    console.prepare()
    if sys.argv[1:2] == ["upgrade"]:  # works while the program is neither the old nor the new one
        from tools.upgrade import main

        raise SystemExit(main(sys.argv[2:]))
    ensure(sys.argv[1:])
    from plugins.cli.shortcut import enter

    code = enter(sys.argv[1:])
    if code is not None:
        raise SystemExit(code)

from invoke.collection import Collection
from invoke.context import Context
from invoke.exceptions import Exit, ParseError
from invoke.program import Program
from invoke.tasks import task

from plugins.build.config import cores
from tools import checkers, needs

ROOT = Path(__file__).resolve().parent


def _done(code: int) -> None:
    if code:
        raise Exit(code=code)


def _python(*words: str, **environment: str) -> int:
    """Runs a Python module in the project's folder; its exit code."""
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode


CONTENT = {"content": "folder with the content", "translations": "folder with the translations"}
BUILD = {
    **CONTENT,
    "output": "folder to write the site to",
    "cache": "folder in which work is remembered",
    "jobs": "processes to use (0: one per core)",
}
ANEW = {
    "fresh": "forget what is remembered and make everything anew",
    "verify": "afterwards make everything anew elsewhere, and compare byte for byte",
    "timings": "say afterwards how long each stage of the build took",
}


@task(help={**BUILD, **ANEW})
def build(
    _: Context,
    content: str = "content",
    translations: str = "translations",
    output: str = "output",
    cache: str = ".cache",
    jobs: int = 0,
    fresh: bool = False,
    verify: bool = False,
    timings: bool = False,
) -> None:
    """Make the site in output/ from content/, offline."""
    from plugins.cli.build import build as work

    _done(work(content, translations, output, cache, jobs, fresh=fresh, verify=verify, timings=timings))


@task(
    help={
        **BUILD,
        "watch": "go on: publish at every change, and whenever something changes by itself",
        "preview-embargoed": "the reports under embargo alone, for journalists, in a folder that nobody can guess",
    }
)
def publish(
    _: Context,
    content: str = "content",
    translations: str = "translations",
    output: str = "output",
    cache: str = ".cache",
    jobs: int = 0,
    watch: bool = False,
    preview_embargoed: bool = False,
) -> None:
    """Build with publishconf.py, check everything, and put it in place at once."""
    if preview_embargoed:
        from plugins.cli.publish_ahead import publish_ahead

        _done(publish_ahead(content, translations, output, cache, jobs))
        return
    if watch:
        from plugins.cli.watch import publish_watch

        _done(publish_watch(content, translations, output, cache, jobs))
        return
    from plugins.cli.publish import publish as work

    _done(work(content, translations, output, cache, jobs))


@task(
    help={
        **CONTENT,
        "cache": BUILD["cache"],
        "next": "tell when something next changes by itself (the default)",
        "wait": "wait for a change that comes within so many minutes",
        "since": "a change within the last so many minutes may have been missed",
        "format": "text, json, or github (for $GITHUB_OUTPUT)",
    }
)
def due(
    _: Context,
    content: str = "content",
    translations: str = "translations",
    cache: str = ".cache",
    next: bool = False,  # noqa: ARG001 (says in words what the task does)
    wait: int = 0,
    since: int = 0,
    format: str = "text",
) -> None:
    """Tell when the newsroom next changes by itself: an embargo ends, a picture's last day passes."""
    from plugins.cli.due import Window
    from plugins.cli.due import due as work

    _done(work(content, translations, cache, format, Window(since, wait)))


@task(
    positional=["url"],
    help={
        **CONTENT,
        "url": "address of a page or file, with or without https:// and host, or its path in the output folder",
        "output": BUILD["output"],
        "cache": BUILD["cache"],
    },
)
def why(
    _: Context,
    url: str,
    content: str = "content",
    translations: str = "translations",
    output: str = "output",
    cache: str = ".cache",
) -> None:
    """Tell why a page would be made again, or not, and what would change in it."""
    from plugins.cli.why import why as work

    _done(work(url, content, translations, output, cache))


@task(
    help={
        **BUILD,
        "output": "folder to publish into (public for gitlab-pages, else output)",
        "to": "rsync, github-pages or gitlab-pages",
        "target": "for rsync user@host:/path; for github-pages a git remote or address (origin)",
        "branch": "the branch that is served as a site",
        "adopt-target": "the target holds other files, and that is meant: ours replace theirs, all others stay",
        "dry-run": "publish, and name every file that would be sent or removed",
    }
)
def deploy(
    _: Context,
    to: str = "",
    target: str = "",
    branch: str = "gh-pages",
    content: str = "content",
    translations: str = "translations",
    output: str = "",
    cache: str = ".cache",
    jobs: int = 0,
    adopt_target: bool = False,
    dry_run: bool = False,
) -> None:
    """Publish, and bring the site to GitHub or GitLab Pages or over rsync."""
    from plugins.cli.deploy import deploy as work

    where = {"to": to, "target": target, "branch": branch}
    _done(work(content, translations, output, cache, jobs, **where, adopt=adopt_target, dry_run=dry_run))


@task(
    help={
        **CONTENT,
        "cache": BUILD["cache"],
        "format": "text, json or github; of a project with funding: text, csv or json",
        "lenient": "what a draft may still lack is a warning",
        "funding": "instead, the sheet of a project with funding: every report on it, with its statement",
    }
)
def check(
    _: Context,
    content: str = "content",
    translations: str = "translations",
    cache: str = ".cache",
    format: str = "text",
    lenient: bool = False,
    funding: str = "",
) -> None:
    """Tell every problem of the content."""
    from plugins.cli.check import check as work
    from plugins.cli.funding import funding as sheet

    if funding:
        _done(sheet(content, translations, cache, format, funding))
        return
    _done(work(content, translations, cache, format, lenient=lenient))


@task(help={**CONTENT, "cache": BUILD["cache"], "port": "port on loopback", "language": "of the desk: de, nl or en"})
def serve(
    _: Context,
    content: str = "content",
    translations: str = "translations",
    cache: str = ".cache",
    port: int = 8000,
    language: str = "",
) -> None:
    """Open the desk and show the site on this machine, drafts too; builds again on every change."""
    from plugins.cli.serve import serve as work

    _done(work(content, translations, cache, port, language))


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

    _done(work(content, ident, lang, date, title))


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
) -> None:
    """Begin a report from a Word file, a page, a mail or a pasted text, with its pictures."""
    from plugins.cli.import_source import ImportWish, import_source

    _done(import_source(content, ImportWish(source, ident, tuple(answer), pictures, into, plan, private)))


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
    from plugins.cli.start import Given
    from plugins.cli.start import start as work

    _done(work(content, translations, Given(name, address, languages, timezone, press, colour)))


@task(
    help={
        "from_": "the other version: a folder, an archive, or a version that git knows",
        "dry-run": "tell what would be done, and do nothing",
    }
)
def upgrade(_: Context, from_: str = "", dry_run: bool = False) -> None:
    """Bring the program to another version; content, translations and what was changed in the theme stay."""
    from tools.upgrade import upgrade as work

    _done(work(from_, ROOT, dry_run))


@task(
    positional=["report", "new"],
    help={**CONTENT, "report": "name of the report's folder", "new": "its new name"},
)
def rename(_: Context, report: str, new: str, content: str = "content", translations: str = "translations") -> None:
    """Give a report another name; its folder, catalogues, links and old addresses follow."""
    from plugins.cli.rename import rename as work

    _done(work(content, translations, report, new))


@task(
    help={
        "only": "a file, a folder, or a part of a test's name",
        "nightly": "also the property runs of nightly size",
        "jobs": "processes (0: one per core)",
        "renew-golden": "take the pages as they are now for the agreed ones (tests/golden), and run nothing else",
    }
)
def test(_: Context, only: str = "", nightly: bool = False, jobs: int = 0, renew_golden: bool = False) -> None:
    """Run the tests, all of them; installs a browser where it may."""
    ensure_development()
    if renew_golden:
        _done(_python("pytest", "tests/golden", RENEW_GOLDEN="1"))
        return
    if not needs.meet():
        raise Exit(code=1)
    lacking = checkers.install()
    if lacking:
        raise Exit(lacking, code=1)
    chosen = ["--numprocesses", str(jobs or cores()), "--dist", "worksteal"]
    if nightly:
        chosen += ["-m", ""]
    if only:
        chosen += [only] if (ROOT / only.partition("::")[0]).exists() else ["-k", only]
    _done(_python("pytest", *chosen))


@task
def lint(_: Context) -> None:
    """Check style, types, and GitHub's workflows."""
    ensure_development()
    checks = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"])
    _done(max(*(_python(*check) for check in checks), checkers.look_at_workflows(ROOT)))


@task(
    help={
        "reports": "reports in the corpus, each in three languages",
        "peers": "whom to compare with: hugo, eleventy, nikola, pelican",
        "runs": "how often each scenario is run; medians are told",
        "format": "text or json",
    }
)
def bench(
    _: Context, reports: int = 1000, peers: str = "hugo,eleventy,nikola,pelican", runs: int = 3, format: str = "text"
) -> None:
    """Build the same pages with Dreiklang and other generators, and compare."""
    ensure_development()
    from benchmarks.bench import bench as compare

    _done(compare(reports, [name.strip() for name in peers.split(",") if name.strip()], runs, format))


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
    content: str = "content",
    translations: str = "translations",
    cache: str = ".cache",
) -> None:
    """Fill in what is missing or stale, by the engines of site.yaml."""
    from plugins.cli.translate import Wish
    from plugins.cli.translate import translate as work

    wish = Wish(content, translations, cache, tuple(report), lang, engine, budget)
    wish = replace(wish, format=format, plan=plan, yes=yes, export=export, bring=import_, by=by)
    _done(work(wish))


@task(
    iterable=["report"],
    help={**CONTENT, "format": "text, json or markdown", "report": "only this report (may be given several times)"},
)
def status(
    _: Context, report: list[str], content: str = "content", translations: str = "translations", format: str = "text"
) -> None:
    """Tell how far each report is filled in: written, reviewed, machine, stale or missing."""
    from plugins.cli.status import status as work

    _done(work(content, translations, format, tuple(report)))


@task(help={**CONTENT, "since": "first day, such as 2026-01-31 (from the beginning)", "format": "csv or json"})
def evidence(
    _: Context, since: str = "", format: str = "csv", content: str = "content", translations: str = "translations"
) -> None:
    """Print the record of reviews, answers and machine texts."""
    from plugins.cli.evidence import evidence as work

    _done(work(content, translations, since, format))


ANSWERS = {
    "by": "the person who has read it beside the original",
    "answer": "KEY=WHY: a finding of the gate is right as it stands (may be given several times)",
}


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

    _done(work(content, translations, report, lang, ReviewWish(by, responsible, minor, tuple(answer), yes)))


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
    from plugins.cli.questions import Given

    _done(work(content, translations, report, lang, Given(by, answers=tuple(answer))))


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

    _done(work(source, target, from_, to, format, glossary))


class Tasks(Program):
    """Invoke's program; wrong use ends with code 2."""

    def parse_core(self, argv: list[str] | None) -> None:
        """Reads the options of the program itself."""
        try:
            super().parse_core(argv)
        except ParseError as error:
            raise Exit(str(error), code=2) from None

    def parse_tasks(self) -> None:
        """Reads the tasks and their options."""
        try:
            super().parse_tasks()
        except (ParseError, ValueError) as error:
            raise Exit(f"{error}\n`{console.command()}` lists the tasks.", code=2) from None


namespace = Collection.from_module(sys.modules[__name__])


def words(given: list[str]) -> list[str]:
    """What Invoke is told: without a task the list, and ``TASK --help`` also where a task wants a name first."""
    if len(given) > 1 and given[1] in ("-h", "--help"):
        return ["--help", given[0]]
    return given or ["--list"]


if __name__ == "__main__":
    Tasks(namespace=namespace, binary=console.command()).run(["tasks.py", *words(sys.argv[1:])])

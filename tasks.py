"""The newsroom's tasks: ``python3 tasks.py`` lists them."""

import os
import subprocess
import sys
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
from plugins.cli import report_tasks, site_tasks, translation_tasks
from plugins.cli.options import done
from tools import checkers, needs

ROOT = Path(__file__).resolve().parent


def _python(*words: str, **environment: str) -> int:
    """Runs a Python module in the project's folder; its exit code."""
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode


@task(
    help={
        "from_": "the other version: a folder, an archive, or a version that git knows",
        "dry-run": "tell what would be done, and do nothing",
    }
)
def upgrade(_: Context, from_: str = "", dry_run: bool = False) -> None:
    """Bring the program to another version; content, translations and what was changed in the theme stay."""
    from tools.upgrade import upgrade as work

    done(work(from_, ROOT, dry_run))


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
        done(_python("pytest", "tests/golden", RENEW_GOLDEN="1"))
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
    done(_python("pytest", *chosen))


@task
def lint(_: Context) -> None:
    """Check style, types, and GitHub's workflows."""
    ensure_development()
    checks = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"])
    done(max(*(_python(*check) for check in checks), checkers.look_at_workflows(ROOT)))


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

    done(compare(reports, [name.strip() for name in peers.split(",") if name.strip()], runs, format))


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


namespace = Collection(*site_tasks.TASKS, *report_tasks.TASKS, *translation_tasks.TASKS, upgrade, test, lint, bench)


def words(given: list[str]) -> list[str]:
    """What Invoke is told: without a task the list, and ``TASK --help`` also where a task wants a name first."""
    if len(given) > 1 and given[1] in ("-h", "--help"):
        return ["--help", given[0]]
    return given or ["--list"]


if __name__ == "__main__":
    Tasks(namespace=namespace, binary=console.command()).run(["tasks.py", *words(sys.argv[1:])])

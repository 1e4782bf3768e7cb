"""What the tasks of translation work at: the newsroom, its glossary, its folders; and how they end."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.build.config import read_clock
from plugins.build.embedded_metadata import embedded
from plugins.build.problem_paths import near
from plugins.cache.errors import MemoError
from plugins.cli.arguments import is_content
from plugins.newsroom.load import load
from plugins.newsroom.model import Newsroom, Report
from plugins.newsroom.output import format_text, wants_colour
from plugins.newsroom.problem import ContentError, Problem
from plugins.newsroom.suggest import did_you_mean
from plugins.translation.glossary import Glossary, load_glossary
from plugins.translation.pages import as_report
from plugins.translation.run.keep import data_of


class WrongUseError(Exception):
    """The task was called in a way that means nothing; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything a task of translation needs to know."""

    content: Path
    translations: Path
    newsroom: Newsroom
    glossary: Glossary
    now: dt.datetime

    @property
    def today(self) -> dt.date:
        """The day in the newsroom's own time."""
        return self.now.astimezone(ZoneInfo(self.newsroom.site.timezone)).date()

    def near(self, problem: Problem) -> Problem:
        """The problem with its file as an editor finds it, from a path below the content folder."""
        return replace(problem, file=str(self.content / problem.file))

    def report(self, ident: str) -> Report:
        """The report of that name. Raises ``WrongUseError``."""
        found = next((report for report in self.newsroom.reports if report.id == ident), None)
        if found is None:
            ids = [report.id for report in self.newsroom.reports]
            raise WrongUseError(f"There is no report “{ident}”. {did_you_mean(ident, ids, 'status lists them.')}")
        return found

    def text(self, ident: str) -> Report:
        """The report of that name, or the static page (``pages/imprint``, ``imprint``) looked at as one.

        Raises ``WrongUseError``.
        """
        pages = {page.id: page for page in self.newsroom.pages}
        name = ident.removeprefix("pages/")
        if name in pages and (name != ident or not any(report.id == ident for report in self.newsroom.reports)):
            return as_report(pages[name])
        return self.report(ident)

    def language(self, lang: str) -> str:
        """The language, if the newsroom has it. Raises ``WrongUseError``."""
        languages = self.newsroom.site.languages
        if lang not in languages:
            raise WrongUseError(f"The newsroom has no language “{lang}”, but {', '.join(languages)}.")
        return lang


def open_workspace(content: str, translations: str) -> Workspace:
    """The newsroom in those folders.

    Raises ``ContentError`` where the content or the glossary has an error, ``WrongUseError``.
    """
    if not is_content(content):
        raise WrongUseError("")
    folder, catalogues = Path(content).resolve(), Path(translations).resolve()
    loaded = load(folder, catalogues, lenient=True, embedded=embedded)
    glossary, problems = glossary_of(catalogues)
    if loaded.newsroom is None or problems:
        raise ContentError((*loaded.problems, *problems))
    return Workspace(folder, catalogues, loaded.newsroom, glossary, read_clock())


def glossary_of(translations: Path) -> tuple[Glossary, tuple[Problem, ...]]:
    """The newsroom's glossary; an empty one where there is none."""
    path = translations / "glossary.yaml"
    data = data_of(path)
    return (Glossary(), ()) if data is None else load_glossary(data, str(path))


def tell(problems: Iterable[Problem]) -> None:
    """Problems for the person at the keyboard, on standard error."""
    found = near(problems)
    if found:
        print(format_text(found, colour=wants_colour(sys.stderr)), file=sys.stderr)


def ended(work: Callable[[], int]) -> int:
    """The exit code of a task: its own, or 1 for problems, 2 for wrong use, each with its sentence."""
    try:
        return work()
    except ContentError as error:
        tell(error.problems)
    except MemoError as error:
        print(error.sentence, file=sys.stderr)
    except WrongUseError as error:
        print(error, end="\n" if str(error) else "", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped. What was paid for is remembered, and every catalogue is whole.", file=sys.stderr)
    return 1

"""``start``: an own, empty newsroom in the place of the founding one, by six questions."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from plugins.cache.faults import faults_at
from plugins.cli.workspace import WrongUseError, ended
from plugins.newsroom.load import load
from plugins.newsroom.refusal import RefusalError
from plugins.newsroom.start import Answers, answers, files_of
from tools.upgrade import RECORD, remember

FOUNDING = "newsroom.trifinium.example"
"""Stands in the address of the newsroom that comes with the program, and in no other."""
EXAMPLE = "example"
QUESTIONS = {
    "name": "The newsroom's name (Region Nordhafen)",
    "address": "Its web address (https://news.nordhafen.example)",
    "languages": "Languages, the first one first (de, nl, en)",
    "timezone": "Time zone (Europe/Berlin)",
    "press": "Press office: e-mail address, and telephone if you like (presse@nordhafen.example, 030 23125 410)",
    "colour": "Colour of links and lines (#003b75)",
}


@dataclass(frozen=True, slots=True)
class StartOptions:
    """The answers as they were given by options; empty ones are asked for."""

    name: str = ""
    address: str = ""
    languages: str = ""
    timezone: str = ""
    press: str = ""
    colour: str = ""


def start(content: str, translations: str, given: StartOptions) -> int:
    """Puts an empty newsroom into both folders; what was there stands in ``example`` from then on. 2 for wrong use."""
    return ended(lambda: _start(Path(content).resolve(), Path(translations).resolve(), given))


def _start(content: Path, translations: Path, given: StartOptions) -> int:
    _refuse_own(content)
    try:
        wanted = answers(dict(_asked(given)), _languages(_words(content, translations)))
    except RefusalError as error:
        raise WrongUseError(f"{error.found}: {error.expected} is needed. {error.fix}") from None
    with faults_at(content):
        _replace(content, translations, wanted)
    if (content.parent / "tasks.py").is_file() and not (content.parent / RECORD).exists():
        remember(content.parent)  # what differs from now on, `upgrade` leaves as it is
    found = load(content, translations)
    gaps = sum(problem.code == "legal-gap" for problem in found.problems)
    print(f"{content} is the newsroom “{wanted.name}” now, without reports.")
    print(f"Before the first publication: {gaps} facts for the legal pages, in content/site.yaml; `check` names them.")
    print("Go on with docs/first-hour.md.")
    return 0


def _words(content: Path, translations: Path) -> Path:
    """The folder of the theme's words; a run that was stopped may have moved it aside. Raises ``WrongUseError``."""
    for folder in (translations / "ui", content.parent / EXAMPLE / "translations/ui"):
        if folder.is_dir():
            return folder
    raise WrongUseError(f"The theme's words are not in {translations / 'ui'}: take them from the program.")


def _languages(words: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in words.glob("*.po")))


def _refuse_own(content: Path) -> None:
    """Raises ``WrongUseError`` where the folder holds a newsroom that is not the founding one."""
    site = content / "site.yaml"
    if site.exists() and FOUNDING not in site.read_text("utf-8", "replace"):
        raise WrongUseError(f"{content} is a newsroom of your own already: `start` is for the beginning alone.")


def _asked(given: StartOptions) -> Iterator[tuple[str, str]]:
    missing = [field.name for field in fields(given) if not getattr(given, field.name)]
    if missing and not sys.stdin.isatty():
        raise WrongUseError("Say also: " + ", ".join(f"--{name}" for name in missing) + ".")
    for name, question in QUESTIONS.items():
        value = getattr(given, name)
        while not value:
            value = input(f"{question}: ").strip()
        yield name, value


def _replace(content: Path, translations: Path, wanted: Answers) -> None:
    """The new folders are whole before the old ones are moved aside; a run that was stopped can be called again."""
    example = content.parent / EXAMPLE
    making = Path(tempfile.mkdtemp(prefix=".start-", dir=content.parent))
    try:
        for path, data in files_of(wanted).items():
            file = making / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        shutil.copytree(_words(content, translations), making / "translations" / "ui")
        for name, folder in (
            ("translations", translations),
            ("content", content),
        ):  # the content last: it says that all is done
            (making / name).chmod(0o755)
            if folder.exists():
                (example / name).parent.mkdir(exist_ok=True)
                folder.rename(_free(example / name))
            os.replace(making / name, folder)  # noqa: PTH105
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _free(path: Path) -> Path:
    """The path, or the path with a number where something stands: nothing is ever overwritten."""
    names = [path, *(path.with_name(f"{path.name}-{number}") for number in range(2, 100))]
    return next(name for name in names if not name.exists())

"""What several tasks say of their options, and how a task ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from invoke.exceptions import Exit

from plugins.newsroom.sentences import LANGUAGES, VARIABLE

CONTENT: Mapping[str, str] = {"content": "folder with the content", "translations": "folder with the translations"}
BUILD: Mapping[str, str] = {
    **CONTENT,
    "output": "folder to write the site to",
    "cache": "folder in which work is remembered",
    "jobs": "processes to use (0: one per core)",
}
LANGUAGE: Mapping[str, str] = {"language": "of problems and questions: de, nl or en"}


def done(code: int) -> None:
    """Ends the task with an exit code; nought lets the next one follow."""
    if code:
        raise Exit(code=code)


def speak(language: str) -> None:
    """Chooses the language in which problems and questions are told."""
    if language and language not in LANGUAGES:
        print(f"Problems are told in {', '.join(LANGUAGES)}, not in “{language}”.", file=sys.stderr)
        raise Exit(code=2)
    if language:
        os.environ[VARIABLE] = language

"""A build as a person sees it: warnings, the last line, problems in sentences, an exit code."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

from plugins.build.build import build
from plugins.build.config import Config
from plugins.build.console import Console
from plugins.build.problem_paths import near
from plugins.build.summary import Summary
from plugins.cache.errors import MemoError
from plugins.newsroom.counting import count
from plugins.newsroom.output import format_text, wants_colour
from plugins.newsroom.problem import ContentError, Level, Problem

GARBAGE = 200_000
"""Objects that are made before Python looks for cycles among them."""


def run(config: Config, work: Callable[[Config, Console], Summary] = build) -> Summary:
    """Builds by ``work`` and says what was done, and verifies where that is wanted.

    Raises ``ContentError`` with the last output untouched, ``NotVerifiedError``, ``MemoError``.
    """
    # A build makes values that live to its end and hardly any cycles: looking for those costs a tenth of it.
    gc.set_threshold(GARBAGE)
    console = Console()
    summary = work(config, console)
    told = tuple(problem for problem in summary.problems if problem.level is Level.WARNING)
    if told:
        _tell(told)
    if config.timings:
        console.say_timings()
    console.say(summary.line)
    if config.verify:
        from plugins.build.verify import verify

        console.say(f"verified {count(verify(config), 'file')}")
    return summary


def ended(work: Callable[[], object]) -> int:
    """The exit code of a build; what it raises is told on standard error."""
    try:
        work()
    except ContentError as error:
        _tell(error.problems)
        return 1
    except MemoError as error:
        print(error.sentence, file=sys.stderr)
        return 1
    return 0


def _tell(problems: tuple[Problem, ...]) -> None:
    print(format_text(near(problems), colour=wants_colour(sys.stderr)), file=sys.stderr)

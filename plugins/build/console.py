"""What a person sees of a run: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

SLOW = 200
"""Items from which a stage is worth a bar."""


class Meter:
    """Counts what a stage has done; says nothing."""

    def advance(self, n: int = 1) -> None:
        """``n`` more items are done."""


class Console:
    """Speaks to standard output; bars go to standard error, only where it is a terminal."""

    def __init__(self, *, quiet: bool = False, made: Callable[[Collection[str]], None] | None = None) -> None:
        self.quiet = quiet
        self.made = made or (lambda _: None)
        """Called with awaited outputs (``Config.awaited``) once they stand in their place."""
        self.seconds: dict[str, float] = {}
        """Stage of the build -> how long it took, in the order in which they ended."""

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Takes the time of a stage of the build; a name that comes again adds to what it had."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - start

    def say_timings(self) -> None:
        """A line for each stage, in the order in which they began."""
        for stage, seconds in self.seconds.items():
            self.say(f"{seconds:8.3f} s  {stage}")

    def say(self, sentence: str) -> None:
        """One line."""
        if not self.quiet:
            print(sentence, flush=True)

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Meter]:
        """A stage of ``total`` items; advance the meter as they are done."""
        if self.quiet or total < SLOW:
            yield Meter()
        elif sys.stderr.isatty():
            with _bar(name, total) as meter:
                yield meter
        else:
            self.say(f"{name}: {total}")
            yield Meter()


@contextmanager
def _bar(name: str, total: int) -> Iterator[Meter]:
    from rich.console import Console as Screen
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    class Bar(Meter):
        def advance(self, n: int = 1) -> None:
            progress.advance(row, n)

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Screen(stderr=True), transient=True) as progress:
        row = progress.add_task(name, total=total)
        yield Bar()

"""What every kind of output has: where its files go, the parts they are made of, and their bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from plugins.pages.entry import Entry, PageEntry
from plugins.pages.moved import Moved
from plugins.pages.outputs.context import OutputContext
from plugins.pages.outputs.part import Parts


@dataclass(frozen=True)
class Job:
    """One output: where it goes, how it is made, and what it is made of."""

    path: str
    kind: str
    args: tuple[str, ...]
    given: Parts | Callable[[], Parts]
    """The parts, or what gives them: where they take looking at many reports, and may not be asked for."""

    @cached_property
    def parts(self) -> Parts:
        """(name, digest) pairs that cover everything ``Kind.make`` looks at."""
        return self.given() if callable(self.given) else self.given

    def __getstate__(self) -> tuple[str, str, tuple[str, ...], Parts]:
        """With its parts, for another process."""
        return self.path, self.kind, self.args, self.parts

    def __setstate__(self, state: tuple[str, str, tuple[str, ...], Parts]) -> None:
        """As ``__getstate__`` left it."""
        vars(self).update(zip(("path", "kind", "args", "given"), state, strict=True))


class Kind:
    """A kind of output. A new one is a file with a subclass, and a line in ``registry``."""

    name: ClassVar[str]
    """How jobs name it."""
    reads_texts: ClassVar[bool] = False
    """Whether outputs of the site show texts of reports, so that an edited text may concern them."""
    reads_files: ClassVar[bool] = False
    """Whether it may look at files of the output or the cache, which workers on other machines do not have."""
    reads_portraits: ClassVar[bool] = False
    """Whether it looks at portraits in the output folder, which workers on other machines do not have either."""
    for_journalists: ClassVar[bool] = True
    """Whether a site for journalists ahead of time has such outputs: each of its files tells of the embargo."""
    make: Callable[..., bytes]
    """The bytes of the output with these arguments. Pure: the same in each run and process."""

    def __init__(self, context: OutputContext) -> None:
        self.context = context

    def of_site(self) -> Iterator[Job]:
        """The outputs that belong to the newsroom as a whole."""
        yield from ()

    def of_report(self, entry: Entry) -> Iterator[Job]:  # noqa: ARG002 (for the kinds that have some)
        """The outputs that belong to one report."""
        yield from ()

    def of_page(self, entry: PageEntry) -> Iterator[Job]:  # noqa: ARG002 (for the kinds that have some)
        """The outputs that belong to one static page."""
        yield from ()

    def of_moved(self, old: Moved) -> Iterator[Job]:  # noqa: ARG002 (for the kinds that have some)
        """The outputs that answer an address which was published once and has no page of its own now."""
        yield from ()

    def job(self, address: str, args: tuple[str, ...], parts: Parts | Callable[[], Parts]) -> Job:
        """A job of this kind for the output at an address."""
        return Job(self.context.urls.file(address), self.name, args, parts)

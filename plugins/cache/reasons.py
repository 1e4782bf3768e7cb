"""Decides whether an output must be made again, and says why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from plugins.cache.fingerprint import ENGINE, Fingerprint
from plugins.cache.stamp import FileStatus, Sort, Stamp


class Why(StrEnum):
    """The names of the reasons."""

    ASKED = "asked"
    NEVER_BUILT = "never-built"
    FORGOTTEN = "forgotten"
    ENGINE_CHANGED = "engine-changed"
    CHANGED = "changed"
    MISSING = "missing"
    NOT_A_FILE = "not-a-file"
    EDITED = "edited"


_SENTENCES = {
    Why.ASKED: "everything is made anew, as asked",
    Why.NEVER_BUILT: "it was never made before",
    Why.FORGOTTEN: "it is ours, but how it was made has been forgotten",
    Why.ENGINE_CHANGED: "the program or a library has changed",
    Why.CHANGED: "what it is made of has changed",
    Why.MISSING: "it is no longer in the output folder",
    Why.NOT_A_FILE: "something else stands in its place in the output folder",
    Why.EDITED: "it was changed in the output folder by something else",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One part of a fingerprint that differs; empty ``before`` or ``after``: it was not there."""

    name: str
    before: str
    after: str

    def __str__(self) -> str:
        if not self.before:
            return f"{self.name} is new"
        if not self.after:
            return f"{self.name} is gone"
        if self.before.startswith("#") or self.after.startswith("#"):
            return f"{self.name} differs"
        return f"{self.name}: {self.before} is now {self.after}"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an output must be made again; ``changes`` where the parts are known."""

    why: Why
    changes: tuple[Change, ...] = ()

    @property
    def sentence(self) -> str:
        """The reason in words, with every part that differs."""
        told = "; ".join(map(str, self.changes))
        return _SENTENCES[self.why] + (f": {told}" if told else "")


class OutputRow(NamedTuple):
    """What is remembered of an output. An empty ``fingerprint``: only that it is ours.

    A named tuple, since all of them are read in a build that has nothing to do.
    """

    path: str
    fingerprint: str
    stamp: Stamp
    digest: str
    """Of the bytes that were written."""
    parts: tuple[tuple[str, str], ...] = ()


def decide(
    row: OutputRow | None, fingerprint: Fingerprint, seen: FileStatus | None, *, fresh: bool = False
) -> Reason | None:
    """Why an output must be made again, or ``None`` if it stands as it should.

    ``row`` is what is remembered of it, ``seen`` what stands in its place now. Looks at nothing
    else: the same arguments always give the same answer.
    """
    why = _why(row, fingerprint, seen, fresh)
    if why is not Why.CHANGED or row is None:
        return None if why is None else Reason(why)
    changes = compare(row.parts, fingerprint.parts)
    if any(change.name == ENGINE for change in changes):
        why = Why.ENGINE_CHANGED
    return Reason(why, changes)


def _why(row: OutputRow | None, fingerprint: Fingerprint, seen: FileStatus | None, fresh: bool) -> Why | None:
    if row is None:
        return Why.NEVER_BUILT
    if fresh:
        return Why.ASKED
    if not row.fingerprint:
        return Why.FORGOTTEN
    if row.fingerprint != fingerprint.digest:
        return Why.CHANGED
    if seen is None:
        return Why.MISSING
    if seen.sort is not Sort.FILE:
        return Why.NOT_A_FILE
    return Why.EDITED if seen.stamp != row.stamp else None


def compare(before: tuple[tuple[str, str], ...], after: tuple[tuple[str, str], ...]) -> tuple[Change, ...]:
    """The parts that differ, in the order of ``after``; nothing where either side is not known."""
    if not before or not after:
        return ()
    old, new = dict(before), dict(after)
    names = [*new, *(name for name in old if name not in new)]
    return tuple(Change(name, old.get(name, ""), new.get(name, "")) for name in names if old.get(name) != new.get(name))

"""What can go wrong with remembering, as sentences for the person who can fix it."""

# ruff: noqa: N818 (they are named after what happened, which a reader of a log wants)

from __future__ import annotations


class MemoError(Exception):
    """The common kind. ``sentence`` says what happened and how to fix it; ``place`` where."""

    def __init__(self, sentence: str, place: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.place = place


class NotDigestible(MemoError):
    """A value has no canonical form. ``place`` is the path to it inside the whole value."""


class Busy(MemoError):
    """Another build holds the store. ``place`` is the store."""


class NotWritable(MemoError):
    """A folder or file may not be written. ``place`` is that folder or file."""


class NoSpace(MemoError):
    """The disk, or a quota, is full. ``place`` is the file that did not fit."""


class Damaged(MemoError):
    """The store turned out to be damaged while it was in use. ``place`` is the store."""


class LeavesRoot(MemoError):
    """A path of an output points out of the output folder. ``place`` is that path."""


class Blocked(MemoError):
    """Something that is not ours stands where a file or folder must be. ``place`` is where."""


class WorkerDied(MemoError):
    """A worker process ended before its work did. ``place`` is the function it ran."""


class BadExecutor(MemoError):
    """A setting names no usable executor. ``place`` is the setting's value."""

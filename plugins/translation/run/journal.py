"""Keeps every answer that was paid for, before anything else happens to it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from plugins.cache.digest import digest
from plugins.cache.faults import faults_at
from plugins.translation.engines.base import Batch, EngineInfo
from plugins.translation.run.measure import words_of
from plugins.translation.segment import Segment

_LINE = 300
"""Bytes of a line besides the answer, generously."""
_GROWTH = 12
"""Bytes an answer may take for each character of its source: twice as long, and six bytes a letter."""


Known = Mapping[str, "Paid"]
"""Answers by their keys."""


@dataclass(frozen=True, slots=True)
class Paid:
    """An answer as it came, with its day."""

    key: str
    answer: str
    """To the segment as it was sent, in inner form."""
    date: str
    """ISO 8601."""


def key_of(info: EngineInfo, batch: Batch, segment: Segment) -> str:
    """What an answer depends on: engine, model, languages, protection, words, and the terms among them."""
    words = segment.text.casefold()
    terms = tuple(pair for pair in batch.terms if pair[0].casefold() in words)
    asked = (batch.source, batch.target, batch.protection.value, words_of(segment), terms)
    return str(digest((info.name, info.model, *asked)))


class Journal:
    """An append-only file of answers. One run at a time writes it (see ``memo.lock``).

    Room is taken *before* a question is sent, so that a full disk stops the run while it costs
    nothing; what was answered is on the disk before the next question leaves.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor
        data = _data(path)
        kept = len(data.rstrip(b"\n\0"))
        self._end = kept + 1 if kept else 0
        self._known = {paid.key: paid for paid in _read(data)}
        if self._end > len(data):
            self._whole()

    def recall(self, key: str) -> Paid | None:
        """The answer kept under that key."""
        return self._known.get(key)

    def reserve(self, segments: Iterable[Segment]) -> None:
        """Takes room for the answers to come. Raises ``NoSpace``, ``NotWritable``."""
        size = sum(_LINE + _GROWTH * len(segment.text) for segment in segments)
        with faults_at(self._path):
            _write(self._descriptor, b"\n" * size, self._end)
            os.fsync(self._descriptor)

    def keep(self, answers: Iterable[Paid]) -> None:
        """Puts answers on the disk. Raises ``NoSpace``, ``NotWritable``."""
        found = tuple(answers)
        data = b"".join(json.dumps(asdict(paid)).encode("ascii") + b"\n" for paid in found)
        with faults_at(self._path):
            _write(self._descriptor, data, self._end)
            os.fsync(self._descriptor)
        self._end += len(data)
        self._known.update({paid.key: paid for paid in found})

    def _whole(self) -> None:
        """Ends a line that a killed run left torn."""
        if self._end:
            with faults_at(self._path):
                _write(self._descriptor, b"\n", self._end - 1)

    def trim(self) -> None:
        """Gives back room that was not needed."""
        with faults_at(self._path):
            os.ftruncate(self._descriptor, self._end)


@contextmanager
def journal(path: Path) -> Iterator[Journal]:
    """The journal at ``path``, made where there is none. Raises ``MemoError``."""
    with faults_at(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        kept = Journal(path, descriptor)
        yield kept
        kept.trim()
    finally:
        os.close(descriptor)


def paid_in(path: Path) -> Known:
    """The answers of the journal at ``path``, read without a lock; none where there is none."""
    return {paid.key: paid for paid in _read(_data(path))}


def _data(path: Path) -> bytes:
    with faults_at(path):
        return path.read_bytes() if path.is_file() else b""


def _read(data: bytes) -> Iterator[Paid]:
    """The answers of a journal; a line that is torn is none."""
    for line in data.split(b"\n"):
        try:
            found = json.loads(line) if line.strip(b"\0 ") else None
            if isinstance(found, dict):
                yield Paid(str(found["key"]), str(found["answer"]), str(found["date"]))
        except (ValueError, KeyError):
            continue


def _write(descriptor: int, data: bytes, at: int) -> None:
    os.lseek(descriptor, at, os.SEEK_SET)
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]

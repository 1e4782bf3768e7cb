"""Paid answers survive a kill, a torn line, and a full disk."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.cache.errors import NoSpace, NotWritable
from plugins.translation.engines.base import Batch, EngineInfo, Protection
from plugins.translation.run.journal import Paid, journal, key_of
from plugins.translation.segment import Segment, Tag, TagKind

INFO = EngineInfo("deepl", "model-1")
LINKED = Segment(
    "body/paragraph", "paragraph", 'Das <g id="1">Haus</g>.', (Tag(1, TagKind.LINK, "[", "](report:a)"),), 3
)
BATCH = Batch((LINKED,), "de", "nl", terms=(("Haus", "huis"), ("Hof", "erf")))
ANSWER = Paid("k1", "Grüße aus\u2028Köln \U0001f600", "2024-05-02")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal in a folder that is not there yet."""
    return tmp_path / "cache" / "paid.jsonl"


def test_an_answer_is_there_again(path: Path) -> None:
    """In the next run, letter by letter."""
    with journal(path) as kept:
        kept.reserve([LINKED])
        kept.keep([ANSWER])
        assert kept.recall("k1") == ANSWER
    with journal(path) as again:
        assert again.recall("k1") == ANSWER
        assert again.recall("k2") is None


def test_it_only_grows(path: Path) -> None:
    """What was written before stays as it was, and the room taken is given back."""
    with journal(path) as kept:
        kept.keep([ANSWER])
    before = path.read_bytes()
    with journal(path) as kept:
        kept.reserve([LINKED])
        kept.keep([replace(ANSWER, key="k2")])
    assert path.read_bytes().startswith(before)
    assert path.read_bytes().count(b"\n") == 2


@pytest.mark.parametrize("end", [b'{"key": "k2", "ans', b"\n\n\n\n", b"\0\0\0", b"[1]\n{}\nnull\n"])
def test_a_damaged_end_costs_no_other_answer(path: Path, end: bytes) -> None:
    """A line that a kill tore is forgotten, and the next one stands on a line of its own."""
    with journal(path) as kept:
        kept.keep([ANSWER])
    path.write_bytes(path.read_bytes() + end)
    with journal(path) as kept:
        assert kept.recall("k1") == ANSWER
        kept.keep([replace(ANSWER, key="k3")])
    with journal(path) as kept:
        assert kept.recall("k1") == ANSWER
        assert kept.recall("k3") is not None


def test_the_latest_answer_counts(path: Path) -> None:
    """An answer under the same key replaces the one before."""
    with journal(path) as kept:
        kept.keep([ANSWER])
        kept.keep([replace(ANSWER, answer="Neu")])
    with journal(path) as kept:
        assert kept.recall("k1") == replace(ANSWER, answer="Neu")


@contextmanager
def little_space(size: int) -> Iterator[None]:
    """Lets no file grow beyond so many bytes, as a quota or a full disk would."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_full_disk_is_noticed_before_anything_is_sent(path: Path) -> None:
    """Room is taken first; what was there stays."""
    with journal(path) as kept:
        kept.keep([ANSWER])
        with little_space(200), pytest.raises(NoSpace, match="no space left"):
            kept.reserve([LINKED])
    with journal(path) as kept:
        assert kept.recall("k1") == ANSWER


def test_room_once_taken_suffices_for_a_long_answer(path: Path) -> None:
    """Twice as long as its source and in six-byte escapes: the file does not grow any more."""
    with journal(path) as kept:
        kept.reserve([LINKED])
        size = path.stat().st_size
        with little_space(size):
            kept.keep([Paid("k" * 40, "ß" * 2 * len(LINKED.text), "2024-05-02")])
        assert path.stat().st_size == size


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """As a sentence with the place."""
    (tmp_path / "cache").write_text("a file")
    with pytest.raises(NotWritable, match="cache"), journal(tmp_path / "cache" / "paid.jsonl"):
        pass


@pytest.mark.parametrize(
    ("info", "batch", "segment"),
    [
        (replace(INFO, name="openai"), BATCH, LINKED),
        (replace(INFO, model="model-2"), BATCH, LINKED),
        (INFO, replace(BATCH, source="en"), LINKED),
        (INFO, replace(BATCH, target="en"), LINKED),
        (INFO, replace(BATCH, protection=Protection.TOKENS), LINKED),
        (INFO, replace(BATCH, terms=(("Haus", "woning"),)), LINKED),
        (INFO, BATCH, replace(LINKED, text="Das Haus.", tags=())),
    ],
    ids=["engine", "model", "source", "target", "protection", "a term in it", "words"],
)
def test_another_question_has_another_key(info: EngineInfo, batch: Batch, segment: Segment) -> None:
    """Whatever the answer depends on is in the key."""
    assert key_of(info, batch, segment) != key_of(INFO, BATCH, LINKED)


@pytest.mark.parametrize(
    ("info", "batch", "segment"),
    [
        (replace(INFO, price_per_million=9.0, max_items=3), BATCH, LINKED),
        (INFO, replace(BATCH, context="Titel"), LINKED),
        (INFO, replace(BATCH, terms=(("Haus", "huis"),)), LINKED),
        (INFO, BATCH, replace(LINKED, key="teaser", line=9)),
        (INFO, BATCH, replace(LINKED, tags=(Tag(1, TagKind.LINK, "[", "](report:b)"),))),
    ],
    ids=["price", "context", "a term not in it", "place", "address of a link"],
)
def test_the_same_words_are_the_same_question(info: EngineInfo, batch: Batch, segment: Segment) -> None:
    """Also in another report, at another place, with a link that leads elsewhere."""
    assert key_of(info, batch, segment) == key_of(INFO, BATCH, LINKED)

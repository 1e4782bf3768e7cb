"""What can go wrong around a build: it ends with a sentence, and the next one is right, byte for byte."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plugins.memo import schema
from plugins.memo.errors import Busy, MemoError, NoSpace, NotWritable
from tests.properties.world import World

NOBODY = 65_534
FORK = multiprocessing.get_context("fork")
"""A fork has everything imported already, and may give away rights that this process needs."""


@pytest.fixture
def world() -> Iterator[World]:
    """A newsroom with an output, and an edit that is not in it yet."""
    made = World(trusting=True)
    assert made.build()
    made.write_report("zwei", "Geändert", "Neu.", "energie")
    yield made
    made.close()


def _outcome(before: Callable[[], object], world: World) -> str:
    """The kind and the place of the error that a build ends with in another process; empty: with none."""
    answer = FORK.SimpleQueue()

    def run() -> None:
        before()
        try:
            world.build()
        except MemoError as error:
            answer.put(f"{type(error).__name__} {error.sentence}")
        else:
            answer.put("")

    process = FORK.Process(target=run)
    process.start()
    process.join()
    assert process.exitcode == 0
    return str(answer.get())


def _small_files(size: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("size", [0, 3_000, 30_000])
def test_a_full_disk(world: World, size: int) -> None:
    """No file may grow beyond ``size`` bytes: the store, a page or a feed does not fit."""
    said = _outcome(lambda: _small_files(size), world)
    assert said.startswith(NoSpace.__name__)
    assert "no space left" in said
    assert world.build()
    world.check()


def _give_up_rights() -> None:
    if os.geteuid() == 0:
        os.setuid(NOBODY)


def _hand_over(folder: Path) -> None:
    """The build runs as somebody whom rights concern, and root is not."""
    for path in (folder, *folder.rglob("*")):
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)


def test_a_read_only_output(world: World) -> None:
    """The sentence names what cannot be written; no byte of the output changes."""
    _hand_over(world.folder)
    folders = [world.folder / "output", *(p for p in (world.folder / "output").rglob("*") if p.is_dir())]
    before = world.newsroom.output()
    for folder in folders:
        folder.chmod(0o555)
    said = _outcome(_give_up_rights, world)
    assert said.startswith(NotWritable.__name__)
    assert str(world.folder / "output") in said
    assert world.newsroom.output() == before
    for folder in folders:
        folder.chmod(0o755)
    assert _outcome(_give_up_rights, world) == ""
    assert world.build()
    world.check()


def test_a_read_only_cache(world: World) -> None:
    """The same for the folder in which work is remembered."""
    _hand_over(world.folder)
    for path in (world.folder / "cache").rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    (world.folder / "cache").chmod(0o555)
    said = _outcome(_give_up_rights, world)
    assert said.startswith(NotWritable.__name__)
    assert str(world.folder / "cache") in said
    (world.folder / "cache").chmod(0o755)
    for path in (world.folder / "cache").rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert world.build()
    world.check()


def test_a_store_that_another_program_has_locked(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build waits for a while, then says so; the output stays."""
    monkeypatch.setattr(schema, "PATIENCE", 0.0)
    before = world.newsroom.output()
    other = sqlite3.connect(world.folder / "cache/dreiklang.sqlite", isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy, match=r"Another program is using .*dreiklang\.sqlite"):
        world.build()
    other.close()
    assert world.newsroom.output() == before
    assert world.build()
    world.check()


@pytest.mark.parametrize("version", [0, 1_000])
def test_a_store_of_another_version(world: World, version: int) -> None:
    """Older or newer, it is forgotten; nothing that it knew is relied on."""
    connection = sqlite3.connect(world.folder / "cache/dreiklang.sqlite")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    assert world.build()
    world.check()


def test_two_builds_at_once(world: World) -> None:
    """One waits for the other; both end well."""
    ready = FORK.Barrier(2)

    def run() -> None:
        ready.wait()
        assert world.build()

    pair = [FORK.Process(target=run) for _ in range(2)]
    for process in pair:
        process.start()
    for process in pair:
        process.join()
    assert [process.exitcode for process in pair] == [0, 0]
    world.check()


def test_two_builds_at_once_of_two_settings(world: World) -> None:
    """A preview and a published site share what is remembered, and nothing else."""

    def run(publish: bool) -> None:
        assert world.build(publish=publish, output=world.folder / ("live" if publish else "output"))

    pair = [FORK.Process(target=run, args=(publish,)) for publish in (False, True)]
    for process in pair:
        process.start()
    for process in pair:
        process.join()
    assert [process.exitcode for process in pair] == [0, 0]
    world.check()
    live = world.newsroom.output("live")
    assert world.build(publish=True, output=world.folder / "fresh", cache=world.folder / "fresh-cache")
    assert live == world.newsroom.output("fresh")


def test_a_damaged_output_is_mended_by_the_next_build(world: World) -> None:
    """Files replaced by folders, links and other people's things."""
    for seed, how in enumerate(["folder", "link", "delete", "edit", "same size", "touch"] * 3):
        world.damage_output(seed * 7, how)
    assert world.build()
    world.check()

"""What can go wrong around a build: it ends with a sentence, and the next one is right, byte for byte."""

from __future__ import annotations

import multiprocessing
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from plugins.build.run import ended, run
from plugins.cache import schema
from plugins.cache.errors import Busy
from plugins.cache.manifest import OutputManifest
from plugins.cache.output import Output
from plugins.cache.output_folder import OutputFolder
from plugins.cache.store import Store
from tests.properties.world import World
from tests.site.newsroom import ROOT, report

NOBODY = 65_534
FORK = multiprocessing.get_context("fork")
"""A fork has everything imported already, and may give away rights that this process needs."""


@pytest.fixture
def world() -> Iterator[World]:
    """A newsroom with an output, and an edit that is not in it yet."""
    made = World(trusting=True, bare=True)
    assert made.build()
    made.write_report("zwei", "Geändert", "Neu.", "energie")
    yield made
    made.close()


def _outcome(before: Callable[[], object], world: World) -> tuple[int | None, str]:
    """The exit code of a build in another process, and what it says on standard error."""
    read, write = os.pipe()

    def task() -> None:
        os.dup2(write, 2)
        sys.stderr = os.fdopen(2, "w", closefd=False)
        before()
        with world.surroundings():
            code = ended(lambda: run(world.config()))
        sys.stderr.flush()
        os._exit(code)

    process = FORK.Process(target=task)
    process.start()
    process.join()
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as said:
        return process.exitcode, said.read()


def _whole(world: World, before: dict[str, bytes]) -> bool:
    """Whether every file of the output is as it was, or as it should be now."""
    found = world.newsroom.output()
    assert world.build(output=world.folder / "wanted", cache=world.folder / "wanted-cache")
    wanted = world.newsroom.output("wanted")
    assert before.keys() <= found.keys()
    return all(data in (before.get(path), wanted.get(path)) for path, data in found.items())


def _small_files(size: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("size", [0, 3_000, 9_000])
def test_a_full_disk(world: World, size: int) -> None:
    """No file may grow beyond ``size`` bytes: the store, a page or a feed does not fit. No file is cut off."""
    before = world.newsroom.output()
    code, said = _outcome(lambda: _small_files(size), world)
    assert code == 1
    assert "There is no space left to write" in said
    assert _whole(world, before)
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


@pytest.fixture
def share_templates() -> None:
    """Each newsroom has its own here: some are built by a person with fewer rights."""


def test_a_read_only_output(world: World) -> None:
    """The sentence names what cannot be written; no byte of the output changes."""
    _hand_over(world.folder)
    folders = [world.folder / "output", *(p for p in (world.folder / "output").rglob("*") if p.is_dir())]
    before = world.newsroom.output()
    for folder in folders:
        folder.chmod(0o555)
    code, said = _outcome(_give_up_rights, world)
    assert code == 1
    assert re.search(rf"{world.folder}/output\S* could not be written", said)
    assert world.newsroom.output() == before
    for folder in folders:
        folder.chmod(0o755)
    assert _outcome(_give_up_rights, world) == (0, "")
    assert world.build()
    world.check()


def test_a_read_only_cache(world: World) -> None:
    """The same for the folder in which work is remembered."""
    _hand_over(world.folder)
    for path in (world.folder / "cache").rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    (world.folder / "cache").chmod(0o555)
    before = world.newsroom.output()
    code, said = _outcome(_give_up_rights, world)
    assert code == 1
    assert re.search(rf"{world.folder}/cache\S* could not be written", said)
    assert world.newsroom.output() == before
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


def test_a_damaged_output_is_fixed_by_the_next_build(world: World) -> None:
    """Files replaced by folders, links and other people's things."""
    for seed, how in enumerate(["folder", "link", "delete", "edit", "same size", "disguised", "touch", "copied"] * 3):
        world.damage_output(seed * 7, how)
    assert world.build()
    world.check()


@pytest.mark.parametrize("path", ["de/feed.xml", "de/topics", "de/2024/zwei/index.html"])
def test_other_peoples_things_in_our_places_are_left_alone(world: World, path: str) -> None:
    """A folder with somebody's file where a file belongs, or the other way round: a sentence, and nothing is lost."""
    place = world.folder / "output" / path
    mine = place / "note.txt"
    if place.is_dir():
        shutil.rmtree(place)
        mine = place
    else:
        place.unlink()
        place.mkdir()
    mine.write_text("mine")
    code, said = _outcome(lambda: None, world)
    assert code == 1
    assert f"{place} is a" in said
    assert "that this program did not make" in said
    assert "Move it away." in said
    assert mine.read_text() == "mine"
    mine.unlink()
    assert world.build()
    world.check()


MOMENTS = {
    "before anything is removed": (Output, "commit"),
    "when a file is removed": (OutputFolder, "remove"),
    "when the store is written": (Store, "flush"),
    "when the list of what is ours is written": (OutputManifest, "release"),
    "when the workshop is cleared": (OutputFolder, "leave"),
}


@pytest.mark.parametrize("is_before", [True, False])
@pytest.mark.parametrize("name", MOMENTS)
def test_a_build_that_is_killed_while_it_commits(world: World, name: str, is_before: bool) -> None:
    """SIGKILL just before, or just after: the next build is right, also where it has less to do."""
    world.delete_report("zwei")
    world.write_report("drei", "Neu", "Neu.", "handel")
    owner, method = MOMENTS[name]
    plain = getattr(owner, method)

    def dying(*args: object, **kwargs: object) -> object:
        found = None if is_before else plain(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)
        return found

    def task() -> None:
        with mock.patch.object(owner, method, dying):
            world.build()

    process = FORK.Process(target=task)
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert world.build()
    world.check()


def test_a_worker_that_is_killed(world: World) -> None:
    """By the system, where memory runs out: a sentence and code 1, no file is cut off, and the next build is right."""
    for number in range(70):
        world.newsroom.write(report(f"r{number:02}"))
    command = [sys.executable, "-c", WITH_WORKERS, str(world.folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    build = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
    while build.poll() is None and not (workers := _workers(build.pid)):
        os.sched_yield()
    os.kill(workers[0], signal.SIGKILL)
    _, said = build.communicate()
    assert build.returncode == 1
    assert "A worker ended in the middle of" in said
    assert "Traceback" not in said
    pages = list((world.folder / "output").rglob("*.html"))
    assert all(page.read_bytes().endswith(b'css/site.css">\n') for page in pages)
    assert world.build()
    world.check()


def _workers(build: int) -> list[int]:
    """The processes whose parent's parent is the build: it starts a server, and that the workers."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_bytes().rpartition(b")")[2].split()[1])
        except OSError:  # ended meanwhile
            continue
    return [process for process, parent in parents.items() if parents.get(parent) == build]


WITH_WORKERS = """
import sys
from pathlib import Path
from plugins.build.run import ended, run
from tests.site.newsroom import Newsroom

root = Path(sys.argv[1])
sys.exit(ended(lambda: run(Newsroom(root).config(jobs=2, theme=root / "theme"))))
"""


def _damage_often(world: World, tries: int) -> None:
    """Random bytes of the store are overwritten, over and over, while the content goes on changing."""
    store, chance = world.folder / "cache/dreiklang.sqlite", random.Random(tries)
    for number in range(tries):
        data = bytearray(store.read_bytes())
        for _ in range(chance.choice([1, 4, 40])):
            at = chance.randrange(len(data))
            size = min(chance.choice([1, 8, 64]), len(data) - at)
            data[at : at + size] = chance.randbytes(size)
        store.write_bytes(data)
        edits: list[tuple[Callable[..., None], *tuple[Any, ...]]] = [
            (world.edit_body, "eins", f"Satz {number}."),
            (world.damage_output, number, "touch"),
            (world.write_report, "drei", f"D {number}", "N.", "handel"),
            (world.delete_report, "drei"),
        ]
        change, *arguments = chance.choice(edits)
        change(*arguments)
        assert world.build()
        world.check()


def test_a_store_with_damaged_bytes(world: World) -> None:
    """Wherever they are: it is forgotten, or they do no harm."""
    _damage_often(world, 12)


@pytest.mark.nightly
def test_a_store_with_damaged_bytes_many_times(world: World) -> None:
    """A run of nightly size."""
    _damage_often(world, 400)

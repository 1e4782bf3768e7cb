"""Builds that are killed (SIGKILL) at any moment: the next one is right, byte for byte."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.properties.child import counted, killed
from tests.properties.world import World
from tests.site.newsroom import ROOT, report

TRIES = 12
MANY = 400
MANY_REPORTS = 70
"""Enough for the work to be spread over processes."""

WITH_WORKERS = """
import sys
from pathlib import Path
from tests.site.newsroom import Newsroom
print("ready", flush=True)
root = Path(sys.argv[1])
Newsroom(root).build(jobs=2, theme=root / "theme")
"""


@pytest.fixture
def world() -> Iterator[World]:
    """A newsroom with an output."""
    made = World(trusting=True, bare=True)
    made.add_photo("eins", "red", "2027-01-01")
    assert made.build()
    yield made
    made.close()


def test_the_next_build_is_right(world: World) -> None:
    """Killed at a random call of a build, over and over, while the content goes on changing."""
    _kill_often(world, TRIES)


@pytest.mark.nightly
def test_the_next_build_is_right_after_many(world: World) -> None:
    """The same at many more moments."""
    _kill_often(world, MANY)


def _kill_often(world: World, tries: int) -> None:
    chance = random.Random(tries)
    whole = counted(world.build)
    world.edit_body("eins", "Zuletzt.")
    most = counted(world.build)
    kills = 0
    for number in range(tries):
        _edit(world, chance, number)
        kills += killed(world.build, chance.randrange(1, max(whole, most)))
        assert world.build()
        world.check()
    assert kills > tries // 3


def _edit(world: World, chance: random.Random, number: int) -> None:
    """Something that a killed build was about to bring into the output."""
    edits: list[Callable[[], object]] = [
        lambda: world.write_report("drei", f"Drei {number}", "Neu.", "handel"),
        lambda: world.delete_report("vier"),
        lambda: world.write_report("vier", f"Vier {number}", "Neu.", "energie"),
        lambda: world.edit_body("zwei", f"Satz {number}."),
        lambda: world.add_photo("eins", chance.choice(["red", "navy"]), "2027-01-01"),
        lambda: world.change_person(f"Nummer {number}"),
        lambda: world.change_template(f"nummer {number}", "partials/card.html"),
        lambda: world.lose_cache("store alone"),
    ]
    chance.choice(edits)()


def test_workers_of_a_killed_build_do_no_harm(world: World) -> None:
    """The program is killed while its workers make pages; the next build at once is right."""
    for number in range(MANY_REPORTS):
        world.newsroom.write(report(f"r{number:02}"))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WITH_WORKERS, str(world.folder)]
    for pages in (5, 60):
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        while process.poll() is None and _made(world.folder) < pages:
            os.sched_yield()
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        world.newsroom.write(report("r00", body=f"Nach {pages} Seiten.", title=f"Nach {pages}"))
        assert world.build()
        world.check()
        world.change_label("de", f"Seiten {pages}")


def _made(folder: Path) -> int:
    """Pages of many reports that stand in the output."""
    return sum(1 for path in (folder / "output/de/2024").glob("r*") if path.exists())

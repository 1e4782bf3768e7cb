"""A bad run as its user sees it: a sentence for every mistake, exit code 1, and the last good site untouched."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest

from plugins.cli.build import build
from plugins.cli.publish import publish
from plugins.newsroom.consequences import CONSEQUENCES
from tests.bad.archive import Case, cases, write
from tests.site.newsroom import ROOT, jpeg

CASES = cases()
LEVELS = {case.name: {one.level for one in case.expected} for case in CASES}
STOPPED = [case for case in CASES if "error" in LEVELS[case.name]]
WARNED = [case for case in CASES if LEVELS[case.name] & {"error", "warning"} == {"warning"}]


def files(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def fill(root: Path, *several: Case) -> None:
    """Writes the content of the base and of some cases anew, with real photographs."""
    content = root / "content"
    shutil.rmtree(content, ignore_errors=True)
    content.mkdir()
    write(content, *several)
    for photo in content.rglob("photos/*"):
        if photo.is_file() and not photo.is_symlink() and photo.read_bytes() == b"a picture\n":
            photo.write_bytes(jpeg())


def run(root: Path, task: Callable[..., int] = build) -> int:
    """Calls the task on that content."""
    content = root / "content"
    folders = (content, content / "translations", root / "output", root / "cache")
    return task(*map(str, folders), 1)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom that has been published."""
    root = tmp_path_factory.mktemp("site")
    fill(root)
    shutil.copytree(ROOT / "translations/ui", root / "content/translations/ui")
    assert run(root, publish) == 0
    return root


PASSING = frozenset(chain.from_iterable(one.codes for one in CONSEQUENCES if not one.stops))
STOPPING = [case for case in WARNED if not PASSING & {one.code for one in case.expected}]


@pytest.mark.parametrize("case", STOPPED, ids=lambda case: case.name)
def test_bad_content_stops_a_build(case: Case, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each mistake is told with its place and how to fix it, and no byte of the site changes."""
    before = files(site / "output")
    fill(site, case)
    assert run(site) == 1
    said = capsys.readouterr().err
    told = [one for one in case.expected if one.level == "error"]
    for one in told:
        assert f"[{one.code}]" in said
        assert one.file in said
    assert said.count("fix: ") >= len(told)
    assert "Traceback" not in said
    assert files(site / "output") == before


@pytest.mark.parametrize("case", STOPPING, ids=lambda case: case.name)
def test_what_is_only_doubtful_stops_a_publication(case: Case, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Warnings are fatal for what readers get."""
    before = files(site / "output")
    fill(site, case)
    assert run(site, publish) == 1
    said = capsys.readouterr().err
    assert all(f"[{one.code}]" in said for one in case.expected)
    assert files(site / "output") == before


THREE = ["yaml-colon-in-title", "german-date", "unknown-topic"]


@pytest.mark.parametrize("name", THREE)
def test_the_command_itself(name: str, tmp_path: Path) -> None:
    """As typed at a keyboard: exit code 1, sentences on standard error alone, the site as it was."""
    fill(tmp_path)
    command = [sys.executable, str(ROOT / "tasks.py"), "build", "--translations", "content/translations"]
    environment = {**os.environ, "DREIKLANG_ENVIRONMENT": "current"}
    first = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert first.returncode == 0, first.stderr
    before = files(tmp_path / "output")
    (case,) = (case for case in CASES if case.name == name)
    fill(tmp_path, case)
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert all(f"content/{one.file}" in done.stderr and f"[{one.code}]" in done.stderr for one in case.expected)
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert files(tmp_path / "output") == before


def test_all_at_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As many problems are told in one run as the corpus holds."""
    together = [case for case in CASES if not case.alone]
    fill(site, *together)
    assert run(site) == 1
    found = re.search(r"\n(\d+) errors", capsys.readouterr().err)
    assert found is not None
    assert int(found[1]) > 140

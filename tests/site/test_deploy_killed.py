"""A deployment that is killed leaves whole files, pages with all they need, and everybody else's files alone."""

from __future__ import annotations

import io
import os
import random
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.publish import branch, rsync
from plugins.publish.branch import Message, Pages, deploy_branch
from plugins.publish.rsync import Server, deploy_rsync
from plugins.publish.target import NAME
from plugins.publish.tool import DeployError
from tests.site.newsroom import Newsroom, jpeg, report
from tests.site.test_publish import publish

ADDRESS = "https://newsroom.example"
FOREIGN = {"shop.php": b"foreign", "de/2024/notiz.txt": b"foreign", "produkte/index.html": b"foreign"}
NEEDED = re.compile(rb'(?:src|href)="/((?:assets|brand|media)/[^"]+)"')
UNFINISHED = re.compile(r"(^|/)\.(~tmp~/|[^/]+\.\w{6}$)")
"""What rsync calls a file until it stands in its place (rsync(1), --delay-updates)."""
SLOW_RSYNC = """#!{python} -IS
import os, signal, subprocess, sys
from pathlib import Path
left = int(Path({count!r}).read_text())
rsync = subprocess.Popen([{rsync!r}, *sys.argv[1:]], stdout=subprocess.PIPE, start_new_session=True)
for line in rsync.stdout:
    sys.stdout.buffer.write(line)
    left -= 1
    if left == 0:
        os.killpg(rsync.pid, signal.SIGKILL)
Path({count!r}).write_text(str(left))
sys.exit(137 if rsync.wait() < 0 else rsync.returncode)
"""
"""Ends rsync, with all its processes, when it has told so many lines."""


class KilledError(BaseException):
    """The program ends here."""


@pytest.fixture
def sites(newsroom: Newsroom) -> list[Path]:
    """Three states of a newsroom as they were published: other reports, other pictures, another style sheet."""
    found = []
    for number, words in enumerate((report("eins"), report("eins", body="Neu.") + report("zwei"), report("drei"))):
        newsroom.write(words)
        newsroom.put(f"content/portraits/{number}.jpg", jpeg(40, 50, ("navy", "teal", "maroon")[number]))
        people = newsroom.root / "content/people.yaml"
        people.write_text(
            re.sub(
                r"(, photo: \S+)?}$",
                f", photo: portraits/{number}.jpg}}",
                people.read_text("utf-8"),
                flags=re.MULTILINE,
            ),
            "utf-8",
        )
        newsroom.put("content/theme/static/css/site.css", f"body {{ order: {number} }}\n".encode())
        (newsroom.root / "content/addresses.yaml").unlink(missing_ok=True)
        assert publish(newsroom) == 0
        shutil.copytree(newsroom.root / "public", newsroom.root / f"site{number}")
        shutil.rmtree(newsroom.root / "public")
        shutil.rmtree(newsroom.root / "content/reports")
        found.append(newsroom.root / f"site{number}")
    return found


def files(folder: Path) -> dict[str, bytes]:
    """Path -> bytes, without the list of what is ours."""
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    found.pop(NAME, None)
    return found


def dying(patch: pytest.MonkeyPatch, owner: object, name: str, after: int) -> None:
    """A function that ends the program at a call, or when what it runs has been killed."""
    plain: Callable[..., Any] = getattr(owner, name)
    left = after

    def counted(*given: Any, **more: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise KilledError
        answer = plain(*given, **more)
        if getattr(answer, "code", 0) == 137:
            raise KilledError
        return answer

    patch.setattr(owner, name, counted)


def kill_rsync(sites: list[Path], root: Path, monkeypatch: pytest.MonkeyPatch, times: int) -> int:
    """Deploys so many times, each time killed somewhere, then whole; how often it was killed."""
    count, programs, target = root / "count", root / "programs", root / "server"
    programs.mkdir()
    for path, data in FOREIGN.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)
    words = SLOW_RSYNC.format(python=sys.executable, count=str(count), rsync=shutil.which("rsync"))
    (programs / "rsync").write_text(words)
    (programs / "rsync").chmod(0o755)
    server, killed, now = Server(str(target), ADDRESS), 0, sites[0]
    deploy_rsync(now, server, adopt=True, dry_run=False)
    for number in range(times):
        chance = random.Random(number)
        wanted = chance.choice([site for site in sites if site != now])
        allowed = [{**files(site), **FOREIGN} for site in (now, wanted)]
        with monkeypatch.context() as patch:
            patch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
            count.write_text(str(chance.randrange(1, 160)))
            dying(patch, rsync, "call", chance.choice([99, 99, chance.randrange(7)]))
            try:
                deploy_rsync(wanted, server, adopt=False, dry_run=False)
            except KilledError:
                killed += 1
        between = {path: data for path, data in files(target).items() if not UNFINISHED.search(path)}
        assert {path: between[path] for path in FOREIGN} == FOREIGN
        for path, data in between.items():
            assert any(data == site.get(path) for site in allowed), path
            for needed in NEEDED.findall(data) if path.endswith(".html") else ():
                assert needed.decode() in between, (path, needed)
        now = chance.choice(sites)
        deploy_rsync(now, server, adopt=False, dry_run=False)
        assert files(target) == {**files(now), **FOREIGN}
    return killed


def git(folder: Path, *words: str) -> str:
    """What git says."""
    return subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, text=True).stdout


def branch_files(bare: Path) -> dict[str, bytes]:
    """Path -> bytes of what stands on the branch, without our own list."""
    packed = subprocess.run(["git", "-C", str(bare), "archive", "gh-pages"], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        members = [(item.name, archive.extractfile(item)) for item in archive if item.isfile()]
        return {name: file.read() for name, file in members if file and name != NAME}


def broken_off(patch: pytest.MonkeyPatch, bare: Path, chance: random.Random) -> None:
    """A deployment to a branch ends before some step, in the middle of what git is told, or while git pushes."""
    how = chance.choice(("step", "stream", "pre-receive", "post-receive"))
    if how == "step":
        dying(patch, branch, "call", chance.randrange(9))
    elif how == "stream":
        plain, left = branch._stream, chance.randrange(40)

        def stream(*given: Any) -> Any:
            for number, piece in enumerate(plain(*given)):
                if number == left:
                    raise KilledError
                yield piece

        patch.setattr(branch, "_stream", stream)
    else:
        hook = bare / "hooks" / how
        hook.parent.mkdir(exist_ok=True)
        hook.write_text("#!/bin/sh\nkill -9 $PPID\n")
        hook.chmod(0o755)


def kill_branch(sites: list[Path], root: Path, monkeypatch: pytest.MonkeyPatch, times: int) -> int:
    """The same for a branch of git."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    bare, clone, own = root / "origin.git", root / "clone", root / "own"
    git(root, "init", "--quiet", "--bare", "--initial-branch", "gh-pages", str(bare))
    git(root, "init", "--quiet", str(own))
    git(root, "init", "--quiet", "--initial-branch", "gh-pages", str(clone))
    for path, data in FOREIGN.items():
        (clone / path).parent.mkdir(parents=True, exist_ok=True)
        (clone / path).write_bytes(data)
    who = ("-c", "user.name=x", "-c", "user.email=x@newsroom.example")
    git(clone, "add", "--all")
    git(clone, *who, "commit", "--quiet", "--message", "Shop")
    git(clone, "push", "--quiet", str(bare), "gh-pages")
    pages, message = Pages(own, str(bare), "gh-pages", ADDRESS), Message("Publish", "x", "x@newsroom.example", 0)
    more = {**FOREIGN, ".nojekyll": b""}
    killed, now = 0, sites[0]
    deploy_branch(now, pages, message, adopt=True, dry_run=False)
    for number in range(times):
        chance = random.Random(number)
        wanted = chance.choice([site for site in sites if site != now])
        with monkeypatch.context() as patch:
            broken_off(patch, bare, chance)
            try:
                deploy_branch(wanted, pages, message, adopt=False, dry_run=False)
            except (KilledError, DeployError):
                killed += 1
        for hook in (bare / "hooks").glob("*-receive"):
            hook.unlink()
        assert branch_files(bare) in ({**files(now), **more}, {**files(wanted), **more})
        now = chance.choice(sites)
        deploy_branch(now, pages, message, adopt=False, dry_run=False)
        assert branch_files(bare) == {**files(now), **more}
        assert git(own, "for-each-ref") == ""
    return killed


KILLS = {"rsync": kill_rsync, "branch": kill_branch}


@pytest.mark.parametrize("way", KILLS)
def test_a_dozen_kills_leave_no_half_site(
    sites: list[Path], newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Whole files, pages with what they need, and no foreign file touched; the next deployment is whole."""
    assert KILLS[way](sites, newsroom.root, monkeypatch, 12) > 6


@pytest.mark.nightly
@pytest.mark.parametrize("way", KILLS)
def test_five_hundred_kills_leave_no_half_site(
    sites: list[Path], newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """The same at length."""
    assert KILLS[way](sites, newsroom.root, monkeypatch, 500) > 250

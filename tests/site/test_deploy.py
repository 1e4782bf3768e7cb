"""Deploying: the published folder reaches a server by rsync or a branch of git, and nothing else is harmed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from plugins.cli.deploy import deploy as deploy_task
from tests.site.newsroom import Newsroom, report


def deploy(newsroom: Newsroom, to: str, **more: object) -> int:
    """The task, on this newsroom."""
    root = newsroom.root
    folders = (str(root / name) for name in ("content", "translations", "public", "cache"))
    return deploy_task(*folders, 1, to=to, **more)  # type: ignore[arg-type]


def git(folder: Path, *words: str) -> str:
    """What git says."""
    return subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def pages(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bare repository, the ``origin`` of the newsroom's own; no configuration of this machine's user."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    bare = newsroom.root / "origin.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(bare)], check=True)
    subprocess.run(["git", "init", "--quiet", str(newsroom.root)], check=True)
    git(newsroom.root, "remote", "add", "origin", str(bare))
    newsroom.write(report("eins"))
    return bare


def branch_files(bare: Path, branch: str = "gh-pages") -> dict[str, bytes]:
    """Path -> bytes of what stands on the branch."""
    names = git(bare, "ls-tree", "-r", "-z", "--name-only", branch).split("\0")[:-1]
    read = ["git", "-C", str(bare), "cat-file", "blob"]
    return {name: subprocess.run([*read, f"{branch}:{name}"], check=True, capture_output=True).stdout for name in names}


def test_a_branch_holds_the_published_folder(newsroom: Newsroom, pages: Path) -> None:
    """Byte for byte, with the mark that keeps GitHub from building it again."""
    assert deploy(newsroom, "github-pages") == 0
    assert branch_files(pages) == {".nojekyll": b"", **newsroom.output("public")}
    assert git(pages, "log", "--format=%an <%ae> %s", "gh-pages") == (
        "Testredaktion <post@newsroom.example> Publish https://newsroom.example\n"
    )


def test_attributes_and_line_ends_of_git_change_no_byte(newsroom: Newsroom, pages: Path) -> None:
    """What git is told to do with files is not done to a finished site."""
    git(newsroom.root, "config", "core.autocrlf", "true")
    (newsroom.root / ".git/info/attributes").write_text("* text eol=crlf ident\n")
    newsroom.write(report("eins", body="Kosten: $Id$"))
    assert deploy(newsroom, "github-pages") == 0
    assert branch_files(pages) == {".nojekyll": b"", **newsroom.output("public")}


def test_each_deployment_stands_on_the_last(newsroom: Newsroom, pages: Path) -> None:
    """What is gone from the site is gone from the branch; history and the site's domain stay."""
    newsroom.write(report("zwei"))
    deploy(newsroom, "github-pages")
    clone = newsroom.root / "clone"
    git(newsroom.root, "clone", "--quiet", "--branch", "gh-pages", str(pages), str(clone))
    (clone / "CNAME").write_text("newsroom.example\n")
    git(clone, "add", "CNAME")
    git(clone, "-c", "user.name=x", "-c", "user.email=x@newsroom.example", "commit", "--quiet", "-m", "Domain")
    git(clone, "push", "--quiet")
    newsroom.write(report("zwei", status="draft"))
    assert deploy(newsroom, "github-pages") == 0
    files = branch_files(pages)
    assert files.pop("CNAME") == b"newsroom.example\n"
    assert files == {".nojekyll": b"", **newsroom.output("public")}
    assert git(pages, "rev-list", "--count", "gh-pages") == "3\n"


def test_the_same_site_is_not_pushed_again(newsroom: Newsroom, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A schedule leaves no empty commits."""
    deploy(newsroom, "github-pages")
    before = git(pages, "rev-parse", "gh-pages")
    assert deploy(newsroom, "github-pages") == 0
    assert "gh-pages of origin has this site already" in capsys.readouterr().out
    assert git(pages, "rev-parse", "gh-pages") == before


def test_a_dry_run_pushes_nothing(newsroom: Newsroom, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says how many files would change."""
    assert deploy(newsroom, "github-pages", dry_run=True) == 0
    assert f"would have pushed {len(newsroom.output('public')) + 1} files" in capsys.readouterr().out
    assert git(pages, "branch", "--list") == ""


def test_the_repository_of_the_newsroom_stays_as_it_was(newsroom: Newsroom, pages: Path) -> None:
    """Its files, index and branches are not touched, even with work half done."""
    git(newsroom.root, "add", "content/site.yaml")
    before = git(newsroom.root, "status", "--porcelain", "--untracked-files=no")
    assert deploy(newsroom, "github-pages") == 0
    assert git(newsroom.root, "status", "--porcelain", "--untracked-files=no") == before
    assert git(newsroom.root, "for-each-ref", "--format=%(refname)") == "refs/remotes/origin/gh-pages\n"


def test_another_branch_and_an_address_can_be_named(newsroom: Newsroom, pages: Path) -> None:
    """As other forges want it."""
    assert deploy(newsroom, "github-pages", target=str(pages), branch="pages") == 0
    assert "index.html" in branch_files(pages, "pages")


@pytest.mark.parametrize(
    ("target", "branch", "said"),
    [
        (
            "upstream",
            "gh-pages",
            "The repository upstream could not be read: name a remote or an address with --target",
        ),
        ("origin", "gh pages", "“gh pages” cannot be a branch's name."),
    ],
)
def test_a_wrong_remote_or_branch_is_told(
    newsroom: Newsroom, pages: Path, capsys: pytest.CaptureFixture[str], target: str, branch: str, said: str
) -> None:
    """One sentence, exit code 1."""
    assert deploy(newsroom, "github-pages", target=target, branch=branch) == 1
    assert capsys.readouterr().err.startswith(said)


def test_a_refused_push_is_told(newsroom: Newsroom, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The server's rule is the server's."""
    hook = pages / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    assert deploy(newsroom, "github-pages") == 1
    assert capsys.readouterr().err.startswith("origin refused the branch gh-pages; git says: error:")
    assert git(newsroom.root, "for-each-ref") == ""


def test_no_repository_is_told(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A newsroom that was unpacked from an archive."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(newsroom.root))
    newsroom.write(report("eins"))
    assert deploy(newsroom, "github-pages") == 1
    assert "lies in no git repository" in capsys.readouterr().err


def test_a_password_in_an_address_is_never_printed(
    newsroom: Newsroom, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not when it fails either."""
    assert deploy(newsroom, "github-pages", target="http://somebody:hunter22@127.0.0.1:1/site.git") == 1
    said = capsys.readouterr()
    assert "127.0.0.1" in said.err
    assert "hunter22" not in said.err + said.out


def test_rsync_makes_the_folder_there_the_same(newsroom: Newsroom) -> None:
    """New and changed files arrive, what is gone goes."""
    server = newsroom.root / "server"
    newsroom.write(report("eins") + report("zwei"))
    assert deploy(newsroom, "rsync", target=str(server)) == 0
    assert newsroom.output("server") == newsroom.output("public")
    newsroom.write(report("eins", body="Neu.") + report("zwei", status="draft"))
    assert deploy(newsroom, "rsync", target=f"{server}/") == 0
    assert newsroom.output("server") == newsroom.output("public")
    assert "de/2024/zwei/index.html" not in newsroom.output("server")


def test_rsync_sends_what_changed_alone(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """By content, not by time."""
    server = newsroom.root / "server"
    newsroom.write(report("eins"))
    deploy(newsroom, "rsync", target=str(server))
    newsroom.write(report("eins", body="Neu."))
    deploy(newsroom, "rsync", target=str(server))
    assert capsys.readouterr().out.splitlines()[-1] == f"sent 1 file to {server}, removed 0 files there"


def test_everybody_may_read_what_rsync_sent(newsroom: Newsroom) -> None:
    """Whatever the modes were here."""
    newsroom.write(report("eins"))
    before = os.umask(0o077)
    try:
        deploy(newsroom, "rsync", target=str(newsroom.root / "server"))
    finally:
        os.umask(before)
    modes = {p.stat().st_mode & 0o777 for p in (newsroom.root / "server").rglob("*") if p.is_file()}
    assert modes == {0o644}


def test_a_dry_run_sends_nothing(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """It says how many files would go."""
    newsroom.write(report("eins"))
    assert deploy(newsroom, "rsync", target=str(newsroom.root / "server"), dry_run=True) == 0
    assert f"would have sent {len(newsroom.output('public'))} files" in capsys.readouterr().out
    assert not (newsroom.root / "server").exists()


def test_rsync_does_not_empty_somebody_elses_folder(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped path costs nothing."""
    newsroom.put("server/shop/index.php", b"<?php")
    newsroom.write(report("eins"))
    assert deploy(newsroom, "rsync", target=str(newsroom.root / "server")) == 1
    assert "holds something else than a newsroom (“shop”)" in capsys.readouterr().err
    assert list(newsroom.output("server")) == ["shop/index.php"]


@pytest.mark.parametrize(
    "target", ["/", "host:", "host:/", "host:~", "me@host:.", "-e sh host:/x", ".", "rsync://host/"]
)
def test_a_target_that_cannot_be_meant_is_refused(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    """Before anything is built."""
    assert deploy(newsroom, "rsync", target=target) == 1
    assert "names no folder of its own" in capsys.readouterr().err


def test_the_newsroom_itself_is_no_target(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor any folder around it."""
    monkeypatch.chdir(newsroom.root)
    for target in (newsroom.root, newsroom.root.parent, newsroom.root / "public"):
        assert deploy(newsroom, "rsync", target=str(target)) == 1
        assert "holds more than a site" in capsys.readouterr().err


@pytest.mark.parametrize(("to", "program"), [("rsync", "rsync"), ("github-pages", "git")])
def test_a_missing_program_is_told(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], to: str, program: str
) -> None:
    """With what to install."""
    newsroom.write(report("eins"))
    monkeypatch.setenv("PATH", str(newsroom.root))
    assert deploy(newsroom, to, target=str(newsroom.root / "server")) == 1
    assert f"The program {program} is not installed: install it" in capsys.readouterr().err


def test_gitlab_finds_the_site_in_public(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where GitLab Pages looks."""
    monkeypatch.chdir(newsroom.root)
    newsroom.write(report("eins"))
    assert deploy_task("content", "translations", "", "cache", 1, to="gitlab-pages") == 0
    assert "de/2024/eins/index.html" in newsroom.output("public")


@pytest.mark.parametrize(("to", "said"), [("ftp", "There is no way “ftp”"), ("", "Say how"), ("rsync", "Say where")])
def test_wrong_use_has_code_2(newsroom: Newsroom, capsys: pytest.CaptureFixture[str], to: str, said: str) -> None:
    """And builds nothing."""
    assert deploy(newsroom, to) == 2
    assert capsys.readouterr().err.startswith(said)


def test_what_cannot_be_published_is_not_deployed(newsroom: Newsroom) -> None:
    """The server keeps the last good site."""
    server = newsroom.root / "server"
    newsroom.write(report("eins"))
    deploy(newsroom, "rsync", target=str(server))
    before = newsroom.output("server")
    newsroom.write(report("eins", topic="unbekannt"))
    assert deploy(newsroom, "rsync", target=str(server)) == 1
    assert newsroom.output("server") == before

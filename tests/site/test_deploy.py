"""Deploying: the published folder reaches a server by rsync or a branch of git, and nothing else is harmed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from plugins.cli.deploy import deploy as deploy_task
from plugins.publish.target import NAME
from tests.site.newsroom import Newsroom, report


def deploy(newsroom: Newsroom, to: str, **more: object) -> int:
    """The task, on this newsroom."""
    root = newsroom.root
    (root / "content/addresses.yaml").unlink(missing_ok=True)  # it is not about lost addresses here
    return deploy_task(*newsroom.folders("public"), 1, to=to, **more)  # type: ignore[arg-type]


def git(folder: Path, *words: str) -> str:
    """What git says."""
    return subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, text=True).stdout


@pytest.fixture(autouse=True)
def _no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    """No feed carries a text, so that an edited one changes its page alone."""
    monkeypatch.setattr("plugins.pages.index.NEWS", 0)


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


def sent_to(newsroom: Newsroom, folder: str) -> dict[str, bytes]:
    """Path -> bytes in a target, without the manifest."""
    files = newsroom.output(folder)
    assert files.pop(NAME).startswith(b"# files of the newsroom https://newsroom.example\n")
    return files


def branch_files(bare: Path, branch: str = "gh-pages") -> dict[str, bytes]:
    """Path -> bytes of what stands on the branch, without the manifest."""
    names = git(bare, "ls-tree", "-r", "-z", "--name-only", branch).split("\0")[:-1]
    names.remove(NAME)
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
    """It names every file that would change."""
    assert deploy(newsroom, "github-pages", dry_run=True) == 0
    said = capsys.readouterr().out
    assert {f"send   {path}" for path in [".nojekyll", *newsroom.output("public")]} <= set(said.splitlines())
    assert f"would have pushed {len(newsroom.output('public')) + 1} files" in said
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
        ("origin", "--force", "“--force” cannot be a branch's name."),
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
    assert sent_to(newsroom, "server") == newsroom.output("public")
    newsroom.write(report("eins", body="Neu.") + report("zwei", status="draft"))
    assert deploy(newsroom, "rsync", target=f"{server}/") == 0
    assert sent_to(newsroom, "server") == newsroom.output("public")
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
    """It names every file that would go, and every one that would be removed."""
    server = newsroom.root / "server"
    newsroom.write(report("eins"))
    assert deploy(newsroom, "rsync", target=str(server), dry_run=True) == 0
    *said, last = capsys.readouterr().out.splitlines()
    lines = [line for line in said if line.startswith("send ")]
    assert lines == [f"send   {path}" for path in sorted(newsroom.output("public"))]
    assert last.startswith(f"would have sent {len(lines)} files")
    assert not server.exists()
    newsroom.write(report("zwei"))
    assert deploy(newsroom, "rsync", target=str(server)) == 0
    before = newsroom.output("server")
    newsroom.write(report("zwei", status="draft"))
    capsys.readouterr()
    assert deploy(newsroom, "rsync", target=str(server), dry_run=True) == 0
    assert "remove de/2024/zwei/index.html" in capsys.readouterr().out.splitlines()
    assert newsroom.output("server") == before


CORPORATE = ("404.html", "robots.txt", "sitemap.xml", "index.html", "kontakt.html", "produkte/index.html")


def corporate(newsroom: Newsroom) -> dict[str, bytes]:
    """A site of somebody else in the target's place."""
    for path in CORPORATE:
        newsroom.put(f"server/{path}", b"corporate")
    return newsroom.output("server")


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_site_that_is_no_newsroom_is_refused(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str], dry_run: bool
) -> None:
    """A mistyped path costs nothing, whatever the files there are called."""
    before = corporate(newsroom)
    newsroom.write(report("eins"))
    assert deploy(newsroom, "rsync", target=str(newsroom.root / "server"), dry_run=dry_run) == 1
    said = capsys.readouterr().err
    assert "holds 6 files that no deployment of this newsroom put there (404.html, index.html, kontakt.html, …)" in said
    assert "--adopt-target" in said
    assert newsroom.output("server") == before


def test_an_adopted_target_keeps_what_is_not_ours(newsroom: Newsroom) -> None:
    """Then and in every later deployment; only files of the same name are replaced."""
    server = newsroom.root / "server"
    corporate(newsroom)
    newsroom.write(report("eins") + report("zwei"))
    assert deploy(newsroom, "rsync", target=str(server), adopt=True) == 0
    newsroom.put("server/de/2024/zwei/notiz.txt", b"by hand")
    newsroom.put("server/de/[a] *?.html", b"by hand")
    newsroom.write(report("zwei", status="draft"))
    assert deploy(newsroom, "rsync", target=str(server)) == 0
    own = {"kontakt.html": b"corporate", "produkte/index.html": b"corporate"}
    own |= {"de/2024/zwei/notiz.txt": b"by hand", "de/[a] *?.html": b"by hand"}
    assert sent_to(newsroom, "server") == newsroom.output("public") | own


def test_a_file_of_the_servers_owner_is_not_replaced(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """A page whose address is taken there is told, before anything is sent."""
    server = newsroom.root / "server"
    newsroom.write(report("eins"))
    assert deploy(newsroom, "rsync", target=str(server)) == 0
    newsroom.put("server/de/2024/zwei/index.html", b"by hand")
    newsroom.put("server/de/2024/drei", b"a file where a folder must be")
    before = newsroom.output("server")
    newsroom.write(report("eins", body="Neu.") + report("zwei") + report("drei"))
    assert deploy(newsroom, "rsync", target=str(server)) == 1
    said = capsys.readouterr().err
    assert "2 files of somebody else" in said
    assert "(de/2024/drei, de/2024/zwei/index.html)" in said
    assert newsroom.output("server") == before


def test_a_folder_left_empty_goes(newsroom: Newsroom) -> None:
    """So that its address is answered by 404 as elsewhere."""
    newsroom.write(report("eins") + report("zwei"))
    deploy(newsroom, "rsync", target=str(newsroom.root / "server"))
    newsroom.write(report("zwei", status="draft"))
    deploy(newsroom, "rsync", target=str(newsroom.root / "server"))
    assert not (newsroom.root / "server/de/2024/zwei").exists()


def test_another_newsroom_is_a_foreign_target(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """Two newsrooms never take turns in one folder."""
    newsroom.write(report("eins"))
    deploy(newsroom, "rsync", target=str(newsroom.root / "server"))
    site = newsroom.root / "content/site.yaml"
    site.write_text(site.read_text("utf-8").replace("https://newsroom.example", "https://other.example"), "utf-8")
    before = newsroom.output("server")
    assert deploy(newsroom, "rsync", target=str(newsroom.root / "server")) == 1
    assert "holds the newsroom https://newsroom.example, and this is https://other.example" in capsys.readouterr().err
    assert newsroom.output("server") == before


def test_a_deployment_that_was_cut_off_is_whole_after_the_next(newsroom: Newsroom) -> None:
    """What it sent is in the manifest already, so that the next one may remove it."""
    server = newsroom.root / "server"
    newsroom.write(report("eins"))
    deploy(newsroom, "rsync", target=str(server))
    cut_off = "de/2024/halb/index.html"
    newsroom.put(f"server/{cut_off}", b"sent, then the line went dead")
    with (server / NAME).open("a") as manifest:
        manifest.write(f"{cut_off}\n../outside\n")
    newsroom.put("outside", b"not ours")
    assert deploy(newsroom, "rsync", target=str(server)) == 0
    assert sent_to(newsroom, "server") == newsroom.output("public")
    assert (newsroom.root / "outside").read_bytes() == b"not ours"


def test_a_branch_with_other_files_is_refused(
    newsroom: Newsroom, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And adopted when that is meant: its files stay."""
    clone = newsroom.root / "clone"
    git(newsroom.root, "clone", "--quiet", str(pages), str(clone))
    git(clone, "checkout", "--quiet", "--orphan", "gh-pages")
    (clone / "shop.php").write_text("shop")
    git(clone, "add", "shop.php")
    git(clone, "-c", "user.name=x", "-c", "user.email=x@newsroom.example", "commit", "--quiet", "-m", "Shop")
    git(clone, "push", "--quiet", "origin", "gh-pages")
    assert deploy(newsroom, "github-pages") == 1
    assert "holds 1 file that no deployment of this newsroom put there (shop.php)" in capsys.readouterr().err
    assert git(pages, "rev-list", "--count", "gh-pages") == "1\n"
    assert deploy(newsroom, "github-pages", adopt=True) == 0
    assert branch_files(pages) == {".nojekyll": b"", "shop.php": b"shop", **newsroom.output("public")}


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

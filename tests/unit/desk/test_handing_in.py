"""Handing in with the real git program, between repositories of this machine."""

from __future__ import annotations

import socket
import subprocess
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from plugins.desk.handing_in import commit, propose, push, setup_of
from plugins.desk.repository import Repository, changes, repository_of
from plugins.desk.versions import Outcome, Versions

FILE = "content/reports/2024/eins/de.md"


def git(folder: Path, *words: str) -> str:
    """What git says."""
    who = ["-c", "user.name=Test", "-c", "user.email=test@newsroom.example", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone with a text, of a repository on this machine; nobody has set a name."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    git(tmp_path, "init", "--bare", "-q", "forge.git")
    git(tmp_path, "clone", "-q", "forge.git", "ours")
    folder = tmp_path / "ours"
    write(folder, "eins\n\nzwei\n\ndrei\n")
    git(folder, "checkout", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Anfang")
    git(folder, "push", "-q", "-u", "origin", "main")
    return folder


def write(folder: Path, text: str) -> None:
    """A text in a clone."""
    path = folder / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def others(ours: Path, text: str) -> None:
    """Somebody else pushes that text first."""
    git(ours.parent, "clone", "-q", "-b", "main", "forge.git", "theirs")
    write(ours.parent / "theirs", text)
    git(ours.parent / "theirs", "commit", "-qam", "Von anderen")
    git(ours.parent / "theirs", "push", "-q", "origin", "HEAD:main")


def published(ours: Path) -> str:
    """The text as the forge has it."""
    return git(ours.parent / "forge.git", "show", f"main:{FILE}")


def handed(ours: Path) -> Repository:
    """Our changes, committed by name."""
    found = repository_of(ours / "content")
    assert commit(found, (ours / "content",), "Zwei Worte", "Ine", "ine@newsroom.example").outcome == "done"
    return found


def test_changes_are_committed_with_the_words_given_and_pushed(ours: Path) -> None:
    """The newsroom's folders alone; whatever else lies there stays as it is."""
    write(ours, "eins\n\nZWEI\n\ndrei\n")
    (ours / "privat.txt").write_text("x")
    git(ours, "add", "privat.txt")
    found = repository_of(ours / "content")
    assert [change.sign for change in changes(found, (ours / "content",))] == ["changed"]
    assert commit(found, (ours / "content",), "Zwei Worte", "", "").outcome == "name"
    assert push(handed(ours)).outcome == "done"
    assert published(ours) == "eins\n\nZWEI\n\ndrei\n"
    assert git(ours, "log", "-1", "--format=%s %an").strip() == "Zwei Worte Ine"
    assert "privat.txt" in git(ours, "status", "--porcelain")
    assert commit(found, (ours / "content",), "noch", "Ine", "i@n.example").outcome == "nothing"


def test_others_who_were_faster_are_taken_in_first(ours: Path) -> None:
    """Where they changed another place."""
    others(ours, "EINS\n\nzwei\n\ndrei\n")
    write(ours, "eins\n\nzwei\n\nDREI\n")
    assert push(handed(ours)).outcome == "done"
    assert published(ours) == "EINS\n\nzwei\n\nDREI\n"


@pytest.mark.parametrize(("favour", "expected"), [("mine", "unser\n"), ("theirs", "deren\n")])
def test_where_both_changed_one_place_somebody_decides(ours: Path, favour: str, expected: str) -> None:
    """Until then everything is as it was, and nothing is sent."""
    others(ours, "deren\n")
    write(ours, "unser\n")
    found = handed(ours)
    told = push(found)
    assert told.outcome == "conflict"
    assert told.files == (FILE,)
    assert (ours / FILE).read_text("utf-8") == "unser\n"
    assert git(ours, "status", "--porcelain") == ""
    assert published(ours) == "deren\n"
    assert push(found, favour).outcome == "done"
    assert published(ours) == expected


def test_a_branch_that_is_protected_gets_a_proposal(ours: Path) -> None:
    """On a branch of its own; what the forge said is kept."""
    hook = ours.parent / "forge.git/hooks/update"
    hook.write_text(
        '#!/bin/sh\n[ "$1" = refs/heads/main ] && echo "protected branch" >&2 && exit 1\necho "https://forge.example/pull/new/x" >&2\n'
    )
    hook.chmod(0o755)
    write(ours, "neu\n")
    found = handed(ours)
    assert push(found).outcome == "protected"
    done = propose(found, "desk-1")
    assert (done.outcome, done.link) == ("proposed", "https://forge.example/pull/new/x")
    assert git(ours.parent / "forge.git", "show", f"desk-1:{FILE}") == "neu\n"
    assert published(ours) == "eins\n\nzwei\n\ndrei\n"


def test_a_forge_that_is_not_there_leaves_the_change_on_this_machine(ours: Path) -> None:
    """It is sent later."""
    write(ours, "neu\n")
    found = handed(ours)
    git(ours, "remote", "set-url", "origin", "http://127.0.0.1:9/x.git")
    assert push(found).outcome == "network"
    assert setup_of(found).ahead == 1


class Locked(BaseHTTPRequestHandler):
    """A forge that knows nobody."""

    def do_GET(self) -> None:
        """Asks for a password."""
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="forge"')
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def test_without_a_key_it_is_told_that_there_is_no_access(ours: Path) -> None:
    """Nothing is asked at a terminal that nobody looks at."""
    write(ours, "neu\n")
    found = handed(ours)
    with ThreadingHTTPServer(("127.0.0.1", 0), Locked) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        git(ours, "remote", "set-url", "origin", f"http://127.0.0.1:{server.server_port}/x.git")
        assert push(found).outcome == "access"
        server.shutdown()
    assert setup_of(found).ahead == 1


def test_a_forge_that_never_answers_is_left_alone(ours: Path) -> None:
    """The change stays on this machine."""
    write(ours, "neu\n")
    found = replace(handed(ours), patience=0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        git(ours, "remote", "set-url", "origin", f"http://127.0.0.1:{silent.getsockname()[1]}/x.git")
        assert push(found).outcome == "network"


def test_any_other_refusal_is_shown_as_it_was_said(ours: Path) -> None:
    """By a check of the forge that knows its own reasons."""
    hook = ours.parent / "forge.git/hooks/pre-receive"
    hook.write_text('#!/bin/sh\necho "Bitte Aktenzeichen nennen" >&2\nexit 1\n')
    hook.chmod(0o755)
    write(ours, "neu\n")
    told = push(handed(ours))
    assert told.outcome == "protected"
    assert "Bitte Aktenzeichen nennen" in told.told


def test_a_pull_while_somebody_edits_loses_nothing(ours: Path) -> None:
    """Another place: both are in the file. The same place: nothing is written, both are kept."""
    versions, path = Versions(ours.parent / "cache"), ours / FILE
    shown = versions.keep(path.read_bytes())
    others(ours, "EINS\n\nzwei\n\ndrei\n")
    git(ours, "pull", "-q", "--ff-only")
    assert versions.save(path, shown, b"eins\n\nzwei\n\nDREI\n").outcome is Outcome.MERGED
    assert path.read_bytes() == b"EINS\n\nzwei\n\nDREI\n"
    both = versions.save(path, shown, b"anders\n\nzwei\n\ndrei\n")
    assert both.outcome is Outcome.CONFLICT
    assert path.read_bytes() == b"EINS\n\nzwei\n\nDREI\n"
    assert versions.get(versions.keep(both.mine)) == b"anders\n\nzwei\n\ndrei\n"


def test_what_has_to_be_set_up_is_known(ours: Path, tmp_path: Path) -> None:
    """No repository, no remote, no name; a forge that publishes."""
    (tmp_path / "leer").mkdir()
    assert not setup_of(repository_of(tmp_path / "leer")).repository
    found = setup_of(repository_of(ours))
    assert (found.remote, found.branch, found.name, found.ci) == ("origin", "main", "", False)
    git(ours, "remote", "set-url", "origin", "git@github.com:stadt/redaktion.git")
    (ours / ".github/workflows").mkdir(parents=True)
    again = setup_of(repository_of(ours))
    assert (again.ci, again.forge and again.forge.page) == (True, "https://github.com/stadt/redaktion/actions")
    git(ours, "remote", "remove", "origin")
    assert push(repository_of(ours)).outcome == "committed"

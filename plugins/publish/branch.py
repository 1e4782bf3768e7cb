"""Puts a published folder on a branch of a git repository, as one commit on top of the last."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.publish.tool import Answer, DeployError, call, found, in_english, plain, shown

_WORKING = "refs/dreiklang/deploying"
"""Holds the new commit until it is pushed."""


@dataclass(frozen=True, slots=True)
class Pages:
    """A branch that a forge serves as a site."""

    repository: Path
    """A folder inside the local repository; its files, index and branches stay untouched."""
    remote: str
    """Name of a remote of that repository, or an address."""
    branch: str


@dataclass(frozen=True, slots=True)
class Message:
    """What the commit says, and who."""

    text: str
    name: str
    email: str
    seconds: int
    """Since 1970-01-01, UTC."""


def deploy_branch(published: Path, pages: Pages, message: Message, *, dry_run: bool) -> int:
    """Number of files that changed; with 0 nothing is pushed. Raises ``DeployError``.

    Never forced: where somebody else has published in the meantime, the push is refused. A ``CNAME``
    that stands on the branch stays, since the forge keeps the site's own domain there.
    """
    git = _Git(pages.repository)
    tip = _tip(git, pages)
    git.import_commit(_stream(published, message, tip, _cname(git, tip)))
    try:
        before = tip or git("hash-object", "-t", "tree", "/dev/null").out.strip()
        changed = len(git("diff", "--name-only", "--no-renames", before, _WORKING).out.splitlines())
        if changed and not dry_run:
            _push(git, pages)
    finally:
        git("update-ref", "-d", _WORKING)
    return changed


class _Git:
    """git, in one repository."""

    def __init__(self, folder: Path) -> None:
        self._start = ("git", "-C", str(folder))
        if self.ask("rev-parse", "--git-dir").code:
            raise DeployError(
                f"{folder} lies in no git repository, or git may not read it:"
                " clone the newsroom with git, or deploy with --to rsync."
            )

    def ask(self, *words: str) -> Answer:
        """Runs git, whatever it answers."""
        return call((*self._start, *words))

    def __call__(self, *words: str) -> Answer:
        """Runs git, which must succeed. Raises ``DeployError``."""
        answer = self.ask(*words)
        if answer.code:
            raise DeployError(f"git {words[0]} failed, git says: {answer.last}")
        return answer

    def import_commit(self, stream: Iterator[bytes]) -> None:
        """Hands git a stream of git-fast-import(1): one pack, the bytes as they are, no filters."""
        command = [found("git"), *self._start[1:], "fast-import", "--quiet", "--force", "--done"]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=in_english({})
        ) as process:
            pipe = process.stdin
            if pipe is None:
                raise DeployError("git fast-import takes no input.")
            try:
                for piece in stream:
                    pipe.write(piece)
            except BrokenPipeError:
                pass
            said = plain(process.communicate()[1])
        if process.returncode:
            raise DeployError(f"git fast-import failed, git says: {Answer(1, '', said).last}")


def _tip(git: _Git, pages: Pages) -> str:
    """The commit the branch stands at, fetched; empty where there is no such branch yet."""
    name = f"refs/heads/{pages.branch}"
    if git.ask("check-ref-format", name).code:
        raise DeployError(f"“{pages.branch}” cannot be a branch's name.")
    listed = git.ask("ls-remote", "--", pages.remote, name)
    if listed.code:
        raise DeployError(
            f"The repository {shown(pages.remote)} could not be read: name a remote or an address with --target"
            f" (`git remote -v` lists the remotes). git says: {listed.last}"
        )
    if not listed.out.strip():
        return ""
    git("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", pages.remote, name)
    return listed.out.split()[0]


def _cname(git: _Git, tip: str) -> str:
    """The blob of the branch's ``CNAME``, or empty."""
    line = git("ls-tree", "--full-tree", tip, "CNAME").out.split() if tip else []
    return line[2] if line else ""


def _push(git: _Git, pages: Pages) -> None:
    answer = git.ask("push", "--quiet", "--", pages.remote, f"{_WORKING}:refs/heads/{pages.branch}")
    if not answer.code:
        return
    if "fetch first" in answer.error or "non-fast-forward" in answer.error:
        raise DeployError(f"Somebody else has published on {pages.branch} in the meantime: run this again.")
    raise DeployError(f"{shown(pages.remote)} refused the branch {pages.branch}; git says: {answer.last}")


def _stream(published: Path, message: Message, tip: str, cname: str) -> Iterator[bytes]:
    name = "".join(c for c in message.name if c not in "<>\n")
    yield f"commit {_WORKING}\ncommitter {name} <{message.email}> {message.seconds} +0000\n".encode()
    yield _data(message.text.encode())
    yield f"from {tip}\ndeleteall\n".encode() if tip else b"deleteall\n"
    if cname:
        yield f"M 100644 {cname} CNAME\n".encode()
    yield b"M 100644 inline .nojekyll\n" + _data(b"")
    for path in sorted(p for p in published.rglob("*") if p.is_file()):
        yield f"M 100644 inline {_quoted(path.relative_to(published).as_posix())}\n".encode()
        yield _data(path.read_bytes())
    yield b"done\n"


def _data(data: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(data), data)


def _quoted(path: str) -> str:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

"""Puts a published folder on a branch of a git repository, as one commit on top of the last."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.publish.change import Change
from plugins.publish.target import FORGE, NAME, Manifest, Target, read_manifest, removable
from plugins.publish.tool import Answer, DeployError, call, in_english, plain, printable_target, program_path

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
    address: str
    """Of the newsroom."""


@dataclass(frozen=True, slots=True)
class Message:
    """What the commit says, and who."""

    text: str
    name: str
    email: str
    seconds: int
    """Since 1970-01-01, UTC."""


def deploy_branch(published: Path, pages: Pages, message: Message, *, adopt: bool, dry_run: bool) -> Change:
    """What changed on the branch; where nothing did, nothing is pushed. Raises ``DeployError``.

    Never forced: where somebody else has published in the meantime, the push is refused. Files that no
    deployment put there stay, such as the ``CNAME`` in which a forge keeps the site's own domain.
    """
    git = _Git(pages.repository)
    tip = _tip(git, pages)
    target = _look(git, tip, f"The branch {pages.branch} of {printable_target(pages.remote)}")
    files = frozenset(p.relative_to(published).as_posix() for p in published.rglob("*") if p.is_file())
    gone = removable(target, pages.address, files, adopt=adopt)
    own = Manifest(pages.address, files | (target.sent(pages.address) & FORGE) | ({".nojekyll"} - target.files))
    git.import_commit(_stream(published, own, message, tip, gone - FORGE))
    try:
        before = tip or git("hash-object", "-t", "tree", "/dev/null").out.strip()
        change = _change(git, before)
        if (change.sent or change.removed) and not dry_run:
            _push(git, pages)
    finally:
        git("update-ref", "-d", _WORKING)
    return change


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
        command = [program_path("git"), *self._start[1:], "fast-import", "--quiet", "--force", "--done"]
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
    if pages.branch.startswith("-") or git.ask("check-ref-format", name).code:
        raise DeployError(f"“{pages.branch}” cannot be a branch's name.")
    listed = git.ask("ls-remote", "--", pages.remote, name)
    if listed.code:
        raise DeployError(
            f"The repository {printable_target(pages.remote)} could not be read:"
            f" name a remote or an address with --target (`git remote -v` lists the remotes). git says: {listed.last}"
        )
    if not listed.out.strip():
        return ""
    git("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", pages.remote, name)
    return listed.out.split()[0]


def _look(git: _Git, tip: str, name: str) -> Target:
    """What stands on the branch."""
    if not tip:
        return Target(name, frozenset(), None)
    files = frozenset(git("ls-tree", "-r", "-z", "--full-tree", "--name-only", tip).out.split("\0")) - {""}
    manifest = read_manifest(git("cat-file", "blob", f"{tip}:{NAME}").out.encode()) if NAME in files else None
    return Target(name, files, manifest)


def _change(git: _Git, before: str) -> Change:
    """The paths that differ between two commits."""
    words = git("diff", "--name-status", "--no-renames", "-z", before, _WORKING).out.split("\0")[:-1]
    pairs = [(path, state) for state, path in zip(words[::2], words[1::2], strict=True) if path != NAME]
    removed = tuple(path for path, state in pairs if state == "D")
    return Change(tuple(path for path, state in pairs if state != "D"), removed)


def _push(git: _Git, pages: Pages) -> None:
    answer = git.ask("push", "--quiet", "--", pages.remote, f"{_WORKING}:refs/heads/{pages.branch}")
    if not answer.code:
        return
    if "fetch first" in answer.error or "non-fast-forward" in answer.error:
        raise DeployError(f"Somebody else has published on {pages.branch} in the meantime: run this again.")
    raise DeployError(f"{printable_target(pages.remote)} refused the branch {pages.branch}; git says: {answer.last}")


def _stream(published: Path, own: Manifest, message: Message, tip: str, gone: frozenset[str]) -> Iterator[bytes]:
    name = "".join(c for c in message.name if c not in "<>\n")
    yield f"commit {_WORKING}\ncommitter {name} <{message.email}> {message.seconds} +0000\n".encode()
    yield _data(message.text.encode())
    if tip:
        yield f"from {tip}\n".encode()
    for path in sorted(gone):
        yield f"D {_quoted(path)}\n".encode()
    if ".nojekyll" in own.paths:
        yield b"M 100644 inline .nojekyll\n" + _data(b"")
    yield f"M 100644 inline {NAME}\n".encode() + _data(own.text())
    for file in sorted(p for p in published.rglob("*") if p.is_file()):
        yield f"M 100644 inline {_quoted(file.relative_to(published).as_posix())}\n".encode()
        yield _data(file.read_bytes())
    yield b"done\n"


def _data(data: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(data), data)


def _quoted(path: str) -> str:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

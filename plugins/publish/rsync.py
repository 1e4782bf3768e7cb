"""Sends a published folder to a web server with rsync."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from plugins.publish.change import Change
from plugins.publish.renewal import FIRST
from plugins.publish.target import NAME, Manifest, Target, read_manifest, removable
from plugins.publish.tool import Answer, DeployError, call, printable_target, resolved

_REMOTE = re.compile(r"^(?:rsync://[^/]+/|(?:[^/:\[]+|[^/\[]*\[[^/\]]+\])::?)(?P<path>.*)$")
_NO_SUCH_FOLDER = 23
"""rsync(1): partial transfer due to error."""
_COPY = ("rsync", "--times", "--perms", "--chmod=D755,F644", "--checksum", "--8-bit-output")
_AHEAD = [*(f"+ /{folder}***" for folder in FIRST), "- *"]
"""Rsync's filter: what pages need, whose names change with their content."""
_CAREFUL = ("--recursive", "--omit-dir-times", "--keep-dirlinks", "--delay-updates", "--delete-delay")
_SENT = re.compile(r"^[<>]f\S* (.*)$", re.MULTILINE)
_REMOVED = re.compile(r"^\*deleting\s+(.*[^/\n])$", re.MULTILINE)
_WILD = re.compile(r"[*?\[\]\\]")
_UNFINISHED = re.compile(r"(?:\.~tmp~/)?\.([^/]+)\.\w{6}$|\.~tmp~/([^/]+)$")
"""What rsync calls a file until it stands in its place (rsync(1), --delay-updates)."""


@dataclass(frozen=True, slots=True)
class Server:
    """A folder that a web server serves, as rsync names it, for the newsroom of an address."""

    target: str
    address: str

    @property
    def folder(self) -> str:
        """With the slash that rsync wants."""
        return self.target.rstrip("/") + "/"


def check_target(target: str, published: Path) -> None:
    """Refuses a target that cannot be meant: the newsroom's own folders, or a whole machine. Raises ``DeployError``."""
    remote = _REMOTE.match(target)
    path = remote["path"] if remote else target
    if target.startswith("-") or path.strip("/") in ("", ".", "..", "~"):
        raise DeployError(
            f"“{printable_target(target)}” names no folder of its own:"
            " write the whole path, for example --target web@www.example.org:/var/www/newsroom."
        )
    if not remote:
        here = resolved(target)
        if any(here == folder or here in folder.parents for folder in (published, Path.cwd(), Path.home())):
            raise DeployError(f"{here} holds more than a site: name a folder of its own.")


def deploy_rsync(published: Path, server: Server, *, adopt: bool, dry_run: bool) -> Change:
    """Sends the published files, and deletes what an earlier deployment sent and is gone. Raises ``DeployError``.

    Files are compared by content. What pages need comes first, then the pages, put in place together at the end,
    deletions last, so that a reader meets no page whose pictures are not there. The manifest names a file before it
    is sent and until it is deleted: what a deployment leaves that is cut off, the next one knows and takes away.
    """
    check_target(server.target, published)
    files = frozenset(p.relative_to(published).as_posix() for p in published.rglob("*") if p.is_file())
    there = _look(server)
    left = _left(there, server.address)
    target = replace(there, files=there.files - left.keys())
    gone = removable(target, server.address, files, adopt=adopt)
    if not dry_run:
        named = files | target.sent(server.address) | {*left.values()} - {NAME}
        _note(server, target.manifest, Manifest(server.address, named))
    done = _send(published, server, gone | left.keys(), dry_run=dry_run)
    if not dry_run:
        _note(server, None, Manifest(server.address, files))
    return done


def _look(server: Server) -> Target:
    """What stands there. Raises ``DeployError`` where the server cannot be asked."""
    listed = call(("rsync", "--recursive", "--list-only", "--8-bit-output", "--", server.folder))
    if listed.code == _NO_SUCH_FOLDER and "No such file or directory" in listed.error:
        return Target(printable_target(server.folder), frozenset(), None)
    if listed.code:
        raise DeployError(f"{printable_target(server.folder)} could not be reached; rsync says: {listed.last}")
    files = frozenset(_name(line) for line in listed.out.splitlines() if line[:1] not in ("d", "")) - {""}
    return Target(printable_target(server.folder), files, _manifest(server) if NAME in files else None)


def _left(target: Target, address: str) -> dict[str, str]:
    """What a deployment that was cut off has left there, and what it was about to become."""
    is_ours = target.manifest is not None and target.manifest.address == address
    named = {NAME, *(target.manifest.paths if target.manifest and is_ours else ())}
    names = {path: _UNFINISHED.sub(r"\1\2", path) for path in target.files - named}
    return {path: name for path, name in names.items() if name in named}


def _name(line: str) -> str:
    """The path in a line of rsync's list: mode, size, day, time, path, and for a link what it leads to."""
    words = line.split(None, 4)
    path = words[4] if len(words) > 4 else ""
    return path.partition(" -> ")[0] if line.startswith("l") else path


def _manifest(server: Server) -> Manifest | None:
    with tempfile.TemporaryDirectory() as here:
        answer = call(("rsync", "--", server.folder + NAME, f"{here}/"))
        _expect(answer, server)
        return read_manifest((Path(here) / NAME).read_bytes())


def _note(server: Server, before: Manifest | None, now: Manifest) -> None:
    if before == now:
        return
    with tempfile.TemporaryDirectory() as here:
        (Path(here) / NAME).write_bytes(now.text())
        _expect(call((*_COPY, "--dirs", "--omit-dir-times", "--", f"{here}/", server.folder)), server)


def _send(published: Path, server: Server, gone: frozenset[str], *, dry_run: bool) -> Change:
    needed = "" if dry_run else _run(published, server, _AHEAD, ("--recursive", "--omit-dir-times", "--keep-dirlinks"))
    rest = _run(published, server, _rules(gone), (*_CAREFUL, *(["--dry-run"] if dry_run else [])))
    sent = {*_SENT.findall(needed), *_SENT.findall(rest)}
    removed = sorted(path for path in _REMOVED.findall(rest) if not _UNFINISHED.search(path))
    return Change(tuple(sorted(sent)), tuple(removed))


def _run(published: Path, server: Server, rules: list[str], how: tuple[str, ...]) -> str:
    """Sends what the rules allow; what rsync says of each file."""
    with tempfile.TemporaryDirectory() as here:
        file = Path(here) / "rules"
        file.write_text("".join(f"{rule}\n" for rule in rules), "utf-8")
        more = ("--itemize-changes", f"--filter=merge {file}", "--", f"{published}/", server.folder)
        answer = call((*_COPY, *how, *more))
    _expect(answer, server)
    return answer.out


def _rules(gone: frozenset[str]) -> list[str]:
    """Rsync's filter: these files, and folders they leave empty, are at risk of deletion; all else is protected."""
    folders = {str(up) for path in gone for up in PurePosixPath(path).parents} - {"."}
    return [
        *(f"R /{_literal(path)}" for path in sorted(gone)),
        *(f"R /{_literal(path)}/" for path in sorted(folders)),
        "P *",
    ]


def _literal(path: str) -> str:
    return _WILD.sub(r"\\\g<0>", path)


def _expect(answer: Answer, server: Server) -> None:
    if answer.code:
        raise DeployError(
            f"The folder could not be sent to {printable_target(server.target)}; rsync says: {answer.last}"
        )

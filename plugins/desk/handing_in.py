"""Hands changes in with the git program: a commit of the newsroom's folders alone, and a push; told in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.desk.forge_runs import Forge, forge_of
from plugins.desk.repository import Repository
from plugins.markup.addresses import LINKED
from plugins.publish.tool import Answer

_CI = (".github/workflows", ".gitlab-ci.yml")


@dataclass(frozen=True, slots=True)
class Setup:
    """What is there, and what somebody has to set up once."""

    git: bool
    repository: bool
    name: str
    email: str
    remote: str
    branch: str
    ahead: int
    """Commits that are here alone."""
    ci: bool
    """Whether a forge publishes what is pushed."""
    forge: Forge | None
    """Where its runs are seen, if anywhere."""


def setup_of(repository: Repository) -> Setup:
    """How the repository stands."""
    if repository.root is None:
        return Setup(repository.git is not None, False, "", "", "", "", 0, False, None)
    name, email = (repository.call("config", key).out.strip() for key in ("user.name", "user.email"))
    branch = repository.call("symbolic-ref", "--short", "-q", "HEAD").out.strip()
    remote = repository.call("config", f"branch.{branch}.remote").out.strip() if branch else ""
    remote = remote or next(iter(repository.call("remote").out.split()), "")
    address = repository.call("remote", "get-url", remote).out.strip() if remote else ""
    ci = [path for path in _CI if (repository.root / path).exists()]
    forge = forge_of(address, is_gitlab=ci == [_CI[1]])
    return Setup(True, True, name, email, remote, branch, _ahead(repository, remote, branch), bool(ci), forge)


def _ahead(repository: Repository, remote: str, branch: str) -> int:
    if not remote or not branch:
        return 0
    known = repository.call("rev-parse", "-q", "--verify", f"refs/remotes/{remote}/{branch}").code == 0
    span = f"{remote}/{branch}..HEAD" if known else "HEAD"
    said = repository.call("rev-list", "--count", span)
    return int(said.out.strip() or 0) if said.code == 0 else 0


@dataclass(frozen=True, slots=True)
class Handed:
    """What became of it: ``done``, ``nothing``, or why not."""

    outcome: str
    """``done``, ``proposed``, ``committed`` (no remote), ``nothing``, ``name``, ``conflict``, ``protected``,
    ``refused``, ``access``, ``network`` or ``failed``."""
    told: str = ""
    """What git or the forge said."""
    files: tuple[str, ...] = ()
    """Where both have changed the same place."""
    link: str = ""
    """Where a proposal is opened."""
    commit: str = ""
    """What was sent, by its full name."""


def commit(repository: Repository, folders: Sequence[Path], words: str, name: str, email: str) -> Handed:
    """Commits everything below the folders, and nothing else that may lie in the repository."""
    setup = setup_of(repository)
    name, email = setup.name or name.strip(), setup.email or email.strip()
    if not name or not email:
        return Handed("name")
    inside = [
        str(path) for path in folders if repository.root and path.is_relative_to(repository.root) and path.exists()
    ]
    repository.call("add", "--all", "--", *inside)
    if not repository.call("diff", "--cached", "--name-only", "--", *inside).out.strip():
        return Handed("nothing")
    who = ("-c", f"user.name={name}", "-c", f"user.email={email}")
    said = repository.call(*who, "commit", "--quiet", "-m", words.strip() or "Change the newsroom", "--", *inside)
    return Handed("done") if said.code == 0 else Handed("failed", _told(said))


def push(repository: Repository, favour: str = "") -> Handed:
    """Pushes; where others were faster, takes their commits first.

    ``favour``: whose version stands where both changed one place: ``mine`` or ``theirs``; empty: nobody's, it is told.
    """
    setup = setup_of(repository)
    if not setup.remote or not setup.branch:
        return Handed("committed")
    for _ in range(3):
        said = repository.call("push", setup.remote, f"HEAD:refs/heads/{setup.branch}")
        if said.code == 0:
            return Handed("done", said.error, commit=repository.call("rev-parse", "HEAD").out.strip())
        reason = _reason(said.error)
        if reason != "behind":
            return Handed(reason, _told(said), link=_link(said.error))
        joined = _join(repository, setup, favour)
        if joined is not None:
            return joined
    return Handed("failed")


def _join(repository: Repository, setup: Setup, favour: str) -> Handed | None:
    """Puts our commits on top of those of others; why not, with everything as it was before."""
    fetched = repository.call("fetch", setup.remote, setup.branch)
    if fetched.code:
        return Handed(_reason(fetched.error), _told(fetched))
    side = {"mine": ("-X", "theirs"), "theirs": ("-X", "ours")}.get(favour, ())  # a rebase calls the others “ours”
    who = ("-c", f"user.name={setup.name or 'newsroom'}", "-c", f"user.email={setup.email or 'newsroom@localhost'}")
    said = repository.call(*who, "rebase", "--autostash", *side, "FETCH_HEAD")
    if said.code == 0:
        return None
    both = repository.call("diff", "--name-only", "--diff-filter=U").out.split("\n")
    repository.call("rebase", "--abort")
    return Handed("conflict", _told(said), tuple(path for path in both if path))


def propose(repository: Repository, branch: str) -> Handed:
    """Pushes to a branch of its own, for a branch that nobody may push to."""
    setup = setup_of(repository)
    said = repository.call("push", setup.remote, f"HEAD:refs/heads/{branch}")
    link = _link(said.error)
    return Handed("proposed", said.error, link=link) if said.code == 0 else Handed(_reason(said.error), _told(said))


_ACCESS = (
    "could not read username", "could not read password", "terminal prompts disabled", "authentication failed",
    "permission denied", "access denied", "returned error: 401", "returned error: 403", "host key verification failed",
)  # fmt: skip
"""What git says where this machine has no key, or one that has run out."""


def _reason(error: str) -> str:
    low = error.lower()
    if any(sign in low for sign in _ACCESS):
        return "access"
    if "protected" in low or "gh006" in low or "hook declined" in low:
        return "protected"
    if "non-fast-forward" in low or "fetch first" in low or "[rejected]" in low:
        return "behind"
    if "resolve host" in low or "unable to access" in low or "timed out" in low or "connection" in low:
        return "network"
    return "refused"


def _link(error: str) -> str:
    found = [link for link in LINKED.findall(error) if "pull" in link or "merge_requests" in link]
    return next(iter(found), "")


def _told(said: Answer) -> str:
    return said.error.strip() or said.out.strip()

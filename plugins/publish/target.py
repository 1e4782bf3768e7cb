"""Which files of a target a deployment put there: the only ones that a later one may delete."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.newsroom.counting import count
from plugins.publish.tool import DeployError

NAME = ".dreiklang-files"
"""The manifest's file name at the top of the target."""
FORGE = frozenset({"CNAME", ".nojekyll"})
"""What a forge keeps on a branch that it serves; alone they make no foreign site."""
_FIRST = "# files of the newsroom "
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Manifest:
    """The address of a newsroom, and the paths of the files that it sent."""

    address: str
    paths: frozenset[str]

    def text(self) -> bytes:
        """As it stands in the target: one path a line."""
        return "\n".join([_FIRST + self.address, *sorted(self.paths), ""]).encode()


@dataclass(frozen=True, slots=True)
class Target:
    """What stands where a site shall go: all its files, and the manifest of the last deployment, if any."""

    name: str
    files: frozenset[str]
    manifest: Manifest | None

    def sent(self, address: str) -> frozenset[str]:
        """What this newsroom sent before and still stands there."""
        known = self.manifest is not None and self.manifest.address == address
        return self.manifest.paths & self.files if self.manifest and known else frozenset()


def read_manifest(data: bytes) -> Manifest | None:
    """A manifest from its text; None where the text is none. Paths that lead out of the target are left out."""
    first, *paths = data.decode("utf-8", "replace").splitlines() or [""]
    if not first.startswith(_FIRST):
        return None
    return Manifest(first.removeprefix(_FIRST), frozenset(path for path in paths if _is_inside(path)))


def removable(target: Target, address: str, published: frozenset[str], *, adopt: bool) -> frozenset[str]:
    """The files to delete: sent before, and not published any more.

    Raises ``DeployError`` for a target that this newsroom does not know, and for a foreign file that a page
    would overwrite; ``adopt`` says that both are meant.
    """
    sent = target.sent(address)
    foreign = target.files - sent - {NAME}
    if not adopt:
        _refuse_unknown(target, address, foreign)
        _refuse_overwriting(target, foreign, published)
    return sent - published


def _refuse_unknown(target: Target, address: str, foreign: frozenset[str]) -> None:
    if target.manifest and target.manifest.address != address:
        raise DeployError(
            f"{target.name} holds the newsroom {target.manifest.address}, and this is {address}: name another target,"
            " or, if it has moved, say --adopt-target once. Nothing was changed there."
        )
    if target.manifest is None and foreign - FORGE:
        raise DeployError(
            f"{target.name} holds {_count(foreign - FORGE)} that no deployment of this newsroom put there"
            f" ({_examples(foreign - FORGE)}): name an empty folder, or say --adopt-target once. Then files of the same"
            " name are replaced, and all others stay; --dry-run names every one. Nothing was changed there."
        )


def _refuse_overwriting(target: Target, foreign: frozenset[str], published: frozenset[str]) -> None:
    taken = clashes(foreign - FORGE, published)
    if taken:
        raise DeployError(
            f"{target.name} holds {_count(taken)} of somebody else where this site has its own ({_examples(taken)}):"
            " move them away, or say --adopt-target to replace them. Nothing was changed there."
        )


def clashes(foreign: frozenset[str], published: frozenset[str]) -> frozenset[str]:
    """Foreign files that stand in the way of published ones: same path, or a file where a folder must be."""
    folders = frozenset(str(parent) for path in published for parent in PurePosixPath(path).parents)
    below = frozenset(path for path in foreign if any(str(up) in published for up in PurePosixPath(path).parents))
    return (foreign & (published | folders)) | below


def _is_inside(path: str) -> bool:
    pure = PurePosixPath(path)
    return bool(path) and not pure.is_absolute() and ".." not in pure.parts


def _examples(paths: Iterable[str]) -> str:
    first = sorted(paths)[: _EXAMPLES + 1]
    return ", ".join(first[:_EXAMPLES]) + (", …" if len(first) > _EXAMPLES else "")


def _count(paths: frozenset[str]) -> str:
    return count(len(paths), "file")

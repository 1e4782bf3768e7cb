"""Brings the program to another version: files of the program alone, never the newsroom's own.

Standard library only, since it works while the program is neither the old nor the new one. All new files are put
aside first, then a plan is written, then it is carried out step by step; a run that was stopped goes on with that
plan. The tasks and these tools come last, so that they can be called until all is done.
"""

import argparse
import difflib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Iterator  # noqa: UP035 (as in bootstrap)

from tools.console import command
from tools.migrations import migrated

ROOT = Path(__file__).resolve().parent.parent
WORK = ".upgrade"
"""Folder in which an upgrade is prepared; there as long as it is not done."""
RECORD = ".program"
"""Digest of each file of the program as it came, so that what was changed since can be told."""
KEPT = "upgrade-kept"
"""Files of the program that were changed here and had to be replaced are kept below it."""
FOLDERS = ("plugins", "theme", "docs", "tests", "benchmarks", "translations/ui", ".github", ".ci", "tools")
FILES = (
    ".gitattributes",
    ".gitignore",
    ".gitlab-ci.yml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "pelicanconf.py",
    "publishconf.py",
    "pyproject.toml",
    "requirements-dev.lock",
    "requirements.lock",
    "tasks.py",
)
OURS_TO_CHANGE = (
    "theme/",
    "translations/ui/",
    ".github/",
    ".gitlab-ci.yml",
    ".gitignore",
    ".ci/",
    "pelicanconf.py",
    "publishconf.py",
)
"""What a newsroom may have made its own: where it has been changed, it stays."""
LAST = ("tools/", "tasks.py")
FILES_AT_MOST, BYTES_AT_MOST, RATIO_AT_MOST = 20_000, 500_000_000, 200
IGNORED = ("__pycache__", ".pyc", "node_modules", "benchmarks/work/")
LINES = 40
"""Lines of a difference that are shown at most."""


class UpgradeError(Exception):
    """The upgrade cannot be done; the message is a sentence."""


def files_of(root: Path) -> "dict[str, Path]":
    """Path with slashes -> file, of everything below a folder that belongs to the program. Links are no files."""
    found: dict[str, Path] = {}
    for folder in FOLDERS:
        for file in (root / folder).rglob("*"):
            path = file.relative_to(root).as_posix()
            if file.is_file() and not file.is_symlink() and not any(word in path for word in IGNORED):
                found[path] = file
    found.update((name, root / name) for name in FILES if (root / name).is_file())
    return found


def digest(data: bytes) -> str:
    """The digest of a file, whose line ends may be those of Windows."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def unpack(source: str, target: Path, root: Path) -> None:
    """Puts a version of the program into an empty folder. Raises ``UpgradeError``."""
    place = Path(source)
    members: Iterator[tuple[str, bytes]]
    if place.is_dir():
        members = ((path, file.read_bytes()) for path, file in files_of(place).items())
    elif place.is_file() and zipfile.is_zipfile(place):
        members = _of_zip(place)
    elif place.is_file():
        members = _of_tar(place.read_bytes(), source)
    else:
        members = _of_tar(_from_git(source, root), source)
    count = size = 0
    for path, data in members:
        count, size = count + 1, size + len(data)
        if count > FILES_AT_MOST or size > BYTES_AT_MOST:
            raise UpgradeError(f"{source} is too large to be a version of the program.")
        file = target / _inside(path, source)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    top = [*target.iterdir()]
    if len(top) == 1 and top[0].is_dir() and not (target / "tasks.py").exists():
        for entry in [*top[0].iterdir()]:
            entry.rename(target / entry.name)
    if not (target / "tasks.py").is_file() or not (target / "plugins").is_dir():
        raise UpgradeError(f"{source} holds no version of the program: there is no tasks.py in it.")


def _inside(path: str, source: str) -> str:
    parts = path.split("/")
    if path.startswith("/") or "\\" in path or ":" in parts[0] or ".." in parts or "\0" in path:
        raise UpgradeError(f"{source} holds a file that would leave the folder: {path!r}. Nothing was changed.")
    return path


def _of_zip(place: Path) -> "Iterator[tuple[str, bytes]]":
    with zipfile.ZipFile(place) as archive:
        packed = place.stat().st_size
        if sum(item.file_size for item in archive.infolist()) > min(BYTES_AT_MOST, packed * RATIO_AT_MOST + 1_000_000):
            raise UpgradeError(f"{place} would become far larger than a version of the program. Nothing was changed.")
        for item in archive.infolist():
            if (item.external_attr >> 28) & 0xF == 0xA:
                raise UpgradeError(f"{place} holds a link ({item.filename}). Nothing was changed.")
            if not item.is_dir():
                with archive.open(item) as file:
                    yield item.filename, file.read(item.file_size + 1)[: item.file_size]


def _of_tar(data: bytes, source: str) -> "Iterator[tuple[str, bytes]]":
    allowed = min(BYTES_AT_MOST, len(data) * RATIO_AT_MOST + 1_000_000)
    try:
        with tarfile.open(fileobj=BytesIO(data)) as archive:
            for item in archive:
                allowed -= item.size
                if allowed < 0:
                    raise UpgradeError(f"{source} would become far larger than a version of the program.")
                if item.isfile():
                    file = archive.extractfile(item)
                    yield item.name.removeprefix("./"), file.read() if file else b""
                elif not item.isdir():
                    raise UpgradeError(f"{source} holds a link ({item.name}). Nothing was changed.")
    except (tarfile.TarError, EOFError, OSError) as error:
        reason = str(error).splitlines()[0]
        raise UpgradeError(f"{source} cannot be unpacked ({reason}). Nothing was changed.") from None


def _from_git(source: str, root: Path) -> bytes:
    if source.startswith("-"):
        raise UpgradeError(f"{source} is no folder, no archive and no version in git.")
    command = ["git", "-C", str(root), "archive", "--format=tar", f"{source}^{{commit}}"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        done = None
    if done is None or done.returncode:
        raise UpgradeError(
            f"{source} is no folder, no archive and no version that git knows here (`git fetch` first?)."
        )
    return done.stdout


def plan_of(root: Path, new: Path) -> "dict[str, list[str]]":
    """What is to be done: files to put in place, to remove, to keep as they are, to put aside before."""
    before = {path: digest(file.read_bytes()) for path, file in files_of(root).items()}
    after = {path: digest(file.read_bytes()) for path, file in files_of(new).items()}
    base: dict[str, str] = json.loads((root / RECORD).read_text("utf-8")) if (root / RECORD).exists() else {}
    plan: dict[str, list[str]] = {"put": [], "remove": [], "keep": [], "aside": []}
    for path in sorted({*before, *after}):
        if before.get(path) == after.get(path):
            continue
        is_changed = path in before and before[path] != base.get(path)
        if is_changed and path.startswith(OURS_TO_CHANGE) and (base or path in after):
            if after.get(path) != base.get(path):
                plan["keep"].append(path)
            continue
        if is_changed and base and not (path not in base and path in after and path not in before):
            plan["aside"].append(path)
        if path in after:
            plan["put"].append(path)
        elif path in base or (not base and not path.startswith(OURS_TO_CHANGE)):
            plan["remove"].append(path)
        elif path in plan["aside"]:
            plan["aside"].remove(path)  # a file of the newsroom's own, which no version has had
    for key in ("put", "remove"):
        plan[key].sort(key=lambda path: (path.startswith(LAST), path == "tasks.py", path))
    return plan


def _migrate(plan: "dict[str, list[str]]", root: Path, new: Path) -> None:
    """Brings what stays to the form in which the new version reads it: the plan then puts that in place."""
    for path, file in sorted(files_of(new).items()):
        if path in plan["put"] or not (root / path).is_file():
            continue
        own = (root / path).read_bytes()
        data, told = migrated(path, own, file.read_bytes())
        if data != own:
            file.write_bytes(data)
            plan["put"].insert(0, path)
            print(f"{path}: {told}")


def carry_out(root: Path) -> None:
    """Carries out the plan that lies ready, from wherever a run before has come to."""
    work = root / WORK
    plan = json.loads((work / "plan.json").read_text("utf-8"))
    for path in plan["aside"]:
        kept = root / KEPT / path
        if (root / path).is_file() and not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            _copy(root / path, kept)
    for path in plan["put"]:
        if (work / "new" / path).is_file():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (work / "new" / path).replace(root / path)
    for path in plan["remove"]:
        (root / path).unlink(missing_ok=True)
        folder = (root / path).parent
        while folder != root and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
    _write(root / RECORD, json.dumps(plan["record"], indent=0, sort_keys=True).encode())
    (work / "plan.json").unlink()
    shutil.rmtree(work)


def _copy(source: Path, target: Path) -> None:
    _write(target, source.read_bytes())


def _write(file: Path, data: bytes) -> None:
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    fresh.write_bytes(data)
    fresh.replace(file)


def remember(root: Path) -> None:
    """Records the program as it is now: what differs later has been changed by the newsroom."""
    found = {path: digest(file.read_bytes()) for path, file in files_of(root).items()}
    _write(root / RECORD, json.dumps(found, indent=0, sort_keys=True).encode())


def upgrade(source: str, root: Path, dry_run: bool = False) -> int:
    """Brings the program in ``root`` to the version at ``source``; 1 where that cannot be, 2 for wrong use."""
    work = root / WORK
    if (work / "plan.json").exists():
        if not dry_run:
            carry_out(root)
            print("An upgrade that had been stopped is done now.")
            return 0
        print("An upgrade was stopped before its end: run it without --dry-run, and it goes on.")
        return 1
    if not source:
        print(
            "Say where the other version is: --from FOLDER, an archive, or a version that git knows.", file=sys.stderr
        )
        return 2
    shutil.rmtree(work, ignore_errors=True)  # of a run that was stopped before it had a plan
    try:
        (work / "new").mkdir(parents=True)
        unpack(source, work / "new", root)
        plan = plan_of(root, work / "new")
        record = {path: digest(file.read_bytes()) for path, file in files_of(work / "new").items()}
        _tell(plan, root, work / "new")
        _migrate(plan, root, work / "new")
        if dry_run:
            return 0
        _write(work / "plan.json", json.dumps({**plan, "record": record}).encode())
        carry_out(root)
    except UpgradeError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        if not (work / "plan.json").exists():
            shutil.rmtree(work, ignore_errors=True)
    print(f"Done. Run `{command()} check`: what this version reads in another way is told there, line by line.")
    return 0


def _tell(plan: "dict[str, list[str]]", root: Path, new: Path) -> None:
    words = (("put", "put in place"), ("remove", "removed"))
    print(
        ", ".join(f"{len(plan[key])} {'file' if len(plan[key]) == 1 else 'files'} {word}" for key, word in words)
        + "; content and translations stay."
    )
    for path in plan["keep"]:
        print(f"kept, since it was changed here: {path}")
        _difference(root / path, new / path)
    for path in plan["aside"]:
        print(f"replaced although it was changed here (yours is in {KEPT}/{path}): {path}")
        _difference(root / path, new / path)
    for path in plan["put"] + plan["remove"]:
        own = root / "content" / path
        if path.startswith("theme/") and own.is_file():
            print(f"look at content/{path}: what it stands in for is another in this version")
            _difference(root / path, new / path)
    for line in _news(root / "CHANGELOG.md", new / "CHANGELOG.md"):
        print(line)


def _difference(here: Path, there: Path) -> None:
    one, other = (
        file.read_bytes().decode("utf-8", "replace").splitlines() if file.is_file() else [] for file in (here, there)
    )
    lines = [*difflib.unified_diff(one, other, "yours", "the new one", n=1, lineterm="")]
    print("\n".join(f"  {line}" for line in lines[:LINES]))
    if len(lines) > LINES:
        print(f"  … {len(lines) - LINES} more of its lines.")


def _news(here: Path, there: Path) -> "Iterator[str]":
    """The lines of the changelog that are new."""
    known = set(here.read_text("utf-8").splitlines()) if here.is_file() else set()
    lines = there.read_text("utf-8").splitlines() if there.is_file() else []
    fresh = [line for line in lines if line.strip() and line not in known]
    if fresh:
        yield "What is new:"
        yield from (f"  {line}" for line in fresh)


def main(arguments: "list[str]") -> int:
    """The task from the command line, without any package."""
    parser = argparse.ArgumentParser(prog=f"{command()} upgrade", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--from", dest="source", default="", help="a folder, an archive, or a version that git knows")
    parser.add_argument("--dry-run", action="store_true", help="tell what would be done, and do nothing")
    given = parser.parse_args(arguments)
    return upgrade(given.source, ROOT, given.dry_run)

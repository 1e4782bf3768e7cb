"""A newsroom's program is brought to another version, and nothing that is the newsroom's own is touched."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tools.upgrade import KEPT, RECORD, WORK, digest, remember, upgrade

ROOT = Path(__file__).resolve().parents[2]
OLD = {
    "tasks.py": "old",
    "plugins/a.py": "1",
    "plugins/gone/b.py": "1",
    "theme/x.html": "1",
    "theme/own.css": "1",
    "tools/upgrade.py": "1",
    "translations/ui/de.po": "1",
    "CHANGELOG.md": "# Changes\n",
}
NEW = {
    **{path: "2" for path in OLD if "gone" not in path},
    "plugins/c.py": "2",
    "docs/d.md": "2",
    "CHANGELOG.md": "# Changes\n- Better.\n",
}
OWN = {
    "content/site.yaml": "own",
    "content/brand/brand.css": "own",
    "translations/reports/x/de.po": "own",
    "example/content/y": "own",
    "notes.txt": "own",
    "output/index.html": "own",
}


def write(root: Path, files: dict[str, str]) -> Path:
    """Files below a folder."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "latin-1")
    return root


def read(root: Path) -> dict[str, str]:
    """The same, as they stand."""
    files = (file for file in sorted(root.rglob("*")) if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_bytes().decode("latin-1") for file in files}


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """An old program with a newsroom in it, recorded as it came."""
    root = write(tmp_path / "newsroom", OLD)
    remember(root)
    return write(root, OWN)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A new version, which has content of its own."""
    return write(tmp_path / "new", {**NEW, "content/site.yaml": "founding", "translations/reports/z/nl.po": "founding"})


def program(root: Path) -> dict[str, str]:
    """What stands there, without the newsroom's own and the record."""
    return {
        path: text for path, text in read(root).items() if path not in OWN and path != RECORD and ".git/" not in path
    }


def own(root: Path) -> dict[str, str]:
    """The newsroom's own files."""
    return {path: text for path, text in read(root).items() if path in OWN}


def tar(folder: Path, prefix: str = "dreiklang-2/") -> bytes:
    """A packed version."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for path, text in read(folder).items():
            item = tarfile.TarInfo(prefix + path)
            item.size = len(text.encode())
            archive.addfile(item, io.BytesIO(text.encode()))
    return out.getvalue()


@pytest.mark.parametrize("how", ["folder", "tar", "zip", "git"])
def test_the_program_is_the_new_one_and_the_rest_stays(newsroom: Path, new: Path, how: str) -> None:
    """From a folder, an archive, or a version that git knows; founding content of the new version is left out."""
    source = str(new)
    if how == "tar":
        (newsroom.parent / "new.tar.gz").write_bytes(tar(new))
        source = str(newsroom.parent / "new.tar.gz")
    elif how == "zip":
        with zipfile.ZipFile(newsroom.parent / "new.zip", "w") as archive:
            for path, text in read(new).items():
                archive.writestr(path, text)
        source = str(newsroom.parent / "new.zip")
    elif how == "git":
        git = ["git", "-c", "user.name=n", "-c", "user.email=n@n.example", "-C", str(newsroom)]
        subprocess.run([*git, "init", "--quiet"], check=True)
        tree = ["git", "--git-dir", f"{newsroom}/.git", "--work-tree", str(new), "-c", "user.name=n"]
        subprocess.run([*tree, "add", "--all"], check=True)
        subprocess.run([*tree, "-c", "user.email=n@n.example", "commit", "--quiet", "-m", "two"], check=True)
        subprocess.run([*git, "tag", "v2"], check=True)
        source = "v2"
    assert upgrade(source, newsroom) == 0
    assert program(newsroom) == NEW
    assert own(newsroom) == OWN


def test_a_dry_run_tells_and_does_nothing(newsroom: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is new stands in the reader's words."""
    before = read(newsroom)
    assert upgrade(str(new), newsroom, dry_run=True) == 0
    assert read(newsroom) == before
    assert "- Better." in capsys.readouterr().out


def test_what_was_changed_in_the_theme_stays_and_is_told(
    newsroom: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the difference; a changed file of the program is kept aside."""
    write(newsroom, {"theme/x.html": "ours", "plugins/a.py": "ours", "theme/more.css": "ours"})
    assert upgrade(str(new), newsroom) == 0
    now = program(newsroom)
    assert now == {**NEW, "theme/x.html": "ours", "theme/more.css": "ours", f"{KEPT}/plugins/a.py": "ours"}
    told = capsys.readouterr().out
    assert "kept, since it was changed here: theme/x.html" in told
    assert "-ours\n  +2" in told
    write(new, {"theme/own.css": "3", "theme/x.html": "3"})
    assert upgrade(str(new), newsroom) == 0
    assert (program(newsroom)["theme/own.css"], program(newsroom)["theme/x.html"]) == ("3", "ours")


def test_what_stands_in_for_a_file_of_the_theme_is_told_where_that_changes(
    newsroom: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stays, and somebody looks at it."""
    write(newsroom, {"content/theme/x.html": "ours", "content/theme/same.html": "ours", "theme/same.html": "s"})
    write(new, {"theme/same.html": "s"})
    assert upgrade(str(new), newsroom) == 0
    told = capsys.readouterr().out
    assert "look at content/theme/x.html: what it stands in for is another in this version" in told
    assert "content/theme/same.html" not in told
    assert (newsroom / "content/theme/x.html").read_text() == "ours"


HEAD = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n'
CALL, WRITE = 'msgid "Call"\nmsgstr "{}"\n', 'msgid "Write"\nmsgstr "Schreiben"\n'
WRAPPED = 'msgid ""\n"Read "\n"on"\nmsgstr "Weiter"\n'
WORDS = "translations/ui/de.po"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_new_words_of_the_theme_stand_behind_those_that_were_changed(
    newsroom: Path, new: Path, capsys: pytest.CaptureFixture[str], end: str
) -> None:
    """Not a byte of what is there becomes another; the same words are not added twice, wherever lines are wrapped."""
    ours = f"{HEAD}\n{CALL.format('Anrufen')}\n{WRAPPED}".replace("\n", end)
    (newsroom / WORDS).write_bytes(ours.encode())
    theirs = f'{HEAD}\n{CALL.format("Rufen")}\nmsgid "Read on"\nmsgstr "Lies"\n\n{WRITE}'
    (new / WORDS).write_bytes(theirs.encode())
    before = read(newsroom)
    assert upgrade(str(new), newsroom, dry_run=True) == 0
    assert read(newsroom) == before
    assert f"{WORDS}: words of the new version added at its end: 1\n" in capsys.readouterr().out
    for _ in range(2):
        assert upgrade(str(new), newsroom) == 0
        assert (newsroom / WORDS).read_bytes().decode() == ours + f"\n{WRITE}".replace("\n", end)
    assert digest(theirs.encode()) in (newsroom / RECORD).read_text("utf-8")


def test_without_a_record_every_differing_file_of_the_theme_stays(newsroom: Path, new: Path) -> None:
    """In doubt it is the newsroom's."""
    (newsroom / RECORD).unlink()
    assert upgrade(str(new), newsroom) == 0
    assert program(newsroom) == {**NEW, **{path: "1" for path in OLD if path.startswith(("theme/", "translations/ui"))}}


@pytest.mark.parametrize("name", ["../out.py", "/out.py", "plugins/../../out.py", "c:/out.py", "plugins\\..\\out.py"])
def test_an_archive_may_not_leave_the_folder(newsroom: Path, new: Path, name: str) -> None:
    """Nothing is changed, here or elsewhere."""
    with zipfile.ZipFile(newsroom.parent / "bad.zip", "w") as archive:
        for path, text in {**read(new), name: "out"}.items():
            archive.writestr(path, text)
    packed = newsroom.parent / "bad.tar"
    with tarfile.open(packed, "w") as tarred:
        item = tarfile.TarInfo(name)
        tarred.addfile(item)
    before = read(newsroom.parent)
    assert upgrade(str(newsroom.parent / "bad.zip"), newsroom) == 1
    assert upgrade(str(packed), newsroom) == 1
    assert read(newsroom.parent) == before


def test_bombs_links_and_rubbish_are_refused(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each with a sentence."""
    with zipfile.ZipFile(newsroom.parent / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("tasks.py", b"\0" * 20_000_000)
    with tarfile.open(newsroom.parent / "link.tar", "w") as tarred:
        item = tarfile.TarInfo("plugins/x")
        item.type, item.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tarred.addfile(item)
    (newsroom.parent / "rubbish").write_bytes(b"rubbish")
    (newsroom.parent / "empty").mkdir()
    before = read(newsroom)
    for name in ("bomb.zip", "link.tar", "rubbish", "empty", "no-such-version", "-x"):
        assert upgrade(name if "-" in name else str(newsroom.parent / name), newsroom) == 1
        assert len(capsys.readouterr().err.splitlines()) == 1
    assert read(newsroom) == before


def killed_once(newsroom: Path, new: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> bool:
    """Stops an upgrade before some step that writes, then runs it again; whether it was stopped."""

    class StoppedError(BaseException):
        pass

    left = random.Random(seed).randrange(40)

    def counted(work: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: Any, **more: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                raise StoppedError
            return work(*given, **more)

        return step

    with monkeypatch.context() as patch:
        for name in ("write_bytes", "mkdir", "unlink", "rmdir", "replace"):
            patch.setattr(Path, name, counted(getattr(Path, name)))
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)  # a program that is killed tidies nothing
        try:
            upgrade(str(new), newsroom)
        except StoppedError:
            is_stopped = True
        else:
            is_stopped = False
    assert own(newsroom) == OWN
    assert upgrade(str(new), newsroom) == 0
    assert program(newsroom) == NEW
    assert own(newsroom) == OWN
    assert not (newsroom / WORK).exists()
    return is_stopped


def test_an_upgrade_killed_at_any_step_is_whole_when_run_again(
    newsroom: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dozen kills, and not one foreign file touched."""
    stopped = 0
    for seed in range(12):
        for path in program(newsroom):
            (newsroom / path).unlink()
        write(newsroom, OLD)
        remember(newsroom)
        stopped += killed_once(newsroom, new, monkeypatch, seed)
    assert stopped > 6


@pytest.mark.nightly
def test_five_hundred_kills(newsroom: Path, new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same at length."""
    for seed in range(500):
        for path in program(newsroom):
            (newsroom / path).unlink()
        write(newsroom, OLD)
        remember(newsroom)
        killed_once(newsroom, new, monkeypatch, seed)


def test_the_task_needs_no_package(newsroom: Path) -> None:
    """It is the one task that runs while half of the program is another."""
    code = "import sys; sys.path.insert(0, sys.argv[1]); from tools.upgrade import main; sys.exit(main([]))"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(ROOT)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "--from" in done.stderr

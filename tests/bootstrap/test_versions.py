"""From the first version to this one, by the first one's own ``upgrade``: what is the newsroom's stays, and it builds."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.site.archive import write
from tests.site.newsroom import GROUND, ROOT, report
from tools.upgrade import files_of

FIRST = Path(__file__).parent / "versions/first.tar.xz"
"""The program as it was before anybody could upgrade, without tests and guides."""
CHANGED = "theme/static/css/site.css"
MARK = "/* ours */"
WORDS = "translations/ui/de.po"


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A task of whatever program is there, with the packages of this environment."""
    environment = {**os.environ, "DREIKLANG_ENVIRONMENT": "current", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "tasks.py", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def upgraded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], str]:
    """A newsroom of the first version after its upgrade; what was its own before; and what was said."""
    folder = tmp_path_factory.mktemp("newsroom")
    with tarfile.open(FIRST) as archive:
        archive.extractall(folder, filter="data")
    recording = "from tools.upgrade import ROOT, remember; remember(ROOT)"  # as a release comes
    subprocess.run([sys.executable, "-c", recording], cwd=folder, check=True)
    write(folder, GROUND + report("eins") + report("zwei", body="[hier](report:eins)"))
    (folder / CHANGED).write_text((folder / CHANGED).read_text("utf-8") + MARK, "utf-8")
    words = (folder / WORDS).read_text("utf-8")
    (folder / WORDS).write_text(words.replace('msgstr "Kontakt"', 'msgstr "Ansprechpartner"'), "utf-8")
    own = folder / "content/theme/static/css/site.css"
    own.parent.mkdir(parents=True)
    own.write_text("body { color: teal }", "utf-8")
    built = run(folder, "build", "--jobs", "1")
    assert built.returncode == 0, built.stderr
    before = {path: (folder / path).read_bytes() for path in own_files(folder)}
    done = run(folder, "upgrade", "--from", str(ROOT))
    assert done.returncode == 0, done.stderr
    return folder, before, done.stdout


def own_files(folder: Path) -> list[str]:
    """Everything of the newsroom's own, with the template that it has changed."""
    files = [path for name in ("content", "translations") for path in (folder / name).rglob("*") if path.is_file()]
    paths = [path.relative_to(folder).as_posix() for path in files]
    return [*(path for path in paths if not path.startswith("translations/ui/")), CHANGED, WORDS]


def test_what_is_the_newsrooms_own_stays_byte_for_byte(upgraded: tuple[Path, dict[str, bytes], str]) -> None:
    """Content, translations, and the template that was changed, which is told with the difference."""
    folder, before, said = upgraded
    assert {path: (folder / path).read_bytes() for path in before} == before
    assert f"kept, since it was changed here: {CHANGED}" in said
    assert "What is new:" in said


def test_the_program_is_this_one(upgraded: tuple[Path, dict[str, bytes], str]) -> None:
    """Every other file of it, and no more."""
    folder, _, _ = upgraded
    here, there = files_of(ROOT), files_of(folder)
    both = here.keys() & there.keys()
    assert sorted(here.keys() ^ there.keys()) == []
    assert sorted(path for path in both if here[path].read_bytes() != there[path].read_bytes()) == [CHANGED, WORDS]


def test_words_that_the_first_version_did_not_have_are_told_and_added(
    upgraded: tuple[Path, dict[str, bytes], str],
) -> None:
    """Its own ``upgrade`` left a changed catalogue as it was; that of this version, run once more, adds what is new."""
    folder, before, _ = upgraded
    checked = run(folder, "check")
    assert checked.returncode == 0, checked.stdout
    assert "theme-words-missing" in checked.stdout
    done = run(folder, "upgrade", "--from", str(ROOT))
    assert done.returncode == 0, done.stderr
    assert "words of the new version added at its end" in done.stdout
    assert (folder / WORDS).read_bytes().startswith(before[WORDS])
    assert "theme-words-missing" not in run(folder, "check").stdout
    (folder / WORDS).write_bytes(before[WORDS])


def test_it_builds_what_the_newsroom_had(upgraded: tuple[Path, dict[str, bytes], str]) -> None:
    """Without a problem, on the cache of the first version, with the newsroom's own files in the place of the theme's."""
    folder, _, _ = upgraded
    checked = run(folder, "check")
    assert checked.returncode == 0, checked.stdout
    published = run(folder, "publish", "--jobs", "1", "--output", "public")
    assert published.returncode == 0, published.stderr
    (sheet,) = (folder / "public/assets").glob("*/css/site.css")
    assert sheet.read_text("utf-8") == "body { color: teal }"
    assert (folder / "public/de/2024/zwei/index.html").is_file()

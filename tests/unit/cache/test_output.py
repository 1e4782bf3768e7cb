"""An output folder over several builds."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from plugins.cache.errors import Blocked, LeavesRoot, NoSpace, NotWritable
from plugins.cache.fingerprint import explained
from plugins.cache.output import Output, Tally
from plugins.cache.outputs import row_of
from plugins.cache.reasons import Why
from plugins.cache.stamp import look, walk
from plugins.cache.store import Store
from tests.unit.cache.output_folder import build, files, folders

ROOT = Path(__file__).parents[3]
SITE = {"index.html": "start", "de/a/index.html": "A", "de/b/index.html": "B", "de/feed.xml": "F"}


def test_the_first_build_writes_everything(tmp_path: Path) -> None:
    """And says so."""
    tally, why = build(tmp_path, SITE)
    assert files(tmp_path) == SITE
    assert tally == Tally(rendered=4, changed=4, reused=0, removed=())
    assert set(why.values()) == {Why.NEVER_BUILT}


def test_the_second_build_writes_nothing(tmp_path: Path) -> None:
    """All stamps stay."""
    build(tmp_path, SITE)
    before = walk(tmp_path / "out")
    tally, why = build(tmp_path, SITE)
    assert walk(tmp_path / "out") == before
    assert tally == Tally(rendered=0, changed=0, reused=4, removed=())
    assert why == {}


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    """The others keep their stamps."""
    build(tmp_path, SITE)
    before = walk(tmp_path / "out")
    tally, why = build(tmp_path, {**SITE, "de/a/index.html": "A2"})
    after = walk(tmp_path / "out")
    assert why == {"de/a/index.html": Why.CHANGED}
    assert {path for path in SITE if after[path] != before[path]} == {"de/a/index.html"}
    assert tally.changed == 1


def test_everything_is_made_but_nothing_written_when_asked_afresh(tmp_path: Path) -> None:
    """Bytes that are the same are left alone."""
    build(tmp_path, SITE)
    before = walk(tmp_path / "out")
    tally, why = build(tmp_path, SITE, fresh=True)
    assert set(why.values()) == {Why.ASKED}
    assert (tally.rendered, tally.changed) == (4, 0)
    assert walk(tmp_path / "out") == before


def test_what_is_no_longer_wanted_is_removed_with_its_folders(tmp_path: Path) -> None:
    """Only once the build went well, and what is foreign stays."""
    build(tmp_path, SITE)
    (tmp_path / "out" / "de" / "b" / "note.txt").write_text("mine")
    tally, _ = build(tmp_path, {"index.html": "start"}, foreign=["de/b/note.txt"])
    assert files(tmp_path) == {"index.html": "start", "de/b/note.txt": "mine"}
    assert folders(tmp_path) == {"de", "de/b"}
    assert tally.removed == ("de/a/index.html", "de/b/index.html", "de/feed.xml")


def test_a_build_that_fails_removes_nothing(tmp_path: Path) -> None:
    """The last good output stays; the next build tidies up."""
    build(tmp_path, SITE)
    with pytest.raises(RuntimeError), Store(tmp_path / "cache" / "store") as store:
        Output(tmp_path / "out", store).write("new.html", b"N", explained((("text", "N"),)))
        raise RuntimeError
    assert files(tmp_path) == {**SITE, "new.html": "N"}
    tally, _ = build(tmp_path, SITE)
    assert files(tmp_path) == SITE
    assert tally.removed == ("new.html",)


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (lambda f: f.unlink(), Why.MISSING),
        (lambda f: f.write_text("other text"), Why.EDITED),
        (lambda f: (f.unlink(), f.mkdir()), Why.NOT_A_FILE),
        (lambda f: (f.unlink(), f.symlink_to("../b/index.html")), Why.NOT_A_FILE),
        (lambda f: (f.unlink(), os.mkfifo(f)), Why.NOT_A_FILE),
        (lambda f: (f.unlink(), f.parent.rmdir()), Why.MISSING),
    ],
    ids=["deleted", "edited", "folder", "link", "pipe", "folder-deleted"],
)
def test_harm_to_an_output_is_fixed(tmp_path: Path, harm: Callable[[Path], None], why: Why) -> None:
    """The file alone that was harmed is made again."""
    build(tmp_path, SITE)
    harm(tmp_path / "out" / "de" / "a" / "index.html")
    tally, reasons = build(tmp_path, SITE)
    assert files(tmp_path) == SITE
    assert reasons == {"de/a/index.html": why}
    assert tally.reused == 3


def test_an_edit_that_keeps_size_and_time_is_noticed(tmp_path: Path) -> None:
    """The change time gives it away."""
    build(tmp_path, SITE)
    file = tmp_path / "out" / "index.html"
    status = file.stat()
    while file.stat().st_ctime_ns == status.st_ctime_ns:
        file.write_text("trats")
        os.utime(file, ns=(status.st_mtime_ns, status.st_mtime_ns))
    _, why = build(tmp_path, SITE)
    assert why == {"index.html": Why.EDITED}
    assert files(tmp_path) == SITE


def test_a_touched_file_is_read_instead_of_made_again(tmp_path: Path) -> None:
    """A copied or restored folder need not be rendered anew; the next build does not even read."""
    build(tmp_path, SITE)
    for path in SITE:
        os.utime(tmp_path / "out" / path, (1, 1))
    tally, why = build(tmp_path, SITE)
    assert (why, tally.reused) == ({}, 4)
    with Store(tmp_path / "cache" / "store") as store:
        stored = store.outputs(tmp_path / "out").all()
        parts = store.outputs(tmp_path / "out").parts("index.html")
    seen = [look(tmp_path / "out" / path) for path in SITE]
    assert [row_of(stored[path]).stamp for path in SITE] == [each and each.stamp for each in seen]
    assert parts == (("text", "'start'"),)


def test_a_file_gives_way_to_a_folder_and_back(tmp_path: Path) -> None:
    """Where both are ours."""
    build(tmp_path, {"a": "file"})
    build(tmp_path, {"a/b/c": "deeper"})
    assert files(tmp_path) == {"a/b/c": "deeper"}
    build(tmp_path, {"a": "file"})
    assert files(tmp_path) == {"a": "file"}


def test_a_foreign_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    """It is somebody's; it stays."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "de").write_text("mine")
    with pytest.raises(Blocked, match="a folder belongs there"):
        build(tmp_path, SITE)
    assert (tmp_path / "out" / "de").read_text() == "mine"


def test_a_folder_with_a_foreign_file_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    """Nothing in it is touched."""
    build(tmp_path, SITE)
    file = tmp_path / "out" / "index.html"
    file.unlink()
    file.mkdir()
    (file / "mine").write_text("mine")
    with pytest.raises(Blocked, match="a file belongs there"):
        build(tmp_path, SITE)
    assert (file / "mine").read_text() == "mine"


def test_a_link_in_the_place_of_a_folder_is_never_followed(tmp_path: Path) -> None:
    """Nothing is written or removed outside of the output folder."""
    build(tmp_path, SITE)
    outside = tmp_path / "outside"
    (tmp_path / "out" / "de" / "a").rename(outside)
    (tmp_path / "out" / "de" / "a").symlink_to(outside)
    with pytest.raises(Blocked):
        build(tmp_path, {**SITE, "de/a/index.html": "A2"})
    build(tmp_path, {"index.html": "start"}, foreign=["de/a"])
    assert (outside / "index.html").read_text() == "A"


def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    """Before anything is written."""
    with pytest.raises(LeavesRoot):
        build(tmp_path, {"../evil": "x"})
    assert not (tmp_path / "evil").exists()


def test_a_path_is_made_once_in_a_build(tmp_path: Path) -> None:
    """Two pages for one address would hide one another."""
    with Store(tmp_path / "store") as store, pytest.raises(Blocked, match="twice"):
        output = Output(tmp_path / "out", store)
        for text in "ab":
            output.write("x", text.encode(), explained((("text", text),)))


def test_a_path_cannot_be_file_and_folder_in_one_build(tmp_path: Path) -> None:
    """Whichever comes first."""
    for site in ({"a": "1", "a/b": "2"}, {"a/b": "2", "a": "1"}):
        with pytest.raises(Blocked):
            build(tmp_path, site)


def test_hidden_folders_of_ours_are_kept_up_to_date(tmp_path: Path) -> None:
    """And foreign ones are named, not entered."""
    (tmp_path / "out" / ".git").mkdir(parents=True)
    (tmp_path / "out" / ".git" / "HEAD").write_text("x")
    build(tmp_path, {".well-known/security.txt": "S"}, foreign=[".git/"])
    _, why = build(tmp_path, {".well-known/security.txt": "S"}, foreign=[".git/"])
    assert why == {}
    build(tmp_path, {}, foreign=[".git/"])
    assert files(tmp_path) == {}
    assert (tmp_path / "out" / ".git" / "HEAD").exists()


def test_the_difference_is_explained(tmp_path: Path) -> None:
    """For the one page that somebody asks about."""
    build(tmp_path, SITE)
    with Store(tmp_path / "cache" / "store") as store:
        output = Output(tmp_path / "out", store)
        changed = output.explain("index.html", explained((("text", "begin"),)))
        same = output.explain("index.html", explained((("text", "start"),)))
    assert changed is not None
    assert changed.sentence.endswith("text: 'start' is now 'begin'")
    assert same is None


@pytest.mark.parametrize("lost", ["store", "ours"])
def test_files_are_still_tidied_up_when_one_memory_is_lost(tmp_path: Path, lost: str) -> None:
    """The store and the list of what is ours stand in for one another."""
    build(tmp_path, SITE)
    for file in (tmp_path / "cache").glob("*.ours" if lost == "ours" else "store"):
        file.unlink()
    tally, why = build(tmp_path, {"index.html": "start"})
    assert files(tmp_path) == {"index.html": "start"}
    assert folders(tmp_path) == set()
    assert len(tally.removed) == 3
    assert why == ({} if lost == "ours" else {"index.html": Why.FORGOTTEN})


def test_two_output_folders_do_not_mix(tmp_path: Path) -> None:
    """One store may serve both."""
    for name in ("out", "other"):
        with Store(tmp_path / "store") as store:
            output = Output(tmp_path / name, store)
            assert output.reason(name, explained(())) is not None
            output.write(name, b"x", explained(()))
            output.commit()
    assert set(walk(tmp_path / "out")) == {"out"}
    assert set(walk(tmp_path / "other")) == {"other"}


def test_no_space_is_told_and_harms_nothing(
    tmp_path: Path, little_space: Callable[[int], AbstractContextManager[None]]
) -> None:
    """The last good output stays, nothing half written is left, and the next build makes it good."""
    build(tmp_path, SITE)
    large = {**SITE, "de/a/index.html": "A" * 50_000}
    mark = explained((("text", "large"),))
    with Store(tmp_path / "cache" / "store") as store:
        output = Output(tmp_path / "out", store)
        with little_space(20_000), pytest.raises(NoSpace, match="no space left"):
            output.write("de/a/index.html", large["de/a/index.html"].encode(), mark)
    assert files(tmp_path) == SITE
    build(tmp_path, large)
    assert files(tmp_path) == large


def test_an_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """With the place, and what to do."""
    (tmp_path / "out").write_text("a file")
    with pytest.raises(NotWritable, match="another folder"), Store(tmp_path / "store") as store:
        Output(tmp_path / "out", store)


def test_a_folder_nobody_may_write_to_is_told() -> None:
    """The superuser may write anywhere, so another user tries."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    build(folder, SITE)
    superuser = os.geteuid() == 0
    locked = [folder / "out", folder / "out" / "de" / "a"]
    for one in locked:
        one.chmod(0o555)
    store = Store(folder / "cache" / "store")
    if superuser:
        os.seteuid(65534)
    try:
        with pytest.raises(NotWritable, match="Give the right to write there"):
            Output(folder / "out", store)
    finally:
        if superuser:
            os.seteuid(0)
        store.close()
        for one in locked:
            one.chmod(0o755)
    assert files(folder) == SITE
    shutil.rmtree(folder)


SCRIPT = """
import os, signal, sys
from pathlib import Path
from plugins.cache.fingerprint import explained
from plugins.cache.output import Output
from plugins.cache.store import Store
from tests.unit.cache.output_folder import build, files, folders

calls = 0
last = int(sys.argv[2])

def count(frame, event, arg):
    global calls
    calls += event == "c_call"
    if calls == last:
        os.kill(os.getpid(), signal.SIGKILL)

site = {f"{n % 3}/{n}/index.html": f"new {n}" for n in range(12) if n % 3 != 1}
site |= {"1": "a file", "new/0": "x"}
sys.setprofile(count)
with Store(Path(sys.argv[1], "cache", "store")) as store:
    output = Output(Path(sys.argv[1], "out"), store)
    for path, text in site.items():
        mark = explained((("text", text),))
        if output.reason(path, mark) is None:
            output.keep(path)
        else:
            output.write(path, text.encode(), mark)
            store.values.put("text", path, text.encode())
            store.flush()
    output.commit()
sys.setprofile(None)
print(calls)
"""


def run_script(folder: Path, last: int) -> subprocess.CompletedProcess[str]:
    """A build in a process of its own that kills itself before its ``last``-th call of the system."""
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder), str(last)], cwd=ROOT, capture_output=True, text=True
    )


@pytest.mark.parametrize("share", [n / 16 for n in range(16)])
def test_a_build_killed_anywhere_is_made_good_by_the_next(tmp_path: Path, share: float) -> None:
    """Whatever the next site looks like: the same files as a clean build, and nothing made twice after it."""
    before = {f"{n % 3}/{n}/index.html": f"old {n}" for n in range(12)}
    after = {f"{n % 3}/{n}/index.html": f"{'new' if n < 6 else 'old'} {n}" for n in range(3, 9)}
    build(tmp_path / "whole", before)
    total = int(run_script(tmp_path / "whole", -1).stdout)
    build(tmp_path, before)
    chosen = random.Random(share).uniform(share, share + 1 / 16)
    done = run_script(tmp_path, max(1, int(total * chosen)))
    assert done.returncode in (-signal.SIGKILL, 0), done.stderr  # 0: it had fewer calls this time
    build(tmp_path, after)
    assert files(tmp_path) == after
    assert folders(tmp_path) == {"/".join(p.split("/")[:n]) for p in after for n in (1, 2)}
    assert build(tmp_path, after)[1] == {}


def test_a_small_build_removes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    """Neither what it did not look at, nor what it has made itself, nor what is not ours."""
    build(tmp_path, SITE)
    (tmp_path / "out" / "notes.txt").write_text("mine")
    with Store(tmp_path / "cache" / "store") as store:
        output = Output(tmp_path / "out", store)
        output.write("de/c/index.html", b"C", explained((("text", "C"),)))
        assert output.ours("de/") == ("de/a/index.html", "de/b/index.html", "de/c/index.html", "de/feed.xml")
        tally = output.settle(("de/a/index.html", "de/c/index.html", "notes.txt"))
    assert (tally.rendered, tally.removed) == (1, ("de/a/index.html",))
    assert set(files(tmp_path)) == {*SITE, "de/c/index.html", "notes.txt"} - {"de/a/index.html"}
    assert not (tmp_path / "out/de/a").exists()
    assert build(tmp_path, {**SITE, "de/c/index.html": "C"}, foreign=("notes.txt",))[1] == {
        "de/a/index.html": Why.NEVER_BUILT
    }

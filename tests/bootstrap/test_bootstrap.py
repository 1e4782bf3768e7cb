"""``python3 tasks.py`` on a machine with nothing but Python: installs, once, or says what to do."""

from __future__ import annotations

import ast
import os
import shutil
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from tests.bootstrap.project import ROOT, TAIL, Project, head, index, wheel
from tools.locking import share


def make(root: Path, *, whole: bool = False) -> Project:
    """A project whose lock names ``tiny`` and, for development, ``tool``; ``whole``: with the real tasks.py."""
    project = Project(root / "project", root / "wheels")
    (project.root / "tools").mkdir(parents=True)
    for name in ("__init__.py", "bootstrap.py", "console.py", "locking.py"):
        shutil.copy(ROOT / "tools" / name, project.root / "tools" / name)
    (project.root / "tasks.py").write_text((ROOT / "tasks.py").read_text("utf-8") if whole else head() + TAIL, "utf-8")
    project.lock(wheel(project.wheels, "tiny", "1.0"), wheel(project.wheels, "tool", "1.0"))
    return project


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project after its first run."""
    project = make(tmp_path_factory.mktemp("template"))
    with index(project.wheels) as shelf:
        done = project.run("build", url=shelf.url)
    assert done.returncode == 0, done.stderr
    assert "Installing" in done.stdout
    assert f"tiny 1.0 in {project.root / '.venv'}" in done.stdout
    return project


@pytest.fixture
def installed(template: Project, tmp_path: Path) -> Project:
    """A copy of it."""
    shutil.copytree(template.root, tmp_path / "project", symlinks=True)
    shutil.copytree(template.wheels, tmp_path / "wheels")
    return Project(tmp_path / "project", tmp_path / "wheels")


def has(project: Project, module: str) -> bool:
    """Whether a module lies in the environment."""
    return bool(list((project.root / ".venv").rglob(f"site-packages/{module}.py")))


def sentence(done: subprocess.CompletedProcess[str]) -> str:
    """The one line a refusal says; exit code 1."""
    assert done.returncode == 1, done.stdout + done.stderr
    (line,) = done.stderr.strip().splitlines()
    return line


def test_a_second_run_installs_nothing(installed: Project) -> None:
    """Without any index the task starts at once."""
    done = installed.run("build")
    assert done.returncode == 0
    assert done.stdout == f"tiny 1.0 in {installed.root / '.venv'}\n"


def test_a_changed_lock_installs_anew(installed: Project) -> None:
    """The environment follows the lock, and keeps nothing of before."""
    (installed.root / ".venv/leftover").write_text("")
    installed.lock(wheel(installed.wheels, "tiny", "2.0"))
    with index(installed.wheels) as shelf:
        done = installed.run("build", url=shelf.url)
    assert "Installing" in done.stdout
    assert "tiny 2.0" in done.stdout
    assert not (installed.root / ".venv/leftover").exists()


def test_tests_need_more_than_building(installed: Project) -> None:
    """The packages for development come with the first task that needs them, beside the others."""
    assert not has(installed, "tool")
    with index(installed.wheels) as shelf:
        done = installed.run("test", url=shelf.url)
    assert done.returncode == 0, done.stderr
    assert has(installed, "tool")
    assert "Installing" not in installed.run("build").stdout


def test_only_the_name_of_a_task_asks_for_more(installed: Project) -> None:
    """A folder may be called ``test``."""
    assert installed.run("build", "--content", "test").returncode == 0


def test_a_second_task_on_the_line_gets_what_it_needs(installed: Project) -> None:
    """``build lint`` installs for development before ``lint`` begins."""
    with index(installed.wheels) as shelf:
        done = installed.run("build", "lint", url=shelf.url)
    assert done.returncode == 0, done.stderr
    assert has(installed, "tool")


def test_a_killed_install_is_repaired(installed: Project) -> None:
    """Nothing half made is taken for good."""
    with index(installed.wheels, open_gate=False) as shelf, installed.start("test", url=shelf.url) as process:
        shelf.asked.wait()
        os.killpg(process.pid, signal.SIGKILL)
    with index(installed.wheels) as shelf:
        done = installed.run("build", url=shelf.url)
    assert done.returncode == 0, done.stderr
    assert "Installing" in done.stdout
    assert "tiny 1.0" in done.stdout


def test_an_interrupted_install_says_so(installed: Project) -> None:
    """Ctrl+C gives a sentence, no traceback."""
    with index(installed.wheels, open_gate=False) as shelf, installed.start("test", url=shelf.url) as process:
        shelf.asked.wait()
        os.killpg(process.pid, signal.SIGINT)
        assert process.stdout
        said = process.stdout.read()
    assert process.returncode == 1
    assert "Installing was interrupted: run the command again" in said
    assert "Traceback" not in said


def test_two_at_once_wait_for_each_other(tmp_path: Path) -> None:
    """The second command finds what the first has installed."""
    project = make(tmp_path)
    with index(project.wheels, open_gate=False) as shelf, project.start("build", url=shelf.url) as first:
        shelf.asked.wait()
        with project.start("build", url=shelf.url) as second:
            assert second.stdout
            assert "waiting for it" in second.stdout.readline()
            shelf.gate.set()
            assert second.stdout.read() == f"tiny 1.0 in {project.root / '.venv'}\n"
        assert first.wait() == second.returncode == 0


def test_packages_are_not_taken_away_under_a_running_task(installed: Project) -> None:
    """Another lock, while something runs with the packages of before: a sentence, and they stay."""
    running = share(installed.root / ".venv.used")
    installed.lock(wheel(installed.wheels, "tiny", "2.0"))
    with index(installed.wheels) as shelf:
        said = sentence(installed.run("build", url=shelf.url))
        assert said.startswith("Other packages are needed now, and a task is still running")
        assert has(installed, "tiny")
        os.close(running)
        assert "tiny 2.0" in installed.run("build", url=shelf.url).stdout


def test_a_task_started_from_within_does_not_clear_what_it_runs_in(installed: Project) -> None:
    """``.venv/bin/python tasks.py`` after an upgrade."""
    installed.lock(wheel(installed.wheels, "tiny", "2.0"))
    command = [str(installed.root / ".venv/bin/python"), "tasks.py", "build"]
    with index(installed.wheels) as shelf:
        environment = installed.environment(shelf.url)
        done = subprocess.run(command, cwd=installed.root, env=environment, capture_output=True, text=True, check=False)
    assert "tiny 2.0" in done.stdout, done.stderr


def test_packages_elsewhere_do_not_count(installed: Project, tmp_path: Path) -> None:
    """What lies on PYTHONPATH is not taken for installed."""
    elsewhere = tmp_path / "elsewhere/tool-1.0.dist-info"
    elsewhere.mkdir(parents=True)
    (elsewhere / "METADATA").write_text("Metadata-Version: 2.1\nName: tool\nVersion: 1.0\n")
    with index(installed.wheels) as shelf:
        installed.run("test", url=shelf.url, PYTHONPATH=str(elsewhere.parent))
    assert has(installed, "tool")


def test_installed_packages_can_be_used_as_they_are(tmp_path: Path) -> None:
    """``DREIKLANG_ENVIRONMENT=current`` makes nothing."""
    project = make(tmp_path)
    (project.root / "tiny.py").write_text("VERSION = 'own'")
    done = project.run("test", DREIKLANG_ENVIRONMENT="current")
    assert "tiny own" in done.stdout
    assert not (project.root / ".venv").exists()


def test_an_old_python_is_told(tmp_path: Path) -> None:
    """The real tasks.py, under a Python that says it is 3.9."""
    said = sentence(make(tmp_path, whole=True).run("build", before="sys.version_info = (3, 9, 2, 'final', 0)"))
    assert said.startswith("Dreiklang needs Python 3.11 or newer, and this is 3.9: install a newer Python")


@pytest.mark.parametrize(
    "path", ["tasks.py", "tools/__init__.py", "tools/bootstrap.py", "tools/console.py", "tools/locking.py"]
)
def test_an_old_python_gets_as_far_as_that_sentence(path: str) -> None:
    """What is read before the check of the version has no newer syntax than Python 3.6."""
    ast.parse((ROOT / path).read_text("utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("module", ["ensurepip", "venv"])
def test_a_python_without_venv_is_told(tmp_path: Path, module: str) -> None:
    """As on Debian without python3-venv."""
    said = sentence(make(tmp_path, whole=True).run("build", before=f"sys.modules[{module!r}] = None"))
    assert "sudo apt install python3-venv" in said


def test_an_index_out_of_reach_is_told(installed: Project) -> None:
    """A closed port instead of the package index."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        said = sentence(installed.run("test", url=f"http://127.0.0.1:{closed.getsockname()[1]}/"))
    assert said.startswith("The package index could not be reached: check the network, or set PIP_INDEX_URL")


def test_a_package_that_is_not_there_is_told(installed: Project) -> None:
    """An index that lacks one."""
    shutil.rmtree(installed.wheels / "tool")
    with index(installed.wheels) as shelf:
        said = sentence(installed.run("test", url=shelf.url))
    assert said.startswith("The package index lacks a package for Python")
    assert "tool==1.0" in said


def test_a_package_with_another_hash_is_refused(installed: Project) -> None:
    """The index serves another file than the lock was made from."""
    path = installed.wheels / "tool/tool-1.0-py3-none-any.whl"
    path.write_bytes(path.read_bytes() + b"more")
    with index(installed.wheels) as shelf:
        said = sentence(installed.run("test", url=shelf.url))
    assert said.startswith("A package does not match its hash in requirements-dev.lock, so nothing was installed")
    assert not has(installed, "tool")


NO_PRIVILEGES = "import ctypes, struct; ctypes.CDLL(None).capset(struct.pack('Ii', 0x20080522, 0), bytes(24))"
"""Linux' capset(2): root without capabilities is bound by the modes of files like anybody else."""


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Somebody else's folder."""
    project = make(tmp_path, whole=True)
    project.root.chmod(0o555)
    said = sentence(project.run("build", before=NO_PRIVILEGES if os.geteuid() == 0 else "pass"))
    project.root.chmod(0o755)
    assert said.startswith(f"The environment could not be made in {project.root / '.venv'} (Permission denied)")
    assert "make that folder writable" in said

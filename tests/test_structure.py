"""The house stays in order: who may import whom, how long a file may be, that tests mirror modules."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PLUGINS = ROOT / "plugins"

PELICAN = {"pelican_plugin"}
LAYERS: tuple[tuple[str, set[str]], ...] = (
    ("newsroom", set()),
    ("cache", set()),
    ("markup", {"newsroom", "cache"}),
    ("translation", {"newsroom", "cache", "markup"}),
    ("pictures", {"newsroom", "cache"}),
    ("documents", {"newsroom", "cache"}),
    ("importing", {"newsroom", "markup", "pictures"}),
    ("pages", {"newsroom", "cache", "markup", "translation", "pictures"}),
    ("build", {"newsroom", "cache", "markup", "translation", "pictures", "documents", "pages"}),
    ("publish", {"newsroom", "cache", "markup", "translation", "pictures", "pages", "build"}),
    ("desk", {"newsroom", "cache", "markup", "translation", "pictures", "pages", "build", "publish", "importing"}),
    ("pelican_plugin", {"newsroom", "cache", "build", "publish"}),
    (
        "cli",
        {"newsroom", "cache", "markup", "translation", "pictures", "pages", "build", "publish", "importing", "desk"}
        | PELICAN,
    ),
)
"""The table of the architecture: a package, and what it may import; docs/architecture.md shows it."""
MAY_IMPORT = dict(LAYERS)

MODULES = sorted(PLUGINS.rglob("*.py"))


def imports_of(path: Path) -> set[str]:
    """Dotted names a module imports, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PLUGINS).as_posix())
def test_imports_run_one_way(path: Path) -> None:
    """Each package imports only what stands below it."""
    package = path.relative_to(PLUGINS).parts[0].removesuffix(".py")
    if package == "__init__":
        return
    names = imports_of(path)
    ours = {name.split(".")[1] for name in names if name.startswith("plugins.") and name.count(".")}
    assert ours - {package} <= MAY_IMPORT[package]


def test_one_module_imports_pelican() -> None:
    """Workers import stages, so these must not import Pelican."""
    knows = {
        p.relative_to(ROOT).as_posix() for p in MODULES if any(n.split(".")[0] == "pelican" for n in imports_of(p))
    }
    assert knows <= {"plugins/pelican_plugin.py"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PLUGINS).as_posix())
def test_modules_are_short_and_say_what_they_do(path: Path) -> None:
    """At most 400 lines; the first line says the one thing a module does."""
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 400
    assert ast.get_docstring(ast.parse(text))


def test_tasks_tools_and_tests_are_short_too() -> None:
    """At most 400 lines each."""
    files = [ROOT / "tasks.py", *(ROOT / "tools").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    assert {path.name for path in files if len(path.read_text("utf-8").splitlines()) > 400} == set()


def test_there_is_no_module_level_state() -> None:
    """No global statement: state has one owner per run."""
    guilty = [
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        if any(isinstance(node, ast.Global) for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    ]
    assert guilty == []


WHOLE_PACKAGE = {
    "cache/test_dask.py",
    "desk/test_bad_input.py",
    "newsroom/test_bad_content.py",
    "newsroom/test_invariance.py",
    "translation/test_po.py",
}
"""Tests of a package through its front door, against a corpus or by their properties."""


def test_unit_tests_mirror_modules() -> None:
    """tests/unit/a/test_b.py tests plugins/a/b.py, so that each finds the other; theme/ has no modules."""
    lost = []
    for path in sorted((ROOT / "tests/unit").rglob("test_*.py")):
        where = path.relative_to(ROOT / "tests/unit")
        module = PLUGINS / where.parent / (path.stem.removeprefix("test_") + ".py")
        if where.parts[0] != "theme" and where.as_posix() not in WHOLE_PACKAGE and not module.exists():
            lost.append(where.as_posix())
    assert lost == []


def test_the_lock_files_name_no_host_and_have_hashes() -> None:
    """Versions and hashes alone, so that any index may serve them."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        assert "--index" not in text
        packages = [line for line in text.splitlines() if "==" in line]
        assert packages
        assert all(line.rstrip().endswith("\\") for line in packages)

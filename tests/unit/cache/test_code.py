"""Digests of files, source code and versions."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.cache.code import code_digest, digest_file, source_digest
from plugins.cache.digest import digest_bytes


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package ``pkg_of_test`` that can be imported."""
    folder = tmp_path / "pkg_of_test"
    (folder / "inner").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "inner" / "__init__.py").write_text("x = 1\n")
    (folder / "page.html").write_text("<p>")
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    for name in [name for name in sys.modules if name.startswith("pkg_of_test")]:
        del sys.modules[name]


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1])
def test_the_digest_of_a_file_is_that_of_its_bytes(tmp_path: Path, size: int) -> None:
    """Also where the file is read in several pieces."""
    data = b"x" * size
    (tmp_path / "f").write_bytes(data)
    assert digest_file(tmp_path / "f") == digest_bytes(data)


@pytest.mark.parametrize("name", ["inner/__init__.py", "page.html", "new.py"])
def test_every_file_of_a_package_counts(package: Path, name: str) -> None:
    """Code in folders below, data, and files that are added."""
    before = code_digest(["pkg_of_test"])
    (package / name).write_text("changed")
    assert code_digest(["pkg_of_test"]) != before


def test_what_python_compiles_does_not_count(package: Path) -> None:
    """A first import writes ``__pycache__``; nothing has changed by that."""
    before = code_digest(["pkg_of_test"])
    (package / "__pycache__").mkdir(exist_ok=True)
    (package / "__pycache__" / "x.cpython-311.pyc").write_bytes(b"1")
    assert code_digest(["pkg_of_test"]) == before


def test_a_single_module_counts_alone(package: Path) -> None:
    """Its neighbours may change."""
    (package / "one.py").write_text("1")
    before = code_digest(["pkg_of_test.one"])
    (package / "page.html").write_text("changed")
    assert code_digest(["pkg_of_test.one"]) == before
    (package / "one.py").write_text("2")
    assert code_digest(["pkg_of_test.one"]) != before


def test_versions_count() -> None:
    """A distribution that is not installed differs from one that is, and from none at all."""
    found = {code_digest([], names) for names in ([], ["pytest"], ["no-such-distribution"])}
    assert len(found) == 3


def test_the_order_of_names_does_not_count() -> None:
    """A set of names may be given in any order."""
    one = code_digest(["plugins.cache", "plugins.newsroom"], ["pytest", "pelican"])
    assert one == code_digest(["plugins.newsroom", "plugins.cache", "plugins.cache"], ["pelican", "pytest"])


def test_an_unknown_module_is_an_error() -> None:
    """A misspelt name would otherwise never change."""
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        code_digest(["no_such_module"])


def test_sources_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edited module has another digest; the Python that runs does not count."""
    (tmp_path / "lone_module.py").write_text("A = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    before = source_digest(["lone_module"])
    assert source_digest(["lone_module"]) == before
    (tmp_path / "lone_module.py").write_text("A = 2\n")
    assert source_digest(["lone_module"]) != before

"""Compiled templates are kept, and only those that this person's program wrote are run."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from jinja2.bccache import bc_magic

from plugins.cache.errors import NotWritable
from plugins.pages.template_cache import SignedTemplateCache, key_file, remove_others


def rendered(tmp_path: Path, key: str = "key", engine: str = "e" * 40) -> str:
    """A template, rendered with that key."""
    kept = SignedTemplateCache(tmp_path / "code", engine, tmp_path / key)
    return (
        Environment(loader=DictLoader({"a": "good"}), bytecode_cache=kept, autoescape=True).get_template("a").render()
    )


def only_file(tmp_path: Path) -> Path:
    """The compiled template."""
    (file,) = (tmp_path / "code").iterdir()
    return file


def evil(data: bytes) -> bytes:
    """The same file with a program of somebody else's, its signature kept."""
    code = compile("name='a'; blocks={}; debug_info=''\ndef root(context, *a, **k):\n yield 'evil'\n", "a", "exec")
    head = data[32:]
    checksum = head[: len(head) - len(head[len(bc_magic) :])] + head[len(bc_magic) :]
    end = checksum.index(b".", len(bc_magic)) + 1
    return data[:32] + checksum[:end] + marshal.dumps(code)


def test_what_was_compiled_is_read_again(tmp_path: Path) -> None:
    """Byte for byte the same file, and the key is for its owner alone."""
    rendered(tmp_path)
    before = only_file(tmp_path).stat().st_mtime_ns
    assert rendered(tmp_path) == "good"
    assert only_file(tmp_path).stat().st_mtime_ns == before
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0


def test_code_of_somebody_else_is_not_run(tmp_path: Path) -> None:
    """It is compiled anew."""
    rendered(tmp_path)
    file = only_file(tmp_path)
    file.write_bytes(evil(file.read_bytes()))
    assert rendered(tmp_path) == "good"


def test_code_signed_with_another_key_is_not_run(tmp_path: Path) -> None:
    """A cache that came from another machine: its files are written anew."""
    rendered(tmp_path, "theirs")
    before = only_file(tmp_path).read_bytes()
    assert rendered(tmp_path, "ours") == "good"
    assert only_file(tmp_path).read_bytes()[:32] != before[:32]


@pytest.mark.parametrize("key", [b"", b"short", b"x" * 33])
def test_a_key_that_is_none_keeps_nothing(tmp_path: Path, key: bytes) -> None:
    """One that another program is about to write, say."""
    (tmp_path / "key").write_bytes(key)
    assert rendered(tmp_path) == "good"
    assert list((tmp_path / "code").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    """As for every file of the cache."""
    (tmp_path / "code").write_text("a file")
    with pytest.raises(NotWritable, match="could not be written"):
        rendered(tmp_path)


def test_the_key_lies_in_the_persons_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system wants it, or where DREIKLANG_STATE says."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DREIKLANG_STATE", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert key_file() == tmp_path / "dreiklang" / "templates.key"
    monkeypatch.setenv("DREIKLANG_STATE", str(tmp_path / "own"))
    assert key_file() == tmp_path / "own" / "templates.key"
    monkeypatch.delenv("DREIKLANG_STATE")
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert key_file() == tmp_path / "local" / "dreiklang" / "templates.key"


def test_what_was_compiled_for_another_program_goes(tmp_path: Path) -> None:
    """And what this one compiled stays."""
    rendered(tmp_path, engine="f" * 40)
    rendered(tmp_path)
    assert len(list((tmp_path / "code").iterdir())) == 2
    remove_others(tmp_path / "code", "e" * 40)
    assert only_file(tmp_path).name.startswith("e" * 16)


def test_an_edited_text_takes_the_place_of_its_own(tmp_path: Path) -> None:
    """One file a template, whatever became of it."""
    for words in ("one", "two"):
        kept = SignedTemplateCache(tmp_path / "code", "e" * 40, tmp_path / "key")
        templates = Environment(loader=DictLoader({"a": words}), bytecode_cache=kept, autoescape=True)
        assert templates.get_template("a").render() == words
        only_file(tmp_path)

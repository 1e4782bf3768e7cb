"""From saving to serving: how servers are called, what is asked of them, and how figures are shown."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from benchmarks import preview
from benchmarks.corpus import all_facts
from benchmarks.edits import Subject
from benchmarks.measure import BuildError
from benchmarks.tool import Tool


def tool(root: Path, name: str = "dreiklang") -> Tool:
    """A tool whose site stands in a folder."""
    words = {
        "dreiklang": ("python", "tasks.py", "build", "--content", "C", "--translations", "T", "--cache", "K"),
        "hugo": ("hugo", "build", "--quiet"),
    }
    return Tool(name, "", root, words[name], root / "out", "", "", "", "", "", "", (root / "cache",))


def test_each_is_called_as_its_users_do(tmp_path: Path) -> None:
    """With its own folders, and the port."""
    ours = preview.command_of(tool(tmp_path), 1234)
    assert ours == ("python", "tasks.py", "serve", "--port=1234", "--content=C", "--translations=T", "--cache=K")
    assert preview.command_of(tool(tmp_path, "hugo"), 1234)[:4] == ("hugo", "server", "--port", "1234")


def test_the_german_page_is_found(tmp_path: Path) -> None:
    """Wherever a tool puts it; where there is none, that is said."""
    subject = Subject(20)
    name = all_facts(20)[10].name
    for folder in ("de/2024", "nl/2024"):
        page = tmp_path / "out" / folder / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text("", "utf-8")
    assert preview.page_path(tool(tmp_path), subject) == f"/de/2024/{name}/"
    (tmp_path / "out/de/2024" / name / "index.html").unlink()
    with pytest.raises(BuildError, match="no page of"):
        preview.page_path(tool(tmp_path), subject)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server of one page."""
    (tmp_path / "index.html").write_text("<p>Gr&uuml;&szlig;e", "utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(tmp_path))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


def test_what_is_served_is_seen_and_what_is_not_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Characters as they are read; at last a sentence instead of waiting for ever."""
    assert preview.seconds_until(address, "Grüße") >= 0
    monkeypatch.setattr(preview, "PATIENCE", 0)
    with pytest.raises(BuildError, match="lacks “Nachtrag”"):
        preview.seconds_until(address, "Nachtrag")


def test_nobody_there(tmp_path: Path) -> None:
    """A server that does not answer yet is asked again."""
    assert preview.asked(f"http://127.0.0.1:{preview.free_port()}/{tmp_path.name}") == ""


def test_the_table_shows_medians_and_ratios() -> None:
    """Milliseconds, and ours beside Hugo's."""
    figures = {
        "dreiklang": {"body": [0.1, 0.2, 0.9], "title": [0.3], "person": [0.4]},
        "hugo": {"body": [0.4], "title": [0.3], "person": [0.8]},
    }
    lines = preview.table(figures).splitlines()
    assert lines[2] == "| dreiklang, ms | 200 | 300 | 400 |"
    assert lines[-1] == "| dreiklang ÷ hugo | 0.50 | 1.00 | 0.50 |"

"""A small project with the real bootstrap, two packages made on the spot, and an index of them."""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = getattr(sys, "_base_executable", sys.executable)
TAIL = """
import sys
import tiny
from tools.bootstrap import ensure_development
if "lint" in sys.argv[2:]:
    ensure_development()
print("tiny", tiny.VERSION, "in", sys.prefix)
"""


def wheel(folder: Path, name: str, version: str) -> str:
    """Writes a wheel of one module; the line of a lock file that names it."""
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": f'VERSION = "{version}"\n',
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{path},sha256={_mark(text)},{len(text)}" for path, text in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*record, f"{info}/RECORD,,"]) + "\n"
    (folder / name).mkdir(parents=True, exist_ok=True)
    path = folder / name / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for inner, text in files.items():
            archive.writestr(zipfile.ZipInfo(inner), text)
    return f"{name}=={version} \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def _mark(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


class Shelf(SimpleHTTPRequestHandler):
    """Serves the folder of wheels; a wheel is handed out once the gate is open."""

    gate: threading.Event
    asked: threading.Event

    def do_GET(self) -> None:
        """Folders at once, wheels behind the gate."""
        if self.path.endswith(".whl"):
            self.asked.set()
            self.gate.wait()
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@dataclass(frozen=True)
class Index:
    """A package index on loopback."""

    url: str
    gate: threading.Event
    asked: threading.Event
    """Set when the first wheel is asked for."""


@contextmanager
def index(folder: Path, *, open_gate: bool = True) -> Iterator[Index]:
    """Serves ``folder`` until the end of the block."""
    gate, asked = threading.Event(), threading.Event()
    if open_gate:
        gate.set()
    shelf = type("ThisShelf", (Shelf,), {"gate": gate, "asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(shelf, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Index(f"http://127.0.0.1:{server.server_port}/", gate, asked)
        gate.set()
        server.shutdown()


@dataclass(frozen=True)
class Project:
    """A folder with ``tasks.py``, ``tools/`` and lock files."""

    root: Path
    wheels: Path

    def lock(self, use: str, develop: str = "") -> None:
        """Writes both lock files."""
        (self.root / "requirements.lock").write_text(use)
        (self.root / "requirements-dev.lock").write_text(use + develop)

    def environment(self, url: str = "", **more: str) -> dict[str, str]:
        """Nothing of the machine's pip or Python; the index at ``url``, or none."""
        kept = {
            k: v for k, v in os.environ.items() if not k.upper().startswith(("PIP_", "PYTHON", "DREIKLANG", "VIRTUAL"))
        }
        kept = {k: v for k, v in kept.items() if not k.upper().endswith("_PROXY")}
        own = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1", "PIP_RETRIES": "1", "PYTHONUTF8": "1"}
        return {**kept, **own, **({"PIP_INDEX_URL": url} if url else {"PIP_NO_INDEX": "1"}), **more}

    def run(self, *words: str, url: str = "", before: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        """Runs ``tasks.py`` with the words; ``before`` is Python that changes the machine first."""
        command = [PYTHON, "tasks.py", *words]
        if before:
            run = f"import runpy, sys; sys.argv = {['tasks.py', *words]!r}; sys.path.insert(0, ''); {before}"
            command = [PYTHON, "-c", f"{run}; runpy.run_path('tasks.py', run_name='__main__')"]
        return subprocess.run(
            command,
            cwd=self.root,
            env=self.environment(url, **more),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def start(self, *words: str, url: str = "") -> subprocess.Popen[str]:
        """Starts ``tasks.py`` in a process group of its own."""
        return subprocess.Popen(
            [PYTHON, "tasks.py", *words],
            cwd=self.root,
            env=self.environment(url),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,
        )


def head() -> str:
    """What the real ``tasks.py`` does before it imports anything that must be installed."""
    text, mark, _ = (ROOT / "tasks.py").read_text("utf-8").partition("    ensure(sys.argv[1:])\n")
    assert mark
    return text + mark

"""What happens to the machine a newsroom is built on: meddling with outputs, lost and damaged memory, new versions."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from pathlib import Path


class Accidents:
    """Things that befall ``folder``."""

    folder: Path
    code: int
    foreign: dict[str, bytes]
    """Files in the output that are not ours: path -> bytes."""

    def damage_output(self, seed: int, how: str) -> None:
        """Somebody meddles with a file of ours in the output."""
        output = self.folder / "output"
        ours = (p for p in output.rglob("*") if p.is_file() and not p.is_symlink())
        files = sorted(p for p in ours if p.relative_to(output).as_posix() not in self.foreign)
        if not files:
            return
        path = random.Random(seed).choice(files)
        if how == "folder gone":
            shutil.rmtree(path.parent)
            self.foreign = {name: data for name, data in self.foreign.items() if (output / name).exists()}
            return
        data, status = path.read_bytes(), path.stat()
        if how == "touch":
            path.touch()
        elif how == "disguised":
            with path.open("r+b") as file:
                file.write(bytes(255 - byte for byte in data))
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        else:
            path.unlink()
        if how == "folder":
            path.mkdir()
        elif how == "link":
            path.symlink_to(self.folder / "content/site.yaml")
        elif how == "edit":
            path.write_bytes(data + b"meddled")
        elif how == "same size":
            path.write_bytes(b"x" * len(data))
        elif how == "copied":
            path.write_bytes(data)

    def add_foreign(self, path: str, word: str) -> None:
        """Somebody puts a file of their own into the output, also below a folder of ours."""
        target = self.folder / "output" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(word, "utf-8")
        self.foreign[path] = word.encode()

    def lose_output(self) -> None:
        """The whole output is gone."""
        shutil.rmtree(self.folder / "output", ignore_errors=True)
        self.foreign = {}

    def lose_cache(self, how: str) -> None:
        """What is remembered is gone, spoilt, or of another version of the program."""
        for path in sorted(p for p in (self.folder / "cache").rglob("*") if p.is_file()):
            is_store = path.name.startswith("dreiklang.sqlite") and path.suffix != ".ours"
            gone = {
                "remove": True,
                "store alone": is_store,
                "all but the store": not is_store,
                "ledger": path.suffix == ".ours",
                "standing": path.suffix == ".standing",
            }
            if gone.get(how):
                path.unlink()
            elif how in ("garble", "cut") and path.suffix != ".lock":
                data = path.read_bytes()
                path.write_bytes(b"nonsense" * 99 if how == "garble" else data[: len(data) // 2])
            elif how in ("older", "newer") and path.suffix == ".sqlite":
                _set_version(path, 0 if how == "older" else 99)

    def edit_code(self, number: int) -> None:
        """A module of the program is another."""
        self.code = number
        folder = self.folder / "code"
        folder.mkdir(exist_ok=True)
        (folder / "dreiklang_world.py").write_text(f"# {number}\n")


def _set_version(path: Path, version: int) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.execute(f"PRAGMA user_version = {version}")
    except sqlite3.DatabaseError:
        return
    finally:
        connection.close()

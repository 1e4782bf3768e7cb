"""Keeps compiled templates between builds, signed: what is in the folder is run, so it must be ours.

The key lies in the person's own folder of the system, never beside what it signs: a cache that was restored,
shared or tampered with is compiled anew.
"""

from __future__ import annotations

import hmac
import os
import secrets
import sys
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from plugins.cache.faults import faults_at
from plugins.cache.retry import retry

_KEY_SIZE = 32
_SIGNATURE_SIZE = 32


class SignedTemplateCache(BytecodeCache):
    """Compiled templates in a folder, each behind a signature over its name, its program and its code."""

    def __init__(self, folder: Path, engine: str, key_file: Path) -> None:
        """``engine``: digest of the program they are compiled for. Raises ``NotWritable``, ``NoSpace``."""
        with faults_at(folder):
            folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._engine, self._key_file = folder, engine, key_file

    def load_bytecode(self, bucket: Bucket) -> None:
        """The code, if it was written here; else the template is compiled."""
        if not self._key:
            return
        try:
            data = self._file(bucket).read_bytes()
        except OSError:
            return
        signature, code = data[:_SIGNATURE_SIZE], data[_SIGNATURE_SIZE:]
        if hmac.compare_digest(signature, self._signature(bucket, code)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code, whole or not at all. Raises ``NotWritable``, ``NoSpace``."""
        if not self._key:
            return
        file, code = self._file(bucket), bucket.bytecode_to_string()
        part = file.with_name(f"{file.name}.{os.getpid()}.part")
        with faults_at(file):
            try:
                part.write_bytes(self._signature(bucket, code) + code)
                retry(part.replace, file)
            finally:
                part.unlink(missing_ok=True)

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{self._engine[:16]}-{bucket.key}"

    def _signature(self, bucket: Bucket, code: bytes) -> bytes:
        head = f"{self._engine}\0{bucket.key}\0{sys.version}\0".encode()
        return hmac.digest(self._key, head + code, "sha256")

    @cached_property
    def _key(self) -> bytes:
        """The key, made when first needed; empty where there is no place for one: then nothing is kept."""
        try:
            self._key_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(self._key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return self._known_key()
        except OSError:
            return b""
        key = secrets.token_bytes(_KEY_SIZE)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(key)
        except OSError:
            return b""
        return key

    def _known_key(self) -> bytes:
        """The key that another program wrote; empty while that is still at it."""
        try:
            key = self._key_file.read_bytes()
        except OSError:
            return b""
        return key if len(key) == _KEY_SIZE else b""


def key_file() -> Path:
    """Where this person's key lies: DREIKLANG_STATE, or the system's folder for such things.

    Sources: XDG Base Directory Specification (XDG_STATE_HOME), Apple's File System Programming Guide,
    Microsoft's KNOWNFOLDERID (LocalAppData).
    """
    own = os.environ.get("DREIKLANG_STATE", "")
    if own:
        return Path(own) / "templates.key"
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return base / "dreiklang" / "templates.key"


def remove_others(folder: Path, engine: str) -> None:
    """Removes templates that were compiled for another program; a text that was edited replaces its own."""
    for file in folder.glob("*"):
        if not file.name.startswith(f"{engine[:16]}-"):
            with suppress(OSError):
                file.unlink()

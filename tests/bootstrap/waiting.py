"""Work that never ends, for a test that interrupts it."""

from __future__ import annotations

import os
import threading
from pathlib import Path


def wait_for_ever(pipe: str) -> None:
    """Says that this worker is at work, and keeps the pipe open until it ends."""
    with Path(pipe).open("w") as file:
        file.write(f"{os.getpid()}\n")
        file.flush()
        threading.Event().wait()

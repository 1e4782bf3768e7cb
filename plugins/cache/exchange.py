"""Lets two paths change names in one system call, where the system can."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from functools import cache
from typing import Any

_HERE = -100
"""AT_FDCWD of Linux's fcntl.h."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux's renameat2(2)."""


@cache
def _renameat2() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    return getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)


def exchange(one: str | os.PathLike[str], other: str | os.PathLike[str]) -> bool:
    """Lets what stands at two paths change places at once; false where the system cannot. Raises ``OSError``."""
    rename = _renameat2()
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP):
        return False
    raise OSError(number, os.strerror(number), str(other))

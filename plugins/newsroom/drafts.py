"""Whether a report.yaml that cannot be read as YAML says that its report is a draft."""

from __future__ import annotations

import re
from pathlib import Path

from plugins.newsroom.source import YAML_LIMIT

_STATUS = re.compile(rb"^[\"']?status[\"']?[ \t]*:[ \t]*[\"']?([a-z]*)", re.MULTILINE | re.IGNORECASE)


def says_draft(path: Path) -> bool:
    """Whether each line about the status says ``draft``; no line, or two that differ, say nothing.

    A draft in which nothing can be read must not keep other reports from being published.
    """
    try:
        if not path.is_file():  # a pipe would keep its reader waiting
            return False
        with path.open("rb") as file:
            data = file.read(YAML_LIMIT)
    except OSError:
        return False
    text = (
        data.translate(None, b"\0\xff\xfe").removeprefix(b"\xef\xbb\xbf").replace(b"\r", b"\n")
    )  # as Windows saves it, too
    return {found.lower() for found in _STATUS.findall(text)} == {b"draft"}

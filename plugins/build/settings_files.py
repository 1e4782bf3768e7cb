"""Which files Pelican's settings come from, where nothing but those files decides on them."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

_HARMLESS = frozenset({"pathlib", "plugins.pelican_plugin", "typing", "__future__"})
"""Modules whose import makes settings depend on nothing outside the file. (``os`` would: the environment.)"""
_OURS = ["plugins.pelican_plugin"]


def sources_of(conf: Path, settings: dict[str, Any]) -> tuple[Path, ...]:
    """The settings file, if a build need not read it again while it stands as it is; otherwise nothing.

    It may import nothing that looks elsewhere, and switch on no other plugin: those must hear of every run.
    """
    if settings.get("PLUGINS") != _OURS or settings["PELICAN_CLASS"].__module__ != _OURS[0]:
        return ()
    return (conf,) if _imports(conf) <= _HARMLESS else ()


def _imports(conf: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(conf.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
        elif isinstance(node, ast.Name) and node.id == "__import__":
            found.add(node.id)
    return found

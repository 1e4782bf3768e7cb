"""The template engine: Jinja with our compiler where that was proved, plain Jinja with any other version."""

from __future__ import annotations

import jinja2
from jinja2 import Environment

PROVED = ("3", "1")
"""The versions of Jinja for which equality with the plain library is tested: our compiler uses private doors."""


def is_proved() -> bool:
    """Whether the library that is installed is one of those."""
    return tuple(getattr(jinja2, "__version__", "").split(".")[:2]) == PROVED


def environment_class() -> type[Environment]:
    """The environment in which templates are compiled; with another Jinja the same pages take longer."""
    if not is_proved():
        return Environment
    from plugins.pages.template_code import DirectEnvironment

    return DirectEnvironment

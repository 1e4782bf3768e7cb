"""``new``: the folder of a new report."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from plugins.build.config import read_clock
from plugins.build.problem_paths import near
from plugins.newsroom.command import command
from plugins.newsroom.new import new_report
from plugins.newsroom.output import format_text
from plugins.newsroom.problem import ContentError
from plugins.newsroom.site import load_site


def new(content: str, ident: str, lang: str, date: str, title: str) -> int:
    """Writes the folder and says where it is; 2 where the id, language or date cannot be used.

    Without ``lang`` the site's first language, without ``date`` today.
    """
    folder = Path(content).resolve()
    try:
        day = dt.date.fromisoformat(date) if date else read_clock().date()
    except ValueError:
        print(f"“{date}” is no date: write it as 2024-05-02.", file=sys.stderr)
        return 2
    try:
        first = next(iter(load_site(folder).stand_in.languages), "")
        made = new_report(folder, ident, lang or first, day, title or ident)
    except ContentError as error:
        print(format_text(near(error.problems)), file=sys.stderr)
        return 2
    print(f"{made} is ready: fill it in, then run `{command('serve')}`.")
    return 0

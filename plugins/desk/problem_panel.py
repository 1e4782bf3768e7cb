"""Problems in a page of the preview: told apart, each with file, line, the words concerned, and its explanation."""

from __future__ import annotations

import html
from collections.abc import Iterable

from plugins.newsroom.output import excerpt
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.sentences import Sentences, sentences

EXPLANATIONS = "/__preview/problems"
"""Where docs/problems.md can be read while the preview runs."""
CSS = b"""#preview-problems{all:revert;position:relative;z-index:9;margin:0;color:#fff;
font:1rem/1.5 system-ui,sans-serif}
#preview-problems details{padding:.5rem 1.5rem;background:#7a0010}
#preview-problems .warning{background:#6b4a00}#preview-problems .notice{background:#23405c}
#preview-problems summary{font-weight:700;cursor:pointer}#preview-problems p{margin:.25rem 0}
#preview-problems li{margin:.75rem 0}#preview-problems code{font-size:.95rem;color:#ffe2a8}
#preview-problems pre{margin:.25rem 0;white-space:pre-wrap;overflow-wrap:anywhere;background:none;color:inherit}
#preview-problems mark{background:#ffe2a8;color:#000}#preview-problems a{color:#fff}
"""
MOST = 100
"""Problems of one weight that a page lists."""
_LAST_GOOD = "This is the last good page: the errors keep a new one from being made."


def panel(problems: Iterable[Problem], *, is_stopped: bool = False, lang: str = "en") -> str:
    """A section for the top of a page, empty without problems; ``is_stopped``: the page is that of the last good build.

    Errors are open, warnings and notices are counted and can be opened.
    """
    said, ordered = sentences(lang), sorted(problems)
    groups = ((level, [p for p in ordered if p.level is level]) for level in Level)
    parts = "".join(_group(level, some, said) for level, some in groups if some)
    if not parts:
        return ""
    head = f"<summary>{said.say('Not built')}</summary><p><strong>{said.say(_LAST_GOOD)}</strong></p>"
    role = ' role="alert"' if is_stopped else ' role="region"'
    first = f'<details class="error" open>{head}</details>' if is_stopped else ""
    label = said.say("Problems")
    return f'<section id="preview-problems"{role} aria-label="{label}" lang="{said.lang}">{first}{parts}</section>'


def _group(level: Level, problems: list[Problem], said: Sentences) -> str:
    count = said.count(len(problems), level.value)
    items = "".join(f"<li>{_one(said.problem(problem), said)}</li>" for problem in problems[:MOST])
    if len(problems) > MOST:
        items += f"<li>{html.escape(said.say(f'{len(problems) - MOST} more: `check` lists them all.'))}</li>"
    is_open = " open" if level is Level.ERROR else ""
    return f'<details class="{level.value}"{is_open}><summary>{count}</summary><ul>{items}</ul></details>'


def _one(problem: Problem, said: Sentences) -> str:
    place = f":{problem.line}" if problem.line else ""
    fix = "<br>".join(html.escape(line) for line in problem.fix.split("\n"))
    return (
        f"<code>{html.escape(problem.file)}{place}</code> {html.escape(problem.found)} "
        f'<a href="{EXPLANATIONS}#{html.escape(problem.code)}">{html.escape(problem.code)}</a>{_excerpt(problem)}'
        f"<p>{said.say('expected').capitalize()}: {html.escape(problem.expected)}</p>"
        f"<p>{said.say('fix').capitalize()}: {fix}</p>"
    )


def _excerpt(problem: Problem) -> str:
    words, place = excerpt(problem)
    if not words:
        return ""
    before, at, after = words[:place], words[place : place + 1], words[place + 1 :]
    marked = f"<mark>{html.escape(at)}</mark>" if at and problem.column else html.escape(at)
    return f"<pre>{html.escape(before)}{marked}{html.escape(after)}</pre>"

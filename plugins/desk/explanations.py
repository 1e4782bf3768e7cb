"""docs/problems.md as a page, in the desk's language as far as that goes: what is wrong now, and what comes of it.

The long explanation of each code is written in English alone, and says so (docs/decisions).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from pathlib import Path

from plugins.desk.wording import Wording
from plugins.markup.convert import convert
from plugins.newsroom.consequences import CONSEQUENCES
from plugins.newsroom.problem import Problem

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "problems.md"
_SECTION = re.compile(r"^### `([a-z0-9-]+)`\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^### `([a-z0-9-]+)`$", re.MULTILINE)
_PUBLISHING = re.compile(r"^\*\*Publishing:\*\*.*\n\n?", re.MULTILINE)
_MOST = 20
"""Problems of one code that are listed."""
_STYLE = (
    "body{max-width:50rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color-scheme:light dark}"
    "section{padding:.25rem .75rem;border-inline-start:4px solid transparent}"
    ":target{border-color:#b5432a;background:color-mix(in srgb,#dca233 18%,Canvas)}"
    "pre{overflow:auto;padding:.5rem;background:color-mix(in srgb,currentColor 8%,Canvas)}summary{cursor:pointer}"
)


def explanations(words: Wording, problems: Iterable[Problem] = ()) -> bytes:
    """The page, with the id of each code; ``problems``: those that the newsroom has now."""
    text, every = _PAGE.read_text("utf-8"), list(problems)
    title = html.escape(words.t("Problems, and how to fix them"))
    if words.lang == "en":
        body = convert(_HEADING.sub(r"### \1", text)).html
    else:
        sections = (_section(code, said, every, words) for code, said in _SECTION.findall(text))
        lead = html.escape(words.t("What is wrong now, how to fix it and what comes of it; more about it in English."))
        body = f"<h1>{title}</h1><p>{lead}</p>{''.join(sections)}"
    return (
        f'<!doctype html><html lang="{words.lang}"><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style><main>{body}</main></html>'
    ).encode()


def _section(code: str, said: str, every: list[Problem], words: Wording) -> str:
    english = convert(_PUBLISHING.sub("", said)).html
    more = html.escape(words.t("More about it (in English)"))
    return (
        f'<section id="{code}"><h2><code>{code}</code></h2>{_now(code, every, words)}{_consequence(code, words)}'
        f"<details{'' if any(p.code == code for p in every) else ' open'}><summary>{more}</summary>"
        f'<div lang="en">{english}</div></details></section>'
    )


def _consequence(code: str, words: Wording) -> str:
    found = next((one for one in CONSEQUENCES if code in one.codes), None)
    if found is None:
        return ""
    state = words.t("Publishing stops.") if found.stops else words.t("Publishing goes on.")
    return f"<p><strong>{html.escape(state)}</strong> {html.escape(words.c('consequence', found.why))}</p>"


def _now(code: str, every: list[Problem], words: Wording) -> str:
    here = [words.problem(problem) for problem in every if problem.code == code]
    lines = "".join(_one(problem, words.say("expected")) for problem in here[:_MOST])
    return f"<ul>{lines}</ul>" if here else ""


def _one(problem: Problem, expected_word: str) -> str:
    place = f":{problem.line}" if problem.line else ""
    fix = "<br>".join(html.escape(line) for line in problem.fix.split("\n"))
    where = f"<code>{html.escape(problem.file)}{place}</code>"
    expected = f"{html.escape(expected_word)}: {html.escape(problem.expected)}"
    return f"<li>{where} {html.escape(problem.found)}; {expected}. <strong>{fix}</strong></li>"

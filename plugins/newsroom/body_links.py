"""The links inside a Markdown text that lead to something of the newsroom's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_LIST = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)")
# Left to right, so that \` opens no code span and a backslash inside a span is itself. The bound keeps
# a text full of lone backticks linear.
_NO_LINK = re.compile(
    r"\\[!-/:-@\[-`{-~]"
    r"|(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S]){1,2000}?(?<!`)\1(?!`)"
    r"|<!--[\s\S]*?-->"
)
_SCHEME = r"(?P<kind>report|page|photo):(?P<target>[^\s<>()\"']*(?: +[^\s<>()\"']+)*)"
_INLINE = re.compile(r"\]\(\s*<?" + _SCHEME)
_OTHERS = (
    ("]:", re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*<?" + _SCHEME, re.MULTILINE)),
    ("<", re.compile(r"<" + _SCHEME + ">")),
    ("=", re.compile(r"(?:href|src)\s*=\s*[\"']?" + _SCHEME)),
)


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A link to something of ours: its kind (``report``, ``page``, ``photo``), what it names, and where."""

    kind: str
    target: str
    line: int
    """From 1, within the text."""
    column: int

    def below(self, lines: int) -> BodyLink:
        """The same link in a text that stands below so many lines."""
        return BodyLink(self.kind, self.target, self.line + lines, self.column)


def body_links(markdown: str) -> tuple[BodyLink, ...]:
    """The links in the order of the text; those in code, in comments and behind a backslash are none."""
    if not any(word in markdown for word in ("report:", "page:", "photo:")):
        return ()
    bare = "\n".join(_outside_blocks(markdown))
    if any(sign in bare for sign in ("`", "\\", "<!--")):
        bare = _NO_LINK.sub(_blank, bare)
    found = {m.start("kind"): m for m in _INLINE.finditer(bare) if _is_opened(bare, m.start())}
    for sign, pattern in _OTHERS:
        if sign in bare:
            found |= {match.start("kind"): match for match in pattern.finditer(bare)}
    return tuple(_link(bare, found[start]) for start in sorted(found))


def _link(text: str, match: re.Match[str]) -> BodyLink:
    start = match.start("kind")
    line = text.count("\n", 0, start) + 1
    target = match["target"]
    target = unquote(target) if match["kind"] == "photo" else target.split(" ", 1)[0].split("#", 1)[0]
    return BodyLink(match["kind"], target, line, start - text.rfind("\n", 0, start))


def _blank(match: re.Match[str]) -> str:
    return "".join("\n" if sign == "\n" else " " for sign in match[0])


def _is_opened(text: str, closing: int) -> bool:
    """Whether a bracket in the same paragraph opens what closes here."""
    depth = 0
    for index in range(closing - 1, max(text.rfind("\n\n", 0, closing), -1), -1):
        if text[index] == "]":
            depth += 1
        elif text[index] == "[":
            if depth == 0:
                return True
            depth -= 1
    return False


def _outside_blocks(markdown: str) -> Iterator[str]:
    """The lines of the text; those of code blocks, fenced or indented, are empty."""
    if not any(sign in markdown for sign in ("```", "~~~", "\n    ", "\n\t")) and markdown[:1] not in " \t":
        yield markdown
        return
    fence, in_list, after_blank = "", False, True
    for line in markdown.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            closes = mark is not None and mark[1].startswith(fence) and not mark[2].strip()
            fence = "" if closes else fence
            yield ""
            continue
        if mark is not None and not (mark[1][0] == "`" and "`" in mark[2]):
            fence = mark[1]
            yield ""
            continue
        indented = line.startswith(("    ", "\t"))
        if indented and after_blank and not in_list:
            yield ""
            continue
        after_blank = not line.strip()
        if not indented and not after_blank:
            in_list = _LIST.match(line) is not None or (in_list and line.startswith(" "))
        yield line

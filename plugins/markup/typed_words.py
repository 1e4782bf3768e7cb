"""The words of a text as somebody typed it: without the marks of Markdown, on the lines on which they stand."""

from __future__ import annotations

import re
from html import unescape

from plugins.markup.code_passages import code_passages
from plugins.markup.dialect.html import NAMES
from plugins.markup.dialect.references import is_definition, used_labels
from plugins.markup.page_words import INLINE

_STARS = re.compile(r"\*\*+")
_TYPED_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*|/)?>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ADDRESS = (
    r"(?:<[^<>\n]*>|(?:photo|mailto):[^()\n\"]*"
    r"|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*(?:(?<=[/\w])[ \t]+[^\s()<>\"']+)*)"
)
_TARGET = re.compile(rf"\](?:\(\s*{_ADDRESS}| \((?=https?:|www\.|mailto:){_ADDRESS}|\[[^\]\[]*\])")
_DEFINITION = re.compile(r"^([ \t>]*)\[([^\]\[\n^][^\]\[\n]*)\]:[ \t]*([^\n]*)$", re.MULTILINE)
_NOTE = re.compile(r"\[\^[^\]\s]+\]|^[ \t]*\*\[[^\]\n]+\]", re.MULTILINE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][\da-fA-F]+|\w+);")
_QUOTE = re.compile(r"^[ \t]*>+(?:[ \t]*>)*", re.MULTILINE)

_SMALL_O = re.compile(r"^([ \t>]*)o[ \u00a0]*[\t\u00a0]", re.MULTILINE)
"""The second bullet of Word, a letter."""
_HIDDEN = re.compile(r"\0(\d+)\0")
"""Stands for a passage of code while the rest is looked at; no text holds the sign."""


def bare(typed: str) -> str:
    """The text without marks. What stands in code is taken as it is, but for the name of its language."""
    if "`" not in typed and "~~~" not in typed:
        return _prose(typed)
    numbers: dict[str, int] = {}
    out: list[str] = []
    at = 0
    for before, start, end in code_passages(typed):
        number = numbers.setdefault(typed[start:end], len(numbers))
        out += (typed[at:before], f"\0{number}\0")
        at = end
    codes = tuple(numbers)
    return _HIDDEN.sub(
        lambda m: codes[int(m[1])] if int(m[1]) < len(codes) else "", _prose("".join([*out, typed[at:]]))
    )


def _prose(text: str) -> str:
    if "<" in text:
        text = _without_comments(text)
        text = _TYPED_TAG.sub(_tag, text)
    if "[" in text:
        text = _without_targets(text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: unescape(found[0]), text)
    if "o\t" in text or "o\u00a0" in text or "o \u00a0" in text:
        text = _SMALL_O.sub(r"\1", text)
    if ">" in text:
        text = _QUOTE.sub(_quote, text)
    return _STARS.sub("", text) if "**" in text else text


def _without_comments(text: str) -> str:
    """One that never ends is none."""
    end = text.rfind("-->")
    return text if end < 0 else _COMMENT.sub(_lines_of, text[: end + 3]) + text[end + 3 :]


def _without_targets(text: str) -> str:
    used = used_labels(text)
    if "](" in text or "] (" in text or "][" in text:
        text = _TARGET.sub("]", text)
    if "]:" in text:
        text = _DEFINITION.sub(lambda m: m[1] if is_definition(m[2], m[3], used) else m[0], text)
    return _NOTE.sub("", text) if "[^" in text or "*[" in text else text


def _lines_of(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _tag(match: re.Match[str]) -> str:
    name = match[1].lower()
    if name not in NAMES:
        return match[0]
    lines = "\n" * match[0].count("\n")
    return lines if name in INLINE else f" {lines}"


def _quote(match: re.Match[str]) -> str:
    """The marks of a quotation; a sign stuck to a number may stand for "more than", and stays."""
    after = match.string[match.end() : match.end() + 1]
    return ">" if after.isdigit() and match[0].count(">") == 1 and not _is_quoted(match) else ""


def _is_quoted(match: re.Match[str]) -> bool:
    """Whether the line stands among others of a quotation, whose sign is one of quoting."""
    text, start = match.string, match.start()
    before = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start].lstrip()
    end = text.find("\n", match.end())
    after = text[end + 1 : end + 40].lstrip() if end >= 0 else ""
    return any(near.startswith(">") and not near[1:2].isdigit() for near in (before, after))

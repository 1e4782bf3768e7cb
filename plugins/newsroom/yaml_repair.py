"""The corrected line for a line of YAML that cannot be read as it stands, where there is one."""

from __future__ import annotations

import re

from yaml import MappingNode, Node, ScalarNode, SequenceNode, YAMLError
from yaml._yaml import CParser

_LINE = re.compile(r"(?P<key>[ ]*(?:- )*[^\s:#'\"{\[-][^:#'\"{\[]*:)[ \t]+(?P<value>\S.*?)[ \t]*", re.DOTALL)
_GLUED = re.compile(r"(?P<key>[ ]*(?:- )*[A-Za-z_][\w-]*:)[\u00a0\u202f\u3000]*(?P<value>[^\s:/].*)", re.DOTALL)
"""No blank behind the colon, or one that YAML does not know."""
_OTHER_SIGN = re.compile(r"(?P<key>[ ]*(?:- )*[A-Za-z_][\w-]*)[ \t]*[=\uff1a][ \t]*(?P<value>\S.*)")
_OPEN_LIST = re.compile(r"[ ]*[a-z_]+:[ ]+\[[a-z0-9-]+(?:,[ ]*[a-z0-9-]+)*,?[ \t]*")
_NO_SIGN = re.compile(r"(?P<key>[ ]*(?:- )*[A-Za-z_][\w-]*)[ \t]+(?P<value>[^:]*\S)[ \t]*")
_KEYED = re.compile(r"[ ]*(?:- )*[^\s:#]+:(?:\s|$)")
# 's, 't, 'n, 'k and 'm are words of Dutch; an apostrophe before anything else opens a quotation.
_APOSTROPHE = re.compile(r"'[stnkm]\b", re.IGNORECASE)


class _Parser(CParser):
    """libyaml's parser, without guesses at types."""

    def resolve(self, *_: object) -> None:
        return None

    def descend_resolver(self, *_: object) -> None:
        return None

    def ascend_resolver(self) -> None:
        return None


def quoted(text: str) -> str:
    """A text as it stands in YAML between quotation marks."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def corrected(line: str) -> str:
    """The line with its value in quotation marks, or an empty string where that does not help."""
    found = _LINE.fullmatch(line)
    if found is None:
        return ""
    value = found["value"]
    opened = value[0] if value[0] in "'\"" and not _APOSTROPHE.match(value) else ""
    if opened == '"' and value[1:].endswith('"') and "\\" in value:
        value, opened = value[1:-1], ""
    closed = f"{value}{opened}" if opened and value.count(opened) == 1 else quoted(value)
    repaired = f"{found['key']} {closed}"
    return repaired if repaired != line and _is_one_value(repaired) else ""


def closed_list(line: str) -> str:
    """The line with the bracket that its list of ids lacks; an empty string for other lines."""
    return f"{line.rstrip().rstrip(',')}]" if _OPEN_LIST.fullmatch(line) else ""


def glued_line(text: str, line: int) -> tuple[int, str] | None:
    """The nearest line from ``line`` (from 0) upwards whose colon lacks its blank, and that line corrected."""
    lines = text.split("\n")
    for number in range(min(line, len(lines) - 1), max(line - 20, -1), -1):
        if found := _GLUED.fullmatch(lines[number]):
            return number, f"{found['key']} {found['value']}"
        if number < line and _KEYED.match(lines[number]):
            return None
    return None


def unsigned_line(text: str, line: int) -> tuple[int, str] | None:
    """A line that has another sign than a colon behind its key, or none, and that line corrected.

    It is that line (from 0) or the one above, of which YAML takes it for the rest.
    """
    lines = text.split("\n")
    for number in (line, line - 1):
        whole = lines[number] if 0 <= number < len(lines) else ""
        is_above = number < line and not whole[:1].isspace() and not lines[line][:1].isspace()
        found = _OTHER_SIGN.fullmatch(whole) or (_NO_SIGN.fullmatch(whole) if is_above else None)
        if found and not _KEYED.match(whole):
            return number, f"{found['key']}: {found['value']}"
    return None


def repaired_line(part: str, line: int, fix: str) -> str:
    """The text with the corrected line that a sentence ends in; an empty string where it names none."""
    lines = part.split("\n")
    better = fix.partition("\n")[2]
    if not better or "\n" in better or not 0 <= line < len(lines):
        return ""
    old = lines[line]
    lines[line] = old[: len(old) - len(old.lstrip())].replace("\u00a0", " ") + better.strip()
    return "\n".join(lines) if lines[line] != old else ""


def unglued(text: str) -> str:
    """The first line of a value that looks like a key without the blank behind its colon, corrected."""
    found = _GLUED.fullmatch(text.split("\n")[0])
    return f"{found['key']} {found['value']}" if found else ""


def _is_one_value(line: str) -> bool:
    try:
        node: Node | None = _Parser(line.strip()).get_single_node()
    except YAMLError:
        return False
    while isinstance(node, SequenceNode) and len(node.value) == 1:
        node = node.value[0]
    return isinstance(node, MappingNode) and len(node.value) == 1 and isinstance(node.value[0][1], ScalarNode)

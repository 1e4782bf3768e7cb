"""What a catalogue notes beside an entry, as the extracted comments (``#.``) of a PO file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from plugins.translation.catalogue import Entry, FindingAnswer
from plugins.translation.inlines import Inside
from plugins.translation.keys import is_body
from plugins.translation.records import answer_line, read_answer
from plugins.translation.segment import Tag, TagKind

GLUE = "\n\n"
"""What stands between two paragraphs, and so goes without saying."""

_TAG = re.compile(r'<[gx] id="(\d+)"/?> (\w+) (".*)\Z')
_INSIDE = re.compile(r"inside: (\d+) back, tag (\d+), (\d+)-(\d+)\Z")
_LINE_ENDS = {ord(char): f"\\u{ord(char):04x}" for char in "\x7f\x85\u2028\u2029"}


def comments(entry: Entry) -> Iterator[str]:
    """The lines of an entry's comments, in a fixed order."""
    for tag in entry.tags:
        yield _tag_line(tag)
    if entry.engine:
        fields = (("engine", entry.engine), ("model", entry.model), ("date", entry.date))
        yield "; ".join(f"{name}: {value}" for name, value in fields if value)
    for finding in entry.findings:
        yield f"finding: {finding}"
    for answer in entry.answers:
        yield f"answered: {answer_line(answer)}"
    if entry.mark:
        yield f"machine: {entry.mark}"
    if entry.own:
        yield f"person: {entry.own}"
    if entry.inside:
        place = entry.inside
        yield f"inside: {place.back} back, tag {place.tag}, {place.start}-{place.end}"
    elif is_body(entry.key) and entry.glue != GLUE:
        yield f"before: {quoted(entry.glue)}"


def _tag_line(tag: Tag) -> str:
    """``<x id="2"/> email "info@stadt.example"``: what a tag stands for, for people and for us."""
    name = f'<g id="{tag.id}">' if tag.paired else f'<x id="{tag.id}"/>'
    parts = [tag.opening]
    if tag.paired or tag.visible not in ("", tag.opening):
        parts += [tag.closing if tag.paired else tag.visible]
    return f"{name} {tag.kind} {' '.join(map(quoted, parts))}"


def quoted(text: str) -> str:
    """A text as a JSON string on one line, whatever a reader of PO files takes for a line end."""
    return json.dumps(text, ensure_ascii=False).translate(_LINE_ENDS)


def with_comments(entry: Entry, lines: list[str]) -> Entry:
    """The entry with what its comments say. Raises ``ValueError`` on a line that was damaged."""
    tags: list[Tag] = []
    glue = GLUE if is_body(entry.key) else ""
    findings: list[str] = []
    answers: list[FindingAnswer] = []
    for line in lines:
        name, _, rest = line.partition(": ")
        if match := _TAG.match(line):
            tags.append(_tag(match))
        elif name == "engine":
            fields = dict(part.partition(": ")[::2] for part in line.split("; "))
            entry = replace(entry, engine=fields["engine"], model=fields.get("model", ""), date=fields.get("date", ""))
        elif name == "finding":
            findings.append(rest)
        elif name == "machine":
            entry = replace(entry, mark=rest)
        elif name == "answered":
            answers.append(read_answer(rest))
        elif name == "person":
            entry = replace(entry, own=rest)
        elif match := _INSIDE.match(line):
            glue = ""
            entry = replace(entry, inside=Inside(*map(int, match.groups())))
        elif name == "before":
            glue = _text(json.loads(rest))
    return replace(entry, tags=tuple(tags), glue=glue, findings=tuple(findings), answers=tuple(answers))


def _tag(match: re.Match[str]) -> Tag:
    """The tag a comment line describes."""
    number, kind = int(match[1]), TagKind(match[2])
    first, end = json.JSONDecoder().raw_decode(match[3])
    second = _text(json.loads(match[3][end:])) if match[3][end:].strip() else ""
    tag = Tag(number, kind, _text(first), visible=second)
    if tag.paired:
        return replace(tag, closing=second, visible="")
    seen = first if kind in (TagKind.URL, TagKind.EMAIL, TagKind.PHONE) else ""
    return replace(tag, visible=second or seen)


def implied(source: str) -> tuple[Tag, ...]:
    """The tags of a source whose comments are gone: which there are, and not what they stand for."""
    found = re.finditer(r'<([gx]) id="(\d+)"', source)
    return tuple(Tag(int(m[2]), TagKind.EMPHASIS if m[1] == "g" else TagKind.CODE, "") for m in found)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a text")
    return value

"""A corrected file imported again -> what differs from the report as it stands, to be accepted piece by piece."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from plugins.importing.errors import SourceError
from plugins.importing.proposal import Proposal
from plugins.importing.yaml_lines import value
from plugins.newsroom.front_matter import split
from plugins.newsroom.record import record
from plugins.newsroom.source import MARKDOWN_LIMIT, Text, read_text
from plugins.newsroom.tree import find_bundles
from plugins.newsroom.yaml_source import parse_yaml

_HEADS = ("title", "kicker", "teaser")
_PICTURE = re.compile(r"!\[[^\]]*\]\(photo:[^)]+\)")
_GAP = re.compile(r"\n(?:[ \t]*\n)+")


@record
class Change:
    """One piece of the text that reads otherwise."""

    key: str
    what: str
    """``title``, ``kicker``, ``teaser``, ``paragraph``."""
    before: str
    """Empty: it was not there."""
    after: str
    """Empty: it is not there any more."""


@record
class Difference:
    """What a corrected file changes in an edition; facts, pictures and everything else stay."""

    report: str
    path: Path
    before: str
    """The edition's text as it was compared, with line feeds only."""
    changes: tuple[Change, ...]

    @property
    def summary(self) -> str:
        """E.g. ``2 differences in content/reports/2024/kai/de.md``."""
        count = len(self.changes)
        return f"{count} {'difference' if count == 1 else 'differences'} in {self.path}"


def difference(proposal: Proposal, content: Path, ident: str) -> Difference:
    """How a report's text would change. Raises ``SourceError`` where there is no such report or edition."""
    folder = next((path for path in find_bundles(content).reports if path.name == ident), None)
    path = folder / f"{proposal.edition.lang}.md" if folder else Path()
    if folder is None or not path.is_file():
        found = f"no report “{ident}”" if folder is None else f"no {proposal.edition.lang}.md in {folder}"
        raise SourceError(
            proposal.source.name, found, "a report that has a text in this language",
            "Check the name of the report's folder, or import it as a new one.",
        )  # fmt: skip
    text, problems = read_text(path, str(path), MARKDOWN_LIMIT)
    halves = split(text)[0] if text else None
    if text is None or halves is None:
        found = problems[0].found if problems else "no front matter"
        raise SourceError(str(path), found, "an edition that can be read", "Run `python3 tasks.py check` first.")
    changes = (*_heads(text, halves.yaml, proposal), *_paragraphs(halves.body, proposal.edition.body))
    return Difference(ident, path, text.text, changes)


def accepted(found: Difference, keys: Collection[str]) -> str:
    """The edition with the changes of those keys; every other byte of the text as it was."""
    text = found.before
    halves = split(Text(str(found.path), text))[0]
    if halves is None:
        return text
    start = len(text) - len(halves.body)
    head, body = text[:start], text[start:]
    for change in found.changes:
        if change.key in keys and change.what in _HEADS:
            head = _with_value(head, change.what, change.after)
    return head + _with_paragraphs(body, [c for c in found.changes if c.key in keys and c.what == "paragraph"])


def accept(found: Difference, keys: Collection[str]) -> Path:
    """Writes the accepted changes. Raises ``SourceError`` where the file was changed meanwhile."""
    raw = found.path.read_bytes()
    current = raw.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if current != found.before:
        raise SourceError(
            str(found.path), "another text than the one that was compared", "the text as it was",
            "Somebody has changed it meanwhile: import the corrected file once more.",
        )  # fmt: skip
    made = accepted(found, keys)
    if b"\r\n" in raw:
        made = made.replace("\n", "\r\n")
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    temporary = found.path.with_name(f".{found.path.name}.new")
    temporary.write_bytes(mark + made.encode())
    temporary.replace(found.path)
    return found.path


def _heads(text: Text, yaml: str, proposal: Proposal) -> Iterator[Change]:
    doc, _ = parse_yaml(text, yaml, 1)
    for key in _HEADS:
        before = " ".join(str(doc.value.get(key) or "").split()) if doc else ""
        after = getattr(proposal.edition, key)
        if after and _key(after) != _key(before):
            yield Change(key, key, before, after)


def _key(text: str) -> str:
    return " ".join(text.split())


def _paragraphs(before: str, after: str) -> Iterator[Change]:
    """The paragraphs that were changed, added or taken out; pictures in the text count as facts and stay."""
    old = [part for part in _parts(before) if not _PICTURE.fullmatch(part)]
    new = [part for part in _parts(after) if not _PICTURE.fullmatch(part)]
    matcher = SequenceMatcher(None, [_key(p) for p in old], [_key(p) for p in new], autojunk=False)
    number = 0
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        for place in range(max(b - a, d - c)):
            number += 1
            one = old[a + place] if a + place < b else ""
            other = new[c + place] if c + place < d else ""
            anchor = "" if one else f"@{a + place - 1 if a + place <= b else b - 1}"
            yield Change(f"paragraph-{number}{anchor}", "paragraph", one, other)


def _parts(body: str) -> list[str]:
    return [part for part in _GAP.split(body.strip("\n")) if part.strip()]


def _with_paragraphs(body: str, changes: list[Change]) -> str:
    """The body with its accepted changes, from its end to its beginning so that places hold."""
    spans = [span for span in _spans(body) if not _PICTURE.fullmatch(body[span[0] : span[1]])]
    at = 0
    edits: list[tuple[int, int, str]] = []
    for change in changes:
        if not change.before:
            anchor = int(change.key.partition("@")[2])
            end = spans[anchor][1] if 0 <= anchor < len(spans) else 0
            edits.append((end, end, f"\n\n{change.after}" if end else f"{change.after}\n\n"))
            continue
        place = next(i for i in range(at, len(spans)) if body[spans[i][0] : spans[i][1]] == change.before)
        start, end = spans[place]
        at = place + 1
        if change.after:
            edits.append((start, end, change.after))
        else:
            gap = _GAP.match(body, end)
            edits.append((start, gap.end() if gap else end, ""))
    for start, end, text in reversed(edits):
        body = body[:start] + text + body[end:]
    return body


def _spans(body: str) -> list[tuple[int, int]]:
    """Where each paragraph begins and ends."""
    found, at = [], 0
    for part in _parts(body):
        start = body.index(part, at)
        at = start + len(part)
        found.append((start, at))
    return found


def _with_value(head: str, key: str, text: str) -> str:
    """The front matter with another value for a key at its left edge; the key is added where it is missing."""
    line = f"{key}: {value(text)}\n"
    pattern = re.compile(rf"^{key}[ \t]*:[^\n]*\n(?:[ \t]+[^\n]*\n|[ \t]*\n(?=[ \t]))*", re.MULTILINE)
    if pattern.search(head):
        return pattern.sub(lambda _: line, head, count=1)
    first, _, rest = head.partition("\n")
    return f"{first}\n{line}{rest}"

"""The files of one report as they are edited: facts, and a text per language with its front matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.desk.merge import with_ends
from plugins.desk.versions import digest_of
from plugins.desk.yaml_edit import NotEditableError, edited
from plugins.desk.yaml_emit import Value, entry
from plugins.newsroom.front_matter import split
from plugins.newsroom.source import Text
from plugins.newsroom.yaml_source import Doc, parse_mapping

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class EditedFile:
    """A file with YAML, and Markdown below it where it is a text."""

    path: Path
    data: bytes | None
    """``None``: it is not there yet."""
    value: Mapping[str, Value]
    body: str
    doc: Doc | None
    """``None`` where the YAML cannot be read: then only a text editor helps, and the text as a whole is shown."""
    body_line: int = 1

    @property
    def version(self) -> str:
        """What this version is called."""
        return digest_of(self.data)

    @property
    def text(self) -> str:
        """All of it, with line feeds alone."""
        return _text_of(self.data or b"")

    @property
    def is_text(self) -> bool:
        """Whether there is Markdown below."""
        return self.path.suffix == ".md"


def _text_of(data: bytes) -> str:
    text = data.removeprefix(_MARK).decode("utf-8", "surrogateescape")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_file(path: Path, data: bytes | None) -> EditedFile:
    """A file of which these are the bytes."""
    if data is None:
        return EditedFile(path, None, {}, "", Doc.empty(""))
    text = _text_of(data)
    if path.suffix != ".md":
        doc, _ = parse_mapping(Text(path.name, text), "")
        return EditedFile(path, data, doc.value if doc else {}, "", doc)
    halves, _ = split(Text(path.name, text))
    if halves is None:
        return EditedFile(path, data, {}, text, None)
    doc, _ = parse_mapping(Text(path.name, text), "", halves.yaml, offset=1)
    return EditedFile(path, data, doc.value if doc else {}, halves.body, doc, halves.body_line)


def unused_pictures(folder: Path, listed: Iterable[str]) -> list[str]:
    """The files among a report's pictures that its facts do not name."""
    known = set(listed)
    there = sorted(path.name for path in (folder / "photos").glob("[!.]*") if path.is_file())
    return [name for name in there if name not in known]


def with_changes(file: EditedFile, value: Mapping[str, Value], body: str | None) -> bytes:
    """The bytes of the file with these values, and this Markdown; what is as before stays byte for byte.

    Raises ``NotEditableError`` where the YAML cannot be changed without touching more.
    """
    if file.data is None:
        return _fresh(file, value, body or "")
    text = file.text
    if not file.is_text:
        made = edited(text, value)
    else:
        made = _edition(text, value, body)
    if made == text:
        return file.data
    original = file.data.removeprefix(_MARK).decode("utf-8", "surrogateescape")
    mark = _MARK if file.data.startswith(_MARK) else b""
    return mark + with_ends(original, made).encode("utf-8", "surrogateescape")


def _edition(text: str, value: Mapping[str, Value], body: str | None) -> str:
    halves, _ = split(Text("", text))
    if halves is None:
        raise NotEditableError
    start = text.index("\n") + 1
    yaml = halves.yaml
    rest = text[start + len(yaml) :]
    between = rest[: len(rest) - len(halves.body)]
    wanted = halves.body if body is None or body == halves.body else body
    fresh = edited(yaml, value)
    if fresh and not fresh.endswith("\n"):
        fresh += "\n"
    if wanted and not between.endswith("\n"):
        between += "\n"
    return text[:start] + fresh + between + wanted


def _fresh(file: EditedFile, value: Mapping[str, Value], body: str) -> bytes:
    lines = [line for key, each in value.items() for line in entry(key, each, 0)]
    if file.is_text:
        lines = ["---", *lines, "---", body.strip("\n")]
    return ("\n".join(lines) + "\n").encode("utf-8", "surrogateescape")

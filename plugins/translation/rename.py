"""Gives a report another name: its folder, its catalogues, the links to it, and the record of its old addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.cache.retry import retry
from plugins.newsroom.address_record import FILE, REPORT, merged, read_record, write_record
from plugins.newsroom.body_links import body_links
from plugins.translation.run.keep import data_of, replaced


@dataclass(frozen=True, slots=True)
class Renaming:
    """What is to be done. ``addresses`` are those that the report has, or had, under its old name."""

    content: Path
    translations: Path
    folder: Path
    """The report's folder, under its old name; it may have been moved by a run that was stopped."""
    new: str
    addresses: tuple[str, ...] = ()

    @property
    def old(self) -> str:
        """The name that it has had."""
        return self.folder.name

    @property
    def target(self) -> Path:
        """The report's folder under its new name."""
        return self.folder.with_name(self.new)

    @property
    def catalogues(self) -> Path:
        """The folder of its catalogues under its old name."""
        return self.translations / "reports" / self.old


def rename(work: Renaming) -> tuple[Path, ...]:
    """Renames the report, and gives the files that were changed besides.

    The record comes first and the folder second: a run that is stopped leaves every old address known,
    and the same call goes on where it ended. Raises ``OSError``, ``NotWritable``, ``NoSpace``.
    """
    changed = list(_record(work))
    if work.folder.exists() and work.addresses:
        facts = _rewritten([work.folder / "report.yaml"], lambda text: _remembered(text, work.old))
        changed += [work.target / path.name for path in facts]
    if work.folder.exists():
        retry(work.folder.rename, work.target)
    if work.catalogues.exists():
        retry(work.catalogues.rename, work.catalogues.with_name(work.new))
    changed += _rewritten(sorted(work.content.glob("*/**/*.md")), lambda text: _relinked(text, work.old, work.new))
    catalogues = sorted(work.translations.glob("*/**/*.po"))
    return (*changed, *_rewritten(catalogues, lambda text: _recatalogued(text, work.old, work.new)))


def is_begun(work: Renaming) -> bool:
    """Whether a run was stopped after it had moved the folder: something still has the old name."""
    if work.folder.exists() or not work.target.exists():
        return False
    if work.catalogues.exists() or any(line.owner == f"{REPORT}{work.old}" for line in read_record(work.content)[0]):
        return True
    texts = work.content.glob("*/**/*.md")
    return any(_relinked(text, work.old, work.new) != text for text in map(_text_of, texts))


def _record(work: Renaming) -> Iterator[Path]:
    file = work.content / FILE
    data = data_of(file)
    known, _ = read_record(work.content)
    own = {line.address for line in known if line.owner == f"{REPORT}{work.old}"}
    wanted = merged(known, dict.fromkeys((*own, *work.addresses), f"{REPORT}{work.new}"))
    if wanted != {line.address: line.owner for line in known} and replaced(file, write_record(wanted), data):
        yield file


def _text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogateescape")


def _rewritten(paths: Iterable[Path], edit: Callable[[str], str]) -> Iterator[Path]:
    for path in paths:
        text = _text_of(path)
        edited = edit(text)
        if edited != text:
            data = text.encode("utf-8", "surrogateescape")
            if replaced(path, edited.encode("utf-8", "surrogateescape"), data):
                yield path


def _remembered(text: str, old: str) -> str:
    """The facts with the name that feeds and calendars know the report by; the first one stays."""
    if re.search(r"^known_as[ \t]*:", text, re.MULTILINE):
        return text
    end = next(iter(re.findall(r"\r\n|\r|\n", text)), "\n")
    return text + ("" if text.endswith(("\n", "\r")) else end) + f"known_as: {old}{end}"


def _relinked(text: str, old: str, new: str) -> str:
    """A text with its links to the report leading to the new name; code and comments stay."""
    word = f"report:{old}"
    if word not in text:
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for link in reversed(body_links("\n".join(lines))):
        if link.kind == "report" and link.target == old:
            line, start = lines[link.line - 1], link.column - 1
            lines[link.line - 1] = f"{line[:start]}report:{new}{line[start + len(word) :]}"
    return "\n".join(lines) if "\r" not in text else _with_ends(lines, text)


def _with_ends(lines: list[str], text: str) -> str:
    """The lines with the line ends that the text had."""
    ends = [*re.findall(r"\r\n|\r|\n", text), ""]
    return "".join(line + end for line, end in zip(lines, ends, strict=True))


def _recatalogued(text: str, old: str, new: str) -> str:
    """A catalogue with the name in its head and in the links of its segments; line breaks of PO may stand within."""
    broken = r'(?:"\n#?~? ?"|\n#\. )?'
    link = re.compile(broken.join(map(re.escape, f"report:{old}")) + r"(?![\w-])(?!" + broken + r"-)")
    text = link.sub(f"report:{new}", text)
    return text.replace(f'"X-Report: {old}\\n"', f'"X-Report: {new}\\n"', 1)

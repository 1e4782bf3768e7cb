"""Writes a proposal as the files that an editor would have written: a new folder, new people, or nothing at all."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
from pathlib import Path

from plugins.importing.errors import SourceError
from plugins.importing.proposal import Proposal
from plugins.importing.report_files import edition_text, facts_text, people_text
from plugins.newsroom.new import refusals
from plugins.newsroom.problem import ContentError
from plugins.newsroom.slug import make_slug
from plugins.newsroom.tree import find_bundles


def proposed_id(proposal: Proposal, content: Path) -> str:
    """An id made of the title that no report has yet."""
    base = (
        make_slug(proposal.edition.title, "report")[:50].rsplit("-", 1)[0]
        if len(make_slug(proposal.edition.title, "report")) > 50
        else make_slug(proposal.edition.title, "report")
    )
    taken = {path.name for path in find_bundles(content).reports}
    ident, number = base, 2
    while ident in taken:
        ident, number = f"{base}-{number}", number + 1
    return ident


def write(proposal: Proposal, content: Path, ident: str, lang: str = "en") -> tuple[Path, ...]:
    """Makes ``reports/<year>/<ident>`` as a draft and gives every file that was written; all of it or nothing.

    ``lang``: the editor's language, in which the note for the newsroom is written.

    Raises ``SourceError`` while something has to be decided before, and ``ContentError`` for an id that is taken or
    cannot be one.
    """
    _refuse_open(proposal)
    day = dt.date.fromisoformat(proposal.facts.date) if proposal.facts.date else proposal.background.today
    folder = content / "reports" / f"{day.year:04}" / ident
    problems = tuple(refusals(content, folder, ident, proposal.edition.lang, proposal.edition.title or "…"))
    if problems:
        raise ContentError(problems)
    folder.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        names = _fill(making, proposal, day, lang)
        people = _with_people(proposal, content)
        making.rename(folder)
    except OSError:
        shutil.rmtree(making, ignore_errors=True)
        raise
    return (*(folder / name for name in names), *people)


def _refuse_open(proposal: Proposal) -> None:
    open_ = [decision for decision in proposal.decisions if decision.is_blocking]
    if open_:
        questions = " ".join(f"({decision.key}) {decision.question}" for decision in open_)
        answers = ", ".join(f"{d.key}={d.choices[0].value if d.choices else '…'}" for d in open_)
        raise SourceError(
            proposal.source.name, f"{len(open_)} to decide first: {questions}", "an answer to each",
            f"Answer in the desk, or with --answer (for example {answers}).",
        )  # fmt: skip


def _fill(folder: Path, proposal: Proposal, day: dt.date, lang: str) -> list[str]:
    """Writes the files of the report; their names below the folder."""
    folder.chmod(0o755)
    (folder / "photos").mkdir()
    (folder / "report.yaml").write_bytes(facts_text(proposal, day, lang).encode())
    edition = f"{proposal.edition.lang}.md"
    (folder / edition).write_bytes(edition_text(proposal).encode())
    names = ["report.yaml", edition]
    for picture in proposal.pictures:
        if picture.data:
            (folder / "photos" / picture.file).write_bytes(picture.data)
            names.append(f"photos/{picture.file}")
    if len(names) == 2:
        (folder / "photos" / ".gitkeep").touch()
    return names


def _with_people(proposal: Proposal, content: Path) -> tuple[Path, ...]:
    """Puts new people at the end of people.yaml, of which every byte stays as it is."""
    named = {*proposal.facts.authors, *proposal.facts.contacts}
    new = tuple(person for person in proposal.people if not person.is_known and person.id in named)
    if not new:
        return ()
    path = content / "people.yaml"
    before = path.read_bytes() if path.exists() else b""
    added = people_text(new, proposal.edition.lang)
    if b"\r\n" in before:
        added = added.replace("\n", "\r\n")
    gap = b"" if not before else b"\n" if before.endswith(b"\n") else b"\n\n"
    _replaced(path, before + gap + added.encode())
    return (path,)


def _replaced(path: Path, data: bytes) -> None:
    """Writes a file under another name, then puts it in place."""
    handle, name = tempfile.mkstemp(prefix=".people-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
        Path(name).chmod(mode)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise

"""Adds what is about to be published to the record of published addresses."""

from __future__ import annotations

from pathlib import Path

from plugins.build import state
from plugins.cache.errors import NotWritable
from plugins.newsroom.address_record import FILE, merged, read_record, write_record
from plugins.newsroom.problem import ContentError
from plugins.translation.run.keep import data_of, replaced


def remember_addresses(content: Path, cache: Path, staged: Path) -> None:
    """Writes ``content/addresses.yaml`` anew if the staged site has an address that it does not know.

    Raises ``NotWritable``, ``NoSpace``; ``ContentError`` where somebody has spoiled the file meanwhile.
    """
    last = state.read(cache, staged)
    addresses: dict[str, str] = last.facts["addresses"] if last is not None else {}
    file = content / FILE
    data = data_of(file)
    known, problems = read_record(content)
    if problems:
        raise ContentError(problems)
    wanted = merged(known, addresses)
    if wanted != {line.address: line.owner for line in known} and not replaced(file, write_record(wanted), data):
        raise NotWritable(f"{file} was changed in this very moment: start again.", str(file))

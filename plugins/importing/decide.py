"""Answers to a proposal's questions -> the proposal with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from plugins.importing.interpret import interpret
from plugins.importing.proposal import Proposal
from plugins.importing.read import read_source


def decide(
    proposal: Proposal, answers: Mapping[str, str], data: bytes = b"", files: Mapping[str, bytes] | None = None
) -> Proposal:
    """The proposal with further answers, by the keys of its decisions and items; an empty answer takes one back.

    ``data``: the bytes of the source, needed where tracked changes are to be refused. ``files``: pictures that the
    source only named, by the ``file`` of the proposed picture. Raises ``ValueError`` where the bytes are needed.
    """
    given = {**dict(proposal.answers), **answers}
    given = {key: value for key, value in given.items() if value.strip()}
    source = proposal.source
    before = dict(proposal.answers).get("changes")
    if given.get("changes") != before and "reject" in (given.get("changes"), before):
        if not data:
            raise ValueError("to refuse tracked changes, or to take that back, the document itself is needed")
        source = read_source(data, source.name, refuse_changes=given.get("changes") == "reject")
    return with_files(interpret(source, proposal.background, given), {**_files(proposal), **(files or {})})


def with_files(proposal: Proposal, files: Mapping[str, bytes]) -> Proposal:
    """The proposal with the bytes of pictures that the source only named."""
    pictures = tuple(
        replace(picture, data=files[picture.file]) if not picture.data and picture.file in files else picture
        for picture in proposal.pictures
    )
    return replace(proposal, pictures=pictures)


def _files(proposal: Proposal) -> dict[str, bytes]:
    own = {picture.name for picture in proposal.source.pictures if picture.data}
    return {picture.file: picture.data for picture in proposal.pictures if picture.data and picture.file not in own}

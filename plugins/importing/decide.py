"""Answers to a proposal's questions -> the proposal with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from plugins.importing.block import SourcePicture
from plugins.importing.interpret import interpret
from plugins.importing.picture_facts import picture_facts
from plugins.importing.picture_names import suffix_of
from plugins.importing.proposal import Proposal, ProposedPicture
from plugins.importing.read import read_source
from plugins.newsroom.slug import make_slug


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
    """The proposal with the bytes of pictures that the source only named.

    A file belongs to the picture that has its name, whatever its ending; the others to those that are left, in order.
    """
    missing = [picture for picture in proposal.pictures if not picture.data]
    stems = {PurePosixPath(picture.file).stem: picture.file for picture in missing}
    slugs = [(make_slug(PurePosixPath(name).stem), data) for name, data in files.items()]
    named = {stems[slug]: data for slug, data in slugs if slug in stems}
    others = [data for slug, data in slugs if slug not in stems]
    left = (picture.file for picture in missing if picture.file not in named)
    given = {**named, **dict(zip(left, others, strict=False))}
    pictures = tuple(_filled(p, given[p.file]) if not p.data and p.file in given else p for p in proposal.pictures)
    return replace(proposal, pictures=pictures)


def _filled(picture: ProposedPicture, data: bytes) -> ProposedPicture:
    """The picture with its bytes, an ending that fits them, and what they say where the source says nothing."""
    file = f"{PurePosixPath(picture.file).stem}{suffix_of(data, picture.file)}"
    facts = picture_facts(SourcePicture(file, data))
    return replace(
        picture, file=file, data=data, alt=picture.alt or facts.alt, caption=picture.caption or facts.caption,
        credit=picture.credit or facts.credit, problem=facts.problem,
    )  # fmt: skip


def _files(proposal: Proposal) -> dict[str, bytes]:
    own = {picture.name for picture in proposal.source.pictures if picture.data}
    return {picture.file: picture.data for picture in proposal.pictures if picture.data and picture.file not in own}

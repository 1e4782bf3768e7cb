"""A source -> a proposal: every look at it in its order, and the proof that no word was lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from plugins.importing import credits
from plugins.importing.background import Background
from plugins.importing.block import BlockKind, Source
from plugins.importing.body import assemble, find_links
from plugins.importing.conservation import lost, words_of_markdown
from plugins.importing.contact_blocks import find_labelled, find_unlabelled
from plugins.importing.embargoes import find_embargo
from plugins.importing.furniture import drop_around, drop_boilerplate, drop_lines
from plugins.importing.gallery import find_pictures
from plugins.importing.heads import find_date, find_dateline, find_head, find_kind
from plugins.importing.language import find_language
from plugins.importing.origins import find_authors, find_sources
from plugins.importing.people import People
from plugins.importing.proposal import (
    Choice,
    EditionText,
    ItemKind,
    Proposal,
    ProposedFacts,
    ProposedPicture,
    Sure,
)  # fmt: skip
from plugins.importing.reading import Reading
from plugins.importing.repeated import find_repeated


def interpret(source: Source, background: Background, answers: Mapping[str, str]) -> Proposal:
    """The proposal for a source, with what was answered. Pure: the same arguments give the same proposal."""
    reading = Reading(source, background, dict(answers))
    people = People(reading)
    _decide_blocks(reading)
    _decide_changes(reading)
    embargo = find_embargo(reading)
    drop_lines(reading)
    lang = find_language(reading)
    labelled = find_labelled(reading, people)
    pictures = find_pictures(reading)
    kind = find_kind(reading)
    drop_boilerplate(reading)
    contacts = tuple(dict.fromkeys((*labelled, *find_unlabelled(reading, people))))
    authors = find_authors(reading, people)
    pictures = _credited(reading, pictures, authors.pictures)
    sources = find_sources(reading)
    links = find_links(reading)
    date = find_date(reading)
    head = find_head(reading)
    date = find_dateline(reading) or date
    find_repeated(reading, head.title, head.teaser)
    drop_around(reading)
    body, shown = assemble(reading, pictures)
    proposal = Proposal(
        source, background, tuple(sorted(answers.items())), tuple(reading.items),
        EditionText(lang, head.title, head.kicker, head.teaser, body, links),
        ProposedFacts(kind, date, embargo, authors.ids, contacts, sources),
        shown, people.all(), tuple(reading.decisions),
    )  # fmt: skip
    return _proved(proposal, reading)


def _decide_blocks(reading: Reading) -> None:
    """What a person said of single blocks: ``block-7: drop``."""
    for number in range(len(reading.blocks)):
        if reading.is_free(number) and reading.answer(f"block-{number + 1}") == "drop":
            reading.drop(ItemKind.TEXT, number, "dropped by the person who imports")


def _decide_changes(reading: Reading) -> None:
    """Tracked changes and comments hold the import up until somebody has decided."""
    changes, comments = reading.source.changes, reading.source.comments
    if changes.inserted or changes.deletions:
        what = f"{len(changes.inserted)} put in, {changes.deletions} taken out" + (
            f", by {', '.join(changes.by)}" if changes.by else ""
        )
        choices = [Choice("accept", "as it reads with all changes accepted: what was taken out stands nowhere")]
        if reading.source.format == "Word":
            choices.append(Choice("reject", "as it read before the changes"))
        question = f"The document has tracked changes that nobody has decided on ({what}). How is it to be read?"
        excerpt = "\n".join(changes.inserted)
        said = reading.ask("changes", question, excerpt, tuple(choices))
        sure = Sure.TAKEN if said else Sure.TO_DECIDE
        reading.remark("changes", ItemKind.CHANGES, said, -1, what, sure, ("accept", "reject"), excerpt)
    if comments:
        excerpt = "\n".join(f"{c.by}: {c.text}" if c.by else c.text for c in comments)
        choice = Choice("drop", "they are read and settled; they stand nowhere in the report")
        count = f"{len(comments)} {'comment' if len(comments) == 1 else 'comments'}"
        said = reading.ask("comments", f"The document has {count} at its margin. Are they settled?", excerpt, (choice,))
        sure = Sure.DROPPED if said else Sure.TO_DECIDE
        reading.remark("comments", ItemKind.COMMENT, "", -1, "stand at the margin", sure, ("drop",), excerpt)


def _credited(
    reading: Reading, pictures: tuple[tuple[int, ProposedPicture], ...], everywhere: str
) -> tuple[tuple[int, ProposedPicture], ...]:
    """Pictures without a credit take the one that a line gives for all of them (“Fotos: …”)."""
    for number, block in list(reading.lines()):
        if block.kind is BlockKind.PARAGRAPH and credits.is_credit(block.text) and pictures:
            if block.text.casefold().startswith(("quelle", "source", "bron")):
                continue
            everywhere = reading.take(ItemKind.CREDIT, (number,), credits.split(block.text).credit) or everywhere
    return tuple((n, p if p.credit or not everywhere else replace(p, credit=everywhere)) for n, p in pictures)


def accounted(proposal: Proposal) -> tuple[str, ...]:
    """Every place in which a word of the source may stand."""
    edition = proposal.edition
    left = [item.left_out for item in proposal.items if item.sure is not Sure.DROPPED]
    dropped = [
        item.excerpt for item in proposal.items if item.sure is Sure.DROPPED and item.kind is not ItemKind.COMMENT
    ]
    values = [item.value for item in proposal.items if _is_fact(item.kind) and item.sure is not Sure.DROPPED]
    return (
        edition.title, edition.kicker, edition.teaser, words_of_markdown(edition.body),
        *(f"{link.label} {link.url}" for link in edition.links), *left, *dropped, *values,
        *(p.alt for p in proposal.pictures), *(p.caption for p in proposal.pictures),
    )  # fmt: skip


def _is_fact(kind: ItemKind) -> bool:
    return kind in _FACTS


_FACTS = frozenset(
    (ItemKind.CONTACT, ItemKind.AUTHOR, ItemKind.SOURCE, ItemKind.DATE, ItemKind.EMBARGO, ItemKind.CREDIT,
     ItemKind.PICTURE, ItemKind.REPORT_KIND, ItemKind.LOST)
)  # fmt: skip


def _proved(proposal: Proposal, reading: Reading) -> Proposal:
    """The proposal, with every word that found no place told: that would be a fault of this program."""
    missing = lost(proposal.source.words, *accounted(proposal))
    if not missing:
        return proposal
    why = "found no place by itself: it stands at the end of the text until a person has looked"
    text = " ".join(missing)
    reading.remark("lost", ItemKind.LOST, text, -1, why, Sure.TO_DECIDE, ("drop",), text)
    return replace(proposal, items=tuple(reading.items))

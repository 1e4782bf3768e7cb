"""Words all reports share, filled in from their catalogues."""

from __future__ import annotations

from dataclasses import replace

from plugins.newsroom.model import Person, Publisher, Site, Topic, Words
from plugins.translation.catalogue import Catalogue, Entry, Origin, digest
from plugins.translation.merge import wanting
from plugins.translation.po_read import read_catalogue
from plugins.translation.po_write import write_catalogue
from plugins.translation.shared import fill_shared, shared_catalogue, shared_segments

PEOPLE = (
    Person("a", "Anna", "Anna", Words((("de", "Leiterin"),))),
    Person("b", "Ben", "Ben", Words((("nl", "Woordvoerder"), ("en", "Spokesman")))),
    Person("c", "Cem", "Cem", Words(common="CEO")),
)
TOPICS = (Topic("t", Words((("de", "Forschung"), ("en", "Research")))),)
SITE = Site(
    Words(common="Haus"), "", ("de", "nl", "en"), "Europe/Berlin", Publisher("P"), claim=Words((("de", "Neu"),))
)


def catalogue(lang: str) -> Catalogue:
    """The catalogue of that language, each word answered by itself in capitals."""
    made = shared_catalogue(shared_segments(PEOPLE, TOPICS, SITE, lang), lang, None)
    return replace(made, entries=tuple(replace(e, target=e.source.upper()) for e in made.entries))


def test_what_is_wanted() -> None:
    """Each word a language lacks, from the first language that has it; common words are for all."""
    found = [(lang, s.key, s.text) for lang, s in shared_segments(PEOPLE, TOPICS, SITE, "de")]
    assert found == [("nl", "people/b/role", "Woordvoerder")]
    found = [(lang, s.key, s.text) for lang, s in shared_segments(PEOPLE, TOPICS, SITE, "nl")]
    assert found == [
        ("de", "site/claim", "Neu"),
        ("de", "topics/t", "Forschung"),
        ("de", "people/a/role", "Leiterin"),
    ]


def test_words_are_filled_in() -> None:
    """In every language that lacks them, and in the order of the site."""
    people, topics, site = fill_shared(PEOPLE, TOPICS, SITE, [catalogue("nl"), catalogue("de")])
    assert people[0].role == Words((("de", "Leiterin"), ("nl", "LEITERIN")))
    assert people[1].role.by_lang[0] == ("de", "WOORDVOERDER")
    assert people[2] == PEOPLE[2]
    assert topics[0].label.by_lang == (("de", "Forschung"), ("nl", "FORSCHUNG"), ("en", "Research"))
    assert (site.claim.get("nl"), site.name) == ("NEU", SITE.name)


def test_written_words_win() -> None:
    """The YAML has the last word."""
    people = (replace(PEOPLE[0], role=Words((("de", "Leiterin"), ("nl", "Directeur")))),)
    assert fill_shared(people, TOPICS, SITE, [catalogue("nl")])[0] == people


def test_a_changed_role_is_not_translated_by_the_former_one() -> None:
    """A wrong role is worse than one in another language."""
    people = (replace(PEOPLE[0], role=Words((("de", "Geschäftsführerin"),))),)
    assert fill_shared(people, (), SITE, [catalogue("nl")])[0] == people


def test_a_persons_word_for_a_former_role_waits_for_the_person() -> None:
    """It stands beside the new word, no machine is asked, and nothing wrong is shown; a machine's makes room."""
    segments = shared_segments(PEOPLE, TOPICS, SITE, "nl")
    mine = Entry("people/a/role", "Leiterin", "Hoofd")
    made = Entry("topics/t", "Forschung", "FORSCHUNG", fuzzy=True, engine="pseudo", mark=digest("FORSCHUNG"))
    former = replace(catalogue("nl"), entries=(made, mine))
    now = tuple((lang, replace(s, text=f"{s.text}!")) for lang, s in segments if s.key != "site/claim")
    after = read_catalogue(write_catalogue(shared_catalogue(now, "nl", former)), "nl.po", "nl").catalogue
    assert after is not None
    by_key = {entry.key: entry for entry in after.entries}
    assert by_key["people/a/role"].origin is Origin.BEHIND
    assert (by_key["people/a/role"].target, by_key["people/a/role"].previous) == ("Hoofd", "Leiterin")
    assert [segment.key for segment in wanting(after)] == ["topics/t"]
    people = (replace(PEOPLE[0], role=Words((("de", "Leiterin!"),))),)
    assert fill_shared(people, (), SITE, [after])[0] == people
    back = shared_catalogue(segments, "nl", after)
    assert {entry.key: entry.target for entry in back.entries}["people/a/role"] == "Hoofd"


def test_a_catalogue_follows_its_words() -> None:
    """Known words stay, new ones are open, former ones are remembered."""
    segments = shared_segments(PEOPLE[1:], TOPICS, SITE, "nl")
    after = shared_catalogue(
        (*segments, ("de", replace(segments[0][1], key="topics/u", text="Neues"))), "nl", catalogue("nl")
    )
    assert [(e.key, e.target) for e in after.entries] == [
        ("site/claim", "NEU"),
        ("topics/t", "FORSCHUNG"),
        ("topics/u", ""),
    ]
    assert after.memory == (Entry("people/a/role", "Leiterin", "LEITERIN"),)

"""The oracle: after any history of edits, the incremental output equals a clean build, byte for byte."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.properties.world import IDS, TEMPLATES, World

ids = st.sampled_from(IDS)
words = st.sampled_from(["Alpha", "Beta", "Gamma & Delta", "<b>Epsilon</b>"])
langs = st.sampled_from(["nl", "en"])

EVERY = 3
"""Steps after which the output is compared: a file that was left stale stays so."""


class Incremental(RuleBasedStateMachine):
    """A newsroom that is built after every step."""

    world: World

    @initialize(trusting=st.booleans())
    def begin(self, trusting: bool) -> None:
        """A small newsroom; ``trusting``: stamps of files are believed at once."""
        self.world = World(trusting=trusting)
        self.steps = 0
        self.is_good = self.is_compared = False

    def teardown(self) -> None:
        """The last state is always compared."""
        if not hasattr(self, "world"):
            return
        try:
            if self.is_good and not self.is_compared:
                self.world.check()
        finally:
            self.world.close()

    # What editors do.

    @rule(ident=ids, body=words, title=words, topic=st.sampled_from(["energie", "handel"]))
    def write_report(self, ident: str, body: str, title: str, topic: str) -> None:
        """Adds or rewrites a report."""
        self.world.write_report(ident, title, body, topic)

    @rule(ident=ids, body=words)
    def edit_body(self, ident: str, body: str) -> None:
        """The commonest edit."""
        self.world.edit_body(ident, body)

    @rule(ident=st.sampled_from(IDS[1:]), other=st.sampled_from(["", *IDS[1:]]))
    def move_report(self, ident: str, other: str) -> None:
        """Deletes a report or gives it another id."""
        if other:
            self.world.rename_report(ident, other)
        else:
            self.world.delete_report(ident)

    @rule(ident=ids, lang=langs, title=words, is_link=st.booleans())
    def write_edition(self, ident: str, lang: str, title: str, is_link: bool) -> None:
        """Adds or removes an edition, also one that is a link."""
        if is_link:
            self.world.link_edition(ident)
        else:
            self.world.write_edition(ident, lang, title)

    @rule(ident=ids, lang=langs, word=words)
    def translate(self, ident: str, lang: str, word: str) -> None:
        """A machine fills an edition."""
        self.world.translate(ident, lang, word)

    @rule(ident=ids, lang=langs, how=st.sampled_from(["delete", "cut", "tag", "vouch"]))
    def change_catalogue(self, ident: str, lang: str, how: str) -> None:
        """A catalogue is edited, broken or deleted."""
        self.world.break_catalogue(ident, lang, how)

    @rule(ident=ids, status=st.sampled_from(["draft", "published", "withdrawn"]))
    def change_status(self, ident: str, status: str) -> None:
        """Publishes, withdraws, takes back."""
        self.world.change_facts(ident, "status", status)

    @rule(ident=ids, hour=st.integers(0, 23))
    def set_embargo(self, ident: str, hour: int) -> None:
        """Puts a report under embargo for some hours."""
        self.world.change_facts(ident, "embargo", f"2026-03-01T{hour:02}:00+01:00")

    @rule(ident=ids, colour=st.sampled_from(["red", "navy"]), until=st.sampled_from(["2026-02-01", "2026-03-02"]))
    def add_photo(self, ident: str, colour: str, until: str) -> None:
        """A picture that runs out."""
        self.world.add_photo(ident, colour, until)

    @rule(word=words, is_new=st.booleans())
    def change_people(self, word: str, is_new: bool) -> None:
        """Somebody is renamed or joins."""
        if is_new:
            self.world.add_person(word)
        else:
            self.world.change_person(word)

    @rule(word=words, is_gone=st.sampled_from([False, False, False, True]))
    def change_topics(self, word: str, is_gone: bool) -> None:
        """A topic is relabelled, or gone."""
        if is_gone:
            self.world.remove_topic()
        else:
            self.world.change_topic(word)

    @rule(word=words, size=st.integers(1, 3))
    def change_site(self, word: str, size: int) -> None:
        """Another claim, other page sizes."""
        self.world.change_site(word, size)

    @rule(word=words, name=st.sampled_from(TEMPLATES))
    def change_template(self, word: str, name: str) -> None:
        """A template or a partial."""
        self.world.change_template(word, name)

    @rule(word=st.sampled_from(["", "a", "b"]), name=st.sampled_from(["css/site.css", "css/neu.css"]))
    def change_static(self, word: str, name: str) -> None:
        """A static file of the theme."""
        self.world.change_static(word, name)

    @rule(word=words)
    def change_label(self, word: str) -> None:
        """A word of the theme."""
        self.world.change_label(word)

    # What else changes.

    @rule(publish=st.booleans(), lenient=st.booleans())
    def change_settings(self, publish: bool, lenient: bool) -> None:
        """Other settings."""
        self.world.settings = {"publish": publish, "lenient": lenient}

    @rule(version=st.integers(1, 3))
    def change_library(self, version: int) -> None:
        """A library makes other texts of the same words."""
        self.world.version = version

    @rule(hours=st.sampled_from([-30, 1, 5, 25]))
    def wait(self, hours: int) -> None:
        """Time goes on; or a clock is put right."""
        self.world.now += dt.timedelta(hours=hours)

    @precondition(lambda self: (self.world.folder / "output").exists())
    @rule(seed=st.integers(0, 999), how=st.sampled_from(["edit", "delete", "folder", "link", "same size", "touch"]))
    def damage_output(self, seed: int, how: str) -> None:
        """Somebody meddles with a file of the output."""
        self.world.damage_output(seed, how)

    @rule()
    def lose_output(self) -> None:
        """Somebody deletes the output."""
        self.world.lose_output()

    @rule(after=st.integers(0, 30))
    def kill_build(self, after: int) -> None:
        """A build does not come to its end."""
        self.world.kill_build(after)

    @rule(how=st.sampled_from(["remove", "store alone", "all but the store", "garble", "cut", "version"]))
    def lose_cache(self, how: str) -> None:
        """What is remembered is lost or damaged."""
        self.world.lose_cache(how)

    @invariant()
    def equals_a_clean_build(self) -> None:
        """Content with an error leaves the output as it was; otherwise it is that of a clean build."""
        before = self.world.newsroom.output()
        self.is_good = self.world.build()
        self.is_compared = False
        if not self.is_good:
            assert self.world.newsroom.output() == before
            return
        assert self.world.has_nothing_to_do()
        self.steps += 1
        if self.steps % EVERY == 0:
            self.is_compared = True
            self.world.check()


class TestIncremental(Incremental.TestCase):
    """An ordinary run."""

    settings = settings(max_examples=6, stateful_step_count=10, deadline=None)


@pytest.mark.nightly
class TestIncrementalNightly(Incremental.TestCase):
    """A run of nightly size."""

    settings = settings(max_examples=300, stateful_step_count=30, deadline=None)

"""The state machine of the oracle: any history of changes, builds between them, and the claim after each build."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.properties.bare_theme import TEMPLATES
from tests.properties.editors import IDS
from tests.properties.world import World

ids = st.sampled_from(IDS)
words = st.sampled_from(["Alpha", "Beta", "Gamma & Delta", "<b>Epsilon</b>"])
colours = st.sampled_from(["red", "navy"])
langs = st.sampled_from(["nl", "en"])

EVERY = 4
"""Builds after which the output is compared: a file that was left stale stays so."""
DAMAGES = ("edit", "delete", "folder", "link", "same size", "disguised", "touch", "copied", "folder gone")
LOSSES = ("store alone", "all but the store", "ledger", "standing", "older", "newer")
WHOLE_LOSSES = ("remove", "garble", "cut")
FOREIGN = ("CNAME", "de/eigenes.html", "de/2024/eins/notiz.txt", "de/2024/drei/notiz.txt", ".well-known/x")


class Incremental(RuleBasedStateMachine):
    """A newsroom that is built after almost every step."""

    world: World
    kinds = st.fixed_dictionaries({"trusting": st.booleans(), "bare": st.just(True)})
    """The sorts of worlds: arguments of ``World``."""

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        """A small newsroom."""
        self.world = World(**data.draw(self.kinds))
        self.builds = self.holding = 0
        self.is_good = self.is_compared = False

    def teardown(self) -> None:
        """The last state is always built and compared."""
        if not hasattr(self, "world"):
            return
        try:
            self.holding = 0
            if self.build_and_look() and not self.is_compared:
                self.world.check()
        finally:
            self.world.close()

    # What editors do.

    @rule(ident=ids, body=words, title=words, topic=st.sampled_from(["energie", "handel"]))
    def write_report(self, ident: str, body: str, title: str, topic: str) -> None:
        """Adds or rewrites a report."""
        self.world.write_report(ident, title, body, topic)

    @rule(count=st.integers(1, 5))
    def write_many(self, count: int) -> None:
        """Enough for lists of several pages."""
        self.world.write_many(count)

    @rule(ident=ids, body=words)
    def edit_body(self, ident: str, body: str) -> None:
        """The commonest edit."""
        self.world.edit_body(ident, body)

    @rule(ident=ids, body=words, lang=st.sampled_from(["de", "de", "nl", "en"]))
    def edit_text(self, ident: str, body: str, lang: str) -> None:
        """One that names nothing else of the newsroom."""
        self.world.edit_text(ident, body, lang)

    @rule(ident=ids, title=words, lang=st.sampled_from(["de", "de", "nl", "en"]))
    def edit_title(self, ident: str, title: str, lang: str) -> None:
        """A headline that lists, neighbours and feeds show."""
        self.world.edit_title(ident, title, lang)

    @rule(ident=st.sampled_from(IDS[1:]), other=st.sampled_from(["", *IDS[1:]]))
    def move_report(self, ident: str, other: str) -> None:
        """Deletes a report or gives it another id."""
        if other:
            self.world.rename_report(ident, other)
        else:
            self.world.delete_report(ident)

    @rule(ident=ids, slug=st.sampled_from(["neu", "anders"]))
    def change_slug(self, ident: str, slug: str) -> None:
        """An address that other texts link to; two reports of one address are an error."""
        self.world.change_slug(ident, f"{slug}-{ident}")

    @rule(ident=ids, day=st.integers(1, 28), year=st.sampled_from([2023, 2024]))
    def change_date(self, ident: str, day: int, year: int) -> None:
        """Neighbours, related reports and lists change places."""
        self.world.change_facts(ident, "date", f"{year}-02-{day:02}")

    @rule(ident=ids, alias=st.sampled_from(["[]", "[/de/alt/]", "[/en/old.html]", "[/de/alt/, /nl/oud/]"]))
    def change_aliases(self, ident: str, alias: str) -> None:
        """Old addresses; one that two reports claim is an error."""
        self.world.change_facts(ident, "aliases", alias)

    @rule(ident=ids, start=st.sampled_from(["2024-05-01", "2024-06-01T10:00"]))
    def change_event(self, ident: str, start: str) -> None:
        """Calendar files come with events."""
        self.world.change_facts(ident, "event", f"{{start: {start}, city: Venlo, country: NL}}")

    @rule(ident=ids, lang=langs, title=words, is_link=st.booleans())
    def write_edition(self, ident: str, lang: str, title: str, is_link: bool) -> None:
        """Adds or removes an edition, also one that is a link."""
        if is_link:
            self.world.link_edition(ident)
        else:
            self.world.write_edition(ident, lang, title)

    @rule(word=words, lang=st.sampled_from(["de", "nl"]), is_gone=st.sampled_from([False, False, True]))
    def change_page(self, word: str, lang: str, is_gone: bool) -> None:
        """A static page is written, edited or deleted."""
        if is_gone:
            self.world.delete_page()
        else:
            self.world.write_page(word, lang)

    @rule(ident=ids, status=st.sampled_from(["draft", "published", "withdrawn"]))
    def change_status(self, ident: str, status: str) -> None:
        """Publishes, withdraws, takes back."""
        self.world.change_facts(ident, "status", status)

    @rule(ident=ids, hour=st.integers(0, 23))
    def set_embargo(self, ident: str, hour: int) -> None:
        """Puts a report under embargo for some hours."""
        self.world.change_facts(ident, "embargo", f"2026-03-01T{hour:02}:00+01:00")

    @rule(ident=ids, colour=colours, until=st.sampled_from(["2026-02-01", "2026-03-02"]))
    def add_photo(self, ident: str, colour: str, until: str) -> None:
        """A picture that runs out."""
        self.world.add_photo(ident, colour, until)

    # What translators do.

    @rule(ident=ids, lang=langs, word=words)
    def translate(self, ident: str, lang: str, word: str) -> None:
        """A machine fills an edition."""
        self.world.translate(ident, lang, word)

    @rule(ident=ids, lang=langs, how=st.sampled_from(["delete", "cut", "tag", "vouch"]))
    def change_catalogue(self, ident: str, lang: str, how: str) -> None:
        """A catalogue is edited, broken or deleted."""
        self.world.break_catalogue(ident, lang, how)

    @rule(word=st.sampled_from(["", "Rol", "Functie"]))
    def change_shared_words(self, word: str) -> None:
        """The catalogue of roles and labels."""
        self.world.change_shared_words(word)

    @rule(word=st.sampled_from(["Wort", "anderes", "broken"]))
    def change_glossary(self, word: str) -> None:
        """Agreed words."""
        self.world.change_glossary(word)

    @rule(lang=st.sampled_from(["de", "nl"]), word=words)
    def change_label(self, lang: str, word: str) -> None:
        """A word of the theme."""
        self.world.change_label(lang, word)

    # What the newsroom's operators do.

    @rule(word=words, is_new=st.booleans())
    def change_people(self, word: str, is_new: bool) -> None:
        """Somebody is renamed or joins."""
        if is_new:
            self.world.add_person(word)
        else:
            self.world.change_person(word)

    @rule(name=st.sampled_from(["a", "b"]))
    def change_mail(self, name: str) -> None:
        """Somebody is reached elsewhere."""
        self.world.change_mail(name)

    @rule(ident=ids, person=st.sampled_from(["hans", "neu", "gone"]))
    def change_photographer(self, ident: str, person: str) -> None:
        """Somebody who took a picture, and may have no other part in it; or a person who is taken out."""
        if person == "gone":
            self.world.remove_person()
        else:
            self.world.photograph_by(ident, person)

    @rule(word=words, engine=st.sampled_from(["", "deepl", "deepl, libretranslate"]))
    def change_what_nobody_sees(self, word: str, engine: str) -> None:
        """A topic without reports, engines for translations."""
        if engine:
            self.world.change_engine(engine)
        else:
            self.world.add_topic(word)

    @rule(person=st.sampled_from(["erika", "hans"]))
    def change_press(self, person: str) -> None:
        """Who is called about every report that names nobody."""
        self.world.change_press(person)

    @rule(colour=colours)
    def add_portrait(self, colour: str) -> None:
        """Somebody has a portrait, or another one."""
        self.world.add_portrait(colour)

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

    @rule(languages=st.sampled_from(["de, nl, en", "de, en", "en, de, nl"]))
    def change_languages(self, languages: str) -> None:
        """Languages come, go, and change their order."""
        self.world.change_languages(languages)

    @rule(kind=st.sampled_from(["", "svg", "png"]), colour=colours)
    def change_logo(self, kind: str, colour: str) -> None:
        """The publisher's logo."""
        self.world.change_logo(kind, colour)

    @rule(brand=st.sampled_from(["", "dark", "brand.css"]), colour=colours)
    def change_brand(self, brand: str, colour: str) -> None:
        """A preset, or a style sheet of the newsroom's own."""
        self.world.change_brand(brand, colour)

    @rule(word=words, name=st.sampled_from(TEMPLATES))
    def change_template(self, word: str, name: str) -> None:
        """A template or a partial."""
        self.world.change_template(word, name)

    @rule(word=st.sampled_from(["", "a", "b"]), name=st.sampled_from(["css/site.css", "css/neu.css"]))
    def change_static(self, word: str, name: str) -> None:
        """A static file of the theme."""
        self.world.change_static(word, name)

    # What else changes.

    @rule(publish=st.booleans(), lenient=st.booleans(), drafts=st.booleans())
    def change_settings(self, publish: bool, lenient: bool, drafts: bool) -> None:
        """Other settings."""
        self.world.settings = {"publish": publish, "lenient": lenient, "drafts": drafts}

    @rule(version=st.integers(1, 3), is_code=st.booleans())
    def change_program(self, version: int, is_code: bool) -> None:
        """A library, or a module of ours, makes other texts of the same words."""
        if is_code:
            self.world.edit_code(version)
        else:
            self.world.version = version

    @rule(hours=st.sampled_from([-30, 1, 5, 25]))
    def wait(self, hours: int) -> None:
        """Time goes on; or a clock is put right."""
        self.world.now += dt.timedelta(hours=hours)

    @precondition(lambda self: (self.world.folder / "output").exists())
    @rule(seed=st.integers(0, 999), how=st.sampled_from(DAMAGES))
    def damage_output(self, seed: int, how: str) -> None:
        """Somebody meddles with a file of the output."""
        self.world.damage_output(seed, how)

    @rule(path=st.sampled_from(FOREIGN), word=words)
    def add_foreign(self, path: str, word: str) -> None:
        """Somebody keeps a file of their own in the output."""
        self.world.add_foreign(path, word)

    @rule()
    def lose_output(self) -> None:
        """Somebody deletes the output."""
        self.world.lose_output()

    @rule(after=st.integers(0, 30))
    def kill_build(self, after: int) -> None:
        """A build does not come to its end."""
        self.world.kill_build(after)

    @rule(how=st.sampled_from([*LOSSES, *WHOLE_LOSSES]))
    def lose_cache(self, how: str) -> None:
        """What is remembered is lost or damaged.

        Where the list of what is ours goes too, what the site no longer has must be known before: nobody
        can tell it from a file of somebody else's.
        """
        if how in WHOLE_LOSSES:
            self.holding = 0
            if not self.build_and_look():
                return
        self.world.lose_cache(how)
        if how in WHOLE_LOSSES:
            self.build_and_look()

    @rule(publish=st.booleans(), drafts=st.booleans())
    def build_elsewhere(self, publish: bool, drafts: bool) -> None:
        """Another output folder, with other settings, of the same memory."""
        wanted = {"publish": publish, "drafts": drafts, "lenient": True}
        if self.world.build(**wanted, output=self.world.folder / "other"):
            self.world.check("other", **wanted)

    @rule(steps=st.integers(1, 3))
    def hold(self, steps: int) -> None:
        """Nobody builds for some steps: several changes come at once."""
        self.holding = steps

    def build_and_look(self) -> bool:
        """Builds; content with an error leaves the output as it was, otherwise nothing is left to do."""
        before = self.world.newsroom.output()
        self.is_good = self.world.build()
        self.is_compared = False
        if not self.is_good:
            assert self.world.newsroom.output() == before
            return False
        assert self.world.has_nothing_to_do()
        return True

    @invariant()
    def equals_a_clean_build(self) -> None:
        """The claim."""
        if self.holding:
            self.holding -= 1
            return
        if not self.build_and_look():
            return
        self.builds += 1
        if self.builds % EVERY == 0:
            self.is_compared = True
            self.world.check()

"""Whatever happens to a report, no sentence a person wrote disappears or is published as something else."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from plugins.newsroom.model import Edition, Provenance, Report, State
from plugins.translation.adopt import NotAdoptableError, adopt
from plugins.translation.carry import carried
from plugins.translation.catalogue import Catalogue, Entry, Origin
from plugins.translation.fill import fill
from plugins.translation.findings import answers_to, questions
from plugins.translation.findings import with_answers as with_answers_to
from plugins.translation.gate.checks import Rules
from plugins.translation.merge import Answer, new_catalogue, rebased, wanting, with_answers
from plugins.translation.minor import minor
from plugins.translation.po_read import read_catalogue
from plugins.translation.po_write import write_catalogue
from plugins.translation.refusals import NotReviewableError
from plugins.translation.review import Reviewer, keeping, laid_out, review
from plugins.translation.segments import cut_edition
from plugins.translation.unprotect import TagMismatchError
from tests.unit.translation.samples import LANGUAGES, ORIGINAL, POLICY, report

PARAGRAPHS = (
    "Alpha beta gamma delta.",
    "Alpha beta gamma epsilon.",
    "Alpha **beta** gamma delta.",
    "Zeta eta theta, siehe [Iota](report:zwei).",
    "- Punkt eins",
    "Es kamen 40 Gäste zur Messe.",
    "Es kamen 60 Gäste zur Messe.",
)
RULES = Rules("de", "nl")
DAY = dt.date(2024, 5, 4)
SOURCES = st.lists(st.sampled_from(PARAGRAPHS), max_size=4)
NUMBERS = st.integers(0, 30)
Pair = tuple[str, str]


def marked(words: str, source: str) -> str:
    """A translation that keeps the tags of its source."""
    return words + ' <g id="1">x</g>' if "<g" in source else words


def by_hand(number: int, source: str) -> str:
    """What a person writes: a sentence of its own; where the source has a number, with that number."""
    guests = re.search(r"\d+", source)
    if guests is None or "<g" in source:  # a tag's number is none of the text
        return marked(f"mens {number}", source)
    own = "".join("abcdefghij"[int(digit)] for digit in str(number))
    return f"Er kwamen {guests[0]} gasten naar de beurs, zei {own}."


class Newsroom(RuleBasedStateMachine):
    """A report, its Dutch catalogue as a file, sometimes a Dutch file: and people and machines at work."""

    @initialize(paragraphs=SOURCES)
    def begin(self, paragraphs: list[str]) -> None:
        """A new report without any translation."""
        self.count = itertools.count(1)
        self.versions: list[Edition] = []
        self.written: Edition | None = None
        self.mine: set[str] = set()
        self.valid: set[Pair] = set()
        self.machines: set[str] = set()
        self.read: set[Pair] = set()
        self.asked: dict[Pair, str] = {}
        self.now = self.with_paragraphs(paragraphs)
        self.keep(new_catalogue(self.report(), "nl"))

    def with_paragraphs(self, paragraphs: list[str]) -> Edition:
        """The original with that body, noted as one of its versions."""
        small = replace(ORIGINAL, kicker="", photos=(), links=(), corrections=())
        version = replace(small, body="\n\n".join(paragraphs) + "\n")
        self.versions.append(version)
        return version

    def report(self) -> Report:
        """The report as it stands."""
        return report(self.now, *([self.written] if self.written else []))

    def keep(self, catalogue: Catalogue) -> None:
        """The catalogue goes to its file and is read from there."""
        reading = read_catalogue(write_catalogue(catalogue), "nl.po", "nl")
        assert reading.catalogue is not None and reading.problems == ()
        self.catalogue = reading.catalogue

    def shown(self) -> Edition | None:
        """What readers get in Dutch."""
        return fill(self.report(), [self.catalogue], LANGUAGES, POLICY).edition("nl")

    @rule(paragraphs=SOURCES)
    def edit(self, paragraphs: list[str]) -> None:
        """The original is rewritten."""
        self.now = self.with_paragraphs(paragraphs)

    @rule(at=NUMBERS, text=st.sampled_from(PARAGRAPHS))
    def insert(self, at: int, text: str) -> None:
        """A paragraph is put in."""
        paragraphs = self.now.body.rstrip("\n").split("\n\n")
        self.now = self.with_paragraphs([*paragraphs[: at % 5], text, *paragraphs[at % 5 :]])

    @rule(which=NUMBERS)
    def revert(self, which: int) -> None:
        """The original goes back to one of its former states."""
        self.now = self.versions[which % len(self.versions)]

    @rule(title=st.sampled_from(["Titel eins", "Titel zwei", "Titel zwo"]))
    def retitle(self, title: str) -> None:
        """The original gets another title."""
        self.now = replace(self.now, title=title)
        self.versions.append(self.now)

    @precondition(lambda self: self.written is None)
    @rule(answered=st.sampled_from([9, 9, 9, 0, 1, 2]), doubtful=st.booleans())
    def translate(self, answered: int, doubtful: bool) -> None:
        """A run, which may end before all is answered, of an engine that answers what nobody asked."""
        catalogue = rebased(self.report(), self.catalogue)
        answers = {(e.key, e.source): Answer(marked("unasked", e.source)) for e in catalogue.entries}
        for number, segment in enumerate(wanting(catalogue)):
            if number < answered:
                answer = marked(f"machine {next(self.count)}", segment.text)
                self.machines.add(answer)
                self.valid.add((segment.text, answer))
                findings = (f"answer: number: “{next(self.count)}” has no answer",) if doubtful else ()
                answers[segment.key, segment.text] = Answer(answer, findings)
                if findings:
                    self.asked[segment.text, answer] = findings[0]
            else:
                del answers[segment.key, segment.text]
        provenance = Provenance(engine="pseudo", model="m", date=DAY)
        self.keep(with_answers(self.report(), catalogue, answers, provenance, DAY))

    @precondition(lambda self: self.catalogue.entries)
    @rule(which=NUMBERS, fuzzy=st.booleans())
    def write_by_hand(self, which: int, fuzzy: bool) -> None:
        """A person translates one text in the file, in Poedit or in a text editor (which leaves the mark)."""
        entry = self.catalogue.entries[which % len(self.catalogue.entries)]
        sentence = by_hand(next(self.count), entry.source)
        self.mine.discard(entry.target)
        self.exchange(entry, replace(entry, target=sentence, fuzzy=fuzzy))
        self.mine.add(sentence)
        self.asked.pop((entry.source, entry.target), None)
        if not fuzzy:
            self.valid.add((entry.source, sentence))

    @precondition(lambda self: any(e.origin is Origin.UNFINISHED for e in self.catalogue.entries))
    @rule(which=NUMBERS)
    def finish(self, which: int) -> None:
        """A person takes the mark from words that needed work."""
        found = [e for e in self.catalogue.entries if e.origin is Origin.UNFINISHED]
        entry = found[which % len(found)]
        self.exchange(entry, replace(entry, fuzzy=False))
        self.valid.add((entry.source, entry.target))

    @rule()
    def strip(self) -> None:
        """Another program takes every comment and every mark out of the file, and leaves its head."""
        text = write_catalogue(self.catalogue).decode()
        lines = [line for line in text.splitlines() if not line.startswith(("#.", "#,", "#|", "#~"))]
        bare = read_catalogue(("\n".join(lines) + "\n").encode(), "nl.po", "nl")
        assert bare.catalogue is not None
        for old, new in zip(self.catalogue.entries, bare.catalogue.entries, strict=True):
            if old.origin in (Origin.MACHINE, Origin.STALE, Origin.UNKNOWN):
                assert new.origin is Origin.UNKNOWN
            assert bool(new.open) >= bool(old.open)

    @precondition(lambda self: self.written is None and any(e.open for e in self.catalogue.entries))
    @rule(which=NUMBERS)
    def answer(self, which: int) -> None:
        """A person says of one finding that it is right."""
        asked = questions(self.catalogue)
        if asked:
            one = asked[which % len(asked)]
            self.keep(with_answers_to(self.catalogue, answers_to((one,), {one.key: "so it is"}, "Julia", "", DAY)))
            self.asked = {p: f for p, f in self.asked.items() if (p, f) != ((one.source, one.target), one.finding)}

    @precondition(lambda self: any(e.origin is Origin.BEHIND for e in self.catalogue.entries))
    @rule(which=NUMBERS)
    def stand(self, which: int) -> None:
        """A person lets her words stand for the new source too."""
        found = [e for e in self.catalogue.entries if e.origin is Origin.BEHIND]
        entry = found[which % len(found)]
        try:
            self.keep(keeping(self.catalogue, entry))
        except TagMismatchError:
            return
        self.valid |= {(entry.source, entry.target)}

    @precondition(lambda self: self.written is None)
    @rule()
    def carry(self) -> None:
        """A run brings changed numbers into people's sentences, and says so."""
        before = rebased(self.report(), self.catalogue)
        after = carried(before, RULES)
        for old, new in zip(before.entries, after.entries, strict=True):
            if old.target != new.target:
                assert old.origin is Origin.BEHIND
                assert new.open[0].startswith("answer: carried: ")
                self.mine = (self.mine - {old.target}) | {new.target}
                self.valid.add((new.source, new.target))
                self.asked[new.source, new.target] = new.open[0]
        self.keep(after)

    @precondition(lambda self: any(e.origin is Origin.MACHINE for e in self.catalogue.entries))
    @rule(which=NUMBERS)
    def confirm(self, which: int) -> None:
        """A person takes the fuzzy mark from a machine's words."""
        found = [e for e in self.catalogue.entries if e.origin is Origin.MACHINE]
        entry = found[which % len(found)]
        self.exchange(entry, replace(entry, fuzzy=False))
        self.mine.add(entry.target)

    def exchange(self, old: Entry, new: Entry) -> None:
        """One entry of the file changed."""
        self.keep(replace(self.catalogue, entries=tuple(new if e is old else e for e in self.catalogue.entries)))

    @rule(slip=st.booleans())
    def review(self, slip: bool) -> None:
        """A person reviews what is shown, or lets a small change pass."""
        before, of = self.catalogue, self.report()
        try:
            if slip:
                self.keep(minor(of, "nl", before, DAY))
            else:
                reading = laid_out(of, "nl", before)
                given = answers_to(reading.open, {q.key: "so it is" for q in reading.open}, "Julia", "", DAY)
                self.keep(review(reading, of, Reviewer("Julia", "Presse", DAY), given))
        except NotReviewableError:
            return
        pairs = {(e.source, e.target) for e in self.catalogue.entries if e.usable}
        if slip:
            self.valid |= pairs
            was = {target for _, target in self.read}
            self.read |= {pair for pair in pairs if pair[1] in was}
        elif self.written is None:
            self.read |= pairs
            self.asked = {pair: finding for pair, finding in self.asked.items() if pair not in pairs}
        else:
            sides = cut_edition(self.now).segments, cut_edition(self.written).segments
            self.read |= {(ours.text, theirs.text) for ours, theirs in zip(*sides, strict=False)}

    @precondition(lambda self: self.written is None)
    @rule()
    def adopt(self) -> None:
        """A person makes the edition her own."""
        try:
            adopted = adopt(self.report(), "nl", self.catalogue, DAY)
        except NotAdoptableError:
            return
        shown = self.shown()
        assert shown is not None
        self.written = replace(shown, state=State.WRITTEN, provenance=None, stale=False)
        self.keep(adopted.catalogue)

    @precondition(lambda self: self.written is not None)
    @rule()
    def rewrite(self) -> None:
        """A person changes her own edition."""
        assert self.written is not None
        self.written = replace(self.written, title=f"Eigen {next(self.count)}")

    @precondition(lambda self: self.written is not None)
    @rule()
    def remove(self) -> None:
        """A person deletes her own edition again."""
        self.written = None

    @invariant()
    def no_sentence_of_a_person_is_lost(self) -> None:
        """Each is in the catalogue as a person's, whatever has become of its source."""
        kept = (*self.catalogue.entries, *self.catalogue.memory)
        theirs = (Origin.PERSON, Origin.UNFINISHED, Origin.BEHIND)
        assert self.mine <= {e.target for e in kept if e.origin in theirs}

    @invariant()
    def no_machine_takes_the_place_of_a_person(self) -> None:
        """Beside each text that a person's words stood for, there are hers, or she is asked."""
        fresh = rebased(self.report(), self.catalogue)
        before = {e.target for e in self.catalogue.entries if e.origin in (Origin.PERSON, Origin.BEHIND)}
        before -= self.machines
        lacking = {(segment.key, segment.text) for segment in wanting(fresh)}
        assert not any(e.target in before and (e.key, e.source) in lacking for e in fresh.entries)

    @invariant()
    def no_finding_vanishes(self) -> None:
        """As long as the words stand that it is about, until somebody answers it by name."""
        open_ = {(e.source, e.target): e.open for e in (*self.catalogue.entries, *self.catalogue.memory)}
        for pair, finding in self.asked.items():
            assert pair not in open_ or finding in open_[pair]

    @invariant()
    def a_written_edition_is_untouched(self) -> None:
        """Nothing in it changes but what is known of it."""
        if self.written is not None:
            shown = self.shown()
            assert shown is not None
            assert replace(shown, stale=False, provenance=None, state=State.WRITTEN) == self.written

    @invariant()
    def what_is_shown_belongs_to_its_source(self) -> None:
        """Text by text; a stale edition belongs to an earlier state of the original as a whole."""
        shown = self.shown()
        if self.written is not None or shown is None:
            return
        targets = [segment.text for segment in cut_edition(shown).segments]
        states = self.versions if shown.stale else [self.now]
        texts = [[segment.text for segment in cut_edition(version).segments] for version in states]
        fitting = [t for t in texts if len(t) == len(targets) and set(zip(t, targets, strict=True)) <= self.valid]
        assert fitting

    @invariant()
    def nobody_is_named_for_words_she_has_not_seen(self) -> None:
        """Reviewed are exactly these paragraphs, on both sides; written is what no machine made."""
        shown = self.shown()
        if self.written is not None or shown is None:
            return
        targets = {segment.text for segment in cut_edition(shown).segments}
        if shown.state is State.REVIEWED:
            assert targets <= {target for _, target in self.read}
        if shown.state is State.REVIEWED and not shown.stale:
            pairs = zip(cut_edition(self.now).segments, cut_edition(shown).segments, strict=True)
            assert {(ours.text, theirs.text) for ours, theirs in pairs} <= self.read
        if shown.state is State.WRITTEN:
            assert not targets & self.machines


class TestHumanWords(Newsroom.TestCase):  # type: ignore[misc, valid-type]
    """Some hundred stories."""

    settings = settings(max_examples=30, stateful_step_count=25, deadline=None)


@pytest.mark.nightly
class TestManyHumanWords(Newsroom.TestCase):  # type: ignore[misc, valid-type]
    """A run of nightly size."""

    settings = settings(max_examples=10_000, stateful_step_count=60, deadline=None)

"""Whatever happens to a report, no sentence a person wrote disappears or is published as something else."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from plugins.newsroom.model import Edition, Report, State
from plugins.translation.adopt import NotAdoptableError, adopt
from plugins.translation.carry import carried
from plugins.translation.catalogue import Entry, Origin
from plugins.translation.fill import fill
from plugins.translation.findings import answers_to, questions
from plugins.translation.findings import with_answers as with_answers_to
from plugins.translation.gate.checks import Rules
from plugins.translation.merge import Answer, new_catalogue, rebased, wanting
from plugins.translation.minor import minor
from plugins.translation.refusals import NotReviewableError
from plugins.translation.review import Reviewer, keeping, laid_out, review
from plugins.translation.segments import cut_edition
from plugins.translation.unprotect import TagMismatchError
from tests.properties.other_hands import DAY, MACHINE, NUMBERS, OtherHands, Pair, by_hand, marked
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
SOURCES = st.lists(st.sampled_from(PARAGRAPHS), max_size=4)


@lru_cache(maxsize=20_000)
def texts_of(edition: Edition) -> tuple[str, ...]:
    """The texts of an edition, in order; the same edition is looked at again and again."""
    return tuple(segment.text for segment in cut_edition(edition).segments)


class Newsroom(OtherHands):
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
        self.vouched: set[Pair] = set()
        self.asked: dict[Pair, str] = {}
        self.paid: dict[str, str] = {}
        self.files: list[bytes] = []
        self.seen: tuple[object, ...] = ()
        self.filled_from: tuple[object, ...] = (None, None, None)
        self.filled: Edition | None = None
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

    def shown(self) -> Edition | None:
        """What readers get in Dutch."""
        state = self.now, self.written, self.catalogue
        if not all(a is b for a, b in zip(state, self.filled_from, strict=True)):
            self.filled_from = state
            self.filled = fill(self.report(), [self.catalogue], LANGUAGES, POLICY).edition("nl")
        return self.filled

    @rule(paragraphs=SOURCES)
    def edit(self, paragraphs: list[str]) -> None:
        """The original is rewritten."""
        self.now = self.with_paragraphs(paragraphs)

    @rule(at=NUMBERS, text=st.sampled_from(PARAGRAPHS))
    def insert(self, at: int, text: str) -> None:
        """A paragraph is put in."""
        paragraphs = self.now.body.rstrip("\n").split("\n\n")
        self.now = self.with_paragraphs([*paragraphs[: at % 5], text, *paragraphs[at % 5 :]])

    @rule(at=st.integers(0, 200), letter=st.sampled_from("aeinrst"), digit=st.sampled_from("123456789"))
    def slip(self, at: int, letter: str, digit: str) -> None:
        """One letter or one digit of the original is another."""
        body = self.now.body
        places = [
            match.start() for match in re.finditer(r"(?<=\w)\w", re.sub(r"\(.*?\)", lambda m: "-" * len(m[0]), body))
        ]
        if places:
            place = places[at % len(places)]
            sign = digit if body[place].isdigit() else letter
            self.now = replace(self.now, body=body[:place] + sign + body[place + 1 :])
            self.versions.append(self.now)

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
                answer = self.machine(segment.text)
                findings = (f"answer: number: “{next(self.count)}” has no answer",) if doubtful else ()
                answers[segment.key, segment.text] = Answer(answer, findings)
                if findings:
                    self.asked[segment.text, answer] = findings[0]
            else:
                del answers[segment.key, segment.text]
        self.filed(catalogue, answers, MACHINE)

    @precondition(lambda self: self.catalogue.entries)
    @rule(which=NUMBERS, fuzzy=st.booleans())
    def write_by_hand(self, which: int, fuzzy: bool) -> None:
        """A person translates one text in the file, in Poedit or in a text editor (which leaves the mark)."""
        entry = self.catalogue.entries[which % len(self.catalogue.entries)]
        sentence = by_hand(next(self.count), entry.source)
        self.mine.discard(entry.target)
        self.exchange(entry, replace(entry, target=sentence, fuzzy=fuzzy, unsigned=False))
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
        if ("<g" in entry.source) != ("<g" in entry.target):  # told, with its line, and finished by nobody
            return
        self.exchange(entry, replace(entry, fuzzy=False))
        self.valid.add((entry.source, entry.target))

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
        self.vouched.add((entry.source, entry.target))

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
            for known in (self.read, self.vouched):
                was = {target for _, target in known}
                known |= {pair for pair in pairs if pair[1] in was}
        elif self.written is None:
            self.read |= pairs
            self.vouched |= {pair for pair in pairs if pair[1] in self.machines}
            self.asked = {pair: finding for pair, finding in self.asked.items() if pair not in pairs}
        else:
            self.read |= set(zip(texts_of(self.now), texts_of(self.written), strict=False))

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
    def all_that_is_promised_holds(self) -> None:
        """Looked at anew where something has changed."""
        now = (
            self.now,
            self.written,
            self.catalogue,
            *(len(each) for each in (self.mine, self.valid, self.read, self.asked)),
        )
        if len(now) == len(self.seen) and all(a is b or a == b for a, b in zip(now, self.seen, strict=True)):
            return
        self.no_sentence_of_a_person_is_lost()
        self.no_machine_takes_the_place_of_a_person()
        self.no_finding_vanishes()
        self.a_written_edition_is_untouched()
        self.what_is_shown_belongs_to_its_source()
        self.nobody_is_named_for_words_she_has_not_seen()
        self.seen = now

    def no_sentence_of_a_person_is_lost(self) -> None:
        """Each is in the catalogue as a person's, whatever has become of its source."""
        kept = (*self.catalogue.entries, *self.catalogue.memory)
        theirs = (Origin.PERSON, Origin.UNFINISHED, Origin.BEHIND, Origin.UNKNOWN)
        assert self.mine <= {e.target for e in kept if e.origin in theirs}

    def no_machine_takes_the_place_of_a_person(self) -> None:
        """Beside each text that a person's words stood for, there are hers, or she is asked."""
        fresh = rebased(self.report(), self.catalogue)
        before = {e.target for e in self.catalogue.entries if e.origin in (Origin.PERSON, Origin.BEHIND)}
        before -= self.machines
        lacking = {(segment.key, segment.text) for segment in wanting(fresh)}
        assert not any(e.target in before and (e.key, e.source) in lacking for e in fresh.entries)

    def no_finding_vanishes(self) -> None:
        """As long as the words stand that it is about, until somebody answers it by name."""
        standing: dict[Pair, list[Entry]] = defaultdict(list)  # a text may be there twice, once as a stale one's
        for entry in (*self.catalogue.entries, *self.catalogue.memory):
            standing[entry.source, entry.target].append(entry)
        for pair, finding in self.asked.items():
            found = standing.get(pair, [])
            assert not found or any(finding in entry.open for entry in found)
            assert all(finding in entry.open for entry in found if entry.usable)

    def a_written_edition_is_untouched(self) -> None:
        """Nothing in it changes but what is known of it."""
        if self.written is not None:
            shown = self.shown()
            assert shown is not None
            assert replace(shown, stale=False, provenance=None, state=State.WRITTEN) == self.written

    def what_is_shown_belongs_to_its_source(self) -> None:
        """Text by text; a stale edition belongs to an earlier state of the original as a whole."""
        shown = self.shown()
        if self.written is not None or shown is None:
            return
        targets = texts_of(shown)
        states = self.versions if shown.stale else [self.now]
        texts = [texts_of(version) for version in states]
        fitting = [t for t in texts if len(t) == len(targets) and set(zip(t, targets, strict=True)) <= self.valid]
        assert fitting

    def nobody_is_named_for_words_she_has_not_seen(self) -> None:
        """Reviewed are exactly these paragraphs, on both sides; written is what no machine made."""
        shown = self.shown()
        if self.written is not None or shown is None:
            return
        targets = set(texts_of(shown))
        if shown.state is State.REVIEWED:
            assert targets <= {target for _, target in self.read}
        if shown.state is State.REVIEWED and not shown.stale:
            assert set(zip(texts_of(self.now), texts_of(shown), strict=True)) <= self.read
        if shown.state is State.WRITTEN:
            assert not targets & self.machines


class TestHumanWords(Newsroom.TestCase):  # type: ignore[misc, valid-type]
    """Some hundred stories."""

    settings = settings(max_examples=30, stateful_step_count=25, deadline=None)


@pytest.mark.nightly
class TestManyHumanWords(Newsroom.TestCase):  # type: ignore[misc, valid-type]
    """A run of nightly size."""

    settings = settings(max_examples=10_000, stateful_step_count=60, deadline=None)

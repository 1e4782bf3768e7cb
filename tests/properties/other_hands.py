"""What comes to a catalogue from elsewhere: agencies, other programs, other branches, runs that are killed."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Mapping
from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from plugins.desk.merge import merged
from plugins.newsroom.model import Edition, Provenance, Report
from plugins.translation.catalogue import Catalogue, Entry, Origin
from plugins.translation.merge import Answer, rebased, with_answers
from plugins.translation.po_read import LOST, read_catalogue
from plugins.translation.po_write import write_catalogue
from plugins.translation.run.filing import CatalogueResult, with_room
from plugins.translation.vouched import replaced

DAY = dt.date(2024, 5, 4)
MACHINE = Provenance(engine="pseudo", model="m", date=DAY)
NUMBERS = st.integers(0, 30)
Pair = tuple[str, str]
"""(source, translation)."""
KEPT = 5
"""So many former states of the file from which a branch may have begun."""
_OF_MACHINES = (Origin.NOBODY, Origin.STALE, Origin.MACHINE)
_COMMENTS = (("#.",), ("#.", "#,"), ("#.", "#,", "#|"), ("#.", "#,", "#|", "#~"))


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


class OtherHands(RuleBasedStateMachine):
    """The catalogue of one report, and all that is known of whose words are in it."""

    count: itertools.count[int]
    now: Edition
    versions: list[Edition]
    written: Edition | None
    catalogue: Catalogue
    files: list[bytes]
    """The last states of the file."""
    mine: set[str]
    """Sentences of people."""
    valid: set[Pair]
    """Pairs that somebody or something made for each other."""
    machines: set[str]
    read: set[Pair]
    """Pairs that were reviewed."""
    vouched: set[Pair]
    """Pairs with a machine's words that a person reviewed, or confirmed by hand."""
    asked: dict[Pair, str]
    """Findings that nobody has answered."""
    paid: dict[str, str]
    """Answers of a run that was killed."""

    def report(self) -> Report:
        """The report as it stands."""
        raise NotImplementedError

    def keep(self, catalogue: Catalogue) -> None:
        """The catalogue goes to its file and is read from there."""
        data = write_catalogue(catalogue)
        reading = read_catalogue(data, "nl.po", "nl")
        assert reading.catalogue is not None
        broken = [entry for entry in reading.catalogue.entries if entry.broken]  # told with their line, and not shown
        assert len(reading.problems) == len(broken) and {e.origin for e in broken} <= {Origin.UNFINISHED}
        self.catalogue = reading.catalogue
        self.files = [*self.files[1 - KEPT :], data]

    def exchange(self, old: Entry, new: Entry) -> None:
        """One entry of the file changed."""
        self.keep(replace(self.catalogue, entries=tuple(new if e is old else e for e in self.catalogue.entries)))

    def machine(self, source: str) -> str:
        """What a machine answers; what it answered before the run was killed, where that was paid for."""
        answer = self.paid.pop(source, None) or marked(f"machine {next(self.count)}", source)
        self.machines.add(answer)
        self.valid.add((source, answer))
        return answer

    def filed(self, before: Catalogue, answers: Mapping[Pair, Answer], made: Provenance) -> None:
        """The answers go into the (rebased) catalogue; vouched words that make room for them are told."""
        after = with_answers(self.report(), before, answers, made, DAY)
        told = {(entry.previous, entry.target) for entry in replaced(before, after)}
        for old, new in zip(before.entries, after.entries, strict=True):
            gone = old.target and old.target != new.target and new.origin is Origin.MACHINE
            assert not gone or (old.previous or old.source, old.target) not in self.vouched - told
        self.keep(after)

    @precondition(lambda self: self.written is None)
    @rule(which=NUMBERS)
    def kill(self, which: int) -> None:
        """A run ends after an answer was paid for, before the file was written."""
        catalogue = rebased(self.report(), self.catalogue)
        lacking = [entry for entry in catalogue.entries if entry.origin in (Origin.NOBODY, Origin.STALE)]
        if lacking:
            source = lacking[which % len(lacking)].source
            self.paid[source] = self.paid.get(source) or marked(f"machine {next(self.count)}", source)

    @precondition(lambda self: self.written is None)
    @rule(which=NUMBERS)
    def again(self, which: int) -> None:
        """A person asks for other words than a machine's."""
        catalogue = rebased(self.report(), self.catalogue)
        found = [entry for entry in catalogue.entries if entry.origin in _OF_MACHINES]
        if found:
            entry = found[which % len(found)]
            name = entry.key, entry.source
            self.paid.pop(entry.source, None)
            answer = Answer(self.machine(entry.source))
            result = CatalogueResult({name: (answer, MACHINE)}, again=True)
            self.filed(with_room(catalogue, result), {name: answer}, MACHINE)

    @precondition(lambda self: self.written is None)
    @rule(which=NUMBERS, finished=st.booleans())
    def bring(self, which: int, finished: bool) -> None:
        """An agency sends back a text, finished or marked for a review."""
        catalogue = rebased(self.report(), self.catalogue)
        found = [entry for entry in catalogue.entries if entry.origin in _OF_MACHINES]
        if not found:
            return
        entry = found[which % len(found)]
        name, sentence = (entry.key, entry.source), by_hand(next(self.count), entry.source)
        finding = f"answer: state: the agency marked this “needs-review-translation {next(self.count)}”"
        made = Provenance(translator="Bureau") if finished else MACHINE
        answer = Answer(sentence, () if finished else (finding,))
        result = CatalogueResult({name: (answer, made)}, translator="Bureau")
        room = with_room(catalogue, result)
        self.valid.add((entry.source, sentence))
        if finished:
            self.mine.add(sentence)
            self.keep(with_answers(self.report(), room, {name: answer}, made, DAY))
        else:
            self.machines.add(sentence)
            self.asked[entry.source, sentence] = finding
            self.filed(room, {name: answer}, made)

    @rule(comments=st.sampled_from(_COMMENTS), taken=st.booleans())
    def strip(self, comments: tuple[str, ...], taken: bool) -> None:
        """Another program takes comments and marks out of the file, and leaves its head; sometimes it stays so."""
        lines = [line for line in write_catalogue(self.catalogue).decode().splitlines() if line[:2] not in comments]
        reading = read_catalogue(("\n".join(lines) + "\n").encode(), "nl.po", "nl")
        bare = reading.catalogue
        assert bare is not None
        for old, new in zip(self.catalogue.entries, bare.entries, strict=True):
            if old.origin in (Origin.MACHINE, Origin.UNKNOWN):
                assert new.origin in (Origin.MACHINE, Origin.UNKNOWN)
            if old.origin in (Origin.STALE, Origin.BEHIND, Origin.UNFINISHED):
                assert not new.usable
            assert bool(new.open) >= bool(old.open and new.target)
        if taken and not reading.problems:
            there = {(e.source, e.target): e.open for e in (*bare.entries, *bare.memory)}
            self.asked = {p: f if f in there[p] else LOST for p, f in self.asked.items() if p in there}
            self.mine &= {target for _, target in there} if "#~" in comments else self.mine
            self.catalogue = bare

    @rule(crlf=st.booleans(), mark=st.booleans())
    def save_elsewhere(self, crlf: bool, mark: bool) -> None:
        """A program of Windows saves the file: line ends and a byte order mark change nothing."""
        data = write_catalogue(self.catalogue)
        data = (b"\xef\xbb\xbf" if mark else b"") + (data.replace(b"\n", b"\r\n") if crlf else data)
        found = read_catalogue(data, "nl.po", "nl").catalogue
        assert found is not None and write_catalogue(found) == write_catalogue(self.catalogue)

    @precondition(lambda self: self.files and self.catalogue.entries)
    @rule(age=NUMBERS, which=NUMBERS)
    def merge(self, age: int, which: int) -> None:
        """A translator's branch, begun some saves ago, comes back: joined line by line, or in conflict."""
        base = self.files[age % len(self.files)]
        began = read_catalogue(base, "nl.po", "nl").catalogue
        assert began is not None
        if not began.entries:
            return
        entry = began.entries[which % len(began.entries)]
        sentence = by_hand(next(self.count), entry.source)
        theirs = replace(entry, target=sentence, fuzzy=False, unsigned=False)
        branch = write_catalogue(replace(began, entries=tuple(theirs if e is entry else e for e in began.entries)))
        head, rest = base.partition(b"\n\n")[0], branch.partition(b"\n\n")[2]
        ours = write_catalogue(self.catalogue)
        joined = merged(*(data.decode() for data in (base, ours, head + b"\n\n" + rest)))
        if joined is None:
            return
        reading = read_catalogue(joined.encode(), "nl.po", "nl")
        if reading.catalogue is None or reading.problems:
            assert reading.problems and all(problem.line and "elete" not in problem.fix for problem in reading.problems)
            return
        there = {(e.source, e.target) for e in (*reading.catalogue.entries, *reading.catalogue.memory)}
        assert (entry.source, sentence) in there
        self.mine = (self.mine - {entry.target}) | {sentence}
        self.valid.add((entry.source, sentence))
        self.asked = {pair: finding for pair, finding in self.asked.items() if pair in there}
        self.keep(reading.catalogue)

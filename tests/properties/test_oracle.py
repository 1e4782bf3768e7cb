"""The oracle can fail: with one invalidation broken on purpose, it says which outputs are out of date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import replace
from unittest import mock

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from plugins.build import state
from plugins.build.bundle_record import Prepared
from plugins.build.context_parts import ContextParts
from plugins.build.plan import Plan
from plugins.build.recall import LastSetting
from plugins.cache.digest import digest
from plugins.cache.inputs import Inputs
from plugins.cache.output import Output
from plugins.cache.stamp import FileStatus
from plugins.newsroom.front_matter import Halves
from plugins.pages.entry import Entry
from plugins.pages.outputs.context import OutputContext
from plugins.pages.outputs.part import HEAD, PERSON, TEXT
from plugins.pages.plan import Job, Planner
from tests.properties.machine import Incremental
from tests.properties.world import World

Breaking = Callable[[], AbstractContextManager[object]]


@contextmanager
def without(part: str, kinds: tuple[str, ...] = ()) -> Iterator[None]:
    """Takes one part out of the fingerprint of every output, or of those kinds."""
    plain = Planner.jobs

    def jobs(planner: Planner, owner: str) -> Iterator[Job]:
        for job in plain(planner, owner):
            kept = tuple(pair for pair in job.parts if pair[0] != part)
            yield replace(job, given=kept) if not kinds or job.kind in kinds else job

    with mock.patch.object(Planner, "jobs", jobs):
        yield


def outputs_are_never_looked_at() -> AbstractContextManager[object]:
    """An output counts as edited only when the store says so."""
    return mock.patch.object(Output, "_as_written", lambda *_: True)


def nothing_is_removed() -> AbstractContextManager[object]:
    """What a site no longer has stays."""
    return mock.patch("plugins.cache.output_folder.OutputFolder.remove", lambda *_: False)


def inputs_are_read_once() -> AbstractContextManager[object]:
    """A file keeps the digest it was first read with."""
    first: dict[str, str] = {}
    plain = Inputs.digest_anew

    def digest_anew(inputs: Inputs, path: str, seen: FileStatus, now_ns: int) -> str | None:
        found = plain(inputs, path, seen, now_ns)
        return None if found is None else first.setdefault(path, found)

    return mock.patch.object(Inputs, "digest_anew", digest_anew)


def a_plan_is_for_ever() -> AbstractContextManager[object]:
    """Only bodies count."""
    return mock.patch.object(Planner, "base_digest", "always the same")


def front_matter_stays() -> AbstractContextManager[object]:
    """What stands above a text is taken to be as it was."""
    return mock.patch.object(Halves, "front", "always the same")


def a_setting_is_for_ever() -> AbstractContextManager[object]:
    """Edited texts are shown among the reports there once were."""
    return mock.patch.object(Plan, "base_digest", "always the same")


def reports_are_read_once() -> AbstractContextManager[object]:
    """Edited texts are shown beside what was first known of the others."""
    plain, first = LastSetting.prepared, dict[str, Prepared]()

    def prepared(desk: LastSetting, owner: str) -> Prepared:
        return first.setdefault(owner, plain(desk, owner))

    return mock.patch.object(LastSetting, "prepared", prepared)


def parts_cover_nothing(kind: str) -> AbstractContextManager[object]:
    """Nobody says which reports, or texts, a part covers."""
    plain = OutputContext._named
    named = mock.Mock(
        side_effect=lambda prefix, ident: "" if prefix == kind else plain(mock.Mock(_names={}), prefix, ident)
    )
    return mock.patch.object(OutputContext, "_named", lambda _, prefix, ident: named(prefix, ident))


def every_edit_is_one_of_words() -> AbstractContextManager[object]:
    """Whatever an edit changes, order and addresses are taken to be as they were."""
    return mock.patch("plugins.build.edits._structure", lambda _: "always the same")


def edited_topics_are_shown_by_nothing() -> AbstractContextManager[object]:
    """Another label of a topic is taken for one that no report is filed under."""
    return mock.patch("plugins.build.shared_edit._topics", lambda _, before, after, names: after)


def edited_settings_are_shown_by_nothing() -> AbstractContextManager[object]:
    """Whatever differs in site.yaml is taken for what ``translate`` alone reads."""
    return mock.patch("plugins.build.shared_edit._without_translation", lambda _: "always the same")


def unnamed_parts_are_steady() -> AbstractContextManager[object]:
    """A part of which nobody says what it covers is taken to cover nothing."""
    plain = OutputContext.cards

    def cards(context: OutputContext, *groups: Iterable[Entry]) -> str:
        return str(plain(context, *groups))

    broken = ExitStack()
    broken.enter_context(mock.patch.object(OutputContext, "cards", cards))
    broken.enter_context(mock.patch("plugins.pages.outputs.part.ANYTHING", "nothing"))
    return broken


def edits_have_one_name() -> AbstractContextManager[object]:
    """What was planned after an edit of a headline counts for the plan before it, too."""
    return mock.patch("plugins.build.incremental.HEAD", "never")


def titled(world: World, title: str, engine: str) -> None:
    """Another headline, and another setting that no output shows: a whole build."""
    world.change_engine(engine)
    world.edit_title("zwei", title, "de")


def bundles_look_at_nothing() -> AbstractContextManager[object]:
    """Neither people nor topics nor settings count where a bundle is looked up."""
    return mock.patch.object(ContextParts, "digest", lambda *_: "always the same")


def the_program_converts_as_before() -> AbstractContextManager[object]:
    """A conversion is found whatever it was made with."""
    return mock.patch("plugins.build.text.conversion_key", lambda edition, *_: digest((edition.lang, edition.body)))


def one_conversion_for_all() -> AbstractContextManager[object]:
    """A conversion is found whatever the text."""
    return mock.patch("plugins.build.text.conversion_key", lambda edition, *_: edition.path)


def pictures_are_known_by_name() -> AbstractContextManager[object]:
    """A picture counts as examined whatever its bytes."""
    return mock.patch("plugins.pictures.examination.key_of", lambda file: file.name)


def topics_have_one_label() -> AbstractContextManager[object]:
    """A topic is shown as it was first shown."""
    return mock.patch.object(OutputContext, "topic", lambda _, ident: ident)


def photographers_have_one_name() -> AbstractContextManager[object]:
    """Somebody who took pictures is shown as they were first shown."""
    plain = OutputContext.person
    return mock.patch.object(OutputContext, "person", lambda self, i: "" if i == "neu" else plain(self, i))


def nobody_is_named() -> AbstractContextManager[object]:
    """The plan does not depend on people."""
    return mock.patch.object(Planner, "_named", frozenset())


def no_topic_is_used() -> AbstractContextManager[object]:
    """The plan does not depend on topics."""
    return mock.patch.object(Planner, "_topics", ())


def the_plan_knows_one_site() -> AbstractContextManager[object]:
    """The plan does not depend on settings."""
    return mock.patch.object(Planner, "_site", "always the same")


def photographed(world: World) -> None:
    """A report whose picture was taken by somebody who has no other part in it."""
    world.add_person("A")
    world.add_photo("eins", "red", "2027-01-01")
    world.photograph_by("eins", "neu")


def no_moment_comes() -> AbstractContextManager[object]:
    """Nothing changes by itself."""
    return mock.patch.object(state.Span, "holds", lambda *_: True)


def oldest(world: World, title: str, topic: str) -> None:
    """A report that links to the newest, between which stands another: no neighbour of it."""
    world.change_facts("zwei", "date", "2024-04-01")
    world.write_report("vier", title, "N.", topic)
    world.change_facts("vier", "date", "2024-01-01")
    world.edit_body("vier", "Siehe")


BREAKINGS: dict[str, tuple[Breaking, tuple[Callable[[World], object], ...]]] = {
    "text": (lambda: without("text"), (lambda w: w.write_report("zwei", "Bericht zwei", "Neu.", "handel"),)),
    "report": (lambda: without("report"), (lambda w: w.edit_title("eins", "Neu", "de"),)),
    "reports of lists": (lambda: without("reports", ("list",)), (lambda w: w.write_report("drei", "Neu", "N.", "handel"),)),
    "reports of feeds": (lambda: without("reports", ("atom", "jsonfeed")), (lambda w: w.write_report("drei", "Alt", "N.", "handel"), lambda w: w.write_report("drei", "Neu", "N.", "handel"))),
    "texts of feeds": (lambda: without("texts", ("atom", "jsonfeed")), (lambda w: w.edit_body("eins", "Neu."),)),
    "addresses of the sitemap": (lambda: without("addresses", ("sitemap",)), (lambda w: w.write_report("drei", "Neu", "N.", "handel"),)),
    "people": (lambda: without("people", ("report", "atom")), (lambda w: w.change_person("Neu"),)),
    "person": (lambda: without("person"), (lambda w: w.change_person("Neu"),)),
    "newer and older": (lambda: without("newer and older"), (lambda w: w.change_facts("zwei", "date", "2024-05-03"),)),
    "related": (lambda: without("related"), (lambda w: oldest(w, "Alt", "energie"), lambda w: oldest(w, "Neu", "energie"))),
    "links": (lambda: without("links"), (lambda w: oldest(w, "Alt", "handel"), lambda w: w.change_slug("eins", "neu-eins"))),
    "page": (lambda: without("page"), (lambda w: w.write_page("Wort", "nl"), lambda w: w.date_page("2026-01-02"))),
    "target": (lambda: without("target"), (lambda w: w.change_slug("eins", "neu-eins"),)),
    "template": (lambda: without("template"), (lambda w: w.change_template("neu", "partials/card.html"),)),
    "site": (lambda: without("site"), (lambda w: w.change_site("Neu", 3),)),
    "engine": (lambda: without("engine"), (lambda w: setattr(w, "version", 2),)),
    "counts of overviews": (lambda: without("order"), (lambda w: w.write_many(3),)),
    "pages of the list": (lambda: without("pages of the list"), (lambda w: w.change_site("x", 1), lambda w: w.write_many(1), lambda w: w.write_many(3))),
    "edited outputs": (outputs_are_never_looked_at, (lambda w: w.damage_output(7, "disguised"),)),
    "removed outputs": (nothing_is_removed, (lambda w: w.delete_report("zwei"),)),
    "changed inputs": (inputs_are_read_once, (lambda w: w.edit_body("eins", "Neu."),)),
    "base of the plan": (a_plan_is_for_ever, (lambda w: w.change_person("Neu"),)),
    "front matter": (front_matter_stays, (lambda w: w.change_slug("zwei", "alt"), lambda w: w.change_slug("zwei", "neu"))),
    "setting of texts": (a_setting_is_for_ever, (lambda w: w.write_report("drei", "Neu", "N.", "handel"), lambda w: w.edit_text("drei", "Neu.", "de"))),
    "reports beside texts": (reports_are_read_once, (lambda w: w.edit_text("zwei", "A.", "de"), lambda w: w.write_report("eins", "Neu", "N.", "energie"), lambda w: w.edit_text("zwei", "Neu.", "de"))),
    "reports that cards cover": (lambda: parts_cover_nothing(HEAD), (lambda w: w.edit_title("zwei", "Anders", "de"),)),
    "texts that feeds cover": (lambda: parts_cover_nothing(TEXT), (lambda w: w.edit_text("zwei", "Neu.", "de"),)),
    "people that parts cover": (lambda: parts_cover_nothing(PERSON), (lambda w: w.change_mail("a"), lambda w: w.change_mail("b"))),
    "labels of topics": (edited_topics_are_shown_by_nothing, (lambda w: w.change_topic("Neu"),)),
    "settings that show": (edited_settings_are_shown_by_nothing, (lambda w: w.change_site("Neu", 3),)),
    "structure of reports": (every_edit_is_one_of_words, (lambda w: w.change_facts("zwei", "date", "2024-05-03"),)),
    "parts of which nothing is said": (unnamed_parts_are_steady, (lambda w: w.edit_title("zwei", "Anders", "de"),)),
    "names of edits": (edits_have_one_name, (lambda w: titled(w, "Z", "deepl"), lambda w: w.edit_title("zwei", "A", "de"), lambda w: titled(w, "Z", "deepl, libretranslate"))),
    "parts of bundles": (bundles_look_at_nothing, (lambda w: w.change_press("hans"),)),
    "program of texts": (the_program_converts_as_before, (lambda w: setattr(w, "version", 2),)),
    "text of conversions": (one_conversion_for_all, (lambda w: w.edit_body("zwei", "Siehe"),)),
    "bytes of pictures": (pictures_are_known_by_name, (lambda w: w.add_photo("eins", "red", "2027-01-01"), lambda w: w.add_photo("eins", "navy", "2027-01-01"))),
    "topics": (topics_have_one_label, (lambda w: w.change_topic("Neu"),)),
    "topics of reports": (lambda: without("topics"), (lambda w: w.change_topic("Neu"),)),
    "topic of empty feeds": (lambda: without("topic"), (lambda w: w.change_dutch_topic("Anders"),)),
    "photographers": (photographers_have_one_name, (photographed, lambda w: w.add_person("B"))),
    "people of the plan": (nobody_is_named, (lambda w: w.change_person("Neu"),)),
    "topics of the plan": (no_topic_is_used, (lambda w: w.change_topic("Neu"),)),
    "settings of the plan": (the_plan_knows_one_site, (lambda w: w.change_site("Neu", 1), lambda w: w.write_many(1), lambda w: w.change_site("Alt", 3))),
    "moments": (no_moment_comes, (lambda w: w.change_facts("zwei", "embargo", "2026-03-02T00:00+01:00"), lambda w: setattr(w, "now", w.now.replace(day=3)))),
}  # fmt: skip
"""What is broken, and the changes after which that shows."""


OLD_TEXTS = {"front matter", "setting of texts", "reports beside texts"}
"""Breakings of the build of texts that no feed carries."""


def without_news(name: str) -> AbstractContextManager[object]:
    """Feeds are empty where it is about texts that they do not carry."""
    return mock.patch("plugins.pages.index.NEWS", 0) if name in OLD_TEXTS else nullcontext()


def history(changes: tuple[Callable[[World], object], ...]) -> None:
    """A newsroom that is built after each change, and compared at the end. Raises ``AssertionError``."""
    world = World(trusting=True, bare=True)
    try:
        assert world.build()
        for change in changes:
            change(world)
            assert world.build()
        world.check()
    finally:
        world.close()


@pytest.mark.parametrize("name", BREAKINGS)
def test_a_broken_invalidation_is_found(name: str) -> None:
    """After the change that it concerns."""
    breaking, changes = BREAKINGS[name]
    with without_news(name), breaking(), pytest.raises(AssertionError, match="not as in a clean build"):
        history(changes)


@pytest.mark.nightly
@pytest.mark.parametrize("name", BREAKINGS)
def test_whole_the_same_history_passes(name: str) -> None:
    """It is the breaking that is found, and nothing else."""
    with without_news(name):
        history(BREAKINGS[name][1])


@pytest.mark.parametrize("looks", [True, False])
def test_whoever_is_taken_out_of_people_yaml_is_noticed(looks: bool) -> None:
    """In the reports that name them, which are then in error; and it would not be if bundles looked at nothing."""
    world = World(trusting=True, bare=True)
    try:
        with nullcontext() if looks else bundles_look_at_nothing():
            assert world.build()
            world.remove_person()
            assert world.is_error() is looks
    finally:
        world.close()


def machine(examples: int, steps: int) -> None:
    """The machine as it is run, but always in the same order; it stops at the first failure."""
    run_state_machine_as_test(
        Incremental,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            report_multiple_bugs=False,
        ),
    )


def test_the_machine_itself_finds_a_broken_invalidation() -> None:
    """By chance alone: nobody tells it that templates are not noticed any more."""
    with without("template"), without("site"), pytest.raises(AssertionError, match="not as in a clean build"):
        machine(40, 12)


@pytest.mark.nightly
@pytest.mark.parametrize("name", BREAKINGS)
def test_the_machine_itself_finds_every_broken_invalidation(name: str) -> None:
    """A run of nightly size."""
    with BREAKINGS[name][0](), pytest.raises(AssertionError, match="not as in a clean build"):
        machine(400, 30)

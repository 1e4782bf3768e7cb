"""What each problem means for a publication: whether it is stopped, and why; docs/problems.md says the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.record import record


@record
class Consequence:
    """Problems that mean the same for a publication."""

    stops: bool
    why: str
    """A sentence for editors."""
    codes: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """As docs/problems.md has it."""
        return f"{'stopped' if self.stops else 'goes on'}. {self.why}"


def _stopped(why: str, codes: str) -> Consequence:
    return Consequence(True, why, tuple(codes.split()))


def _going_on(why: str, codes: str) -> Consequence:
    return Consequence(False, why, tuple(codes.split()))


CONSEQUENCES = (
    _stopped(
        "What stands in the file cannot be read, so readers would miss it.",
        "missing-file unreadable-file symlink too-large not-utf8 merge-conflict no-report-file no-page-file"
        " picture-missing picture-unreadable picture-empty picture-not-a-picture picture-lfs picture-broken"
        " picture-changed photo-absent",
    ),
    _stopped(
        "What was meant cannot be told, and a guess would be read as fact.",
        "second-copy yaml-syntax yaml-tab yaml-colon yaml-quote yaml-blank yaml-bracket yaml-indent yaml-character"
        " yaml-escape yaml-alias yaml-tag yaml-depth yaml-documents duplicate-key front-matter-missing"
        " front-matter-open unknown-key misplaced-key fact-twice wrong-type unknown-value bad-date time-twice"
        " time-skipped embargo-time"
        " bad-identity withdrawn-status event-order event-mixed bad-number focus-range unknown-timezone listed-twice"
        " unknown-brand unknown-country bad-language bad-id bad-year duplicate-id reserved-id address-line",
    ),
    _stopped(
        "Words that were typed would not be read, or not as they were typed.",
        "yaml-comma hash-in-text plain-marks control-character text-words text-embed text-too-deep text-open-code"
        " text-quoted-number text-note-missing",
    ),
    _stopped(
        "Something that every report or page needs would be missing.",
        "missing-body placeholder missing-key empty-value no-original no-contact photo-without-credit"
        " photo-without-alt legal-gap theme-words",
    ),
    _stopped(
        "Who pays for a project has to be named on everything about it, in the words that were agreed.",
        "funding-language funding-sentence funding-contradiction funding-emblem funding-order",
    ),
    _stopped("Readers would see it earlier or later than was meant.", "foreign-offset"),
    _stopped(
        "Readers would be led, or call, where nobody wanted to lead them.",
        "bad-url bad-email bad-account bad-phone phone-country unknown-language unknown-person bad-successor"
        " unknown-topic unknown-photo unknown-funding unknown-series"
        " unknown-report unknown-page hidden-report text-link text-link-empty text-anchor",
    ),
    _stopped(
        "Addresses stay for good: what is published under a wrong one cannot be called back.",
        "bad-slug bad-alias year-mismatch duplicate-url alias-taken address-lost",
    ),
    _stopped(
        "Readers would not see the picture as it is, or with the rights it has.",
        "picture-format picture-raw picture-svg picture-depth picture-too-heavy picture-too-large drawing-unsafe"
        " picture-animated picture-metadata text-picture",
    ),
    _stopped(
        "Readers would see other words than the catalogue holds.",
        "catalogue-broken catalogue-entry",
    ),
    _stopped(
        "A document, video or press kit that is promised would be missing, or harm whoever opens it.",
        "bad-length video-kind video-without-source video-without-title document-absent document-without-title"
        " unknown-document document-damaged document-too-large document-kind document-misnamed document-encrypted"
        " document-active document-archive pdf-unset kit-too-large pdf-inaccessible",
    ),
    _stopped(
        "A finished page would be wrong for those who read it, or who search for it.",
        "broken-link broken-anchor foreign-request empty-page no-title no-language wrong-canonical broken-hreflang"
        " one-sided-hreflang hreflang-without-itself absent-feature",
    ),
    _going_on(
        "Nothing of it is published, so readers miss nothing that was meant for them.",
        "photo-unnamed document-unnamed unexpected-file orphan-catalogue picture-address",
    ),
    _going_on(
        "The words that are published are whole; `site.yaml` says what this language version does meanwhile.",
        "catalogue-open catalogue-refused catalogue-unfinished catalogue-behind",
    ),
    _going_on(
        "It concerns the next translation, not what is published.",
        "glossary-shape glossary-language glossary-term-alone glossary-twice glossary-contradiction",
    ),
    _going_on(
        "Readers get what was typed; whether it was meant so, you know best.",
        "straight-quotes foreign-quotes weekday text-list-number text-heading-blank text-foreign-sign text-title-twice"
        " text-rows"
        " text-raw-marks text-language person-left event-unreported withdrawn-without-reason funding-results"
        " funding-period",
    ),
    _going_on(
        "Readers see these words in English until somebody has translated them.",
        "theme-words-missing",
    ),
    _going_on(
        "Pages are as they should be; it concerns whoever finds a weakness.",
        "security-place security-expires",
    ),
    _going_on(
        "The report, or the language, goes out by itself once it is ready; `status` says what it waits for.",
        "publish-waits",
    ),
    _going_on(
        "The picture is shown whole.",
        "picture-renamed picture-cut-short picture-profile",
    ),
    _going_on(
        "The picture is shown in its time and at no other, without anybody doing anything.",
        "picture-expires picture-embargo hero-expires",
    ),
    _going_on(
        "It is told by the task that translates, imports or reviews; pages are made without it.",
        "catalogue-restless not-reviewable not-adoptable engine-not-configured engine-without-consent unknown-engine"
        " model-folder-missing model-folder-empty model-package-missing xliff-not-xml xliff-version xliff-doctype"
        " xliff-too-big xliff-empty xliff-unknown-file xliff-language xliff-unknown-unit xliff-doubled-unit"
        " xliff-source-changed xliff-inline xliff-tags xliff-untranslated xliff-missing-unit xliff-refused",
    ),
    _going_on(
        "It is told by `build --verify` and the preview alone; `publish` looks at every page itself.",
        "output-differs output-missing too-many build-stopped",
    ),
)
"""Of every code of the program."""

_PASSING = frozenset(chain.from_iterable(one.codes for one in CONSEQUENCES if not one.stops))


def stops_publication(problem: Problem) -> bool:
    """Whether nothing is published while this stands; drafts aside, which stop nobody.

    An error always does, for nothing can be made of it; a notice never; a warning as its code says.
    """
    return problem.level is Level.ERROR or (problem.level is Level.WARNING and problem.code not in _PASSING)


def sentences() -> Iterator[tuple[str, str]]:
    """(code, sentence) of every code."""
    return ((code, one.sentence) for one in CONSEQUENCES for code in one.codes)

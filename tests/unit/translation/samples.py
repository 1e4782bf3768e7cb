"""Reports and editions for the tests of catalogues."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from plugins.newsroom.model import (
    Correction,
    Edition,
    Kind,
    Link,
    PhotoWords,
    Provenance,
    Report,
    Status,
    TranslationPolicy,
)
from plugins.translation.catalogue import Catalogue
from plugins.translation.review import Reviewer, laid_out, review
from tests.unit.translation.parallel import align

LANGUAGES = ("de", "nl", "en")
POLICY = TranslationPolicy()
BY_MACHINE = Provenance(engine="pseudo", model="first", date=dt.date(2024, 5, 2))

ORIGINAL = Edition(
    lang="de",
    title="Kanada kommt nach Hannover",
    kicker="Wirtschaft",
    teaser="22 Gäste sprachen über Forschung.",
    slug="kanada",
    body=(
        "## Ein Mittagessen\n\n"
        "Es kamen **22 Gäste** aus\nKanada, siehe [Bericht](report:zwei).\n\n"
        "- Robotik\n- Mikrotechnik\n\n"
        "Fragen an info@stadt.example oder 0231 50 24 821.\n"
    ),
    photos=(PhotoWords("stand.jpg", alt="Ein Stand", caption="Der Stand Kanadas"),),
    links=(Link("https://messe.example/", "Zur Messe"),),
    corrections=(Correction(dt.date(2024, 5, 3), "Der Name war falsch."),),
)

DUTCH = Edition(
    lang="nl",
    title="Canada komt naar Hannover",
    kicker="Economie",
    teaser="22 gasten spraken over onderzoek.",
    slug="canada-komt-naar-hannover",
    body=(
        "## Een lunch\n\n"
        "Er kwamen **22 gasten** uit Canada, zie [bericht](report:zwei).\n\n"
        "- Robotica\n- Microtechniek\n\n"
        "Vragen aan info@stadt.example of 0231 50 24 821.\n"
    ),
    photos=(PhotoWords("stand.jpg", alt="Een stand", caption="De stand van Canada"),),
    links=(Link("https://messe.example/", "Naar de beurs"),),
    corrections=(Correction(dt.date(2024, 5, 3), "De naam klopte niet."),),
)


DAY = dt.date(2024, 5, 4)


def report(original: Edition = ORIGINAL, *others: Edition) -> Report:
    """A report with that original and those other editions."""
    return Report(
        id="kanada",
        path="reports/2024/kanada",
        published=dt.datetime(2024, 5, 2, tzinfo=dt.UTC),
        has_time=False,
        source_language=original.lang,
        kind=Kind.REPORT,
        status=Status.PUBLISHED,
        editions=(original, *others),
    )


def with_body(old: str, new: str, edition: Edition = ORIGINAL) -> Edition:
    """The edition with one stretch of its body changed."""
    assert old in edition.body
    return replace(edition, body=edition.body.replace(old, new))


def dutch(provenance: Provenance = BY_MACHINE) -> Catalogue:
    """The catalogue that fills the Dutch edition in."""
    return align(report(), DUTCH, provenance)


def reviewed(
    of: Report, catalogue: Catalogue | None, name: str = "Julia Jäger", office: str = "Pressestelle"
) -> Catalogue:
    """The catalogue of the Dutch edition after a review, nothing being open."""
    return review(laid_out(of, "nl", catalogue), of, Reviewer(name, office, DAY))

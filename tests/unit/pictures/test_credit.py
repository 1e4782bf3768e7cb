"""Whose credit is printed, and which rights are written."""

from __future__ import annotations

import datetime as dt

from plugins.newsroom.model import Credit, Photo, Words
from plugins.newsroom.problem import Problem
from plugins.pictures.credit import credit_for, rights_for
from plugins.pictures.metadata import NOTHING, Entry, Metadata, Rights

OWN = Metadata(
    rights=Rights(
        creators=("Jana Öz",),
        credit="Agentur | Öz",
        copyright=Words(common="© Agentur"),
        usage_terms=Words((("de", "Frei"),)),
        web_statement="https://agentur.example/",
        others=(Entry("Xmp.plus.DataMining", "text", ("no",)),),
    )
)


def found(line: str, metadata: Metadata = NOTHING, default: str = "") -> Credit:
    """The credit, which must be there."""
    credit = credit_for(Photo("a.jpg", Credit(line)), metadata, default)
    assert isinstance(credit, Credit)
    return credit


def test_the_report_s_line_wins() -> None:
    """What the editor wrote is printed, whatever the picture says."""
    assert found("Amt | Jäger", OWN, "Amt").line == "Amt | Jäger"


def test_then_the_picture_s_own() -> None:
    """Without one, the picture's credit line."""
    assert found("", OWN, "Amt").line == "Agentur | Öz"


def test_then_its_creators_then_its_notice() -> None:
    """A picture without a credit line is credited to who made it, or by its copyright notice."""
    assert found("", Metadata(rights=Rights(creators=("A", "B")))).line == "A, B"
    assert found("", Metadata(rights=Rights(copyright=Words(common="© C")))).line == "© C"


def test_then_the_organisation_s_default() -> None:
    """Then the line of site.yaml."""
    assert found(" ", NOTHING, "Amt").line == "Amt"


def test_else_it_is_an_error() -> None:
    """A picture that nobody is named for is a problem of that picture."""
    problem = credit_for(Photo("a.jpg", Credit("")), NOTHING, "", "content/reports/2024/x/photos/a.jpg")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.file) == ("photo-without-credit", "content/reports/2024/x/photos/a.jpg")
    assert "a.jpg" in problem.fix


def test_the_rest_is_filled_in() -> None:
    """Rights holder, licence and terms come from the picture where the report is silent."""
    credit = found("Amt", OWN)
    assert (credit.rights_holder, credit.licence, credit.usage_terms) == (
        "© Agentur",
        "https://agentur.example/",
        OWN.rights.usage_terms,
    )


def test_written_rights_keep_what_the_picture_came_with() -> None:
    """The printed line is written; creator, notice, terms and further properties stay."""
    rights = rights_for(found("Amt | Jäger", OWN), OWN)
    assert rights.credit == "Amt | Jäger"
    assert rights.creators == ("Jana Öz",)
    assert rights.copyright == OWN.rights.copyright
    assert rights.usage_terms == OWN.rights.usage_terms
    assert rights.web_statement == "https://agentur.example/"
    assert rights.others == OWN.rights.others


def test_the_report_s_facts_are_written() -> None:
    """A picture without metadata gets what report.yaml says."""
    credit = Credit(
        "Amt | Jäger", "Stadt", "https://creativecommons.org/licenses/by/4.0/", Words(common="Nur mit Nennung")
    )
    rights = rights_for(credit, NOTHING, creator="Julia Jäger")
    assert rights.creators == ("Julia Jäger",)
    assert rights.copyright == Words(common="Stadt")
    assert rights.usage_terms == Words(common="Nur mit Nennung")
    assert rights.licence == rights.web_statement == "https://creativecommons.org/licenses/by/4.0/"


def test_a_licence_is_written_by_its_address() -> None:
    """One that is known by its name, too; any other is told as terms of use."""
    rights = rights_for(Credit("Amt", licence="CC BY 4.0"), NOTHING)
    assert rights.licence == rights.web_statement == "https://creativecommons.org/licenses/by/4.0/"
    assert rights_for(Credit("Amt", licence="Hauslizenz"), NOTHING).usage_terms == Words(common="Hauslizenz")


def test_days_of_use_come_from_the_picture() -> None:
    """IPTC Release Date and Expiration Date count where the report says nothing else."""
    limited = Metadata(expires="2026-12-31", embargo="2026-05-01")
    credit = found("Amt", limited)
    assert (credit.usable_from, credit.usable_until) == (dt.date(2026, 5, 1), dt.date(2026, 12, 31))
    own = credit_for(Photo("a.jpg", Credit("Amt", usable_until=dt.date(2027, 1, 1))), limited, "")
    assert isinstance(own, Credit) and own.usable_until == dt.date(2027, 1, 1)
    assert found("Amt", Metadata(expires="2026-02-30")).usable_until is None

"""The names a report knows of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from plugins.newsroom.model import (
    Credit,
    Event,
    Newsroom,
    Organisation,
    Person,
    Photo,
    Publisher,
    Site,
    Source,
    Words,
)
from plugins.translation.names import credited, names_of
from tests.unit.translation.samples import report

PEOPLE = (
    Person("julia-jaeger", "Julia Jäger", "Jäger, Julia", organisation="Wirtschaftsförderung Dortmund"),
    Person("frank", "Frank Fremd", "Fremd, Frank"),
)
SITE = Site(Words(common="Haus"), "https://a.example", ("de",), "Europe/Berlin", Publisher("Verlag Eins"))
NEWSROOM = Newsroom(SITE, PEOPLE, (), (), ())


def test_every_name_of_the_metadata_is_there_once() -> None:
    """People of the report with their surnames, organisations, venue, sources, photographers, glossary."""
    full = replace(
        report(),
        authors=("julia-jaeger",),
        contacts=("julia-jaeger",),
        organisers=(Organisation("Netz West"),),
        sources=(Source("Ministerium Süd"),),
        event=Event(dt.date(2024, 4, 22), dt.date(2024, 4, 22), venue="Hannover Messe", city="Hannover"),
        photos=(Photo("a.jpg", Credit("Foto: Anna Auge | Bildhaus"), persons=("Karl Kopf",)),),
    )
    assert names_of(full, NEWSROOM, ("go-cluster", "Karl Kopf")) == (
        "Julia Jäger",
        "Jäger",
        "Wirtschaftsförderung Dortmund",
        "Netz West",
        "Ministerium Süd",
        "Hannover Messe",
        "Verlag Eins",
        "Karl Kopf",
        "Anna Auge",
        "go-cluster",
    )


def test_a_single_word_of_a_credit_is_no_name() -> None:
    """``Illustration`` is a word that every language has its own for."""
    assert list(credited("© Illustration | Dreiklang / Wim de Wit")) == ["Wim de Wit"]

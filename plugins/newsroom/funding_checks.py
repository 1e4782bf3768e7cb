"""Checks of the projects with funding in site.yaml (Regulation (EU) 2021/1060, Art. 47, 50 and Annex IX)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plugins.newsroom.codes import Code
from plugins.newsroom.complaints import Where
from plugins.newsroom.forms import FundingForm, SeriesForm
from plugins.newsroom.funding import EU, Funding
from plugins.newsroom.model import Lang
from plugins.newsroom.places import asset_problem
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.slug import EXPECTED, is_slug, make_slug
from plugins.newsroom.suggest import did_you_mean
from plugins.newsroom.wording import unknown_languages
from plugins.newsroom.yaml_source import Doc

SENTENCES: Mapping[str, tuple[str, str]] = {
    "da": ("Finansieret af Den Europæiske Union", "Medfinansieret af Den Europæiske Union"),
    "de": ("Finanziert von der Europäischen Union", "Kofinanziert von der Europäischen Union"),
    "en": ("Funded by the European Union", "Co-funded by the European Union"),
    "es": ("Financiado por la Unión Europea", "Cofinanciado por la Unión Europea"),
    "fr": ("Financé par l’Union européenne", "Cofinancé par l’Union européenne"),
    "it": ("Finanziato dall’Unione europea", "Cofinanziato dall’Unione europea"),
    "nl": ("Gefinancierd door de Europese Unie", "Medegefinancierd door de Europese Unie"),
    "pl": ("Finansowane przez Unię Europejską", "Dofinansowane przez Unię Europejską"),
}
"""(funded, co-funded) as the full sentence beside the emblem has to read (Annex IX, 1.2); other languages are not held
against any."""
WORDS = ("programme", "project", "statement", "aims", "results")
NEEDED = ("statement", "aims", "results")
"""What is a sentence, and so has to stand in each language; names may be the same in all."""


def funding_problems(
    doc: Doc, forms: Mapping[str, FundingForm], languages: tuple[Lang, ...], content: Path
) -> Iterator[Problem]:
    """Everything that is wrong with them, but for what their forms found."""
    for ident, form in forms.items():
        at = ("funding", ident)
        yield from bad_id(doc, at)
        for key in WORDS:
            texts: Mapping[str, str] = getattr(form, key)
            yield from unknown_languages(doc, (*at, key), texts, languages)
            yield from _missing(doc, (*at, key), texts, languages, whole=key in NEEDED)
        yield from _emblem(doc, at, form)
        if form.emblem == EU:
            yield from _sentences(doc, (*at, "statement"), form.statement)
        if form.logo and (wrong := asset_problem(content, form.logo)):
            code, found, fix = wrong
            yield doc.problem(code, (*at, "logo"), found, "a picture in the content folder", fix)
        if form.end is not None and form.end < form.start:
            yield doc.problem(
                Code.FUNDING_ORDER,
                (*at, "end"),
                f"an end ({form.end}) before the start ({form.start})",
                "an end after the start",
                "Swap the two, or correct one of them.",
            )


def series_problems(doc: Doc, forms: Mapping[str, SeriesForm], languages: tuple[Lang, ...]) -> Iterator[Problem]:
    """The same of the series."""
    for ident, form in forms.items():
        at = ("series", ident)
        yield from bad_id(doc, at)
        yield from unknown_languages(doc, (*at, "title"), form.title, languages)
        yield from unknown_languages(doc, (*at, "teaser"), form.teaser, languages)


def bad_id(doc: Doc, at: Where) -> Iterator[Problem]:
    """An id that cannot stand in an address."""
    name = str(at[-1])
    if not is_slug(name):
        near = make_slug(name)
        fix = f"Write for example {near}." if near else "Write a short name such as techland."
        yield doc.problem(Code.BAD_ID, at, f"the id “{name}”", EXPECTED, fix, on_key=True)


def _missing(
    doc: Doc, at: Where, texts: Mapping[str, str], languages: tuple[Lang, ...], *, whole: bool
) -> Iterator[Problem]:
    if not texts or ("" in texts and not (whole and len(languages) > 1)):
        return
    lacking = [tag for tag in languages if tag not in texts]
    if lacking:
        yield doc.problem(
            Code.FUNDING_LANGUAGE,
            at,
            f"“{at[-1]}” without {', '.join(lacking)}",
            f"words in each language of the newsroom: {', '.join(languages)}",
            "Add below it:" + "".join(f"\n{tag}: {_example(str(at[-1]), tag)}" for tag in lacking),
            on_key=True,
        )


def _example(key: str, tag: Lang) -> str:
    known = SENTENCES.get(tag.partition("-")[0])
    return known[1] if known and key == "statement" else "…"


def _emblem(doc: Doc, at: Where, form: FundingForm) -> Iterator[Problem]:
    if form.emblem and form.emblem != EU:
        fix = did_you_mean(form.emblem, (EU,), "Write emblem: eu, or name the programme's own mark as “logo”.")
        yield doc.problem(Code.UNKNOWN_VALUE, (*at, "emblem"), f"“{form.emblem}”", f"one of: {EU}", fix)
    elif not form.emblem and not form.logo:
        yield doc.problem(
            Code.FUNDING_EMBLEM,
            at,
            "funding with neither an emblem nor a logo",
            "the mark that has to stand beside the statement",
            "Add a line “emblem: eu” for that of the European Union, or “logo:” with a file of the content folder.",
            on_key=True,
        )


def _sentences(doc: Doc, at: Where, texts: Mapping[str, str]) -> Iterator[Problem]:
    shares: dict[bool, Lang] = {}
    for tag, text in texts.items():
        known = SENTENCES.get(tag.partition("-")[0])
        if known is None:
            continue
        shared = is_shared(text, known)
        if shared is None:
            yield doc.problem(
                Code.FUNDING_SENTENCE,
                (*at, tag),
                f"“{text}” beside the emblem",
                f"“{known[1]}” or “{known[0]}”, in full",
                f"Write: {tag}: {known[1]}",
            )
        elif (not shared) in shares:
            other = shares[not shared]
            yield doc.problem(
                Code.FUNDING_CONTRADICTION,
                (*at, tag),
                f"“{text}”, while {other} says “{texts[other]}”",
                "the same share in all languages",
                f"Write {known[not shared]}, or correct {other}.",
            )
        else:
            shares.setdefault(shared, tag)


def is_shared(text: str, known: tuple[str, str]) -> bool | None:
    """Whether a statement holds the sentence of a shared funding, that of a whole one, or neither (``None``)."""
    plain = " ".join(text.replace("'", "’").casefold().split())
    whole, shared = (sentence.casefold() for sentence in known)
    if shared in plain or shared.replace("-", "") in plain:
        return True
    return False if whole in plain else None


def without_results(funding: Iterable[Funding], doc: Doc, today: dt.date) -> Iterator[Problem]:
    """Projects that are over, and of which nobody reads what came of them (Art. 50(1)(a))."""
    for one in funding:
        if one.end is not None and one.end < today and not one.results:
            yield doc.problem(
                Code.FUNDING_RESULTS,
                ("funding", one.id),
                f"a project that ended on {one.end} without results",
                "what came of it, in each language",
                "Add “results:” with a text per language.",
                Level.NOTICE,
                on_key=True,
            )

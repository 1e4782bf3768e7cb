"""site.yaml -> Site."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.newsroom.addresses import e164
from plugins.newsroom.codes import Code
from plugins.newsroom.complaints import validate
from plugins.newsroom.countries import country_of_zone
from plugins.newsroom.fields import is_language
from plugins.newsroom.forms import FundingForm, OperatorForm, SiteForm, TranslationForm
from plugins.newsroom.funding import UNREADABLE, Funding, Series
from plugins.newsroom.funding_checks import funding_problems, series_problems
from plugins.newsroom.legal.text import CHOICES, NONE
from plugins.newsroom.loaded import SiteReading
from plugins.newsroom.model import Lang, PressPolicy, Publisher, Site, TranslationPolicy, Words
from plugins.newsroom.places import asset_problem, read_within
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.publish_rule import publish_rule
from plugins.newsroom.refusal import RefusalError
from plugins.newsroom.rules import Rules
from plugins.newsroom.security import Security
from plugins.newsroom.security_checks import misplaced
from plugins.newsroom.source import YAML_LIMIT, Text
from plugins.newsroom.suggest import did_you_mean
from plugins.newsroom.wording import to_words, unknown_languages
from plugins.newsroom.yaml_corrections import readable_mapping
from plugins.newsroom.yaml_source import Doc


def load_site(content: Path) -> SiteReading:
    """The newsroom itself, with every problem of site.yaml."""
    text, problems = read_within(content, "site.yaml", f"{content}/site.yaml", YAML_LIMIT)
    return read_site(text, content, problems)


def read_site(text: Text | None, content: Path, problems: tuple[Problem, ...] = ()) -> SiteReading:
    """The same of a text that stands, or would stand, in site.yaml; ``problems``: of reading it."""
    doc, more = readable_mapping(text, "name: Newsroom") if text else (None, ())
    if doc is None:
        return SiteReading(None, _stand_in(None), "", None, problems + more)
    form, faults = validate(doc, SiteForm, Rules.plain())
    if form is None:
        stand_in = _stand_in(doc)
        region = country_of_zone(stand_in.timezone)
        publisher = doc.value.get("publisher")
        phone = publisher.get("phone") if isinstance(publisher, dict) else None
        faults += tuple(_phone_faults(doc, phone, region)) if region and isinstance(phone, str) else ()
        return SiteReading(None, stand_in, region, doc, problems + more + faults)
    region = form.country or country_of_zone(form.timezone)
    found = problems + more + _faults(doc, form, region, content)
    site = _site(form, region)
    is_wrong = any(problem.level is Level.ERROR for problem in found)
    return SiteReading(None if is_wrong else site, site, region, doc, found)


def _site(form: SiteForm, region: str) -> Site:
    languages = form.languages
    return Site(
        name=to_words(form.name, languages),
        url=form.url.rstrip("/"),
        languages=languages,
        timezone=form.timezone,
        publisher=_publisher(form, region),
        claim=to_words(form.claim, languages),
        boilerplate=to_words(form.boilerplate, languages),
        press_contacts=form.press_contacts,
        operator=tuple(_operator(form.operator, languages)),
        legal=tuple(form.legal.items()),
        translation=_policy(form.translation),
        press=PressPolicy(kit=form.press.kit, pdf=form.press.pdf, text=form.press.text),
        per_page=form.per_page,
        brand=form.brand,
        identity=form.identity or _identity(form.publisher.name),
        default_credit=form.default_credit,
        publish=publish_rule(form.publish, form.languages),
        funding=tuple(_funding(ident, item, languages) for ident, item in form.funding.items()),
        series=tuple(
            Series(ident, to_words(item.title, languages), to_words(item.teaser, languages), item.url)
            for ident, item in form.series.items()
        ),
        picture_terms=to_words(form.picture_terms, languages),
        search=form.search,
        security=Security(**dict(form.security)) if form.security else None,
    )


def _funding(ident: str, form: FundingForm, languages: tuple[Lang, ...]) -> Funding:
    return Funding(
        id=ident,
        programme=to_words(form.programme, languages),
        project=to_words(form.project, languages),
        number=form.number,
        statement=to_words(form.statement, languages),
        emblem=form.emblem,
        logo=form.logo,
        url=form.url,
        aims=to_words(form.aims, languages),
        results=to_words(form.results, languages),
        start=form.start,
        end=form.end,
    )


def _operator(form: OperatorForm, languages: tuple[Lang, ...]) -> Iterator[tuple[str, Words]]:
    for key, value in form:
        if isinstance(value, dict):
            yield key, to_words(value, languages)
        elif value:
            yield key, Words(common=str(value))


def _identity(publisher: str) -> str:
    """An identity where none is given: it depends on no address."""
    return f"{sha256(publisher.encode()).hexdigest()[:16]}.dreiklang.invalid,2024"


def _policy(form: TranslationForm) -> TranslationPolicy:
    return TranslationPolicy(
        engines=form.engines,
        publish_machine=form.publish_machine,
        index_machine=form.index_machine,
        open_findings=form.open_findings,
        on_broken=form.on_broken,
        confidential=tuple(form.confidential.items()),
        prices=tuple(form.prices.items()),
    )


def _publisher(form: SiteForm, region: str) -> Publisher:
    phone = form.publisher.phone
    try:
        dialled = e164(phone, region) if phone else ""
    except RefusalError:
        dialled = ""
    return Publisher(**form.publisher.model_dump(), phone_e164=dialled)


def _faults(doc: Doc, form: SiteForm, region: str, content: Path) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    languages = form.languages
    for key, texts in (("name", form.name), ("claim", form.claim), ("boilerplate", form.boilerplate)):
        problems.extend(unknown_languages(doc, (key,), texts, languages))
    problems.extend(
        unknown_languages(doc, ("operator", "accessibility_gaps"), form.operator.accessibility_gaps, languages)
    )
    for index, tag in enumerate(languages):
        if tag in languages[:index]:
            at, fix = ("languages", index), "Delete one of the two."
            problems.append(doc.problem(Code.LISTED_TWICE, at, f"“{tag}” twice", "each language once", fix))
    problems.extend(unknown_languages(doc, ("picture_terms",), form.picture_terms, languages))
    problems.extend(unknown_languages(doc, ("publish",), form.publish, languages))
    problems.extend(funding_problems(doc, form.funding, languages, content))
    problems.extend(series_problems(doc, form.series, languages))
    problems.extend(_publisher_faults(doc, form, region, content))
    problems.extend(misplaced(doc, form.url) if form.security else ())
    choices = (
        ("on_broken", form.translation.on_broken, ("keep", "drop")),
        ("open_findings", form.translation.open_findings, ("publish", "hold")),
    )
    for key, word, known in choices:
        problems.extend(_unknown_word(doc, ("translation", key), word, known))
    for key, with_sentences in CHOICES.items():
        word = getattr(form.operator, key)
        problems.extend(_unknown_word(doc, ("operator", key), word, (*with_sentences, NONE)) if word else ())
    return tuple(problems)


def _unknown_word(doc: Doc, where: tuple[str, str], word: str, known: tuple[str, ...]) -> Iterator[Problem]:
    if word not in known:
        fix = did_you_mean(word, known, f"Write {' or '.join(known)}.")
        yield doc.problem(Code.UNKNOWN_VALUE, where, f"“{word}”", f"one of: {', '.join(known)}", fix)


def _publisher_faults(doc: Doc, form: SiteForm, region: str, content: Path) -> Iterator[Problem]:
    publisher = form.publisher
    yield from _phone_faults(doc, publisher.phone, region)
    if publisher.logo and (wrong := asset_problem(content, publisher.logo)):
        code, found, fix = wrong
        yield doc.problem(code, ("publisher", "logo"), found, "a picture in the content folder", fix)


def _phone_faults(doc: Doc, phone: str, region: str) -> Iterator[Problem]:
    if phone:
        try:
            e164(phone, region)
        except RefusalError as error:
            yield doc.refusal(error, ("publisher", "phone"))


def _stand_in(doc: Doc | None) -> Site:
    if doc is None:
        # Nothing is known: no report shall be blamed for what site.yaml may well have said.
        return Site(
            name=Words(),
            url="",
            languages=(),
            timezone="UTC",
            publisher=Publisher(""),
            press_contacts=("",),
            default_credit="?",
            funding=(Funding(UNREADABLE),),
            series=(Series(UNREADABLE),),
        )
    tags = tuple(tag for _, tag in doc.strings("languages"))
    zone = doc.value.get("timezone")
    try:
        timezone = ZoneInfo(zone).key if isinstance(zone, str) else "UTC"
    except (ValueError, OSError, KeyError):
        timezone = "UTC"
    return Site(
        name=Words(),
        url="",
        languages=tags if all(is_language(tag) for tag in tags) else (),
        timezone=timezone,
        publisher=Publisher(""),
        press_contacts=tuple(person for _, person in doc.strings("press_contacts")),
        default_credit="?" if "default_credit" in doc.value else "",
        funding=tuple(Funding(ident) for ident in _ids(doc, "funding")),
        series=tuple(Series(ident) for ident in _ids(doc, "series")),
    )


def _ids(doc: Doc, key: str) -> tuple[str, ...]:
    """What could be understood of a mapping of ids: the ids."""
    value = doc.value.get(key)
    return tuple(value) if isinstance(value, dict) else ()

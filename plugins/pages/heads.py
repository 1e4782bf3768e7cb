"""What stands in ``<head>`` and in the language switch."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from markupsafe import Markup

from plugins.newsroom.model import Lang
from plugins.pages.dates import endonym, open_graph_locale
from plugins.pages.language import Language
from plugins.pages.views import Alternate, Head, LanguageView, SocialPicture, no_data


def alternates(language: Language, addresses: Mapping[Lang, str], default: str) -> tuple[Alternate, ...]:
    """Entries for ``hreflang``: reciprocal, with the page itself and ``x-default``; none for a lone page."""
    if len(addresses) < 2:
        return ()
    found = [
        Alternate(lang, language.urls.absolute(addresses[lang]))
        for lang in language.site.languages
        if lang in addresses
    ]
    return (*found, Alternate("x-default", language.urls.absolute(default)))


def switch(
    language: Language, addresses: Mapping[Lang, str], elsewhere: str = "", hidden: Collection[Lang] = ()
) -> tuple[LanguageView, ...]:
    """The language switch: every language of the site; ``elsewhere`` is where a lacking one leads.

    Search engines are asked to stay away from the ``hidden`` ones: only readers are led there.
    """
    return tuple(
        LanguageView(
            lang=lang,
            name=endonym(lang),
            url=addresses.get(lang) or elsewhere or language.urls.home(lang),
            current=lang == language.lang,
            available=lang in addresses,
            indexed=lang in addresses and lang not in hidden,
        )
        for lang in language.site.languages
    )


def make_head(
    language: Language,
    title: str,
    description: str,
    path: str,
    *,
    others: tuple[Alternate, ...] = (),
    canonical: str = "",
    image: SocialPicture | None = None,
    og_type: str = "website",
    noindex: bool = False,
    machine: bool = False,
    synthetic: bool = False,
    disclosure: str = "",
    frames: str = "",
    feeds: str = "",
    times: tuple[str, str] = ("", ""),
    fediverse: tuple[str, ...] = (),
    data: Callable[[], Markup] = no_data,
) -> Head:
    """A head in this language; ``feeds`` is the address of the list whose feeds belong to the page.

    ``image`` is the picture for previews of links; without one the newsroom's own stands there. ``times`` are
    publication and last change of a report.
    """
    urls = language.urls
    name = language.site.name.nearest(language.lang, language.order)[1]
    base = feeds or urls.home(language.lang)
    shown = image or language.social
    return Head(
        title=title if title == name else f"{title} – {name}",
        description=description,
        path=path,
        canonical=urls.absolute(canonical or path) if urls.origin else "",
        alternates=() if language.ahead else others,
        noindex=noindex or language.ahead,
        og_type=og_type,
        image=urls.absolute(shown.url) if shown else "",
        image_alt=shown.alt if shown else "",
        image_width=shown.width if shown else 0,
        image_height=shown.height if shown else 0,
        locale=open_graph_locale(language.lang),
        locales=_locales(language.lang, (other.lang for other in others)),
        published=times[0],
        modified=times[1],
        fediverse=fediverse,
        data=data,
        atom="" if language.ahead else base + "feed.xml",
        json_feed="" if language.ahead else base + "feed.json",
        machine=machine,
        synthetic=synthetic,
        disclosure=disclosure,
        frames=frames,
    )


def _locales(own: Lang, others: Iterable[Lang]) -> tuple[str, ...]:
    found = dict.fromkeys(open_graph_locale(lang) for lang in others if lang not in (own, "x-default"))
    return tuple(locale for locale in found if locale != open_graph_locale(own))

"""Microsoft Translator (Azure), through deep-translator's class, in HTML mode."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from deep_translator import MicrosoftTranslator
from deep_translator.constants import BASE_URLS

from plugins.translation.engines.base import Batch, EngineInfo, Protection, setting_missing
from plugins.translation.engines.borrowed import Guard, Translator
from plugins.translation.engines.forms import Form
from plugins.translation.engines.http import timeout_from
from plugins.translation.engines.markup_form import HtmlForm
from plugins.translation.engines.places import host_of
from plugins.translation.engines.token_form import TokenForm
from plugins.translation.secrets import Scrubber, Secret

_EURO_PER_MILLION = 10.0
"""List price S1; the free tier has two million characters a month."""
_LONGEST = 40_000
_FORMS: dict[Protection, tuple[str, Form]] = {
    Protection.MARKUP: ("html", HtmlForm()),
    Protection.TOKENS: ("plain", TokenForm()),
}


class Microsoft:
    """One request per segment; ``class="notranslate"`` around names."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._key = Secret(environment.get("MICROSOFT_API_KEY", "").strip())
        if not self._key:
            raise setting_missing("microsoft", "MICROSOFT_API_KEY", "the key of an Azure Translator resource")
        self._region = environment.get("MICROSOFT_REGION", "").strip()
        self._url = environment.get("MICROSOFT_TRANSLATOR_URL", "").strip() or BASE_URLS["MICROSOFT_TRANSLATE"]
        self._guard = Guard("microsoft", Scrubber(environment), timeout_from(environment), _LONGEST)

    def info(self) -> EngineInfo:
        """Under contract; whether it is confidential enough, site.yaml says."""
        return EngineInfo(
            name="microsoft",
            host=host_of(self._url),
            price_per_million=_EURO_PER_MILLION,
            max_items=1,
            max_chars=_LONGEST,
        )

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """One answer per segment. Raises ``EngineError``."""
        style, form = _FORMS[batch.protection]
        make = partial(self._made, batch.source, batch.target, style)
        return tuple(form.decode(s, self._guard.ask(make, form.encode(s))) for s in batch.segments)

    def _made(self, source: str, target: str, style: str) -> Translator:
        made = _WithoutLookUp(
            source=source,
            target=target,
            api_key=self._key.reveal(),
            region=self._region or None,
            textType=style,
        )
        made._base_url = self._url
        return made

    def __repr__(self) -> str:
        return f"Microsoft({host_of(self._url)})"


class _WithoutLookUp(MicrosoftTranslator):  # type: ignore[misc]
    """The borrowed class without the request for a list of languages that it makes when it is made.

    That request has no time-out either, and the service itself says which languages it knows.
    """

    def __init__(self, source: str, target: str, **options: object) -> None:
        self._codes = {source: source, target: target}
        super().__init__(source=source, target=target, **options)

    def _get_supported_languages(self) -> dict[str, str]:
        return self._codes

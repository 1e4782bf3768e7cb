"""Frequent short words that show the language of a text; a module of their own, since each build looks at them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_WORDS = {
    "de": (
        "aber alle als also am an auch auf aus bei bis dann das dass dem den der des die dies diese "
        "dieser dieses doch durch ein eine einem einen einer eines er es für gegen hat haben hatte ich "
        "ihr ihre ihren ihrer im in ist kann können mehr mit muss nach nicht noch nur oder ohne sehr "
        "sein seine seinen seiner seit sich sie sind sowie über um und unter vom von vor war waren was "
        "wenn werden wie wird wir wo wurde wurden zu zum zur zwischen"
    ),
    "nl": (
        "aan al alle als bij dan dat de deze die dit door dus een en er haar had hebben heeft het hij "
        "hoe hun ik in is kan kunnen maar meer met moet na naar niet nog of om onder ons onze ook op "
        "over te tegen tot tussen uit van veel voor waar wanneer waren was wat we wel werd werden wie "
        "wij worden wordt zal ze zich zij zijn zo zonder"
    ),
    "en": (
        "a about after all also an and are as at be been before between but by can could did do for "
        "from had has have he her his how if in into is it its many may more most not of on or our "
        "over she should some such than that the their them then there these they this those through "
        "to under was we were what when where which while who will with would you your"
    ),
    "fr": (
        "au aux avec ce ces cette dans de des du elle en est et il ils la le les leur leurs mais ne "
        "nous on ont ou par pas plus pour qu que qui sa se ses son sont sur un une vous à été être"
    ),
}
SMALL_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {lang: frozenset(text.split()) for lang, text in _WORDS.items()}
)
"""Articles, prepositions and the like, by language."""

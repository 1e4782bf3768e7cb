"""French."""

from __future__ import annotations

from plugins.translation.gate.lexicon.entry import Lexicon, listed, pairs, powers, rows, tens, values
from plugins.translation.small_words import SMALL_WORDS

_UNITS = rows(
    0,
    "zero un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
)
_TEENS = values("dix sept=17; dix huit=18; dix neuf=19")
_TENS = (
    *tens("vingt trente quarante cinquante soixante"),
    *values("septante=70; quatre vingts, quatre vingt=80; nonante=90"),
)
_COMPOUND = tuple((f"{ten} {unit}", high + low) for ten, high in _TENS for unit, low in (*_UNITS[2:], *_TEENS))
_AND_ONE = tuple((f"{ten} et {unit}", high + 1) for ten, high in _TENS for unit in ("un", "une"))
_ORDINALS = rows(
    1,
    "premier/premiere deuxieme/second/seconde troisieme quatrieme cinquieme sixieme septieme huitieme "
    "neuvieme dixieme "
    "onzieme douzieme treizieme quatorzieme quinzieme seizieme",
)
_EXTRA = values(
    "soixante et onze=71; double=2; triple=3; douzaine=12; demi, demie, moitie=1/2; tiers=1/3; quart=1/4; "
    "cent=100; mille=1000; siecle=100"
)

LEXICON = Lexicon(
    known=True,
    numbers=(*_UNITS, *_TEENS, *_TENS, *_COMPOUND, *_AND_ONE, *_ORDINALS, *_EXTRA),
    articles=frozenset({"un", "une"}),
    doubtful=frozenset(listed("neuf cent mille siecle douzaine triple")),
    scales=powers("cent, cents=2; mille=3; million, millions=6; milliard, milliards=9; billion, billions=12"),
    hours=listed("heures heure h"),
    later_day=listed("apres midi soir nuit"),
    units=pairs(
        "pour cent=%; euro, euros=€; dollar, dollars=$; livre, livres=£; kilometre, kilometres=km; metre, "
        "metres=m; kilometres par heure, kilometres heure=km/h; hectare, hectares=ha; kilogramme, "
        "kilogrammes, kilos=kg; tonne, tonnes=t; litre, litres=l; heure, heures=hour; minute, minutes=min; "
        "jour, jours=day; semaine, semaines=week; mois=month; an, ans, annee, annees=year"
    ),
    abbreviations=frozenset(listed("art av bd cf dr env etc ex fig m mm mme mlle n no p pp st ste tel vol")),
    quotes=("«»", "“”", "‘’"),
    function_words=SMALL_WORDS["fr"],
    expansion=0.14,
)

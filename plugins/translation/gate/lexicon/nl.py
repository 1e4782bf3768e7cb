"""Dutch."""

from __future__ import annotations

from plugins.translation.gate.lexicon.entry import Lexicon, listed, pairs, powers, rows, tens, values

_UNITS = rows(
    0,
    "nul een/eentje twee/tweeen drie vier vijf zes zeven acht negen tien elf twaalf "
    "dertien veertien vijftien zestien zeventien achttien negentien",
)
_TENS = tens("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_COMPOUND = tuple(
    (f"{unit}en{ten}", high + low)
    for unit, low in rows(1, "een twee drie vier vijf zes zeven acht negen")
    for ten, high in _TENS
)
_ORDINALS = rows(1, "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende")
_EXTRA = values(
    "eenmaal, eens, enige=1; tweemaal, beide, allebei, dubbel, dubbele, paar, duo=2; driemaal, trio=3; "
    "dozijn=12; half, halve, helft=1/2; anderhalf, anderhalve=3/2; kwart=1/4; honderd=100; duizend=1000; "
    "decennium=10; eeuw=100"
)

LEXICON = Lexicon(
    known=True,
    numbers=(*_UNITS, *_TENS, *_COMPOUND, *_ORDINALS, *_EXTRA),
    articles=frozenset({"een"}),
    doubtful=frozenset(listed("acht dozijn decennium eeuw trio")),
    number_stems=(
        *_COMPOUND,
        *_TENS,
        *_UNITS[3:],
        *_ORDINALS[1:],
        *values("dubbel=2; honderd=100; duizend=1000"),
    ),
    scales=powers(
        "honderd=2; duizend, duizenden=3; miljoen, miljoenen, mln=6; miljard, miljarden, mld, mrd=9; "
        "biljoen, biljoenen=12; biljard=15"
    ),
    hours=listed("uur u h"),
    later_day=listed("middag namiddag avond nacht vanavond vanmiddag vannacht"),
    units=pairs(
        "procent=%; euro=€; dollar=$; pond=£; yen=¥; kilometer=km; meter=m; centimeter=cm; millimeter=mm; "
        "vierkante kilometer=km²; vierkante meter=m²; kubieke meter=m³; hectare=ha; mijl, mijlen=mi; "
        "voet=ft; inch=in; kilogram, kilo=kg; gram=g; ton=t; liter=l; graden celsius=°C; graden "
        "fahrenheit=°F; km/u, kilometer per uur=km/h; mijl per uur=mi/h; meter per seconde=m/s; "
        "kilowattuur=kWh; megawattuur=MWh; gigawattuur=GWh; kilowatt=kW; megawatt=MW; gigawatt=GW; uur, "
        "uren=hour; minuut, minuten=min; seconde, seconden=s; dag, dagen=day; week, weken=week; maand, "
        "maanden=month; jaar, jaren=year"
    ),
    abbreviations=frozenset(
        listed(
            "a.u.b afb art bijv blz ca dhr dr drs e.d enz evt excl fig gem incl ing ir jl jr max mevr min "
            "mln mr mrd mw nl nr o.a p prof resp sr st t.a.v tel vgl vs zgn"
        )
    ),
    quotes=("‘’", "“”", "„”", "‚’"),
    function_words=frozenset(
        listed(
            "aan al alle als bij dan dat de deze die dit door dus een en er haar had hebben heeft het hij "
            "hoe hun ik in is kan kunnen maar meer met moet na naar niet nog of om onder ons onze ook op "
            "over te tegen tot tussen uit van veel voor waar wanneer waren was wat we wel werd werden wie "
            "wij worden wordt zal ze zich zij zijn zo zonder"
        )
    ),
    expansion=0.10,
    places=pairs(
        "Engeland=England; Schotland=Scotland; Wales=Wales; Californië=California; Beieren=Bayern; Belgrado=Beograd; "
        "Keulen=Köln; Aken=Aachen; Berlijn=Berlin; Bremen=Bremen; Frankfort=Frankfurt; Kleef=Kleve; "
        "Munster=Münster; Dusseldorf=Düsseldorf; Londen=London; Parijs=Paris; Rijsel=Lille; Luik=Liège; "
        "Milaan=Milano; Rome=Roma; Venetië=Venezia; Florence=Firenze; Napels=Napoli; Turijn=Torino; "
        "Genève=Genève; Wenen=Wien; Warschau=Warszawa; Praag=Praha; Kopenhagen=København; Lissabon=Lisboa; "
        "Athene=Athína; Moskou=Moskva; Straatsburg=Strasbourg; Luxemburg=Luxembourg; Boekarest=București; "
        "Dresden=Dresden; Hannover=Hannover; Neurenberg=Nürnberg"
    ),
)

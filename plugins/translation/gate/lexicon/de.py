"""German."""

from __future__ import annotations

from plugins.translation.gate.lexicon.entry import Lexicon, listed, minutes, pairs, powers, rows, tens, values
from plugins.translation.small_words import SMALL_WORDS

_UNITS = rows(
    0,
    "null eins/ein/eine/einen/einem/einer/eines zwei/zwo drei vier funf sechs sieben acht neun zehn elf "
    "zwolf "
    "dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn",
)
_TENS = tens("zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig")
_COMPOUND = tuple(
    (f"{unit}und{ten}", high + low)
    for unit, low in rows(1, "ein zwei drei vier funf sechs sieben acht neun")
    for ten, high in _TENS
)
_ORDINAL_STEMS = rows(1, "erst zweit dritt viert funft sechst siebt/siebent acht neunt zehnt elft zwolft")
_ORDINALS = tuple((stem + ending, value) for stem, value in _ORDINAL_STEMS for ending in listed("e en er es em ens"))
_EXTRA = values(
    "einmal, einzige, einzigen, einziger, einziges=1; zweimal, beide, beiden, beider, doppelt, doppelte, "
    "doppelten, paar, duo=2; dreimal, trio=3; dutzend=12; halb, halbe, halben, halber, halbes, "
    "halfte=1/2; anderthalb, eineinhalb=3/2; "
    "hundert=100; tausend=1000; jahrzehnt=10; jahrhundert=100; jahrtausend=1000"
)
_AT = "um|gegen|ab|bis|kurz vor|kurz nach"
_AROUND_HALF = (("funf", "vor", -5), ("funf", "nach", 5), ("zehn", "vor", -10), ("zehn", "nach", 10))
_STEMS = rows(
    2,
    "zwei/doppel drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn "
    "siebzehn "
    "achtzehn neunzehn",
)

LEXICON = Lexicon(
    known=True,
    numbers=(*_UNITS, *_TENS, *_COMPOUND, *_ORDINALS, *_EXTRA),
    multiples=frozenset(
        listed(
            "einmal einzige einzigen einziger einziges paar duo trio jahrzehnt jahrhundert jahrtausend halb halbe "
            "halben halber halbes"
        )
    ),
    ordinals=frozenset(word for word, _ in _ORDINALS),
    ordinal_endings=("sten", "ster", "stes", "stem", "ste", "ten", "ter", "tes", "tem", "te"),
    parts=values(
        "drittel=1/3; viertel=1/4; funftel=1/5; sechstel=1/6; siebtel=1/7; achtel=1/8; neuntel=1/9; zehntel=1/10; "
        "dreiviertel=3/4"
    ),
    dozen="dutzend",
    half=("halb", "halbe", "halbes", "halben"),
    halves=("einhalb", "undeinhalb"),
    joins=("und",),
    glued=values("tausend=1000; hundert=100"),
    vague=pairs(
        "dutzende, dutzenden, dutzender=dozens; hunderte, hunderten, hunderter=hundreds; "
        "tausende, tausenden=thousands; "
        "zehntausende, zehntausenden=tens of thousands; hunderttausende, hunderttausenden=hundreds of thousands; "
        "millionen=millions; milliarden=billions"
    ),
    speech=frozenset(
        listed(
            "sagt sagte sagten erklart erklarte erklarten betont betonte meint meinte teilte erganzte "
            "kundigte berichtete laut zufolge lobte dankte forderte "
            "lobt fragte fragt antwortete entgegnete warf wirft verwies verweist warnte warnt kritisierte kritisiert "
            "bestatigte bestatigt versprach sprach schrieb nannte nennt widersprach bat bittet hob hebt wies "
            "behauptete beschuldigte mahnte unterstrich"
        )
    ),
    agent="von|durch",
    from_words=("von", "vom"),
    articles=frozenset(listed("ein eine einen einem einer eines")),
    doubtful=frozenset(
        listed("acht achte achten achter achtes dutzend jahrzehnt jahrhundert jahrtausend hundert tausend")
    ),
    number_stems=(*_COMPOUND, *_TENS, *_ORDINAL_STEMS[1:], *_STEMS, *values("hundert=100; tausend=1000")),
    scales=powers(
        "hundert=2; tausend, tsd, k=3; million, millionen, mio=6; milliarde, milliarden, mrd=9; billion, "
        "billionen, bio=12; billiarde, billiarden=15"
    ),
    hours=("uhr",),
    dayparts=(
        ("morning", r"(?:am )?(?:vormittags?|morgens?|fruh)|in der fruh"),
        ("noon", r"mittags|am mittag"),
        ("afternoon", r"nachmittags|am nachmittag"),
        ("evening", r"abends|am abend"),
        ("night", r"nachts|in der nacht"),
    ),
    clock_prefixes=(
        ("halb", -30),
        ("viertel nach", 15),
        ("viertel vor", -15),
        ("drei ?viertel", -15),
        *((f"{name} (?:minuten )?{word} halb", number - 30) for name, word, number in _AROUND_HALF),
        *minutes(_AT, "nach", "vor", "funf zehn zwanzig funfundzwanzig"),
    ),
    durations=pairs(
        "viertelstunde, viertelstunden=15; dreiviertelstunde, dreiviertelstunden=45; halbstunde=30; "
        "halbjahr, halbjahres=6m"
    ),
    week_in_days=8,
    factors=values(
        "verdoppelt, verdoppelte, verdoppelten, verdoppeln, verdopplung, verdoppelung=2; verdreifacht, "
        "verdreifachte, verdreifachten, verdreifachen=3; vervierfacht, vervierfachte, vervierfachen=4; "
        "verfunffacht, verfunffachte, verfunffachen=5; verzehnfacht, verzehnfachte, verzehnfachen=10; "
        "halbiert, halbierte, halbierten, halbieren=1/2"
    ),
    at=_AT,
    of_century=(r"(?:er)?[\s-]?(?:jahren?\s)?(?:des|im)\s", r"\.?\s?jahrhunderts?\b"),
    weekdays=pairs("sonnabend, sonnabends=5"),
    weekdays_short=pairs("mo=0; di=1; mi=2; do=3; fr=4; sa=5; so=6"),
    among=r"(?:von|aus)(?: den)?",
    times_as=r"\w{2,12}\s?mal\s(?:so|mehr|hohere?[nrs]?|grossere?[nrs]?|starkere?[nrs]?)"
    r"|doppelt so|\w{3,12}fache?[nrs]?",
    every=r"jede[rsnm]?|eine[rs]? von",
    clock_words=pairs("mittag, mittags=720; mitternacht=0+1440"),
    later_day=listed("nachmittag mittag abend nacht"),
    units=pairs(
        "prozent=%; prozentpunkt, prozentpunkte, prozentpunkten=pp; promille=‰; "
        "euro=€; dollar, dollars=$; pfund=£; franken, schweizer franken=CHF; yen=¥; "
        "kilometer, kilometern=km; meter, metern=m; "
        "zentimeter, zentimetern=cm; millimeter, millimetern=mm; quadratkilometer, quadratkilometern=km²; "
        "quadratmeter, quadratmetern=m²; quadratfuss=ft²; cent, cents=ct; terabyte=TB; gigabyte=GB; "
        "megabyte=MB;  kubikmeter, kubikmetern=m³; hektar=ha; meile, meilen=mi; fuss=ft; "
        "zoll=in; kilogramm, kilo=kg; gramm=g; tonne, tonnen=t; liter, litern=l; grad celsius=°C; grad "
        "fahrenheit=°F; stundenkilometer, stundenkilometern, kilometer pro stunde, kilometern pro "
        "stunde=km/h; meilen pro stunde=mi/h; meter pro sekunde, metern pro sekunde=m/s; "
        "kilowattstunden=kWh; megawattstunden=MWh; gigawattstunden=GWh; kilowatt=kW; megawatt=MW; "
        "gigawatt=GW; terawattstunden=TWh; acre, acres, morgen land=acre; stunde, stunden=hour; "
        "minute, minuten=min; sekunde, sekunden=s; tag, tage, "
        "tagen=day; woche, wochen=week; monat, monate, monaten=month; "
        "jahrzehnt, jahrzehnte, jahrzehnten, jahrzehnts=decade; jahr, jahre, jahren=year"
    ),
    months=pairs("janner=1; feber=2"),
    rising=listed(
        "stieg stiegen steigt steigen gestiegen wuchs wuchsen wachst gewachsen erhohte erhoht erhohten zugenommen "
        "anstieg "
        "zuwachs zunahme anstiegen kletterte kletterten"
    ),
    falling=listed(
        "sank sanken sinkt sinken gesunken fiel fielen fallt gefallen verringerte verringert schrumpfte schrumpften "
        "geschrumpft abgenommen ruckgang abnahme zuruckgegangen"
    ),
    ordinal_dot=True,
    abbreviations=frozenset(
        listed(
            "abs abt allg art bd bes bez bspw bzgl bzw ca dgl dipl dr ehem evtl fa ff gem ggf hl hr hrsg "
            "inkl ing jh kap lfd mind max min mio mrd nr prof rd s sog st stellv str tel tsd u usw u.a v vgl "
            "vs z z.b zzgl"
        )
    ),
    quotes=("„“", "‚‘", "»«", "›‹"),
    function_words=SMALL_WORDS["de"],
    expansion=0.145,
)

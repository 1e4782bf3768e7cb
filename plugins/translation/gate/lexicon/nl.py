"""Dutch."""

from __future__ import annotations

from plugins.translation.gate.lexicon.entry import Lexicon, listed, minutes, pairs, powers, rows, tens, values
from plugins.translation.small_words import SMALL_WORDS

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
_AT = "om|rond|tot|vanaf|even voor|even na"
_EXTRA = values(
    "eenmaal, eens, enige=1; tweemaal, beide, allebei, dubbel, dubbele, paar, duo=2; driemaal, trio=3; "
    "dozijn=12; half, halve, helft=1/2; anderhalf, anderhalve=3/2; honderd=100; duizend=1000; "
    "decennium=10; eeuw=100"
)

LEXICON = Lexicon(
    known=True,
    numbers=(*_UNITS, *_TENS, *_COMPOUND, *_ORDINALS, *_EXTRA),
    multiples=frozenset(listed("eenmaal eens enige eentje dubbel dubbele paar duo trio decennium eeuw half halve")),
    ordinals=frozenset(word for word, _ in _ORDINALS),
    ordinal_endings=("ste", "de"),
    parts=values(
        "derde=1/3; kwart=1/4; vierde=1/4; vijfde=1/5; zesde=1/6; zevende=1/7; achtste=1/8; negende=1/9; "
        "tiende=1/10; "
        "driekwart=3/4"
    ),
    dozen="dozijn",
    half=("half", "halve"),
    halves=("eneenhalf", "eneenhalve", "enhalf", "enhalve"),
    joins=("en",),
    glued=values("duizend=1000; honderd=100"),
    vague=pairs(
        "tientallen=dozens+tens; dozijnen=dozens; honderden=hundreds; duizenden=thousands; "
        "tienduizenden=tens of thousands; honderdduizenden=hundreds of thousands; "
        "miljoenen=millions; miljarden=billions"
    ),
    rank=("op", "na"),
    speech=frozenset(
        listed(
            "zei zeiden zegt zeggen verklaarde verklaart vertelde vertelt aldus volgens meldde voegde "
            "kondigde benadrukte prees bedankte eiste "
            "prijst vroeg vraagt antwoordde antwoordt verweet verwees verwijst waarschuwde bekritiseerde bevestigde "
            "bevestigt beloofde sprak schreef noemde noemt beweerde beschuldigde beschuldigt"
        )
    ),
    agent="door",
    from_words=("van",),
    articles=frozenset({"een"}),
    doubtful=frozenset(listed("acht dozijn decennium eeuw trio honderd duizend")),
    number_stems=(
        *_COMPOUND,
        *_TENS,
        *_UNITS[3:],
        *_ORDINALS[1:],
        *values("dubbel=2; honderd=100; duizend=1000"),
    ),
    scales=powers(
        "honderd=2; duizend, k=3; miljoen, miljoenen, mln=6; miljard, miljarden, mld, mrd=9; "
        "biljoen, biljoenen=12; biljard=15"
    ),
    hours=listed("uur u h"),
    dayparts=(
        ("morning", r"['’]s (?:ochtends|morgens)|in de (?:ochtend|morgen)"),
        ("afternoon", r"['’]s (?:middags|namiddags)|in de (?:middag|namiddag)"),
        ("evening", r"['’]s avonds|in de avond"),
        ("night", r"['’]s nachts|in de nacht"),
    ),
    clock_prefixes=(
        ("half", -30),
        ("kwart over", 15),
        ("kwart voor", -15),
        ("vijf voor half", -35),
        ("vijf over half", -25),
        ("tien voor half", -40),
        ("tien over half", -20),
        *minutes(_AT, "over", "voor", "vijf tien twintig vijfentwintig"),
    ),
    durations=pairs("halfuur, halfuurtje=30; anderhalfuur=90; halfjaar=6m"),
    week_in_days=8,
    factors=values(
        "verdubbeld, verdubbelde, verdubbelden, verdubbelen, verdubbeling=2; verdrievoudigd, verdrievoudigde, "
        "verdrievoudigen=3; verviervoudigd, verviervoudigde, verviervoudigen=4; vervijfvoudigd, "
        "vervijfvoudigde=5; vertienvoudigd, vertienvoudigde=10; gehalveerd, halveerde, halveerden, halveren=1/2"
    ),
    at=_AT,
    of_century=(r"\s?(?:van|in|uit)\sde\s", r"(?:e|de|ste)?\s?eeuw\b"),
    weekdays_short=pairs("ma=0; di=1; wo=2; do=3; vr=4; za=5; zo=6"),
    among=r"(?:op|van|uit)(?: de)?",
    times_as=r"\w{2,12} (?:keer|maal) (?:zo|meer|groter|hoger|sterker)|(?:\w{2,12}maal|dubbel) zo|\w{3,12}voudige?",
    alternate=r"om de (?=dag\b|week\b|maand\b)|om het (?=jaar\b|uur\b)",
    every=r"elk|elke|ieder|iedere|een (?:op|van) de",
    years=rows(16, "zestien zeventien achttien negentien twintig"),
    clock_words=pairs("middernacht=0+1440"),
    later_day=listed("middag namiddag avond nacht vanavond vanmiddag vannacht"),
    rising=listed(
        "steeg stegen stijgt stijgen gestegen groeide groeiden groeit gegroeid verhoogde verhoogd toegenomen stijging "
        "toename"
    ),
    falling=listed(
        "daalde daalden daalt dalen gedaald verminderde verminderd kromp krompen gekrompen afgenomen daling afname"
    ),
    units=pairs(
        "procent=%; procentpunt, procentpunten=pp; promille=‰; "
        "euro, euros=€; dollar, dollars=$; pond=£; zwitserse frank, zwitserse franken, frank=CHF; "
        "yen=¥; kilometer=km; meter=m; centimeter=cm; millimeter=mm; "
        "vierkante kilometer=km²; vierkante meter=m²; kubieke meter=m³; vierkante voet=ft²; acre, acres=acre; "
        "cent, centen=ct; eurocent=ct; terabyte=TB; gigabyte=GB; "
        "megabyte=MB; terawattuur=TWh;  hectare=ha; mijl, mijlen=mi; "
        "voet=ft; inch=in; kilogram, kilo=kg; gram=g; ton=t; liter=l; graden celsius=°C; graden "
        "fahrenheit=°F; km/u, kilometer per uur=km/h; mijl per uur=mi/h; meter per seconde=m/s; "
        "kilowattuur=kWh; megawattuur=MWh; gigawattuur=GWh; kilowatt=kW; megawatt=MW; gigawatt=GW; uur, "
        "uren=hour; kwartier=quarter of an hour; "
        "minuut, minuten=min; seconde, seconden=s; dag, dagen=day; week, weken=week; maand, "
        "maanden=month; decennium, decennia=decade; jaar, jaren=year"
    ),
    abbreviations=frozenset(
        listed(
            "a.u.b afb art bijv blz ca dhr dr drs e.d enz evt excl fig gem incl ing ir jl jr max mevr min "
            "mln mr mrd mw nl nr o.a p prof resp sr st t.a.v tel vgl vs zgn"
        )
    ),
    quotes=("‘’", "“”", "„”", "‚’"),
    function_words=SMALL_WORDS["nl"],
    expansion=0.10,
)

"""English."""

from __future__ import annotations

from plugins.translation.gate.lexicon.entry import Lexicon, listed, minutes, pairs, powers, rows, tens, values
from plugins.translation.small_words import SMALL_WORDS

_UNITS = rows(
    0,
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
)
_TENS = tens("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = rows(
    1,
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth",
) + values("hundredth, centenary=100; thousandth=1000")
_TENTHS = tens("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
_DECADES = tens("twenties thirties forties fifties sixties seventies eighties nineties")
_COMPOUND = tuple((f"{ten} {unit}", high + low) for ten, high in _TENS for unit, low in (*_UNITS[1:10], *_ORDINALS[:9]))
_AT = "at|by|until|till|around|about|just before"
_EXTRA = values(
    "a, an, once, single, sole=1; twice, both, double, doubled, couple, pair, duo, twos=2; thrice, trio, "
    "triple, threes=3; fours=4; dozen, twelves=12; fortnight=14; half, halves=1/2; quarter, quarters=1/4; "
    "thirds=1/3; hundred=100; thousand=1000; decade=10; century=100; millennium=1000"
)

LEXICON = Lexicon(
    known=True,
    numbers=(*_UNITS, *_TENS, *_ORDINALS, *_TENTHS, *_DECADES, *_COMPOUND, *_EXTRA),
    multiples=frozenset(
        listed(
            "once single sole double doubled couple pair duo twos trio triple threes fours twelves tens "
            "decade century millennium fortnight quarter"
        )
    ),
    ordinals=frozenset(word for word, _ in (*_ORDINALS, *_TENTHS)),
    parts=values(
        "third, thirds=1/3; quarter, quarters=1/4; fourths=1/4; fifth, fifths=1/5; sixth, sixths=1/6; seventh, "
        "sevenths=1/7; eighth, eighths=1/8; ninth, ninths=1/9; tenth, tenths=1/10"
    ),
    dozen="dozen",
    half=("half",),
    joins=("and",),
    vague=pairs(
        "dozens=dozens+tens; tens=tens; hundreds=hundreds; thousands=thousands; millions=millions; billions=billions"
    ),
    speech=frozenset(
        listed(
            "said says say told tells stated states explained explains added adds announced announces "
            "according praised thanked demanded reported "
            "praises asked asks replied replies accused accuses referred refers warned warns criticised criticized "
            "confirmed confirms promised spoke wrote called disagreed claimed claims stressed pointed insisted"
        )
    ),
    agent="by",
    from_words=("from",),
    articles=frozenset({"a", "an"}),
    doubtful=frozenset(listed("dozen decade century millennium third fourth seconds hundred thousand trio triple")),
    number_stems=(*_TENS, *_UNITS[2:]),
    scales=powers(
        "hundred=2; thousand, thousands, k=3; million, millions, mn, m=6; billion, billions, bn=9; "
        "trillion, tn=12; quadrillion=15"
    ),
    hours=listed("o['’]clock hours hrs"),
    dayparts=(
        ("morning", r"a\.?\s?m\b\.?|in the morning"),
        ("noon", r"noon|midday"),
        ("afternoon", r"in the afternoon"),
        ("evening", r"p\.?\s?m\b\.?|in the evening"),
        ("night", r"at night"),
    ),
    clock_prefixes=(
        ("half(?: past)?", 30),
        ("(?:a )?quarter (?:past|after)", 15),
        ("(?:a )?quarter to", -15),
        *minutes(_AT, "(?:past|after)", "to", "five ten twenty twenty-five"),
    ),
    factors=values(
        "doubled, doubles, doubling=2; tripled, trebled, triples, tripling, trebling=3; quadrupled, quadrupling=4; "
        "halved, halving=1/2"
    ),
    at=_AT,
    of_century=(r"s?\s?(?:of|in)\sthe\s", r"(?:st|nd|rd|th)?\s?century\b"),
    weekdays_short=pairs("mon=0; tue, tues=1; wed=2; thu, thur, thurs=3; fri=4; sat=5; sun=6"),
    among=r"(?:in|of|out of)(?: the| every)?",
    times_as=r"\w{3,12} times (?:as|more|that|the|greater|higher|larger|bigger|stronger)"
    r"|(?:twice|thrice) as|\w{3,12}fold",
    alternate=r"every other(?= \w)|on alternate(?= \w)",
    every=r"every|(?:one|1) (?:in|out of) (?:every )?|one [a-z]+ in",
    months=pairs("sept=9"),
    clock_words=pairs("noon, midday=720; midnight=0+1440"),
    later_day=listed("afternoon evening night tonight noon"),
    rising=listed(
        "rose rises rise risen rising grew grows grow grown increased increases increase increasing climbed climbs "
        "growth"
    ),
    falling=listed(
        "fell falls fall fallen falling dropped drops drop declined declines decline decreased decreases decrease "
        "shrank shrunk sank sunk"
    ),
    months_ambiguous=("may", "march"),
    units=pairs(
        "percent, per cent=%; percentage point, percentage points=pp; per mille, per mil, per thousand=‰; "
        "euro, euros=€; dollar, dollars=$; pound, pounds=£; swiss franc, swiss francs, francs=CHF; yen=¥; kilometre, "
        "kilometres, kilometer, kilometers=km; metre, metres, meter, meters=m; centimetres, "
        "centimeters=cm; millimetres, millimeters=mm; square kilometres, square kilometers=km²; square "
        "metres, square meters=m²; cubic metres, cubic meters=m³; square feet, square foot, sq ft=ft²; "
        "acre, acres=acre; "
        "sq m, sq. m=m²; cent, cents, euro cents, euro cent=ct; terabyte, terabytes=TB; gigabyte, gigabytes=GB; "
        " hectare, hectares=ha; mile, miles=mi; "
        "foot, feet=ft; inch, inches=in; kilogram, kilograms, kilogramme, kilogrammes, kilos=kg; gram, "
        "grams=g; tonne, tonnes, ton, tons=t; litre, litres, liter, liters=l; degrees celsius=°C; degrees "
        "fahrenheit=°F; km/h, kilometres per hour, kilometers per hour, kilometres an hour, kilometers an "
        "hour=km/h; mph, miles per hour, miles an hour=mi/h; metres per second, meters per second=m/s; "
        "kilowatt hours=kWh; megawatt hours=MWh; gigawatt hours=GWh; terawatt hours=TWh; "
        "megabyte, megabytes=MB; metric tons=t; pounds sterling=£; kilowatts=kW; megawatts=MW; "
        "gigawatts=GW; hour, hours=hour; minute, minutes=min; "
        "second, seconds=s; day, days=day; week, "
        "weeks=week; fortnight, fortnights=fortnight; decade, decades=decade; month, months=month; year, years=year"
    ),
    abbreviations=frozenset(
        listed(
            "approx art ave bros ca capt cf co col corp dept dr e.g est etc fig gen gov hon i.e inc jr lt "
            "ltd max messrs min mr mrs ms mt no nos p pp prof rep rev sen sgt sr st tel v vol vs"
        )
    ),
    quotes=("“”", "‘’"),
    function_words=SMALL_WORDS["en"],
)

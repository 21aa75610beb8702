"""Words and signs of measures and currencies as news writes them, to one unit each: data only."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.values import FigureKind


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit word means: its kind and the one name all its spellings share ("km", "years")."""

    kind: FigureKind
    name: str


def _spell(kind: FigureKind, table: dict[str, str]) -> dict[tuple[str, ...], Unit]:
    return {
        tuple(spelling.split()): Unit(kind, name)
        for name, spellings in table.items()
        for spelling in spellings.split(",")
    }


_TIME = {
    "seconds": "second,seconds,sec,secs",
    "minutes": "minute,minutes,min,mins",
    "hours": "hour,hours,hr,hrs",
    "days": "day,days",
    "nights": "night,nights",
    "weeks": "week,weeks",
    "fortnights": "fortnight,fortnights",
    "months": "month,months",
    "quarters": "financial quarters",
    "years": "year,years,yr,yrs",
    "decades": "decade,decades",
    "centuries": "century,centuries",
}
_LENGTH = {
    "km": "km,kms,kilometer,kilometers,kilometre,kilometres",
    "m": "meter,meters,metre,metres",
    "cm": "cm,cms,centimeter,centimeters,centimetre,centimetres",
    "mm": "mm,millimeter,millimeters,millimetre,millimetres",
    "dm": "dm,decimeter,decimeters,decimetre,decimetres",
    "micrometres": "micrometer,micrometers,micrometre,micrometres,micron,microns",
    "nanometres": "nm,nanometer,nanometers,nanometre,nanometres",
    "miles": "mile,miles,mi",
    "nautical miles": "nautical mile,nautical miles",
    "feet": "foot,feet,ft",
    "inches": "inch,inches",
    "yards": "yard,yards,yd,yds",
    "light-years": "light year,light years",
}
_OTHER = {
    "t": "tonne,tonnes,metric ton,metric tons",
    "tons": "ton,tons,short ton,short tons,long ton,long tons",
    "kg": "kg,kgs,kilo,kilos,kilogram,kilograms,kilogramme,kilogrammes",
    "g": "gram,grams,gramme,grammes",
    "mg": "mg,milligram,milligrams,milligramme,milligrammes",
    "lb": "lb,lbs",
    "oz": "oz,ounce,ounces",
    "stone": "stone",
    "carats": "carat,carats",
    "°C": "degree celsius,degrees celsius,degree centigrade,degrees centigrade,degrees c,celsius,° c,° celsius,℃"
    ",deg c,deg celsius,degrees centigrade,centigrade",
    "°F": "degree fahrenheit,degrees fahrenheit,degrees f,fahrenheit,° f,° fahrenheit,℉,deg f,deg fahrenheit",
    "kelvin": "kelvin,kelvins",
    "°": "degree,degrees,°,deg",
    "ha": "hectare,hectares,ha",
    "acres": "acre,acres",
    "km²": "square km,sq km,sqkm,square kilometer,square kilometers,square kilometre,square kilometres,km²"
    ",sq kilometers,sq kilometres,sq . km",
    "m²": "square meter,square meters,square metre,square metres,sq m,sqm,m²,sq metres,sq meters",
    "sq ft": "square foot,square feet,sq ft,sqft,sq feet,sq . ft",
    "sq in": "square inch,square inches,sq in",
    "sq miles": "square mile,square miles,sq mi,sq mile,sq miles",
    "sq yd": "square yard,square yards",
    "km/h": "km / h,km / hr,kph,kmh,kmph,kilometers per hour,kilometres per hour,kilometer per hour"
    ",kilometre per hour,km per hour,kilometers an hour,kilometres an hour,km an hour"
    ",kilometers / hour",
    "mph": "mph,miles per hour,mile per hour,miles an hour",
    "knots": "knot,knots",
    "m/s": "m / s,meters per second,metres per second,metres a second,meters a second",
    "ft/s": "feet per second,ft / s",
    "mpg": "mpg,miles per gallon",
    "l": "litre,litres,liter,liters",
    "ml": "ml,milliliter,milliliters,millilitre,millilitres",
    "hl": "hectoliter,hectoliters,hectolitre,hectolitres",
    "gallons": "gallon,gallons,gal,gals",
    "pints": "pint,pints",
    "quarts": "quart,quarts",
    "barrels": "barrel,barrels,bbl",
    "bpd": "bpd,barrels per day,barrels a day",
    "bushels": "bushel,bushels",
    "m³": "cubic meter,cubic meters,cubic metre,cubic metres,m³,bcm",
    "cubic ft": "cubic foot,cubic feet",
    "cubic in": "cubic inch,cubic inches",
    "cubic cm": "cubic centimeter,cubic centimeters,cubic centimetre,cubic centimetres",
    "cubic yd": "cubic yard,cubic yards",
    "cubic km": "cubic kilometer,cubic kilometers,cubic kilometre,cubic kilometres",
    "W": "watt,watts",
    "kW": "kw,kilowatt,kilowatts",
    "MW": "megawatt,megawatts,mw",
    "GW": "gigawatt,gigawatts,gw",
    "kWh": "kwh,kilowatt hour,kilowatt hours",
    "MWh": "mwh,megawatt hours",
    "GWh": "gwh,gigawatt hours",
    "TWh": "twh,terawatt hours",
    "V": "volt,volts",
    "kV": "kv,kilovolt,kilovolts",
    "hp": "horsepower,hp,bhp,brake horsepower",
    "N m": "nm torque,newton metres,newton meters",
    "lb-ft": "pound feet,pound foot,lb ft,lb - ft",
    "mAh": "mah,milliamp hours",
    "MP": "megapixel,megapixels",
    "fps": "fps,frames per second,frames a second",
    "nits": "nit,nits",
    "cc": "cc",
    "g/km": "g / km,grams per kilometer,grams per kilometre",
    "mg/dl": "mg / dl",
    "MB/s": "mb / s",
    "bpm": "bpm,beats per minute",
    "mmHg": "mmhg",
    "teu": "teu,teus",
    "boe": "boe",
    "cal": "calorie,calories,kcal",
    "joules": "joule,joules",
    "Hz": "hz,hertz",
    "kHz": "khz,kilohertz",
    "MHz": "mhz,megahertz",
    "GHz": "ghz,gigahertz",
    "dB": "db,decibel,decibels",
    "bit": "bit,bits",
    "byte": "byte,bytes",
    "KB": "kb,kilobyte,kilobytes",
    "MB": "mb,megabyte,megabytes",
    "GB": "gb,gigabyte,gigabytes",
    "TB": "tb,terabyte,terabytes",
    "Mbps": "mbps,megabits per second",
    "Gbps": "gbps,gigabits per second",
    "psi": "psi,pounds per square inch",
    "hPa": "hpa,millibars,millibar",
    "rpm": "rpm,revolutions per minute",
    "kt": "kiloton,kilotons",
    "Mt": "megaton,megatons",
    "sieverts": "sievert,sieverts",
    "µg": "microgram,micrograms,microgramme,microgrammes,mcg,µg,μg",
    "radians": "rad,radian,radians",
    "cups": "cup,cups",
    "tablespoons": "tablespoon,tablespoons,tbsp",
    "teaspoons": "teaspoon,teaspoons,tsp",
    "ppm": "ppm,parts per million",
    "magnitude": "magnitude",
}
UNITS: dict[tuple[str, ...], Unit] = (
    _spell(
        FigureKind.PERCENT,
        {"%": "%,percent,per cent,pct,percents,pc,per cents,percentage,٪,％"},
    )
    | _spell(
        FigureKind.POINTS,
        {
            "points": "percentage point,percentage points,pct points,pp,% points,percent points",
            "basis points": "basis point,basis points,bps",
        },
    )
    | _spell(FigureKind.DURATION, _TIME)
    | _spell(FigureKind.DISTANCE, _LENGTH)
    | _spell(FigureKind.MEASURE, _OTHER)
)
LONGEST_UNIT = max(len(words) for words in UNITS)
UNIT_HEADS = frozenset(words[0] for words in UNITS)

GLUED_UNITS = {
    "m": Unit(FigureKind.DISTANCE, "m"),
    "g": Unit(FigureKind.MEASURE, "g"),
    "t": Unit(FigureKind.MEASURE, "t"),
    "l": Unit(FigureKind.MEASURE, "l"),
    "w": Unit(FigureKind.MEASURE, "W"),
    "v": Unit(FigureKind.MEASURE, "V"),
    "c": Unit(FigureKind.MEASURE, "°C"),
    "f": Unit(FigureKind.MEASURE, "°F"),
    "h": Unit(FigureKind.DURATION, "hours"),
    "s": Unit(FigureKind.DURATION, "seconds"),
    "in": Unit(FigureKind.DISTANCE, "inches"),
    "x": Unit(FigureKind.MEASURE, "times"),
    "dm": Unit(FigureKind.DISTANCE, "dm"),
    "p": Unit(FigureKind.MONEY, "GBX"),
    "c.": Unit(FigureKind.MONEY, "¢"),
}
"""Letters that are units only right behind digits (500C) or, for metres and grams, after one space (12 m)."""

DAYS: dict[str, tuple[Decimal, Decimal]] = {
    name: (Decimal(low), Decimal(high))
    for name, low, high in (
        ("days", "1", "1"),
        ("nights", "1", "1"),
        ("weeks", "7", "7"),
        ("fortnights", "14", "14"),
        ("months", "28", "31"),
        ("years", "365", "366"),
        ("decades", "3652", "3653"),
        ("centuries", "36524", "36525"),
    )
} | {
    "hours": (Decimal(1) / 24, Decimal(1) / 24),
    "minutes": (Decimal(1) / 1440, Decimal(1) / 1440),
    "seconds": (Decimal(1) / 86400, Decimal(1) / 86400),
    "quarters": (Decimal(90), Decimal(92)),
}
ISO_TIME = {
    "seconds": ("PT", "S", 1),
    "minutes": ("PT", "M", 1),
    "hours": ("PT", "H", 1),
    "days": ("P", "D", 1),
    "nights": ("P", "D", 1),
    "weeks": ("P", "W", 1),
    "fortnights": ("P", "W", 2),
    "months": ("P", "M", 1),
    "quarters": ("P", "M", 3),
    "years": ("P", "Y", 1),
    "decades": ("P", "Y", 10),
    "centuries": ("P", "Y", 100),
}

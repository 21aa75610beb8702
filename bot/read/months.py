"""The words of the calendar: months, weekdays, seasons, units and zones, to their numbers."""

from __future__ import annotations

from collections.abc import Mapping

from bot.read.wordlist import words_in

_ENGLISH = words_in(
    """
    january february march april may june july august september october november december
    """
)

MONTHS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(_ENGLISH, 1)},
    **{name[:3]: number for number, name in enumerate(_ENGLISH, 1)},
    "sept": 9,
}

WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

# One line a month, every form a text about that month shows: nominative, genitive, locative, abbreviation.
_FOREIGN_MONTHS = """
январь января январе янв | січень січня січні | студзень студзеня студзені | enero | janvier janv | januar jänner
| styczeń stycznia styczniu | gennaio | janeiro
февраль февраля феврале фев | лютий лютого лютому | люты лютага лютым | febrero | février févr fevrier | februar feber
| luty lutego lutym | febbraio | fevereiro
март марта марте мар | березень березня березні | сакавік сакавіка сакавіку | marzo | mars | märz | marzec marca marcu
| março marco
апрель апреля апреле апр | квітень квітня квітні | красавік красавіка красавіку | abril | avril avr | april
| kwiecień kwietnia kwietniu | aprile
май мая мае | травень травня травні | травень траўня маі | mayo | mai | maj maja maju | maggio | maio
июнь июня июне июн | червень червня червні | чэрвень чэрвеня чэрвені | junio | juin | juni | czerwiec czerwca czerwcu
| giugno | junho
июль июля июле июл | липень липня липні | ліпень ліпеня ліпені | julio | juillet juil | juli | lipiec lipca lipcu
| luglio | julho
август августа августе авг | серпень серпня серпні | жнівень жніўня жніўні | agosto | août aout | august
| sierpień sierpnia sierpniu
сентябрь сентября сентябре сен сент | вересень вересня вересні | верасень верасня верасні | septiembre setiembre
| septembre sept | september | wrzesień września wrześniu | settembre | setembro
октябрь октября октябре окт | жовтень жовтня жовтні | кастрычнік кастрычніка кастрычніку | octubre | octobre oct
| oktober | październik października październiku | ottobre | outubro
ноябрь ноября ноябре ноя нояб | листопад листопада листопаді | лістапад лістапада лістападзе | noviembre | novembre nov
| november | listopad listopada listopadzie | novembro
декабрь декабря декабре дек | грудень грудня грудні | снежань снежня снежні | diciembre | décembre déc decembre
| dezember | grudzień grudnia grudniu | dicembre | dezembro
"""


def _months_by_line() -> dict[str, int]:
    joined = _FOREIGN_MONTHS.strip().replace("\n|", " |").splitlines()
    return {
        form: number for number, line in enumerate(joined, 1) for form in line.replace("|", " ").split() if form != "|"
    }


FOREIGN_MONTHS: Mapping[str, int] = {**_months_by_line(), **{k: v for k, v in MONTHS.items() if len(k) > 3}}

FOREIGN_WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "понедельник понедельника понеділок понеділка панядзелак lunes lundi montag poniedziałek lunedì",
            "вторник вторника вівторок вівторка аўторак martes mardi dienstag wtorek martedì",
            "среда среду среды середа середу серада miércoles mercredi mittwoch środa środę mercoledì",
            "четверг четверга четвер четверга чацвер jueves jeudi donnerstag czwartek giovedì",
            "пятница пятницу пятницы п'ятниця п'ятницю пятніца viernes vendredi freitag piątek venerdì",
            "суббота субботу субботы субота суботу sábado samedi samstag sonnabend sobota sobotę sabato",
            "воскресенье воскресенья неділя неділю нядзеля domingo dimanche sonntag niedziela niedzielę domenica",
        )
    )
    for name in names.split()
}

SEASONS: Mapping[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

# Each unit: ISO 8601 designator, how many of it make one, and the fewest and most days it can be.
UNITS: Mapping[str, tuple[str, int, str, str]] = {
    "second": ("TS", 1, "0.0000115", "0.0000116"),
    "minute": ("TM", 1, "0.000694", "0.000695"),
    "hour": ("TH", 1, "0.04166", "0.04167"),
    "day": ("D", 1, "1", "1"),
    "night": ("D", 1, "1", "1"),
    "week": ("W", 1, "7", "7"),
    "fortnight": ("W", 2, "14", "14"),
    "month": ("M", 1, "28", "31"),
    "year": ("Y", 1, "365", "366"),
    "decade": ("Y", 10, "3652", "3653"),
    "century": ("Y", 100, "36524", "36525"),
}

UNIT_FORMS: Mapping[str, str] = {
    **{unit: unit for unit in UNITS},
    **{f"{unit}s": unit for unit in UNITS},
    "centuries": "century",
    **dict.fromkeys(("sec", "secs"), "second"),
    **dict.fromkeys(("min", "mins"), "minute"),
    **dict.fromkeys(("hr", "hrs", "h"), "hour"),
    **dict.fromkeys(("yr", "yrs"), "year"),
}

# Only zones with one meaning and no summer time; "ET" or "local time" are kept unsaid rather than guessed.
ZONES: Mapping[str, str] = {
    "gmt": "+00:00",
    "utc": "+00:00",
    "bst": "+01:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "moscow time": "+03:00",
    "jst": "+09:00",
    "kst": "+09:00",
    "hkt": "+08:00",
    "est": "-05:00",
    "edt": "-04:00",
    "cst": "-06:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
}

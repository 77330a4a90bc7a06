"""Names of months and days of the week as people write them in feeds, and of time zones.

English in full, and the languages in which programs that make feeds are run most; lower case, without dots.
"""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

#: hours by which the zones differ from UT that have a name in a date (RFC 822 §5.1)
ZONES = {
    "UT": 0, "GMT": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7,
}  # fmt: skip

#: minutes by which other zones differ; those whose name is not used for several
OTHER_ZONES = {
    "UTC": 0, "WET": 0, "WEST": 60, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120, "EET": 120, "EEST": 180,
    "MSK": 180, "JST": 540, "KST": 540, "AEST": 600, "AEDT": 660, "AKST": -540, "AKDT": -480, "HST": -600,
    "NZST": 720, "NZDT": 780, "SAST": 120,
}  # fmt: skip

_MONTHS = """
january janvier enero gennaio janeiro januar januari styczeń jänner gen ene janv jän
february février febrero febbraio fevereiro februar februari luty feber febr fév févr fev
march mars marzo março märz maart marzec mär mrz mrt marz
april avril abril aprile avr abr kwiecień
may mai mayo maggio maio mei maj mag
june juin junio giugno junho juni czerwiec giu
july juillet julio luglio julho juli lipiec lug juil
august août agosto augusti augustus sierpień ago aoû
september septembre septiembre settembre setembro wrzesień sept set
october octobre octubre ottobre outubro oktober październik okt ott out
november novembre noviembre novembro listopad
december décembre diciembre dicembre dezembro dezember desember grudzień dez dic déc des
"""
_DAYS = """
monday lundi lunes lunedì segunda montag maandag mandag måndag poniedziałek lun mo
tuesday mardi martes martedì terça dienstag dinsdag tirsdag tisdag wtorek mar di tues
wednesday mercredi miércoles mercoledì quarta mittwoch woensdag onsdag środa mer mi mié
thursday jeudi jueves giovedì quinta donnerstag donderdag torsdag czwartek jeu jue gio do thur thurs
friday vendredi viernes venerdì sexta freitag vrijdag fredag piątek ven vie fr
saturday samedi sábado sabato sabado samstag sonnabend zaterdag lørdag lördag sobota sam sáb sab sa
sunday dimanche domingo domenica sonntag zondag søndag söndag niedziela dim dom so
"""


def _numbers(lines: str, names: tuple[str, ...]) -> dict[str, int]:
    found = {name.lower(): number for number, name in enumerate(names)}
    for number, line in enumerate(lines.strip().splitlines()):
        found |= {word: number for word in line.split() if word not in found}
    return found


#: name -> 0 for January
MONTH_NUMBERS = _numbers(_MONTHS, MONTHS)
#: name -> 0 for Monday
DAY_NUMBERS = _numbers(_DAYS, DAYS)

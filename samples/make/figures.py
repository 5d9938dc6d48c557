"""Figures as Colombian offices print them, and the ledger of slips that are planted on purpose."""


def group(value, mark="."):
    return f"{abs(value):,}".replace(",", mark) if value >= 0 else "-" + group(-value, mark)


def pesos(value):
    return "$ " + group(value)


def percent(part, whole, decimals=2):
    """Rounded half up in whole numbers, with a decimal comma."""
    scale = 10 ** decimals
    rounded = (2 * 100 * scale * part + whole) // (2 * whole)
    return f"{rounded // scale},{rounded % scale:0{decimals}d}%" if decimals else f"{rounded}%"


UNITS = ("cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho "
         "diecinueve veinte veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve").split()
TENS = "- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
HUNDREDS = ("- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos").split()


def below_thousand(value):
    if value == 100:
        return "cien"
    words = [HUNDREDS[value // 100]] if value >= 100 else []
    rest = value % 100
    if rest >= 30:
        words.append(TENS[rest // 10] + (f" y {UNITS[rest % 10]}" if rest % 10 else ""))
    elif rest or not words:
        words.append(UNITS[rest])
    return " ".join(words)


def below_million(value):
    thousands, rest = divmod(value, 1000)
    words = ["mil" if thousands == 1 else below_thousand(thousands) + " mil"] if thousands else []
    return " ".join(words + ([below_thousand(rest)] if rest or not words else []))


def in_words(value):
    """An amount below 10^12 in words, with its unit: 'quinientos siete millones de pesos'."""
    millions, rest = divmod(value, 10 ** 6)
    words = []
    if millions:
        words.append("un millón" if millions == 1 else below_million(millions) + " millones")
    if rest or not words:
        words.append(below_million(rest))
    return " ".join(words) + (" de pesos" if millions and not rest else " pesos")


class Slips:
    """What is wrong on purpose. Everything else in the samples adds up: the scripts compute it or assert it."""

    def __init__(self):
        self.all = []

    def plant(self, file, page, rule, reported, expected, printed, why, diagnosis=None, optional=False):
        """`printed` is looked for on that page; `optional` marks what may be flagged as a consequence of another slip."""
        slip = {"archivo": file, "pagina": page, "regla": rule, "reportado": reported, "esperado": expected}
        if diagnosis:
            slip["diagnostico"] = diagnosis
        if optional:
            slip["opcional"] = True
        self.all.append({**slip, "impreso": printed, "nota": why})
        return printed

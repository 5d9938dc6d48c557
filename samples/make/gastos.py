"""Execution of the budget of expenses 2020: a hierarchy of codes, ten money columns, two pages and more."""
import csv
from pathlib import Path

from reportlab.lib.pagesizes import landscape, legal

from figures import group, in_words
from page import SUBTITLE, TITLE, Report

FILE = "ejecucion-gastos-2020.pdf"
MEASURES = ["inicial", "adiciones", "reducciones", "creditos", "contracreditos", "definitiva", "cdp", "compromisos",
            "obligaciones", "pagos"]
PARENTS = {
    "2": "GASTOS", "2.1": "FUNCIONAMIENTO", "2.1.1": "Gastos de personal", "2.1.1.01.01": "Factores constitutivos de salario",
    "2.1.1.01.02": "Contribuciones inherentes a la nómina", "2.1.2": "Adquisición de bienes y servicios",
    "2.1.2.01": "Adquisición de activos no financieros", "2.1.2.02": "Adquisiciones diferentes de activos",
    "2.1.3": "Transferencias corrientes", "2.2": "SERVICIO DE LA DEUDA PÚBLICA", "2.3": "INVERSIÓN",
    "2.3.2": "Adquisición de bienes y servicios", "2.3.3": "Transferencias corrientes", "2.3.5": "Gastos de comercialización y producción",
}


def leaves():
    lines = []
    with open(Path(__file__).with_name("gastos.csv"), encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            line = {key: int(value) if key not in ("codigo", "concepto") else value for key, value in row.items()}
            line["definitiva"] = (line["inicial"] + line["adiciones"] - line["reducciones"] + line["creditos"]
                                  - line["contracreditos"])
            lines.append(line)
    return lines


def make(folder, slips):
    lines = leaves()
    # The report's own slip: more paid than there was an obligation for.
    over = next(line for line in lines if line["codigo"] == "2.3.3.04.05.002")
    over["pagos"] = over["obligaciones"] + 2_480_500
    slips.plant(FILE, 2, "sobre-ejecucion", str(over["pagos"]), str(over["obligaciones"]), group(over["pagos"]),
                "2.3.3.04.05.002: se pagó más de lo obligado")
    for line in lines:
        if line is not over:
            assert line["pagos"] <= line["obligaciones"]
        assert line["obligaciones"] <= line["compromisos"] <= line["cdp"] <= line["definitiva"], line
    assert sum(line["creditos"] for line in lines) == sum(line["contracreditos"] for line in lines)

    totals = {code: {m: sum(line[m] for line in lines if line["codigo"].startswith(code + ".")) for m in MEASURES}
              for code in PARENTS}
    # 2.1.2.02, payments: the sum left out its line of goods that can be carried; what stands above adds up what is printed.
    left_out = next(line for line in lines if line["codigo"] == "2.1.2.02.01.003")
    right = totals["2.1.2.02"]["pagos"]
    wrong = right - left_out["pagos"]
    for code in ("2.1.2.02", "2.1.2", "2.1", "2"):
        totals[code]["pagos"] -= left_out["pagos"]
    slips.plant(FILE, 1, "total-no-cuadra", str(wrong), str(right), group(wrong),
                "2.1.2.02, pagos: la suma dejó por fuera la línea 2.1.2.02.01.003", "linea-omitida")
    assert all(t["pagos"] <= t["obligaciones"] <= t["compromisos"] for t in totals.values())
    # The grand total of commitments has two digits swapped.
    true_total = totals["2"]["compromisos"]
    text = str(true_total)
    place = next(i for i in range(4, len(text) - 1) if text[i] != text[i + 1])
    swapped = int(text[:place] + text[place + 1] + text[place] + text[place + 2:])
    assert totals["2"]["obligaciones"] < swapped < totals["2"]["cdp"]
    slips.plant(FILE, 1, "total-no-cuadra", str(swapped), str(true_total), group(swapped),
                "2 GASTOS, compromisos: dos dígitos cambiados de lugar", "digitos-transpuestos")

    rows = [["Código", "Concepto", "Apropiación inicial", "Adiciones", "Reducciones", "Créditos", "Contra-créditos",
             "Apropiación definitiva", "CDP", "Compromisos", "Obligaciones", "Pagos"]]
    bold = []
    for code in sorted(list(PARENTS) + [line["codigo"] for line in lines]):
        if code in PARENTS:
            bold.append(len(rows))
            values = dict(totals[code])
            if code == "2":
                values["compromisos"] = swapped
            rows.append([code, PARENTS[code]] + [group(values[m]) for m in MEASURES])
        else:
            line = next(line for line in lines if line["codigo"] == code)
            rows.append([code, line["concepto"]] + [group(line[m]) for m in MEASURES])

    report = Report(folder / FILE, "Ejecución presupuestal de gastos vigencia 2020", "MUNICIPIO DE PUERTO COMBEIMA",
                    "Secretaría de Hacienda – Grupo de Presupuesto", "Ejecución de gastos – Vigencia 2020", size=landscape(legal))
    report.margin = 36
    report.text("EJECUCIÓN PRESUPUESTAL DE GASTOS", look=TITLE)
    report.text("Vigencia 2020 – Corte a 31 de diciembre de 2020", look=SUBTITLE)
    definitive = totals["2"]["definitiva"]
    report.text("La Secretaría de Hacienda presenta la ejecución acumulada del presupuesto de gastos del municipio con corte a 31 de "
                f"diciembre de 2020. La apropiación definitiva fue de {in_words(definitive)} (${group(definitive)}). Las cifras se "
                "expresan en pesos colombianos y las modificaciones corresponden a los actos administrativos expedidos durante el año.")
    report.table("Tabla 1. Ejecución presupuestal de gastos acumulada a 31 de diciembre de 2020", rows,
                 [88, 152] + [71] * 10, align="ll" + "r" * 10, size=7, narrow=True, bold_rows=bold, shaded_rows=bold,
                 source="Fuente: sistema de información financiera del municipio. Cifras en pesos.")
    report.text("Los traslados internos (créditos y contracréditos) se compensan entre sí y no modifican el total del presupuesto.")
    report.save()

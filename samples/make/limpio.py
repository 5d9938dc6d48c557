"""Income and expenses 2021: a report in which nothing is wrong."""
from figures import group, in_words, percent, pesos
from page import SUBTITLE, TITLE, Report

FILE = "ejecucion-presupuestal-2021.pdf"


def make(folder, slips):
    report = Report(folder / FILE, "Ejecución presupuestal de ingresos y gastos 2021", "MUNICIPIO DE SAN MATEO DEL LLANO",
                    "Secretaría de Hacienda", "Ejecución presupuestal – Vigencia 2021")
    report.text("INFORME DE EJECUCIÓN PRESUPUESTAL", look=TITLE)
    report.text("Vigencia 2021 – Corte a 31 de diciembre de 2021", look=SUBTITLE)

    income = [("1.1.01.01.200", "Impuesto predial unificado", 4_218_000_000, 180_000_000, 0, 4_106_532_418),
              ("1.1.01.02.200", "Impuesto de industria y comercio", 2_765_000_000, 95_000_000, 0, 2_913_847_605),
              ("1.1.01.02.109", "Sobretasa a la gasolina", 1_140_000_000, 0, 0, 1_087_421_000),
              ("1.1.02.02.095", "Tasas y derechos administrativos", 386_000_000, 24_500_000, 0, 398_716_250),
              ("1.1.02.06.001", "Sistema General de Participaciones", 18_904_512_000, 613_480_000, 0, 19_517_992_000),
              ("1.2.05.02", "Rendimientos financieros", 62_000_000, 0, 18_000_000, 41_937_186)]
    final = [line[2] + line[3] - line[4] for line in income]
    rows = [["Código", "Concepto", "Presupuesto inicial", "Adiciones", "Reducciones", "Presupuesto definitivo", "Recaudo", "% de recaudo"]]
    for line, definitive in zip(income, final):
        rows.append([line[0], line[1], pesos(line[2]), pesos(line[3]), pesos(line[4]), pesos(definitive), pesos(line[5]),
                     percent(line[5], definitive)])
    sums = [sum(line[i] for line in income) for i in (2, 3, 4, 5)]
    total = sum(final)
    assert total == sums[0] + sums[1] - sums[2]
    rows.append(["TOTAL INGRESOS", ""] + [pesos(v) for v in (sums[0], sums[1], sums[2], total, sums[3])] + [percent(sums[3], total)])
    report.text(
        f"El presupuesto definitivo de ingresos de la vigencia 2021 fue de {in_words(total)} (${group(total)}), de los cuales se "
        f"recaudaron {in_words(sums[3])} (${group(sums[3])}), equivalentes al {percent(sums[3], total)}. La Tabla 1 muestra el detalle.")
    report.table("Tabla 1. Ejecución de ingresos a 31 de diciembre de 2021", rows, [60, 100, 72, 62, 56, 74, 74, 44],
                 align="llrrrrrc", size=7, narrow=True, bold_rows=[7], shaded_rows=[7], spans=[((0, 7), (1, 7))],
                 source="Fuente: Secretaría de Hacienda. Cifras en pesos.")

    expenses = [("2.1", "Funcionamiento", total - 2_310_640_000 - 17_386_000_000), ("2.2", "Servicio de la deuda pública", 2_310_640_000),
                ("2.3", "Inversión", 17_386_000_000)]
    shares = {"2.1": (9421, 9108, 8873), "2.2": (9967, 9967, 9840), "2.3": (8874, 8217, 7936)}  # parts of 10,000
    lines = []
    for code, name, definitive in expenses:
        committed, owed, paid = (definitive * share // 10_000 + len(name) * 137 for share in shares[code])
        assert paid <= owed <= committed <= definitive
        lines.append((code, name, definitive, committed, owed, paid))
    sums = [sum(line[i] for line in lines) for i in (2, 3, 4, 5)]
    assert sums[0] == total
    rows = [["Código", "Concepto", "Apropiación definitiva", "Compromisos", "Obligaciones", "Pagos", "% comprometido"]]
    rows += [[line[0], line[1]] + [pesos(v) for v in line[2:]] + [percent(line[3], line[2])] for line in lines]
    rows.append(["TOTAL GASTOS", ""] + [pesos(v) for v in sums] + [percent(sums[1], sums[0])])
    report.text(f"En gastos, la apropiación definitiva ascendió al mismo valor, ${group(total)}, y los compromisos del año sumaron "
                f"${group(sums[1])}, como se ve en la Tabla 2.")
    report.table("Tabla 2. Ejecución de gastos a 31 de diciembre de 2021", rows, [42, 120, 82, 82, 82, 82, 56], align="llrrrrc",
                 size=7.5, narrow=True, bold_rows=[4], shaded_rows=[4], spans=[((0, 4), (1, 4))],
                 source="Fuente: Secretaría de Hacienda. Cifras en pesos.")

    report.heading("Rezago presupuestal constituido")
    reserves, payables = sums[1] - sums[2], sums[2] - sums[3]
    report.text(
        f"Al cierre de la vigencia se constituyeron reservas presupuestales por ${group(reserves)} y cuentas por pagar por "
        f"${group(payables)}, según los actos administrativos expedidos por la Secretaría de Hacienda.")
    rows = [["Concepto", "Valor"], ["Reservas presupuestales", pesos(reserves)], ["Cuentas por pagar", pesos(payables)],
            ["Total rezago presupuestal", pesos(reserves + payables)]]
    report.table("Tabla 3. Rezago presupuestal de la vigencia 2021", rows, [200, 120], align="lr", bold_rows=[3])
    report.save()

"""PQRS report of 2022: by type, channel, dependency and month, in tables and prose."""
from reportlab.platypus import PageBreak

from figures import group, percent
from page import SUBTITLE, TITLE, Report

FILE = "informe-pqrs-2022.pdf"


def counted(report, caption, head, lines, total, widths):
    rows = [head] + [[name, group(count), percent(count, total, 1)] for name, count in lines]
    rows.append(["TOTAL", group(total), "100,0%"])
    # Parts that are rounded one by one must still make 100 %, or the table would be flagged.
    assert sum(int(row[2].replace(",", "").rstrip("%")) for row in rows[1:-1]) == 1000, caption
    report.table(caption, rows, widths, align="lrr", bold_rows=[len(rows) - 1], shaded_rows=[len(rows) - 1])


def make(folder, slips):
    report = Report(folder / FILE, "Informe de PQRSD vigencia 2022", "ALCALDÍA DE PUERTO COMBEIMA",
                    "Dirección de Atención al Ciudadano", "Informe PQRSD – Vigencia 2022")
    report.text("INFORME DE PETICIONES, QUEJAS, RECLAMOS, SUGERENCIAS Y DENUNCIAS", look=TITLE)
    report.text("Vigencia 2022 – Corte a 31 de diciembre de 2022", look=SUBTITLE)

    types = [("Petición de interés general", 2_913), ("Petición de interés particular", 2_204), ("Solicitud de información", 846),
             ("Consulta", 327), ("Queja", 291), ("Reclamo", 265), ("Denuncia", 118), ("Sugerencia", 44), ("Felicitación", 21)]
    total = sum(count for _, count in types)
    assert total == 7_029
    told = slips.plant(FILE, 1, "texto-no-cuadra", "7129", str(total), "7.129",
                       "las Tablas 1, 2 y 4 suman 7.029 solicitudes", "digito-errado")
    report.text(
        "La Dirección de Atención al Ciudadano presenta el comportamiento de las PQRSD radicadas en la entidad, con fundamento en el "
        f"artículo 54 de la Ley 190 de 1995 y en la Ley 1755 de 2015. Durante la vigencia 2022 se recibieron {told} solicitudes por "
        "los canales dispuestos, con los tipos que muestra la Tabla 1.")
    report.heading("1. Solicitudes por tipo y por canal")
    counted(report, "Tabla 1. Solicitudes recibidas por tipo", ["Tipo de solicitud", "Cantidad", "Participación"], types, total,
            [220, 80, 80])
    channels = [("Ventanilla presencial", 2_951), ("Correo electrónico", 2_118), ("Formulario web", 1_405), ("Línea telefónica", 372),
                ("Buzón de sugerencias", 183)]
    assert sum(count for _, count in channels) == total
    counted(report, "Tabla 2. Solicitudes recibidas por canal", ["Canal de recepción", "Cantidad", "Participación"], channels, total,
            [220, 80, 80])
    report.text("La ventanilla presencial sigue siendo el canal preferido, con 2.951 solicitudes, seguida del correo electrónico, con "
                "2.118.")

    report.add(PageBreak())
    report.heading("2. Estado de respuesta por dependencia")
    report.text("La Tabla 3 presenta las seis dependencias con mayor número de solicitudes y el estado de cada una al cierre del año. "
                "Las recibidas son la suma de las respondidas en término, las respondidas fuera de término y las pendientes.")
    offices = [("Secretaría de Planeación", 1_203, 88, 41), ("Secretaría de Gobierno", 1_147, 65, 29),
               ("Secretaría de Hacienda", 964, 72, 21), ("Secretaría de Movilidad", 688, 104, 36),
               ("Secretaría de Educación", 571, 47, 12), ("Secretaría de Salud", 403, 31, 9)]
    rows = [["Dependencia", "Recibidas", "Respondidas", "", "Pendientes"], ["", "", "En término", "Fuera de término", ""]]
    for name, in_term, late, pending in offices:
        received = in_term + late + pending
        shown = group(received)
        if name == "Secretaría de Hacienda":
            assert received == 1_057
            shown = slips.plant(FILE, 2, "fila-no-cuadra", "1075", "1057", "1.075",
                                "Tabla 3, Secretaría de Hacienda: 964 + 72 + 21 son 1.057", "digitos-transpuestos")
        rows.append([name, shown, group(in_term), group(late), group(pending)])
    report.table("Tabla 3. Estado de respuesta en las dependencias con más solicitudes", rows, [170, 70, 75, 85, 70], heads=2,
                 align="lrrrr", spans=[((0, 0), (0, 1)), ((1, 0), (1, 1)), ((2, 0), (3, 0)), ((4, 0), (4, 1))],
                 source="Fuente: sistema de gestión documental de la entidad.")

    report.heading("3. Solicitudes por mes")
    months = [("Enero", 498), ("Febrero", 561), ("Marzo", 642), ("Abril", 533), ("Mayo", 618), ("Junio", 587), ("Julio", 604),
              ("Agosto", 671), ("Septiembre", 649), ("Octubre", 612), ("Noviembre", 573), ("Diciembre", 481)]
    assert sum(count for _, count in months) == total
    printed = {"Junio": 857}
    slips.plant(FILE, 2, "total-no-cuadra", str(total), str(total + 270), "7.029",
                "Tabla 4: con 857 en junio los meses suman 7.299; en junio se cambiaron de lugar dos dígitos (eran 587)")
    rows = [["Mes", "Solicitudes"]] + [[name, group(printed.get(name, count))] for name, count in months]
    rows.append(["TOTAL", group(total)])
    report.table("Tabla 4. Solicitudes recibidas por mes", rows, [150, 90], align="lr", bold_rows=[13], shaded_rows=[13])

    report.add(PageBreak())
    report.heading("4. Solicitudes con seguimiento especial")
    report.text("La Oficina de Control Interno hace seguimiento a las solicitudes que involucran términos especiales o varias "
                "dependencias. A cada una le corresponde un número de radicado único.")
    twice = slips.plant(FILE, 3, "duplicado", "2022-071800", "", "2022-071800",
                        "Tabla 5: un mismo radicado para dos solicitudes distintas")
    rows = [["Radicado", "Fecha", "Asunto", "Dependencia", "Estado"],
            ["2022-032869", "29/04/2022", "Acceso a los estudios previos de un contrato de obra", "Secretaría de Infraestructura",
             "Respondida"],
            ["2022-055843", "18/07/2022", "Inclusión en el programa de alimentación escolar", "Secretaría de Educación", "Respondida"],
            [twice, "07/09/2022", "Denuncia por ocupación del espacio público", "Secretaría de Gobierno", "Respondida"],
            ["2022-075512", "22/09/2022", "Revisión de la estratificación de un predio", "Secretaría de Planeación", "Respondida"],
            [twice, "03/10/2022", "Reclamo por la liquidación del impuesto predial", "Secretaría de Hacienda", "Respondida"],
            ["2022-090136", "24/11/2022", "Copia del inventario de vías terciarias", "Secretaría de Infraestructura", "Respondida"]]
    report.table("Tabla 5. Solicitudes con seguimiento especial", rows, [70, 62, 175, 110, 65], align="lclll")
    report.heading("5. Conclusiones")
    report.text("Se mantiene la recomendación de reforzar la respuesta oportuna en las secretarías con más solicitudes fuera de "
                "término, y de promover el uso del formulario web.")
    report.save()

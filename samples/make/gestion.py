"""Management report 2020-2023 of a secretariat: cover, prose and several small budget tables."""
from reportlab.platypus import PageBreak

from figures import group, in_words, percent, pesos
from page import SUBTITLE, TITLE, Report, style

FILE = "informe-gestion-2020-2023.pdf"


def make(folder, slips):
    report = Report(folder / FILE, "Informe de gestión 2020-2023", "ALCALDÍA DE PUERTO COMBEIMA", "Secretaría General",
                    "Informe de gestión 2020 – 2023", cover=True)
    report.gap(190)
    report.text("INFORME DE GESTIÓN", "2020 – 2023", look=style("cover", fontName="SansBold", fontSize=26, leading=34, alignment=1))
    report.gap(24)
    report.text("SECRETARÍA GENERAL", "Alcaldía de Puerto Combeima", look=style("under", fontSize=15, leading=21, alignment=1))
    report.gap(180)
    report.text("Corte a 30 de noviembre de 2023", look=SUBTITLE)
    report.add(PageBreak())

    report.heading("1. Presentación")
    report.text(
        "La Secretaría General presenta el balance de su gestión en el periodo 2020 – 2023, en cumplimiento de la Ley 951 de 2005 y "
        "de las directrices para el proceso de empalme. El documento reúne los resultados de las metas a cargo, la ejecución de los "
        "recursos y los canales de atención a la ciudadanía.")
    report.text(
        "La dependencia está conformada por el despacho, la Dirección de Atención al Ciudadano, la Oficina de Comunicaciones y el Grupo "
        "de Relaciones Estratégicas. Durante el cuatrienio orientó la relación con la ciudadanía, la divulgación de la gestión y la "
        "proyección internacional del municipio, con apoyo de 11 servidores de planta.")
    report.heading("2. Estrategia de comunicaciones")
    lines = [("215311901840", "Fortalecimiento e implementación de la estrategia de comunicaciones", 161_656_666, 92_908_332),
             ("215311941945", "Divulgación de la gestión pública en medios locales y comunitarios", 345_343_334, 21_949_059)]
    budget, spent = sum(line[2] for line in lines), sum(line[3] for line in lines)
    assert (budget, spent) == (507_000_000, 114_857_391)
    code = slips.plant(FILE, 2, "codigo-no-coincide", "215311901480", "215311901840", "215311901480",
                       "el código citado en el texto tiene dos dígitos cambiados frente a la Tabla 1", "digitos-transpuestos")
    report.text(
        f"En la vigencia 2020 la meta contó con una apropiación de {in_words(budget)} (${group(budget)}) y una ejecución de "
        f"{in_words(spent)} (${group(spent)}), equivalente al {percent(spent, budget)}. Los pagos de pauta institucional se hicieron "
        f"con cargo al rubro {code} – Fortalecimiento e implementación de la estrategia de comunicaciones, y la producción "
        "audiovisual con el rubro 215311941945 – Divulgación de la gestión pública en medios locales y comunitarios.")
    rows = [["Código rubro", "Descripción", "Presupuesto definitivo", "Valor comprometido", "% ejecutado"]]
    for number, (rubro, name, total, part) in enumerate(lines):
        shown = percent(part, total)
        if number == 1:
            assert shown == "6,36%"
            shown = slips.plant(FILE, 2, "porcentaje-no-cuadra", "6.63", "6.36", "6,63%",
                                "Tabla 1, rubro 215311941945: 21.949.059 de 345.343.334 es 6,36 %", "digitos-transpuestos")
        rows.append([rubro, name, pesos(total), pesos(part), shown])
    rows.append(["TOTAL", "", pesos(budget), pesos(spent), percent(spent, budget)])
    report.table("Tabla 1. Presupuesto ejecutado vigencia 2020", rows, [80, 170, 88, 88, 58], align="llrrc", bold_rows=[3],
                 spans=[((0, 3), (1, 3))], source="Fuente: Secretaría de Hacienda, ejecución a 31 de diciembre de 2020.")

    lines = [("2143803", "Tasas y derechos administrativos", 8_638_000, 8_638_000),
             ("214320202005", "Construcción y servicios de la construcción", 40_500_000, 36_450_000),
             ("214320101003", "Maquinaria y equipo de sonido y video", 300_000_000, 247_318_500),
             ("214320101004", "Muebles del tipo utilizado en la oficina", 71_500_000, 71_500_000)]
    budget, spent = sum(line[2] for line in lines), sum(line[3] for line in lines)
    assert budget == 420_638_000
    written = slips.plant(FILE, 2, "letras-y-cifras", "420683000", "420638000", "$420.683.000",
                          "las letras dicen 420.638.000, que es también el total de la Tabla 2", "digitos-transpuestos")
    report.text(
        "En la vigencia 2021 la meta dispuso de " + in_words(126_475_000) + " ($126.475.000), ejecutados en su totalidad. Para la "
        f"vigencia 2022 se asignaron {in_words(budget)} ({written}), distribuidos como se ve en la Tabla 2.")
    short = spent - 71_500_000
    slips.plant(FILE, 2, "total-no-cuadra", str(short), str(spent), pesos(short),
                "Tabla 2, valor comprometido: la suma dejó por fuera la última línea", "linea-omitida")
    slips.plant(FILE, 2, "texto-no-cuadra", "420683000", str(budget), "$420.683.000",
                "la misma cifra del texto frente al total de la Tabla 2", "digitos-transpuestos", optional=True)
    slips.plant(FILE, 2, "entre-tablas", str(short), str(spent), pesos(short),
                "el total errado de la Tabla 2 frente a la fila de comunicaciones de la Tabla 3", optional=True)
    rows = [["Código rubro", "Descripción", "Presupuesto definitivo", "Valor comprometido"]]
    rows += [[rubro, name, pesos(total), pesos(part)] for rubro, name, total, part in lines]
    rows.append(["TOTAL", "", pesos(budget), pesos(short)])
    report.table("Tabla 2. Presupuesto ejecutado vigencia 2022", rows, [80, 200, 95, 95], align="llrr", bold_rows=[5],
                 spans=[((0, 5), (1, 5))], source="Fuente: Secretaría de Hacienda, ejecución a 31 de diciembre de 2022.")

    report.heading("3. Ejecución financiera de las metas")
    report.text("La Tabla 3 consolida los recursos comprometidos por cada meta de producto. Las vigencias anteriores a 2023 "
                "corresponden al cierre; la vigencia 2023 se reporta con corte a 30 de noviembre.")
    goals = [("Dotar oficinas para la atención y orientación al ciudadano", [0, 287_623_162, 195_541_386, 106_295_000]),
             ("Fortalecer e implementar la estrategia de comunicaciones", [114_857_391, 126_475_000, spent, 15_000_000]),
             ("Generar relacionamiento internacional de carácter estratégico", [96_350_000, 181_381_568, 117_403_511, 161_656_660]),
             ("Modernizar la gestión documental de la entidad", [45_200_000, 53_946_800, 88_167_840, 62_480_115])]
    sums = [sum(values[i] for _, values in goals) for i in range(4)]
    header_summed = sums[1] + 2021
    slips.plant(FILE, 3, "total-no-cuadra", str(header_summed), str(sums[1]), pesos(header_summed),
                "Tabla 3, vigencia 2021: la suma se tragó el año del encabezado", "encabezado-sumado")
    rows = [["Meta de producto", "Recursos comprometidos por vigencia", "", "", ""], ["", "2020", "2021", "2022", "2023"]]
    rows += [[name] + [pesos(v) for v in values] for name, values in goals]
    rows.append(["TOTALES"] + [pesos(header_summed if i == 1 else total) for i, total in enumerate(sums)])
    report.table("Tabla 3. Ejecución financiera por meta y vigencia", rows, [160, 82, 82, 82, 82], heads=2, align="lrrrr",
                 bold_rows=[6], spans=[((0, 0), (0, 1)), ((1, 0), (4, 0))], source="Fuente: Secretaría General. Cifras en pesos.")

    report.text(
        "La meta de relacionamiento internacional cerró el cuatrienio con convenios vigentes con tres ciudades hermanas. La de gestión "
        "documental entregó el inventario de los archivos de gestión de todas las dependencias y dejó en curso la elaboración de las "
        "tablas de valoración documental.")
    report.heading("4. Atención a la ciudadanía")
    positive, negative, silent = 512, 274, 18_154
    right = positive + negative + silent
    told = slips.plant(FILE, 3, "texto-no-cuadra", "18946", str(right), "18.946",
                       "512 + 274 + 18.154 son 18.940 solicitudes", "digito-errado")
    assert right == 18_940
    report.text(
        f"Durante 2023 el chat institucional dio respuesta a {told} solicitudes, de las cuales {positive} respondieron positivamente "
        f"la encuesta de satisfacción, {negative} negativamente y {group(silent)} no la diligenciaron.",
        "De forma presencial se orientó a 36.842 personas en las cuatro oficinas dotadas, y se publicaron doce (12) informes de "
        "oportunidad de respuesta en la página web de la entidad.")
    report.save()

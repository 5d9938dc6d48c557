"""Handover report of 2023 (Ley 951 de 2005): contracts, pending matters and human talent."""
from figures import group, pesos
from page import SUBTITLE, TITLE, Report

FILE = "informe-empalme-2023.pdf"


def make(folder, slips):
    report = Report(folder / FILE, "Informe de empalme 2023", "EMPRESA DE ACUEDUCTO DE SAN MATEO DEL LLANO E.S.P.", "Gerencia General",
                    "Acta de informe de gestión – Ley 951 de 2005")
    report.text("ACTA DE INFORME DE GESTIÓN", look=TITLE)
    report.text("Empalme institucional – Corte a 31 de diciembre de 2023", look=SUBTITLE)
    report.heading("1. Contratación vigente")
    report.text("La Tabla 1 relaciona los contratos en ejecución que recibe la administración entrante. El valor final es la suma del "
                "valor inicial y de las adiciones; el saldo es lo que falta por pagar de ese valor.")
    contracts = [("045-2022", "Optimización de la planta de tratamiento", 1_284_600_000, 215_400_000, 1_120_000_000),
                 ("112-2022", "Reposición de redes en el barrio Centro", 742_318_500, 0, 690_418_500),
                 ("018-2023", "Suministro de insumos químicos", 318_940_000, 96_500_000, 402_775_000),
                 ("027-2023", "Interventoría de la reposición de redes", 88_360_000, 12_640_000, 74_500_000),
                 ("063-2023", "Catastro de usuarios y micromedición", 456_120_000, 0, 231_060_000)]
    rows = [["Contrato", "Objeto", "Valor inicial", "Adiciones", "Valor final", "Pagado", "Saldo"]]
    for number, purpose, value, added, paid in contracts:
        final = value + added
        shown = pesos(final)
        if number == "018-2023":
            assert final == 415_440_000
            shown = slips.plant(FILE, 1, "fila-no-cuadra", "445440000", "415440000", "$ 445.440.000",
                                "Tabla 1, contrato 018-2023: 318.940.000 + 96.500.000 son 415.440.000", "digito-errado")
            slips.plant(FILE, 1, "fila-no-cuadra", "12665000", "42665000", "$ 12.665.000",
                        "el saldo de la misma fila es correcto, pero no concuerda con el valor final impreso", optional=True)
            assert final - paid == 12_665_000 and 445_440_000 - paid == 42_665_000
        rows.append([number, purpose, pesos(value), pesos(added), shown, pesos(paid), pesos(final - paid)])
    report.table("Tabla 1. Contratos en ejecución", rows, [46, 128, 66, 60, 66, 66, 60], align="llrrrrr", size=7.2, narrow=True,
                 source="Fuente: Dirección Jurídica y de Contratación. Cifras en pesos.")

    report.heading("2. Planta de personal")
    staff = [("Directivo", 5, 1), ("Asesor", 3, 0), ("Profesional", 21, 4), ("Técnico", 17, 2), ("Asistencial", 46, 5)]
    rows = [["Nivel", "Cargos provistos", "Cargos vacantes", "Total"]]
    rows += [[name, str(filled), str(vacant), str(filled + vacant)] for name, filled, vacant in staff]
    filled, vacant = sum(s[1] for s in staff), sum(s[2] for s in staff)
    rows.append(["TOTAL", str(filled), str(vacant), str(filled + vacant)])
    report.table("Tabla 2. Planta de personal por nivel", rows, [140, 90, 90, 70], align="lccc", bold_rows=[6], shaded_rows=[6])
    report.text(f"La planta cuenta con {filled + vacant} cargos, de los cuales {filled} están provistos y {vacant} vacantes.")

    report.heading("3. Asuntos por atender")
    slips.plant(FILE, 1, "dato-faltante", "", "", "Renovar la concesión de aguas",
                "asunto 3: no tiene fecha límite")
    rows = [["No.", "Asunto", "Acción requerida", "Responsable", "Fecha límite"],
            ["1", "Reporte de cierre financiero al SUI", "Cargar los formatos de la vigencia 2023", "Dirección Financiera", "28/02/2024"],
            ["2", "Plan de pérdidas de agua", "Presentar el informe de avance a la junta directiva", "Dirección Técnica", "31/01/2024"],
            ["3", "Concesión de aguas del río Claro", "Renovar la concesión de aguas ante la autoridad ambiental", "Dirección Técnica", ""],
            ["4", "Procesos judiciales activos", "Actualizar la provisión contable de 7 procesos", "Dirección Jurídica", "15/02/2024"],
            ["5", "Convenio de recaudo", "Suscribir la prórroga con la entidad financiera", "Dirección Comercial", "20/01/2024"]]
    report.table("Tabla 3. Asuntos por atender en los primeros cien días", rows, [26, 120, 170, 95, 62], align="cllll", size=8)
    report.save()

"""Follow-up of the anti-corruption plan 2021: components, merged subcomponents, dates, progress and state."""
from page import SUBTITLE, TITLE, Report

FILE = "seguimiento-plan-anticorrupcion-2021.pdf"
HEAD = ["Subcomponente", "No.", "Actividad", "Meta o producto", "Responsable", "Fecha programada", "% de avance", "Estado"]
WIDTHS = [92, 28, 180, 110, 110, 76, 48, 66]


def component(report, number, title, groups):
    report.heading(f"Componente {number}: {title}")
    rows, spans = [HEAD], []
    for name, activities in groups:
        first = len(rows)
        for index, activity in enumerate(activities):
            rows.append([name if index == 0 else ""] + activity)
        if len(activities) > 1:
            spans.append(((0, first), (0, len(rows) - 1)))
    report.table(f"Tabla {number}. Seguimiento al componente {number}", rows, WIDTHS, align="lclllccl", size=7.6, spans=spans)


def make(folder, slips):
    report = Report(folder / FILE, "Seguimiento al Plan Anticorrupción y de Atención al Ciudadano 2021", "ALCALDÍA DE PUERTO COMBEIMA",
                    "Oficina de Control Interno", "Seguimiento PAAC – Vigencia 2021", wide=True)
    report.text("SEGUIMIENTO AL PLAN ANTICORRUPCIÓN Y DE ATENCIÓN AL CIUDADANO", look=TITLE)
    report.text("Vigencia 2021 – Corte a 31 de diciembre de 2021", look=SUBTITLE)
    blank = slips.plant(FILE, 1, "marcador-sin-llenar", "XX de XX de 2021", "", "XX de XX de 2021",
                        "el espacio de la fecha quedó como en la plantilla")
    report.text(
        "La Oficina de Control Interno verificó el cumplimiento de las actividades programadas en el Plan Anticorrupción y de Atención "
        "al Ciudadano, con base en las evidencias que reportó cada dependencia. Los resultados se presentaron al Comité Institucional "
        f"de Coordinación de Control Interno en la sesión del {blank}.")

    late = slips.plant(FILE, 1, "fecha-fuera-de-periodo", "2023-04-12", "2021", "12/04/2023",
                       "actividad 1.4: una fecha programada fuera de la vigencia del plan")
    slips.plant(FILE, 1, "estado-y-avance", "40%", "Cumplido", "40%", "actividad 1.2: figura cumplida con un avance de 40 %")
    component(report, 1, "Gestión del riesgo de corrupción", [
        ("Política de administración del riesgo", [
            ["1.1", "Actualizar y socializar la política de administración del riesgo", "1 política actualizada",
             "Oficina Asesora de Planeación", "26/02/2021", "100%", "Cumplido"],
            ["1.2", "Capacitar a los servidores en identificación de riesgos de corrupción", "2 jornadas de capacitación",
             "Dirección de Talento Humano", "30/06/2021", "40%", "Cumplido"]]),
        ("Construcción del mapa de riesgos", [
            ["1.3", "Formular el mapa de riesgos de corrupción con todas las dependencias", "1 mapa de riesgos",
             "Oficina Asesora de Planeación", "29/01/2021", "100%", "Cumplido"]]),
        ("Monitoreo y revisión", [
            ["1.4", "Monitorear los controles de los riesgos identificados", "3 informes de monitoreo", "Oficina de Control Interno",
             late, "100%", "Cumplido"],
            ["1.5", "Publicar los resultados del monitoreo en la página web", "100% de los informes publicados",
             "Secretaría de las TIC", "15/12/2021", "100%", "Cumplido"]])])

    slips.plant(FILE, 1, "dato-faltante", "", "", "Mantener actualizado el inventario de trámites",
                "actividad 2.2: no dice quién responde")
    slips.plant(FILE, 1, "duplicado", "2.5", "", "2.5", "dos actividades distintas llevan el número 2.5")
    slips.plant(FILE, 1, "estado-y-avance", "100%", "En ejecución", "Diseñar la estrategia de participación",
                "actividad 2.5: sigue en ejecución con un avance de 100 %")
    component(report, 2, "Racionalización de trámites y rendición de cuentas", [
        ("Racionalización de trámites", [
            ["2.1", "Identificar los trámites que se pueden simplificar en la vigencia", "4 trámites priorizados",
             "Secretaría de Hacienda", "31/03/2021", "100%", "Cumplido"],
            ["2.2", "Mantener actualizado el inventario de trámites en el SUIT", "1 inventario actualizado", "", "30/09/2021",
             "100%", "Cumplido"],
            ["2.3", "Implementar el pago en línea del impuesto de industria y comercio", "1 servicio en línea",
             "Secretaría de Hacienda", "29/10/2021", "75%", "En ejecución"]]),
        ("Rendición de cuentas", [
            ["2.4", "Realizar audiencias públicas de rendición de cuentas", "2 audiencias", "Despacho del Alcalde", "10/12/2021",
             "100%", "Cumplido"],
            ["2.5", "Diseñar la estrategia de participación y diálogo ciudadano", "1 estrategia", "Secretaría de Gobierno",
             "30/04/2021", "100%", "En ejecución"],
            ["2.5", "Publicar boletines de gestión", "12 boletines", "Oficina de Comunicaciones",
             "Enero a diciembre de 2021", "100%", "Cumplido"]])])

    slips.plant(FILE, 2, "dato-faltante", "", "", "Encuestar a los usuarios de las ventanillas",
                "actividad 3.2: no tiene fecha programada")
    component(report, 3, "Atención al ciudadano, transparencia y acceso a la información", [
        ("Canales de atención", [
            ["3.1", "Dotar los puntos de atención con señalización incluyente", "4 puntos dotados", "Secretaría General",
             "31/08/2021", "50%", "En ejecución"],
            ["3.2", "Encuestar a los usuarios de las ventanillas", "1.200 encuestas", "Dirección de Atención al Ciudadano", "",
             "60%", "En ejecución"],
            ["3.3", "Elaborar informes de oportunidad de respuesta de las PQRSD", "12 informes",
             "Dirección de Atención al Ciudadano", "30/12/2021", "100%", "Cumplido"]]),
        ("Transparencia activa", [
            ["3.4", "Actualizar el índice de información clasificada y reservada", "1 índice", "Oficina Jurídica", "28/05/2021",
             "100%", "Cumplido"],
            ["3.5", "Publicar el plan anual de adquisiciones y sus modificaciones", "100% publicado", "Dirección de Contratación",
             "29/01/2021", "100%", "Cumplido"],
            ["3.6", "Mantener cobertura de conectividad en sedes rurales", "42,5 km de red", "Secretaría de las TIC",
             "15/12/2021", "65%", "En ejecución"]])])
    report.heading("Recomendaciones")
    report.text("Se recomienda a las dependencias con actividades en ejecución reportar el avance a la Oficina de Control Interno y "
                "conservar las evidencias en el expediente del plan.")
    report.save()

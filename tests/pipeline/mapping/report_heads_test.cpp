#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/normalise/text/text.h"

// How Colombian reports head their columns, and what each head means.
namespace cotejo::mapping {
namespace {

struct HeadMeaning {
  std::string head;
  std::string meaning;
};

// What is counted of petitions.
const std::vector<HeadMeaning> kPetitions{
    {"Recibidas", "recibidas"},
    {"Radicadas", "recibidas"},
    {"Respondidas en términos", "en_termino"},
    {"Respondidas dentro del término legal", "en_termino"},
    {"Respondidas fuera de términos", "fuera_de_termino"},
    {"En trámite", "pendientes"},
    {"En trámite dentro del término", "pendientes"},
    {"En trámite en términos", "pendientes"},
    {"En trámite fuera de término", "vencidas"},
    {"En trámite vencidas", "vencidas"},
    {"Pendientes dentro de términos", "pendientes"},
    {"Pendientes en término", "pendientes"},
    {"Pendientes fuera de términos", "vencidas"},
    {"Sin respuesta fuera de término", "vencidas"},
    {"Vencidas", "vencidas"},
    {"Trasladadas por competencia", "trasladadas"},
    {"Trasladadas por no competencia", "trasladadas"},
    {"Traslado a otra entidad", "trasladadas"},
    {"Remitidas a otras entidades", "trasladadas"},
    {"Archivadas", "respondidas"},
    {"Finalizadas", "respondidas"},
    {"Contestadas oportunamente", "en_termino"},
    {"Contestadas dentro del término", "en_termino"},
    {"Con respuesta oportuna", "en_termino"},
    {"Con respuesta extemporánea", "fuera_de_termino"},
    {"Con respuesta a tiempo", "en_termino"},
    {"Con respuesta dentro del término", "en_termino"},
    {"Con respuesta fuera de término", "fuera_de_termino"},
    {"Con respuesta en términos", "en_termino"},
    {"Cerradas en término", "en_termino"},
    {"Cerradas fuera de término", "fuera_de_termino"},
    {"Cerradas dentro de términos", "en_termino"},
    {"Cerradas oportunamente", "en_termino"},
    {"Atendidas oportunamente", "en_termino"},
    {"Atendidas dentro del término", "en_termino"},
    {"Gestionadas oportunamente", "en_termino"},
    {"Gestionadas fuera de término", "fuera_de_termino"},
    {"Tramitadas dentro del término", "en_termino"},
    {"Tramitadas en término", "en_termino"},
    {"Resueltas dentro del término", "en_termino"},
    {"Resueltas fuera del término", "fuera_de_termino"},
    {"Finalizadas en término", "en_termino"},
    {"Finalizadas fuera de término", "fuera_de_termino"},
    {"Respuestas dentro de los términos legales", "en_termino"},
    {"Respuesta fuera de los términos", "fuera_de_termino"},
    {"Respondidas extemporáneas", "fuera_de_termino"},
    {"Atendidas extemporáneamente", "fuera_de_termino"},
    {"Fuera de oportunidad", "fuera_de_termino"},
    {"Con oportunidad", "en_termino"},
    {"Oportunamente", "en_termino"},
    {"No oportunas", "fuera_de_termino"},
    {"Próximas a vencer", "pendientes"},
    {"Por vencer", "pendientes"},
    {"En términos para responder", "pendientes"},
    {"Con término vigente", "pendientes"},
    {"Pendientes por contestar", "pendientes"},
    {"Pendientes por tramitar", "pendientes"},
    {"Sin gestionar", "pendientes"},
    {"Por atender", "pendientes"},
    {"Sin atender", "pendientes"},
    {"En reparto", "pendientes"},
    {"Asignadas", "recibidas"},
    {"Ingresadas", "recibidas"},
    {"Recepcionadas", "recibidas"},
    {"Solicitudes recibidas en el periodo", "recibidas"},
    {"Requerimientos recibidos", "recibidas"},
    {"PQRSD radicadas", "recibidas"},
    {"Peticiones recibidas", "recibidas"},
    {"Peticiones respondidas", "respondidas"},
    {"Total atendidas", "respondidas"},
    {"Total contestadas", "respondidas"},
    {"Total cerradas", "respondidas"},
    {"Total pendientes", "pendientes"},
    {"Total vencidas", "vencidas"},
    {"Solicitudes trasladadas", "trasladadas"},
    {"Número de solicitudes trasladadas a otra institución", "trasladadas"},
};

// What their labels are.
const std::vector<HeadMeaning> kPetitionLabels{
    {"Tipo de PQRSD", "tipo"},
    {"Tipología de la petición", "tipo"},
    {"Clase de PQRS", "tipo"},
    {"Canal de recepción", "canal"},
    {"Canales de radicación", "canal"},
    {"Medio de envío", "canal"},
    {"Medio utilizado", "canal"},
    {"Medio de atención", "canal"},
    {"Dependencia que responde", "dependencia"},
    {"Dependencia asignada", "dependencia"},
    {"Área encargada", "dependencia"},
    {"Oficina responsable", "dependencia"},
    {"Dependencia a la que se asignó", "dependencia"},
    {"EPS o aseguradora", "eps"},
    {"Entidad responsable de pago", "eps"},
    {"ERP", "eps"},
    {"Motivo de la PQRS", "motivo"},
    {"Motivo de la inconformidad", "motivo"},
    {"Atributo de calidad", "motivo"},
    {"Atributo de calidad afectado", "motivo"},
    {"Derecho vulnerado", "motivo"},
    {"Tema de la petición", "asunto"},
    {"Subtema", "asunto"},
    {"Estado de la PQR", "estado"},
    {"Estado de las PQRSDF", "estado"},
    {"Trimestre", "periodo"},
    {"Servicio", "dependencia"},
    {"Servicio involucrado", "dependencia"},
};

// SIRECI and other improvement plans, plans against corruption, plans of action, risk maps, follow-ups.
const std::vector<HeadMeaning> kCommitments{
    {"Código hallazgo", "numero"},
    {"Descripción del hallazgo", "componente"},
    {"Causa del hallazgo", "componente"},
    {"Acción de mejora", "compromiso"},
    {"Actividades / Descripción", "compromiso"},
    {"Actividades / Unidad de medida", "unidad"},
    {"Actividades / Cantidades unidad de medida", "meta"},
    {"Actividades / Fecha de inicio", "fecha_inicio"},
    {"Actividades / Fecha de terminación", "fecha"},
    {"Actividades / Plazo en semanas", "ajeno"},
    {"Actividades / Avance físico de ejecución", "ejecutado"},
    {"Descripción de las Metas", "producto"},
    {"Denominación de la unidad de medida de la meta", "unidad"},
    {"Unidad de medida de la meta", "unidad"},
    {"Fecha iniciación metas", "fecha_inicio"},
    {"Fecha terminación metas", "fecha"},
    {"Plazo en semanas de la meta", "ajeno"},
    {"Avance físico de ejecución de las metas", "ejecutado"},
    {"Porcentaje de avance físico de ejecución de las metas", "porcentaje"},
    {"Puntaje logrado por las metas", "ajeno"},
    {"Efectividad de la acción", "observaciones"},
    {"Código acción", "numero"},
    {"Descripción acción", "compromiso"},
    {"Nombre del indicador", "indicador"},
    {"Fórmula del indicador", "formula"},
    {"Valor meta", "meta"},
    {"Área responsable", "responsable"},
    {"Análisis seguimiento entidad", "avance"},
    {"Subcomponente / procesos", "componente"},
    {"Meta o producto", "meta_producto"},
    {"Fecha programada", "fecha"},
    {"Actividades cumplidas", "avance"},
    {"Situación actual", "estado"},
    {"Mejora por implementar", "compromiso"},
    {"Mejora a implementar", "compromiso"},
    {"Acciones racionalización", "compromiso"},
    {"Acción específica de racionalización", "compromiso"},
    {"Tipo racionalización", "componente"},
    {"Fecha final racionalización", "fecha"},
    {"Acciones asociadas al control", "compromiso"},
    {"Acciones preventivas", "compromiso"},
    {"Acción preventiva", "compromiso"},
    {"Periodo de ejecución", "fecha"},
    {"Evidencia", "avance"},
    {"Código meta", "numero"},
    {"Línea base", "formula"},
    {"Meta cuatrienio", "meta"},
    {"Meta física esperada", "meta"},
    {"Programado 2021", "meta"},
    {"Ejecutado 2021", "ejecutado"},
    {"Objetivo estratégico", "componente"},
    {"Fecha fin", "fecha"},
    {"Fecha de finalización", "fecha"},
    {"Fecha límite de ejecución", "fecha"},
    {"Peso %", "ajeno"},
    {"Ponderación", "ajeno"},
    {"Ponderador", "ajeno"},
    {"Peso porcentual", "ajeno"},
    {"Estado de la acción", "estado"},
    {"Estado de la actividad", "estado"},
    {"Responsable de la ejecución", "responsable"},
    {"Responsables de la actividad", "responsable"},
    {"Líder del proceso", "responsable"},
    {"Dueño del proceso", "responsable"},
    {"Cargo del responsable", "responsable"},
    {"Equipo responsable", "responsable"},
    {"Servidor responsable", "responsable"},
    {"Corresponsables", "responsable"},
    {"Compromiso pactado", "compromiso"},
    {"Compromiso establecido", "compromiso"},
    {"Descripción de compromisos", "compromiso"},
    {"Asunto o tema pendiente", "compromiso"},
    {"Acción por realizar", "compromiso"},
    {"Acciones por realizar", "compromiso"},
    {"Acción requerida", "compromiso"},
    {"Acción inmediata", "compromiso"},
    {"Acción a seguir", "compromiso"},
    {"Gestiones a realizar", "compromiso"},
    {"Gestión a realizar", "compromiso"},
    {"Actividades de gestión", "compromiso"},
    {"Actividad de gestión", "compromiso"},
    {"Tareas a realizar", "compromiso"},
    {"Fecha de inicio de la actividad", "fecha_inicio"},
    {"Fecha inicial", "fecha_inicio"},
    {"Fecha de corte", "ajeno"},
    {"Fecha de cumplimiento real", "ajeno"},
    {"Fecha real de cumplimiento", "ajeno"},
    {"Fecha de cierre", "fecha"},
    {"Tiempo de cumplimiento", "fecha"},
    {"Plazo de cumplimiento", "fecha"},
    {"Plazo para cumplimiento", "fecha"},
    {"Fecha de compromiso", "fecha"},
    {"Fecha comprometida", "fecha"},
    {"Programación año", "fecha"},
    {"I trimestre", "periodos"},
    {"Avance I trimestre", "avance"},
    {"Avance a 30 de junio", "avance"},
    {"Avance acumulado %", "porcentaje"},
    {"% cumplimiento meta", "porcentaje"},
    {"Cumplimiento de la meta", "porcentaje"},
    {"Resultado del indicador", "avance"},
    {"Soporte de cumplimiento", "avance"},
    {"Evidencias de cumplimiento", "avance"},
    {"Medio de verificación", "avance"},
    {"Seguimiento control interno", "avance"},
    {"Seguimiento I cuatrimestre", "avance"},
    {"Observaciones OCI", "observaciones"},
    {"Observación de la oficina de control interno", "observaciones"},
    {"Concepto OCI", "observaciones"},
};

// Contracts.
const std::vector<HeadMeaning> kContracts{
    {"No. del contrato", "numero"},
    {"Contrato No.", "numero"},
    {"Modalidad de selección", "clase"},
    {"Nombre del contratista", "contratista"},
    {"Objeto contractual", "objeto"},
    {"Valor inicial", "valor"},
    {"Valor total contrato", "valor"},
    {"Valor final", "valor"},
    {"Valor final del contrato", "valor"},
    {"Adición No 1", "adiciones"},
    {"Fecha acta de inicio", "fecha"},
    {"Valor ejecutado a la fecha", "pagado"},
    {"Total girado", "pagado"},
    {"Valor desembolsado", "pagado"},
    {"Valor por pagar", "saldo"},
    {"Saldo por girar", "saldo"},
    {"Contratista / NIT", "contratista"},
};

// Judicial proceedings.
const std::vector<HeadMeaning> kProceedings{
    {"Radicado del proceso", "numero"},      {"Código único del proceso", "numero"}, {"Clase de acción", "clase"},
    {"Juzgado de conocimiento", "despacho"}, {"Despacho que conoce", "despacho"},    {"Demandante(s)", "demandante"},
    {"Entidad demandada", "demandado"},      {"Estado procesal", "estado"},          {"Última actuación", "estado"},
    {"Valor provisionado", "provision"},     {"Valor de la provisión", "provision"}, {"Cuantía inicial", "cuantia"},
    {"Pretensión económica", "cuantia"},
};

void expect_meanings(const std::string& section, const std::vector<HeadMeaning>& heads) {
  const Vocabulary vocabulary = Vocabulary::standard();
  for (const HeadMeaning& head : heads)
    EXPECT_EQ(vocabulary.meaning(section, normalise::fold(head.head)), head.meaning) << section << ": " << head.head;
}

TEST(ReportHeads, Petitions) {
  expect_meanings("pqrs.medida", kPetitions);
  expect_meanings("pqrs.dimension", kPetitionLabels);
}

TEST(ReportHeads, Commitments) {
  expect_meanings("compromisos.columna", kCommitments);
}

TEST(ReportHeads, ContractsAndProceedings) {
  expect_meanings("contratos.columna", kContracts);
  expect_meanings("procesos.columna", kProceedings);
}

}  // namespace
}  // namespace cotejo::mapping

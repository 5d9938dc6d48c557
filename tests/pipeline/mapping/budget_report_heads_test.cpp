#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/mapping/columns/role.h"
#include "pipeline/mapping/words/vocabulary.h"

// How Colombian reports head their columns, and what each head means.
namespace cotejo::mapping {
namespace {

struct HeadMeaning {
  std::string head;
  std::string meaning;
};

// SIIF, CUIPO, FUT, PREDIS, SIA, Decreto 2193 of hospitals, town halls. Empty: no stage of the budget.
const std::vector<HeadMeaning> kBudget{
    {"Presupuesto Inicial", "apropiacion_inicial"},
    {"Contra Créditos", "contracreditos"},
    {"Desaplazamientos", "aplazamientos"},
    {"SUSPENSIÓN", "aplazamientos"},
    {"Suspensión acumulada", "aplazamientos"},
    {"APR. BLOQUEADA", "saldo"},
    {"APR. DISPONIBLE", "saldo"},
    {"ORDEN PAGO", "pagos"},
    {"COMPROMISO", "compromisos"},
    {"Total compromisos acumulados", "compromisos"},
    {"MODIFICACIONES MES", ""},
    {"MODIFICACIONES ACUMULADO", ""},
    {"AUTORIZACIÓN DE GIRO ACUMULADA", "pagos"},
    {"GIROS ACUMULADOS", "pagos"},
    {"Recaudo vigencia actual sin situación de fondos", "recaudo"},
    {"Recaudo vigencia actual con situación de fondos", "recaudo"},
    {"Recaudo vigencia anterior con situación de fondos", "recaudo"},
    {"Total recaudo", "recaudo"},
    {"Recaudo bruto", "recaudo"},
    {"Ingresos por recaudar", "saldo"},
    {"Reconocimiento vigencia actual", ""},
    {"Recaudo vigencias anteriores", "recaudo"},
    {"Compromisos Registro Presupuestal", "compromisos"},
    {"PAC programado", ""},
    {"PAC inicial", ""},
    {"PAC ejecutado", ""},
    {"PAC aprobado", ""},
    {"PAC vigente", ""},
    {"PAC pagado", ""},
    {"Traslados créditos", "creditos"},
    {"Traslados contracréditos", "contracreditos"},
    {"Presupuesto modificado", "apropiacion_definitiva"},
    {"Certificado", "cdp"},
    {"Registrado", "compromisos"},
    {"Presupuesto registrado", "compromisos"},
    {"Vr. Obligado", "obligaciones"},
    {"Vr. Pagado", "pagos"},
    {"Vr. Recaudado", "recaudo"},
    {"Vlr. Disponibilidad", "cdp"},
    {"Vlr. Girado", "pagos"},
    {"Pagos del periodo", "pagos"},
    {"Ejecución en pesos", "ejecucion"},
    {"Ejecución pagos acumulada", "pagos"},
    {"Ejecución activa", "ejecucion"},
    {"Reservas pagadas", "reservas"},
    {"Pago de reservas", "reservas"},
    {"Cuentas por pagar constituidas", "cuentas_por_pagar"},
    {"Pasivos exigibles", ""},
    {"Vigencias futuras", ""},
    {"Vigencias expiradas", ""},
    {"Saldo sin comprometer", "saldo"},
    {"Saldo sin ejecutar", "saldo"},
    {"Recursos sin comprometer", "saldo"},
    {"Por girar", "saldo"},
    {"Pendiente por girar", "saldo"},
    {"Pendiente por recaudar", "saldo"},
    {"Pendiente por comprometer", "saldo"},
    {"Pendiente de pago", "saldo"},
    {"Saldo de CDP", "saldo"},
    {"Saldo RP", "saldo"},
    {"CDP sin comprometer", "saldo"},
    {"CDP no comprometidos", "saldo"},
    {"CDP sin RP", "saldo"},
    {"Compromisos sin obligar", "saldo"},
    {"Apropiación libre de afectación", "saldo"},
    {"Apropiación no comprometida", "saldo"},
    {"Presupuesto no ejecutado", "saldo"},
    {"Presupuesto de ingresos aprobado", "apropiacion_inicial"},
    {"Presupuesto de gastos aprobado", "apropiacion_inicial"},
    {"Inicial aprobado", "apropiacion_inicial"},
    {"Aprobado", ""},  // the first budget in one report, the last in another
    {"Presupuesto Aprobado Inicial", "apropiacion_inicial"},
    {"Apropiación Inicial Vigencia", "apropiacion_inicial"},
    {"Presupuesto Básico", "apropiacion_inicial"},
    {"Aforo ajustado", "apropiacion_definitiva"},
    {"Presupuesto Reformado", "apropiacion_definitiva"},
    {"Apropiación ajustada", "apropiacion_definitiva"},
    {"Apropiación modificada", "apropiacion_definitiva"},
    {"Apropiación neta", "apropiacion_definitiva"},
    {"Valor vigente", "apropiacion_definitiva"},
    {"Total definitivo", "apropiacion_definitiva"},
    {"Presupuesto Comprometido a la fecha", "compromisos"},
    {"Comprometido a la fecha", "compromisos"},
    {"Recursos comprometidos", "compromisos"},
    {"Gastos comprometidos", "compromisos"},
    {"Gasto obligado", "obligaciones"},
    {"Gastos causados", "obligaciones"},
    {"Obligado acumulado", "obligaciones"},
    {"Total Causado", "obligaciones"},
    {"Total Girado", "pagos"},
    {"Girado acumulado", "pagos"},
    {"Gastos pagados", "pagos"},
    {"Pagos tesorería", "pagos"},
    {"Pagos con situación de fondos", "pagos"},
    {"Ingreso efectivo", "recaudo"},
    {"Ingresos efectivos", "recaudo"},
    {"Ingreso recaudado acumulado", "recaudo"},
    {"Recaudo mes", "recaudo"},
    {"Recaudado a la fecha", "recaudo"},
    {"Ejecutado a la fecha", "ejecucion"},
    {"Ejecución a la fecha", "ejecucion"},
    {"Ejecución real", "ejecucion"},
    {"Ejecución de recaudo", "recaudo"},
    {"Inversión ejecutada", "ejecucion"},
    {"Recursos invertidos", "ejecucion"},
    {"Presupuesto programado", "apropiacion_definitiva"},
    {"Meta de recaudo", ""},
    {"Meta recaudo", ""},
    {"Proyección de ingresos", ""},
    {"Recaudo proyectado", ""},
    {"Ingresos proyectados", ""},
    {"Nivel de recaudo", "recaudo"},
    {"Traslados internos", ""},
};

TEST(ReportHeads, BudgetsOfEverySystem) {
  const Vocabulary vocabulary = Vocabulary::standard();
  ColumnValues values;
  values.filled = values.numbers = 8;
  values.largest = 5e9;
  for (const HeadMeaning& head : kBudget) {
    ColumnHead read{head_text({head.head}), {}, {}, {}, {}};
    read.general = meaning_of(vocabulary, "columnas", read, false).meaning;
    read.budget = budget_meaning(vocabulary, read, true);
    const ColumnReading column = read_column(read, values, model::TableKind::budget, true, vocabulary);
    EXPECT_EQ(meaning_name(column), head.meaning) << head.head << ": " << column.why;
  }
}

}  // namespace
}  // namespace cotejo::mapping
